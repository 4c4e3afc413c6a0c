import type { Span } from '../../record.ts';
import { span } from '../../text/span.ts';
import { type Alignment, align } from './chain.ts';
import { eachShingle, isKept, SHINGLE } from './sketch.ts';
import type { Words } from './words.ts';

/** A passage that stands in two reports. */
export interface Passage {
  /** Where it stands in the report that has it first, and in the other: from its first equal word to its last. */
  readonly original: Span;
  readonly copy: Span;
  /** How many words are equal. */
  readonly words: number;
  /** Share of the longer one's words that are equal, 0 to 1. */
  readonly likeness: number;
  /** `quotation`: both quote the same words of somebody; that is no copy of the report. */
  readonly kind: 'report' | 'quotation';
}

/**
 * `full`: the whole report, at most a word in ten changed. `near`: most of the copy is the original's, reworked.
 * `partial`: a paragraph or more. `quotation`: no copy; both only quote the same words.
 */
export type CopyKind = 'full' | 'near' | 'partial' | 'quotation';

/** That one report has words of another. */
export interface CopyLink {
  /** The id of the report that has the words first. */
  readonly original: string;
  readonly copy: string;
  readonly kind: CopyKind;
  /** In order of the copy. */
  readonly passages: readonly Passage[];
  /** Share of each report's words that stands in passages of kind `report`, 0 to 1. */
  readonly shareOfOriginal: number;
  readonly shareOfCopy: number;
}

/** A report as it is compared. */
export interface Side {
  readonly id: string;
  readonly words: Words;
}

/** Equal words that make a passage a paragraph: one long sentence, or two. */
const PARAGRAPH = 20;
/** Passages less alike than this are proof only from so many equal words on: a set form of words filled in anew is not. */
const ALIKE = 0.65;
const LOOSE = 32;
/** Passages with a smaller share of equal words are told alike, not copied. */
const LIKENESS = 0.45;
/** Shorter passages count together, where they make this share of the shorter report. */
const MUCH = 0.3;
/** Fewer equal words than this in all prove nothing, however short the reports. */
const FEWEST = 12;
/** A quotation that both have, in words, to be worth a mention. */
const QUOTED = 10;
/** A passage is a quotation where no more of its words than this stand outside the marks ("he said"), or this share. */
const OUTSIDE = 5;
const OUTSIDE_SHARE = 0.15;
/** Share of equal words in both, from which a copy is `full`. */
const FULL = 0.9;
/** Share of the copy in passages, from which it is `near`. */
const NEAR = 0.5;
/** Standing text is left out where it makes a smaller share than this of either report. */
const STANDING_SHARE = 1 / 3;

/**
 * How one report copies another, by alignment of their words; `null` where it does not. `original` is the report that
 * comes first. `isStanding` says of a kept shingle whether it is standing text of an outlet that both are from.
 */
export function linkOf(
  original: Side,
  copy: Side,
  isStanding: (shingle: number) => boolean = () => false,
): CopyLink | null {
  const [a, b] = [original.words, copy.words];
  let found = align(a, b).filter((x) => likenessOf(x) >= LIKENESS);
  if (found.length === 0) return null;
  const standing = found.map((x) => stands(x, b, isStanding));
  if (standing.includes(true) && !isMost(found, a, b)) found = found.filter((_, i) => !standing[i]);
  const reported = found.filter((x) => !isQuotation(x, a, b));
  const equal = sumOf(reported, (x) => x.pairs.length / 2);
  const likeness = equal / sumOf(reported, (x) => x.pairs.length / 2 / likenessOf(x));
  const isCopy =
    reported.some((x) => x.pairs.length / 2 >= (likenessOf(x) >= ALIKE ? PARAGRAPH : LOOSE)) ||
    (equal >= MUCH * Math.min(bodyOf(a), bodyOf(b)) && equal >= (likeness >= ALIKE ? FEWEST : LOOSE));
  const kept = isCopy ? found : found.filter((x) => isQuotation(x, a, b) && x.pairs.length / 2 >= QUOTED);
  if (kept.length === 0) return null;
  const shareOfOriginal = shareOf(kept, a, b, 'a');
  const shareOfCopy = shareOf(kept, a, b, 'b');
  return {
    original: original.id,
    copy: copy.id,
    kind: isCopy ? kindOf(found, a, b, shareOfCopy) : 'quotation',
    passages: kept.map((x) => passageOf(x, a, b)).sort((x, y) => x.copy.start - y.copy.start),
    shareOfOriginal,
    shareOfCopy,
  };
}

const sumOf = (found: readonly Alignment[], value: (x: Alignment) => number): number =>
  found.reduce((sum, x) => sum + value(x), 0);

const likenessOf = ({ a, b, pairs }: Alignment): number => pairs.length / 2 / Math.max(a[1] - a[0], b[1] - b[0]);

/** Words of the body; of all, where there is no body. */
function bodyOf(words: Words): number {
  let body = 0;
  for (const one of words.body) body += one;
  return body || words.count;
}

/** Words that one of the two puts in quotation marks are somebody's, though the other may have lost the marks. */
function isQuotation({ pairs }: Alignment, a: Words, b: Words): boolean {
  let outside = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    if (a.quoted[pairs[i]!] === 0 && b.quoted[pairs[i + 1]!] === 0) outside += 1;
  }
  return outside <= Math.max(OUTSIDE, (OUTSIDE_SHARE * pairs.length) / 2) && outside < pairs.length / 4;
}

/** Whether most kept shingles of the passage are standing text. */
function stands({ b: [first, last] }: Alignment, b: Words, isStanding: (shingle: number) => boolean): boolean {
  let kept = 0;
  let standing = 0;
  const part = { ...b, hashes: b.hashes.subarray(first, last), count: last - first };
  eachShingle(part, SHINGLE, (hash) => {
    if (!isKept(hash)) return;
    kept += 1;
    if (isStanding(hash)) standing += 1;
  });
  return standing > 0 && standing * 2 >= kept;
}

/** Whether the passages make so much of both reports that they are one report sent out again. */
const isMost = (found: readonly Alignment[], a: Words, b: Words): boolean =>
  covered(found, a, 'a', () => true) >= STANDING_SHARE && covered(found, b, 'b', () => true) >= STANDING_SHARE;

/** Share of a report's body that stands in the passages chosen. */
function covered(
  found: readonly Alignment[],
  words: Words,
  side: 'a' | 'b',
  chosen: (x: Alignment) => boolean,
): number {
  const inside = new Uint8Array(words.count);
  const hasBody = words.body.includes(1);
  let count = 0;
  for (const x of found) {
    if (!chosen(x)) continue;
    for (let i = x[side][0]; i < x[side][1]; i += 1) {
      if (inside[i] === 0 && (!hasBody || words.body[i] === 1)) {
        inside[i] = 1;
        count += 1;
      }
    }
  }
  return count / bodyOf(words);
}

const shareOf = (found: readonly Alignment[], a: Words, b: Words, side: 'a' | 'b'): number =>
  covered(found, side === 'a' ? a : b, side, (x) => !isQuotation(x, a, b));

function kindOf(found: readonly Alignment[], a: Words, b: Words, shareOfCopy: number): CopyKind {
  const equalA = new Set<number>();
  const equalB = new Set<number>();
  for (const { pairs } of found) {
    for (let i = 0; i < pairs.length; i += 2) {
      if (a.body[pairs[i]!] === 1) equalA.add(pairs[i]!);
      if (b.body[pairs[i + 1]!] === 1) equalB.add(pairs[i + 1]!);
    }
  }
  if (equalA.size >= FULL * bodyOf(a) && equalB.size >= FULL * bodyOf(b)) return 'full';
  return shareOfCopy >= NEAR ? 'near' : 'partial';
}

const passageOf = (x: Alignment, a: Words, b: Words): Passage => ({
  original: span(a.starts[x.a[0]]!, a.ends[x.a[1] - 1]!),
  copy: span(b.starts[x.b[0]]!, b.ends[x.b[1] - 1]!),
  words: x.pairs.length / 2,
  likeness: likenessOf(x),
  kind: isQuotation(x, a, b) ? 'quotation' : 'report',
});
