import type { EventMode } from '../../record.ts';
import type { Telling } from './telling.ts';

/** Modes that say little of how it was done. */
export const PLAIN_MODES: ReadonlySet<EventMode | null> = new Set(['other', 'killing', null]);

const first = <T>(tellings: readonly Telling[], of: (t: Telling) => T | null): T | null => {
  for (const t of tellings) {
    const found = of(t);
    if (found !== null) return found;
  }
  return null;
};

/** Several mentions of one event as one: what any of them tells, and the stretch from the first to the last. */
export function together(tellings: readonly Telling[]): Telling {
  const [one] = tellings;
  if (tellings.length === 1) return one!;
  const last = tellings.at(-1)!;
  // The deed says more of the event than the harm that it did.
  const main = tellings.find((t) => t.family.scale !== 'harm') ?? one!;
  const body = tellings.filter((t) => !t.heading);
  const told = body.length > 0 ? body : tellings;
  return {
    ...main,
    first: one!.first,
    last: last.last,
    share: Math.max(...tellings.map((t) => t.share)),
    mode: first(tellings, (t) => (PLAIN_MODES.has(t.mode) ? null : t.mode)) ?? main.mode,
    sentence: last.sentence,
    heading: tellings.every((t) => t.heading),
    actor: first(told, (t) => t.actor),
    target: first(told, (t) => t.target),
    places: tellings.flatMap((t) => t.places).sort((a, b) => a.distance - b.distance),
    time: first(told, (t) => t.time),
    hedge: first(tellings, (t) => t.hedge),
    definite: tellings.every((t) => t.definite || t.family.scale === 'harm'),
    number: first(tellings, (t) => (t.number === 'one' ? t.number : null)) ?? first(tellings, (t) => t.number),
    further: one!.further,
    alike: tellings.some((t) => t.alike),
    tallies: tellings.flatMap((t) => t.tallies),
    content: new Set(tellings.flatMap((t) => [...t.content])),
  };
}
