/** Which reports hold which shingle, in typed arrays: some 18 bytes for each shingle of each report. */

const EMPTY = -1;

export interface Postings {
  /** Adds a report's shingles. Reports are numbered from 0 in the order of adding. */
  add(shingles: Uint32Array): void;
  /** The number of the shingle's slot, or -1 where no report holds it. Slots change with every `add`. */
  slotOf(shingle: number): number;
  /** The report that the slot names as the first to hold its shingle. */
  firstOf(slot: number): number;
  setFirst(slot: number, report: number): void;
  /** Calls `each` with every report that holds the shingle, the last added first, until it returns `false`. */
  eachHolder(slot: number, each: (report: number) => boolean): void;
  /** The shingles of a report. */
  shinglesOf(report: number): Uint32Array;
}

const grown = <T extends Uint32Array | Int32Array>(old: T, size: number): T => {
  const wider = new (old.constructor as new (size: number) => T)(size);
  wider.set(old);
  return wider;
};

export function newPostings(): Postings {
  // An open-addressing table from shingle to its last posting; a posting points to the one before it.
  // A slot holds no shingle of its own: its posting has it.
  let capacity = 1 << 10;
  let heads = new Int32Array(capacity).fill(EMPTY);
  let firsts = new Int32Array(capacity);
  let used = 0;
  let shingles = new Uint32Array(1 << 10);
  let before = new Int32Array(1 << 10);
  /** Where each report's postings begin; one more than there are reports. */
  let begins = new Int32Array(1 << 6);
  let reports = 0;

  /** The slot of a shingle, or the free one where it would stand. */
  const probe = (shingle: number): number => {
    // The upper bits tell shingles apart least, since only low hashes are kept.
    let slot = (Math.imul(shingle, 0x9e3779b1) >>> 0) & (capacity - 1);
    while (heads[slot] !== EMPTY && shingles[heads[slot]!] !== shingle) slot = (slot + 1) & (capacity - 1);
    return slot;
  };

  const widen = (): void => {
    const [oldHeads, oldFirsts] = [heads, firsts];
    capacity *= 2;
    heads = new Int32Array(capacity).fill(EMPTY);
    firsts = new Int32Array(capacity);
    oldHeads.forEach((head, old) => {
      if (head === EMPTY) return;
      const slot = probe(shingles[head]!);
      heads[slot] = head;
      firsts[slot] = oldFirsts[old]!;
    });
  };

  /** The report that holds a posting. */
  const holderOf = (posting: number): number => {
    let low = 0;
    let high = reports - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins[middle]! <= posting) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  return {
    add(added) {
      const begin = begins[reports]!;
      if (begin + added.length > shingles.length) {
        const size = Math.max(shingles.length + (shingles.length >> 1), begin + added.length);
        shingles = grown(shingles, size);
        before = grown(before, size);
      }
      if (reports + 2 > begins.length) begins = grown(begins, begins.length * 2);
      added.forEach((shingle, i) => {
        if (used * 4 >= capacity * 3) widen();
        const slot = probe(shingle);
        if (heads[slot] === EMPTY) {
          firsts[slot] = reports;
          used += 1;
        }
        shingles[begin + i] = shingle;
        before[begin + i] = heads[slot]!;
        heads[slot] = begin + i;
      });
      reports += 1;
      begins[reports] = begin + added.length;
    },
    slotOf(shingle) {
      const slot = probe(shingle);
      return heads[slot] === EMPTY ? EMPTY : slot;
    },
    firstOf: (slot) => firsts[slot]!,
    setFirst(slot, report) {
      firsts[slot] = report;
    },
    eachHolder(slot, each) {
      for (let posting = heads[slot]!; posting !== EMPTY; posting = before[posting]!) {
        if (!each(holderOf(posting))) return;
      }
    },
    shinglesOf: (report) => shingles.subarray(begins[report]!, begins[report + 1]!),
  };
}
