import type { Quad } from '../../case.ts';
import type { Act, EventMode, EventType } from '../../record.ts';

/** Words by which records of several reports are set beside each other. Data: data/lexicons/en/merging.yaml. */
export interface MergingLexicon {
  /** Words that tell little, each cut to its stem. */
  readonly little: ReadonlySet<string>;
  /** Modes that reports mix up, by mode. */
  readonly kin: ReadonlyMap<EventMode, ReadonlySet<EventMode>>;
  /** The group of each stem that tells one attack from others. */
  readonly telling: ReadonlyMap<string, number>;
  /** Words for a whole war, as written. */
  readonly wars: ReadonlySet<string>;
  /** Words before the name that a thing has of its own: "the ferry | Sula Dawn". */
  readonly named: ReadonlySet<string>;
  /** Words for people in general, as written. */
  readonly people: ReadonlySet<string>;
  /** Words for one of several talks, and the number that each ordinal stands for. */
  readonly rounds: { readonly words: ReadonlySet<string>; readonly numbers: ReadonlyMap<string, number> };
}

/** Which quad an act or a type of event counts for. Data: data/taxonomies/quads.yaml. */
export interface QuadTable {
  readonly acts: ReadonlyMap<Act, Quad>;
  readonly events: ReadonlyMap<EventType, Quad>;
}

/** A fault of one of these files, with the entry and what to do. */
export class MergingLexiconError extends Error {
  override readonly name = 'MergingLexiconError';
}

const STEM = 5;

/** A word cut short, so that its forms are one. */
export const stemOf = (word: string): string => word.slice(0, STEM);

type Fields = Readonly<Record<string, unknown>>;

const mapping = (value: unknown, file: string, entry: string): Fields => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new MergingLexiconError(`${file}, ${entry}: expected names with values; write it as a YAML mapping.`);
};

const listed = (value: unknown, file: string, entry: string): string[] => {
  const words = typeof value === 'string' ? value.split(/[,\n]/).map((word) => word.trim()) : [];
  const list = words.filter((word) => word !== '');
  if (list.length > 0) return list;
  throw new MergingLexiconError(`${file}, ${entry}: the list is empty or missing; give words parted by commas.`);
};

/** @throws {MergingLexiconError} where an entry is missing or of another form. */
export function parseMergingLexicon(raw: unknown, file = 'data/lexicons/en/merging.yaml'): MergingLexicon {
  const fields = mapping(raw, file, 'the file');
  const little = ['little', 'common', 'days'].flatMap((entry) => listed(fields[entry], file, entry));
  const capital = little.find((word) => word !== word.toLowerCase());
  if (capital !== undefined) {
    throw new MergingLexiconError(`${file}: "${capital}" has capitals; write it in lower case.`);
  }
  const groups = fields['modes'];
  if (!Array.isArray(groups)) throw new MergingLexiconError(`${file}, modes: expected a list of groups of modes.`);
  const kin = new Map<EventMode, Set<EventMode>>();
  for (const group of groups) {
    const modes = listed(group, file, 'modes') as EventMode[];
    for (const mode of modes) kin.set(mode, new Set([...(kin.get(mode) ?? []), ...modes]));
  }
  return {
    little: new Set(little.map(stemOf)),
    kin,
    telling: tellingOf(fields['telling'], file),
    wars: new Set(listed(fields['wars'], file, 'wars')),
    named: new Set(listed(fields['named'], file, 'named')),
    people: new Set(listed(fields['people'], file, 'people')),
    rounds: roundsOf(mapping(fields['rounds'], file, 'rounds'), file),
  };
}

function tellingOf(groups: unknown, file: string): MergingLexicon['telling'] {
  if (!Array.isArray(groups)) throw new MergingLexiconError(`${file}, telling: expected a list of groups of words.`);
  return new Map(
    groups.flatMap((group, i) => listed(group, file, 'telling').map((word) => [stemOf(word), i] as const)),
  );
}

function roundsOf(rounds: Fields, file: string): MergingLexicon['rounds'] {
  const { numbers } = rounds;
  if (!Array.isArray(numbers) || numbers.some((forms) => typeof forms !== 'string')) {
    throw new MergingLexiconError(
      `${file}, rounds: expected a list of ordinals, each with its forms parted by spaces.`,
    );
  }
  return {
    words: new Set(listed(rounds['words'], file, 'rounds')),
    numbers: new Map(numbers.flatMap((forms: string, i) => forms.split(' ').map((form) => [form, i + 1] as const))),
  };
}

const QUADS: readonly Quad[] = ['verbalCooperation', 'materialCooperation', 'verbalConflict', 'materialConflict'];

/** @throws {MergingLexiconError} where a quad is missing, or an act or type stands in two. */
export function parseQuadTable(raw: unknown, file = 'data/taxonomies/quads.yaml'): QuadTable {
  const fields = mapping(raw, file, 'the file');
  const acts = new Map<Act, Quad>();
  const events = new Map<EventType, Quad>();
  const put = <K>(table: Map<K, Quad>, key: K, quad: Quad): void => {
    if (table.has(key)) throw new MergingLexiconError(`${file}, ${quad}: ${key} stands in two quads; keep it in one.`);
    table.set(key, quad);
  };
  for (const quad of QUADS) {
    const entry = mapping(fields[quad], file, quad);
    if (entry['acts'] !== undefined) for (const act of listed(entry['acts'], file, quad)) put(acts, act as Act, quad);
    if (entry['events'] !== undefined) {
      for (const type of listed(entry['events'], file, quad)) put(events, type as EventType, quad);
    }
  }
  return { acts, events };
}
