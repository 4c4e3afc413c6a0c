/** All candidates of a report, from statements and from the reporter's own clauses. */

import type { Scene } from '../scene.ts';
import { actedUnits } from './acted.ts';
import { statedUnits } from './stated.ts';
import { toldUnits } from './told.ts';
import type { Unit, UnitResources } from './unit.ts';

/** Every stretch of words that may be a position, in the order of the text; deeds behind the others. */
export function unitsOf(scene: Scene, resources: UnitResources): Unit[] {
  const found = [...statedUnits(scene, resources), ...toldUnits(scene, resources)];
  return [...found, ...actedUnits(scene, resources, found)];
}
