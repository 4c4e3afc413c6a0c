/** What a copy tells less exactly than the report whose words it has: its times. */
import type { OriginalOf } from '../case.ts';
import type { Event, Span, Talk } from '../record.ts';
import { slice } from '../text/span.ts';
import { timingOf } from './join/timing.ts';
import { plainWords } from './join/words.ts';

/** Shorter words stand in many reports, and show no common origin. */
const SHORTEST = 12;

/** The words of each span that are long enough to be known again. */
const piecesOf = (text: string, spans: readonly Span[]): readonly string[] =>
  spans.map((span) => plainWords(slice(text, span))).filter((words) => words.length >= SHORTEST);

const isDated = ({ when }: Pick<Event, 'when'>): boolean => timingOf(when).kind === 'days';

/**
 * An event or talk whose words come from another report, with the time that it has there, where that is exact to days and
 * this one's is not. A copy is often cut or set otherwise, and a sentence that fixed the day may be gone from it; without
 * its day it would be told apart from what it copies. `others` are the records of the original; where several of them have
 * the same words and not the same time, nothing is taken over.
 */
export function withOriginalTime<T extends Event | Talk>(
  own: T,
  text: string,
  others: readonly T[],
  original: { readonly text: string },
  isSame: (other: T) => boolean,
): T {
  if (isDated(own)) return own;
  const pieces = new Set(piecesOf(text, own.evidence));
  if (pieces.size === 0) return own;
  const found = others.filter(
    (other) =>
      isDated(other) && isSame(other) && piecesOf(original.text, other.evidence).some((one) => pieces.has(one)),
  );
  const when = found[0]?.when;
  if (!when || found.some((other) => other.when!.start !== when.start || other.when!.end !== when.end)) return own;
  const { start, end, pattern } = when;
  // The words stay this report's own.
  return { ...own, when: { start, end, pattern, span: own.when?.span ?? own.evidence[0]! } };
}

/** The events of a report, with the times of those that it has from others. */
export function eventsOf(
  {
    events,
    text,
    copyOf,
  }: { events: readonly Event[]; text: string; copyOf: (spans: readonly Span[]) => string | null },
  originalOf: OriginalOf,
): readonly Event[] {
  return events.map((event) => {
    const original = isDated(event) ? null : readOriginal(copyOf(event.evidence), originalOf);
    if (!original) return event;
    const isSame = (other: Event): boolean => other.type === event.type;
    return withOriginalTime(event, text, original.reading.events, original, isSame);
  });
}

/** The talks of a report, with the times of those that it has from others. */
export function talksOf(
  { talks, text, copyOf }: { talks: readonly Talk[]; text: string; copyOf: (spans: readonly Span[]) => string | null },
  originalOf: OriginalOf,
): readonly Talk[] {
  return talks.map((talk) => {
    const original = isDated(talk) ? null : readOriginal(copyOf(talk.evidence), originalOf);
    if (!original) return talk;
    return withOriginalTime(talk, text, original.reading.talks, original, () => true);
  });
}

const readOriginal = (id: string | null, originalOf: OriginalOf): ReturnType<OriginalOf> =>
  id === null ? null : originalOf(id);
