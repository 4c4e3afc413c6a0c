/** Which word near a number says what became of those it counts. */
import type { FigureKind, Word } from '../../record.ts';
import { type Amount, amountAt } from './amounts.ts';
import type { FigureLexicon } from './figure-lexicon.ts';

/** What follows a participle that has no object. */
const BARE: ReadonlySet<string> = new Set(['ADP', 'PUNCT', 'CCONJ', 'SCONJ', 'ADV', 'PART']);

/** Whether a number begins at a word, its bound with it: "at least one million". */
function boundAt(words: readonly Word[], at: number, last: number, lexicon: FigureLexicon): boolean {
  for (let i = at; i < Math.min(last, at + 3); i++) {
    const amount = amountAt(words, i, at, last, lexicon);
    if (amount) return amount.first === at;
  }
  return false;
}

/** The participle right behind a counted noun that begins at `from`, without an object of its own; -1 for none. */
export function outcomeBehind(words: readonly Word[], from: number, last: number, lexicon: FigureLexicon): number {
  for (let i = from; i < Math.min(last, from + 4); i++) {
    const { lower, tag } = words[i]!;
    if (lexicon.outcomes.has(lower)) {
      const next = i + 1 < last ? words[i + 1]! : undefined;
      // "9 sailors wounded at least 30": what follows is another number.
      if (boundAt(words, i + 1, last, lexicon)) return -1;
      // "injured | due to", "wounded | when": no object.
      const alone =
        next === undefined || BARE.has(next.tag) || (next.tag === 'ADJ' && BARE.has(words[i + 2]?.tag ?? 'PUNCT'));
      return tag === 'VERB' && !lower.endsWith('ing') && alone ? i : -1;
    }
    if (!lexicon.counted.has(lower) && tag !== 'ADJ') return -1;
  }
  return -1;
}

/** Whether the verb at a word has an object of its own, so that what stands before it does the deed. */
export function isActive(
  words: readonly Word[],
  at: number,
  first: number,
  last: number,
  lexicon: FigureLexicon,
): boolean {
  const word = words[at]!;
  // "two soldiers wounding several others", whatever it is tagged
  if (word.lower.endsWith('ing') && boundAt(words, at + 1, last, lexicon)) return true;
  if (word.tag !== 'VERB' || lexicon.suffering.has(word.lower)) return false;
  for (let i = at - 1; i >= Math.max(first, at - 4); i--) {
    if (words[i]!.lemma === 'be' || words[i]!.lower === 'been') return false;
    if (words[i]!.tag !== 'ADV' && words[i]!.tag !== 'AUX') break;
  }
  if (word.lower.endsWith('ing') || word.lower.endsWith('s')) return true;
  const next = words[at + 1];
  // "8 killed 58 others injured": what follows has an outcome of its own.
  if (next?.tag === 'NUM' && outcomeBehind(words, at + 2, last, lexicon) >= 0) return false;
  if (next?.tag === 'ADJ' && BARE.has(words[at + 2]?.tag ?? 'PUNCT')) return false;
  return (
    at + 1 < last &&
    next !== undefined &&
    (next.tag === 'NUM' ||
      next.tag === 'DET' ||
      lexicon.counted.has(next.lower) ||
      next.tag === 'PROPN' ||
      next.tag === 'NOUN' ||
      next.tag === 'ADJ')
  );
}

/** The word before an amount that says what became of those counted: "killing at least 9", "claimed the lives of 9". */
export function outcomeBefore(words: readonly Word[], at: number, first: number, lexicon: FigureLexicon): number {
  for (let i = at - 1, k = 0; i >= first && k < 4; i--, k++) {
    const word = words[i]!;
    // "claiming the | life | of one person"
    if (lexicon.lives.has(word.lower)) return words[i + 1]?.lower === 'of' ? i : -1;
    if (lexicon.outcomes.has(word.lower)) {
      const before = words[i - 1];
      // "were killed nine" is none; "killing nine", "the lives of nine", "have killed nine" are.
      return word.tag === 'VERB' && before && before.lemma === 'be' && i - 1 >= first ? -1 : i;
    }
    if (
      word.tag !== 'ADV' &&
      word.lower !== 'of' &&
      word.lower !== 'on' &&
      word.lower !== 'to' &&
      !lexicon.about.has(word.lower)
    )
      break;
  }
  return -1;
}

/** What a word says became of people; `null` for nothing. */
export const fateAt = (words: readonly Word[], at: number, { outcomes, lives }: FigureLexicon): FigureKind | null =>
  outcomes.get(words[at]!.lower) ?? (lives.has(words[at]!.lower) ? 'killed' : null);

/** People counted, and what became of them. */
interface Told {
  readonly first: number;
  readonly end: number;
  readonly outcome: number;
}

/** How far behind what became of the ones those told "as well as" them may stand. */
const ALSO = 24;

/** What the words tell of the people counted before, and so of the ones joined to them; -1 for nothing. */
export function outcomeShared(
  words: readonly Word[],
  { first }: Amount,
  { first: from, end, outcome }: Told,
  lexicon: FigureLexicon,
): number {
  if (outcome < 0) return -1;
  // "killing three soldiers and 13 civilians"
  if (outcome < from && first - end <= 2) return outcome;
  if (first - Math.max(outcome, end) > ALSO) return -1;
  // "28 soldiers were killed as well as 41 civilians", "died along with eight of the gunmen"
  for (let i = first - 1, k = 0; k < 2; i--, k++) {
    const opens = words[i];
    if (opens && lexicon.also.has(`${words[i - 2]?.lower} ${words[i - 1]?.lower} ${opens.lower}`)) return outcome;
    if (opens && lexicon.also.has(`${words[i - 1]?.lower} ${opens.lower}`)) return outcome;
    if (opens?.tag !== 'DET' && opens?.tag !== 'ADV') return -1;
  }
  return -1;
}
