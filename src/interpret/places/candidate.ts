import type { Match } from './gazetteer.ts';

/** How the words around a name tell that it stands for a place. */
export const SIGN = {
  /** A preposition of place, or the place of a dateline. */
  at: 1,
  /** "from", "to", "on": enough for what cannot act. */
  to: 2,
  /** A kind of place beside it: "X province", "the village of X". */
  kind: 4,
  /** Joined to another place: "in X and Y". */
  joined: 8,
  /** The mention stage takes it for a place. */
  mention: 16,
} as const;

/** A stretch of words that may name a place. */
export interface Candidate {
  /** Words `[first, last)`: the whole phrase, with direction and kind. */
  first: number;
  last: number;
  /** Words of the bare name. */
  readonly nameFirst: number;
  readonly nameLast: number;
  readonly key: string;
  readonly matches: readonly Match[];
  /** Any of `SIGN`. */
  signs: number;
  /** What the words say that it is, where they do. */
  kind: 'region' | 'place' | null;
  /** The part of it that is meant ("eastern", "border with"), in small letters; '' for the whole. */
  part: string;
  /** Whether it names a state or a capital, which also act. */
  readonly acts: boolean;
  /** The candidate that the words say holds it. */
  holder: Candidate | null;
}
