/**
 * Trains the weights that tell what an unknown name names, on PolNeAR's texts with the name classes that CoreNLP gave
 * them (silver: made by a machine). An averaged perceptron of four classes (Freund and Schapire 1999; Collins 2002).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Item, itemise } from '../mention/items.ts';
import type { MentionLexicon } from '../mention/lexicon.ts';
import { NAME_CLASSES, nameFeatures, nameScores } from '../mention/name-model.ts';
import type { Cleaned } from '../record.ts';
import { type SegmentTools, segment } from '../segment/segment.ts';
import { bareDocument } from '../text/document.ts';
import { span } from '../text/span.ts';
import { ModelWriter } from './model-file.ts';
import { generator, shuffle } from './random.ts';

const BITS = 15;
const EPOCHS = 6;
const CLASS: Readonly<Record<string, number>> = { PERSON: 0, ORGANIZATION: 1, LOCATION: 2 };

export interface NameExample {
  readonly features: readonly number[];
  readonly gold: number;
}

/** The runs of a folder in PolNeAR's layout, with what CoreNLP takes each for. */
export function nameExamples(folder: string, lexicon: MentionLexicon, tools: SegmentTools): NameExample[] {
  const classes = new Map<string, (readonly [number, number, string])[]>();
  let current: (readonly [number, number, string])[] = [];
  for (const line of gunzipSync(readFileSync(join(folder, 'corenlp.tsv.gz')))
    .toString('utf8')
    .split('\n')) {
    if (line.startsWith('# text = ')) {
      current = [];
      classes.set(line.slice(9), current);
      continue;
    }
    const columns = line.split('\t');
    if (columns.length < 9) continue;
    current.push([Number(columns[7]), Number(columns[8]), columns[4]!]);
  }
  const out: NameExample[] = [];
  for (const file of readdirSync(join(folder, 'text')).sort()) {
    const silver = classes.get(file.replace(/\.txt$/u, ''));
    if (!silver) continue;
    const text = readFileSync(join(folder, 'text', file), 'utf8');
    // CoreNLP's offsets count code points.
    const units: number[] = [];
    let at = 0;
    for (const ch of text) {
      units.push(at);
      at += ch.length;
    }
    units.push(at);
    const byStart = new Map<number, string>();
    for (const [start, , name] of silver) byStart.set(units[start]!, name);
    const blocks: Cleaned['blocks'][number][] = [];
    for (const line of text.matchAll(/[^\n]+/gu)) {
      const whole = span(line.index, line.index + line[0].length);
      blocks.push({ kind: 'paragraph', span: whole, runs: [whole], made: { stage: 'clean', rule: 'clean/line' } });
    }
    const nothing = { place: null, agency: null, date: null, author: null };
    const document = bareDocument(text, file);
    const { words, sentences } = segment(document, { blocks, repeats: [], filing: nothing, notes: [] }, tools);
    const items = itemise(words, sentences, lexicon);
    for (let i = 0; i < words.length; ) {
      const item: Item = items.at[i]!;
      i = item.last;
      if (item.kind !== 'run') continue;
      const votes = [0, 0, 0, 0];
      for (let w = item.first; w < item.last; w++) votes[CLASS[byStart.get(words[w]!.start) ?? ''] ?? 3]!++;
      out.push({ features: nameFeatures(items, lexicon, item, BITS), gold: votes.indexOf(Math.max(...votes)) });
    }
  }
  return out;
}

const best = (scores: Float64Array): number => {
  let top = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[top]!) top = c;
  return top;
};

/** Share of examples that these weights get right. */
export const nameAccuracy = (weights: Float32Array | Int8Array, examples: readonly NameExample[]): number =>
  examples.filter((e) => best(nameScores({ weights }, e.features)) === e.gold).length / examples.length;

/** Trains and writes the model file. The same examples give the same bytes. */
export function trainNames(examples: readonly NameExample[]): {
  readonly bytes: Uint8Array;
  readonly weights: Int8Array;
} {
  const size = 2 ** BITS * NAME_CLASSES.length;
  const weights = new Float32Array(size);
  const sums = new Float64Array(size);
  const random = generator(7);
  const order = examples.map((_, i) => i);
  let step = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const i of order) {
      const { features, gold } = examples[i]!;
      const guess = best(nameScores({ weights }, features));
      if (guess !== gold)
        for (const bucket of features) {
          const row = bucket * NAME_CLASSES.length;
          weights[row + gold]! += 1;
          sums[row + gold]! += step;
          weights[row + guess]! -= 1;
          sums[row + guess]! -= step;
        }
      step++;
    }
  }
  const average = Float32Array.from(weights, (w, i) => w - sums[i]! / step);
  let limit = 0;
  for (const w of average) limit = Math.max(limit, Math.abs(w));
  const numbers = Int8Array.from(average, (w) => Math.round((w / limit) * 127));
  const writer = new ModelWriter({ model: 'names', bits: BITS, classes: NAME_CLASSES, examples: examples.length });
  return { bytes: writer.add('weights', new Uint8Array(numbers.buffer)).bytes(), weights: numbers };
}
