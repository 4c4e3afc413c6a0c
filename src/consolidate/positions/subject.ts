/** What words a demand is about, so that two demands can be told to be about one thing. */

/** Words that say nothing of what a demand is about. Data: data/lexicons/en/subjects.yaml. */
export interface SubjectLexicon {
  readonly passedOver: ReadonlySet<string>;
  /** Words that turn a demand round: "stop", "without". */
  readonly turning: ReadonlySet<string>;
  /** Issues that are one question: whether to stop firing, to let observers in. */
  readonly oneQuestion: ReadonlySet<string>;
  /** Issues on which a party's last answer takes the place of its earlier ones. */
  readonly lastAnswer: ReadonlySet<string>;
  /** Words that count. */
  readonly numbers: ReadonlySet<string>;
  /** Endings that are taken off, the longest first. */
  readonly endings: readonly string[];
}

export class SubjectLexiconError extends Error {
  override readonly name = 'SubjectLexiconError';
}

const FILE = 'data/lexicons/en/subjects.yaml';

/** @throws {SubjectLexiconError} where an entry is missing or of another form. */
export function parseSubjectLexicon(raw: unknown): SubjectLexicon {
  const entries = (typeof raw === 'object' && raw !== null ? raw : {}) as Readonly<Record<string, unknown>>;
  const words = (entry: string): string[] => {
    const value = entries[entry];
    if (typeof value !== 'string' || !/^[\p{Ll}\p{N}'\s]+$/u.test(value)) {
      throw new SubjectLexiconError(
        `${FILE}: "${entry}" must be words in small letters, parted by blanks. Write it so.`,
      );
    }
    return value.trim().split(/\s+/);
  };
  const endings = words('endings');
  const codes = (entry: string): ReadonlySet<string> => {
    const value = entries[entry];
    if (typeof value === 'string' && /^[A-Z_\s]+$/.test(value)) return new Set(value.trim().split(/\s+/));
    throw new SubjectLexiconError(`${FILE}: "${entry}" must be codes of issues, parted by blanks. Write it so.`);
  };
  return {
    passedOver: new Set(words('passed_over')),
    turning: new Set(words('turning')),
    oneQuestion: codes('one_question'),
    lastAnswer: codes('last_answer'),
    numbers: new Set(words('numbers')),
    endings: endings.sort((a, b) => b.length - a.length),
  };
}

/** Stems are cut at this length: "withdrawal" and "withdraw" are one. */
const LONGEST = 6;
/** No ending is taken off if less would be left. */
const SHORTEST = 4;

/** The stems of the words that carry what is demanded, each once, without those of names that are given. */
export function stemsOf(
  words: string,
  lexicon: SubjectLexicon,
  without: ReadonlySet<string> = NONE,
): ReadonlySet<string> {
  const stems = new Set<string>();
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").toLowerCase();
  for (const word of plain.match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? []) {
    const bare = word.replace(/'.*$/, '');
    if (lexicon.passedOver.has(word) || lexicon.passedOver.has(bare)) continue;
    const stem = stemOf(bare, lexicon);
    if (!without.has(stem)) stems.add(stem);
  }
  return stems;
}

const NONE: ReadonlySet<string> = new Set();

function stemOf(word: string, { endings }: SubjectLexicon): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST);
  return (ending === undefined ? word : word.slice(0, -ending.length)).slice(0, LONGEST);
}

/** Whether words speak of an end of something. */
export const isTurned = (words: string, { turning }: SubjectLexicon): boolean =>
  (words.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => turning.has(word));

/** The numbers that words name, as they are written; days of the month and years are no amounts. */
export function numbersIn(words: string, numbers: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of words.toLowerCase().match(/[\p{L}\p{N}.,]*[\p{L}\p{N}]/gu) ?? [])
    if (numbers.has(word) || (/^\d/.test(word) && !/^(?:19|20|2\d)\d\d$/.test(word))) found.add(word);
  return found;
}

/** How many stems two sets share. */
export function sharedStems(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of a) if (b.has(stem)) count += 1;
  return count;
}

/** Which share of the smaller set stands in the other; 0 where one is empty. */
export const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.size === 0 || b.size === 0 ? 0 : sharedStems(a, b) / Math.min(a.size, b.size);

/** Which share of all stems stands in both (Jaccard 1912); 0 where both are empty. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = sharedStems(a, b);
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

/**
 * Whether two demands are about one thing: half of what carries the shorter one stands in the other, and at least two
 * words. One shared word ("guns") may be any demand on the issue.
 */
export const sameSubject = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  sharedStems(a, b) >= 2 && overlap(a, b) >= 0.5;
