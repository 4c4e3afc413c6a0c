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
  /** What is held there follows: "the X talks". */
  talks: 32,
} as const;

/** Signs that tell of a place by themselves. */
export const PLACED = SIGN.at | SIGN.kind | SIGN.joined | SIGN.talks;

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
  kind: 'region' | 'place' | 'quarter' | null;
  /** That word itself, where a name of the gazetteer may end with it: "county" of "X and Y counties". */
  sort: string;
  /** Whether that word stood in the plural before it, and so is for those that follow too. */
  plural: boolean;
  /** Whether a noun follows that the name only tells apart: "X forces". */
  loose: boolean;
  /** Whether it does something: "X said". */
  subject: boolean;
  /** The part of it that is meant ("eastern", "border with"), in small letters; '' for the whole. */
  part: string;
  /** Whether it is written with an `s` of an owner that has lost its apostrophe. */
  readonly owner: boolean;
  /** Whether it names a state or a capital, which also act. */
  readonly acts: boolean;
  /** The candidate that the words say holds it, and whether they say so beyond doubt ("X in Y", not "X, Y"). */
  holder: Candidate | null;
  held: boolean;
}
