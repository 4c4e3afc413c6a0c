/** The numbers of what lies in a period: many of them are remembered, so they take eight bytes each. */
export class Period {
  readonly #numbers: Float64Array;

  constructor(numbers: readonly number[]) {
    this.#numbers = Float64Array.from(numbers).sort();
  }

  has(number: number): boolean {
    let [low, high] = [0, this.#numbers.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#numbers[middle]! < number) low = middle + 1;
      else high = middle;
    }
    return this.#numbers[low] === number;
  }
}
