import { fileURLToPath } from 'node:url';

/** The folder of the sample reports, which is at the same place beside `src/` and `dist/`. */
export const SAMPLES = fileURLToPath(new URL('../../examples/keld-strait/reports', import.meta.url));
