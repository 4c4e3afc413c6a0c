/** All tellings of a report, each with the figures that belong to it. */
import type { FigureKind } from '../../record.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import type { Scene } from '../scene.ts';
import type { Chosen } from './event-model.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import { type Tally, talliesIn } from './figures.ts';
import { homeOf } from './homes.ts';
import { withJoint } from './joint.ts';
import type { EventLexicon } from './lexicon.ts';
import { sumsOfMoney } from './money.ts';
import { singlesIn } from './singles.ts';
import { tell } from './tell.ts';
import type { Telling } from './telling.ts';
import { giverOf, tollsIn } from './tolls.ts';
import type { Candidate } from './triggers.ts';

export interface Taken {
  readonly candidate: Candidate;
  readonly chosen: Chosen;
}

/** How many sentences behind a figure another count of the same may stand. */
const NEXT_COUNT = 3;

/** How far behind the dead those driven away may be told as harm of the same. */
const WITH = 16;

/** The last count of each kind, and whose it is. */
interface Last {
  readonly telling: Telling;
  readonly what: FigureKind;
}

/** All counts of people and things in a sentence. */
const countsIn = (scene: Scene, first: number, last: number, figures: FigureLexicon): readonly Tally[] => {
  const { words } = scene;
  const joint = withJoint(words, first, last, talliesIn(scene, first, last, figures), figures);
  const alone = singlesIn(words, first, last, figures);
  return [...joint, ...alone.filter((one) => !joint.some((t) => t.first <= one.first && one.end <= t.end))];
};

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
  const add = (telling: Telling, tally: Tally): void => {
    tallied.set(telling, [...(tallied.get(telling) ?? []), tally]);
  };
  let last: Last | null = null;
  let counted = Number.NEGATIVE_INFINITY;
  for (let i = 0, sentence = tellings[0]?.sentence ?? 0; sentence < scene.sentences.length; sentence++) {
    const { first, last: stop } = scene.sentences[sentence]!;
    let end = i;
    while (end < tellings.length && tellings[end]!.sentence === sentence) end++;
    const here = tellings.slice(i, end);
    i = end;
    if (here.length === 0 && (last === null || sentence - counted > NEXT_COUNT)) {
      if (i >= tellings.length) break;
      continue;
    }
    const verb = last ? scene.words[last.telling.head]!.lemma : null;
    const found = here.length > 0 ? countsIn(scene, first, stop, figures) : tollsIn(scene, first, stop, figures, verb);
    for (const tally of found) {
      const given = tally.toll < 0 ? tally : { ...tally, giver: giverOf(scene, tally, grammar, lexicon) };
      const home = homeOf(scene, tally, here);
      if (home) {
        add(home.telling, { ...given, what: home.what });
        if (last === null || sentence > counted || home.what === 'killed') last = home;
        counted = sentence;
      } else if (tally.toll >= 0 && last !== null && (tally.what ?? last.what) === last.what) {
        // "Maravet put the number at six": a count of what was told before.
        add(last.telling, { ...given, what: last.what });
        counted = sentence;
      }
    }
    for (const { telling, tally } of sumsOfMoney(scene.words, first, stop, here, figures)) add(telling, tally);
    for (const t of here) {
      const what = figures.outcomes.get(scene.words[t.head]!.lower);
      if (what !== 'killed' || last?.telling.sentence === sentence) continue;
      last = { telling: t, what };
      counted = sentence;
    }
  }
  const kept: Telling[] = [];
  for (const t of tellings) {
    const found = tallied.get(t);
    const harm = t.family.people === 'driven' ? toldWith(t, tellings, tallied) : null;
    if (harm === null) kept.push(t);
    else for (const tally of found ?? []) add(harm, tally);
  }
  return kept.map((t) => (tallied.has(t) ? { ...t, tallies: tallied.get(t)! } : t));
}

/**
 * "The war has killed 9,000 people and displaced a million": the harm whose figure stands right before, so that the flight
 * is a figure of it and no event of its own.
 */
function toldWith(
  t: Telling,
  tellings: readonly Telling[],
  tallied: ReadonlyMap<Telling, readonly Tally[]>,
): Telling | null {
  if ((tallied.get(t)?.length ?? 0) === 0) return null;
  return (
    tellings.find(
      (e) =>
        e.sentence === t.sentence &&
        e.family.scale === 'harm' &&
        e.head < t.head &&
        t.head - e.head <= WITH &&
        (tallied.get(e) ?? []).some((tally) => tally.what === 'killed'),
    ) ?? null
  );
}
