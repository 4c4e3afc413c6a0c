import type { Word } from '../record.ts';
import type { MoodLexicon } from './act-lexicon.ts';
import type { ActInput, Signs } from './act-signs.ts';

/** Takes one feature of a statement: a sign by name, or a word of the content by its base form. */
export type Emit = (space: 'sign' | 'word', name: string) => void;

/** How many words of content are given as features. */
const WORDS = 60;

const isOpenClass = (word: Word): boolean =>
  word.tag === 'VERB' || word.tag === 'NOUN' || word.tag === 'ADJ' || word.tag === 'ADV' || word.tag === 'AUX';

/**
 * The features of a statement, for the learned part. No name of a person, place or group is among them: words count
 * only where they are verbs, nouns, adjectives and adverbs by their base form.
 */
export function emitFeatures(input: ActInput, signs: Signs, lexicon: MoodLexicon, emit: Emit): void {
  const { words } = input;
  const family = signs.cue ? signs.cue.entry.family.name : input.cue ? 'unknown' : 'none';
  const plain = !signs.cue || signs.cue.entry.family.strength < 2.1;
  const cue = signs.cueNegated ? `not ${family}` : family;
  emit('sign', `cue ${cue}`);
  if (signs.cue) emit('sign', `cue word ${signs.cueNegated ? 'not ' : ''}${signs.cue.entry.phrase}`);
  if (signs.cue && signs.cue.entry.kind !== 'verb') emit('sign', `cue kind ${signs.cue.entry.kind}`);

  const side = input.party === null ? 'no side' : 'side';
  emit('sign', side);
  emit('sign', `${side}, cue ${family}`);
  for (const kind of lexicon.speakers) if ((signs.speakerKinds >> kind.at) & 1) emit('sign', `speaker ${kind.name}`);
  if (input.kind) emit('sign', `speaker is ${input.kind}`);

  emit('sign', `subject ${signs.subject}`);
  emit('sign', `quoted ${signs.quoted}`);
  emit(
    'sign',
    `length ${signs.length < 4 ? 'few' : signs.length < 10 ? 'short' : signs.length < 30 ? 'middle' : 'long'}`,
  );
  if (signs.firstPerson) emit('sign', 'first person');
  if (signs.numbers) emit('sign', 'number');
  if (signs.question) emit('sign', 'question');
  emit('sign', `other names ${Math.min(2, signs.otherNames)}`);

  const before = plain ? 'plain' : 'marked';
  for (const mood of lexicon.moods) {
    const has = (signs.moods >> mood.at) & 1;
    if (has) {
      emit('sign', `mood ${mood.name}`);
      emit('sign', `${before}, mood ${mood.name}`);
      if (plain) emit('sign', `plain, ${side}, mood ${mood.name}`);
      if ((signs.headMoods >> mood.at) & 1) emit('sign', `${before}, head mood ${mood.name}, subject ${signs.subject}`);
    }
    if ((signs.deniedMoods >> mood.at) & 1) emit('sign', `denied mood ${mood.name}`);
  }
  for (const pattern of signs.patterns) {
    emit('sign', `pattern ${pattern.name}`);
    emit('sign', `${before}, pattern ${pattern.name}`);
  }
  emit('sign', `verb is ${signs.verbForm}`);
  if (signs.lead) emit('sign', `lead ${signs.lead.entry.family.name}`);
  for (const f of signs.performed) emit('sign', `performed ${f.name}`);
  for (const f of signs.inside) emit('sign', `inside ${f.name}`);

  const verb = signs.verb < 0 ? undefined : words[signs.verb];
  if (verb) {
    const not = signs.verbForm === 'negated' ? ' not' : '';
    emit('sign', `verb ${verb.lemma}${not}`);
    emit('sign', `subject ${signs.subject}, verb ${verb.lemma}${not}`);
  }
  const main = signs.mainVerb < 0 ? undefined : words[signs.mainVerb];
  if (main && main !== verb) emit('sign', `main verb ${main.lemma}${signs.verbForm === 'negated' ? ' not' : ''}`);

  const start = words[input.content[0]?.[0] ?? -1];
  if (start) emit('sign', `starts ${isOpenClass(start) || start.tag === 'PROPN' ? start.tag : start.lower}`);

  let left = WORDS;
  for (const [first, last] of input.content) {
    for (let i = first; i < last && left > 0; i++) {
      const word = words[i]!;
      left--;
      if (isOpenClass(word)) emit('word', word.lemma);
    }
  }
}
