/** The line that is written over while reports are added: a bar, how many of how many, rate, time left, failures. */
import { count } from '../../export/words.ts';
import type { Progress } from '../../run/progress.ts';
import { waitInWords } from '../progress.ts';

const CELLS = 20;

/** What the line says. */
export function barLine(progress: Progress, width: number): string {
  const { phase, done, total, perSecond, secondsLeft, failed } = progress;
  const share = total ? Math.min(1, done / total) : null;
  const filled = share === null ? 0 : Math.round(share * CELLS);
  const bar = share === null ? '' : `[${'#'.repeat(filled)}${'·'.repeat(CELLS - filled)}] `;
  const left = secondsLeft === null ? [] : [`${waitInWords(secondsLeft)} left`];
  const parts =
    phase === 'consolidating'
      ? [`bringing the record up to date`, ...left]
      : [
          total === null ? count(done, 'report') : `${done.toLocaleString('en')} of ${count(total, 'report')}`,
          `${perSecond >= 10 ? Math.round(perSecond).toLocaleString('en') : perSecond.toFixed(1)} a second`,
          ...left,
          ...(failed > 0 ? [`${failed.toLocaleString('en')} failed`] : []),
        ];
  const line = bar + parts.join(', ');
  return line.length <= width ? line : parts.join(', ').slice(0, width);
}

/** Writes the line where somebody watches, from the second second on. */
export class Bar {
  readonly #write: ((text: string) => void) | null;
  readonly #width: number;
  #shown = false;

  constructor(write: ((text: string) => void) | null, width: number) {
    this.#write = write;
    this.#width = width - 1;
  }

  show(progress: Progress): void {
    if (!this.#write || (progress.seconds < 1 && !this.#shown)) return;
    this.#shown = true;
    this.#write(`\r${barLine(progress, this.#width)}\u001b[K`);
  }

  /** Takes the line away, so that something else can be written there. */
  clear(): void {
    if (this.#shown) this.#write?.('\r\u001b[K');
    this.#shown = false;
  }
}
