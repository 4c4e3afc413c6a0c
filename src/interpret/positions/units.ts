/** All candidates of a report, from statements and from the reporter's own clauses. */
import type { Grammar } from '../grammar/lexicon.ts';
import type { Scene } from '../scene.ts';
import type { Taxonomy } from './issues.ts';
import type { PositionLexicon } from './lexicon.ts';
import { statedUnits } from './stated.ts';
import { toldUnits } from './told.ts';
import type { Unit } from './unit.ts';

/** What candidates are found with. */
export interface UnitResources {
  readonly taxonomy: Taxonomy;
  readonly lexicon: PositionLexicon;
  readonly grammar: Grammar;
}

/** Every stretch of words that may be a position, in the order of the text. */
export function unitsOf(scene: Scene, resources: UnitResources): Unit[] {
  return [...statedUnits(scene, resources), ...toldUnits(scene, resources)];
}
