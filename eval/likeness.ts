/** When two names are the same, how alike two sets of spans are, and which of one list goes with which of another. */

/** A stretch of the text; that of a gold reading carries no brand. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is given once, several times or not at all, as a list. */
export const listOf = <T>(x: T | readonly T[] | null | undefined): readonly T[] =>
  x === null || x === undefined ? [] : Array.isArray(x) ? (x as readonly T[]) : [x as T];

/** A name as it is compared: no accents, capitals or punctuation. */
export const fold = (name: string | null | undefined): string =>
  (name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two names are the same, or one stands whole inside the other ("Voss", "Aldren Voss"). */
export function sameName(a: string | null | undefined, b: string | null | undefined): boolean {
  const x = fold(a);
  const y = fold(b);
  if (x === '' || y === '') return false;
  return x.length < y.length ? ` ${y} `.includes(` ${x} `) : ` ${x} `.includes(` ${y} `);
}

/** Length of all stretches together, in UTF-16 code units. */
export const lengthOfAll = (stretches: readonly Stretch[]): number =>
  stretches.reduce((n, s) => n + Math.max(0, s.end - s.start), 0);

/** How many code units the stretches of both sides share. */
export const inCommon = (a: readonly Stretch[], b: readonly Stretch[]): number =>
  a.reduce(
    (n, s) => n + b.reduce((m, t) => m + Math.max(0, Math.min(s.end, t.end) - Math.max(s.start, t.start)), 0),
    0,
  );

/** What is shared as a share of what either covers (Jaccard 1901), 0 to 1. */
export function likeness(a: readonly Stretch[], b: readonly Stretch[]): number {
  const both = inCommon(a, b);
  const either = lengthOfAll(a) + lengthOfAll(b) - both;
  return either > 0 ? both / either : 0;
}

/**
 * Pairs each of one list with at most one of the other, the most alike first; pairs whose likeness is 0 are none. Among
 * equals the earlier goes first. Gives indices.
 */
export function pairs<A, B>(
  golds: readonly A[],
  reads: readonly B[],
  alike: (gold: A, read: B) => number,
): readonly (readonly [number, number])[] {
  const all: [number, number, number][] = [];
  golds.forEach((gold, i) => {
    reads.forEach((read, j) => {
      const value = alike(gold, read);
      if (value > 0) all.push([value, i, j]);
    });
  });
  all.sort((a, b) => b[0] - a[0]);
  const taken = { gold: new Set<number>(), read: new Set<number>() };
  const out: [number, number][] = [];
  for (const [, i, j] of all) {
    if (taken.gold.has(i) || taken.read.has(j)) continue;
    taken.gold.add(i);
    taken.read.add(j);
    out.push([i, j]);
  }
  return out;
}
