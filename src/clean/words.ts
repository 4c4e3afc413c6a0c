import { isRead, type Piece } from './piece.ts';

/**
 * The words of what is read, as numbers, for finding what stands again: letters and digits only, letter case and
 * apostrophes set aside, so that copies that differ in punctuation agree.
 */
export interface Words {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** A 32-bit FNV-1a digest of the word. */
  readonly hash: Int32Array;
  /** 1 where the word begins with a figure. */
  readonly figure: Uint8Array;
  /** The sentence or block the word is in, roughly cut: a number that grows. */
  readonly unit: Int32Array;
  /** Index into the pieces. */
  readonly piece: Int32Array;
  /** The first word of each unit, and a last entry past the end. */
  readonly unitFirst: Int32Array;
}

const letter = /[\p{L}\p{N}\p{M}]/u;
const isApostrophe = (u: number): boolean => u === 0x27 || u === 0x2019 || u === 0x2018 || u === 0x60;

/** 0 for what parts words; else the unit to digest, lower case. */
function folded(u: number): number {
  if (u < 128) {
    if (u >= 97 && u <= 122) return u;
    if (u >= 65 && u <= 90) return u + 32;
    return u >= 48 && u <= 57 ? u : 0;
  }
  if (u < 0xc0) return 0;
  if (u >= 0x2000 && u <= 0x206f) return 0;
  if (u >= 0xd800 && u <= 0xdfff) return u;
  const c = String.fromCharCode(u);
  if (!letter.test(c)) return 0;
  const low = c.toLowerCase();
  return low.length === 1 ? low.charCodeAt(0) : u;
}

class Growing {
  data: Int32Array;
  length = 0;
  constructor(capacity: number) {
    this.data = new Int32Array(capacity);
  }
  push(value: number): void {
    if (this.length === this.data.length) {
      const next = new Int32Array(this.data.length * 2);
      next.set(this.data);
      this.data = next;
    }
    this.data[this.length++] = value;
  }
  get done(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}

/**
 * Reads the words of all pieces that `take` lets through. A unit ends at a full stop, question or exclamation mark
 * with a capital, mark or space after it, and at the end of a piece.
 */
export function wordsOf(text: string, pieces: readonly Piece[], take = (p: Piece) => isRead(p.kind)): Words {
  // A word and the space after it seldom take less than five units.
  const likely = (text.length / 5 + 64) | 0;
  const start = new Growing(likely);
  const end = new Growing(likely);
  const hash = new Growing(likely);
  const unit = new Growing(likely);
  const piece = new Growing(likely);
  const unitFirst = new Growing(64);
  let units = 0;
  let opened = true;
  pieces.forEach((p, i) => {
    if (!take(p)) return;
    opened = true;
    let at = p.start;
    while (at < p.end) {
      const u = text.charCodeAt(at);
      let f = folded(u);
      if (f === 0) {
        if ((u === 46 || u === 33 || u === 63) && endsUnit(text, at, p.end)) opened = true;
        at++;
        continue;
      }
      const from = at;
      let h = 0x811c9dc5;
      while (at < p.end) {
        const v = text.charCodeAt(at);
        f = folded(v);
        if (f === 0) {
          if (isApostrophe(v) && at + 1 < p.end && folded(text.charCodeAt(at + 1)) !== 0) {
            at++;
            continue;
          }
          break;
        }
        h = Math.imul(h ^ f, 0x01000193);
        at++;
      }
      if (opened) {
        unitFirst.push(start.length);
        units++;
        opened = false;
      }
      start.push(from);
      end.push(at);
      hash.push(h | 0);
      unit.push(units - 1);
      piece.push(i);
    }
  });
  unitFirst.push(start.length);
  const figure = new Uint8Array(start.length);
  for (let i = 0; i < start.length; i++) {
    const unit = text.charCodeAt(start.data[i]!);
    if (unit >= 48 && unit <= 57) figure[i] = 1;
  }
  return {
    count: start.length,
    figure,
    start: start.done,
    end: end.done,
    hash: hash.done,
    unit: unit.done,
    piece: piece.done,
    unitFirst: unitFirst.done,
  };
}

/** Whether the mark at `at` closes a sentence, good enough for comparing: not inside `U.S.`, `3.5`, `Mr. Voss`. */
function endsUnit(text: string, at: number, limit: number): boolean {
  const mark = text.charCodeAt(at);
  let next = at + 1;
  while (next < limit && isCloser(text.charCodeAt(next))) next++;
  if (next >= limit) return true;
  if (mark !== 46) return true;
  // One or two letters before the full stop, the first a capital: an initial or a short title.
  const a = at > 0 ? text.charCodeAt(at - 1) : 32;
  const b = at > 1 ? text.charCodeAt(at - 2) : 32;
  const c = at > 2 ? text.charCodeAt(at - 3) : 32;
  if (isCapital(a) && !isLetter(b)) return false;
  if (isCapital(b) && !isLetter(c) && isLetter(a)) return false;
  const u = text.charCodeAt(next);
  if (u <= 32 || u === 0xa0) return true;
  return isCapital(u) || u === 0x2d || u > 127;
}
const isCapital = (u: number): boolean => u >= 65 && u <= 90;
const isLetter = (u: number): boolean => (u >= 65 && u <= 90) || (u >= 97 && u <= 122);
const isCloser = (u: number): boolean =>
  u === 0x22 || u === 0x27 || u === 0x201d || u === 0x2019 || u === 0x29 || u === 0x5d;
