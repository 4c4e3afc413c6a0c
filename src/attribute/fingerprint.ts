/**
 * A mark of the features that a model's weights belong to. Weights read with other features than they were trained with
 * find nothing and say nothing, so a model carries the mark and loading compares it.
 */
import { mix } from '../learn/hash.ts';
import { Candidates } from '../learn/ranker.ts';
import { FeatureBuffer } from '../learn/sequence.ts';
import type { Segmented, Upos, Word } from '../record.ts';
import { span } from '../text/span.ts';
import { type CueLevels, codesOf } from './codes.ts';
import { candidatesOf, linkFeatures } from './link.ts';
import { runsOf } from './runs.ts';
import { candidateSpans } from './span-candidates.ts';
import { spanFeatures } from './span-features.ts';
import { factorsOf, marginalsOf } from './span-marginals.ts';
import { TRANSITIONS, tagFeatures } from './tag-features.ts';

/** A sentence with something for every feature to hold on to: words, tags, and how deep each is quoted. */
const PROBE: readonly (readonly [string, Upos, number])[] = [
  ['“', 'PUNCT', 0],
  ['We', 'PRON', 1],
  ['will', 'AUX', 1],
  ['wait', 'VERB', 1],
  [',', 'PUNCT', 1],
  ['”', 'PUNCT', 0],
  ['Ketta', 'PROPN', 0],
  ['Amon', 'PROPN', 0],
  ['said', 'VERB', 0],
  ['after', 'ADP', 0],
  ['the', 'DET', 0],
  ['call', 'NOUN', 0],
  ['.', 'PUNCT', 0],
  ['She', 'PRON', 0],
  ['added', 'VERB', 0],
  ['that', 'SCONJ', 0],
  ['40', 'NUM', 0],
  ['boats', 'NOUN', 0],
  ['left', 'VERB', 0],
  ['.', 'PUNCT', 0],
];
/** Labels of the probe, by `learn/labels.ts`. */
const LABELS = Uint8Array.of(0, 5, 6, 6, 0, 0, 1, 2, 3, 0, 0, 0, 0, 1, 3, 5, 6, 6, 6, 0);
const NAMES = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'];
const BITS = 22;

/** Eight hexadecimal digits that change with any feature of the tagger, the linker or the choice of contents. */
export function fingerprint(): string {
  let at = 0;
  const words = PROBE.map(([text, tag, quote]): Word => {
    const { start, end } = span(at, at + text.length);
    at += text.length + 1;
    const lower = text.toLowerCase();
    return { start, end, text, lower, lemma: lower, tag, spaced: true, quote };
  });
  const sentence = (first: number, last: number) => ({
    span: span(words[first]!.start, words[last - 1]!.end),
    first,
    last,
    block: 0,
  });
  const segmented: Segmented = { words, sentences: [sentence(0, 13), sentence(13, 20)], quotations: [], notes: [] };
  const levels: CueLevels = new Map([
    ['said', 5],
    ['added', 4],
  ]);
  const codes = codesOf(segmented, ['paragraph'], levels);
  const buffer = new FeatureBuffer(BITS, words.length);
  tagFeatures(codes, buffer);
  const { buckets, kinds } = buffer.snapshot();
  let hash = 1;
  for (const b of buckets) hash = mix(hash, b);
  for (const k of kinds) hash = mix(hash, k);
  const runs = runsOf(LABELS);
  const out = new Candidates(BITS);
  runs.forEach((run, i) => {
    if (run.role === 'source') return;
    linkFeatures(codes, runs, i, candidatesOf(runs, i, run.role === 'content' ? 'cue' : 'source'), out);
    for (const b of out.buckets) hash = mix(hash, b);
  });
  // The scores of a tagger that is fairly sure of these labels.
  const scores = new Float32Array(words.length * NAMES.length);
  LABELS.forEach((label, i) => {
    scores[i * NAMES.length + label] = 2;
  });
  const chain = { labels: NAMES, classes: TRANSITIONS, transitions: new Float32Array(TRANSITIONS * 8 * 7) };
  const marginals = marginalsOf(chain, factorsOf(chain), buffer, scores);
  const candidates = candidateSpans(
    marginals,
    runs.filter((r) => r.role === 'content'),
  );
  for (const x of spanFeatures({ codes, scores, marginals, runs }, candidates)) hash = mix(hash, Math.round(x * 1000));
  return (hash >>> 0).toString(16).padStart(8, '0');
}
