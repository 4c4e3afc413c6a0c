import { createRequire } from 'node:module';
import type { Page } from './dom.ts';

interface Library {
  readonly Readability: new (page: Page, options: object) => { parse(): { content: string } | null };
}

const load = createRequire(import.meta.url);
let library: Library | null = null;

/** What Readability takes for the body of a page, as HTML; it changes the page. `null` where it finds none. */
export function readable(page: Page): string | null {
  library ??= load('@mozilla/readability') as Library;
  return new library.Readability(page, { disableJSONLD: true }).parse()?.content ?? null;
}
