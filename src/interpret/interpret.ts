/** The interpretation stage: what statements and the reporter's own sentences add up to. */
import type { Cleaned, Document, Interpreted, Mentioned, Segmented, Statement } from '../record.ts';
import type { Grammar } from './grammar/lexicon.ts';
import { type PositionResources, readPositions } from './positions/positions.ts';
import { type Scene, sceneOf } from './scene.ts';
import { readTalks, type TalkResources } from './talks/talks.ts';

/** Lexicons and models of the parts. */
export interface InterpretResources {
  readonly grammar: Grammar;
  readonly positions: PositionResources;
  readonly talks: TalkResources;
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
): Interpreted {
  const scene = sceneOf(document, cleaned, segmented, mentioned, statements, resolve);
  return {
    times: [],
    places: [],
    positions: readPositions(scene, resources.positions),
    talks: readTalks(scene, resources.talks),
    events: [],
    disputes: [],
    notes: [],
  };
}
