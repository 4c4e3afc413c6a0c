/** Who does what to whom: the noun phrases that a verb takes. */
import type { Range, Scene } from '../scene.ts';
import { type NounPhrase, phrasesAround, sentenceAt } from './chunks.ts';
import { Best } from './codes.ts';
import { argumentFeatures, candidatesFor, type Slot } from './features.ts';
import { frameOver, type Over } from './frames.ts';
import { keptBy } from './kept.ts';
import type { ArgumentModel, Grammar, GrammarLexicon } from './lexicon.ts';
import { type VerbGroup, verbGroupAt } from './verb-group.ts';

export { nounArgumentsOf } from './noun-arguments.ts';

export interface Arguments {
  /** Of an active verb who does it, of a passive one what it is done to. */
  readonly subject: NounPhrase | null;
  /** What it is done to; `null` of a passive verb. */
  readonly object: NounPhrase | null;
  /** Who does it, after "by" of a passive verb. */
  readonly agent: NounPhrase | null;
  readonly passive: boolean;
}

/** How far verbs may lean on other verbs' subjects. */
const DEEPEST = 4;

const argumentsKept = keptBy<VerbGroup, Arguments>();

/** The arguments of a verb. Pure; linear in the sentence. */
export function argumentsOf(scene: Scene, group: VerbGroup, g: Grammar): Arguments {
  const kept = argumentsKept(scene, g);
  let found = kept.get(group);
  if (!found) {
    found = argumentsNow(scene, group, g);
    kept.set(group, found);
  }
  return found;
}

function argumentsNow(scene: Scene, group: VerbGroup, g: Grammar): Arguments {
  const phrases = argumentPhrases(scene, group, g);
  const rules = argumentsByRule(scene, group, phrases, g);
  if (!g.model) return rules;
  // Trees do not tell of "called on Halvia to withdraw" who is to withdraw; the words over it do.
  const told = group.finite ? null : controlled(scene, group, overOf(scene, group, g), phrases, g);
  const subject = told ?? chosen(scene, group, phrases, 'subject', rules.subject, g, g.model);
  const object = rules.passive ? null : chosen(scene, group, phrases, 'object', rules.object, g, g.model);
  return { ...rules, subject, object };
}

/** The phrase that the model chooses for a slot; `rule` is what the rules say. */
function chosen(
  scene: Scene,
  group: VerbGroup,
  phrases: readonly NounPhrase[],
  slot: Slot,
  rule: NounPhrase | null,
  g: Grammar,
  model: ArgumentModel,
): NounPhrase | null {
  const among = candidatesFor(phrases, group, slot);
  const scores = new Best(model.arguments);
  argumentFeatures(scene, group, phrases, among, slot, rule === null ? -1 : phrases.indexOf(rule), g, scores);
  return phrases[among[scores.best] ?? -1] ?? null;
}

/** The noun phrases that may be arguments: relative pronouns stand for others. */
export function argumentPhrases(scene: Scene, { head }: VerbGroup, g: GrammarLexicon): NounPhrase[] {
  return phrasesAround(scene, head, g).filter((p) => !g.relatives.has(scene.words[p.head]!.lower));
}

/** The arguments by rules alone. */
export function argumentsByRule(scene: Scene, group: VerbGroup, phrases: readonly NounPhrase[], g: Grammar): Arguments {
  const { passive } = group;
  return {
    subject: subjectOf(scene, group, phrases, g, 0),
    object: passive ? null : objectOf(scene, group, phrases, g),
    agent: passive ? agentOf(scene, group, phrases, g) : null,
    passive,
  };
}

/** The last phrase that ends at or before word `at`, -1 for none. */
function phraseBefore(phrases: readonly NounPhrase[], at: number): number {
  let found = -1;
  for (let i = 0; i < phrases.length && phrases[i]!.last <= at; i++) found = i;
  return found;
}

/** From a phrase after a preposition to the one that it hangs on: "the crew | of the ship". */
function upFrom(scene: Scene, phrases: readonly NounPhrase[], index: number, floor: number): NounPhrase | null {
  const { words } = scene;
  let i = index;
  for (;;) {
    const p = phrases[i];
    if (!p || p.first < floor) return null;
    const before = words[p.first - 1];
    if (p.first === floor || before?.tag !== 'ADP') {
      // "Halvia and Maravet": the first of those joined stands for all, unless a clause ends between.
      return p;
    }
    const other = phrases[i - 1];
    if (!other || other.last < p.first - 2) return null;
    i--;
  }
}

/** What stands over a verb that is not finite. */
function overOf(scene: Scene, { first, head }: VerbGroup, g: Grammar): Over {
  let to = head - 1;
  while (to >= first && scene.words[to]!.lower !== 'to') to--;
  return frameOver(scene, head, { first, to: to >= first ? to : -1 }, g);
}

/** The object that does what the verb says: "urged | Halvia | to withdraw"; `null` where the verb over it has none. */
function controlled(
  scene: Scene,
  group: VerbGroup,
  over: Over,
  phrases: readonly NounPhrase[],
  g: Grammar,
): NounPhrase | null {
  const { governor } = over;
  if (!over.objectControl || governor === null) return null;
  if (isVerb(scene, governor) && verbGroupAt(scene, governor, g).passive) return null;
  return phrases.find((p) => p.first > governor && p.last <= group.first) ?? null;
}

function subjectOf(
  scene: Scene,
  group: VerbGroup,
  phrases: readonly NounPhrase[],
  g: Grammar,
  depth: number,
): NounPhrase | null {
  const { words } = scene;
  const { first: floor } = sentenceAt(scene, group.head);
  if (depth > DEEPEST) return null;
  const of = (verb: number): NounPhrase | null =>
    verb >= floor && verb < group.head ? subjectOf(scene, verbGroupAt(scene, verb, g), phrases, g, depth + 1) : null;

  if (!group.finite && !isReduced(scene, group)) {
    const over = overOf(scene, group, g);
    const object = controlled(scene, group, over, phrases, g);
    if (object) return object;
    const verb =
      over.governor !== null && isVerb(scene, over.governor) ? over.governor : verbBefore(scene, group.first, floor);
    return verb >= 0 ? of(verb) : (phrases[0] ?? null);
  }
  let i = group.first - 1;
  while (i >= floor && words[i]!.tag === 'ADV') i--;
  const before = words[i];
  if (!before || i < floor) return null;
  if (g.relatives.has(before.lower) && i > floor) {
    const comma = words[i - 1]!.text === ',' ? 1 : 0;
    const k = phraseBefore(phrases, i);
    const near = phrases[k];
    if (near && near.last === i - comma) return near;
  }
  if (!isReduced(scene, group) && (g.coordinators.has(before.lower) || before.text === ',')) {
    // "met Voss and signed": the subject of the verb before; "Kyiv, which ..., said": the phrase before the aside.
    const verb = verbBefore(scene, i, floor);
    if (g.coordinators.has(before.lower)) return verb >= 0 ? of(verb) : null;
    for (let j = i - 1; j >= floor; j--) {
      if (words[j]!.text !== ',') continue;
      const p = phrases[phraseBefore(phrases, j)];
      if (p && p.last === j) return upFrom(scene, phrases, phraseBefore(phrases, j), floor);
    }
    return verb >= 0 ? of(verb) : null;
  }
  return upFrom(scene, phrases, phraseBefore(phrases, i + 1), floor);
}

/** Whether the group is a participle that hangs on the noun before it: "strikes | carried out by ...". */
const isReduced = (_scene: Scene, { finite, passive, governor }: VerbGroup): boolean =>
  !finite && passive && governor === null;

const isVerb = ({ words }: Scene, at: number): boolean => words[at]!.tag === 'VERB' || words[at]!.tag === 'AUX';

/** The nearest verb before word `at`; -1 for none. Right behind an article stands none, whatever its tag: "the narrows". */
function verbBefore({ words }: Scene, at: number, floor: number): number {
  for (let i = at - 1; i >= floor; i--) if (words[i]!.tag === 'VERB' && words[i - 1]?.tag !== 'DET') return i;
  for (let i = at - 1; i >= floor; i--) if (words[i]!.tag === 'AUX') return i;
  return -1;
}

function objectOf(scene: Scene, { head }: VerbGroup, phrases: readonly NounPhrase[], g: Grammar): NounPhrase | null {
  const { words } = scene;
  const { first, last } = sentenceAt(scene, head);
  let i = head + 1;
  while (i < last && (words[i]!.tag === 'ADV' || words[i]!.tag === 'PART' || /^["“‘]$/u.test(words[i]!.text))) i++;
  const found = phrases.find((p) => p.first <= i && p.last > i && p.first > head);
  if (found) return found;
  // "the port, which the Front shelled"
  const before = phrases.filter((p) => p.last <= head);
  const subject = before.at(-1);
  const relative = subject && subject.first - 1 > first ? words[subject.first - 1] : undefined;
  if (!subject || !relative || !g.relatives.has(relative.lower) || relative.tag === 'ADV') return null;
  const comma = words[subject.first - 2]!.text === ',' ? 1 : 0;
  const owner = before.at(-2);
  return owner && owner.last === subject.first - 1 - comma ? owner : null;
}

function agentOf(scene: Scene, { head }: VerbGroup, phrases: readonly NounPhrase[], g: Grammar): NounPhrase | null {
  const { words } = scene;
  const { last } = sentenceAt(scene, head);
  for (let i = head + 1; i < last; i++) {
    const w = words[i]!;
    if (g.doers.has(w.lower)) return phrases.find((p) => p.first === i + 1) ?? null;
    if (w.tag === 'VERB' || w.tag === 'AUX' || w.tag === 'CCONJ' || w.tag === 'SCONJ' || /^[,;:—–]$/u.test(w.text))
      return null;
  }
  return null;
}

/** Words from the first of a range to the last of another. */
export const hullOf = (a: Range, b: Range): Range => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
});
