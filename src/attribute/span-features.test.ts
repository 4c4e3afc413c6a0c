import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LABELS } from '../learn/labels.ts';
import { codesOf } from './codes.ts';
import type { Run } from './runs.ts';
import type { Candidate } from './span-candidates.ts';
import { SPAN_FEATURES, spanFeatures } from './span-features.ts';
import { factorsOf, marginalsOf } from './span-marginals.ts';
import { TRANSITIONS } from './tag-features.ts';
import { sample } from './testing.ts';

const s = sample(
  '{Aldren Voss} <said/VERB> “ [the/DET boats , all/DET of/ADP them , stay/VERB] ” today . Rain fell/VERB .',
);
const codes = codesOf(s.segmented, ['paragraph'], new Map([['say', 5]]));
const [source, cue, content] = [s.sources[0]!, s.cues[0]!, s.content[0]!];
const runs: readonly Run[] = [
  { role: 'source', first: source[0], last: source[1] },
  { role: 'cue', first: cue[0], last: cue[1] },
  { role: 'content', first: content[0], last: content[1] },
];
const scores = new Float32Array(codes.length * LABELS.length);
for (let i = content[0]; i < content[1]; i++) scores[i * LABELS.length + (i === content[0] ? 5 : 6)] = 4;
const chain = {
  labels: LABELS,
  classes: TRANSITIONS,
  transitions: new Float32Array(TRANSITIONS * (LABELS.length + 1) * LABELS.length),
};
const kinds = new Uint8Array(codes.length);
const marginals = marginalsOf(chain, factorsOf(chain), { kinds, length: codes.length }, scores);

function featuresOf(first: number, last: number): Record<string, number> {
  const candidate: Candidate = { first, last, log: marginals.exactly(first, last), marked: first === content[0] };
  const row = spanFeatures({ codes, scores, marginals, runs }, [candidate]);
  assert.equal(row.length, SPAN_FEATURES.length);
  assert.ok(row.every(Number.isFinite));
  return Object.fromEntries(SPAN_FEATURES.map((name, i) => [name, row[i]!]));
}

test('a content is told by its words, its place, and the cue and source beside it', () => {
  const f = featuresOf(content[0], content[1]);
  assert.equal(f['words'], 6, 'marks are not counted');
  assert.equal(f['length'], 8);
  assert.deepEqual([f['commas'], f['verbs'], f['sentences'], f['quoted']], [2, 1, 0, 1]);
  assert.deepEqual([f['marked-runs'], f['marked-share'], f['marked-begin'], f['marked-end']], [1, 1, 1, 1]);
  assert.deepEqual([f['cue-left'], f['cue-left-near'], f['cue-left-level'], f['cue-right-near']], [2, 1, 5, 0]);
  assert.equal(f['from-sentence'], content[0]);
  assert.ok(Math.abs(f['score-last']! - 4) < 1e-6);
});

test('a stretch that runs on is told by what it holds besides', () => {
  const f = featuresOf(0, codes.length);
  assert.deepEqual([f['marked-cues'], f['marked-sources'], f['sentences'], f['verbs']], [1, 1, 1, 3]);
  assert.equal(f['quote-changes'], 2);
  assert.ok(f['marked-share']! < 1 && f['log']! < featuresOf(content[0], content[1])['log']!);
});

test('how likely a stretch is counts those that are nearly the same', () => {
  const near: Candidate[] = [
    { first: content[0], last: content[1], log: Math.log(0.3), marked: true },
    { first: content[0], last: content[1] - 1, log: Math.log(0.2), marked: false },
    { first: content[1] - 1, last: content[1], log: Math.log(0.1), marked: false },
  ];
  const rows = spanFeatures({ codes, scores, marginals, runs }, near);
  const like = SPAN_FEATURES.indexOf('like');
  [0.5, 0.5, 0.1].forEach((share, i) => {
    assert.ok(Math.abs(rows[i * SPAN_FEATURES.length + like]! - share) < 1e-6, `candidate ${i}`);
  });
});
