import type { Act, Word } from '../../record.ts';
import { conditionalAt } from '../grammar/conditions.ts';
import { negatedNoun } from '../grammar/hedges.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { type VerbGroup, verbGroupAt } from '../grammar/verb-group.ts';
import type { Scene } from '../scene.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Candidate } from './triggers.ts';

/** Takes one feature of a candidate: what kind of sign, and which. Kept apart so that no string is built for each. */
export type Emit = (kind: string, name: string) => void;

const OPENS_NOUN_PHRASE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON']);

/** The first word of the noun phrase around a noun: articles, owners, adjectives and compounds before it. */
export function phraseStart(words: readonly Word[], at: number, from: number): number {
  let first = at;
  for (let i = at - 1; i >= Math.max(from, at - 12); i--) {
    const { tag, lower } = words[i]!;
    const joins =
      OPENS_NOUN_PHRASE.has(tag) ||
      lower === "'s" ||
      lower === '’s' ||
      lower === '-' ||
      (tag === 'VERB' &&
        (lower.endsWith('ed') || lower.endsWith('ing')) &&
        first === i + 1 &&
        i > from &&
        words[i - 1]!.tag !== 'AUX' &&
        OPENS_NOUN_PHRASE.has(words[i - 1]!.tag)) ||
      (tag === 'CCONJ' && i > from && words[i - 1]!.tag === 'ADJ');
    if (!joins) break;
    first = i;
    if (tag === 'DET' && lower !== 'all') break;
  }
  return first;
}

/** A word as a feature: names, numbers and other proper words masked, so that nothing of one conflict is learned. */
function maskOf(scene: Scene, at: number): string {
  const word = scene.words[at];
  if (!word) return 'edge';
  const mention = scene.mentions[scene.mentionOf[at]!];
  if (mention && mention.form === 'name') return mention.kind;
  if (word.tag === 'NUM') return 'number';
  if (word.tag === 'PROPN') return 'name';
  return word.lemma;
}

/** Whether a verb stands as an adjective before a noun: "the occupied region". */
export function isAttributive(words: readonly Word[], c: Candidate, { finite }: VerbGroup): boolean {
  const next = words[c.last];
  const { lower, tag } = words[c.first]!;
  return (!finite || tag === 'ADJ') && /(?:ed|en)$/.test(lower) && (next?.tag === 'NOUN' || next?.tag === 'ADJ');
}

/** How far around a trigger names and numbers are looked for. */
const AROUND = 14;

const rangeClass = (n: number): string => (n < 3 ? 'near' : n < 7 ? 'middle' : 'far');

/** The act of the statement that holds a word; `narrator` where the reporter speaks. */
export const actAt = (scene: Scene, word: number): Act | 'narrator' =>
  scene.statements[scene.statementOf[word]!]?.act ?? 'narrator';

/**
 * The features of a candidate, for the learned choice whether it tells of an event and of which type. Training and
 * reading both come here, so that they cannot differ. No name of a person, party or place is among them.
 */
export function emitSigns(scene: Scene, c: Candidate, lexicon: EventLexicon, grammar: Grammar, emit: Emit): void {
  const { words, sentences, sentenceOf, blocks, statements } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  const head = words[c.head]!;
  const block = blocks[s.block];
  const place = block && (block.kind === 'title' || block.kind === 'heading') ? block.kind : 'body';
  const { family } = c;
  emit('family', family.name);
  emit('trigger', c.kind === 'verb' ? words[c.first]!.lemma : head.lower);
  emit(family.name, c.kind);
  emit('stands in', place);
  const statement = statements[scene.statementOf[c.head]!];
  const act = statement?.act ?? 'narrator';
  emit('act', act);
  emit(family.name, act);
  if (scene.cueOf[c.head]! >= 0) emit('is', 'cue');
  if (head.quote > 0) emit('is', 'quoted');
  emit('position', sentenceOf[c.head]! < 4 ? 'first' : 'later');

  let nounFrom = c.first;
  let verb = -1;
  if (c.kind === 'verb') {
    verb = c.first;
    const group = verbGroupAt(scene, c.first, grammar);
    emitVerb(scene, group, family.name, OWN, emit);
    if (isAttributive(words, c, group)) emitBoth(emit, family.name, 'attributive');
    emit('before group', maskOf(scene, group.first - 1));
    emit('after', maskOf(scene, c.last));
    emit('after 2', maskOf(scene, c.last + 1));
  } else {
    nounFrom = phraseStart(words, c.first, s.first);
    const first = words[nounFrom]!;
    emit('opens', first.tag === 'DET' || first.tag === 'PRON' ? first.lower : first.tag);
    emit(family.kinds.opens, first.tag === 'DET' ? first.lower : first.tag);
    for (let i = nounFrom; i < c.last; i++) if (i < c.first) emit('inside', maskOf(scene, i));
    if (head.lower.endsWith('s') && head.lemma !== head.lower) emit('is', 'plural');
    const before = nounFrom - 1;
    emit('before', before < s.first ? 'edge' : maskOf(scene, before));
    emit('before 2', before - 1 < s.first ? 'edge' : maskOf(scene, before - 1));
    if (before > s.first && words[before]!.tag === 'ADP')
      emit('governed', `${maskOf(scene, before - 1)} ${words[before]!.lower}`);
    emit('after', c.last >= s.last ? 'edge' : maskOf(scene, c.last));
    const next = c.last < s.last ? words[c.last]! : null;
    emit(family.kinds.after, next === null ? 'edge' : next.tag === 'ADP' ? next.lower : next.tag);
    for (let i = Math.max(s.first, nounFrom - 3); i < c.first; i++) {
      const { lower, lemma } = words[i]!;
      if (lexicon.unreal.has(lower) || lexicon.unreal.has(lemma))
        emitBoth(emit, family.name, i < nounFrom ? 'governed unreal' : 'unreal');
      if (lexicon.further.has(lower)) emitBoth(emit, family.name, 'further');
    }
    // The verb that it is the object of, and the verb that it is the subject of.
    for (let i = before; i >= Math.max(s.first, before - 4); i--) {
      if (words[i]!.tag !== 'VERB') continue;
      emit('verb before', words[i]!.lemma);
      emitVerb(scene, verbGroupAt(scene, i, grammar), family.name, BEFORE, emit);
      break;
    }
    for (let i = c.last; i < Math.min(s.last, c.last + 9); i++) {
      if (words[i]!.tag !== 'VERB') continue;
      verb = i;
      emit('verb after', words[i]!.lemma);
      emitVerb(scene, verbGroupAt(scene, i, grammar), family.name, AFTER, emit);
      break;
    }
  }

  // What stands anywhere in the sentence, and how near.
  if (c.kind === 'noun') {
    if (negatedNoun(scene, c.head, grammar)) emit('is', 'denied');
    if (conditionalAt(scene, c.first, grammar)) emit('is', 'conditional');
  }
  for (let b = 0, bits = c.near; bits !== 0; b++, bits >>>= 1) {
    if ((bits & 1) === 0) continue;
    emit('near', lexicon.setNames[b]!);
    emit(family.name, lexicon.setNames[b]!);
  }
  let names = 0;
  let numbers = 0;
  for (let i = Math.max(s.first, c.first - AROUND); i < Math.min(s.last, c.last + AROUND); i++) {
    if (i >= c.first && i < c.last) continue;
    if (words[i]!.tag === 'NUM') numbers++;
    const mention = scene.mentions[scene.mentionOf[i]!];
    if (!mention || mention.first !== i || mention.form !== 'name') continue;
    const distance = rangeClass(Math.abs(i - c.head));
    if (mention.kind === 'place') emit(i < c.first ? 'place before' : 'place after', distance);
    else emit(i < c.first ? 'who before' : 'who after', distance);
    names++;
  }
  if (numbers > 0) emit('sentence has', 'number');
  if (names === 0) emit('sentence has', 'no name');
  if (words[s.last - 1]!.text === '?') emit('sentence has', 'question');
  if (verb < 0) emit('sentence has', 'no verb');
}

function emitBoth(emit: Emit, family: string, sign: string): void {
  emit('is', sign);
  emit(family, sign);
}

/** The kinds of features of a verb: the trigger itself, the one before a noun, the one after it. */
const kindsOf = (which: string) => ({
  build: `${which} build`,
  frame: `${which} frame`,
  is: `${which} is`,
  governor: `${which} governor`,
  unreal: `${which} no fact`,
});
const OWN = kindsOf('own');
const BEFORE = kindsOf('before');
const AFTER = kindsOf('after');

/** How verbs are built, by tense and what stands with it. */
const BUILDS = ['past', 'present', 'future', 'not finite'].flatMap((tense) =>
  ['', ' perfect', ' progressive', ' perfect progressive'].flatMap((aspect) =>
    [' active', ' passive'].map((voice) => tense + aspect + voice),
  ),
);

const buildOf = ({ finite, tense, perfect, progressive, passive }: VerbGroup): string => {
  const at = !finite || tense === null ? 3 : tense === 'past' ? 0 : tense === 'present' ? 1 : 2;
  return BUILDS[at * 8 + (finite && perfect ? 2 : 0) + (progressive ? 4 : 0) + (passive ? 1 : 0)]!;
};

/** How a verb stands to fact: its tense and build, denial, condition, and what is over it. */
function emitVerb(scene: Scene, group: VerbGroup, family: string, kinds: typeof OWN, emit: Emit): void {
  const build = buildOf(group);
  emit(kinds.build, build);
  emit(kinds.frame, group.frame);
  if (kinds === OWN) {
    emit(family, build);
    emit(family, group.frame);
  }
  if (group.negated) {
    emit(kinds.is, 'denied');
    emit('is', 'denied');
  }
  if (group.conditional) {
    emit(kinds.is, 'conditional');
    emit('is', 'conditional');
  }
  if (group.negated || group.conditional || group.frame !== 'fact' || group.tense === 'future')
    emitBoth(emit, family, kinds.unreal);
  if (group.governor !== null) emit(kinds.governor, scene.words[group.governor]!.lemma);
}
