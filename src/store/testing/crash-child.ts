/**
 * A process that adds reports to a case in small batches, brings the record up to date between them, and is killed at
 * some moment: `node crash-child.ts PATH COUNT`. Writes a line when the case is open.
 */
import { openStore } from '../open.ts';
import { FAKE, PRODUCER, reportNumber } from '../testing.ts';

const [path = '', count = '0'] = process.argv.slice(2);
const BATCH = 5;

const store = await openStore(path, { consolidation: FAKE, producer: PRODUCER });
process.stdout.write('open\n');
const reports = Array.from({ length: Number(count) }, (_, n) => reportNumber(n));
const known = await store.known(reports.map(({ document }) => document.text_sha256));
const left = reports.filter(({ document }) => !known.has(document.text_sha256));
for (let at = 0; at < left.length; at += BATCH) {
  await store.add(left.slice(at, at + BATCH));
  if (at % (BATCH * 4) === 0) await store.consolidate(20);
}
await store.consolidate();
await store.close();
process.stdout.write('done\n');
