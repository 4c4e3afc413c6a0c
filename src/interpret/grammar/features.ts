/** What the choice of a verb's subject or object looks at. */
import { hashString, mix } from '../../learn/hash.ts';
import type { Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import { type NounPhrase, sentenceAt } from './chunks.ts';
import { type Features, tagOf, wordOf } from './codes.ts';
import type { GrammarLexicon } from './lexicon.ts';
import type { VerbGroup } from './verb-group.ts';

export type Slot = 'subject' | 'object';
export const SLOTS: readonly Slot[] = ['subject', 'object'];

/** Size of the table of weights: 2 to this power. */
export const ARGUMENT_BITS = 16;

/** How many phrases before and behind the verb may fill each slot, nearest first. */
const REACH: Readonly<Record<Slot, readonly [number, number]>> = {
  subject: [12, 3],
  object: [3, 5],
};

/** Indices into `phrases` of those that may fill a slot. */
export function candidatesFor(phrases: readonly NounPhrase[], { first, head }: VerbGroup, slot: Slot): number[] {
  const [before, behind] = REACH[slot];
  const out: number[] = [];
  let split = 0;
  while (split < phrases.length && phrases[split]!.last <= first) split++;
  for (let i = split - 1; i >= Math.max(0, split - before); i--) out.push(i);
  let left = behind;
  for (let i = split; i < phrases.length && left > 0; i++) {
    if (phrases[i]!.first <= head) continue;
    out.push(i);
    left--;
  }
  return out;
}

const capped = (n: number, most: number): number => (n < most ? n : most);

/** What stands between two places of a sentence, counted. */
interface Between {
  commas: number;
  verbs: number;
  finites: number;
  relatives: number;
  openers: number;
  joints: number;
  marks: number;
  phrases: number;
  tags: number;
  words: number;
}

const nothing = (): Between => ({
  commas: 0,
  verbs: 0,
  finites: 0,
  relatives: 0,
  openers: 0,
  joints: 0,
  marks: 0,
  phrases: 0,
  tags: 7,
  words: 0,
});

function count(b: Between, words: readonly Word[], i: number, g: GrammarLexicon): void {
  const w = words[i]!;
  b.words++;
  b.tags = mix(b.tags, tagOf(w));
  if (w.tag === 'PUNCT') {
    if (w.text === ',') b.commas++;
    else b.marks++;
    return;
  }
  if (w.tag === 'VERB') b.verbs++;
  if (isTop(words, i, g)) b.finites++;
  if (g.relatives.has(w.lower)) b.relatives++;
  else if (g.subordinators.has(w.lower)) b.openers++;
  else if (g.coordinators.has(w.lower)) b.joints++;
}

/** Whether a verb group of a clause begins at word `i`, as far as a look at three words tells. */
function isTop(words: readonly Word[], i: number, g: GrammarLexicon): boolean {
  const w = words[i]!;
  if (w.tag !== 'AUX' && (w.tag !== 'VERB' || w.lower.endsWith('ing'))) return false;
  let before = words[i - 1];
  const next = words[i + 1];
  // "backed by Cantara", "carried out by ..."
  if (next && g.doers.has(next.lower)) return false;
  if (next && (next.tag === 'ADV' || next.tag === 'ADP') && g.doers.has(words[i + 2]?.lower ?? '')) return false;
  if (before?.tag === 'ADV' || before?.tag === 'PART') {
    if (before.lower === 'to') return false;
    before = words[i - 2];
  }
  return before?.tag !== 'AUX' && before?.lower !== 'to';
}

/** Adds the features of every candidate for a slot, then those of none. `rule` is the phrase that the rules choose, -1 none. */
export function argumentFeatures(
  scene: Scene,
  group: VerbGroup,
  phrases: readonly NounPhrase[],
  candidates: readonly number[],
  slot: Slot,
  rule: number,
  g: GrammarLexicon,
  out: Features,
): void {
  const { words } = scene;
  const { first: floor, last: ceiling } = sentenceAt(scene, group.head);
  const seed = mix(SLOTS.indexOf(slot) + 1, 77);
  const verb = words[group.head]!;
  const lemma = hashString(verb.lemma);
  const shape =
    (group.finite ? 1 : 0) |
    (group.passive ? 2 : 0) |
    (verb.lower.endsWith('ing') ? 4 : 0) |
    (words[group.first]!.lower === 'to' ? 8 : 0) |
    (group.governor === null ? 0 : 16);
  let at = group.first - 1;
  while (at >= floor && words[at]!.tag === 'ADV') at--;
  const before = at >= floor ? words[at] : undefined;
  const next = group.head + 1 < ceiling ? words[group.head + 1] : undefined;
  const beforeCode =
    before &&
    (before.tag === 'PUNCT' ||
      before.tag === 'CCONJ' ||
      before.tag === 'ADP' ||
      before.tag === 'SCONJ' ||
      before.tag === 'PRON' ||
      g.relatives.has(before.lower))
      ? wordOf(before)
      : tagOf(before);
  const nextCode =
    next && (next.tag === 'ADP' || next.tag === 'PUNCT' || next.tag === 'PART') ? wordOf(next) : tagOf(next);
  const governor = group.governor === null ? 0 : wordOf(words[group.governor]);
  const top = words[group.first]!;
  const form = top.tag === 'AUX' ? wordOf(top) : verb.lower === verb.lemma ? 1 : verb.lower.endsWith('s') ? 2 : 3;
  const context = mix(mix(seed, shape), beforeCode);
  const beside = mix(beforeCode, nextCode);

  const add = (template: number, x: number, y = 0, z = 0): void =>
    out.add(mix(seed + template, (Math.imul(x, 0x9e3779b1) + Math.imul(y, 0x85ebca77) + Math.imul(z, 0xc2b2ae3d)) | 0));
  let seen = nothing();
  let from = group.first - 1;
  let side = 0;
  for (const c of candidates) {
    const p = phrases[c]!;
    const isBefore = p.last <= group.first;
    if (!isBefore && side === 0) {
      side = 1;
      seen = nothing();
      from = group.head + 1;
    }
    // Counting goes on from the candidate before: the whole is linear.
    if (isBefore) {
      for (; from >= p.last; from--) count(seen, words, from, g);
    } else for (; from < p.first; from++) count(seen, words, from, g);
    const place = (side + 1) * 8 + capped(seen.phrases, 6);
    const b = p.first > floor ? words[p.first - 1] : undefined;
    const bb = p.first - 1 > floor ? words[p.first - 2] : undefined;
    const a = p.last < ceiling ? words[p.last] : undefined;
    const head = words[p.head]!;
    const lead = b && b.tag !== 'NOUN' && b.tag !== 'PROPN' ? wordOf(b) : tagOf(b);
    const trail = a && a.tag !== 'NOUN' && a.tag !== 'PROPN' && a.tag !== 'VERB' ? wordOf(a) : tagOf(a);
    const path =
      capped(seen.commas, 3) |
      (capped(seen.verbs, 3) << 2) |
      (capped(seen.finites, 3) << 4) |
      (capped(seen.relatives, 2) << 6) |
      (capped(seen.openers, 2) << 8) |
      (capped(seen.joints, 2) << 10) |
      (capped(seen.marks, 2) << 12);
    const kind = head.tag === 'PRON' ? wordOf(head) : tagOf(head);
    const isRule = c === rule ? 1 : 0;
    const over = group.governor === null ? 0 : p.last <= group.governor ? 1 : 2;

    add(1, path, side, shape);
    add(2, path, lead, side);
    add(3, lead, shape, place);
    add(4, trail, shape, side);
    add(5, tagOf(b) * 32 + tagOf(bb), side, path & 63);
    add(6, context, place);
    add(7, context, path);
    add(8, context, isRule);
    add(9, kind, shape, side);
    add(10, lemma, kind, side);
    add(11, governor, over, place);
    add(12, governor, over, isRule);
    add(13, seen.words < 6 ? seen.tags : 0, side, shape);
    add(14, isRule, lead, trail);
    add(15, nextCode, place, shape);
    add(16, hashString(head.lemma), side);
    const plural = head.tag === 'NOUN' ? (head.lemma === head.lower ? 1 : 2) : 3;
    const named = hashString(scene.mentions[scene.mentionOf[p.head]!]?.kind ?? '');
    const aa = p.last + 1 < ceiling ? words[p.last + 1] : undefined;
    add(17, form, plural, side);
    add(18, named, lemma, side);
    add(19, named, shape, place);
    add(20, trail, aa?.tag === 'VERB' ? tagOf(aa) : wordOf(aa), side * 64 + (path & 63));
    add(21, beside, isRule, place);
    out.close();
    seen.phrases++;
    // What is inside the candidate is passed over, but for its tags' count.
    if (isBefore) from = Math.min(from, p.first - 1);
    else from = Math.max(from, p.last);
  }
  const isRule = rule < 0 ? 1 : 0;
  add(22, shape);
  add(23, context, isRule);
  add(24, lemma, isRule);
  add(25, nextCode, shape, isRule);
  add(26, lemma, nextCode);
  add(27, nextCode, tagOf(words[group.head + 2]), shape);
  add(28, governor, isRule);
  add(29, candidates.length > 0 ? 1 : 0, isRule);
  add(30, group.first === floor ? 1 : 0, shape);
  out.close();
}
