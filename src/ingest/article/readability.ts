import { createRequire } from 'node:module';
import type { Page } from './dom.ts';

const load = createRequire(import.meta.url);

/** What Readability takes for the body of a page, as HTML; it changes the page. `null` where it finds none. */
export function readable(page: Page): string | null {
  const { Readability } = load('@mozilla/readability') as {
    Readability: new (page: Page, options: object) => { parse(): { content: string } | null };
  };
  return new Readability(page, { disableJSONLD: true }).parse()?.content ?? null;
}
