/** One mention of a talk: the words that tell of it, whom they name, and what they say of it. */
import type { TalkKind, TalkStatus } from '../../record.ts';
import type { Range } from '../scene.ts';
import type { Modifier, TalkTrigger } from './lexicon.ts';
import type { Party } from './parties.ts';
import type { Stand } from './status.ts';

/** How the noun phrase stands: "the talks", "a meeting", "talks", "their meeting", "this meeting". */
export type Determiner = 'the' | 'a' | 'none' | 'own' | 'this' | 'other' | 'verb';

export interface TalkMention {
  readonly trigger: TalkTrigger;
  readonly kind: TalkKind;
  /** The word that tells of it. */
  readonly head: number;
  /** The words that belong to it, from the first side or word of its phrase to the last. */
  readonly words: Range;
  /** Where the noun's own phrase, or the verb, begins. */
  readonly phrase: number;
  readonly clause: Range;
  readonly noun: boolean;
  readonly determiner: Determiner;
  readonly modifiers: ReadonlySet<Modifier>;
  /** Whether its noun names several: "agreements". */
  readonly plural: boolean;
  /** Of several talks, the one it is by its number: "second"; `null` where it has none. */
  readonly counted: string | null;
  readonly participants: readonly Party[];
  readonly mediators: readonly Party[];
  /** Words that name where it is. */
  readonly place: Range | null;
  /** Words that tell when. */
  readonly time: Range | null;
  readonly status: TalkStatus;
  /** The sign in the lexicon that told the status; `null` where the tense did. */
  readonly sign: string | null;
  /** How the verb over it stands. */
  readonly stand: Stand;
  readonly negated: boolean;
  /** The preposition that brought in the other side; `null` for none. */
  readonly link: string | null;
  /** The base form of the verb that governs the noun; `null` for none. */
  readonly governor: string | null;
  /** The preposition between that verb and the noun: "said | in | a call". */
  readonly through: string | null;
  /** Whether it points back to a talk, or to sides, named before. */
  readonly pointing: boolean;
}
