/** All candidates of a report, from statements and from the reporter's own clauses. */

import type { Scene } from '../scene.ts';
import { statedUnits } from './stated.ts';
import { toldUnits } from './told.ts';
import type { Unit, UnitResources } from './unit.ts';

/** Every stretch of words that may be a position, in the order of the text. */
export function unitsOf(scene: Scene, resources: UnitResources): Unit[] {
  return [...statedUnits(scene, resources), ...toldUnits(scene, resources)];
}
