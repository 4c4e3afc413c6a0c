/** Measures in the page itself how long a click takes until its result is painted: `watch.js` runs there. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** What one click cost. */
export interface Painted {
  /** From the input event to the frame that shows the last change it made, in milliseconds. */
  readonly ms: number;
  /** Of these, while the API was asked: from the first request to the last byte. */
  readonly asking: number;
  /** Bytes of what the API answered, unpacked. */
  readonly bytes: number;
  /** What was asked, the slowest first. */
  readonly asked: readonly string[];
}

/** To be called before the page is opened. */
export const watchPainting = (page: Page): Promise<unknown> =>
  page.addInitScript({ path: fileURLToPath(new URL('watch.js', import.meta.url)) });

/** From the start of loading the page, or just until nothing changes any more. */
export const settled = (page: Page): Promise<Painted> => page.evaluate('painting.fromStart()');

/** Does something to the page, and measures it. */
export async function painted(page: Page, act: () => Promise<unknown>): Promise<Painted> {
  await page.evaluate('painting.arm()');
  const measured = page.evaluate<Painted>('painting.fromInput()');
  await act();
  return measured;
}
