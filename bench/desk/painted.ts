/** Measures in the page itself how long a click takes until its result is painted: `watch.js` runs there. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';

/** What one click cost, by the page's own clock. */
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
  // What could not be done is told by `act`.
  measured.catch(() => {});
  await act();
  return measured;
}

/** Time that a process has spent on a processor, in milliseconds (Linux). */
function processorTime(process: number): number {
  const tasks = `/proc/${process}/task`;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
}

/**
 * The processor's time that the desk and the main thread of a page take for something, in milliseconds: what the clock would
 * show of it on a machine that does nothing else, but for the painting itself.
 */
export async function worked<T>(page: Page, desk: number, act: () => Promise<T>): Promise<{ value: T; work: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = (await taskTime(session)) + processorTime(desk);
  const value = await act();
  const work = (await taskTime(session)) + processorTime(desk) - before;
  await session.detach();
  return { value, work };
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}
