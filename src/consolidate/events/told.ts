import type { Evidence, ItemOf, PlaceRef } from '../../case.ts';
import type { EventMode, EventStatus, EventType, FigureKind, Interval } from '../../record.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { type Timing, timingOf } from '../join/timing.ts';
import { plainWords, tellingIn, topicOf } from '../join/words.ts';
import { evidenceOf } from '../support.ts';

/** A number as told. */
export interface ToldFigure {
  readonly what: FigureKind;
  readonly low: number | null;
  readonly high: number | null;
  readonly by: string | null;
  readonly words: string;
}

/** What one report tells of one event: as much of the item as is needed to set it beside others. */
export interface Told {
  readonly evidence: Evidence;
  readonly type: EventType;
  readonly mode: EventMode | null;
  readonly status: EventStatus;
  readonly actor: string | null;
  readonly target: string | null;
  readonly place: PlaceRef | null;
  readonly when: Interval | null;
  readonly figures: readonly ToldFigure[];
  /** Ids of the statements that its words stand in. */
  readonly statements: readonly string[];
}

export function toldOf(item: ItemOf<'event'>): Told {
  const { type, mode, status, actor, target, when, figures, statements } = item.record;
  return {
    evidence: evidenceOf(item),
    type,
    mode,
    status,
    actor,
    target,
    place: item.at,
    when: when && { start: when.start, end: when.end, pattern: when.pattern },
    figures: figures.map(({ what, low, high, by }, i) => ({ what, low, high, by, words: item.figureWords[i] ?? '' })),
    statements,
  };
}

/** What is looked at again and again when something told is compared. */
export interface Known {
  readonly told: Told;
  readonly timing: Timing;
  /** The first day that it can stand at: told, else its report's. */
  readonly day: string | null;
  readonly topic: ReadonlySet<string>;
  readonly plain: string;
  /** Groups of words that tell it from others. */
  readonly telling: ReadonlySet<number>;
  readonly target: ReadonlySet<string>;
}

export function knownOf(told: Told, lexicon: MergingLexicon): Known {
  const timing = timingOf(told.when);
  const topic = topicOf(told.evidence.words, lexicon);
  const place = topicOf(told.place?.name ?? '', lexicon);
  const plain = plainWords(told.evidence.words);
  return {
    told,
    timing,
    day: timing.kind === 'days' ? timing.from : told.evidence.day,
    topic: new Set([...topic].filter((word) => !place.has(word))),
    plain,
    telling: tellingIn(plain, lexicon),
    target: topicOf(told.target ?? '', lexicon),
  };
}
