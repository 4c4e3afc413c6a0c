import type { Evidence, ItemOf, PlaceRef } from '../../case.ts';
import type { Interval, TalkKind, TalkStatus } from '../../record.ts';
import { evidenceOf } from '../evidence.ts';
import { dayNumber } from '../join/days.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { isAfter, type Timing, timingOf } from '../join/timing.ts';
import { plainWords, topicOf } from '../join/words.ts';
import { plainName } from '../parties.ts';

/** What one report tells of one talk: as much of the item as is needed to set it beside others. */
export interface ToldTalk {
  readonly evidence: Evidence;
  readonly kind: TalkKind;
  readonly status: TalkStatus;
  readonly participants: readonly string[];
  readonly mediators: readonly string[];
  readonly place: PlaceRef | null;
  readonly when: Interval | null;
  readonly outcome: string | null;
}

export function toldTalkOf(item: ItemOf<'talk'>): ToldTalk {
  const { kind, status, participants, mediators, when } = item.record;
  return {
    evidence: evidenceOf(item),
    kind,
    // Nobody can tell that what is still to come took place.
    status: TOOK_PLACE.has(status) && isAfter(when, item.report.day) ? 'scheduled' : status,
    participants,
    mediators,
    place: item.at,
    when: when && { start: when.start, end: when.end, pattern: when.pattern },
    outcome: item.outcome,
  };
}

const TOOK_PLACE: ReadonlySet<TalkStatus> = new Set(['held', 'ongoing', 'stalled']);

/** A conference may take so many days. */
const MOST_DAYS = 7;

export const talkTiming = (when: Interval | null): Timing => timingOf(when, MOST_DAYS);

/** What has not taken place, or is not told to have. */
const OPEN: ReadonlySet<TalkStatus> = new Set(['proposed', 'scheduled', 'postponed', 'cancelled', 'refused']);

export const isOpen = ({ status }: ToldTalk): boolean => OPEN.has(status);

/** What is looked at again and again when talks are compared. */
export interface KnownTalk {
  readonly told: ToldTalk;
  readonly timing: Timing;
  /** The first day that it can stand at: told, else its report's. */
  readonly day: string | null;
  /** `day` as a number of days; `NaN` for none. */
  readonly number: number;
  readonly open: boolean;
  readonly participants: ReadonlySet<string>;
  readonly mediators: ReadonlySet<string>;
  /** The number of the round, where the words tell one alone. */
  readonly round: number | null;
  readonly topic: ReadonlySet<string>;
  /** What the words are about besides who takes part and where. */
  readonly subject: ReadonlySet<string>;
  /** Stems of the names that the words have besides those of participants and place: of the people who met. */
  readonly names: ReadonlySet<string>;
  readonly plain: string;
}

const plainNames = (names: readonly string[]): ReadonlySet<string> => new Set(names.map(plainName));

export function knownTalkOf(told: ToldTalk, lexicon: MergingLexicon): KnownTalk {
  const timing = talkTiming(told.when);
  const plain = plainWords(told.evidence.words);
  const known = topicOf([...told.participants, ...told.mediators, told.place?.name ?? ''].join(' '), lexicon);
  const besides = (words: string): ReadonlySet<string> =>
    new Set([...topicOf(words, lexicon)].filter((stem) => !known.has(stem)));
  const day = timing.kind === 'days' ? timing.from : told.evidence.day;
  return {
    told,
    timing,
    day,
    number: day === null ? Number.NaN : dayNumber(day),
    open: isOpen(told),
    participants: plainNames(told.participants),
    mediators: plainNames(told.mediators),
    round: roundOf(plain, lexicon),
    topic: topicOf(told.evidence.words, lexicon),
    subject: besides(told.evidence.words),
    names: besides(namesIn(told.evidence.words)),
    plain,
  };
}

/** Words in capitals that begin no sentence. */
const NAME = /(?<=[\p{Ll}\p{N},;-]\s)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*/gu;

const namesIn = (words: string): string => [...words.matchAll(NAME)].map(([name]) => name).join(' ');

function roundOf(plain: string, { rounds }: MergingLexicon): number | null {
  const words = plain.split(' ');
  const found = new Set<number>();
  for (const [i, word] of words.entries()) {
    const number = rounds.words.has(word) && i > 0 ? rounds.numbers.get(words[i - 1]!) : undefined;
    if (number !== undefined) found.add(number);
  }
  return found.size === 1 ? [...found][0]! : null;
}
