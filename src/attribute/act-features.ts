import type { Word } from '../record.ts';
import type { MoodLexicon, Subject } from './act-lexicon.ts';
import type { ActInput, Signs } from './act-signs.ts';

/** Takes one feature of a statement: what kind of sign, and which. Kept apart so that no string is built for each. */
export type Emit = (kind: string, name: string) => void;

/** A cue from this strength on says by itself what is done; below it is plain, and the content decides. */
const MARKED = 2.1;

/** The kinds of feature that tell of moods beside a cue of one strength; made once, since every statement asks for them. */
const kindsBeside = (cue: string) => {
  const head = (subject: Subject): string => `${cue}, subject ${subject}, head mood`;
  const headMood: Readonly<Record<Subject, string>> = {
    first: head('first'),
    second: head('second'),
    own: head('own'),
    name: head('name'),
    other: head('other'),
    thing: head('thing'),
    none: head('none'),
  };
  return { mood: `${cue}, mood`, pattern: `${cue}, pattern`, headMood };
};
const PLAIN = kindsBeside('plain');
const MARKED_CUE = kindsBeside('marked');

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
  const { cue, subject } = signs;
  const family = cue ? cue.entry.family.name : input.cue ? 'unknown' : 'none';
  const kinds = !cue || cue.entry.family.strength < MARKED ? PLAIN : MARKED_CUE;

  emit(signs.cueNegated ? 'denied cue' : 'cue', family);
  if (cue) {
    emit(signs.cueNegated ? 'denied cue word' : 'cue word', cue.entry.phrase);
    if (cue.entry.kind !== 'verb') emit('cue kind', cue.entry.kind);
  }
  emit('subject', subject);
  emit('quoted', signs.quoted);
  emit('length', lengthClass(signs.length));
  if (signs.firstPerson) emit('has', 'first person');
  if (signs.numbers) emit('has', 'number');
  if (signs.question) emit('has', 'question');
  emit('other names', signs.otherNames === 0 ? 'none' : signs.otherNames === 1 ? 'one' : 'several');

  const headMood = kinds.headMood[subject];
  for (const mood of lexicon.moods) {
    const bit = 1 << mood.at;
    if ((signs.moods & bit) !== 0) {
      emit('mood', mood.name);
      emit(kinds.mood, mood.name);
      if ((signs.headMoods & bit) !== 0) emit(headMood, mood.name);
    }
    if ((signs.deniedMoods & bit) !== 0) emit('denied mood', mood.name);
  }
  for (const pattern of signs.patterns) {
    emit('pattern', pattern.name);
    emit(kinds.pattern, pattern.name);
  }
  if (signs.lead) emit('lead', signs.lead.entry.family.name);
  for (const f of signs.performed) emit('performed', f.name);

  emit('verb is', signs.verbForm);
  const verb = verbAt(input.words, signs.verb);
  if (verb) emit(signs.verbForm === 'negated' ? 'denied verb' : 'verb', verb.lemma);
}
