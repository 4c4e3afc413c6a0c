/** The settings of a case while they are being changed: lists of names as lines of text, numbers as typed. Pure. */
import type { CaseFile } from '../../../../src/case.ts';

/** Words of an issue by how strongly they speak for it: 4 settles it, 1 is a hint. */
export const WEIGHTS = ['4', '3', '2', '1'] as const;
export type Weight = (typeof WEIGHTS)[number];

export interface IssueDraft {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly triggers: Readonly<Record<string, string>>;
  readonly counters: Readonly<Record<string, string>>;
  /** What the form has no field for. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface Draft {
  readonly name: string;
  readonly parties: readonly { readonly name: string; readonly aliases: string; readonly members: string }[];
  readonly actors: readonly { readonly name: string; readonly aliases: string }[];
  readonly places: readonly {
    readonly name: string;
    readonly aliases: string;
    readonly latitude: string;
    readonly longitude: string;
  }[];
  readonly sources: readonly {
    readonly outlet: string;
    readonly aliases: string;
    readonly side: string;
    readonly agency: boolean;
  }[];
  readonly issues: readonly IssueDraft[];
  readonly maps: string;
}

export type ListName = 'parties' | 'actors' | 'places' | 'sources' | 'issues';

export const EMPTY: { readonly [L in ListName]: Draft[L][number] } = {
  parties: { name: '', aliases: '', members: '' },
  actors: { name: '', aliases: '' },
  places: { name: '', aliases: '', latitude: '', longitude: '' },
  sources: { outlet: '', aliases: '', side: '', agency: false },
  issues: { code: '', name: '', definition: '', triggers: {}, counters: {}, rest: {} },
};

const lines = (names: readonly string[]): string => names.join('\n');
export const namesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean);

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asWords = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([weight, words]) => [weight, asText(words)]))
    : {};

function issueDraft(raw: unknown): IssueDraft {
  const { code, name, definition, triggers, counters, ...rest } = (raw ?? {}) as Record<string, unknown>;
  return {
    code: asText(code),
    name: asText(name),
    definition: asText(definition),
    triggers: asWords(triggers),
    counters: asWords(counters),
    rest,
  };
}

export const draftOf = (file: CaseFile): Draft => ({
  name: file.name,
  parties: file.parties.map((p) => ({ name: p.name, aliases: lines(p.aliases), members: lines(p.members) })),
  actors: file.actors.map((a) => ({ name: a.name, aliases: lines(a.aliases) })),
  places: file.places.map((p) => ({
    name: p.name,
    aliases: lines(p.aliases),
    latitude: String(p.latitude),
    longitude: String(p.longitude),
  })),
  sources: file.sources.map((s) => ({ ...s, aliases: lines(s.aliases), side: s.side ?? '' })),
  issues: file.issues.map(issueDraft),
  maps: lines(file.maps),
});

const filled = (words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(words)
      .map(([weight, list]) => [weight, list.replace(/\s+/gu, ' ').trim()] as const)
      .filter(([, list]) => list !== ''),
  );

export const fileOf = (draft: Draft): CaseFile => ({
  name: draft.name.trim(),
  parties: draft.parties.map((p) => ({
    name: p.name.trim(),
    aliases: namesIn(p.aliases),
    members: namesIn(p.members),
  })),
  actors: draft.actors.map((a) => ({ name: a.name.trim(), aliases: namesIn(a.aliases) })),
  places: draft.places.map((p) => ({
    name: p.name.trim(),
    aliases: namesIn(p.aliases),
    latitude: Number(p.latitude),
    longitude: Number(p.longitude),
  })),
  maps: namesIn(draft.maps),
  issues: draft.issues.map((i) => {
    const counters = filled(i.counters);
    return {
      code: i.code.trim(),
      name: i.name.trim(),
      definition: i.definition.trim(),
      triggers: filled(i.triggers),
      ...(Object.keys(counters).length > 0 ? { counters } : {}),
      ...i.rest,
    };
  }),
  sources: draft.sources.map((s) => ({
    outlet: s.outlet.trim(),
    aliases: namesIn(s.aliases),
    side: s.side === '' ? null : s.side,
    agency: s.agency,
  })),
});

/** What is wrong, by the place of the field: `parties.0.name`. */
export type Faults = ReadonlyMap<string, string>;

const folded = (name: string): string => name.trim().toLowerCase();

/** Names of a list that are empty or stand twice. */
function nameFaults(
  faults: Map<string, string>,
  list: ListName,
  key: string,
  names: readonly string[],
  what: string,
): void {
  for (const [i, name] of names.entries()) {
    const at = `${list}.${i}.${key}`;
    if (name.trim() === '') faults.set(at, `Give the ${what} a name, or take it out.`);
    else if (names.findIndex((other) => folded(other) === folded(name)) < i) {
      faults.set(at, `There is another ${what} called ${name.trim()}. Put the two into one.`);
    }
  }
}

const isDegrees = (text: string, most: number): boolean =>
  text.trim() !== '' && Number.isFinite(Number(text)) && Math.abs(Number(text)) <= most;

/** What the server would refuse, or what would not do what it seems to. */
export function faultsIn(draft: Draft): Faults {
  const faults = new Map<string, string>();
  if (draft.name.trim() === '') faults.set('name', 'Give the case a name.');
  nameFaults(
    faults,
    'parties',
    'name',
    draft.parties.map((p) => p.name),
    'party',
  );
  nameFaults(
    faults,
    'actors',
    'name',
    draft.actors.map((a) => a.name),
    'person or body',
  );
  nameFaults(
    faults,
    'places',
    'name',
    draft.places.map((p) => p.name),
    'place',
  );
  nameFaults(
    faults,
    'sources',
    'outlet',
    draft.sources.map((s) => s.outlet),
    'outlet',
  );
  const owner = new Map<string, string>();
  for (const party of draft.parties) owner.set(folded(party.name), party.name);
  for (const [i, party] of draft.parties.entries()) {
    for (const alias of namesIn(party.aliases)) {
      const other = owner.get(folded(alias));
      if (other !== undefined && other !== party.name) {
        faults.set(`parties.${i}.aliases`, `${alias} is a name of ${other} as well. A name can belong to one party.`);
      }
      owner.set(folded(alias), party.name);
    }
  }
  for (const [i, place] of draft.places.entries()) {
    if (!isDegrees(place.latitude, 90)) faults.set(`places.${i}.latitude`, 'Degrees from -90 to 90, such as 41.5.');
    if (!isDegrees(place.longitude, 180))
      faults.set(`places.${i}.longitude`, 'Degrees from -180 to 180, such as -3.25.');
  }
  const parties = new Set(draft.parties.map((p) => p.name.trim()));
  for (const [i, source] of draft.sources.entries()) {
    if (source.side !== '' && !parties.has(source.side)) {
      faults.set(`sources.${i}.side`, `No party of the case is called ${source.side}. Choose one, or none.`);
    }
  }
  const codes = draft.issues.map((issue) => issue.code.trim());
  for (const [i, issue] of draft.issues.entries()) {
    const code = codes[i]!;
    if (!/^[A-Z][A-Z0-9_]{1,40}$/.test(code)) {
      faults.set(`issues.${i}.code`, 'Capitals, digits and underscores, such as FISHING_RIGHTS.');
    } else if (codes.indexOf(code) < i) faults.set(`issues.${i}.code`, `${code} stands twice.`);
    if (issue.name.trim() === '') faults.set(`issues.${i}.name`, 'Give the issue a name for readers.');
    if (issue.definition.trim() === '') faults.set(`issues.${i}.definition`, 'Say in plain words what it covers.');
    if (Object.keys(filled(issue.triggers)).length === 0) {
      faults.set(`issues.${i}.triggers`, 'Give at least one word that speaks for it, or no report will be found to.');
    }
    for (const words of [issue.triggers, issue.counters]) {
      const broken = Object.values(filled(words))
        .flatMap((list) => list.split(','))
        .find((phrase) => /^\s*\.\.\.|\.\.\.\s*$/.test(phrase));
      if (broken !== undefined) {
        faults.set(`issues.${i}.triggers`, `“${broken.trim()}” begins or ends with dots; they stand between words.`);
      }
    }
  }
  return faults;
}
