import { count } from '../export/words.ts';

/** How often the line is written anew, and how long a run must last before it is written at all; milliseconds. */
const EVERY = 200;
const AFTER = 1000;

/** A time to wait, in words: `40 s`, `3 min`, `2 h 5 min`. */
export function waitInWords(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** What the line says: count, rate and, where the amount is known, the time left. */
export function progressLine(done: number, seconds: number, share: number | null): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const parts = [count(done, 'report'), `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)} a second`];
  if (share !== null && share > 0 && share < 1) parts.push(`${waitInWords((seconds * (1 - share)) / share)} left`);
  return parts.join(', ');
}

/** How much there is to read; what is not known is `null`. */
export interface Amount {
  readonly reports: number | null;
  readonly bytes: number | null;
}

/** A line on standard error that is written over as reading goes on, once a run takes over a second. */
export class Progress {
  readonly #write: ((text: string) => void) | null;
  readonly #now: () => number;
  readonly #began: number;
  #written: number;
  #shown = false;
  #done = 0;
  #bytes = 0;
  #amount: Amount = { reports: null, bytes: null };

  /** `write` is `null` where nobody watches. `now` gives milliseconds. */
  constructor(write: ((text: string) => void) | null, now = () => performance.now()) {
    this.#write = write;
    this.#now = now;
    this.#began = now();
    this.#written = this.#began + AFTER - EVERY;
  }

  /** Whether somebody watches; if not, nothing needs to be counted beforehand. */
  get watched(): boolean {
    return this.#write !== null;
  }

  /** Seconds since the beginning. */
  get seconds(): number {
    return (this.#now() - this.#began) / 1000;
  }

  /** How much there is, once it is known. */
  expect(amount: Amount): void {
    this.#amount = amount;
  }

  /** How many bytes have been read so far. */
  bytes(sum: number): void {
    this.#bytes = sum;
  }

  /** One report more is done. */
  step(): void {
    this.#done++;
    const now = this.#now();
    if (!this.#write || now - this.#written < EVERY) return;
    this.#written = now;
    this.#shown = true;
    const { reports, bytes } = this.#amount;
    const share = reports ? this.#done / reports : bytes ? this.#bytes / bytes : null;
    this.#write(`\r${progressLine(this.#done, this.seconds, share)}\u001b[K`);
  }

  /** Takes the line away, so that something else can be written there. */
  clear(): void {
    if (this.#shown) this.#write?.('\r\u001b[K');
    this.#shown = false;
  }
}
