/** Where and when: the places and times told with a trigger, the nearest of its own clause first. */
import type { Time } from '../../record.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import type { Located } from './telling.ts';
import type { Candidate } from './triggers.ts';

/** A place in another clause counts as so many words farther. */
const OTHER_CLAUSE = 12;
/** A place before the trigger counts as so many words farther than one after it. */
const BEFORE = 3;

const gap = (at: Range, c: Candidate): number => (at.first >= c.last ? at.first - c.last : c.first - at.last);

/** The places of the trigger's sentence, nearest first. */
export function placesOf(scene: Scene, c: Candidate, clause: Range): readonly Located[] {
  const { placeOf, sentences, sentenceOf, places, statementOf } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  const found: Located[] = [];
  for (let i = s.first; i < s.last; ) {
    const index = placeOf[i]!;
    let last = i + 1;
    if (index >= 0) {
      while (last < s.last && placeOf[last] === index) last++;
      // The source's own place ("activists in Lorn said") is not the event's.
      if (statementOf[i] === statementOf[c.head] || statementOf[c.head]! < 0) {
        const range = { first: i, last };
        const inside = i >= clause.first && i < clause.last;
        const distance = gap(range, c) + (inside ? 0 : OTHER_CLAUSE) + (i < c.first ? BEFORE : 0);
        found.push({ place: places[index]!, span: spanOf(scene, range), distance });
      }
    }
    i = last;
  }
  return found.sort((a, b) => a.distance - b.distance);
}

/** The time of the trigger's sentence that is told with it. */
export function timeOf(scene: Scene, c: Candidate, clause: Range): Time | null {
  const { timeOf: at, sentences, sentenceOf, times, statementOf } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  let best: Time | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let i = s.first; i < s.last; ) {
    const index = at[i]!;
    let last = i + 1;
    if (index >= 0) {
      while (last < s.last && at[last] === index) last++;
      const time = times[index]!;
      // When somebody said it is not when it was.
      const own = statementOf[i] === statementOf[c.head] || (statementOf[c.head]! < 0 && !saidThen(scene, i, last, s));
      if (own && time.kind !== 'duration' && time.kind !== 'set') {
        const inside = i >= clause.first && i < clause.last;
        const distance = gap({ first: i, last }, c) + (inside ? 0 : OTHER_CLAUSE);
        if (distance < least) {
          least = distance;
          best = time;
        }
      }
    }
    i = last;
  }
  return best;
}

/** Whether a time stands beside the words that report a statement. */
function saidThen({ cueOf }: Scene, first: number, last: number, s: Range): boolean {
  for (let i = Math.max(s.first, first - 3); i < Math.min(s.last, last + 2); i++) if (cueOf[i]! >= 0) return true;
  return false;
}
