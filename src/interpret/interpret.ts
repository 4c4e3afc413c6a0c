/** The interpretation stage: what statements and the reporter's own sentences add up to. */
import type { Cleaned, Document, Interpreted, Mentioned, Segmented, Statement } from '../record.ts';
import type { Grammar } from './grammar/lexicon.ts';
import { type Scene, sceneOf } from './scene.ts';

/** Lexicons and models of the parts. */
export interface InterpretResources {
  readonly grammar: Grammar;
}

/** Reads positions, talks, events and disputes, with the times and places they name. Pure. */
export function interpret(
  document: Document,
  cleaned: Cleaned,
  segmented: Segmented,
  mentioned: Mentioned,
  resolve: Scene['resolve'],
  statements: readonly Statement[],
  _resources: InterpretResources,
): Interpreted {
  const _scene = sceneOf(document, cleaned, segmented, mentioned, statements, resolve);
  return { times: [], places: [], positions: [], talks: [], events: [], disputes: [], notes: [] };
}
