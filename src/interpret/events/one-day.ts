/** Reports of one day's deeds: the first tells the day, the others are told after it without one. */
import type { Event, When } from '../../record.ts';
import type { Scene } from '../scene.ts';

/** How many days before the report the deeds may lie. */
const NEWS = 2;

const isDay = ({ start, end }: When): boolean => start !== null && start.length === 10 && start === end;

/** Whether it was done right before the report's own day. */
function isNews({ when }: Event, day: string): boolean {
  if (when === null || !isDay(when)) return false;
  const age = (Date.parse(day) - Date.parse(when.start!)) / 864e5;
  return age >= 0 && age <= NEWS;
}

/**
 * Gives attacks told for a place, but for no time, the day of the report's other deeds, where the first of them tells it,
 * no other day is told, and it is news.
 */
export function onOneDay({ day, places }: Scene, events: readonly Event[]): readonly Event[] {
  const lead = events.find((e) => e.status === 'happened' && e.type === 'ASSAULT');
  if (!lead || day === null || !isNews(lead, day)) return events;
  for (const { when, status } of events)
    if (status !== 'background' && when?.start && when.start !== lead.when!.start) return events;
  const exact = (id: string): boolean => places.find((p) => p.id === id)?.precision !== 'country';
  return events.map((e) => {
    if (e.when !== null || e.type !== 'ASSAULT' || e.status !== 'happened') return e;
    // Another attack at the very place of the first may have been on any day: "a similar attack there".
    if (e.place === null || e.place.place === null || !exact(e.place.place) || e.place.place === lead.place?.place)
      return e;
    return { ...e, when: lead.when, made: [...e.made, { stage: 'interpret', rule: 'interpret/event-day-of-others' }] };
  });
}
