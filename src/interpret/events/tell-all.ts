/** All tellings of a report, each with the figures that belong to it. */
import type { FigureKind } from '../../record.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import type { Scene } from '../scene.ts';
import type { Chosen } from './event-model.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import { type Tally, talliesIn } from './figures.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { tell } from './tell.ts';
import type { Telling } from './telling.ts';
import type { Candidate } from './triggers.ts';

export interface Taken {
  readonly candidate: Candidate;
  readonly chosen: Chosen;
}

/** Types that the outcome of a number belongs to, the best first. */
const HOMES: Readonly<Record<FigureKind, readonly string[]>> = {
  killed: ['ASSAULT'],
  wounded: ['ASSAULT'],
  captured: ['ASSAULT', 'COERCE'],
  displaced: ['COERCE', 'ASSAULT', 'RETREAT'],
  weapons: ['ASSAULT', 'AID', 'MOBILIZE'],
  other: ['ASSAULT', 'MOBILIZE', 'COERCE', 'AID', 'SANCTION', 'RETREAT'],
};

/** How far from a trigger a number of other things may stand. */
const REACH = 6;

/** Reads what the report says of each event taken. */
export function tellAll(
  scene: Scene,
  taken: readonly Taken[],
  lexicon: EventLexicon,
  figures: FigureLexicon,
  grammar: Grammar,
): Telling[] {
  const tellings = taken.map(({ candidate, chosen }) => tell(scene, candidate, chosen, lexicon, grammar));
  const tallied = new Map<Telling, Tally[]>();
  for (let i = 0; i < tellings.length; ) {
    const { sentence } = tellings[i]!;
    let end = i + 1;
    while (end < tellings.length && tellings[end]!.sentence === sentence) end++;
    const here = tellings.slice(i, end);
    const { first, last } = scene.sentences[sentence]!;
    for (const tally of talliesIn(scene, first, last, figures)) {
      const home = homeOf(tally, here);
      if (home) tallied.set(home, [...(tallied.get(home) ?? []), tally]);
    }
    i = end;
  }
  return tellings.map((t) => {
    const found = tallied.get(t);
    return found ? { ...t, tallies: found } : t;
  });
}

/** The mention that a number belongs to: the one whose trigger says what became of those counted, else the nearest. */
function homeOf(tally: Tally, tellings: readonly Telling[]): Telling | null {
  const homes = HOMES[tally.what ?? 'other'];
  let best: Telling | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const t of tellings) {
    const type = EVENT_TYPES[t.type]!;
    if (!homes.includes(type)) continue;
    let distance = t.first >= tally.end ? t.first - tally.end : Math.max(0, tally.first - t.last);
    if (tally.outcome >= t.first && tally.outcome < t.last) distance = -1;
    if (tally.what === null && (distance > REACH || t.family.scale === 'harm')) continue;
    if ((tally.what === 'captured' || tally.what === 'displaced') && t.family.people !== 'taken' && distance > REACH)
      continue;
    if (distance < least) {
      least = distance;
      best = t;
    }
  }
  return best;
}
