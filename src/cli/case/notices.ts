/** What costs no report is told as it comes, but not the same thing a thousand times. */
import { oneLine } from '../../export/harmless.ts';
import { count, originOf } from '../../export/words.ts';
import type { Notice } from '../../ingest/ingest.ts';

/** So many of one kind are told; the others are counted. */
const TOLD = 3;

/** Of what kinds there were more. */
const KINDS: Readonly<Record<string, string>> = {
  fields: 'Fields of tables and lists were guessed in',
  skipped: 'Something was passed over in',
  summary: 'There were only summaries in',
  sidecar: 'Lines of metadata could not be read in',
  feeds: 'There were lists of feeds in',
};

/** Tells the first few notices of a kind, and at the end how many more there were. */
export class Notices {
  readonly #tell: (line: string) => void;
  readonly #seen = new Map<string, number>();

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  add(notice: Notice): void {
    const seen = (this.#seen.get(notice.code) ?? 0) + 1;
    this.#seen.set(notice.code, seen);
    if (seen <= TOLD) this.#tell(`${originOf(notice)}: ${oneLine(notice.message)}\n`);
  }

  /** To be called once, when all is through. */
  close(): void {
    for (const [code, seen] of this.#seen) {
      if (seen <= TOLD) continue;
      this.#tell(`${KINDS[code] ?? 'The same was the case with'} ${count(seen - TOLD, 'file')} more.\n`);
    }
  }
}
