import type { Evidence, FigureRange, Happening, PlaceRef } from '../../case.ts';
import { type EventStatus, type FigureKind, type Interval, onlyPossible } from '../../record.ts';
import { compare } from '../family.ts';
import type { Named } from '../join/bundle.ts';
import { supportOfBundle } from '../join/bundle.ts';
import { daysBetween } from '../join/days.ts';
import { exactness, isNamesake } from '../join/places.ts';
import { timingOf } from '../join/timing.ts';
import { byEvidence, confidenceOf } from '../support.ts';
import type { Told } from './told.ts';

/** No list of evidence is longer; `support` counts all. */
export const MOST_EVIDENCE = 200;

/** One event over all reports, from what each tells of it. */
export function happeningOf({ id, bundle }: Named<Told>): Happening {
  const fresh = bundle.told.filter(({ status }) => status !== 'background');
  // What only background mentions tell of is shown by these.
  const main = fresh.length > 0 ? fresh : bundle.told;
  const later = fresh.length > 0 ? bundle.told.filter(({ status }) => status === 'background') : [];
  const evidence = main.map((told) => told.evidence);
  return {
    id,
    type: main[0]!.type,
    mode: modeOf(main),
    status: statusOf(main),
    actors: sidesOf(bundle.told, 'actor'),
    targets: sidesOf(bundle.told, 'target'),
    place: placeOf(bundle.told),
    when: whenOf(bundle.told),
    figures: figuresOf(main),
    evidence: fullestFirst(evidence).slice(0, MOST_EVIDENCE),
    background: later.map((told) => told.evidence).slice(0, MOST_EVIDENCE),
    confidence: sureOf(main, evidence),
    support: supportOfBundle(evidence, bundle.rest),
  };
}

/** How sure it is. However many accuse somebody of a deed, that somebody did it stays possible, but where a user judged it so. */
function sureOf(told: readonly Told[], evidence: readonly Evidence[]): number {
  const confidence = confidenceOf(evidence);
  const naming = told.filter(({ actor }) => actor !== null);
  const accused = naming.length > 0 && naming.every((one) => one.accused);
  return accused && confidence < 1 ? onlyPossible(confidence) : confidence;
}

/** For so many days after the first account others tell afresh how it was done; later ones recall it in a word ("clashed"). */
const FRESH = 3;

/** How it was done, as most who tell it afresh say, else all. */
function modeOf(told: readonly Told[]): Told['mode'] {
  const exact = told.filter(({ mode }) => mode !== 'other' || told.every((one) => one.mode === 'other'));
  const days = exact.flatMap(({ evidence }) => evidence.day ?? []).sort(compare);
  const fresh = exact.filter(({ evidence: { day } }) => day !== null && daysBetween(days[0]!, day) <= FRESH);
  return mostTold(fresh.length > 0 ? fresh : exact, 'mode');
}

/** What most originators tell; among equals what comes first by the alphabet. */
function mostTold<K extends 'mode' | 'status'>(told: readonly Told[], field: K): Told[K] | null {
  const by = new Map<NonNullable<Told[K]>, Set<string>>();
  for (const one of told) {
    const value = one[field];
    if (value !== null) by.set(value, (by.get(value) ?? new Set()).add(one.evidence.originator));
  }
  const ranked = [...by].sort((a, b) => b[1].size - a[1].size || compare(a[0], b[0]));
  return ranked[0]?.[0] ?? null;
}

/** Something that one report tells as done has happened, though another told it as planned. */
function statusOf(told: readonly Told[]): EventStatus {
  const done = told.filter(({ status }) => status === 'happened' || status === 'ongoing');
  return mostTold(done.length > 0 ? done : told, 'status') ?? 'happened';
}

const fullestFirst = (evidence: readonly Evidence[]): Evidence[] =>
  [...evidence].sort((a, b) => b.words.length - a.words.length || byEvidence(a, b));

/** Names in the order of how many reports have them, each with who says so. */
function sidesOf(told: readonly Told[], side: 'actor' | 'target'): Happening['actors'] {
  const by = new Map<string, Evidence[]>();
  for (const one of told) {
    const name = one[side];
    if (name !== null) by.set(name, [...(by.get(name) ?? []), one.evidence]);
  }
  return [...by]
    .sort((a, b) => b[1].length - a[1].length || compare(a[0], b[0]))
    .map(([name, evidence]) => ({ name, evidence: evidence.slice(0, MOST_EVIDENCE) }));
}

/** The most exact place, and among these the one that most reports name. */
function placeOf(told: readonly Told[]): PlaceRef | null {
  const by = new Map<string, { place: PlaceRef; count: number }>();
  for (const { place } of told) {
    if (!place) continue;
    const known = by.get(place.name);
    if (known) known.count++;
    else by.set(place.name, { place, count: 1 });
  }
  const ranked = [...by.values()].sort(
    (a, b) =>
      exactness(b.place) - exactness(a.place) ||
      Number(b.place.entry !== null) - Number(a.place.entry !== null) ||
      Number(isNamesake(a.place)) - Number(isNamesake(b.place)) ||
      b.count - a.count ||
      compare(a.place.name, b.place.name),
  );
  return ranked[0]?.place ?? null;
}

/** The time that most reports tell among the most exact ones; a report's own day is none. */
function whenOf(told: readonly Told[]): Interval | null {
  const by = new Map<string, { when: Interval; exact: number; count: number }>();
  for (const { when } of told) {
    if (!when) continue;
    const label = `${when.start} ${when.end} ${when.pattern}`;
    const timing = timingOf(when);
    const exact = timing.kind === 'days' ? (timing.from === timing.to ? 3 : 2) : timing.kind === 'coarse' ? 1 : 0;
    const known = by.get(label);
    if (known) known.count++;
    else by.set(label, { when, exact, count: 1 });
  }
  const ranked = [...by].sort((a, b) => b[1].exact - a[1].exact || b[1].count - a[1].count || compare(a[0], b[0]));
  return ranked[0]?.[1].when ?? null;
}

/** Numbers by what they count and who gives them, each line by day of report. */
function figuresOf(told: readonly Told[]): readonly FigureRange[] {
  const by = new Map<string, { what: FigureKind; by: string | null; told: FigureRange['told'][number][] }>();
  for (const { figures, evidence } of told) {
    for (const { what, low, high, by: giver, words } of figures) {
      const key = `${what} ${giver ?? ''}`;
      const range = by.get(key) ?? { what, by: giver, told: [] };
      by.set(key, range);
      range.told.push({ day: evidence.day, low, high, words, evidence });
    }
  }
  return [...by]
    .sort(([a], [b]) => compare(a, b))
    .map(([, range]) => ({ ...range, told: range.told.slice(0, MOST_EVIDENCE) }));
}
