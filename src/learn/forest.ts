/**
 * A yes-or-no choice by boosted trees (Friedman 2001). Each tree asks the same few questions of every row, each of the
 * kind "is this number at least that one?"; the answers, as bits, number the weight that it gives (oblivious trees:
 * Kohavi 1994). The sum of the weights is the log of the odds. Read-only once trained or loaded.
 */
export interface Forest {
  /** How many numbers a row has. */
  readonly columns: number;
  /** How many questions a tree asks. */
  readonly depth: number;
  /** The log of the odds before any tree is asked. */
  readonly base: number;
  /** For each question of each tree: the column that it is about, and the number, as `orderOf` has it. */
  readonly asked: Uint8Array;
  readonly cuts: Int32Array;
  /** `2 ** depth` weights for each tree; the first question is the highest bit. */
  readonly weights: Float32Array;
}

/**
 * Numbers of 32 bits as whole numbers in the same order, so that comparing is a subtraction and no branch. Halved, so
 * that the difference of any two fits into 32 bits.
 */
export function orderOf(numbers: Float32Array): Int32Array {
  const bits = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const out = new Int32Array(bits.length);
  for (let i = 0; i < bits.length; i++) out[i] = (bits[i]! ^ ((bits[i]! >> 31) & 0x7fffffff)) >> 1;
  return out;
}

/** How likely "yes" is for each of `count` rows, one after another in `rows`. */
export function sharesOf(forest: Forest, rows: Float32Array, count: number): Float64Array {
  const { columns, depth, asked, cuts, weights } = forest;
  const byRow = orderOf(rows);
  const byColumn = new Int32Array(byRow.length);
  for (let i = 0, at = 0; i < count; i++)
    for (let c = 0, to = i; c < columns; c++, to += count) byColumn[to] = byRow[at++]!;
  const out = new Float64Array(count).fill(forest.base);
  const leaf = new Int32Array(count);
  for (let q = 0, tree = 0; q < asked.length; tree += 1 << depth) {
    leaf.fill(0);
    for (const end = q + depth; q < end; q++) {
      // The sign of what is left is the answer: below zero where the row's number is at least the cut.
      const below = cuts[q]! - 1;
      const column = asked[q]! * count;
      for (let i = 0; i < count; i++) leaf[i] = (leaf[i]! << 1) | ((below - byColumn[column + i]!) >>> 31);
    }
    for (let i = 0; i < count; i++) out[i]! += weights[tree + leaf[i]!]!;
  }
  for (let i = 0; i < count; i++) out[i] = 1 / (1 + Math.exp(-out[i]!));
  return out;
}
