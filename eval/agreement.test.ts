/** Our scorer gives the same figures as the one that the gold readings came with, to the last digit. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadResources } from '../src/data/load.ts';
import { jsonLine } from '../src/export/json-lines.ts';
import { createReader } from '../src/reading.ts';
import { SAMPLE_GOLD, SHARED, shared } from './corpora.ts';
import { readGold } from './gold.ts';
import { annotatedColumn, goldColumn, type Readings, readAll } from './measure.ts';
import { readAnnotated } from './polnear.ts';
import type { Figure } from './tally.ts';

const scorers = shared('score');
const skip = scorers === null ? `${SHARED}/score is not here` : false;
const gold = shared('gold');
const dev = shared('polnear/dev');
const read = createReader(loadResources());

/** What one of the other scorers prints as JSON. */
function theirs(script: string, folder: string, readings: Readings) {
  const work = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  try {
    const file = join(work, 'readings.jsonl');
    writeFileSync(file, [...readings.values()].map((r) => `${jsonLine(r)}\n`).join(''));
    const args = [join(scorers!, script), '--gold', folder, '--read', file, '--json'];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Ours in the form of theirs. */
const line = (f: Figure | undefined) => {
  assert.ok(f);
  return 'f1' in f
    ? { p: f.precision, r: f.recall, f1: f.f1, gold: f.gold, read: f.read }
    : { accuracy: f.share, of: f.of };
};

/** What the other scorer calls our figures. */
const SHARES: Readonly<Record<string, string>> = {
  stance: 'positions.stance',
  voice: 'positions.voice',
  movement: 'positions.movement',
  condition: 'positions.condition',
  'talk status': 'talks.status',
  'talk time': 'talks.when',
  'talk place': 'talks.place',
  'event status': 'events.status',
  'event time': 'events.when',
  'event place': 'events.place',
  actor: 'events.actor',
  'dispute kind': 'disputes.kind',
};

for (const folder of [SAMPLE_GOLD, gold]) {
  if (folder === null) continue;
  test(`the records of ${folder.split('/').slice(-2).join('/')}`, { skip }, async () => {
    const golds = readGold(folder);
    const readings = await readAll([...new Set(golds.map((g) => g.path))], read);
    const { figures } = goldColumn('x', golds, readings).column;
    const { counts, shares, documents } = theirs('score.mjs', folder, readings);
    assert.equal(documents, golds.length);
    assert.deepEqual(line(figures.get('statements')), counts.statements);
    assert.deepEqual(line(figures.get('with speaker and act')), counts['statements.joint']);
    assert.deepEqual(line(figures.get('repeats')), counts['repeats.characters']);
    for (const name of ['speaker', 'party', 'form', 'act'])
      assert.deepEqual(line(figures.get(name)), shares[`statements.${name}`], name);
    for (const name of ['positions', 'matrix', 'talks', 'events', 'disputes'])
      assert.deepEqual(line(figures.get(name)), counts[name], name);
    for (const [ours, its] of [
      ['participants', 'talks.participants'],
      ['figures', 'events.figures'],
    ] as const)
      if (figures.has(ours)) assert.deepEqual(line(figures.get(ours)), counts[its], ours);
    for (const [ours, its] of Object.entries(SHARES))
      if (figures.has(ours)) assert.deepEqual(line(figures.get(ours)), shares[its], ours);
  });
}

test('sources, cues and contents of PolNeAR dev', {
  skip: skip || (dev === null && 'PolNeAR is not here'),
}, async () => {
  const texts = readAnnotated(dev!);
  const readings = await readAll(
    texts.map((t) => t.path),
    read,
  );
  const { figures } = annotatedColumn('x', texts, readings);
  const other = theirs('attribution.mjs', dev!, readings);
  assert.equal(other.documents, texts.length);
  for (const role of ['content', 'source', 'cue']) {
    const words = line(figures.get(`${role}, words`));
    const halves = line(figures.get(`${role}, halves`));
    const same = ({ p, r, f1 }: Record<string, number>) => ({ p, r, f1 });
    assert.deepEqual(same(words as Record<string, number>), same(other[role].word), role);
    assert.deepEqual(same(halves as Record<string, number>), same(other[role].half), role);
    assert.equal((halves as Record<string, number>)['gold'], other[role].gold);
  }
});
