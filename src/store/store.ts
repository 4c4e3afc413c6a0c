/**
 * What a store of a case can do. One interface, so that SQLite and PostgreSQL are told apart by configuration alone.
 * Text is sliced in TypeScript only: databases count characters otherwise. All answers are immutable.
 */
import type {
  Actor,
  Agreed,
  CaseDispute,
  CaseFile,
  Change,
  EntryKind,
  Happening,
  Item,
  ItemKind,
  Judgement,
  PositionLine,
  Quad,
  ReportHead,
  StickingPoint,
  TalkLife,
  Unanswered,
  Undertaking,
  WordsAndDeeds,
} from '../case.ts';
import type { Placed } from '../consolidate/twins.ts';
import type { Document, Note, Reading, Span } from '../record.ts';

/** One page of a longer answer. */
export interface Page<T> {
  readonly rows: readonly T[];
  /** To be given back for the next page; `null` at the end. Opaque. */
  readonly next: string | null;
  /** Of all pages. */
  readonly total: number;
}

export interface PageRequest {
  /** At most 500; 100 unless told. */
  readonly limit?: number;
  readonly after?: string | null;
}

/**
 * Narrows any list. Fields that are absent do not narrow. Entries are within a period that any of their days lies in; what
 * has no day is within none.
 */
export interface Filter extends PageRequest {
  readonly party?: string;
  readonly issue?: string;
  /** Days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly outlet?: string;
  /** `PositionPoint.voice`. */
  readonly voice?: 'self' | 'other' | 'narrator';
  /** Only entries that rest on this report. */
  readonly report?: string;
  /** Of talks, happenings and disputes: `held`, `ASSAULT`, `denial`. */
  readonly status?: string;
  readonly type?: string;
  /** Only what the record asserts: of talks, happenings, disputes, lines and items. */
  readonly sure?: boolean;
}

/** A report as lists show it. */
export interface ReportRow extends ReportHead {
  readonly path: string;
  readonly language: string | null;
  readonly words: number;
  readonly items: number;
  readonly notes: number;
  /** The earlier report that most of it is copied from. */
  readonly copyOf: string | null;
  /** When it was added, ISO 8601 UTC. */
  readonly added: string;
}

/** Words that two reports share. */
export interface SharedPassage {
  readonly kind: 'full' | 'near' | 'partial' | 'quotation';
  /** The other report. */
  readonly report: ReportHead;
  /** Whether the other has it first. */
  readonly first: boolean;
  readonly passages: readonly { readonly span: Span; readonly other: Span }[];
}

export interface ReportWhole {
  readonly row: ReportRow;
  readonly text: string;
  readonly reading: Reading;
  readonly items: readonly Item[];
  readonly shared: readonly SharedPassage[];
}

/** A cell of the parties × issues table: what a list needs, without the evidence. */
export interface Cell {
  readonly line: string;
  readonly holder: string;
  readonly issue: string;
  readonly stance: PositionLine['now']['stance'];
  readonly voice: PositionLine['now']['voice'];
  readonly by: PositionLine['now']['by'];
  readonly words: string;
  readonly condition: string | null;
  readonly precondition: boolean;
  /** The last movement that a source claims, and the last that two dated statements show. */
  readonly claimed: { readonly movement: string; readonly by: string | null; readonly day: string | null } | null;
  readonly observed: { readonly direction: 'softer' | 'harder' | null; readonly day: string | null } | null;
  /** Other stances on the same issue that the record asserts: "also offers". */
  readonly also: readonly PositionLine['now']['stance'][];
  readonly confidence: number;
  readonly support: PositionLine['support'];
}

export interface Matrix {
  readonly parties: readonly string[];
  readonly issues: readonly string[];
  readonly cells: readonly Cell[];
}

/** A dot of the timeline. */
export interface Mark {
  readonly lane: 'reports' | 'talks' | 'words' | 'deeds';
  readonly kind: EntryKind | ItemKind | 'report';
  readonly id: string;
  readonly party: string | null;
  /** Reduced ISO dates, as precise as told. */
  readonly start: string;
  readonly end: string | null;
  readonly title: string;
  /** `TalkStatus`, `EventType`, act or stance. */
  readonly glyph: string;
  /** Told by the reporter or by two sides, not by one side alone. */
  readonly solid: boolean;
  /** Whether the record asserts it; what is only possible is drawn as such. */
  readonly sure: boolean;
}

/** What a timeline is narrowed by; without `lanes`, it has all four. */
export interface TimelineRequest extends Filter {
  readonly lanes?: readonly Mark['lane'][];
}

/** How many marks a lane of the timeline has on a day, of one party. */
export interface DayCount {
  readonly lane: Mark['lane'];
  /** As precise as told: a day, a month, a year. */
  readonly day: string;
  /** `null` for nobody, and for all whom few speak of. */
  readonly party: string | null;
  readonly marks: number;
  /** Of these, such as the record does not assert, and `Mark.solid` of the others. */
  readonly possible: number;
  readonly solid: number;
}

/** What is new, changed or gone, in figures and the newest of it. */
export interface News {
  readonly counts: readonly { readonly kind: EntryKind; readonly what: Change['what']; readonly entries: number }[];
  /** The newest first; all that are lines, of the others at most as many as asked for. */
  readonly newest: readonly Change[];
}

export interface Overview {
  readonly name: string;
  readonly parties: readonly string[];
  readonly reports: number;
  readonly outlets: number;
  readonly originators: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly stickingPoints: readonly StickingPoint[];
  readonly agreed: readonly Agreed[];
  readonly unanswered: readonly Unanswered[];
  readonly nextTalks: readonly TalkLife[];
  readonly latestTalks: readonly TalkLife[];
  readonly openDisputes: readonly CaseDispute[];
  readonly wordsAndDeeds: readonly WordsAndDeeds[];
}

/** Quoted words that a search found. */
export interface Hit {
  readonly kind: ItemKind | 'report';
  readonly id: string;
  readonly report: ReportHead;
  readonly by: string | null;
  readonly party: string | null;
  readonly words: string;
  /** Where the words searched for stand in `words`: UTF-16 units, half-open. */
  readonly found: readonly (readonly [number, number])[];
  readonly spans: readonly Span[];
}

export interface SearchRequest extends Filter {
  readonly words: string;
  readonly kind?: ItemKind | 'report';
  readonly speaker?: string;
}

/** What became of a report that was given to the store. */
export type Added =
  | { readonly report: string; readonly outcome: 'added' }
  | { readonly report: string; readonly outcome: 'known' }
  | { readonly report: string; readonly outcome: 'reread' };

/** A report as far as a store has to see it to say whether it is known. */
export type AskedReport = Placed & Pick<Document, 'text_sha256'>;

export interface Store {
  /** What the case file says; empty parts where there is none. */
  caseFile(): Promise<CaseFile>;
  setCaseFile(file: CaseFile): Promise<void>;
  /**
   * Which of these are there, read by this version of the program and its models; gives their digests. Where a report is
   * given, not its digest alone, it is asked whether it would change anything: the same text from a place that comes before
   * the one that is there is not known.
   */
  known(reports: readonly (string | AskedReport)[]): Promise<ReadonlySet<string>>;
  /** Puts readings in, all or none of them, each once. Nothing else waits for consolidation. */
  add(batch: readonly { readonly document: Document; readonly reading: Reading }[]): Promise<readonly Added[]>;
  /**
   * Brings the record up to date with what was added or judged; costs what they touch. Makes at most `budget` reports,
   * parts and threads again, and says how many are left. May be stopped or killed at any moment: the next call goes on.
   */
  consolidate(budget?: number): Promise<{ readonly left: number }>;

  /** `since` narrows the latest talks, disputes, words and deeds to those from this day on. */
  overview(since?: string): Promise<Overview>;
  matrix(filter?: Filter): Promise<Matrix>;
  // Lists begin with the newest day, undated ones come last; disputes with those that the record asserts, actors with those whom most reports
  // speak of.
  reports(filter?: Filter): Promise<Page<ReportRow>>;
  /** All outlets, those with most reports first. */
  outlets(): Promise<readonly { readonly name: string; readonly reports: number }[]>;
  report(id: string): Promise<ReportWhole | null>;
  items(kind: ItemKind, filter?: Filter & { readonly unsure?: boolean }): Promise<Page<Item>>;
  item(id: string): Promise<Item | null>;
  /** Narrowed to days, a line shows its points of these days, also those that `earlier` counts. */
  lines(filter?: Filter): Promise<Page<PositionLine>>;
  line(id: string): Promise<PositionLine | null>;
  talks(filter?: Filter): Promise<Page<TalkLife>>;
  talk(id: string): Promise<TalkLife | null>;
  happenings(filter?: Filter): Promise<Page<Happening>>;
  happening(id: string): Promise<Happening | null>;
  disputes(filter?: Filter): Promise<Page<CaseDispute>>;
  dispute(id: string): Promise<CaseDispute | null>;
  actors(filter?: Filter & { readonly name?: string }): Promise<Page<Actor>>;
  actor(id: string): Promise<Actor | null>;
  wordsAndDeeds(filter?: Filter & { readonly parties?: readonly string[] }): Promise<readonly WordsAndDeeds[]>;
  /** What counts for one quad of one party in one week. */
  wordsAndDeedsItems(party: string, week: string, quad: Quad): Promise<readonly Item[]>;
  /**
   * What parties said that they would do or not do, the newest first (30 unless told, at most 500), each beside what that party
   * did on the issue in the eight weeks after it.
   */
  undertakings(filter?: Filter & { readonly parties?: readonly string[] }): Promise<readonly Undertaking[]>;
  /** In order of time. Of each lane the newest `limit` (500 unless told, at most 5,000) of those that the filter leaves. */
  timeline(request?: TimelineRequest): Promise<readonly Mark[]>;
  /** The same marks counted by the day on which they begin (of more than 400 days by month) and by party, all of them. */
  days(filter?: Filter): Promise<readonly DayCount[]>;
  /**
   * The best matches first; of words in more than 10,000 places, and without words, the last added. Words in quotation marks are a phrase,
   * nothing else is syntax. Where days, status, type or voice narrow, `total` counts the hits before that.
   */
  search(request: SearchRequest): Promise<Page<Hit>>;
  /** Changes since a moment (ISO 8601 UTC). */
  since(moment: string): Promise<readonly Change[]>;
  /** The same, counted (the newest 100,000), with the newest `limit` of them (100 unless told). */
  news(moment: string, limit?: number): Promise<News>;

  /** Adds a line to the ledger and applies it. */
  judge(judgement: Judgement): Promise<void>;
  /** The ledger, newest first, each with whether it was undone, and whether it could be re-anchored. */
  judgements(page?: PageRequest): Promise<Page<JudgementRow>>;
  /** When somebody last looked, and now they look again. */
  looked(who: string, at: string): Promise<string | null>;
  notes(): Promise<readonly { readonly report: string; readonly note: Note }[]>;
  /** Problems with the file itself; empty when sound. */
  check(): Promise<readonly string[]>;
  /** A sound copy while others write. */
  backup(path: string, progress?: (done: number, total: number) => void): Promise<void>;
  close(): Promise<void>;
}

export interface JudgementRow {
  readonly judgement: Judgement;
  /** The judgement that undid it. */
  readonly undone: string | null;
  /** `false`: the words it was about are not in the newer reading; it waits and says so. */
  readonly anchored: boolean;
}
