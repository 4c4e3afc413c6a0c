/** How long a thread may be at one batch before it is given up. */

/** What has passed since a batch was handed over, in seconds. */
export interface Passed {
  readonly clock: number;
  /** Processor time of this process, of all its threads. */
  readonly processor: number;
}

/** A thread that uses no processor is given up only after so many times as long by the clock: it waits for what never comes. */
const WAITING = 20;
/** Seconds between two looks, once the clock has passed. */
const EVERY = 1;

/**
 * Whether a batch is given up that may take so many seconds. The clock alone does not tell: on a machine that is busy with other
 * things, or was put to sleep, a thread that never had its turn would be taken for one that does not come to an end.
 */
export const isOver = (seconds: number, { clock, processor }: Passed): boolean =>
  (clock >= seconds && processor >= seconds) || clock >= seconds * WAITING;

function usedByProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Aborts its signal when a batch is over its time, unless it is ended before. */
export class Patience {
  readonly #stop = new AbortController();
  readonly #seconds: number;
  readonly #began = performance.now();
  readonly #used = usedByProcess();
  #timer: NodeJS.Timeout;

  constructor(seconds: number) {
    this.#seconds = seconds;
    this.#timer = this.#lookAfter(seconds);
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #lookAfter(seconds: number): NodeJS.Timeout {
    const timer = setTimeout(() => this.#look(), seconds * 1000);
    return timer.unref();
  }

  #look(): void {
    const passed = { clock: (performance.now() - this.#began) / 1000, processor: usedByProcess() - this.#used };
    if (isOver(this.#seconds, passed)) this.#stop.abort();
    else this.#timer = this.#lookAfter(EVERY);
  }
}
