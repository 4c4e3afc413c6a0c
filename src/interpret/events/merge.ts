/** Several mentions of one event become one; two events stay two. */
import type { Scene } from '../scene.ts';
import { PLAIN_MODES, together } from './aggregate.ts';
import type { EventModel, Weights } from './event-model.ts';
import { bestPlace, countsApart, emitLink, isLooseDay, numberRelation, timeRelation, whoRelation } from './link.ts';
import type { Located, Telling } from './telling.ts';

/** The score of a pair: above 0 they are rather one event. */
function scoreOf(scene: Scene, t: Telling, e: Telling, order: number, link: Weights): number {
  let score = link.bias[0]!;
  emitLink(scene, t, e, order, (kind, name) => {
    const weights = link.weights.get(kind)?.get(name);
    if (weights) score += weights[0]!;
  });
  return score;
}

/** A place nearer to the trigger than this is the event's own. */
const OWN = 12;

/** So many dead are those of a war. */
const WAR_DEAD = 5000;

/** Whether it tells of a war or campaign as a whole. */
export const isWar = ({ family, tallies }: Telling): boolean =>
  family.scale === 'war' || tallies.some((a) => a.what === 'killed' && (a.low ?? a.high ?? 0) >= WAR_DEAD);

/** How long a date told to the day is. */
const DAY = 10;

/** Whether it tells of something done at one place, on one day, to somebody, or with one kind of weapon. */
const isLocal = ({ family, places, mode, time, target }: Telling): boolean =>
  family.scale !== 'war' &&
  (places.some((p) => p.distance < OWN && p.place.precision !== 'country') ||
    !PLAIN_MODES.has(mode) ||
    target !== null ||
    (time?.start ?? '').length === DAY);

/** Whether one tells of a time that goes on, and the other of a day after it began, at another place. */
const isSpell = (t: Telling, e: Telling): boolean =>
  t.time !== null &&
  e.time !== null &&
  t.time.start !== null &&
  t.time.end === null &&
  (e.time.start === null
    ? isLooseDay(e.time.pattern)
    : e.time.start.length >= DAY && !e.time.start.startsWith(t.time.start)) &&
  bestPlace(t.places, e.places) !== 'same';

const isExact = ({ place }: Located): boolean => place.precision === 'place' || place.precision === null;

/** Whether both tell where it was, as exactly as they can, and nothing they tell is one place. */
function placesApart(t: Telling, e: Telling): boolean {
  const own = ({ places }: Telling): Located[] => places.filter((p) => p.distance < OWN);
  const [near, of] = [own(t), own(e)];
  if (near.length === 0 || of.length === 0) return false;
  const [exact, others] = [near.filter(isExact), of.filter(isExact)];
  if (exact.length > 0 && others.length > 0) {
    const relation = bestPlace(exact, others);
    return relation !== 'same' && relation !== 'within';
  }
  return bestPlace(near, of) === 'other';
}

/** Whether a title and the body below it count the same: the one sums up the other. */
const sumsUp = (t: Telling, e: Telling): boolean => t.heading !== e.heading && numberRelation(t, e) === 'same';

/** "Also" and "another" set a mention off from what stands at most so many sentences before. */
const BESIDE = 3;

/** Whether it is told as another one than what was told before, with another count of its own. */
const isOther = (t: Telling, e: Telling): boolean =>
  t.alike ||
  (((t.further && t.sentence - e.sentence <= BESIDE) || (t.number === 'one' && !t.definite)) &&
    !e.heading &&
    numberRelation(t, e) === 'other');

/** What keeps two mentions apart whatever else agrees: another type, other places, other times, other doers. */
export function conflict(t: Telling, e: Telling): boolean {
  if (e.type !== t.type) return true;
  if (sumsUp(t, e)) return false;
  if (isOther(t, e)) return true;
  if (whoRelation(t.actor, e.actor) === 'other' && t.actor!.name !== e.target?.name) return true;
  if (timeRelation(t.time, e.time) === 'other') return true;
  if (isSpell(t, e) || isSpell(e, t)) return true;
  if (isWar(t) !== isWar(e) && (isLocal(t) || isLocal(e))) return true;
  if (t.family.scale === 'war') return false;
  if (countsApart(t, e) && timeRelation(t.time, e.time) !== 'same') {
    const places = bestPlace(t.places, e.places);
    if (places === 'other' || places === 'none') return true;
  }
  return placesApart(t, e);
}

/** Whether both are told for a day, and for different ones. */
const daysApart = (t: Telling, e: Telling): boolean =>
  t.time?.start?.length === DAY && e.time?.start?.length === DAY && timeRelation(t.time, e.time) === 'other';

/** What keeps two mentions of one sentence apart: other times, or other doers told by others. */
const apart = (scene: Scene, t: Telling, e: Telling): boolean =>
  timeRelation(t.time, e.time) === 'other' ||
  (t.further && numberRelation(t, e) === 'other') ||
  (scene.statementOf[t.head] !== scene.statementOf[e.head] &&
    whoRelation(t.actor, e.actor) === 'other' &&
    t.actor!.name !== e.target?.name);

/** From these scores on two mentions are taken for one event; chosen by cross-validation on whole records. */
const NEAR = 0;
const FAR = -1.5;

/** Joins the mentions of each sentence that tell of one event: "nine were killed in a strike on the port". */
function withinSentences(scene: Scene, tellings: readonly Telling[], { near }: EventModel): Telling[][] {
  const units: Telling[][] = [];
  let from = 0;
  for (const t of tellings) {
    if (units.length > 0 && units.at(-1)![0]!.sentence !== t.sentence) from = units.length;
    let best: Telling[] | null = null;
    let most = NEAR;
    for (let u = units.length - 1; u >= from; u--) {
      for (const e of units[u]!) {
        if (e.type !== t.type || units[u]!.some((other) => apart(scene, t, other))) continue;
        const score = scoreOf(scene, t, e, units.length - 1 - u, near);
        if (score > most) {
          most = score;
          best = units[u]!;
        }
      }
    }
    if (best) best.push(t);
    else units.push([t]);
  }
  return units;
}

/** Joins mentions, in the order of the text, with the event that fits best, or begins a new one. */
export function mergeTellings(scene: Scene, tellings: readonly Telling[], model: EventModel): Telling[][] {
  const groups: { members: Telling[]; whole: Telling }[] = [];
  for (const unit of withinSentences(scene, tellings, model)) {
    const whole = together(unit);
    let best: (typeof groups)[number] | null = null;
    let most = FAR;
    for (let g = groups.length - 1; g >= 0; g--) {
      const group = groups[g]!;
      if (conflict(whole, group.whole) || unit.some((t) => group.members.some((e) => daysApart(t, e)))) continue;
      const score = scoreOf(scene, whole, group.whole, groups.length - 1 - g, model.far);
      if (score > most) {
        most = score;
        best = group;
      }
    }
    if (best) {
      best.members.push(...unit);
      best.whole = together(best.members);
    } else groups.push({ members: [...unit], whole });
  }
  return groups.map((g) => g.members);
}
