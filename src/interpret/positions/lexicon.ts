/** The words by which positions are told: predicates, moods, conditions, movement (data/lexicons/en/positions.yaml). */
import { MOVEMENTS, type Movement, STANCES, type Stance } from '../../record.ts';
import { type PhraseIndex, phraseIndex, splitWords } from '../../text/phrases.ts';

/** Words that say what a party does about an issue. */
export interface Predicate {
  /** As `explain` shows it: `positions.yaml: want`. */
  readonly name: string;
  /** Its place among the predicates. */
  readonly at: number;
  readonly stance: Stance;
  /** The stance when it is denied; `null` where a denied one is no position. */
  readonly denied: Stance | null;
  /** Whether it tells a position by itself, where its subject or owner is a party. */
  readonly tells: boolean;
  /** Whether it does so in the passive too; "rebels backed by Cantara" tells no position. */
  readonly passive: boolean;
  /** Whether it tells what somebody is after, which others can only guess at: "aims to". */
  readonly aim: boolean;
  /** Whether it tells what somebody gives up of its own: "lifts". */
  readonly yields: boolean;
  /** The codes of the issues on which it tells a position by itself, as a deed: "delivered tanks"; empty for none. */
  readonly on: readonly string[];
}

/** Words around a verb that tell how firmly it is meant. */
export interface PositionMood {
  readonly name: string;
  readonly at: number;
}

/** Words that open a condition. */
export interface ConditionMark {
  /** Whether it has to be met before the holder does something else. */
  readonly must: boolean;
  /** The stances beside which what it names is wanted itself: "will not meet before the guns are gone". */
  readonly asks: readonly Stance[];
  /** The stances beside which alone it opens a condition: "will not meet while the guns stand"; empty for all. */
  readonly beside: readonly Stance[];
}

export type PredicateClass = 'verb' | 'noun' | 'adjective';

/** What one phrase of the lexicon stands for. */
export type Mark =
  | { readonly kind: 'predicate'; readonly predicate: Predicate; readonly class: PredicateClass }
  | { readonly kind: 'mood'; readonly mood: PositionMood }
  | { readonly kind: 'condition'; readonly condition: ConditionMark }
  | { readonly kind: 'precondition' }
  | { readonly kind: 'aside' }
  | { readonly kind: 'carrier' }
  | { readonly kind: 'account' }
  | { readonly kind: 'mind' }
  | { readonly kind: 'list' }
  | { readonly kind: 'topic' }
  | { readonly kind: 'movement'; readonly movement: Movement };

export interface PositionLexicon {
  readonly predicates: readonly Predicate[];
  readonly moods: readonly PositionMood[];
  /** All phrases by their first word, the longest first. */
  readonly index: PhraseIndex<Mark>;
}

/** Raised when the lexicon does not have the form that it must have. */
export class PositionLexiconError extends Error {
  override readonly name = 'PositionLexiconError';
}

const CLASSES: readonly (readonly [field: string, cls: PredicateClass])[] = [
  ['verbs', 'verb'],
  ['nouns', 'noun'],
  ['adjectives', 'adjective'],
];

type Entry = Readonly<Record<string, unknown>>;

const fail = (where: string, what: string, remedy: string): never => {
  throw new PositionLexiconError(`${where}: ${what}. ${remedy}`);
};

/** The list under `key`, each entry a table. */
function entries(raw: unknown, key: string, file: string): readonly Entry[] {
  const list = typeof raw === 'object' && raw !== null ? (raw as Entry)[key] : undefined;
  if (!Array.isArray(list) || list.length === 0) {
    return fail(file, `no list \`${key}\``, `Give the list \`${key}\` with at least one entry.`);
  }
  list.forEach((entry: unknown, i) => {
    if (typeof entry !== 'object' || entry === null) {
      fail(`${file}, ${key} ${i + 1}`, 'this is no entry', 'Write it as a table with its fields.');
    }
  });
  return list as Entry[];
}

/** One of a closed list of words; `null` where the field is left out. */
function oneOf<T extends string>(entry: Entry, field: string, all: readonly T[], where: string): T | null {
  const value = entry[field];
  if (value === undefined) return null;
  if (!all.includes(value as T)) {
    return fail(where, `\`${field}\` is ${JSON.stringify(value)}`, `Use one of ${all.join(', ')}.`);
  }
  return value as T;
}

/** The words under a field; none where it is left out. */
function wordsOf(entry: Entry, field: string, where: string): string[] {
  const value = entry[field] ?? '';
  return typeof value === 'string'
    ? splitWords(value)
    : fail(where, `\`${field}\` is not text`, 'Write the words with commas between them.');
}

/** The names of a list, which must differ. */
function nameOf(entry: Entry, where: string, seen: Set<string>): string {
  const name = entry['name'];
  if (typeof name !== 'string' || name === '') return fail(where, 'no name', 'Give the entry a `name`.');
  if (seen.has(name)) fail(where, `the name ${JSON.stringify(name)} stands twice`, 'Rename or merge the two.');
  seen.add(name);
  return name;
}

/**
 * Reads the parsed `positions.yaml`.
 * @throws {PositionLexiconError} where an entry does not have the form described at the head of that file.
 */
export function parsePositionLexicon(raw: unknown, file = 'data/lexicons/en/positions.yaml'): PositionLexicon {
  const index: (readonly [string, Mark])[] = [];
  const names = new Set<string>();
  const predicates = entries(raw, 'predicates', file).map((entry, at): Predicate => {
    const where = `${file}, predicates ${at + 1}`;
    const name = nameOf(entry, where, names);
    const stance = oneOf(entry, 'stance', STANCES, where);
    if (stance === null) return fail(where, 'no stance', `Give it a \`stance\`: one of ${STANCES.join(', ')}.`);
    const tells = entry['tells'] ?? false;
    if (typeof tells !== 'boolean')
      return fail(where, '`tells` is neither true nor false', 'Correct it, or take it out.');
    const passive = entry['passive'] ?? true;
    if (typeof passive !== 'boolean')
      return fail(where, '`passive` is neither true nor false', 'Correct it, or take it out.');
    const [aim, yields] = ['aim', 'yields'].map((field) => {
      const value = entry[field] ?? false;
      return typeof value === 'boolean'
        ? value
        : fail(where, `\`${field}\` is neither true nor false`, 'Correct it, or take it out.');
    }) as [boolean, boolean];
    const denied = oneOf(entry, 'denied', STANCES, where);
    const on = wordsOf(entry, 'on', where).map((code) => code.toUpperCase());
    const predicate: Predicate = { name, at, stance, denied, tells, passive, aim, yields, on };
    for (const [field, cls] of CLASSES) {
      for (const phrase of wordsOf(entry, field, where))
        index.push([phrase, { kind: 'predicate', predicate, class: cls }]);
    }
    return predicate;
  });
  const moodNames = new Set<string>();
  const moods = entries(raw, 'moods', file).map((entry, at): PositionMood => {
    const where = `${file}, moods ${at + 1}`;
    const mood = { name: nameOf(entry, where, moodNames), at };
    for (const phrase of wordsOf(entry, 'words', where)) index.push([phrase, { kind: 'mood', mood }]);
    return mood;
  });
  for (const [i, entry] of entries(raw, 'conditions', file).entries()) {
    const where = `${file}, conditions ${i + 1}`;
    const must = entry['must'];
    if (typeof must !== 'boolean') return fail(where, 'no `must`', 'Say `must: true` or `must: false`.');
    const [asks, beside] = (['asks', 'beside'] as const).map((field) => {
      const stances = wordsOf(entry, field, where) as Stance[];
      const wrong = stances.find((stance) => !STANCES.includes(stance));
      if (wrong !== undefined)
        return fail(where, `\`${field}\` has ${JSON.stringify(wrong)}`, `Use only ${STANCES.join(', ')}.`);
      return stances;
    }) as [Stance[], Stance[]];
    for (const phrase of wordsOf(entry, 'words', where))
      index.push([phrase, { kind: 'condition', condition: { must, asks, beside } }]);
  }
  for (const phrase of wordsOf(raw as Entry, 'asides', file)) index.push([phrase, { kind: 'aside' }]);
  for (const phrase of wordsOf(raw as Entry, 'topics', file)) index.push([phrase, { kind: 'topic' }]);
  for (const phrase of wordsOf(raw as Entry, 'lists', file)) index.push([phrase, { kind: 'list' }]);
  for (const phrase of wordsOf(raw as Entry, 'carriers', file)) index.push([phrase, { kind: 'carrier' }]);
  for (const phrase of wordsOf(raw as Entry, 'accounts', file)) index.push([phrase, { kind: 'account' }]);
  for (const phrase of wordsOf(raw as Entry, 'minds', file)) index.push([phrase, { kind: 'mind' }]);
  for (const phrase of wordsOf(raw as Entry, 'preconditions', file)) index.push([phrase, { kind: 'precondition' }]);
  for (const [i, entry] of entries(raw, 'movement', file).entries()) {
    const where = `${file}, movement ${i + 1}`;
    const movement = oneOf(entry, 'movement', MOVEMENTS, where);
    if (movement === null) return fail(where, 'no `movement`', `Give it one of ${MOVEMENTS.join(', ')}.`);
    for (const phrase of wordsOf(entry, 'words', where)) index.push([phrase, { kind: 'movement', movement }]);
  }
  return { predicates, moods, index: phraseIndex(index) };
}
