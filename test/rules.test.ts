/** Every rule that makes a record is explained in data/rules.yaml, and nothing else stands there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCatalogue, parseCatalogue } from '../src/cli/catalogue.ts';
import { SAMPLES } from '../src/cli/samples.ts';
import { loadResources } from '../src/data/load.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createReader } from '../src/reading.ts';
import type { Producer } from '../src/record.ts';
import { sourcesIn, withoutComments } from './sources.ts';

const RULE = /['"`]((?:ingest|clean|segment|mention|attribute)\/[a-z0-9]+(?:-[a-z0-9]+)*)['"`]/g;

const named = new Set(
  sourcesIn('src')
    .filter((f) => !f.path.endsWith('.test.ts') && !/^src\/(cli|run|export)\//.test(f.path))
    .flatMap((f) => [...withoutComments(f.text).matchAll(RULE)].map((m) => m[1]!)),
);

test('every rule named in the code is explained, and every one explained is named', () => {
  const catalogue = loadCatalogue();
  assert.deepEqual([...named].filter((rule) => !catalogue.has(rule)).sort(), [], 'rules without a sentence');
  assert.deepEqual([...catalogue.keys()].filter((rule) => !named.has(rule)).sort(), [], 'sentences without a rule');
});

test('every rule that made a record of the samples is explained', async () => {
  const catalogue = loadCatalogue();
  const read = createReader(loadResources());
  const missing = new Set<string>();
  let records = 0;
  for await (const source of ingest([SAMPLES])) {
    if (!('document' in source)) continue;
    const reading = read(source.document);
    const makers: (Producer | null)[] = [
      ...reading.blocks.map((b) => b.made),
      ...reading.repeats.map((r) => r.made),
      ...reading.mentions.map((m) => m.made),
      ...reading.referents.map((r) => r.partyMade),
      ...reading.statements.flatMap((s) => s.made),
    ];
    for (const made of makers) {
      if (!made) continue;
      records++;
      if (!catalogue.has(made.rule)) missing.add(made.rule);
    }
  }
  assert.ok(records > 500, `${records} records`);
  assert.deepEqual([...missing].sort(), []);
});

test('a bad catalogue is refused in plain words', () => {
  const cases: [unknown, RegExp][] = [
    [null, /must map names/],
    [['x'], /must map names/],
    [{ 'parse/x': 'A sentence.' }, /parse\/x: a name is a stage/],
    [{ 'clean/x': 'no capital or stop' }, /clean\/x: give one plain sentence/],
    [{ 'clean/x': 3 }, /clean\/x: give one plain sentence/],
  ];
  for (const [raw, message] of cases) assert.throws(() => parseCatalogue(raw), message);
  assert.equal(parseCatalogue({ 'clean/x': 'A sentence.\n' }).get('clean/x'), 'A sentence.');
});
