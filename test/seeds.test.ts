/**
 * The two reports that the project began from, where they are on this machine: what must be read from them, told by
 * fields and places, since none of their text stands in the project.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { loadResources } from '../src/data/load.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createReader } from '../src/reading.ts';
import type { Position, Reading } from '../src/record.ts';
import { ROOT } from './sources.ts';

const FOLDER = join(process.env['RAPPORTEUR_SHARED'] ?? join(ROOT, '..', 'shared'), 'seeds');
const skip = existsSync(FOLDER) ? false : 'the seeds are not here';

interface Seed {
  readonly text: string;
  readonly reading: Reading;
}
let talks: Seed;
let strike: Seed;

before(async () => {
  if (skip) return;
  const read = createReader(loadResources());
  const files = readdirSync(FOLDER)
    .filter((f) => f.endsWith('.txt'))
    .sort();
  const seeds: Seed[] = [];
  for await (const source of ingest(files.map((f) => join(FOLDER, f))))
    if ('document' in source) seeds.push({ text: source.document.text, reading: read(source.document) });
  [talks, strike] = seeds as [Seed, Seed];
});

/** Whether some position has these fields, and its words or condition touch what matches. */
const holds = ({ text, reading }: Seed, want: Partial<Position> & { issue: string }, words = /./): boolean =>
  reading.positions.some(
    (p) =>
      p.issues.includes(want.issue) &&
      Object.entries(want).every(([key, value]) => key === 'issue' || p[key as keyof Position] === value) &&
      p.content.some((s) => words.test(text.slice(s.start, s.end))),
  );

test('what one side demands: territory, forces, alignment; a seat for the other', { skip }, () => {
  for (const issue of ['TERR_STATUS', 'DEMIL', 'NEUTRAL_ALLY'])
    assert.ok(holds(talks, { holder: 'Russia', stance: 'demands', issue }), issue);
  assert.ok(holds(talks, { holder: 'Ukraine', stance: 'demands', issue: 'SEAT' }));
});

test("an analyst's assessment is no demand of the party's own", { skip }, () => {
  assert.equal(holds(talks, { holder: 'Russia', voice: 'self', issue: 'SETTLEMENT' }, /surrender/i), false);
  assert.equal(holds(talks, { holder: 'Russia', voice: 'narrator', issue: 'SETTLEMENT' }, /surrender/i), false);
});

test('talks: one announced, mediation over three months, each once; no year invented', { skip }, () => {
  const { reading } = talks;
  const announced = reading.talks.filter((t) => t.status === 'scheduled' || t.status === 'proposed');
  assert.equal(announced.length, 1);
  assert.deepEqual([...announced[0]!.participants].sort(), ['Russia', 'United States']);
  const mediation = reading.talks.find((t) => t.kind === 'mediation');
  assert.deepEqual([mediation?.when?.start, mediation?.when?.pattern], [null, 'XXXX-05/XXXX-07']);
  assert.ok(mediation?.mediators.includes('United States'));
});

test('withdrawal from four regions, and who may sign', { skip }, () => {
  assert.ok(holds(strike, { holder: 'Russia', stance: 'demands', issue: 'TERR_WITHDRAW' }, /four/));
  assert.ok(holds(strike, { holder: 'Russia', stance: 'rejects', issue: 'SIGNER_LEGIT' }));
  assert.ok(holds(strike, { holder: 'Russia', stance: 'demands', issue: 'SIGNER_LEGIT' }));
  assert.ok(holds(strike, { holder: 'Russia', stance: 'offers', voice: 'self', issue: 'FORMAT' }));
});

test('movement as its holder claims it', { skip }, () => {
  assert.ok(holds(strike, { holder: 'Russia', movement: 'softer', voice: 'self', issue: 'SETTLEMENT' }));
});

test('a past round has its place and month; readiness after a day has no year', { skip }, () => {
  const { reading } = strike;
  const past = reading.talks.find((t) => t.place?.name === 'Istanbul');
  assert.deepEqual([past?.status, past?.when?.start, past?.when?.end], ['held', '2022-03', '2022-03']);
  assert.ok(reading.times.some((t) => t.start === null && t.pattern === 'XXXX-06-22' && t.kind === 'after'));
});

test('the strike: its hedge is kept, no figure is invented, rival accounts stand side by side', { skip }, () => {
  const { text, reading } = strike;
  const hit = reading.events.find((e) => e.type === 'ASSAULT' && e.mode === 'missile' && e.actor === 'Russia');
  assert.ok(hit?.hedge);
  assert.equal(text.slice(hit.hedge.start, hit.hedge.end), 'reportedly');
  assert.deepEqual(
    reading.events.flatMap((e) => e.figures),
    [],
  );
  const rivals = reading.disputes.filter((d) => d.kind === 'counterclaim').map((d) => d.sides.map((s) => s.party));
  assert.ok(rivals.some((parties) => parties.includes('Russia') && parties.includes('Ukraine')));
});
