/** Whether two mentions tell of one event: what of the one agrees with the other, and how far apart they stand. */
import type { EventMode, Participant, Place, Time } from '../../record.ts';
import type { Scene } from '../scene.ts';
import type { Emit } from './signs.ts';
import type { Located, Telling } from './telling.ts';

/** What is known of an event from the mentions taken together so far. */
export interface Draft {
  readonly tellings: Telling[];
}

export type Relation = 'same' | 'within' | 'other' | 'none';

/** How two places lie to each other. */
export function placeRelation(a: Place, b: Place): Relation {
  if (a.id === b.id || (a.entry !== null && a.entry === b.entry)) return 'same';
  const [x, y] = [a.name.toLowerCase(), b.name.toLowerCase()];
  if (x.includes(y) || y.includes(x)) return 'within';
  if (a.country !== null && b.country !== null && a.country !== b.country) return 'other';
  if (a.precision === 'country' || b.precision === 'country') return a.country === b.country ? 'within' : 'none';
  if (a.precision === 'region' || b.precision === 'region')
    return a.region !== null && a.region === b.region ? 'within' : 'other';
  return 'other';
}

const RANK: Readonly<Record<Relation, number>> = { same: 3, within: 2, other: 1, none: 0 };

/** The best relation among the places of two mentions. */
export function bestPlace(a: readonly Located[], b: readonly Located[]): Relation {
  let best: Relation = 'none';
  for (const x of a) {
    for (const y of b) {
      const found = placeRelation(x.place, y.place);
      if (RANK[found] > RANK[best]) best = found;
    }
  }
  return best;
}

/** A day of a year that nothing fixes. */
export const isLooseDay = (pattern: string | null): boolean => pattern !== null && /^XXXX-\d\d-\d\d$/.test(pattern);

/** Whether both are such days, and not the same. */
const isOtherDay = (a: string | null, b: string | null): boolean => a !== b && isLooseDay(a) && isLooseDay(b);

/** Whether two times overlap, as far as both are told. */
export function timeRelation(a: Time | null, b: Time | null): Relation {
  if (!a || !b) return 'none';
  if (a.start === b.start && a.end === b.end && a.pattern === b.pattern) return 'same';
  if (a.start === null || b.start === null) return isOtherDay(a.pattern, b.pattern) ? 'other' : 'none';
  const n = Math.min(a.start.length, b.start.length);
  const [from, to] = [a.start > b.start ? a : b, a.start > b.start ? b : a];
  if (a.start.slice(0, n) === b.start.slice(0, n)) return 'within';
  if (to.end === null) return 'within';
  return from.start!.slice(0, to.end.length) <= to.end ? 'within' : 'other';
}

const key = ({ name }: Participant): string => name.toLowerCase();

/** Whether two participants are one. */
export function whoRelation(a: Participant | null, b: Participant | null): Relation {
  if (!a || !b) return 'none';
  const [x, y] = [key(a), key(b)];
  if (x === y) return 'same';
  return x.includes(y) || y.includes(x) ? 'within' : 'other';
}

const FAMILIES_OF_MODES: readonly (readonly EventMode[])[] = [
  ['airstrike', 'bombing', 'missile', 'drone'],
  ['shelling', 'missile', 'bombing'],
  ['ground'],
  ['abduction'],
];
const OPEN_MODES: ReadonlySet<EventMode | null> = new Set(['other', 'killing', null]);

/** Whether two modes may be of one event. */
export function modeRelation(a: EventMode | null, b: EventMode | null): Relation {
  if (a === b) return 'same';
  if (OPEN_MODES.has(a) || OPEN_MODES.has(b)) return 'none';
  return FAMILIES_OF_MODES.some((f) => f.includes(a!) && f.includes(b!)) ? 'within' : 'other';
}

/** Whether they count so differently that no two accounts of one event would: more than twice as many. */
export function countsApart(a: Telling, b: Telling): boolean {
  for (const x of a.tallies) {
    for (const y of b.tallies) {
      if (x.what !== y.what || x.vague || y.vague) continue;
      const [m, n] = [x.low ?? x.high ?? 0, y.low ?? y.high ?? 0];
      if (Math.max(m, n) <= 2 * Math.min(m, n)) return false;
    }
  }
  return numberRelation(a, b) === 'other';
}

/** Whether two mentions count the same: the same number, other numbers of the same, or nothing to compare. */
export function numberRelation(a: Telling, b: Telling): Relation {
  let found: Relation = 'none';
  for (const x of a.tallies) {
    for (const y of b.tallies) {
      if (x.what !== y.what || x.vague || y.vague) continue;
      if ((x.low ?? x.high) === (y.low ?? y.high)) return 'same';
      found = 'other';
    }
  }
  return found;
}

const LINKS: ReadonlySet<string> = new Set(['SCONJ', 'CCONJ', 'ADP', 'VERB', 'PUNCT']);

/** What stands between two mentions of a sentence, nearest the second: "killed | in | a strike", "shelled ..., | and | seized". */
function linkBetween({ words }: Scene, e: Telling, t: Telling): string {
  for (let i = t.first - 1; i >= e.last; i--) {
    const { tag, lower } = words[i]!;
    if (LINKS.has(tag) && lower !== '-') return tag === 'VERB' ? 'verb' : lower;
  }
  return 'nothing';
}

/** How many of the words of the shorter one the other has too. */
function sharedOf({ content: a }: Telling, { content: b }: Telling): { readonly many: string; readonly share: string } {
  const [few, more] = a.size <= b.size ? [a, b] : [b, a];
  let n = 0;
  for (const word of few) if (more.has(word)) n++;
  const share =
    few.size === 0 ? 'empty' : n === 0 ? 'none' : n * 4 < few.size ? 'few' : n * 2 < few.size ? 'some' : 'most';
  return { many: n > 4 ? 'many' : n > 2 ? 'several' : String(n), share };
}

const distanceClass = (n: number): string => (n === 0 ? '0' : n === 1 ? '1' : n <= 3 ? '3' : n <= 8 ? '8' : 'far');
const gapClass = (n: number): string => (n < 4 ? 'touch' : n < 9 ? 'near' : n < 18 ? 'middle' : 'far');

/**
 * The features of a pair: a mention, and an earlier one. Training and reading both come here. No name of a person,
 * party or place is among them.
 */
export function emitLink(scene: Scene, t: Telling, e: Telling, order: number, emit: Emit): void {
  const scale = t.family.scale === e.family.scale ? t.family.scale : [t.family.scale, e.family.scale].sort().join('+');
  const sentences = distanceClass(Math.abs(t.sentence - e.sentence));
  const place = bestPlace(t.places, e.places);
  const first = t.places[0] && e.places[0] ? placeRelation(t.places[0].place, e.places[0].place) : 'none';
  const time = timeRelation(t.time, e.time);
  const actor = whoRelation(t.actor, e.actor);
  const target = whoRelation(t.target, e.target);
  const mode = modeRelation(t.mode, e.mode);
  const number = numberRelation(t, e);
  const family = t.family.name === e.family.name ? 'same' : 'other';
  const details =
    (t.places.length > 0 ? 1 : 0) +
    (t.time ? 1 : 0) +
    (t.actor ? 1 : 0) +
    (t.target ? 1 : 0) +
    (t.tallies.length > 0 ? 1 : 0);
  emit('type', String(t.type));
  emit('scale', scale);
  emit('sentences', sentences);
  emit('place', place);
  emit('first place', first);
  emit('time', time);
  emit('actor', actor);
  emit('target', target);
  emit('mode', mode);
  emit('number', number);
  emit('family', family);
  const shared = sharedOf(t, e);
  emit('shared', shared.many);
  emit('shared share', shared.share);
  emit('shared and sentences', `${shared.share} ${sentences}`);
  emit('shared and place', `${shared.share} ${first}`);
  emit('status', `${t.status} ${e.status}`);
  if (family === 'same') emit('both', t.family.name);
  // "strikes" told without an article are others than "a strike" told before.
  if (t.number !== null && e.number !== null)
    emit('deeds', `${t.number === e.number ? 'alike' : 'unlike'} ${t.definite ? 'definite' : 'new'}`);
  emit('order', String(Math.min(order, 3)));
  emit('details', String(Math.min(details, 3)));
  if (t.definite) emit('definite', details > 1 ? 'told' : 'bare');
  if (t.further) emit('further', details > 1 ? 'told' : 'bare');
  if (e.heading || t.heading) emit('heading', sentences);
  emit(`${scale} ${sentences}`, first);
  emit(`${scale} type ${t.type}`, actor);
  emit('place and time', `${first} ${time}`);
  emit('sentences and place', `${sentences} ${first}`);
  emit('definite and sentences', `${t.definite} ${sentences} ${Math.min(details, 2)}`);
  emit('actor and target', `${actor} ${target}`);
  emit('family and actor', `${family} ${actor} ${target}`);
  emit(t.family.name, e.family.name);
  if (t.sentence === e.sentence) {
    const link = linkBetween(scene, e, t);
    emit('linked by', link);
    emit(`linked by ${link}`, `${actor} ${family}`);
    emit('told by', scene.statementOf[t.head] === scene.statementOf[e.head] ? 'the same' : 'others');
    emit('gap', gapClass(t.first - e.last));
    emit(`gap ${gapClass(t.first - e.last)}`, scale);
  }
}
