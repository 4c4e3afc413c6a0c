/** The scores that are given to the models and not learned: what the taxonomy and the lexicon say. */
import type { Act, Stance } from '../../record.ts';
import { STANCES } from './lexicon.ts';
import type { Signs } from './signs.ts';
import type { Unit } from './unit.ts';

/** How much the words around a candidate count for its issue. */
const AROUND = 0.25;

/** The given scores of each issue. */
export function givenIssues(signs: Signs): Float64Array {
  return signs.issues.map((s, i) => s + AROUND * signs.around[i]!);
}

/** What an act says of the stance. */
const BY_ACT: Partial<Record<Act, Partial<Record<Stance, number>>>> = {
  demand: { demands: 3 },
  offer: { offers: 3 },
  promise: { offers: 2, demands: 1 },
  agree: { accepts: 3, offers: 1 },
  reject: { rejects: 4 },
  threaten: { demands: 2, offers: 1 },
  support: { accepts: 1, offers: 1 },
  accuse: { rejects: 1 },
  claim: { demands: 0.5 },
};

/** How much a predicate of the cue counts beside the act, and one of the content by its place. */
const CUE = 1;
const CONTENT = [1.5, 0.7, 0.4];

/** The given scores of each stance, in the order of `STANCES`. */
export function givenStances(unit: Unit, signs: Signs): Float64Array {
  const out = new Float64Array(STANCES.length);
  const add = (stance: Stance | null, much: number): void => {
    const i = stance === null ? -1 : STANCES.indexOf(stance);
    if (i >= 0) out[i] = out[i]! + much;
  };
  for (const [stance, much] of Object.entries(BY_ACT[unit.act ?? 'claim'] ?? {})) add(stance as Stance, much);
  for (const p of signs.cue) add(p.negated ? p.predicate.denied : p.predicate.stance, CUE);
  signs.predicates.slice(0, CONTENT.length).forEach((p, i) => {
    add(p.negated ? p.predicate.denied : p.predicate.stance, CONTENT[i]!);
  });
  if (signs.verbNegated) add('rejects', 1.5);
  return out;
}
