/**
 * Trains attribution: the tagger of sources, cues and contents, the choice of contents among what it holds possible, and
 * the linker that joins them. It learns from PolNeAR's train part and from two thirds of the gold readings.
 */
import { type Codes, codesOf } from '../attribute/codes.ts';
import { fingerprint } from '../attribute/fingerprint.ts';
import { candidatesOf, linkFeatures } from '../attribute/link.ts';
import { partAtBlocks, type Run, runsOf } from '../attribute/runs.ts';
import { factorsOf, marginalsOf } from '../attribute/span-marginals.ts';
import { TRANSITIONS, tagFeatures } from '../attribute/tag-features.ts';
import { addForest } from './forest-file.ts';
import { cueLevelsOf, LABELS, type LabelledText, legal } from './labels.ts';
import { addRanker, addSequence, ModelWriter } from './model-file.ts';
import { Candidates } from './ranker.ts';
import { emissions, FeatureBuffer, type SequenceModel, viterbi } from './sequence.ts';
import { type Choice, trainRanker } from './train-ranker.ts';
import { trainSequence } from './train-sequence.ts';
import { type SpanExample, spanExample, trainSpans } from './train-spans.ts';

export const TAGGER_BITS = 22;
export const LINK_BITS = 16;

/** What the training is told, printed on the model's card. */
export const SETTINGS = {
  tagger: { epochs: 4, rate: 0.05, decay: 1e-3, dropout: 0.2, least: 5, seeds: [1, 2, 3] },
  /** Just under a power of two: what fits in a table of twice the size, half full. */
  rows: 2 ** 18 - 1,
  folds: { link: 2, spans: 4 },
  spans: { trees: 240, depth: 5, rate: 0.1, penalty: 5, columns: 0.5, rows: 0.7, seed: 1 },
  link: { epochs: 8, rate: 0.1, decay: 1e-3, seed: 1 },
  goldWeight: 2,
} as const;

export type Log = (line: string) => void;

/** The bytes of the model file. The same texts give the same bytes. */
export function trainAttribution(
  polnear: readonly LabelledText[],
  gold: readonly LabelledText[],
  log: Log,
): Uint8Array {
  const levels = cueLevelsOf(polnear);
  const texts = [...polnear, ...gold];
  const buffer = new FeatureBuffer(TAGGER_BITS);
  const codes = texts.map((t) => codesOf(t.segmented, t.kinds, levels));
  const examples = texts.map((t, i) => {
    tagFeatures(codes[i]!, buffer);
    return { features: buffer.snapshot(), gold: t.labels };
  });
  const weight = (i: number): number => (i < polnear.length ? 1 : SETTINGS.goldWeight);
  const train = (among: readonly number[], seeds: readonly number[], name: string): SequenceModel =>
    trainSequence(
      among.map((i) => examples[i]!),
      {
        ...SETTINGS.tagger,
        seeds,
        labels: LABELS,
        bits: TAGGER_BITS,
        classes: TRANSITIONS,
        legal,
        weight: (i) => weight(among[i]!),
        onEpoch: (seed, epoch, loss) =>
          log(`${name}: seed ${seed}, epoch ${epoch + 1}, loss ${loss.toFixed(1)} a text`),
      },
    );
  const all = texts.map((_, i) => i);
  /** Calls `use` for each text with a tagger that has not seen it, as it will be in use. */
  const heldOut = (folds: number, use: (text: number, model: SequenceModel) => void): void => {
    for (let fold = 0; fold < folds; fold++) {
      const among = all.filter((i) => i % folds !== fold);
      const model = train(among, [1], `tagger without part ${fold + 1} of ${folds}`);
      for (const i of all) if (i % folds === fold) use(i, model);
    }
  };
  const found: Run[][] = [];
  heldOut(SETTINGS.folds.link, (i, model) => {
    const { features } = examples[i]!;
    found[i] = runsOf(viterbi(model, features, emissions(model, features)));
  });
  const spans: SpanExample[] = [];
  heldOut(SETTINGS.folds.spans, (i, model) => {
    const { features, gold: labels } = examples[i]!;
    const own = codes[i]!;
    const scores = emissions(model, features);
    const runs = partAtBlocks(runsOf(viterbi(model, features, scores)), own.boundary, own.quote);
    const marginals = marginalsOf(model, factorsOf(model), features, scores);
    spans[i] = spanExample({ codes: own, scores, marginals, runs }, labels, weight(i));
  });
  log(`choice of contents: ${spans.reduce((n, e) => n + e.answers.length, 0)} candidates`);
  const forest = trainSpans(spans, SETTINGS.spans);
  const links = (['content', 'cue'] as const).map((role) => {
    const choices = texts.flatMap((t, i) => [
      ...choicesOf(t, codes[i]!, runsOf(t.labels), role),
      ...choicesOf(t, codes[i]!, found[i]!, role),
    ]);
    log(`linker: ${choices.length} choices of ${role}`);
    return trainRanker(choices, { ...SETTINGS.link, bits: LINK_BITS });
  });
  const tagger = train(all, SETTINGS.tagger.seeds, 'tagger');
  const writer = new ModelWriter({ name: 'attribution', features: fingerprint(), levels: Object.fromEntries(levels) });
  addSequence(writer, 'tagger', tagger, SETTINGS.rows);
  addForest(writer, 'spans', forest);
  addRanker(writer, 'cue-of-content', links[0]!);
  addRanker(writer, 'source-of-cue', links[1]!);
  return writer.bytes();
}

/**
 * The annotator's choices, for runs that may have been found by a tagger: a run stands for the annotated part of its role
 * that most of its words belong to. Where that part's partner was not found, the right choice is none.
 */
function choicesOf(t: LabelledText, codes: Codes, runs: readonly Run[], role: 'content' | 'cue'): Choice[] {
  const target = role === 'content' ? 'cue' : 'source';
  const partners = new Map<number, Set<number>>();
  for (const a of t.text.attributions)
    for (const from of a[role]) {
      const set = partners.get(from) ?? new Set();
      for (const to of a[target]) set.add(to);
      partners.set(from, set);
    }
  const partOf = runs.map((run) => mainPart(t, run));
  const out = new Candidates(LINK_BITS);
  const choices: Choice[] = [];
  runs.forEach((run, i) => {
    if (run.role !== role) return;
    const among = candidatesOf(runs, i, target);
    if (among.length === 0) return;
    const wanted = partners.get(partOf[i]!);
    const at = wanted ? among.findIndex((c) => wanted.has(partOf[c]!)) : -1;
    linkFeatures(codes, runs, i, among, out);
    choices.push({ buckets: [...out.buckets], ends: [...out.ends], gold: at < 0 ? among.length : at });
  });
  return choices;
}

/** The part of the run's role that most of its words belong to, or -1. */
function mainPart(t: LabelledText, run: Run): number {
  const votes = new Map<number, number>();
  for (let i = run.first; i < run.last; i++) {
    const p = t.part[i]!;
    if (p >= 0 && t.text.parts[p]!.role === run.role) votes.set(p, (votes.get(p) ?? 0) + 1);
  }
  let best = -1;
  let most = 0;
  for (const [p, n] of votes)
    if (n > most) {
      best = p;
      most = n;
    }
  return best;
}
