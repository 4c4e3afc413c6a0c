/** Who does what a verb tells, as sides. */
import { argumentsOf } from '../grammar/arguments.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { type VerbGroup, verbGroupAt } from '../grammar/verb-group.ts';
import type { Range, Scene } from '../scene.ts';
import type { TalkLexicon } from './lexicon.ts';
import { listEnd, listStart } from './lists.ts';
import { eachOf, type Party, partiesIn } from './parties.ts';

/** What reading talks rests on besides the report. */
export interface TalkTools {
  readonly lexicon: TalkLexicon;
  readonly grammar: Grammar;
}

export interface Doer {
  readonly group: VerbGroup;
  /** The words of the subject, its list included; `null` where there is none. */
  readonly words: Range | null;
  readonly parties: readonly Party[];
  /** Of a passive verb: what it is done to is the subject, and these do it. */
  readonly agents: readonly Party[];
  /** "They", "the two leaders": it points to sides named before. */
  readonly pointing: boolean;
}

/** The subject of the verb at word `verb`, and of a passive one the doer. */
export function doerOf(scene: Scene, { lexicon, grammar }: TalkTools, verb: number): Doer {
  const group = verbGroupAt(scene, verb, grammar);
  const { subject, agent } = argumentsOf(scene, group, grammar);
  const sentence = scene.sentences[scene.sentenceOf[verb]!]!;
  let words: Range | null = null;
  if (subject) {
    const limit = subject.first < group.first ? group.first : sentence.last;
    const last = Math.max(subject.last, listEnd(scene, lexicon, subject.first, limit));
    const first = limit === group.first ? listStart(scene, lexicon, subject.first, sentence.first) : subject.first;
    words = { first, last };
  }
  const agents = agent
    ? partiesIn(scene, lexicon, agent.first, listEnd(scene, lexicon, agent.first, sentence.last))
    : [];
  let parties: readonly Party[] = words ? partiesIn(scene, lexicon, words.first, words.last) : [];
  if (words && parties.length === 0) parties = speakerAs(scene, words, verb);
  return {
    group,
    words,
    parties,
    agents,
    pointing: parties.length === 0 && words !== null && points(scene, lexicon, words),
  };
}

/** "The Front said | it | would attend": in what a side says, its pronoun for itself names it. */
function speakerAs(scene: Scene, { first, last }: Range, verb: number): readonly Party[] {
  const { words, statements, statementOf } = scene;
  const speaker = statements[statementOf[verb]!]?.speaker;
  if (last !== first + 1 || words[first]!.tag !== 'PRON' || !speaker?.party) return [];
  const { lower } = words[first]!;
  const names = eachOf(scene, speaker.party);
  const own = lower === 'it' || lower === 'we' || lower === 'i' || (lower === 'they' && names.length > 1);
  return own ? names.map((name) => ({ name, known: true, kind: 'organisation', form: 'pronoun', first, last })) : [];
}

/** Whether words stand for sides named before: "they", "both leaders". */
export function points({ words }: Scene, { small }: TalkLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) if (small.pairs.has(words[i]!.lower)) return true;
  return false;
}
