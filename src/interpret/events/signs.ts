import type { Act, Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import type { EventLexicon } from './lexicon.ts';
import { type Candidate, setsOf } from './triggers.ts';

/** Takes one feature of a candidate: what kind of sign, and which. Kept apart so that no string is built for each. */
export type Emit = (kind: string, name: string) => void;

/** How a verb stands: read off the words before it. */
export interface VerbFrame {
  /** The first auxiliary's base form that says more than tense; '' for none. */
  readonly modal: string;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly perfect: boolean;
  readonly progressive: boolean;
  /** Whether it is an infinitive, and the word before "to" in base form. */
  readonly infinitive: boolean;
  readonly governor: number;
  /** The first word of the group. */
  readonly first: number;
}

const MODALS: ReadonlySet<string> = new Set([
  'will',
  'would',
  'could',
  'may',
  'might',
  'should',
  'must',
  'can',
  'shall',
  "'ll",
  'ca',
  'wo',
]);

/** The verb group that ends in the verb `at`. */
export function frameOf(words: readonly Word[], at: number, from: number): VerbFrame {
  let modal = '';
  let negated = false;
  let passive = false;
  let perfect = false;
  let progressive = false;
  let infinitive = false;
  let governor = -1;
  let first = at;
  const verb = words[at]!;
  const ing = verb.lower.endsWith('ing');
  for (let i = at - 1; i >= Math.max(from, at - 7); i--) {
    const { lower, tag, lemma } = words[i]!;
    if (tag === 'ADV' || lower === 'both') {
      if (lower === 'never' || lower === 'not') negated = true;
      continue;
    }
    if (lower === 'not' || lower === "n't" || lower === 'n’t' || lower === 'no') {
      negated = true;
      continue;
    }
    if (lower === 'to' && i === first - 1) {
      infinitive = true;
      first = i;
      governor = i > from ? i - 1 : -1;
      break;
    }
    if (tag !== 'AUX' && !MODALS.has(lower) && lemma !== 'be' && lemma !== 'have' && lemma !== 'do') break;
    first = i;
    if (MODALS.has(lower)) modal = lower;
    else if (lemma === 'be') {
      if (ing) progressive = true;
      else passive = true;
    } else if (lemma === 'have') perfect = true;
  }
  return { modal, negated, passive, perfect, progressive, infinitive, governor, first };
}

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

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'unless', 'whether', 'should', 'lest', 'until', 'before']);

const rangeClass = (n: number): string => (n < 3 ? 'near' : n < 7 ? 'middle' : 'far');

/** The act of the statement that holds a word; `narrator` where the reporter speaks. */
export const actAt = (scene: Scene, word: number): Act | 'narrator' =>
  scene.statements[scene.statementOf[word]!]?.act ?? 'narrator';

/**
 * The features of a candidate, for the learned choice whether it tells of an event and of which type. Training and
 * reading both come here, so that they cannot differ. No name of a person, party or place is among them.
 */
export function emitSigns(scene: Scene, c: Candidate, lexicon: EventLexicon, emit: Emit): void {
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
    const frame = frameOf(words, c.first, s.first);
    verb = c.first;
    emitFrame(frame, words, c.first, family.name, 'own', emit);
    emit('before group', maskOf(scene, frame.first - 1));
    emit('after', maskOf(scene, c.last));
    emit('after 2', maskOf(scene, c.last + 1));
  } else {
    nounFrom = phraseStart(words, c.first, s.first);
    const first = words[nounFrom]!;
    emit('opens', first.tag === 'DET' || first.tag === 'PRON' ? first.lower : first.tag);
    emit(family.name, first.tag === 'DET' ? `opens ${first.lower}` : `opens ${first.tag}`);
    for (let i = nounFrom; i < c.last; i++) if (i < c.first) emit('inside', maskOf(scene, i));
    if (head.lower.endsWith('s') && head.lemma !== head.lower) emit('is', 'plural');
    const before = nounFrom - 1;
    emit('before', before < s.first ? 'edge' : maskOf(scene, before));
    emit('before 2', before - 1 < s.first ? 'edge' : maskOf(scene, before - 1));
    if (before > s.first && words[before]!.tag === 'ADP')
      emit('governed', `${maskOf(scene, before - 1)} ${words[before]!.lower}`);
    emit('after', c.last >= s.last ? 'edge' : maskOf(scene, c.last));
    emit(
      family.name,
      c.last >= s.last
        ? 'after edge'
        : `after ${words[c.last]!.tag === 'ADP' ? words[c.last]!.lower : words[c.last]!.tag}`,
    );
    // The verb that it is the object of, and the verb that it is the subject of.
    for (let i = before; i >= Math.max(s.first, before - 4); i--) {
      if (words[i]!.tag !== 'VERB') continue;
      emit('verb before', words[i]!.lemma);
      const frame = frameOf(words, i, s.first);
      emitFrame(frame, words, i, family.name, 'before', emit);
      break;
    }
    for (let i = c.last; i < Math.min(s.last, c.last + 9); i++) {
      if (words[i]!.tag !== 'VERB') continue;
      verb = i;
      emit('verb after', words[i]!.lemma);
      emitFrame(frameOf(words, i, c.last), words, i, family.name, 'after', emit);
      break;
    }
  }

  // What stands anywhere in the sentence, and how near.
  let condition = false;
  for (let i = s.first; i < c.first; i++) if (CONDITIONS.has(words[i]!.lower)) condition = c.first - i < 15;
  if (condition) emit('is', 'conditional');
  let seen = 0;
  let names = 0;
  let numbers = 0;
  for (let i = s.first; i < s.last; i++) {
    if (i >= c.first && i < c.last) continue;
    const word = words[i]!;
    const bits = setsOf(word, lexicon) & ~seen;
    if (bits !== 0 && Math.abs(i - c.head) < 10) {
      seen |= bits;
      for (let b = 0; b < lexicon.setNames.length; b++) {
        if ((bits >> b) & 1) {
          emit('near', lexicon.setNames[b]!);
          emit(family.name, lexicon.setNames[b]!);
        }
      }
    }
    const mention = scene.mentions[scene.mentionOf[i]!];
    if (mention && mention.first === i && mention.form === 'name') {
      const side = i < c.first ? 'before' : 'after';
      if (mention.kind === 'place') emit(`place ${side}`, rangeClass(Math.abs(i - c.head)));
      else emit(`who ${side}`, rangeClass(Math.abs(i - c.head)));
      names++;
    }
    if (word.tag === 'NUM') numbers++;
  }
  if (numbers > 0) emit('sentence has', 'number');
  if (names === 0) emit('sentence has', 'no name');
  if (words[s.last - 1]!.text === '?') emit('sentence has', 'question');
  if (verb < 0) emit('sentence has', 'no verb');
}

function emitFrame(f: VerbFrame, words: readonly Word[], at: number, family: string, which: string, emit: Emit): void {
  const { lower, lemma } = words[at]!;
  const tense = f.infinitive
    ? 'infinitive'
    : f.modal !== ''
      ? f.modal
      : f.passive
        ? 'passive'
        : f.progressive
          ? 'progressive'
          : f.perfect
            ? 'perfect'
            : lower.endsWith('ing')
              ? 'participle'
              : lower !== lemma && !lower.endsWith('s')
                ? 'past'
                : 'present';
  emit(which, tense);
  if (which === 'own') emit(family, tense);
  if (f.negated) {
    emit(which, 'negated');
    emit('is', 'negated');
  }
  if (f.governor >= 0) emit(`${which} governor`, words[f.governor]!.lemma);
}
