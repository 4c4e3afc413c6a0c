/** Which mention a number belongs to. */
import type { FigureKind } from '../../record.ts';
import type { Scene } from '../scene.ts';
import type { Tally } from './figures.ts';
import { EVENT_TYPES } from './lexicon.ts';
import type { Telling } from './telling.ts';

/** Types that the outcome of a number belongs to, the best first. */
const HOMES: Readonly<Record<FigureKind, readonly string[]>> = {
  killed: ['ASSAULT'],
  wounded: ['ASSAULT'],
  captured: ['ASSAULT', 'COERCE'],
  displaced: ['COERCE', 'ASSAULT', 'RETREAT'],
  weapons: ['ASSAULT', 'AID', 'MOBILIZE'],
  other: ['ASSAULT', 'MOBILIZE', 'COERCE', 'AID', 'SANCTION', 'RETREAT', 'PROTEST', 'COOPERATE'],
};

/** How far from a trigger a number of other things may stand. */
const REACH = 6;
/** How far from it the number of those taken or driven away may stand, where it is not among the words of the target. */
const TAKEN = 2;

/** A number at its mention, and what it counts there. */
export interface Home {
  readonly telling: Telling;
  readonly what: FigureKind;
}

/** Words from a trigger to a number; 0 where they touch. */
const apart = (t: Telling, { first, end }: Tally): number =>
  t.first >= end ? t.first - end : Math.max(0, first - t.last);

/** Whether a number stands among the words that name who it is done to, or who does it. */
function isArgument({ words }: Scene, { target, actor }: Telling, { core }: Tally): boolean {
  const { start } = words[core]!;
  return [target, actor].some((who) => who?.span && who.span.start <= start && start < who.span.end);
}

/** What a number counts whose own words do not say it, at a mention; `null` where it is none of that mention's. */
function countedAt(scene: Scene, tally: Tally, t: Telling, distance: number): FigureKind | null {
  const { people, scale } = t.family;
  const taken = people === 'taken' ? 'captured' : people === 'driven' ? 'displaced' : null;
  // "It holds 19."
  if (tally.counted === null) return tally.first === t.last ? taken : null;
  if (distance > REACH) return null;
  // What is moved or given is nobody's target, but stands right behind.
  const argument =
    isArgument(scene, t, tally) ||
    ((people === 'moved' || people === 'driven' || t.family.name === 'give-aid') &&
      tally.first >= t.last &&
      distance <= TAKEN);
  // Numbers of people harmed say so by themselves; those of things only where they are what is harmed.
  if (scale === 'harm' && !(tally.counted === 'things' && (argument || distance <= TAKEN))) return null;
  if (tally.counted === 'open') return argument ? 'other' : null;
  if (tally.counted === 'people' && taken && (argument || distance <= TAKEN)) return taken;
  return 'other';
}

/** The mention that a number belongs to: the one whose trigger says what became of those counted, else the nearest. */
export function homeOf(scene: Scene, tally: Tally, tellings: readonly Telling[]): Home | null {
  let best: Home | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const t of tellings) {
    let distance = apart(t, tally);
    const what = tally.what ?? countedAt(scene, tally, t, distance);
    if (what === null || !HOMES[tally.what ?? 'other'].includes(EVENT_TYPES[t.type]!)) continue;
    if (tally.outcome >= t.first && tally.outcome < t.last) distance = -1;
    if (tally.what === 'captured' || tally.what === 'displaced') {
      const { people } = t.family;
      if (people !== 'taken' && people !== 'driven' && distance > REACH) continue;
    }
    if (distance >= least) continue;
    least = distance;
    best = { telling: t, what };
  }
  return best;
}
