import { createReadStream } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Metadata } from './document.ts';
import { isObject, linesOf, metadataOf } from './jsonl.ts';

/** The file beside reports that tells their date, outlet and so on, a line each: `{"file": "a.txt", "outlet": "..."}`. */
export const sidecarName = 'metadata.jsonl';

/** How many folders upwards a sidecar is looked for: the report's own, and those above it. */
const upwards = 3;

/** What sidecars tell of the reports beside and below them; each is read once, when it is first asked for. */
export class Sidecars {
  readonly #read = new Map<string, Promise<ReadonlyMap<string, Partial<Metadata>> | null>>();
  readonly #tell: (path: string, line: number, message: string) => void;

  /** `tell` hears of lines that cannot be read. */
  constructor(tell: (path: string, line: number, message: string) => void) {
    this.#tell = tell;
  }

  /** What is known of a report's file; nothing where no sidecar names it. The nearest sidecar that does counts. */
  async of(file: string): Promise<Partial<Metadata>> {
    const full = resolve(file);
    let folder = dirname(full);
    for (let n = 0; n < upwards; n++) {
      const known = (await this.#load(folder))?.get(relative(folder, full).split(sep).join('/'));
      if (known) return known;
      const above = dirname(folder);
      if (above === folder) break;
      folder = above;
    }
    return {};
  }

  #load(folder: string): Promise<ReadonlyMap<string, Partial<Metadata>> | null> {
    let found = this.#read.get(folder);
    if (!found) {
      found = this.#parse(join(folder, sidecarName));
      this.#read.set(folder, found);
    }
    return found;
  }

  async #parse(path: string): Promise<ReadonlyMap<string, Partial<Metadata>> | null> {
    const out = new Map<string, Partial<Metadata>>();
    try {
      for await (const { line, words } of linesOf(createReadStream(path))) {
        if (words === null || words.trim() === '') continue;
        let raw: unknown;
        try {
          raw = JSON.parse(words);
        } catch {
          raw = null;
        }
        if (!isObject(raw) || typeof raw['file'] !== 'string') {
          this.#tell(
            path,
            line,
            'This line tells nothing of a report: it must be JSON with "file". Correct it; the others count.',
          );
          continue;
        }
        out.set(raw['file'].replace(/^\.\//u, '').replaceAll('\\', '/'), metadataOf(raw));
      }
    } catch (error) {
      // None is the usual case; one that cannot be read is told of, and the reports are read without it.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      this.#tell(path, 0, `It cannot be read (${(error as Error).message}); the reports are read without it.`);
      return null;
    }
    return out;
  }
}
