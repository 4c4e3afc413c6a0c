/** Where an event was, over all its mentions. */
import type { Participant, Span, Where } from '../../record.ts';
import { type Scene, spanOf, wordAfter } from '../scene.ts';
import { homeOf, homeStateOf } from './home.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { isWar } from './merge.ts';
import { placeMeant } from './place-meant.ts';
import type { Telling } from './telling.ts';

/** The place of an event: told with it; the state that it befalls; told right before it; of a war, the state that the report is about. */
export function placeOf(
  scene: Scene,
  tellings: readonly Telling[],
  actor: Participant | null,
  lexicon: EventLexicon,
): Where | null {
  return (
    whereOf(scene, tellings, actor) ??
    placeMeant(scene, tellings, lexicon) ??
    countryOf(scene, tellings) ??
    toldBefore(scene, tellings) ??
    homeWhere(scene, tellings, actor)
  );
}

/** How many words farther a place counts that says less of where it was. */
const INEXACT = { country: 8, region: 4, place: 0 } as const;
const WIDE = 20;
/** Of a war as a whole, a state says more of where it is than a town named beside it. */
const OF_WAR = { country: 0, region: 6, place: 14 } as const;

/** The most exact place told near a trigger. Where its doer comes from is not where it was. */
function whereOf(scene: Scene, tellings: readonly Telling[], actor: Participant | null): Where | null {
  let best: Telling['places'][number] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const telling of tellings) {
    const inexact = isWar(telling) ? OF_WAR : INEXACT;
    for (const p of telling.places) {
      const { precision, entry, name } = p.place;
      // "The aggression of the Halvian Republic": who does it, by another of its names.
      if (
        precision === 'country' &&
        actor !== null &&
        (actor.name === name || scene.resolve(p.span).party === actor.name) &&
        !isInside(scene, p.span)
      )
        continue;
      const rank = p.distance + (precision === null ? (entry === null ? 0 : WIDE) : inexact[precision]);
      if (rank >= least) continue;
      least = rank;
      best = p;
    }
  }
  return best && { name: best.place.name, place: best.place.id, span: best.span };
}

/** "Killed | in | Halvia": where it was, whoever did it. */
const isInside = ({ words }: Scene, { start }: Span): boolean => {
  const before = words[wordAfter(words, start) - 1]?.lower;
  return before === 'in' || before === 'across' || before === 'inside';
};

/** Of an attack, a war, an occupation, aid told without a place: the state that it befalls or that is given to. */
function countryOf({ places }: Scene, tellings: readonly Telling[]): Where | null {
  for (const { family, target, actor, type } of tellings) {
    const wide = family.scale === 'war' || family.name === 'annexation';
    const aid = EVENT_TYPES[type] === 'AID';
    if (!wide && !aid && EVENT_TYPES[type] !== 'ASSAULT') continue;
    for (const who of [target, actor]) {
      const place = who && places.find((p) => p.precision === 'country' && p.name === who.name);
      if (place && who.span && (who === target || family.name === 'war'))
        return { name: place.name, place: place.id, span: who.span };
    }
  }
  return null;
}

/** How many sentences back, in its own paragraph, the place of an event may be told. */
const BACK = 1;

/** Of a deed that points back, or of the harm that one did, told without a place: the exact place that its paragraph has told last before it. */
function toldBefore(scene: Scene, tellings: readonly Telling[]): Where | null {
  const { sentences, places, placeOf } = scene;
  const body = tellings.find((t) => !t.heading);
  if (!body || !(body.definite || body.family.scale === 'harm') || body.status === 'background') return null;
  if (EVENT_TYPES[body.type] === 'MOBILIZE') return null;
  const { block } = sentences[body.sentence]!;
  for (let s = body.sentence - 1; s >= Math.max(0, body.sentence - BACK); s--) {
    const { first, last, block: other } = sentences[s]!;
    if (other !== block) return null;
    for (let i = last - 1; i >= first; i--) {
      const place = places[placeOf[i]!];
      if (!place || place.precision === 'country') continue;
      let from = i;
      while (from > first && placeOf[from - 1] === placeOf[i]) from--;
      return { name: place.name, place: place.id, span: spanOf(scene, { first: from, last: i + 1 }) };
    }
  }
  return null;
}

/** Types of what is done where a report's war is, if it tells no other place: an arrest, sanctions, exercises may be anywhere. */
const THERE: ReadonlySet<string> = new Set(['ASSAULT', 'PROTEST', 'RETREAT']);

/** Of what belongs to a war, told without a place: the state that most places of the report lie in, unless that state does it. */
function homeWhere(scene: Scene, tellings: readonly Telling[], actor: Participant | null): Where | null {
  const there = tellings.some(({ type, family }) => THERE.has(EVENT_TYPES[type]!) || family.name === 'siege');
  const state = there || tellings.some(isWar) ? homeStateOf(scene) : null;
  if (state === null || state.name === actor?.name || homeOf(scene) === actor?.name) return null;
  return { name: state.name, place: state.id, span: state.spans[0]! };
}
