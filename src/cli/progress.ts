import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { count } from './view/words.ts';

/** How often the line is written anew, and how long a run must last before it is written at all; milliseconds. */
const EVERY = 200;
const AFTER = 1000;

/** How much there is to read, in bytes, counted in the background while reading goes on. */
async function bytesIn(path: string): Promise<number> {
  if (path === '-') return Number.NaN;
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.size;
  let sum = 0;
  for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
    if (entry.name.startsWith('.')) continue;
    sum += await bytesIn(join(path, entry.name));
  }
  return sum;
}

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

/** A line on standard error that is written over as reading goes on, once a run takes over a second. */
export class Progress {
  readonly #write: (text: string) => void;
  readonly #now: () => number;
  readonly #began: number;
  #written: number;
  #shown = false;
  #done = 0;
  #bytes = 0;
  #total: number | null = null;

  /** `write` is `null` where nobody watches. `now` gives milliseconds. */
  constructor(paths: readonly string[], write: ((text: string) => void) | null, now = () => performance.now()) {
    this.#write = write ?? (() => {});
    this.#now = now;
    this.#began = now();
    this.#written = this.#began + AFTER - EVERY;
    if (write) {
      void Promise.all(paths.map(bytesIn)).then((sizes) => {
        const total = sizes.reduce((a, b) => a + b, 0);
        this.#total = total > 0 ? total : null;
      });
    }
  }

  /** Seconds since the beginning. */
  get seconds(): number {
    return (this.#now() - this.#began) / 1000;
  }

  /** One report more, of about so many bytes. */
  step(bytes: number): void {
    this.#done++;
    this.#bytes += bytes;
    const now = this.#now();
    if (now - this.#written < EVERY) return;
    this.#written = now;
    this.#shown = true;
    const share = this.#total === null ? null : this.#bytes / this.#total;
    this.#write(`\r${progressLine(this.#done, this.seconds, share)}\u001b[K`);
  }

  /** Takes the line away, so that something else can be written there. */
  clear(): void {
    if (this.#shown) this.#write('\r\u001b[K');
    this.#shown = false;
  }
}
