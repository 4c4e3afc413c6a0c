import type { Repeat } from '../record.ts';
import { span } from '../text/span.ts';
import { align, anchor, common, type Match, type Work } from './align.ts';
import { made, type Piece, type Stretch } from './piece.ts';
import type { Words } from './words.ts';

/**
 * What stands again in the same report. Every stretch of four words is looked up among those before it (as in
 * shingling: Broder 1997); where one is found, the two places are followed outwards. What a report merely says twice in
 * passing, as an office's long name, is no repeat: whole sentences count, or stretches too long to be chance.
 *
 * Rules: `clean/repeated-title`, `clean/repeated-sentence`, `clean/repeated-stretch`, `clean/near-repeat`.
 */

/** Fewest words of a repeat: a title's, a whole sentence's, a stretch inside sentences. */
const fewest = { title: 4, sentence: 8, stretch: 16 };
/** Least share of words that agree in order: of a title or sentence, of a stretch. */
const likeliest = { sentence: 0.8, stretch: 0.92 };
/** From this many words a stretch is a copy though a fifth of its words differ. */
const long = 60;
/**
 * Words that a match may fall short of a sentence's ends and still be taken for the whole of it: `short` where what is
 * left is partly the same, `nothing` in any case.
 */
const ends = { short: 6, nothing: 2 };
/**
 * A near repeat: the same number of words give or take this, this share of them the same in any
 * order, and no more than so many words in a row that the other does not have.
 */
const near = { length: 0.85, words: 0.77, fewest: 12, most: 80, tries: 3, apart: 2 };

export interface Repeats {
  readonly repeats: readonly Repeat[];
  /** For each repeat, what is cut from reading: the repeat and the marks that close it. */
  readonly cuts: readonly (Stretch & { readonly piece: number })[];
}

/** First places of word groups: open addressing in one typed array. */
class FirstPlaces {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly hash: Int32Array;
  constructor(words: Words) {
    let size = 16;
    while (size < words.count * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    this.hash = words.hash;
  }
  /** The first place of the words at `at`; -1, and `at` is kept as the first, if they are new. */
  firstOrKeep(at: number): number {
    const h = this.hash;
    let key = 0;
    for (let k = 0; k < anchor; k++) key = (Math.imul(key, 0x9e3779b1) + h[at + k]!) | 0;
    key ^= key >>> 15;
    key = Math.imul(key, 0x85ebca6b);
    key ^= key >>> 13;
    for (let slot = key & this.mask; ; slot = (slot + 1) & this.mask) {
      const held = this.slots[slot]! - 1;
      if (held < 0) {
        this.slots[slot] = at + 1;
        return -1;
      }
      let k = 0;
      while (k < anchor && h[held + k] === h[at + k]) k++;
      if (k === anchor) return held;
    }
  }
}

export function findRepeats(
  text: string,
  pieces: readonly Piece[],
  words: Words,
  work: Work = { comparisons: 0 },
): Repeats {
  const repeats: Repeat[] = [];
  const cuts: (Stretch & { piece: number })[] = [];
  const places = new FirstPlaces(words);
  let floor = 0;
  let tried = { unit: -1, times: 0, other: -1 };
  for (let i = 0; i + anchor <= words.count; i++) {
    const first = places.firstOrKeep(i);
    if (first < 0 || first + anchor > i) continue;
    const match = align(words, first, i, floor, work);
    let rule = judge(text, pieces, words, match, floor);
    if (!rule) {
      const unit = words.unit[i]!;
      const other = words.unit[first]!;
      if (tried.unit !== unit) tried = { unit, times: 0, other: -1 };
      if (tried.times >= near.tries || tried.other === other) continue;
      tried.times++;
      tried.other = other;
      const like = pieces[words.piece[first]!]!.kind === 'heading' ? null : likeUnits(words, other, unit, floor);
      if (!like || !sameFigures(words, like)) continue;
      Object.assign(match, like);
      rule = 'clean/near-repeat';
    }
    const partner = partnersOf(words, match, first, i, floor, work);
    put(text, pieces, words, match, partner, rule, repeats, cuts);
    floor = match.bEnd;
    i = match.bEnd - 1;
  }
  return { repeats, cuts };
}

const unitStart = (words: Words, word: number): number => words.unitFirst[words.unit[word]!]!;
const unitEnd = (words: Words, word: number): number => words.unitFirst[words.unit[word]! + 1]!;

/** Moves the ends of a match to the ends of sentences, where they fall a few words short or over. */
function snap(words: Words, m: Match, floor: number): void {
  const { unit, unitFirst } = words;
  if (m.bEnd - m.bStart < fewest.sentence) return;
  // Outwards, where what is left of both sentences is short and partly the same, or next to nothing.
  const grow = (aFrom: number, aTo: number, bFrom: number, bTo: number): number => {
    const [a, b] = [aTo - aFrom, bTo - bFrom];
    if (b <= 0 || b > ends.short || a > ends.short) return -1;
    if (!sameFigures(words, { aStart: aFrom, aEnd: aTo, bStart: bFrom, bEnd: bTo })) return -1;
    const same = Math.round(common(words, aFrom, aTo, bFrom, bTo) * Math.max(a, b));
    const longer = Math.max(m.aEnd - m.aStart + a, m.bEnd - m.bStart + b);
    const alike = same >= 0.3 * Math.max(a, b) || Math.max(a, b) <= ends.nothing;
    return alike && (m.agreed + same) / longer >= likeliest.sentence ? same : -1;
  };
  const bEnd = unitEnd(words, m.bEnd - 1);
  const aEnd = Math.max(Math.min(unitEnd(words, m.aEnd - 1), m.bStart), m.aEnd);
  const after = grow(m.aEnd, aEnd, m.bEnd, bEnd);
  if (after >= 0) Object.assign(m, { aEnd, bEnd, agreed: m.agreed + after });
  const bStart = unitFirst[unit[m.bStart]!]!;
  const aStart = unitFirst[unit[m.aStart]!]!;
  const before = bStart >= floor && bStart >= m.aEnd ? grow(aStart, m.aStart, bStart, m.bStart) : -1;
  if (before >= 0) Object.assign(m, { aStart, bStart, agreed: m.agreed + before });
  // Then inwards: a few words of a further sentence that happen to agree are no part of the copy.
  const trim = (by: number, atEnd: boolean): void => {
    if (by <= 0 || by >= fewest.sentence || m.bEnd - m.bStart - by < fewest.sentence) return;
    if (m.aEnd - m.aStart - by < 1) return;
    m.agreed = Math.max(0, m.agreed - by);
    if (atEnd) Object.assign(m, { aEnd: m.aEnd - by, bEnd: m.bEnd - by });
    else Object.assign(m, { aStart: m.aStart + by, bStart: m.bStart + by });
  };
  const lastStart = unitStart(words, m.bEnd - 1);
  if (lastStart > m.bStart && m.bEnd < unitEnd(words, m.bEnd - 1)) trim(m.bEnd - lastStart, true);
  const firstEnd = unitEnd(words, m.bStart);
  if (firstEnd < m.bEnd && m.bStart > unitStart(words, m.bStart)) trim(firstEnd - m.bStart, false);
}

/** Whether both stretches hold the same figures: two like sentences with other numbers tell of two things. */
function sameFigures(words: Words, m: Pick<Match, 'aStart' | 'aEnd' | 'bStart' | 'bEnd'>): boolean {
  const figures = (from: number, to: number): string => {
    const out: number[] = [];
    for (let i = from; i < to; i++) if (words.figure[i] === 1) out.push(words.hash[i]!);
    return out.sort((x, y) => x - y).join();
  };
  return figures(m.aStart, m.aEnd) === figures(m.bStart, m.bEnd);
}

const likenessOf = (m: Match): number => m.agreed / Math.max(m.aEnd - m.aStart, m.bEnd - m.bStart, 1);

/** The rule by which a match is a repeat, or `null`; moves its ends to where sentences end. */
function judge(text: string, pieces: readonly Piece[], words: Words, m: Match, floor: number): string | null {
  if (m.bEnd - m.bStart < fewest.title) return null;
  if (likenessOf(m) >= likeliest.sentence && isTitle(text, pieces, words, m) && standsAlone(text, words, m.bEnd)) {
    return 'clean/repeated-title';
  }
  // A heading over a passage often is its best sentence: the passage is the copy to read.
  if (pieces[words.piece[m.aStart]!]!.kind === 'heading') return null;
  snap(words, m, floor);
  const length = m.bEnd - m.bStart;
  const likeness = likenessOf(m);
  if (length < fewest.sentence || likeness < likeliest.sentence) return null;
  const whole = m.bStart === unitStart(words, m.bStart) && m.bEnd === unitEnd(words, m.bEnd - 1);
  const wholeFirst = m.aStart === unitStart(words, m.aStart) && m.aEnd === unitEnd(words, m.aEnd - 1);
  if (whole && (wholeFirst || (length >= 12 && likeness >= likeliest.stretch))) return 'clean/repeated-sentence';
  const least = length >= long ? likeliest.sentence : likeliest.stretch;
  return length >= fewest.stretch && likeness >= least ? 'clean/repeated-stretch' : null;
}

/** Whether the first copy is the title, from its first word to its last or to a mark that parts it from an outlet's name. */
function isTitle(text: string, pieces: readonly Piece[], words: Words, m: Match): boolean {
  const index = words.piece[m.aStart]!;
  const piece = pieces[index]!;
  if (piece.kind !== 'title') return false;
  if (m.aStart > 0 && words.piece[m.aStart - 1] === index) return false;
  if (words.piece[m.aEnd - 1] !== index) return false;
  if (m.aEnd >= words.count || words.piece[m.aEnd] !== index) return true;
  return /[|–—]|\s-\s|�/u.test(text.slice(words.end[m.aEnd - 1], words.start[m.aEnd]));
}

/** Whether what follows a copied title begins something new, so that the title is not merely how a sentence opens. */
function standsAlone(text: string, words: Words, end: number): boolean {
  if (end >= words.count || words.piece[end] !== words.piece[end - 1]) return true;
  const between = text.slice(words.end[end - 1], words.start[end]);
  if (/[.!?:|\n–—]|\s-\s?/u.test(between)) return true;
  return /^[\p{Lu}\p{N}]/u.test(text.slice(words.start[end], words.start[end]! + 2));
}

/** The longest row of words of the first stretch that the second does not have. */
function longestOf(words: Words, start: number, end: number, otherStart: number, otherEnd: number): number {
  const other = new Set(words.hash.subarray(otherStart, otherEnd));
  let row = 0;
  let longest = 0;
  for (let i = start; i < end; i++) {
    row = other.has(words.hash[i]!) ? 0 : row + 1;
    longest = Math.max(longest, row);
  }
  return longest;
}

function likeUnits(words: Words, a: number, b: number, floor: number): Match | null {
  if (a >= b) return null;
  const aStart = words.unitFirst[a]!;
  const aEnd = words.unitFirst[a + 1]!;
  const bStart = words.unitFirst[b]!;
  const bEnd = words.unitFirst[b + 1]!;
  const longer = Math.max(aEnd - aStart, bEnd - bStart);
  const shorter = Math.min(aEnd - aStart, bEnd - bStart);
  if (bStart < floor || shorter < near.fewest || longer > near.most || shorter < longer * near.length) return null;
  const share = common(words, aStart, aEnd, bStart, bEnd);
  if (share < near.words) return null;
  // Copies differ here and there; where words that differ stand together, one subject is said to do two things.
  const apart = Math.max(longestOf(words, aStart, aEnd, bStart, bEnd), longestOf(words, bStart, bEnd, aStart, aEnd));
  return apart > near.apart ? null : { aStart, aEnd, bStart, bEnd, agreed: Math.round(share * longer) };
}

/**
 * For a word of the second copy, the word of the first that it agrees with; where it agrees with none, the next that
 * does in the direction of `step`. Worked out only where the copy runs over several pieces.
 */
function partnersOf(
  words: Words,
  m: Match,
  a: number,
  b: number,
  floor: number,
  work: Work,
): (word: number, step: 1 | -1) => number {
  if (words.piece[m.bStart] === words.piece[m.bEnd - 1]) return () => m.aStart;
  const pairs = new Map<number, number>();
  align(words, a, b, floor, work, (x, y) => pairs.set(y, x));
  return (word, step) => {
    for (let w = word; w >= m.bStart && w < m.bEnd; w += step) {
      const found = pairs.get(w);
      if (found !== undefined) return found;
    }
    return step > 0 ? m.aEnd - 1 : m.aStart;
  };
}

const clamp = (n: number, low: number, high: number): number => Math.max(low, Math.min(high, n));
const isMark = /[^\p{L}\p{N}\s]/u;
const isOpening = /[^\p{L}\p{N}\s.!?…]/u;

/** Records a match, one repeat for each piece that the later copy touches. */
function put(
  text: string,
  pieces: readonly Piece[],
  words: Words,
  m: Match,
  partner: (word: number, step: 1 | -1) => number,
  rule: string,
  repeats: Repeat[],
  cuts: (Stretch & { piece: number })[],
): void {
  const likeness = Math.min(1, likenessOf(m));
  let from = m.bStart;
  while (from < m.bEnd) {
    const index = words.piece[from]!;
    let to = from + 1;
    while (to < m.bEnd && words.piece[to] === index) to++;
    const a = from === m.bStart ? m.aStart : clamp(partner(from, 1), m.aStart, m.aEnd - 1);
    const aTo = to === m.bEnd ? m.aEnd : clamp(partner(to - 1, -1) + 1, a + 1, m.aEnd);
    const piece = pieces[index]!;
    const home = pieces[words.piece[a]!]!;
    let start = words.start[from]!;
    let end = words.end[to - 1]!;
    let ofStart = words.start[a]!;
    let ofEnd = words.end[aTo - 1]!;
    // Marks that both copies have belong to both; those that close a sentence, to what stands before them.
    while (
      start > piece.start &&
      ofStart > home.start &&
      text[start - 1] === text[ofStart - 1] &&
      isOpening.test(text[start - 1]!)
    ) {
      start--;
      ofStart--;
    }
    const most = Math.min(pieces[words.piece[aTo - 1]!]!.end, start);
    while (end < piece.end && ofEnd < most && text[end] === text[ofEnd] && isMark.test(text[end]!)) {
      end++;
      ofEnd++;
    }
    repeats.push({ span: span(start, end), of: span(ofStart, ofEnd), likeness, made: made(rule) });
    let cutEnd = end;
    while (cutEnd < piece.end && /[.!?"”’)\]*_]/u.test(text[cutEnd]!)) cutEnd++;
    let cutStart = start;
    while (cutStart > piece.start && /["“‘(*_]/u.test(text[cutStart - 1]!)) cutStart--;
    cuts.push({ start: cutStart, end: cutEnd, piece: index });
    from = to;
  }
}
