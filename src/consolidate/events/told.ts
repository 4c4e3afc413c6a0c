import type { Evidence, ItemOf, PlaceRef } from '../../case.ts';
import type { EventMode, EventStatus, EventType, FigureKind, Interval } from '../../record.ts';
import { evidenceOf } from '../evidence.ts';
import { dayNumber } from '../join/days.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { isAfter, type Timing, timingOf } from '../join/timing.ts';
import { plainWords, tellingIn, topicOf, topicOfPlain } from '../join/words.ts';
import { plainName } from '../parties.ts';
import { ALL_ALONG, isAllAlong } from './keys.ts';

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
  /** Whether its actor is named by accusations alone. */
  readonly accused: boolean;
  readonly target: string | null;
  readonly place: PlaceRef | null;
  readonly when: Interval | null;
  readonly figures: readonly ToldFigure[];
  /** Ids of the statements that its words stand in. */
  readonly statements: readonly string[];
}

export function toldOf(item: ItemOf<'event'>): Told {
  const { type, mode, status, actor, target, when, figures, statements, made } = item.record;
  return {
    evidence: evidenceOf(item),
    type,
    mode,
    // Nobody can tell that what is still to come happened.
    status: (status === 'happened' || status === 'ongoing') && isAfter(when, item.report.day) ? 'planned' : status,
    actor,
    accused: made.some(({ rule }) => rule === 'interpret/event-accused'),
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
  /** `day` as a number of days; `NaN` for none. */
  readonly number: number;
  /** Plain, to be compared. */
  readonly actor: string | null;
  /** By what is counted: lower bounds, else upper ones, `NaN` for "dozens". */
  readonly figures: ReadonlyMap<FigureKind, readonly number[]>;
  readonly topic: ReadonlySet<string>;
  readonly plain: string;
  /** Groups of words that tell it from others. */
  readonly telling: ReadonlySet<number>;
  readonly target: ReadonlySet<string>;
  /** Whether its words are for a whole war. */
  readonly war: boolean;
}

export function knownOf(told: Told, lexicon: MergingLexicon): Known {
  const timing: Timing = isAllAlong({ ...told, at: told.place })
    ? { kind: 'coarse', label: ALL_ALONG }
    : timingOf(told.when);
  const plain = plainWords(told.evidence.words);
  const topic = new Set(topicOfPlain(plain, lexicon));
  if (told.place) for (const word of topicOf(told.place.name, lexicon)) topic.delete(word);
  const day = timing.kind === 'days' ? timing.from : told.evidence.day;
  return {
    told,
    timing,
    day,
    number: day === null ? Number.NaN : dayNumber(day),
    actor: told.actor === null ? null : plainName(told.actor),
    figures: numbersOf(told.figures),
    topic,
    plain,
    telling: tellingIn(plain, lexicon),
    target: told.target === null ? NONE : topicOf(told.target, lexicon),
    war: plain.split(' ').some((word) => lexicon.wars.has(word)),
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Kinds of numbers that tell events apart. */
const COMPARED: ReadonlySet<FigureKind> = new Set(['killed', 'wounded', 'captured', 'displaced', 'weapons']);

function numbersOf(figures: readonly ToldFigure[]): ReadonlyMap<FigureKind, readonly number[]> {
  const numbers = new Map<FigureKind, number[]>();
  for (const { what, low, high } of figures) {
    if (!COMPARED.has(what)) continue;
    const number = low ?? high ?? Number.NaN;
    const its = numbers.get(what);
    if (its) its.push(number);
    else numbers.set(what, [number]);
  }
  return numbers;
}
