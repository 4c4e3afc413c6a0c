/**
 * Rules that change the usual tag of a word by the tags and words around it, compiled to an automaton as in wink-nlp. It
 * goes over the symbols of all words once and takes the longest rule that fits, then goes on behind it.
 */

/** Symbols: tag numbers below this, then hints of words that rules know by themselves. */
export const FIRST_HINT = 32;
const SYMBOLS = 160;
/** A symbol that no rule knows, which also stands behind the last word. */
export const UNKNOWN = 31;
/** How the automaton's file numbers hints, and any other symbol. */
const HINT = 1_080_000;
const OTHER = '2070003';
const NOTHING = -128;

export interface TagMachine {
  /** `next[state * SYMBOLS + symbol]`; 0 is the beginning. */
  readonly next: Int16Array;
  /** The state where none of the symbols known there follows; 0 where there is none. */
  readonly other: Int16Array;
  /** The tag that a rule gives when it ends in the state, below 0 whatever the word is; `NOTHING` where none ends. */
  readonly gives: Int8Array;
  /** Of the words that a rule spans, how many stand before the one that it changes. */
  readonly skips: Int8Array;
}

/** The symbol of a word: its hint where it has one, else its tag. */
export const symbolOf = (tag: number, hint: number): number =>
  hint === 0 ? tag : hint < SYMBOLS - FIRST_HINT ? hint + FIRST_HINT : UNKNOWN;

/** Compiles an automaton as wink-nlp writes it. */
export function compileMachine(json: string): TagMachine {
  const [, last, states, ends, marks] = JSON.parse(json) as [
    number,
    number,
    Record<string, Record<string, number>>,
    Record<string, string>,
    Record<string, readonly [number, number]>,
  ];
  const next = new Int16Array((last + 1) * SYMBOLS);
  const other = new Int16Array(last + 1);
  for (const [state, moves] of Object.entries(states))
    for (const [given, to] of Object.entries(moves)) {
      if (given === OTHER) {
        other[Number(state)] = to;
        continue;
      }
      const symbol = Number(given) >= HINT ? symbolOf(0, Number(given) - HINT) : Number(given);
      if (symbol < SYMBOLS) next[Number(state) * SYMBOLS + symbol] = to;
    }
  const gives = new Int8Array(last + 1).fill(NOTHING);
  for (const [state, tag] of Object.entries(ends)) gives[Number(state)] = Number(tag);
  const skips = new Int8Array(last + 1);
  for (const [state, [before]] of Object.entries(marks)) skips[Number(state)] = before;
  return { next, other, gives, skips };
}

/** Tells each word that a rule changes, in order, and the tag given, below 0 whatever the word is. */
export function runMachine(
  { next, other, gives, skips }: TagMachine,
  symbols: Uint8Array,
  length: number,
  found: (word: number, tag: number) => void,
): void {
  // Where a rule that needs no more words would end, should a longer one fail.
  let otherAt = 0;
  let otherState = 0;
  for (let i = 0; i < length; i++) {
    if (next[symbols[i]!] === 0) continue;
    let state = 0;
    for (let j = i; j <= length; j++) {
      state = next[state * SYMBOLS + (j === length ? UNKNOWN : symbols[j]!)]!;
      let end = state;
      let at = j;
      if (gives[state] === NOTHING) {
        if (state !== 0) {
          if (other[state] !== 0) {
            otherAt = j;
            otherState = other[state]!;
          }
          continue;
        }
        if (otherState === 0) break;
        end = otherState;
        at = otherAt;
      }
      found(i + skips[end]!, gives[end]!);
      otherState = 0;
      i = at;
      break;
    }
  }
}
