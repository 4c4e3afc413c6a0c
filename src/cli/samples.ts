import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the sample reports, which is at the same place beside `src/` and `dist/`. */
export const SAMPLES = fileURLToPath(new URL('../../examples/keld-strait/reports', import.meta.url));

/** The same as somebody who stands in `folder` would name it: from there, if it lies below. */
export function samplesFrom(folder: string): string {
  const path = relative(folder, SAMPLES);
  return path.startsWith('..') ? SAMPLES : path || '.';
}
