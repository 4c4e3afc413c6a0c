/** Who does what a verb tells, as sides. */
import { argumentsOf } from '../grammar/arguments.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { type VerbGroup, verbGroupAt } from '../grammar/verb-group.ts';
import type { Range, Scene } from '../scene.ts';
import type { TalkLexicon } from './lexicon.ts';
import { listEnd, type Party, partiesIn } from './parties.ts';

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
    words = { first: subject.first, last };
  }
  const agents = agent
    ? partiesIn(scene, lexicon, agent.first, listEnd(scene, lexicon, agent.first, sentence.last))
    : [];
  const parties = words ? partiesIn(scene, lexicon, words.first, words.last) : [];
  return {
    group,
    words,
    parties,
    agents,
    pointing: parties.length === 0 && words !== null && points(scene, lexicon, words),
  };
}

/** Whether words stand for sides named before: "they", "both leaders". */
export function points({ words }: Scene, { small }: TalkLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) if (small.pairs.has(words[i]!.lower)) return true;
  return false;
}
