/** Tells "the Front attacked ..." from "the port attacked by ...". */
import { hashString, mix } from '../../learn/hash.ts';
import type { Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import { sentenceAt } from './chunks.ts';
import { Best, type Features, tagOf, wordOf } from './codes.ts';
import type { Grammar, GrammarLexicon } from './lexicon.ts';

/** Size of the table of weights: 2 to this power. */
export const PARTICIPLE_BITS = 16;

const INNER = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM']);
/** Tags with which an object of its own surely begins. */
const GIVEN = new Set(['DET', 'PROPN', 'PRON']);
const OBJECTS = new Set(['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ']);

/** Whether a form in -ed (or its like) without an auxiliary is a participle rather than the verb of a clause. */
export function isParticiple(scene: Scene, verb: number, g: Grammar): boolean {
  const { lower } = scene.words[verb]!;
  if (g.participles.has(lower)) return true;
  if (g.pasts.has(lower) || lower.endsWith('s')) return false;
  const sure = surely(scene, verb, g);
  if (sure !== null) return sure;
  const rule = byRule(scene, verb, g);
  if (!g.model) return rule;
  const scores = new Best(g.model.participle);
  participleFeatures(scene, verb, rule, g, scores);
  return scores.best === 1;
}

/** The answer where word order leaves no other: "carried out by ..."; the only verb of its clause. `null`: it does. */
export function surely(scene: Scene, verb: number, g: GrammarLexicon): boolean | null {
  const { words, blocks, sentences, sentenceOf } = scene;
  const { block } = sentences[sentenceOf[verb]!]!;
  const { first, last } = sentenceAt(scene, verb);
  const next = verb + 1 < last ? words[verb + 1]! : undefined;
  const third = verb + 2 < last ? words[verb + 2]! : undefined;
  const particle = next?.tag === 'ADV' || next?.tag === 'ADP' || next?.tag === 'PART';
  const by = next && g.doers.has(next.lower) ? verb + 1 : particle && third && g.doers.has(third.lower) ? verb + 2 : -1;
  if (by >= 0) return by + 1 >= last || !/ing$/u.test(words[by + 1]!.lower) ? true : null;
  if (blocks[block]?.kind !== 'paragraph') return null;
  let b = verb - 1;
  while (b >= first && words[b]!.tag === 'ADV') b--;
  // "Rebels reportedly captured | Nerith": what is done to a subject has no object, but for "named Voss", "given the port".
  if (b >= first && next && GIVEN.has(next.tag) && scene.timeOf[verb + 1]! < 0 && !g.twofold.has(words[verb]!.lemma))
    if (words[b]!.tag === 'PROPN' || words[b]!.tag === 'NOUN' || words[b]!.tag === 'PRON') return false;
  if (b < first || (words[b]!.tag !== 'PROPN' && words[b]!.tag !== 'NOUN' && words[b]!.tag !== 'PRON')) return null;
  let start = b;
  while (start > first && words[start]!.tag !== 'DET' && INNER.has(words[start - 1]!.tag)) start--;
  // "the port | the Front shelled"
  if (words[start]!.tag === 'DET' && start > first && words[start - 1]!.tag === 'NOUN') return false;
  for (let i = b; i >= first; i--) {
    const w = words[i]!;
    if (
      w.tag === 'VERB' ||
      w.tag === 'AUX' ||
      w.tag === 'SCONJ' ||
      w.text === ',' ||
      g.subordinators.has(w.lower) ||
      g.relatives.has(w.lower)
    )
      return null;
    if (i < b && w.tag === 'ADP' && i === first) return null;
  }
  return answered(words, verb, last, g) ? null : false;
}

/** What the choice looks at: two candidates, the verb of a clause and the participle. */
export function participleFeatures(scene: Scene, verb: number, rule: boolean, g: GrammarLexicon, out: Features): void {
  const { words, blocks, sentences, sentenceOf } = scene;
  const sentence = sentences[sentenceOf[verb]!]!;
  const { first, last } = sentenceAt(scene, verb);
  const at = (i: number): Word | undefined => (i >= first && i < last ? words[i] : undefined);
  const lemma = hashString(words[verb]!.lemma);
  const code = (w: Word | undefined): number =>
    w && (w.tag === 'NOUN' || w.tag === 'PROPN' || w.tag === 'VERB' || w.tag === 'ADJ') ? tagOf(w) : wordOf(w);
  let b = verb - 1;
  while (b >= first && words[b]!.tag === 'ADV') b--;
  const before = at(b);
  const next = at(verb + 1);
  const third = at(verb + 2);
  const sides = (governed(words, verb, first, g) ? 1 : 0) | (answered(words, verb, last, g) ? 2 : 0);
  const title = blocks[sentence.block]?.kind === 'paragraph' ? 0 : 1;
  // The auxiliary or verb before, with what stands between.
  let commas = 0;
  let j = b;
  for (; j >= first && words[j]!.tag !== 'VERB' && words[j]!.tag !== 'AUX'; j--) if (words[j]!.text === ',') commas++;
  const earlier = at(j);
  // Whether the clause has its verb already, and whether one follows that seems to lack a subject.
  let openers = 0;
  let finites = 0;
  for (let i = b; i >= first && openers === 0; i--) {
    const w = words[i]!;
    if (w.tag === 'AUX' || (w.tag === 'VERB' && !w.lower.endsWith('ing') && words[i - 1]?.lower !== 'to')) finites++;
    else if (g.subordinators.has(w.lower) || g.relatives.has(w.lower)) openers = w.tag === 'PRON' ? 2 : 1;
    else if (w.text === ';' || w.text === ':') openers = 3;
  }
  const had = mix(openers, Math.min(finites, 2));
  let k = verb + 1;
  let between = 0;
  let starts = 0;
  for (; k < last && words[k]!.tag !== 'VERB' && words[k]!.tag !== 'AUX'; k++) {
    const w = words[k]!;
    if (w.tag === 'PUNCT' || w.tag === 'CCONJ') between++;
    if (g.subordinators.has(w.lower) || g.relatives.has(w.lower) || w.tag === 'SCONJ') starts = 2;
    // A noun phrase without a preposition may be that verb's subject.
    else if (k > verb + 1 && words[k - 1]!.tag !== 'ADP' && (w.tag === 'DET' || w.tag === 'PRON')) starts ||= 1;
  }
  const later = at(k);
  const coming = mix(mix(later ? tagOf(later) : 0, starts), Math.min(between, 2));
  const features = [
    mix(1, rule ? 1 : 0),
    mix(mix(2, lemma), rule ? 1 : 0),
    mix(3, lemma),
    mix(mix(4, code(before)), code(next)),
    mix(mix(5, code(before)), sides),
    mix(mix(6, code(next)), sides),
    mix(mix(7, code(next)), tagOf(third)),
    mix(mix(8, tagOf(before)), mix(tagOf(at(b - 1)), tagOf(at(b - 2)))),
    mix(mix(9, code(at(b - 1))), tagOf(before)),
    mix(mix(10, lemma), code(next)),
    mix(mix(11, lemma), tagOf(before)),
    mix(mix(12, sides), mix(title, tagOf(next))),
    mix(mix(13, earlier ? wordOf(earlier) : 0), Math.min(commas, 2)),
    mix(mix(14, tagOf(earlier)), mix(Math.min(commas, 2), mix(tagOf(next), tagOf(before)))),
    mix(mix(15, b < first ? 1 : 0), code(next)),
    mix(mix(16, before && words[verb]!.quote > before.quote ? 1 : 0), tagOf(next)),
    mix(mix(18, had), mix(tagOf(before), tagOf(next))),
    mix(mix(19, had), coming),
    mix(mix(20, coming), mix(tagOf(before), code(next))),
    mix(mix(21, had), lemma),
    mix(mix(22, code(third)), code(next)),
    mix(mix(23, earlier ? hashString(earlier.lemma) : 0), had),
    mix(mix(24, words[verb]!.lower === words[verb]!.lemma ? 1 : 0), mix(had, coming)),
    mix(mix(17, before ? wordOf(before) : 0), tagOf(next)),
  ];
  for (let choice = 0; choice < 2; choice++) {
    for (const f of features) out.add(mix(f, choice + 1));
    out.close();
  }
}

/** The answer by rules alone. */
export function byRule(scene: Scene, verb: number, g: GrammarLexicon): boolean {
  const { words } = scene;
  const { first, last } = sentenceAt(scene, verb);
  const next = verb + 1 < last ? words[verb + 1]! : undefined;
  if (next && g.doers.has(next.lower)) return true;
  if (next && OBJECTS.has(next.tag)) return false;
  const before = words[verb - 1];
  if (before === undefined || verb === first) return true;
  if (g.relatives.has(before.lower) || before.tag === 'PRON') return false;
  if (before.tag !== 'NOUN' && before.tag !== 'PROPN') return before.text === ',';
  return governed(words, verb, first, g) || answered(words, verb, last, g);
}

/** Whether a verb before it, in the same clause, has taken the noun between them. */
function governed(words: readonly Word[], verb: number, first: number, g: GrammarLexicon): boolean {
  for (let i = verb - 1; i >= first; i--) {
    const w = words[i]!;
    if (w.text === ',' || g.coordinators.has(w.lower) || g.subordinators.has(w.lower) || g.relatives.has(w.lower))
      return false;
    if (w.tag === 'VERB' || w.tag === 'AUX') return !g.clauseVerbs.has(w.lemma);
  }
  return false;
}

/** Whether another verb follows that has no subject but the noun before this one. */
function answered(words: readonly Word[], verb: number, last: number, g: GrammarLexicon): boolean {
  for (let i = verb + 1; i < last; i++) {
    const w = words[i]!;
    if (w.text === ',' || g.coordinators.has(w.lower) || g.subordinators.has(w.lower) || g.relatives.has(w.lower))
      return false;
    if (w.tag === 'AUX') return true;
    if (w.tag === 'VERB') return !w.lower.endsWith('ing') && words[i - 1]!.lower !== 'to';
  }
  return false;
}
