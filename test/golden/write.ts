/**
 * Writes the golden readings anew: `npm run golden`. Look at the diff before you commit it: each line that changed is
 * something that is now read otherwise.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { GOLDEN, goldenReadings } from './golden.ts';

const readings = await goldenReadings();
rmSync(GOLDEN, { recursive: true, force: true });
mkdirSync(GOLDEN);
for (const [name, text] of readings) writeFileSync(new URL(name, GOLDEN), text);
console.log(
  `${readings.size} golden readings written to test/golden/readings. What changed: git diff --stat test/golden`,
);
