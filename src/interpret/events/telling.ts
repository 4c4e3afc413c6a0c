import type { EventMode, EventStatus, Participant, Place, Span, Time } from '../../record.ts';
import type { Range, Scene } from '../scene.ts';
import type { Standing } from './contested.ts';
import type { Tally } from './figures.ts';
import type { Family } from './lexicon.ts';

/** One mention of an event: the words that tell it, and what they say of it. */
export interface Telling {
  /** Words `[first, last)` of the trigger, and the word that carries it. */
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly family: Family;
  /** Index into `EVENT_TYPES`. */
  readonly type: number;
  /** 0 to 1. */
  readonly share: number;
  readonly mode: EventMode | null;
  readonly sentence: number;
  readonly heading: boolean;
  /** The words that carry it. */
  readonly range: Range;
  readonly actor: Participant | null;
  /** Whether the deed is told as so, denied, or only what somebody is accused of. */
  readonly standing: Standing;
  readonly target: Participant | null;
  /** The places told with it, the nearest first. */
  readonly places: readonly Located[];
  readonly time: Time | null;
  readonly status: EventStatus;
  readonly hedge: Span | null;
  /** "the attack", "these strikes": speaks of what was told before. */
  readonly definite: boolean;
  /** Whether its noun speaks of one deed ("a strike"), or of several ("strikes"); `null` for a verb. */
  readonly number: 'one' | 'several' | null;
  /** Told as one more: "also struck", "another raid". */
  readonly further: boolean;
  /** Told as one like those before: "a similar attack". */
  readonly alike: boolean;
  readonly tallies: readonly Tally[];
  /** Base forms of the names, nouns and numbers among its words, the trigger left out. */
  readonly content: ReadonlySet<string>;
}

/** A place and the words that name it there. */
export interface Located {
  readonly place: Place;
  readonly span: Span;
  /** Words from the trigger. */
  readonly distance: number;
}

/** The statement that holds a word: its index; -1 for the reporter's own words. */
export const statementAt = ({ statementOf }: Scene, word: number): number => statementOf[word]!;
