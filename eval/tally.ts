/** What is counted while readings are scored, and the figures that come of it. */

/** Found, of what there is, by how much was read. Shares are 0 to 1. */
export interface Found {
  /** Of what was read, how much is right. */
  readonly precision: number;
  /** Of what there is, how much was found. */
  readonly recall: number;
  /** The harmonic mean of both. */
  readonly f1: number;
  readonly hit: number;
  readonly gold: number;
  readonly read: number;
}

/** How often a choice was right, of those that could be compared. */
export interface Right {
  readonly share: number;
  readonly right: number;
  readonly of: number;
}

export type Figure = Found | Right;

/** The one number that a figure is held to. */
export const scoreOf = (figure: Figure): number => ('f1' in figure ? figure.f1 : figure.share);

export function found(hit: number, gold: number, read: number): Found {
  const precision = read > 0 ? hit / read : 0;
  const recall = gold > 0 ? hit / gold : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1, hit, gold, read };
}

/** Adds up over the reports of a corpus. */
export class Tally {
  readonly #found = new Map<string, [hit: number, gold: number, read: number]>();
  readonly #right = new Map<string, [right: number, of: number]>();
  readonly #order: string[] = [];

  find(name: string, hit: number, gold: number, read: number): void {
    const sums = this.#found.get(name) ?? this.#begin(this.#found, name, [0, 0, 0]);
    sums[0] += hit;
    sums[1] += gold;
    sums[2] += read;
  }

  choose(name: string, right: boolean): void {
    const sums = this.#right.get(name) ?? this.#begin(this.#right, name, [0, 0]);
    if (right) sums[0]++;
    sums[1]++;
  }

  /** By name, in the order in which they were first counted. */
  figures(): ReadonlyMap<string, Figure> {
    const out = new Map<string, Figure>();
    for (const name of this.#order) {
      const sums = this.#found.get(name);
      if (sums) out.set(name, found(...sums));
      else {
        const [right, of] = this.#right.get(name)!;
        out.set(name, { share: of > 0 ? right / of : 0, right, of });
      }
    }
    return out;
  }

  #begin<T>(sums: Map<string, T>, name: string, zero: T): T {
    sums.set(name, zero);
    this.#order.push(name);
    return zero;
  }
}
