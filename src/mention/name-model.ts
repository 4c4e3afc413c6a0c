import { hashString, mix } from '../learn/hash.ts';
import type { Item, Items } from './items.ts';
import { type MentionLexicon, SORT } from './lexicon.ts';
import { isAllUpper, isUpper, joins } from './writing.ts';

/** What a run of capitalised words that no lexicon knows may name. */
export type NameClass = 'person' | 'organisation' | 'place' | 'other';
export const NAME_CLASSES: readonly NameClass[] = ['person', 'organisation', 'place', 'other'];

/** Learned weights that tell them apart: `weights[bucket * 4 + class]`, made by `src/learn/train-names.ts`. */
export interface NameModel {
  readonly bits: number;
  readonly weights: Float32Array | Int8Array;
  /** As a reading's producer names it (`names@1a2b3c4d`). */
  readonly version: string;
}

/**
 * The features of a run as bucket numbers: how it is written, and what stands around it. Of its own words only shapes,
 * endings and dictionary marks count, never the words, so that names from anywhere are told by the same signs.
 */
export function nameFeatures(items: Items, lexicon: MentionLexicon, item: Item, bits: number): number[] {
  const { words, keys, at, sentence } = items;
  const { first, last } = item;
  const out: number[] = [];
  const mask = 2 ** bits - 1;
  const add = (kind: number, value: number): void => {
    const h = mix(Math.imul(kind + 1, 0x9e3779b1), value);
    out.push((h ^ (h >>> 15)) & mask);
  };
  const near = (i: number): boolean => i >= 0 && i < words.length && sentence[i] === sentence[first];
  const key = (i: number): number => (near(i) ? hashString(keys[i]!) : 0);
  const tag = (i: number): number => (near(i) ? hashString(words[i]!.tag) : 0);
  const sorts = (i: number): number => (near(i) ? (at[i]!.role?.sorts ?? 0) : 0);
  const known = (i: number): number => (near(i) && at[i]!.kind === 'name' ? hashString(at[i]!.names[0]!.kind) : 0);
  const size = Math.min(last - first, 4);
  let shape = size;
  for (let i = first; i < last; i++) {
    if (joins(words, i)) shape |= 8;
    if (lexicon.particles.has(keys[i]!)) shape |= 16;
    if (isAllUpper(words[i]!) && words[i]!.text.length > 1) shape |= 32;
    if (/^\p{L}\.?$/u.test(words[i]!.text)) shape |= 64;
    if (!isUpper(words[i]!)) shape |= 128;
  }
  add(0, shape);
  const given = lexicon.given.has(keys[first]!) ? 1 : 0;
  add(1, given * 8 + size);
  const [head, end] = [keys[first]!, keys[last - 1]!];
  add(2, hashString(end.slice(-3)));
  add(3, hashString(end.slice(-2)));
  add(4, hashString(head.slice(-2)));
  add(5, hashString(head.slice(-3)));
  add(6, lexicon.roles.next?.get(end)?.value?.sorts ?? 0);
  add(7, key(first - 1));
  add(8, key(last));
  add(9, mix(key(first - 1), key(first - 2)));
  add(10, mix(key(last), key(last + 1)));
  add(11, tag(first - 1));
  add(12, tag(last));
  add(13, mix(tag(first - 1), tag(last)));
  add(14, sorts(first - 1));
  add(15, sorts(last));
  add(16, near(last) && words[last]!.tag === 'VERB' ? hashString(words[last]!.lemma) : 0);
  add(17, near(first - 1) ? 1 : 0);
  add(18, mix(key(last), sorts(last + 1) | (sorts(last + 2) << 12)));
  add(19, known(first - 1));
  add(20, known(last));
  add(21, mix(key(first - 1), size));
  add(22, mix(tag(last), given * 8 + size));
  add(23, near(last) && lexicon.speech.has(words[last]!.lemma) ? size : 0);
  add(24, sorts(first - 1) & SORT.title ? 1 : 0);
  add(25, 0);
  return out;
}

/** The scores of the four classes. */
export function nameScores(model: Pick<NameModel, 'weights'>, features: readonly number[]): Float64Array {
  const out = new Float64Array(NAME_CLASSES.length);
  for (const bucket of features)
    for (let c = 0; c < out.length; c++) out[c]! += model.weights[bucket * out.length + c]!;
  return out;
}

/** The likeliest class of a run. */
export function classify(model: NameModel, items: Items, lexicon: MentionLexicon, item: Item): NameClass {
  const scores = nameScores(model, nameFeatures(items, lexicon, item, model.bits));
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return NAME_CLASSES[best]!;
}
