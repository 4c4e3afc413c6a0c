/** The words by which contradictions are found, as `data/lexicons/en/disputes.yaml` lists them. */
import { type PhraseTable, phraseTable } from '../phrases.ts';

/** Raised where the file does not have the form described at its head. */
export class DisputeLexiconError extends Error {
  override readonly name = 'DisputeLexiconError';
}

/** What a verb of denial must have as its object: anything, or an account. */
export type DenialOf = 'sure' | 'of_account' | 'with_false';

export interface DisputeLexicon {
  readonly denials: PhraseTable<DenialOf>;
  readonly things: ReadonlySet<string>;
  /** Pronouns that stand for an account told before. */
  readonly pointers: ReadonlySet<string>;
  /** Before the subject of a denial: they stand for what its sentence has told. */
  readonly relatives: ReadonlySet<string>;
  /** Begin such words with a noun. */
  readonly articles: ReadonlySet<string>;
  /** Words by which one side doubts what another told: "the so-called rounds". */
  readonly doubted: PhraseTable<true>;
  /** Between two accounts of one sentence: "; Maravet says". */
  readonly against: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
  /** Words for an account that blames somebody. */
  readonly accusations: ReadonlySet<string>;
  /** Said of an account, that it is false. */
  readonly false: PhraseTable<true>;
  readonly counters: PhraseTable<true>;
  readonly denialNouns: ReadonlySet<string>;
  /** What is told has nothing to show for it: "no evidence". */
  readonly lacking: PhraseTable<true>;
  /** At the head of a sentence of two accounts: the one is set against the other. */
  readonly heads: ReadonlySet<string>;
  /** Verbs by which a side gives a number. */
  readonly tolling: ReadonlySet<string>;
  /** Last words of what is open only where a side is named behind it. */
  readonly ofSide: ReadonlySet<string>;
  /** The report says that accounts differ, not whose they are. */
  readonly differing: PhraseTable<true>;
  readonly unverified: PhraseTable<true>;
  /** What nobody knows yet: no account that could be confirmed. */
  readonly unclear: PhraseTable<true>;
  /** Sources without a name, which may be one that is named elsewhere. */
  readonly faceless: ReadonlySet<string>;
  /** Words by a number that is a part of another. */
  readonly parts: ReadonlySet<string>;
  /** The same, but only before the number. */
  readonly partsBefore: ReadonlySet<string>;
  /** Begins what stands for two accounts told before: "neither figure". */
  readonly neither: ReadonlySet<string>;
  /** By a number that the same voice gave before: "an earlier toll of". */
  readonly updates: ReadonlySet<string>;
  /** The same behind the number: "five | of the dead". */
  readonly partsBehind: PhraseTable<true>;
  /** Those who are counted apart from all: children, teachers. */
  readonly groups: ReadonlySet<string>;
  readonly higher: PhraseTable<true>;
  readonly plain: ReadonlySet<string>;
  /** The first of its group for each word of a group. */
  readonly alike: ReadonlyMap<string, string>;
  /** Words that say "not". */
  readonly negators: ReadonlySet<string>;
  /** In an account, they say who or what brought something about. */
  readonly blaming: PhraseTable<true>;
  /** People under arms who belong to no state. */
  readonly irregulars: ReadonlySet<string>;
  /** Before the noun of a deed, they say that it is one told before. */
  readonly definite: ReadonlySet<string>;
  /** What words tell of (the first word of a group of `alike`) that somebody does, and can deny having done. */
  readonly deeds: ReadonlySet<string>;
  /** Which phrases that decide begin with a word: bits of `DECIDES`. */
  readonly firsts: ReadonlyMap<string, number>;
}

/** The phrases that decide whether there is a dispute at all, as bits. */
export const DECIDES = {
  denials: 1,
  counters: 2,
  differing: 4,
  unverified: 8,
  unclear: 8,
  higher: 16,
  negators: 32,
} as const;

/** What the phrases of each such table begin with. */
function firstsOf(tables: Readonly<Record<keyof typeof DECIDES, PhraseTable<unknown>>>): ReadonlyMap<string, number> {
  const firsts = new Map<string, number>();
  for (const [name, bit] of Object.entries(DECIDES))
    for (const first of tables[name as keyof typeof DECIDES].keys()) firsts.set(first, (firsts.get(first) ?? 0) | bit);
  return firsts;
}

/**
 * Reads the parsed `disputes.yaml`.
 * @throws {DisputeLexiconError} where an entry does not have the form described at the head of that file.
 */
export function parseDisputeLexicon(raw: unknown, file = 'data/lexicons/en/disputes.yaml'): DisputeLexicon {
  const fail = (entry: string, problem: string): never => {
    throw new DisputeLexiconError(`${file}, ${entry}: ${problem}`);
  };
  const map = (value: unknown, entry: string): Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : fail(entry, 'expected names with values; write it as a YAML mapping.');
  const words = (value: unknown, entry: string): string[] => {
    const list =
      typeof value === 'string'
        ? value
            .split(/[,\n]/)
            .map((w) => w.trim())
            .filter((w) => w !== '')
        : [];
    if (list.length === 0) fail(entry, 'the list is empty or missing; give words parted by commas.');
    const wrong = list.find((w) => w !== w.toLowerCase());
    return wrong === undefined ? list : fail(entry, `"${wrong}" has capitals; write it in lower case.`);
  };
  const root = map(raw, 'the file');
  const table = (entry: string): PhraseTable<true> =>
    phraseTable(words(root[entry], entry).map((w) => [w, true] as const));
  const denials = map(root['denials'], 'denials');
  const alike = new Map<string, string>();
  if (typeof root['alike'] !== 'string') fail('alike', 'expected a group of words in each line.');
  for (const line of (root['alike'] as string).split('\n')) {
    if (line.trim() === '') continue;
    const group = words(line, 'alike');
    for (const word of group) {
      if (alike.has(word)) fail('alike', `"${word}" stands in two groups; keep one.`);
      alike.set(word, group[0]!);
    }
  }
  const denying = phraseTable(
    (['sure', 'of_account', 'with_false'] as const).flatMap((kind) =>
      words(denials[kind], `denials, ${kind}`).map((w) => [w, kind] as const),
    ),
  );
  const things = new Set(words(root['things'], 'things'));
  const deciding = {
    denials: denying,
    counters: table('counters'),
    differing: table('differing'),
    unverified: table('unverified'),
    unclear: table('unclear'),
    higher: table('higher'),
    negators: table('negators'),
  };
  return {
    ...deciding,
    negators: new Set(words(root['negators'], 'negators')),
    blaming: table('blaming'),
    irregulars: new Set(words(root['irregulars'], 'irregulars')),
    definite: new Set(words(root['definite'], 'definite')),
    deeds: new Set(words(root['deeds'], 'deeds')),
    firsts: firstsOf(deciding),
    things,
    pointers: new Set(words(root['pointers'], 'pointers')),
    relatives: new Set(words(root['relatives'], 'relatives')),
    articles: new Set(words(root['articles'], 'articles')),
    doubted: table('doubted'),
    against: new Set(words(root['against'], 'against')),
    accounts: new Set(words(root['accounts'], 'accounts')),
    accusations: new Set(words(root['accusations'], 'accusations')),
    false: table('false'),
    denialNouns: new Set(words(root['denial_nouns'], 'denial_nouns')),
    lacking: table('lacking'),
    heads: new Set(words(root['heads'], 'heads')),
    tolling: new Set(words(root['tolling'], 'tolling')),
    ofSide: new Set(words(root['of_side'], 'of_side')),
    faceless: new Set(words(root['faceless'], 'faceless')),
    parts: new Set(words(root['parts'], 'parts')),
    partsBefore: new Set(words(root['parts_before'], 'parts_before')),
    neither: new Set(words(root['neither'], 'neither')),
    updates: new Set(words(root['updates'], 'updates')),
    partsBehind: table('parts_behind'),
    groups: new Set(words(root['groups'], 'groups')),
    plain: new Set(words(root['plain'], 'plain')),
    alike,
  };
}
