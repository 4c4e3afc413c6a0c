/** The place that "the city", "the village" stands for: the last one of its kind that the report has named before. */
import type { Where } from '../../record.ts';
import { type Scene, spanOf } from '../scene.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Telling } from './telling.ts';

/** How many words around a trigger the words for the place may stand. */
const REACH = 20;
/** How many words back the place may have been named. */
const BACK = 160;

/** Where "the city" of a mention's sentence stands: the word; -1 where none does. */
function townAt({ words, sentences, sentenceOf, placeOf }: Scene, t: Telling, towns: ReadonlySet<string>): number {
  const { first, last } = sentences[sentenceOf[t.head]!]!;
  let best = -1;
  for (let i = Math.max(first + 1, t.first - REACH); i < Math.min(last, t.last + REACH); i++) {
    if (!towns.has(words[i]!.lower) || placeOf[i]! >= 0) continue;
    const before = words[i - 1]!;
    const opens = before.tag === 'ADJ' || before.tag === 'VERB' ? words[i - 2] : before;
    if (opens?.lower !== 'the') continue;
    const next = words[i + 1];
    // "the city council", "the town of": something else, or named right behind.
    if (next && i + 1 < last && (next.tag === 'NOUN' || next.tag === 'PROPN' || next.lower === 'of')) continue;
    if (best < 0 || Math.abs(i - t.head) < Math.abs(best - t.head)) best = i;
  }
  return best;
}

/** The place that the words nearest to a trigger stand for; `null` where they name none. */
export function placeMeant(scene: Scene, tellings: readonly Telling[], { towns }: EventLexicon): Where | null {
  const { words, places, placeOf, timeOf } = scene;
  for (const t of tellings) {
    if (t.heading) continue;
    const at = townAt(scene, t, towns);
    if (at < 0) continue;
    const whole = words[at]!.lower === 'city';
    let unknown: Where | null = null;
    for (let i = at - 1; i >= Math.max(0, at - BACK); i--) {
      const place = places[placeOf[i]!];
      if (!place || timeOf[i]! >= 0 || place.precision === 'country' || place.precision === 'region') continue;
      // "the city" is no neighbourhood: a name of more than its own words.
      if (whole && / (?!city$)[a-z]/.test(place.name)) continue;
      let from = i;
      while (from > 0 && placeOf[from - 1] === placeOf[i]) from--;
      const where = { name: place.name, place: place.id, span: spanOf(scene, { first: from, last: i + 1 }) };
      if (!whole || place.entry !== null) return where;
      unknown ??= where;
    }
    if (unknown) return unknown;
  }
  return null;
}
