/** Where the failures of a run are told: as a table of causes at the end, and each by name in a file. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { oneLine } from '../../export/harmless.ts';
import { count, originOf } from '../../export/words.ts';
import type { Failure } from '../../ingest/ingest.ts';
import type { Cause } from '../../run/causes.ts';
import type { Screen } from '../terminal/paint.ts';
import { hang } from '../terminal/wrap.ts';
import { CASE_LOGS } from './folder.ts';

/** A list of all that failed in one run; the file is made with the first failure. */
export class FailureLog {
  readonly #folder: string;
  readonly #name: string;
  #path: string | null = null;
  #broken = false;

  /** `now` is an ISO 8601 moment, which the file is named by. */
  constructor(folder: string, now: string) {
    this.#folder = join(folder, CASE_LOGS);
    this.#name = `failed-${now.slice(0, 19).replaceAll(':', '')}.tsv`;
  }

  /** Where the list is; `null` where nothing failed, or where it could not be written. */
  get path(): string | null {
    return this.#path;
  }

  add(failure: Failure): void {
    if (this.#broken) return;
    try {
      if (this.#path === null) {
        mkdirSync(this.#folder, { recursive: true });
        const path = join(this.#folder, this.#name);
        appendFileSync(path, 'cause\treport\twhy\n');
        this.#path = path;
      }
      appendFileSync(this.#path, `${failure.code}\t${originOf(failure)}\t${oneLine(failure.message)}\n`);
    } catch {
      // A list that cannot be written costs no report; the table of causes is still printed.
      this.#broken = true;
    }
  }
}

/** The causes, each with how many reports it cost and some of them by name. */
export function causesTable(causes: readonly Cause[], screen: Screen): string {
  const { paint, width } = screen;
  return causes
    .map(({ message, count: n, examples }) => {
      const named = examples.map(originOf).join(', ');
      const more = n > examples.length ? ` and ${count(n - examples.length, 'other')}` : '';
      const [first] = oneLine(message).split(/ at (?:async )?\S+ \(|\s{2,}/);
      return [
        hang(first ?? '', width, `${paint.name(n.toLocaleString('en').padStart(7))}  `, ' '.repeat(9)),
        hang(paint.quiet(`${named}${more}`), width, ' '.repeat(9)),
      ].join('\n');
    })
    .join('\n');
}
