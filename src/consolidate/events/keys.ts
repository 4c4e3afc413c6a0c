/**
 * Where an event is looked for among others: by the area of its place and the third of a month of its day. What can be
 * one happening stands in one thread, what surely is not stands in none together, and no thread grows for ever.
 */
import type { EventBrief, PlaceRef, ReportHead } from '../../case.ts';
import type { Interval } from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import { keyOf, piecesOf } from '../family.ts';
import { daysBetween, thirdOf } from '../join/days.ts';
import { areaOf } from '../join/places.ts';
import { timingOf } from '../join/timing.ts';
import { plainWords } from '../join/words.ts';
import { plainName } from '../parties.ts';

/**
 * How what a part holds stands in time:
 * - `dated`: at a day that the report tells;
 * - `reported`: told as new without a day, so shortly before the report;
 * - `recalled`: at a day well before the report, kept apart by month of report, since it may be recalled for years;
 * - `loose`: background or planned, without a day;
 * - `coarse`: of a month or year, or told as what goes on all along; - `undated`: neither event nor report has a day;
 * - `dispute`, `denial`: accounts of what happened there, by the report's day.
 */
export type Layer = 'dated' | 'reported' | 'recalled' | 'loose' | 'coarse' | 'undated' | 'dispute' | 'denial';

const PREFIX = 'event';

/** From so many days after it a report recalls an event. */
const RECALLED = 14;

/** Stands for the time of what goes on all along. */
export const ALL_ALONG = 'always';

/**
 * Whether an event is told as what everybody knows, of a whole country and without a time: the war itself, in most reports.
 * However far apart these are, they may mean one thing.
 */
export const isAllAlong = ({
  type,
  status,
  when,
  at,
}: Pick<EventBrief, 'type' | 'status' | 'at'> & { readonly when: Interval | null }): boolean =>
  type === 'ASSAULT' && status === 'background' && at?.precision === 'country' && timingOf(when).kind === 'none';

const placeKey = (place: PlaceRef | null): string => place?.entry ?? (place ? `n:${plainName(place.name)}` : '-');

/** The part that an event belongs to. */
export function partOfEvent(event: Omit<EventBrief, 'id'>, report: ReportHead, words: string): string {
  const area = areaOf(event.at);
  const timing = timingOf(event.when);
  const { day } = report;
  const month = day?.slice(0, 7) ?? '-';
  if (timing.kind === 'coarse') {
    return keyOf(PREFIX, area, timing.label, event.type, placeKey(event.at), 'coarse', month);
  }
  if (isAllAlong(event)) {
    const third = day === null ? '-' : thirdOf(day);
    return keyOf(PREFIX, area, ALL_ALONG, event.type, placeKey(event.at), 'coarse', third);
  }
  if (timing.kind === 'days') {
    const { from } = timing;
    const recalled = event.status === 'background' || day === null || daysBetween(from, day) > RECALLED;
    return recalled
      ? keyOf(PREFIX, area, thirdOf(from), event.type, 'recalled', from, month)
      : keyOf(PREFIX, area, thirdOf(from), event.type, 'dated', from);
  }
  // Without any day only the same words are the same event; so they are parted by a digest of the words.
  if (day === null) return keyOf(PREFIX, area, 'undated', idOf(plainWords(words)).slice(0, 2), event.type, 'undated');
  const fresh = event.status === 'happened' || event.status === 'ongoing';
  return keyOf(PREFIX, area, thirdOf(day), event.type, fresh ? 'reported' : 'loose', day);
}

/** The part of a dispute about an event: of the same thread. */
export function partOfAccount(eventPart: string, layer: 'dispute' | 'denial', day: string | null): string {
  return `${threadOfEvent(eventPart)}/${keyOf(layer, day ?? '-')}`;
}

/** The part of a denial that names a place, among what was reported there about its day. */
export const partOfDenial = (place: PlaceRef, day: string): string =>
  keyOf(PREFIX, areaOf(place), thirdOf(day), 'denial', day);

const THIRD = /^\d{4}-\d{2}[abc]$/;

export function threadOfEvent(part: string): string {
  const pieces = piecesOf(part);
  const length = THIRD.test(pieces[2]!) ? 3 : pieces[2] === 'undated' ? 4 : 5;
  return keyOf(...pieces.slice(0, length));
}

export function layerOf(part: string): Layer {
  const pieces = piecesOf(part).slice(piecesOf(threadOfEvent(part)).length);
  const layer = pieces[0] === 'dispute' || pieces[0] === 'denial' ? pieces[0] : undefined;
  if (layer) return layer;
  return (THIRD.test(piecesOf(part)[2]!) || piecesOf(part)[2] === 'undated' ? pieces[1] : pieces[0]) as Layer;
}
