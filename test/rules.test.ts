/** Every rule that makes a record is explained in data/rules.yaml, and nothing else stands there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadCatalogue, parseCatalogue, sentenceOf } from '../src/cli/catalogue.ts';
import { SAMPLES } from '../src/cli/samples.ts';
import { loadResources } from '../src/data/load.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createReader } from '../src/reading.ts';
import type { Producer } from '../src/record.ts';
import { ROOT, sourcesIn, withoutComments } from './sources.ts';

const STAGE = '(?:ingest|clean|segment|mention|attribute|interpret)';
const WHOLE = new RegExp(`['"\`](${STAGE}/[a-z0-9]+(?:-[a-z0-9]+)*)['"\`]`, 'g');
const MADE_UP = new RegExp(`\`(${STAGE}/[a-z0-9-]*\\$\\{[^\`]*)\``, 'g');

const code = sourcesIn('src')
  .filter((f) => !/\.test\.ts$|^src\/(?:cli|run|export)\/|\/testing(?:\/.*)?\.ts$/.test(f.path))
  .map((f) => withoutComments(f.text));
const matches = (pattern: RegExp): string[] => code.flatMap((text) => [...text.matchAll(pattern)].map((m) => m[1]!));

/** Rules that are named in the code, and those that the cleaning lexicon names. */
const named = new Set([
  ...matches(WHOLE),
  ...[...readFileSync(`${ROOT}data/lexicons/en/clean.yaml`, 'utf8').matchAll(/^ +- rule: ([a-z-]+)$/gm)].map(
    (m) => `clean/${m[1]!}`,
  ),
]);
/** Rules whose names are put together: a pattern that their names fit. */
const families = matches(MADE_UP)
  .map((template) => template.replace(/\$\{[^}]*\}/g, '[a-z-]+'))
  .filter((pattern) => pattern !== 'clean/[a-z-]+')
  .map((pattern) => new RegExp(`^${pattern}$`));

test('every rule named in the code is explained, and every one explained is named', () => {
  const catalogue = loadCatalogue();
  const isNamed = (rule: string): boolean => named.has(rule) || families.some((f) => f.test(rule.replace('*', 'x')));
  assert.deepEqual([...named].filter((rule) => !sentenceOf(catalogue, rule)).sort(), [], 'rules without a sentence');
  assert.deepEqual([...catalogue.keys()].filter((rule) => !isNamed(rule)).sort(), [], 'sentences without a rule');
});

test('a rule without a sentence of its own has that of its family', () => {
  const catalogue = parseCatalogue({ 'mention/of-*': 'Family.', 'mention/of-state': 'Own.' });
  assert.equal(sentenceOf(catalogue, 'mention/of-state'), 'Own.');
  assert.equal(sentenceOf(catalogue, 'mention/of-armed-group'), 'Family.');
  assert.equal(sentenceOf(catalogue, 'mention/by-state'), undefined);
  assert.equal(sentenceOf(catalogue, 'mention/of'), undefined);
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
      if (!sentenceOf(catalogue, made.rule)) missing.add(made.rule);
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
