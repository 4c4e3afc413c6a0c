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

let cases = 0;
async function* given(documents: readonly Document[]): AsyncGenerator<Ingested> {
  for (const document of documents) yield { document };
}

const WORDS =
  'At least forty people drowned when a ferry went down in the strait off Nerith on Tuesday night, the coast guard of Halvia said, and divers went on looking for survivors in the wreck until the weather turned against them in the early morning.';
const story = (text: string, outlet: string, published: string): Document =>
  reportOf(text, { outlet, published, origin: { path: `${outlet}-${published}.txt`, line: null } });

test('who has words first does not depend on when the earlier place of a text came', async (t) => {
  const path = folder(t);
  const other = `${WORDS} The harbour office in Drenholm gave no names.`;
  const late = story(WORDS, 'Drenholm Courier', '2031-03-15');
  const between = story(other, 'Nerith Post', '2031-03-13');
  const early = story(WORDS, 'Drenholm Courier', '2031-03-02');
  const originals = async (runs: readonly (readonly Document[])[]): Promise<unknown> => {
    const store = await openStore(join(path, `first-${cases++}.db`), { consolidation: FAKE, producer: loadProducer() });
    for (const documents of runs) await addReports({ sources: given(documents), store, jobs: 1 });
    const { rows } = await store.reports();
    await store.close();
    return rows.map(({ outlet, day, copyOf }) => [outlet, day, copyOf]);
  };
  const right = [
    ['Nerith Post', '2031-03-13', early.text_sha256],
    ['Drenholm Courier', '2031-03-02', null],
  ];
  for (const runs of [
    [[early, between]],
    [[late], [between], [early]],
    [[late, between], [early]],
    [[late], [between, early]],
    [[late, between, early]],
    [[between], [late], [early]],
  ])
    assert.deepEqual(await originals(runs), right, runs.map((r) => r.map((d) => d.published).join(' ')).join(' | '));
});

test('whose a text is does not depend on which of its places came first, in one run or in several', async (t) => {
  const path = folder(t);
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
