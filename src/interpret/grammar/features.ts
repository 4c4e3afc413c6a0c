/** What the choice of a verb's subject or object looks at. */
import { hashString, mix } from '../../learn/hash.ts';
import type { Candidates } from '../../learn/ranker.ts';
import type { Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import { type NounPhrase, sentenceAt } from './chunks.ts';
import { tagOf, wordOf } from './codes.ts';
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
  out: Candidates,
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
  const context = mix(mix(mix(seed, shape), beforeCode), 3);

  const add = (feature: number): void => out.add(mix(seed, feature));
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
    const place = mix(side + 1, capped(seen.phrases, 6));
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
    const kind = mix(tagOf(head), head.tag === 'PRON' ? wordOf(head) : 0);
    const isRule = c === rule ? 1 : 0;
    const over = group.governor === null ? 0 : p.last <= group.governor ? 1 : 2;

    add(mix(mix(2, path), mix(side, shape)));
    add(mix(mix(3, path), mix(lead, side)));
    add(mix(mix(4, lead), mix(shape, place)));
    add(mix(mix(5, trail), mix(shape, side)));
    add(mix(mix(6, mix(tagOf(b), tagOf(bb))), mix(side, path & 63)));
    add(mix(mix(7, context), place));
    add(mix(mix(8, context), path));
    add(mix(mix(9, context), isRule));
    add(mix(mix(11, kind), mix(shape, side)));
    add(mix(mix(13, lemma), mix(kind, side)));
    add(mix(mix(14, governor), mix(over, place)));
    add(mix(mix(15, governor), mix(over, isRule)));
    add(mix(mix(16, mix(seen.words < 6 ? seen.tags : 0, side)), shape));
    add(mix(mix(17, isRule), mix(lead, trail)));
    add(mix(mix(18, nextCode), mix(place, shape)));
    add(mix(mix(19, hashString(head.lemma)), side));
    const plural = head.tag === 'NOUN' ? (head.lemma === head.lower ? 1 : 2) : 3;
    const m = scene.mentions[scene.mentionOf[p.head]!];
    const aa = p.last + 1 < ceiling ? words[p.last + 1] : undefined;
    add(mix(mix(22, form), mix(plural, side)));
    add(mix(mix(23, m ? hashString(m.kind) : 0), mix(lemma, side)));
    add(mix(mix(24, m ? hashString(m.kind) : 0), mix(shape, place)));
    add(mix(mix(25, trail), mix(aa && aa.tag === 'VERB' ? tagOf(aa) : aa ? wordOf(aa) : 0, mix(side, path & 63))));
    add(mix(mix(27, mix(beforeCode, nextCode)), mix(isRule, place)));
    out.close();
    seen.phrases++;
    // What is inside the candidate is passed over, but for its tags' count.
    if (isBefore) from = Math.min(from, p.first - 1);
    else from = Math.max(from, p.last);
  }
  const isRule = rule < 0 ? 1 : 0;
  add(mix(101, shape));
  add(mix(mix(102, context), isRule));
  add(mix(mix(103, lemma), isRule));
  add(mix(mix(104, nextCode), mix(shape, isRule)));
  add(mix(mix(105, lemma), nextCode));
  add(mix(mix(106, mix(nextCode, tagOf(words[group.head + 2]))), shape));
  add(mix(mix(107, governor), isRule));
  add(mix(mix(108, candidates.length > 0 ? 1 : 0), isRule));
  add(mix(mix(109, group.first === floor ? 1 : 0), shape));
  out.close();
}
