import type { Word } from '../record.ts';
import type { MoodLexicon } from './act-lexicon.ts';
import type { ActInput, Signs } from './act-signs.ts';

/** Takes one feature of a statement: what kind of sign, and which. Kept apart so that no string is built for each. */
export type Emit = (kind: string, name: string) => void;

/** A cue from this strength on says by itself what is done; below it is plain, and the content decides. */
const MARKED = 2.1;

const isOpenClass = (word: Word): boolean =>
  word.tag === 'VERB' || word.tag === 'NOUN' || word.tag === 'ADJ' || word.tag === 'ADV' || word.tag === 'AUX';

/** The verb there; none where a capital shows that the tagger took a name for a verb. */
const verbAt = (words: readonly Word[], at: number): Word | undefined => {
  const verb = at < 0 ? undefined : words[at];
  return verb && verb.text === verb.lower ? verb : undefined;
};

const lengthClass = (length: number): string =>
  length < 4 ? 'few' : length < 10 ? 'short' : length < 30 ? 'middle' : 'long';

/**
 * The features of a statement, for the learned part: entries of the lexicons, the shape of the content, its first verbs
 * by their base form. No name of a person, place or group is among them, and no subject of the reports learned from.
 */
export function emitFeatures(input: ActInput, signs: Signs, lexicon: MoodLexicon, emit: Emit): void {
  const { words } = input;
  const { cue, subject } = signs;
  const family = cue ? cue.entry.family.name : input.cue ? 'unknown' : 'none';
  const plain = !cue || cue.entry.family.strength < MARKED;
  const before = plain ? 'plain' : 'marked';
  const side = input.party === null ? 'no side' : 'side';

  emit(signs.cueNegated ? 'denied cue' : 'cue', family);
  emit(side, family);
  if (cue) {
    emit(signs.cueNegated ? 'denied cue word' : 'cue word', cue.entry.phrase);
    if (cue.entry.kind !== 'verb') emit('cue kind', cue.entry.kind);
  }
  emit('speaker', side);
  for (const kind of lexicon.speakers) if ((signs.speakerKinds >> kind.at) & 1) emit('speaker', kind.name);
  if (input.kind) emit('speaker is', input.kind);

  emit('subject', subject);
  emit('quoted', signs.quoted);
  emit('length', lengthClass(signs.length));
  if (signs.firstPerson) emit('has', 'first person');
  if (signs.numbers) emit('has', 'number');
  if (signs.question) emit('has', 'question');
  emit('other names', signs.otherNames === 0 ? 'none' : signs.otherNames === 1 ? 'one' : 'several');

  const beforeMood = `${before}, mood`;
  const sideMood = `plain, ${side}, mood`;
  const headMood = `${before}, subject ${subject}, head mood`;
  for (const mood of lexicon.moods) {
    if ((signs.moods >> mood.at) & 1) {
      emit('mood', mood.name);
      emit(beforeMood, mood.name);
      if (plain) emit(sideMood, mood.name);
      if ((signs.headMoods >> mood.at) & 1) emit(headMood, mood.name);
    }
    if ((signs.deniedMoods >> mood.at) & 1) emit('denied mood', mood.name);
  }
  const beforePattern = `${before}, pattern`;
  for (const pattern of signs.patterns) {
    emit('pattern', pattern.name);
    emit(beforePattern, pattern.name);
  }
  if (signs.lead) emit('lead', signs.lead.entry.family.name);
  for (const f of signs.performed) emit('performed', f.name);
  for (const f of signs.inside) emit('inside', f.name);

  emit('verb is', signs.verbForm);
  const not = signs.verbForm === 'negated' ? 'denied ' : '';
  const verb = verbAt(words, signs.verb);
  if (verb) {
    emit(`${not}verb`, verb.lemma);
    emit(`subject ${subject}, ${not}verb`, verb.lemma);
  }
  const main = verbAt(words, signs.mainVerb);
  if (main && main !== verb) emit(`${not}main verb`, main.lemma);

  const start = words[input.content[0]?.[0] ?? -1];
  if (start) emit('starts', isOpenClass(start) || start.tag === 'PROPN' ? start.tag : start.lower);
}
