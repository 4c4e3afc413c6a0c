/** The API as functions, for the desk and for programs: the same types that the server answers with. */
import type {
  Actor,
  CaseDispute,
  CaseFile,
  Change,
  Happening,
  Item,
  ItemKind,
  Judgement,
  PositionLine,
  Quad,
  TalkLife,
  Undertaking,
  WordsAndDeeds,
} from '../case.ts';
import type { Note } from '../record.ts';
import type { EntryOf } from '../store/lists/entries.ts';
import type {
  DayCount,
  Filter,
  Hit,
  JudgementRow,
  Mark,
  Matrix,
  News,
  Overview,
  Page,
  PageRequest,
  ReportRow,
  ReportWhole,
  SearchRequest,
  TimelineRequest,
} from '../store/store.ts';
import type { CaseEvent } from './hub.ts';

/** An item as evidence, as entries have it: for whoever shows both in one way. */
export { evidenceOf } from '../consolidate/evidence.ts';

/** The server's answer that something cannot be had: RFC 9457. */
export class ApiError extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Where in what was sent, when it is about fields of it: `parties.0.name`. */
  readonly errors: readonly { readonly at: string; readonly message: string }[];

  constructor(status: number, title: string, detail: string, errors: ApiError['errors'] = []) {
    super(detail);
    this.name = 'ApiError';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
  }
}

export interface IssueName {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
}

export interface CaseRow {
  readonly name: string;
  /** `null` where the case was not opened yet. */
  readonly reports: number | null;
}

export interface BriefOptions extends Pick<Filter, 'party' | 'issue' | 'from' | 'to'> {
  readonly format: 'md' | 'html' | 'json' | 'docx';
  readonly views?: readonly string[];
}

/** Entries of a list, whole or with less of their evidence. */
export type Listed = Filter & { readonly brief?: boolean | 'sources' };

/** What opens on a click. */
export type Openable = EntryOf & { readonly item: Item };
type Opened<T> = { readonly entry: T; readonly report: ReportWhole | null };

/** What no single case answers. */
export interface DeskClient {
  status(): Promise<{ readonly version: string; readonly cases: readonly CaseRow[] }>;
  cases(): Promise<readonly CaseRow[]>;
  makeCase(name: string): Promise<CaseRow>;
  /** Leaves the token with the browser, where the desk asks for one. */
  enter(token: string): Promise<void>;
  me(): Promise<{ readonly name: string; readonly role: string }>;
}

export interface Client {
  /** `brief`: without the evidence behind each line. */
  overview(request?: { readonly since?: string; readonly brief?: boolean }): Promise<Overview>;
  /** With the columns of these parties alone, where they are given. */
  matrix(filter?: Filter & { readonly parties?: readonly string[] }): Promise<Matrix>;
  timeline(request?: TimelineRequest): Promise<readonly Mark[]>;
  wordsAndDeeds(filter?: Filter & { readonly parties?: readonly string[] }): Promise<readonly WordsAndDeeds[]>;
  wordsAndDeedsItems(party: string, week: string, quad: Quad): Promise<readonly Item[]>;
  undertakings(filter?: Filter & { readonly parties?: readonly string[] }): Promise<readonly Undertaking[]>;
  days(filter?: Filter): Promise<readonly DayCount[]>;
  since(moment: string): Promise<readonly Change[]>;
  news(moment: string, limit?: number): Promise<News>;
  reports(filter?: Filter): Promise<Page<ReportRow>>;
  outlets(): Promise<readonly { readonly name: string; readonly reports: number }[]>;
  report(id: string): Promise<ReportWhole>;
  notes(): Promise<readonly { readonly report: string; readonly note: Note }[]>;
  items(kind: ItemKind, filter?: Filter & { readonly unsure?: boolean }): Promise<Page<Item>>;
  item(id: string): Promise<Item>;
  // `brief`: with the first evidence alone, for long lists; `sources`: with what stands now and all its evidence.
  lines(filter?: Listed): Promise<Page<PositionLine>>;
  /** `brief`: with its newest points alone; `earlier` counts the others. */
  line(id: string, brief?: boolean): Promise<PositionLine>;
  talks(filter?: Listed): Promise<Page<TalkLife>>;
  talk(id: string): Promise<TalkLife>;
  happenings(filter?: Listed): Promise<Page<Happening>>;
  happening(id: string): Promise<Happening>;
  disputes(filter?: Listed): Promise<Page<CaseDispute>>;
  dispute(id: string): Promise<CaseDispute>;
  actors(filter?: Filter & { readonly name?: string }): Promise<Page<Actor>>;
  actor(id: string): Promise<Actor>;
  /** An entry or an item with the report that holds its first evidence. `brief` as with `line`. */
  opened<K extends keyof Openable>(kind: K, id: string, brief?: boolean): Promise<Opened<Openable[K]>>;
  search(request: SearchRequest): Promise<Page<Hit>>;
  issues(): Promise<readonly IssueName[]>;
  maps(): Promise<readonly { readonly name: string; readonly geojson: unknown }[]>;
  caseFile(): Promise<CaseFile>;
  setCaseFile(file: CaseFile): Promise<CaseFile>;
  /** The same as the text of case.yaml. */
  caseText(): Promise<string>;
  setCaseText(text: string): Promise<CaseFile>;
  looked(): Promise<string | null>;
  judgements(page?: PageRequest): Promise<Page<JudgementRow>>;
  /** `seen` is the newest judgement that the user knows of; where another has judged the same since, it fails with 409. */
  judge(given: Pick<Judgement, 'action' | 'why'> & { readonly seen?: string | null }): Promise<Judgement>;
  /** Files under the names that they had in what was dropped. Answers the id of the job that reads them. */
  upload(files: readonly { readonly path: string; readonly file: Blob }[]): Promise<string>;
  paste(given: {
    readonly text: string;
    readonly title?: string;
    readonly outlet?: string;
    readonly published?: string;
  }): Promise<string>;
  fetchAddress(url: string): Promise<string>;
  stop(job: string): Promise<boolean>;
  /** The address of a brief, to be opened or downloaded. */
  briefAddress(options: BriefOptions): string;
  brief(options: BriefOptions): Promise<Blob>;
  /** Hears what happens in the case, until the function given back is called. Connects again by itself. */
  events(onEvent: (event: CaseEvent) => void, onConnection?: (connected: boolean) => void): () => void;
}

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;
type Query = Readonly<Record<string, unknown>>;

function withQuery(path: string, query: Query): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === false || value === '') continue;
    fields.set(name, value === true ? '1' : Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = fields.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function failureOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as {
    title?: unknown;
    detail?: unknown;
    errors?: ApiError['errors'];
  } | null;
  const title = typeof body?.title === 'string' ? body.title : `Error ${response.status}`;
  const detail = typeof body?.detail === 'string' ? body.detail : 'The desk gave no reason.';
  return new ApiError(response.status, title, detail, Array.isArray(body?.errors) ? body.errors : []);
}

function talker(fetcher: Fetch) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    let response: Response;
    try {
      response = await fetcher(path, init);
    } catch {
      throw new ApiError(0, 'No answer', 'The desk does not answer. Is the program still running?');
    }
    if (!response.ok) throw await failureOf(response);
    return response;
  };
  const get = async <T>(path: string, query: Query = {}): Promise<T> =>
    (await (await ask(withQuery(path, query))).json()) as T;
  const send = async <T>(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<T> => {
    const init: RequestInit =
      body instanceof FormData
        ? { method, body }
        : body === undefined
          ? { method }
          : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return (await (await ask(path, init)).json()) as T;
  };
  return { ask, get, send };
}

/** Names of parties stand in one parameter, parted by bars. */
const withParties = ({ parties, ...rest }: Filter & { readonly parties?: readonly string[] } = {}): Query => ({
  ...rest,
  ...(parties ? { parties: parties.join('|') } : {}),
});

const ownFetch: Fetch = (input, init) => fetch(input, init);

export function createDeskClient(base: string, fetcher: Fetch = ownFetch): DeskClient {
  const { get, send, ask } = talker(fetcher);
  return {
    status: () => get(`${base}/status`),
    cases: () => get(`${base}/cases`),
    makeCase: (name) => send('POST', `${base}/cases`, { name }),
    me: () => get(`${base}/me`),
    enter: async (token) => {
      await ask(`${base}/session`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    },
  };
}

/** `base` is the address of the API, such as `/api/v1`. */
export function createClient(base: string, caseName: string, fetcher: Fetch = ownFetch): Client {
  const { get, send, ask } = talker(fetcher);
  const at = `${base}/cases/${encodeURIComponent(caseName)}`;
  const list =
    <T, F extends Filter = Filter>(path: string) =>
    (filter?: F): Promise<T> =>
      get<T>(`${at}/${path}`, { ...filter });
  const one =
    <T>(path: string) =>
    (id: string): Promise<T> =>
      get<T>(`${at}/${path}/${encodeURIComponent(id)}`);
  const briefAddress = (options: BriefOptions): string => withQuery(`${at}/brief`, { ...options });
  const job = async (body: unknown): Promise<string> =>
    (await send<{ job: string }>('POST', `${at}/uploads`, body)).job;
  return {
    overview: (request) => get(`${at}/overview`, { ...request }),
    matrix: (filter) => get(`${at}/matrix`, withParties(filter)),
    timeline: ({ lanes, ...rest } = {}) =>
      get(`${at}/timeline`, { ...rest, ...(lanes ? { lanes: lanes.join('|') } : {}) }),
    wordsAndDeeds: (filter) => get(`${at}/words-and-deeds`, withParties(filter)),
    wordsAndDeedsItems: (party, week, quad) => get(`${at}/words-and-deeds/items`, { party, week, quad }),
    undertakings: (filter) => get(`${at}/words-and-deeds/undertakings`, withParties(filter)),
    days: list('timeline/days'),
    news: (moment, limit) => get(`${at}/news`, { moment, limit }),
    since: (moment) => get(`${at}/since`, { moment }),
    reports: list('reports'),
    outlets: () => get(`${at}/outlets`),
    report: one('reports'),
    notes: () => get(`${at}/notes`),
    items: (kind, filter) => get(`${at}/items/${kind}`, { ...filter }),
    item: one('item'),
    lines: list('lines'),
    line: (id, brief) => get(`${at}/lines/${encodeURIComponent(id)}`, { brief }),
    talks: list('talks'),
    talk: one('talks'),
    happenings: list('happenings'),
    happening: one('happenings'),
    disputes: list('disputes'),
    dispute: one('disputes'),
    actors: list('actors'),
    actor: one('actors'),
    opened: (kind, id, brief) => get(`${at}/opened/${kind}/${encodeURIComponent(id)}`, { brief }),
    search: (request) => get(`${at}/search`, { ...request }),
    issues: () => get(`${at}/issues`),
    maps: () => get(`${at}/maps`),
    caseFile: () => get(`${at}/case`),
    setCaseFile: (file) => send('PUT', `${at}/case`, file),
    caseText: async () => (await get<{ text: string }>(`${at}/case/text`)).text,
    setCaseText: (text) => send('PUT', `${at}/case/text`, { text }),
    looked: async () => (await send<{ previous: string | null }>('POST', `${at}/looked`)).previous,
    judgements: (page) => get(`${at}/judgements`, { ...page }),
    judge: (given) => send('POST', `${at}/judgements`, given),
    upload: (files) => {
      const form = new FormData();
      for (const { path, file } of files) form.append('files', file, path);
      return job(form);
    },
    paste: job,
    fetchAddress: (url) => job({ url }),
    stop: async (id) => (await send<{ stopped: boolean }>('POST', `${at}/jobs/${id}/stop`)).stopped,
    briefAddress,
    brief: async (options) => (await ask(briefAddress(options))).blob(),
    events(onEvent, onConnection) {
      const source = new EventSource(`${at}/events`);
      const hear = (message: Event): void =>
        onEvent(JSON.parse((message as Event & { readonly data: string }).data) as CaseEvent);
      source.addEventListener('progress', hear);
      source.addEventListener('changed', hear);
      source.addEventListener('open', () => onConnection?.(true));
      source.addEventListener('error', () => onConnection?.(false));
      return () => source.close();
    },
  };
}
