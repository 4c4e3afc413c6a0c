import { IngestError } from '../error.ts';

/**
 * What reading may cost, so that a hostile file costs no more than itself. All are counts of work, never of time: the
 * same file meets the same limit on every machine.
 */
export interface Limits {
  /** Bytes of one page, message, feed or document that is held whole. */
  readonly page: number;
  /** Bytes of one PDF or office document. */
  readonly document: number;
  /** Bytes of one member of an archive that is held whole, as an archive in an archive. */
  readonly member: number;
  /** Bytes that a file may unpack to in any case, at all depths together. */
  readonly unpacked: number;
  /** How many times its own size a file may unpack to beyond that. Texts seldom pass 30; bombs begin at 1,000. */
  readonly ratio: number;
  /** Members of archives, records, messages, entries in one file. */
  readonly entries: number;
  /** Archives in archives. */
  readonly depth: number;
}

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  page: 16 * MB,
  document: 128 * MB,
  member: 512 * MB,
  unpacked: 256 * MB,
  ratio: 200,
  entries: 5_000_000,
  depth: 4,
};

/** A limit of the whole file was met: whatever else it holds is not read. */
export class LimitError extends IngestError {}

export const megabytes = (bytes: number): string =>
  bytes >= MB ? `${Math.round(bytes / MB)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;

/** Counts what one file costs, at all depths. Throws a {@link LimitError} when it costs too much. */
export class Budget {
  readonly limits: Limits;
  #in = 0;
  #out = 0;
  #inParts = 0;
  #entries = 0;
  #over = false;

  constructor(limits: Limits = LIMITS) {
    this.limits = limits;
  }

  /** Bytes of the file itself that were read so far. */
  get bytesRead(): number {
    return this.#in;
  }

  /** Bytes that came out of unpacking so far. */
  get bytesUnpacked(): number {
    return this.#out;
  }

  /** Whether the parts of the file cost too much: nothing of it counts from there on. */
  get isOver(): boolean {
    return this.#over;
  }

  read(bytes: number): void {
    this.#in += bytes;
  }

  unpacked(bytes: number): void {
    this.#out += bytes;
    this.#check(this.#out, this.#in);
  }

  /**
   * Bytes that parts of it unpacked to where they were read, which may be another thread: counted in the order of the
   * file, against what had been read of it when the part was found, so that the limit is met at the same part each time.
   */
  unpackedInPart(bytes: number, read: number): void {
    this.#inParts += bytes;
    try {
      this.#check(this.#inParts, read);
    } catch (error) {
      this.#over = true;
      throw error;
    }
  }

  #check(out: number, read: number): void {
    if (this.#over || out > this.limits.unpacked + read * this.limits.ratio) {
      throw new LimitError(
        'bomb',
        `It unpacks to more than ${this.limits.ratio} times its size, which no reports do; reading stopped there. If it is what you want, unpack it yourself and give the files.`,
      );
    }
  }

  /** One more member, record or entry. */
  entry(): void {
    this.#check(0, this.#in);
    if (++this.#entries > this.limits.entries) {
      throw new LimitError(
        'too-many',
        `It holds more than ${this.limits.entries.toLocaleString('en')} parts; reading stopped there. Split it.`,
      );
    }
  }
}
