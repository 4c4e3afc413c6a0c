/** What becomes of a talk: by the words in its clause, and by the tense and frame of the verb that tells of it. */
import type { TalkStatus } from '../../record.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import type { VerbGroup } from '../grammar/verb-group.ts';
import { longestAt } from '../phrases.ts';
import type { Range, Scene } from '../scene.ts';
import type { TalkLexicon } from './lexicon.ts';

/** Which sign counts where several stand in one clause: those that undo a talk first. */
const RANK: readonly TalkStatus[] = [
  'cancelled',
  'postponed',
  'stalled',
  'refused',
  'proposed',
  'scheduled',
  'ongoing',
  'held',
];

export interface SignFound {
  readonly status: TalkStatus;
  readonly word: number;
  readonly end: number;
}

/** The strongest sign in the words before, and of those that may stand there behind a talk. */
export function signIn(scene: Scene, { signs }: TalkLexicon, before: Range, after: Range): SignFound | null {
  const { words } = scene;
  let best: SignFound | null = null;
  const see = ({ first, last }: Range, side: 'before' | 'after'): void => {
    for (let i = first; i < last; i++) {
      const match = longestAt(signs, words, i, last);
      if (!match || (match.value.side !== 'both' && match.value.side !== side)) continue;
      const { status } = match.value;
      if (!best || RANK.indexOf(status) < RANK.indexOf(best.status)) best = { status, word: i, end: match.end };
    }
  };
  see(before, 'before');
  see(after, 'after');
  return best;
}

/** How the verb over a talk stands, in one word. */
export type Stand =
  | 'past'
  | 'present'
  | 'progressive'
  | 'future'
  | 'plan'
  | 'wish'
  | 'refusal'
  | 'purpose'
  | 'loose'
  | 'none';

/** How a verb stands. */
export function standOf(group: VerbGroup): Stand {
  if (group.frame === 'refusal') return 'refusal';
  const open = group.frame === 'wish' || group.frame === 'possible' || group.frame === 'would';
  if (open || group.frame === 'obligation' || group.frame === 'attempt' || group.conditional) return 'wish';
  if (group.frame === 'plan') return 'plan';
  if (group.frame === 'purpose') return 'purpose';
  if (group.tense === 'future') return 'future';
  if (!group.finite) return 'loose';
  if (group.tense === 'past' || group.perfect) return 'past';
  return group.progressive ? 'progressive' : 'present';
}

/** The status that the verb alone tells. */
const STATUS_OF: Readonly<Record<Stand, TalkStatus>> = {
  past: 'held',
  present: 'ongoing',
  progressive: 'ongoing',
  future: 'scheduled',
  plan: 'scheduled',
  wish: 'proposed',
  refusal: 'refused',
  purpose: 'proposed',
  loose: 'held',
  none: 'held',
};

/** Whether a later time seen from the past stands before a verb: "would take place". */
export function isLater(
  { words, sentences, sentenceOf }: Pick<Scene, 'words' | 'sentences' | 'sentenceOf'>,
  small: TalkLexicon['small'],
  verb: number,
): boolean {
  const { first } = sentences[sentenceOf[verb]!]!;
  for (let i = verb - 1; i >= Math.max(first, verb - 3); i--) if (small.later.has(words[i]!.lower)) return true;
  return false;
}

/**
 * What a sign tells where the verb over the talk looks ahead: "would take place on 3 May" is planned, "would not take
 * place" called off. Otherwise the sign itself.
 */
export function laterOf(
  { words, sentences, sentenceOf }: Scene,
  { small }: TalkLexicon,
  status: TalkStatus,
  verb: number,
  stand: Stand,
  negated: boolean,
): TalkStatus {
  if (verb < 0 || (status !== 'held' && status !== 'ongoing')) return status;
  // "A meeting might take place"
  if (stand === 'wish' && !isLater({ words, sentences, sentenceOf }, small, verb))
    return negated ? 'refused' : 'proposed';
  const later = stand === 'future' || stand === 'plan' || isLater({ words, sentences, sentenceOf }, small, verb);
  if (!later || words[verb - 1]?.lower === 'have' || words[verb - 1]?.lower === 'been') return status;
  return negated ? 'cancelled' : 'scheduled';
}

export const statusOf = (stand: Stand, negated: boolean): TalkStatus =>
  negated && (stand === 'future' || stand === 'wish' || stand === 'plan') ? 'refused' : STATUS_OF[stand];

/** "There are talks with Halvia": what is there is going on. `first` is where the noun phrase begins. */
export const isThere = ({ words }: Scene, { small }: TalkLexicon, grammar: Grammar, first: number): boolean =>
  small.there.has(words[first - 2]?.lower ?? '') &&
  grammar.be.has(words[first - 1]!.lower) &&
  !grammar.past.has(words[first - 1]!.lower);
