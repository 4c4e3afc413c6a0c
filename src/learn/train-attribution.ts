/**
 * Trains attribution: the tagger of sources, cues and contents, and the linker that joins them. It learns from PolNeAR's
 * train part and from two thirds of the gold readings.
 */
import { codesOf } from '../attribute/codes.ts';
import { fingerprint } from '../attribute/fingerprint.ts';
import { candidatesOf, linkFeatures } from '../attribute/link.ts';
import { type Run, runsOf } from '../attribute/runs.ts';
import { TRANSITIONS, tagFeatures } from '../attribute/tag-features.ts';
import { cueLevelsOf, LABELS, type LabelledText, legal } from './labels.ts';
import { addRanker, addSequence, ModelWriter } from './model-file.ts';
import { Candidates } from './ranker.ts';
import { emissions, FeatureBuffer, type SequenceModel, viterbi } from './sequence.ts';
import { type Choice, trainRanker } from './train-ranker.ts';
import { trainSequence } from './train-sequence.ts';

export const TAGGER_BITS = 22;
export const LINK_BITS = 16;

/** What the training is told, printed on the model's card. */
export const SETTINGS = {
  tagger: { epochs: 4, rate: 0.05, decay: 1e-3, dropout: 0.2, least: 5, seeds: [1, 2, 3] },
  /** Just under a power of two: what fits in a table of twice the size, half full. */
  rows: 2 ** 18 - 1,
  folds: 2,
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
  const examples = texts.map((t) => {
    tagFeatures(codesOf(t.segmented, t.kinds, levels), buffer);
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
  // The linker learns from what a tagger finds in texts that it has not seen, as it will in use.
  const found: Run[][] = [];
  for (let fold = 0; fold < SETTINGS.folds; fold++) {
    const model = train(
      all.filter((i) => i % SETTINGS.folds !== fold),
      [1],
      `tagger without part ${fold + 1}`,
    );
    for (const i of all)
      if (i % SETTINGS.folds === fold) {
        const { features } = examples[i]!;
        found[i] = runsOf(viterbi(model, features, emissions(model, features)));
      }
  }
  const links = (['content', 'cue'] as const).map((role) => {
    const choices = texts.flatMap((t, i) => [
      ...choicesOf(t, runsOf(t.labels), role, levels),
      ...choicesOf(t, found[i]!, role, levels),
    ]);
    log(`linker: ${choices.length} choices of ${role}`);
    return trainRanker(choices, { ...SETTINGS.link, bits: LINK_BITS });
  });
  const tagger = train(all, SETTINGS.tagger.seeds, 'tagger');
  const writer = new ModelWriter({ name: 'attribution', features: fingerprint(), levels: Object.fromEntries(levels) });
  addSequence(writer, 'tagger', tagger, SETTINGS.rows);
  addRanker(writer, 'cue-of-content', links[0]!);
  addRanker(writer, 'source-of-cue', links[1]!);
  return writer.bytes();
}

/**
 * The annotator's choices, for runs that may have been found by a tagger: a run stands for the annotated part of its role
 * that most of its words belong to. Where that part's partner was not found, the right choice is none.
 */
function choicesOf(
  t: LabelledText,
  runs: readonly Run[],
  role: 'content' | 'cue',
  levels: ReadonlyMap<string, number>,
): Choice[] {
  const target = role === 'content' ? 'cue' : 'source';
  const codes = codesOf(t.segmented, t.kinds, levels);
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
