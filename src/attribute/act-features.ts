import type { Word } from '../record.ts';
import type { MoodLexicon } from './act-lexicon.ts';
import type { ActInput, Signs } from './act-signs.ts';

/** Takes one feature of a statement. */
export type Emit = (name: string) => void;

const isOpenClass = (word: Word): boolean =>
  word.tag === 'VERB' || word.tag === 'NOUN' || word.tag === 'ADJ' || word.tag === 'ADV' || word.tag === 'AUX';

/** The verb there; none where a capital shows that the tagger took a name for a verb. */
const verbAt = (words: readonly Word[], at: number): Word | undefined => {
  const verb = at < 0 ? undefined : words[at];
  return verb && verb.text === verb.lower ? verb : undefined;
};

/**
 * The features of a statement, for the learned part: entries of the lexicons, the shape of the content, its first verbs
 * by their base form. No name of a person, place or group is among them, and no subject of the reports learned from.
 */
export function emitFeatures(input: ActInput, signs: Signs, lexicon: MoodLexicon, emit: Emit): void {
  const { words } = input;
  const family = signs.cue ? signs.cue.entry.family.name : input.cue ? 'unknown' : 'none';
  const plain = !signs.cue || signs.cue.entry.family.strength < 2.1;
  const cue = signs.cueNegated ? `not ${family}` : family;
  emit(`cue ${cue}`);
  if (signs.cue) emit(`cue word ${signs.cueNegated ? 'not ' : ''}${signs.cue.entry.phrase}`);
  if (signs.cue && signs.cue.entry.kind !== 'verb') emit(`cue kind ${signs.cue.entry.kind}`);

  const side = input.party === null ? 'no side' : 'side';
  emit(side);
  emit(`${side}, cue ${family}`);
  for (const kind of lexicon.speakers) if ((signs.speakerKinds >> kind.at) & 1) emit(`speaker ${kind.name}`);
  if (input.kind) emit(`speaker is ${input.kind}`);

  emit(`subject ${signs.subject}`);
  emit(`quoted ${signs.quoted}`);
  emit(`length ${signs.length < 4 ? 'few' : signs.length < 10 ? 'short' : signs.length < 30 ? 'middle' : 'long'}`);
  if (signs.firstPerson) emit('first person');
  if (signs.numbers) emit('number');
  if (signs.question) emit('question');
  emit(`other names ${Math.min(2, signs.otherNames)}`);

  const before = plain ? 'plain' : 'marked';
  for (const mood of lexicon.moods) {
    const has = (signs.moods >> mood.at) & 1;
    if (has) {
      emit(`mood ${mood.name}`);
      emit(`${before}, mood ${mood.name}`);
      if (plain) emit(`plain, ${side}, mood ${mood.name}`);
      if ((signs.headMoods >> mood.at) & 1) emit(`${before}, head mood ${mood.name}, subject ${signs.subject}`);
    }
    if ((signs.deniedMoods >> mood.at) & 1) emit(`denied mood ${mood.name}`);
  }
  for (const pattern of signs.patterns) {
    emit(`pattern ${pattern.name}`);
    emit(`${before}, pattern ${pattern.name}`);
  }
  emit(`verb is ${signs.verbForm}`);
  if (signs.lead) emit(`lead ${signs.lead.entry.family.name}`);
  for (const f of signs.performed) emit(`performed ${f.name}`);
  for (const f of signs.inside) emit(`inside ${f.name}`);

  const verb = verbAt(words, signs.verb);
  if (verb) {
    const not = signs.verbForm === 'negated' ? ' not' : '';
    emit(`verb ${verb.lemma}${not}`);
    emit(`subject ${signs.subject}, verb ${verb.lemma}${not}`);
  }
  const main = verbAt(words, signs.mainVerb);
  if (main && main !== verb) emit(`main verb ${main.lemma}${signs.verbForm === 'negated' ? ' not' : ''}`);

  const start = words[input.content[0]?.[0] ?? -1];
  if (start) emit(`starts ${isOpenClass(start) || start.tag === 'PROPN' ? start.tag : start.lower}`);
}
