/** The stretches of words that may be one content: those that the tagger marked, and others that it holds possible. */
import type { Marginals } from './span-marginals.ts';

/** A place where a content begins or ends at least as likely as this is tried. */
const LEAST_EDGE = 0.05;
/** A stretch that is one content at least as likely as this is a candidate. So no more than 1 / 0.01 of them share a word. */
const LEAST_SPAN = 0.01;

/** Words `[first, last)`. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  /** The log of how likely they are one content, by the tagger alone. */
  readonly log: number;
  /** Whether the tagger marked just these. */
  readonly marked: boolean;
}

/** Candidates in the order of their first words, then of their last. `marked` are the contents that the tagger marked. */
export function candidateSpans(
  marginals: Marginals,
  marked: readonly { readonly first: number; readonly last: number }[],
): Candidate[] {
  const { length, begins, ends } = marginals;
  const lastPlaces: number[] = [];
  for (let e = 1; e <= length; e++) if (ends[e]! >= LEAST_EDGE) lastPlaces.push(e);
  const least = Math.log(LEAST_SPAN);
  const out: Candidate[] = [];
  let mark = 0;
  let place = 0;
  for (let first = 0; first < length; first++) {
    const own = marked[mark]?.first === first ? marked[mark++]!.last : null;
    const lasts: number[] = [];
    if (begins[first]! >= LEAST_EDGE) {
      while (place < lastPlaces.length && lastPlaces[place]! <= first) place++;
      for (let p = place; p < lastPlaces.length; p++) {
        const last = lastPlaces[p]!;
        if (marginals.atLeast(first, last) < least) break;
        if (marginals.exactly(first, last) >= least) lasts.push(last);
      }
    }
    // What the tagger marked is a candidate always.
    if (own !== null && !lasts.includes(own)) lasts.push(own);
    for (const last of lasts.sort((a, b) => a - b))
      out.push({ first, last, log: marginals.exactly(first, last), marked: last === own });
  }
  return out;
}
