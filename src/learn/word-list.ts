/** Words in the order of their characters, kept as one string, so that many thousands cost nothing to load. */
export class WordList {
  readonly #text: string;
  /** Where each word begins, and at the end where the last one ends. */
  readonly #starts: Uint32Array;

  /** `lengths` are those of the words in UTF-16 units; each is below 256. */
  constructor(text: string, lengths: Uint8Array) {
    this.#text = text;
    this.#starts = new Uint32Array(lengths.length + 1);
    for (let i = 0; i < lengths.length; i++) this.#starts[i + 1] = this.#starts[i]! + lengths[i]!;
  }

  at(index: number): string {
    return this.#text.slice(this.#starts[index]!, this.#starts[index + 1]!);
  }

  /** The place of a word, by bisection; -1 where the list does not have it. */
  find(word: string): number {
    let low = 0;
    let high = this.#starts.length - 2;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(middle, word);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #compare(index: number, word: string): number {
    const start = this.#starts[index]!;
    const length = this.#starts[index + 1]! - start;
    const shared = Math.min(length, word.length);
    for (let i = 0; i < shared; i++) {
      const difference = this.#text.charCodeAt(start + i) - word.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - word.length;
  }
}
