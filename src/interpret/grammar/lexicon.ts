/** The words that tell the build of a clause. */
import type { Ranker } from '../../learn/ranker.ts';

/** How what a verb says stands to fact. */
export type Frame = 'fact' | 'possible' | 'obligation' | 'would' | 'attempt' | 'refusal' | 'wish' | 'purpose' | 'plan';

type Words = ReadonlySet<string>;

/** Runs of two words or more, by their first word. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Base forms over "to" + verb, by what they are, each with its frame. */
export interface Governors {
  readonly verbs: ReadonlyMap<string, Frame>;
  readonly adjectives: ReadonlyMap<string, Frame>;
  readonly nouns: ReadonlyMap<string, Frame>;
  /** Verbs whose object does what is told: "urged Halvia to withdraw". */
  readonly objects: ReadonlyMap<string, Frame>;
}

/** Words in lower case; `data/lexicons/en/grammar.yaml` says what each list is. */
export interface GrammarLexicon {
  readonly be: Words;
  readonly have: Words;
  readonly do: Words;
  readonly get: Words;
  readonly past: Words;
  readonly modals: ReadonlyMap<string, 'future' | 'possible' | 'obligation' | 'would'>;
  readonly participles: Words;
  readonly pasts: Words;
  /** Base forms of verbs that keep an object in the passive: "a man named Voss", "the port given the Front". */
  readonly twofold: Words;
  readonly samePast: Words;
  readonly negations: Words;
  readonly negationPhrases: Phrases;
  readonly negating: Words;
  readonly lacking: Words;
  readonly denyingPrepositions: Words;
  readonly governors: Governors;
  readonly futureLinks: Words;
  readonly subordinators: Words;
  readonly relatives: Words;
  readonly coordinators: Words;
  readonly clauseVerbs: Words;
  readonly reporting: Words;
  readonly conditionals: Words;
  readonly conditionalPhrases: Phrases;
  readonly inversions: Words;
  readonly possessives: Words;
  readonly doers: Words;
  readonly targets: Words;
  readonly hedges: Words;
  readonly hedgePassives: Words;
  readonly hedgeVerbs: Words;
  readonly hedgePhrases: Phrases;
}

/** The words, and what was learnt about who does what. */
export interface Grammar extends GrammarLexicon {
  /** `null`: by rules alone. */
  readonly model: ArgumentModel | null;
}

/** Two learned choices. */
export interface ArgumentModel {
  /** Of a form such as "shelled": the verb of a clause, or a participle. */
  readonly participle: Ranker;
  /** Of subject and object among noun phrases. */
  readonly arguments: Ranker;
  readonly version: string;
}

/** A fault in the lexicon: where it is and what to do. */
export class GrammarLexiconError extends Error {
  override readonly name = 'GrammarLexiconError';
}

const FRAMES: readonly Frame[] = ['fact', 'possible', 'obligation', 'attempt', 'refusal', 'wish', 'plan'];
const MODALS = ['future', 'possible', 'obligation', 'would'] as const;

type Lists = {
  readonly [K in keyof GrammarLexicon]: GrammarLexicon[K] extends Words ? K : never;
}[keyof GrammarLexicon];

/** The name in the file of each plain list. */
const LISTS: Readonly<Record<Lists, string>> = {
  be: 'be',
  have: 'have',
  do: 'do',
  get: 'get',
  past: 'past',
  participles: 'participles',
  pasts: 'pasts',
  twofold: 'twofold',
  samePast: 'same_past',
  negations: 'negations',
  negating: 'negating',
  lacking: 'lacking',
  denyingPrepositions: 'denying_prepositions',
  futureLinks: 'future_links',
  subordinators: 'subordinators',
  relatives: 'relatives',
  coordinators: 'coordinators',
  clauseVerbs: 'clause_verbs',
  reporting: 'reporting',
  conditionals: 'conditionals',
  inversions: 'inversions',
  possessives: 'possessives',
  doers: 'doers',
  targets: 'targets',
  hedges: 'hedges',
  hedgePassives: 'hedge_passives',
  hedgeVerbs: 'hedge_verbs',
};

const PHRASES = {
  negationPhrases: 'negation_phrases',
  conditionalPhrases: 'conditional_phrases',
  hedgePhrases: 'hedge_phrases',
} as const;

const TABLES = ['modals', 'frames', 'object_control'];

/** Reads what the file holds. Throws `GrammarLexiconError`, which names the list and the remedy. */
export function parseGrammarLexicon(raw: unknown, file = 'data/lexicons/en/grammar.yaml'): GrammarLexicon {
  const fail = (list: string, what: string): never => {
    throw new GrammarLexiconError(`${file}, ${list}: ${what}`);
  };
  const tableOf = (value: unknown): Record<string, unknown> =>
    (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const check = (table: Record<string, unknown>, known: readonly string[], within: string): void => {
    const odd = Object.keys(table).find((key) => !known.includes(key));
    if (odd !== undefined) fail(within + odd, 'no list has this name. Correct it, or take it out.');
  };
  const wordsOf = (value: unknown, list: string): readonly string[] => {
    if (typeof value !== 'string' || value.trim() === '')
      return fail(list, `the list is not there. Write it as \`${list}: word, word\`.`);
    const words = value.split(',').map((w) => w.trim());
    for (const word of words)
      if (word === '' || word !== word.toLowerCase() || /["\s]{2}|"/u.test(word))
        fail(list, `${JSON.stringify(word)} is no word in lower case. Part words by one comma, without quotes.`);
    return words;
  };
  const table = tableOf(raw);
  check(table, [...Object.values(LISTS), ...Object.values(PHRASES), ...TABLES], '');

  const phrasesOf = (list: string): Phrases => {
    const phrases = new Map<string, string[][]>();
    for (const entry of wordsOf(table[list], list)) {
      const words = entry.split(' ');
      if (words.length < 2) fail(list, `"${entry}" is one word. Phrases have two or more.`);
      const others = phrases.get(words[0]!);
      if (others) others.push(words);
      else phrases.set(words[0]!, [words]);
    }
    return phrases;
  };
  const modals = new Map<string, (typeof MODALS)[number]>();
  const modalTable = tableOf(table['modals']);
  check(modalTable, MODALS, 'modals.');
  for (const kind of MODALS) for (const word of wordsOf(modalTable[kind], `modals.${kind}`)) modals.set(word, kind);

  const verbs = new Map<string, Frame>();
  const adjectives = new Map<string, Frame>();
  const nouns = new Map<string, Frame>();
  const objects = new Map<string, Frame>();
  const add = (map: Map<string, Frame>, value: unknown, frame: Frame, list: string): void => {
    for (const word of wordsOf(value, list)) {
      // The first entry holds: a word that stands under two frames leans to the one that comes first.
      if (!map.has(word)) map.set(word, frame);
    }
  };
  const frames = tableOf(table['frames']);
  const controls = tableOf(table['object_control']);
  check(frames, FRAMES, 'frames.');
  check(controls, FRAMES, 'object_control.');
  for (const frame of FRAMES) {
    const kinds = tableOf(frames[frame]);
    check(kinds, ['verbs', 'adjectives', 'nouns'], `frames.${frame}.`);
    if (kinds['verbs'] !== undefined) add(verbs, kinds['verbs'], frame, `frames.${frame}.verbs`);
    if (kinds['adjectives'] !== undefined) add(adjectives, kinds['adjectives'], frame, `frames.${frame}.adjectives`);
    if (kinds['nouns'] !== undefined) add(nouns, kinds['nouns'], frame, `frames.${frame}.nouns`);
    if (controls[frame] !== undefined) add(objects, controls[frame], frame, `object_control.${frame}`);
  }
  const lists = Object.entries(LISTS).map(([name, list]) => [name, new Set(wordsOf(table[list], list))]);
  const phrases = Object.entries(PHRASES).map(([name, list]) => [name, phrasesOf(list)]);
  return {
    ...(Object.fromEntries([...lists, ...phrases]) as Omit<GrammarLexicon, 'modals' | 'governors'>),
    modals,
    governors: { verbs, adjectives, nouns, objects },
  };
}
