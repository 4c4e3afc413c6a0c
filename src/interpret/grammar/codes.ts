/** Words as numbers, and what takes features. */
import { hashString } from '../../learn/hash.ts';
import type { Ranker } from '../../learn/ranker.ts';
import type { Upos, Word } from '../../record.ts';
import { UPOS } from '../../text/upos.ts';

const TAG = new Map<Upos, number>(UPOS.map((tag, i) => [tag, i + 1]));

/** 0 where there is no word. */
export const tagOf = (w: Word | undefined): number => (w ? TAG.get(w.tag)! : 0);

export const wordOf = (w: Word | undefined): number => (w ? hashString(w.lower) : 1);

/** Takes the hashed features of one candidate after another. */
export interface Features {
  add(hash: number): void;
  /** Ends a candidate. */
  close(): void;
}

/** Adds up the weights of candidates as their features come: what `Candidates` and `scoresOf` give, without the lists. */
export class Best implements Features {
  /** The candidate with the highest sum, the first of equals. */
  best = 0;
  readonly #weights: Float32Array;
  readonly #mask: number;
  #number = 0;
  #sum = 0;
  #most = Number.NEGATIVE_INFINITY;

  constructor({ weights }: Ranker) {
    this.#weights = weights;
    this.#mask = weights.length - 1;
  }

  add(hash: number): void {
    this.#sum += this.#weights[(hash ^ (hash >>> 15)) & this.#mask]!;
  }

  close(): void {
    if (this.#sum > this.#most) {
      this.#most = this.#sum;
      this.best = this.#number;
    }
    this.#number++;
    this.#sum = 0;
  }
}
