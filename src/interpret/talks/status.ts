/** What becomes of a talk: by the words in its clause, and by the tense of the verb that tells of it. */
import type { TalkStatus } from '../../record.ts';
import type { Range, Scene } from '../scene.ts';
import { longestAt, type TalkLexicon } from './lexicon.ts';
import type { Tense } from './mention.ts';
import { groupStart } from './parties.ts';

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

/** Words before and after that are searched for signs. */
const BEFORE = 9;
const AFTER = 8;

export interface SignFound {
  readonly status: TalkStatus;
  readonly word: number;
  readonly end: number;
}

/** The strongest sign in the words around `talk`, inside `clause`. */
export function signAround(scene: Scene, lexicon: TalkLexicon, talk: Range, clause: Range): SignFound | null {
  const { words } = scene;
  let best: SignFound | null = null;
  const see = (from: number, to: number, side: 'before' | 'after'): void => {
    for (let i = from; i < to; i++) {
      const match = longestAt(lexicon.signs, words, i, to);
      if (!match || (match.value.side !== 'both' && match.value.side !== side)) continue;
      const { status } = match.value;
      if (!best || RANK.indexOf(status) < RANK.indexOf(best.status)) best = { status, word: i, end: match.end };
    }
  };
  see(Math.max(clause.first, talk.first - BEFORE), talk.first, 'before');
  see(talk.last, Math.min(clause.last, talk.last + AFTER), 'after');
  return best;
}

/** How a verb stands, by its auxiliaries and ending. */
export function tenseOf(
  scene: Scene,
  { small }: TalkLexicon,
  verb: number,
  floor: number,
): { tense: Tense; negated: boolean } {
  const { words } = scene;
  const word = words[verb]!;
  let tense: Tense | null = null;
  let negated = false;
  const first = groupStart(scene, verb, floor);
  for (let i = verb - 1; i >= first; i--) {
    const { lower, tag } = words[i]!;
    if (small.negations.has(lower)) negated = true;
    if (tense !== null && tense !== 'past' && tense !== 'present') continue;
    if (small.future.has(lower)) tense = 'future';
    else if (small.modal.has(lower)) tense = 'modal';
    else if (lower === 'to') tense = 'infinitive';
    else if (tense === null && small.past.has(lower)) tense = 'past';
    else if (tense === null && small.present.has(lower))
      tense = lower === 'has' || lower === 'have' ? 'past' : 'present';
    else if (tag === 'VERB') break;
  }
  if (tense !== null) return { tense, negated };
  if (word.lower.endsWith('ing')) return { tense: 'gerund', negated };
  if (word.lower === word.lemma || word.lower === `${word.lemma}s` || word.lower === `${word.lemma}es`)
    return { tense: 'present', negated };
  return { tense: 'past', negated };
}

/** The status that the tense alone tells. */
export const STATUS_OF_TENSE: Readonly<Record<Tense, TalkStatus>> = {
  past: 'held',
  present: 'ongoing',
  future: 'scheduled',
  modal: 'proposed',
  infinitive: 'proposed',
  gerund: 'held',
  none: 'held',
};
