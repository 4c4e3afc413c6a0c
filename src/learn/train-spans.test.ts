import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesOf } from '../attribute/codes.ts';
import { SPAN_FEATURES } from '../attribute/span-features.ts';
import { factorsOf, marginalsOf } from '../attribute/span-marginals.ts';
import { TRANSITIONS } from '../attribute/tag-features.ts';
import { sample } from '../attribute/testing.ts';
import { sharesOf } from './forest.ts';
import { LABELS } from './labels.ts';
import { spanExample, trainSpans } from './train-spans.ts';

const L = LABELS.length;
/** A tagger that is torn between two contents: the first four words of six, and the last two. */
function example(labels: Uint8Array) {
  const { segmented } = sample('the/DET boats will/AUX stay/VERB in/ADP Lorn');
  const codes = codesOf(segmented, ['paragraph'], new Map());
  const scores = new Float32Array(6 * L);
  for (let i = 0; i < 6; i++) scores[i * L + (i === 0 || i === 4 ? 5 : 6)] = 6;
  const chain = { labels: LABELS, classes: TRANSITIONS, transitions: new Float32Array(TRANSITIONS * (L + 1) * L) };
  const marginals = marginalsOf(chain, factorsOf(chain), { kinds: new Uint8Array(6), length: 6 }, scores);
  return spanExample({ codes, scores, marginals, runs: [{ role: 'content', first: 0, last: 4 }] }, labels, 1);
}
const answerOf = (e: ReturnType<typeof example>, first: number, last: number): number | undefined =>
  e.answers[e.candidates.findIndex((c) => c.first === first && c.last === last)];

test('a candidate is right that shares half of the words of both with a content of the annotator', () => {
  const whole = example(Uint8Array.of(5, 6, 6, 0, 0, 0));
  assert.equal(answerOf(whole, 0, 4), 1, 'three of four');
  assert.equal(answerOf(whole, 4, 6), 0);
  assert.equal(answerOf(example(Uint8Array.of(5, 0, 0, 0, 5, 6)), 0, 4), 0, 'one of four');
  assert.equal(answerOf(example(Uint8Array.of(5, 0, 0, 0, 5, 6)), 4, 6), 1);
  assert.equal(answerOf(example(Uint8Array.of(1, 2, 2, 2, 3, 4)), 4, 6), 0, 'a cue is no content');
});

test('a forest learns which candidates are right', () => {
  const examples = Array.from({ length: 40 }, () => example(Uint8Array.of(5, 6, 6, 6, 0, 0)));
  const options = { trees: 20, depth: 2, rate: 0.3, penalty: 1, columns: 1, rows: 1, seed: 1 };
  const forest = trainSpans(examples, options);
  const { candidates, rows, answers } = examples[0]!;
  assert.equal(forest.columns, SPAN_FEATURES.length);
  sharesOf(forest, rows, candidates.length).forEach((share, c) => {
    assert.equal(share > 0.5 ? 1 : 0, answers[c], `${candidates[c]!.first} to ${candidates[c]!.last}`);
  });
});
