/**
 * Disputes that no report tells of and several show together: rival culprits, numbers that cannot both hold, a claim
 * in one report and its denial in another.
 */
import type { Evidence, ItemOf, PlaceRef } from '../../case.ts';
import type { Told, ToldFigure } from '../events/told.ts';
import { evidenceOf } from '../evidence.ts';
import type { Named } from '../join/bundle.ts';
import { daysBetween, hasDay } from '../join/days.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { placeRelation } from '../join/places.ts';
import { plainWords, topicOf } from '../join/words.ts';
import type { ToldDispute, ToldSide } from './told.ts';

/** Who did it, or gives a number, is right less often than that something happened: no surer than this by one report alone. */
const SLOT = 0.7;

const sideOf = (evidence: Evidence, words = evidence.words): ToldSide => ({
  who: evidence.by?.name ?? null,
  party: evidence.by?.party ?? null,
  evidence: {
    ...evidence,
    words,
    confidence: evidence.confidence === 1 ? 1 : Math.min(SLOT, evidence.confidence),
  },
  statement: null,
});

/** One party says that another did it, and that one says that somebody else did. */
export function rivalCulprits({ bundle }: Named<Told>): readonly ToldDispute[] {
  const said = bundle.told.filter(({ actor, evidence }) => actor !== null && evidence.by?.party);
  const shown: ToldDispute[] = [];
  for (const claim of said) {
    for (const counter of said) {
      const [claimant, accused] = [claim.evidence.by!.party!, claim.actor!];
      const [contester, named] = [counter.evidence.by!.party!, counter.actor!];
      if (contester !== accused || named === accused || claimant === contester) continue;
      if (claim.evidence.report === counter.evidence.report) continue;
      shown.push({
        evidence: claim.evidence,
        kind: 'counterclaim',
        sides: [sideOf(claim.evidence), sideOf(counter.evidence)],
        about: [claim.evidence.item, counter.evidence.item],
        mark: `counterclaim ${[claimant, contester].sort().join(' ')}`,
      });
    }
  }
  return firstOfEach(shown);
}

/** A number with who gives it and where. */
interface Given {
  readonly figure: ToldFigure;
  readonly evidence: Evidence;
  readonly by: string;
}

/**
 * Numbers of one thing by two who are named, of which one cannot be, though time passes and tolls rise. One dispute for
 * each thing counted, with the first number of each giver that clashes with another's.
 */
export function clashingFigures({ bundle }: Named<Told>, lexicon: MergingLexicon): readonly ToldDispute[] {
  const given = bundle.told.flatMap(({ figures, evidence, place }): Given[] =>
    figures.flatMap((figure) =>
      // A place gives no numbers: a reading that says so is wrong.
      figure.by !== null && figure.what !== 'other' && isNoPlace(figure.by, place)
        ? [{ figure, evidence, by: figure.by }]
        : [],
    ),
  );
  const clashing = new Map<string, Given[]>();
  for (const a of given) {
    if (!given.some((b) => clash(a, b, lexicon) || clash(b, a, lexicon))) continue;
    const its = clashing.get(a.figure.what) ?? [];
    clashing.set(a.figure.what, its);
    if (!its.some(({ by }) => by === a.by)) its.push(a);
  }
  return [...clashing].map(([what, its]) => ({
    evidence: its[0]!.evidence,
    kind: 'figures',
    sides: its.map(({ evidence, figure, by }) => ({ ...sideOf(evidence, figure.words), who: by, party: null })),
    about: [...new Set(its.map(({ evidence }) => evidence.item))],
    mark: `figures ${what}`,
  }));
}

const isNoPlace = (giver: string, place: PlaceRef | null): boolean =>
  !place || !plainWords(place.name).split(' ').includes(plainWords(giver));

/** Whether the second number, told on the same day or later, cannot hold beside the first. */
function clash(a: Given, b: Given, lexicon: MergingLexicon): boolean {
  if (a.by === b.by || a.evidence.report === b.evidence.report || a.figure.what !== b.figure.what) return false;
  if (a.evidence.day === null || b.evidence.day === null || a.evidence.day > b.evidence.day) return false;
  const [before, after] = [boundsOf(a.figure), boundsOf(b.figure)];
  if (!before || !after) return false;
  const apart = after[1] < before[0] || (after[0] > before[1] && a.evidence.day === b.evidence.day);
  return apart && !isFar(before, after) && sameCount(a.figure, b.figure, lexicon);
}

/** Numbers so many times apart count other things: the dead of a strike, and of the war. */
const FAR = 20;

function isFar(a: readonly [number, number], b: readonly [number, number]): boolean {
  const [x, y] = [a, b].map(([low, high]) => Math.max(1, low || high)) as [number, number];
  return Math.max(x, y) > FAR * Math.min(x, y);
}

const boundsOf = ({ low, high }: ToldFigure): readonly [number, number] | null =>
  low === null && high === null ? null : [low ?? 0, high ?? Number.POSITIVE_INFINITY];

/** Whether two numbers count the same: words for people in general, or the same word. */
function sameCount(a: ToldFigure, b: ToldFigure, lexicon: MergingLexicon): boolean {
  const counted = (figure: ToldFigure): string[] =>
    plainWords(figure.words)
      .split(' ')
      .filter((word) => !/\p{N}/u.test(word) && word.length > 2);
  const [x, y] = [counted(a), counted(b)];
  const general = (words: readonly string[]): boolean =>
    words.length === 0 || words.some((word) => lexicon.people.has(word));
  return (general(x) && general(y)) || x.some((word) => y.includes(word) && !lexicon.people.has(word));
}

const firstOfEach = (shown: readonly ToldDispute[]): readonly ToldDispute[] => [
  ...new Map([...shown].reverse().map((one) => [one.mark, one])).values(),
];

/** A denial that may be of something that another report tells. */
export interface ToldDenial {
  readonly evidence: Evidence;
  readonly party: string;
  readonly statement: string;
  readonly places: readonly PlaceRef[];
}

/** Places that a denial can be known by: no mere country. */
export const namedPlaces = (item: ItemOf<'statement'>): readonly PlaceRef[] =>
  item.places.filter(({ precision, entry }) => entry !== null && precision !== 'country');

export function toldDenialOf(item: ItemOf<'statement'>): readonly ToldDenial[] {
  const party = item.by?.party ?? null;
  const places = namedPlaces(item);
  if (item.record.act !== 'deny' || party === null || places.length === 0) return [];
  return [{ evidence: evidenceOf(item), party, statement: item.record.id, places }];
}

/** Days within which a denial answers a report of something that happened. */
const ANSWERED = 7;
/** Words that a denial and what it denies must share. */
const SHARED = 2;

/** The one happening of which a party is accused in another report and that its denial names by place and words. */
export function answeredBy(
  denial: ToldDenial,
  happenings: readonly Named<Told>[],
  lexicon: MergingLexicon,
): ToldDispute | null {
  const topic = topicOf(denial.evidence.words, lexicon);
  const found: ToldDispute[] = [];
  for (const { bundle } of happenings) {
    const claim = bundle.told.find(
      ({ actor, evidence, place, when }) =>
        actor === denial.party &&
        evidence.by?.party !== denial.party &&
        evidence.report !== denial.evidence.report &&
        denial.places.some((named) => ['same', 'within'].includes(placeRelation(named, place))) &&
        answers(hasDay(when?.start ?? null) ? when!.start : evidence.day, denial.evidence.day) &&
        sharedWords(topic, topicOf(evidence.words, lexicon)) >= SHARED,
    );
    if (!claim) continue;
    found.push({
      evidence: denial.evidence,
      kind: 'denial',
      sides: [sideOf(claim.evidence), { ...sideOf(denial.evidence), statement: denial.statement }],
      about: [claim.evidence.item],
      mark: 'denial',
    });
  }
  return found.length === 1 ? found[0]! : null;
}

function answers(happened: string | null, denied: string | null): boolean {
  if (happened === null || denied === null) return false;
  const since = daysBetween(happened, denied);
  return since >= 0 && since <= ANSWERED;
}

const sharedWords = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((w) => b.has(w)).length;
