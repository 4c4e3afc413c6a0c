import type { FigureKind } from '../../record.ts';
import { EventLexiconError, phrasesOf } from './lexicon.ts';

/** What a counted noun is; open: a noun that no list holds, in the plural. */
export type Counted = 'people' | 'weapons' | 'things' | 'casualties' | 'open';

/** Phrases by their first word, longest first; each without that word. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly string[])[]>;

/** How numbers are told (data/lexicons/en/figures.yaml). */
export interface FigureLexicon {
  /** Bounds before a number, by their last word, backwards. */
  readonly least: PhraseTable;
  readonly most: PhraseTable;
  readonly leastAfter: PhraseTable;
  readonly mostAfter: PhraseTable;
  readonly about: ReadonlySet<string>;
  readonly vague: PhraseTable;
  /** Words of vague amounts that count only where an outcome is told. */
  readonly loose: ReadonlySet<string>;
  readonly small: ReadonlyMap<string, number>;
  readonly large: ReadonlyMap<string, number>;
  /** Parts of a large number: "half a million". */
  readonly fractions: ReadonlyMap<string, number>;
  /** What became of those who are counted, by word. */
  readonly outcomes: ReadonlyMap<string, FigureKind>;
  readonly counted: ReadonlyMap<string, Counted>;
  readonly measures: ReadonlySet<string>;
  /** Names and signs of money, and what stands behind a number of it. */
  readonly money: ReadonlySet<string>;
  readonly moneyUnits: ReadonlyMap<string, number>;
  readonly parts: ReadonlySet<string>;
  /** Words that stand for those counted before. */
  readonly pronouns: ReadonlySet<string>;
  /** Ends of an amount that counts more of the same. */
  readonly again: ReadonlySet<string>;
  /** Phrases that tell of some people what was told of others: "as well as". */
  readonly also: ReadonlySet<string>;
  /** Before "of", these count shots only where weapons follow. */
  readonly shots: ReadonlySet<string>;
  /** Before "of" and a number: those counted died. */
  readonly lives: ReadonlySet<string>;
  /** Verbs right before a number: the word behind it says what became of those counted. */
  readonly leaving: ReadonlySet<string>;
  /** Before a number of places, these say where something was. */
  readonly where: ReadonlySet<string>;
  /** Verbs that nobody does to another, in any form. */
  readonly suffering: ReadonlySet<string>;
  /** Nouns for one person, and the articles that count them as one. */
  readonly singles: ReadonlySet<string>;
  readonly one: ReadonlySet<string>;
  /** Nouns for one person of somebody's, and the words before them: "his son". */
  readonly kin: ReadonlySet<string>;
  readonly whose: ReadonlySet<string>;
  /** Before a noun for things, these make them weapons: "armoured vehicles". */
  readonly armed: ReadonlySet<string>;
  /** Words for people that do not say who they are. */
  readonly anybody: ReadonlySet<string>;
  /** Words for a count, and what it counts where nothing else is said; `null`: what was told before. */
  readonly tolls: ReadonlyMap<string, FigureKind | null>;
}

const FILE = 'data/lexicons/en/figures.yaml';
const OUTCOMES = ['killed', 'wounded', 'captured', 'displaced'] as const;
const COUNTED = ['people', 'weapons', 'things', 'casualties'] as const;

function table(phrases: readonly (readonly string[])[]): PhraseTable {
  const out = new Map<string, string[][]>();
  for (const [first, ...rest] of phrases) {
    const all = out.get(first!) ?? [];
    out.set(
      first!,
      [...all, rest].sort((a, b) => b.length - a.length),
    );
  }
  return out;
}

/**
 * Reads the parsed data/lexicons/en/figures.yaml.
 * @throws {EventLexiconError} where a list is missing or a number is none.
 */
export function parseFigureLexicon(raw: unknown): FigureLexicon {
  const file = (raw ?? {}) as Readonly<Record<string, unknown>>;
  const phrases = (name: string): string[][] => {
    const found = phrasesOf(file[name]);
    if (found.length === 0)
      throw new EventLexiconError(`${FILE}, ${name}: this list is missing. Give words by commas.`);
    return found;
  };
  const words = (name: string): ReadonlySet<string> => new Set(phrases(name).map((p) => p.join(' ')));
  const numbers = (name: string): ReadonlyMap<string, number> => {
    const given = Object.entries((file[name] ?? {}) as Readonly<Record<string, unknown>>);
    for (const [word, n] of given) {
      if (typeof n !== 'number') throw new EventLexiconError(`${FILE}, ${name}, ${word}: this is not a number.`);
    }
    if (given.length === 0) throw new EventLexiconError(`${FILE}, ${name}: give words and their numbers.`);
    return new Map(given as [string, number][]);
  };
  const backwards = (name: string): PhraseTable => table(phrases(name).map((p) => [...p].reverse()));
  const outcomes = new Map<string, FigureKind>();
  for (const kind of OUTCOMES) for (const word of words(kind)) if (!outcomes.has(word)) outcomes.set(word, kind);
  const counted = new Map<string, Counted>();
  for (const kind of COUNTED) for (const word of words(kind)) if (!counted.has(word)) counted.set(word, kind);
  return {
    least: backwards('least'),
    most: backwards('most'),
    leastAfter: table(phrases('least_after')),
    mostAfter: table(phrases('most_after')),
    about: new Set([...words('about')].flatMap((w) => w.split(' '))),
    vague: table(phrases('vague')),
    loose: words('loose'),
    small: numbers('small'),
    large: numbers('large'),
    fractions: numbers('fractions'),
    outcomes,
    counted,
    measures: words('measures'),
    money: words('money'),
    moneyUnits: numbers('money_units'),
    parts: words('parts'),
    pronouns: words('pronouns'),
    again: words('again'),
    also: words('also'),
    lives: words('lives'),
    shots: words('shots'),
    leaving: words('leaving'),
    where: words('where'),
    suffering: words('suffering'),
    singles: words('singles'),
    one: words('one'),
    kin: words('kin'),
    whose: words('whose'),
    armed: words('armed'),
    anybody: words('anybody'),
    tolls: new Map([
      ...[...words('tolls')].map((w) => [w, null] as const),
      ...[...words('death_tolls')].map((w) => [w, 'killed'] as const),
    ]),
  };
}
