/**
 * Writes the golden readings and the golden case anew: `npm run golden`. Look at the diff before you commit it: each line that changed is
 * something that is now read otherwise.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { GOLDEN_CASE, goldenCase } from './case.ts';
import { GOLDEN, goldenReadings } from './golden.ts';

const readings = await goldenReadings();
rmSync(GOLDEN, { recursive: true, force: true });
mkdirSync(GOLDEN);
for (const [name, text] of readings) writeFileSync(new URL(name, GOLDEN), text);
const files = await goldenCase();
rmSync(GOLDEN_CASE, { recursive: true, force: true });
mkdirSync(GOLDEN_CASE);
for (const [name, text] of files) writeFileSync(new URL(name, GOLDEN_CASE), text);
console.log(
  `${readings.size} golden readings written to test/golden/readings, and the golden case to test/golden/case. What changed: git diff --stat test/golden`,
);
