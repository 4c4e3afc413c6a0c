/**
 * What the address says, and back: the view, what narrows it, and the entry that is open. Everything a colleague needs
 * to see the same stands in the address; the back button follows it. Pure.
 */
import type { EntryKind, ItemKind } from '../../src/case.ts';
import type { Filter } from '../../src/store/store.ts';

/** In the order of the keys 1 to 9, then those without a key of their own. */
export const VIEWS = [
  'overview',
  'positions',
  'timeline',
  'talks',
  'disputes',
  'deeds',
  'actors',
  'map',
  'reports',
  'search',
  'correct',
  'brief',
  'add',
  'case',
] as const;
export type View = (typeof VIEWS)[number];

export type OpenKind = EntryKind | ItemKind;
const OPEN_KINDS: readonly string[] = [
  'line',
  'happening',
  'actor',
  'statement',
  'position',
  'talk',
  'event',
  'dispute',
  'talk-item',
  'dispute-item',
];

/**
 * What is open in the drawer. Talks and disputes are kinds of entries and of items alike: `item` says that one record
 * of one report is meant.
 */
export interface Open {
  readonly kind: OpenKind;
  readonly id: string;
  readonly item: boolean;
}

/** What may stand behind the question mark, besides what is open. */
export const PARAMETERS = [
  'party',
  'issue',
  'from',
  'to',
  'outlet',
  'voice',
  'status',
  'type',
  'words',
  'kind',
  'speaker',
  'name',
  'at',
  'hide',
  'all',
  'sort',
  'sure',
  'views',
  'week',
  'quad',
] as const;
export type Parameter = (typeof PARAMETERS)[number];
export type Parameters = { readonly [K in Parameter]?: string };

export interface Route {
  /** The case's name as the API has it; `null` before one is chosen. */
  readonly case: string | null;
  readonly view: View;
  /** Of a view that shows one thing: the report, the dispute. */
  readonly id: string | null;
  readonly parameters: Parameters;
  readonly open: Open | null;
}

const ITEM_KINDS: readonly string[] = ['statement', 'position', 'event'];

/** `line:ab12`, `talk-item:ab12`. */
export const formatOpen = (open: Open): string =>
  `${open.kind}${open.item && !ITEM_KINDS.includes(open.kind) ? '-item' : ''}:${open.id}`;

export function parseOpen(text: string | null): Open | null {
  const at = text?.indexOf(':') ?? -1;
  if (!text || at < 1 || at === text.length - 1) return null;
  const word = text.slice(0, at);
  if (!OPEN_KINDS.includes(word)) return null;
  const kind = word.replace('-item', '') as OpenKind;
  return { kind, id: text.slice(at + 1), item: word.endsWith('-item') || ITEM_KINDS.includes(kind) };
}

/** A part of a path as it was before it was put there; `null` for an empty or a broken one. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part) || null;
  } catch {
    return null;
  }
}

/** Reads the part of an address behind `#`. What it does not know is left out. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2) as [string, string?];
  const [first = '', second = '', ...rest] = path.split('/');
  const view = VIEWS.find((v) => v === second) ?? 'overview';
  const given = new URLSearchParams(query);
  const parameters: Partial<Record<Parameter, string>> = {};
  for (const name of PARAMETERS) {
    const value = given.get(name);
    if (value) parameters[name] = value;
  }
  return { case: decoded(first), view, id: decoded(rest.join('/')), parameters, open: parseOpen(given.get('open')) };
}

export function formatRoute(route: Route): string {
  const query = new URLSearchParams();
  for (const name of PARAMETERS) {
    const value = route.parameters[name];
    if (value) query.set(name, value);
  }
  if (route.open) query.set('open', formatOpen(route.open));
  const text = query.toString();
  if (route.case === null) return '#/';
  return `#/${encodeURIComponent(route.case)}/${route.view}${route.id ? `/${encodeURIComponent(route.id)}` : ''}${text ? `?${text}` : ''}`;
}

/** What the store narrows a list by. */
export function filterOf(p: Parameters): Filter {
  const filter: Record<string, string> = {};
  for (const name of ['party', 'issue', 'from', 'to', 'outlet', 'voice', 'status', 'type'] as const) {
    const value = p[name];
    if (value) filter[name] = value;
  }
  return { ...filter, ...(p.sure ? { sure: true } : {}) } as Filter;
}

/** The names in a list parameter; names may hold commas, not bars. */
export const listOf = (value: string | undefined): readonly string[] => value?.split('|').filter(Boolean) ?? [];
export const listText = (names: readonly string[]): string | undefined => (names.length ? names.join('|') : undefined);
