/** Several mentions of one event become one; two events stay two. */
import type { Scene } from '../scene.ts';
import type { EventModel, Weights } from './event-model.ts';
import { bestPlace, emitLink, timeRelation, whoRelation } from './link.ts';
import type { Telling } from './telling.ts';

/** How many of the latest mentions of an event a new one is set beside. */
const LATEST = 4;

/** The score of a pair: above 0 they are rather one event. */
export function linkScore(scene: Scene, t: Telling, e: Telling, order: number, link: Weights): number {
  let score = link.bias[0]!;
  emitLink(scene, t, e, order, (kind, name) => {
    const weights = link.weights.get(kind)?.get(name);
    if (weights) score += weights[0]!;
  });
  return score;
}

/** What keeps two mentions apart whatever else agrees: other doers, other places, other times. */
function conflict(t: Telling, group: readonly Telling[]): boolean {
  if (group.some((e) => e.type !== t.type)) return true;
  for (const e of group) {
    if (whoRelation(t.actor, e.actor) === 'other' && t.sentence !== e.sentence) return true;
    if (timeRelation(t.time, e.time) === 'other' && t.sentence !== e.sentence) return true;
  }
  if (t.places.length === 0 || t.family.scale === 'war') return false;
  const near = t.places.filter((p) => p.distance < 12);
  if (near.length === 0) return false;
  let told = false;
  for (const e of group) {
    const of = e.places.filter((p) => p.distance < 12);
    if (of.length === 0) continue;
    told = true;
    if (bestPlace(near, of) !== 'other') return false;
  }
  return told;
}

/** Joins mentions, in the order of the text, with the event that fits best, or begins a new one. */
export function mergeTellings(scene: Scene, tellings: readonly Telling[], { link }: EventModel): Telling[][] {
  const groups: Telling[][] = [];
  for (const t of tellings) {
    let best: Telling[] | null = null;
    let most = 0;
    for (let g = groups.length - 1; g >= 0; g--) {
      const group = groups[g]!;
      if (conflict(t, group)) continue;
      const order = groups.length - 1 - g;
      for (let k = group.length - 1; k >= Math.max(0, group.length - LATEST); k--) {
        const score = linkScore(scene, t, group[k]!, order, link);
        if (score > most) {
          most = score;
          best = group;
        }
      }
    }
    if (best) best.push(t);
    else groups.push([t]);
  }
  return groups;
}
