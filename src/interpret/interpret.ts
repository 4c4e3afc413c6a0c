/** The interpretation stage: what statements and the reporter's own sentences add up to. */
import type { Cleaned, Document, Interpreted, Mentioned, Segmented, Statement } from '../record.ts';
import { type DisputeResources, readDisputes } from './disputes/disputes.ts';
import { type EventResources, readEvents } from './events/events.ts';
import type { Grammar } from './grammar/lexicon.ts';
import { type PlaceResources, readPlaces } from './places/places.ts';
import { type PositionResources, readPositions } from './positions/positions.ts';
import { type Scene, sceneOf, withPlaces, withTimes } from './scene.ts';
import { readTalks, type TalkResources } from './talks/talks.ts';
import type { TimeLexicon } from './times/lexicon.ts';
import { readFiled, readTimes } from './times/times.ts';

/** Lexicons and models of the parts. */
export interface InterpretResources {
  readonly grammar: Grammar;
  readonly times: TimeLexicon;
  readonly places: PlaceResources;
  readonly positions: PositionResources;
  readonly talks: TalkResources;
  readonly events: EventResources;
  readonly disputes: DisputeResources;
}

/** Runs the part of this name. Whoever measures gives a function that does no more than that, and looks at the clock. */
export type Watch = <T>(part: string, work: () => T) => T;

const unwatched: Watch = (_, work) => work();

/** The scene of a report, with its times and places. */
export function setScene(
  document: Document,
  cleaned: Cleaned,
  segmented: Segmented,
  mentioned: Mentioned,
  resolve: Scene['resolve'],
  statements: readonly Statement[],
  resources: Pick<InterpretResources, 'times' | 'places'>,
  watch: Watch = unwatched,
): Scene {
  const bare = watch('scene', () => sceneOf(document, cleaned, segmented, mentioned, statements, resolve));
  const timed = watch('times', () => withTimes(bare, readTimes(document, cleaned, segmented, resources.times)));
  const placed = watch('places', () => withPlaces(timed, readPlaces(timed, resources.places).places));
  const filed = watch('times', () => readFiled(document, cleaned));
  const isDay = filed !== null && !filed.startsWith('X');
  return { ...placed, filed, day: placed.day ?? (isDay ? filed : null) };
}

/** Reads positions, talks, events and disputes, with the times and places they name. Pure. */
export function interpret(
  document: Document,
  cleaned: Cleaned,
  segmented: Segmented,
  mentioned: Mentioned,
  resolve: Scene['resolve'],
  statements: readonly Statement[],
  resources: InterpretResources,
  watch: Watch = unwatched,
): Interpreted {
  const scene = setScene(document, cleaned, segmented, mentioned, resolve, statements, resources, watch);
  const positions = watch('positions', () => readPositions(scene, resources.positions));
  const talks = watch('talks', () => readTalks(scene, resources.talks));
  const events = watch('events', () => readEvents(scene, resources.events));
  return {
    filed: scene.filed,
    times: scene.times,
    places: scene.places,
    positions,
    talks,
    events,
    disputes: watch('disputes', () => readDisputes(scene, events, talks, positions, resources.disputes)),
    notes: [],
  };
}
