import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { reportOf } from '../../test/sample.ts';
import { loadProducer } from '../data/producer.ts';
import type { Ingested } from '../ingest/ingest.ts';
import type { Document } from '../record.ts';
import { FAKE, folder, openStore } from '../store/testing.ts';
import { addReports } from './add.ts';

const TEXT = 'Aldren Voss said on Monday that the boats would stay off Nerith.';
const twin = (outlet: string | null, published: string | null): Document =>
  reportOf(TEXT, { outlet, published, origin: { path: `${outlet}.txt`, line: null } });
const TWINS = [
  twin('Drenholm Courier', '2031-03-05'),
  twin('Littoral Press Agency', '2031-03-04'),
  twin('Port Asker Post', '2031-03-04'),
  twin(null, null),
];

async function* given(documents: readonly Document[]): AsyncGenerator<Ingested> {
  for (const document of documents) yield { document };
}

test('whose a text is does not depend on which of its places came first, in one run or in several', async (t) => {
  const path = folder(t);
  let cases = 0;
  const order = fc.shuffledSubarray(TWINS, { minLength: TWINS.length });
  await fc.assert(
    fc.asyncProperty(order, fc.nat({ max: TWINS.length }), async (twins, cut) => {
      const store = await openStore(join(path, `${cases++}.db`), { consolidation: FAKE, producer: loadProducer() });
      const run = (documents: readonly Document[]) => addReports({ sources: given(documents), store, jobs: 1 });
      await run(twins.slice(0, cut));
      await run(twins.slice(cut));
      const { rows } = await store.reports();
      assert.deepEqual(
        rows.map(({ outlet, day }) => [outlet, day]),
        [['Littoral Press Agency', '2031-03-04']],
      );
      assert.equal((await run(twins)).known, TWINS.length);
      await store.close();
    }),
    { numRuns: 12 },
  );
});
