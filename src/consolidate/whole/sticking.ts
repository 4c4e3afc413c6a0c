import type { Evidence, StickingPoint } from '../../case.ts';
import { compare } from '../family.ts';
import { daysBetween } from '../positions/points.ts';
import { type SubjectLexicon, sameSubject } from '../positions/subject.ts';
import { eachOnce, supportOf } from '../support.ts';
import type { Wording } from '../wording.ts';
import type { Joined } from './joined.ts';
import { nearness, type Standing, shortened, type Telling, told } from './standing.ts';

/** Pieces of evidence that a pair shows of each side. */
const SHOWN = 5;

/** Pairs of each kind that are shown with reasons and evidence; all of them count. */
const MOST = 10;
/** How much shared words must tell for two points to be about one thing, and for a condition to speak of a point. */
const NEAR = 1;
const SPOKEN_OF = 1.5;
/** Answers to one question that lie so many days apart are answers at one time. */
const ONE_TIME = 30;
/** What was said so many days apart is of two times, and does not stand against each other without an answer between. */
const TOO_FAR = 365;

/** Two points that stand against each other. */
interface Pair {
  readonly a: Standing;
  readonly b: Standing;
  /** How sure it is that both are about one thing. */
  readonly nearness: number;
}

/** A condition that waits for what the other side refuses, or for what the other side makes wait as well. */
interface Block {
  readonly a: Standing;
  readonly b: Standing;
  readonly both: boolean;
}

/**
 * Issues on which the parties stand against each other: one demands, offers or accepts what another rejects, or the
 * condition of one waits for what the other refuses or makes wait. Ordered by how many pairs of parties stand against
 * each other, then by blocks, independent originators and recency. Issues of `but` are left out, and parties that nothing has
 * `joined`.
 */
export function stickingPoints(
  standing: readonly Standing[],
  but: ReadonlySet<string>,
  joined: Joined,
  telling: Telling,
  lexicon: SubjectLexicon,
  wording: Wording,
): readonly StickingPoint[] {
  const byIssue = new Map<string, Standing[]>();
  for (const one of standing) push(byIssue, one.line.issue, one);
  const blocks = blocksAmong(standing, but, joined, telling);
  const last = standing.reduce((day, { line }) => ((line.support.last ?? '') > day ? line.support.last! : day), '');
  return [...byIssue]
    .flatMap(([issue, its]) => {
      if (but.has(issue)) return [];
      const opposed = opposedAmong(its, joined, telling, lexicon);
      const blocked = blocks.filter(({ a, b }) => a.line.issue === issue || b.line.issue === issue);
      return opposed.length + blocked.length === 0 ? [] : [pointOf(issue, opposed, blocked, last, wording)];
    })
    .sort((a, b) => b.weight - a.weight || compare(a.issue, b.issue));
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const wants = ({ point }: Standing): boolean => point.stance !== 'rejects';

/** For each two parties the pair of points that is surest to be about one thing, the newest of those as sure. */
function opposedAmong(
  standing: readonly Standing[],
  joined: Joined,
  telling: Telling,
  lexicon: SubjectLexicon,
): readonly Pair[] {
  const best = new Map<string, Pair>();
  for (const a of standing.filter(wants)) {
    for (const b of standing) {
      if (b.point.stance !== 'rejects' || a.line.holder === b.line.holder || isFar(a, b)) continue;
      const near = nearness(a, b, telling);
      if (near < NEAR ? near > 0 || !standsForIssue(a, b, lexicon) : a.turned !== b.turned) continue;
      if (!joined(a.line.holder, b.line.holder)) continue;
      const key = [a.line.id, b.line.id].sort().join(' ');
      const pair = { a, b, nearness: near };
      const known = best.get(key);
      if (!known || byPair(pair, known) < 0) best.set(key, pair);
    }
  }
  return [...best.values()].sort((x, y) => rankOf(y) - rankOf(x) || byPair(x, y));
}

const isFar = ({ point: { day: a } }: Standing, { point: { day: b } }: Standing): boolean =>
  a !== null && b !== null && daysBetween(a, b) > TOO_FAR;

/**
 * Without a shared word, a demand and a refusal that stand now are against each other where one has no words of its own
 * ("they would not"), or where the issue is one question and both answered it at one time.
 */
const standsForIssue = (a: Standing, b: Standing, lexicon: SubjectLexicon): boolean =>
  a.point.stance !== 'accepts' &&
  a.point.id === a.line.now.id &&
  b.point.id === b.line.now.id &&
  ((a.point.stance === 'demands' && (saysLittle(a) || saysLittle(b))) ||
    (lexicon.oneQuestion.has(a.line.issue) && daysBetween(a.point.day, b.point.day) <= ONE_TIME));

const saysLittle = ({ stems, point }: Standing): boolean => stems.size === 0 && point.objects.length === 0;

const dayOf = ({ point }: Standing): string => point.day ?? '';

const byPair = (x: Pair, y: Pair): number =>
  y.nearness - x.nearness ||
  compare(dayOf(y.b), dayOf(x.b)) ||
  compare(dayOf(y.a), dayOf(x.a)) ||
  compare(x.a.point.id + x.b.point.id, y.a.point.id + y.b.point.id);

/** How much surer a pair must be to go before one of whose parties twice as many reports tell. */
const SURER = 0.2;

/**
 * Those of whom more reports tell stand first, since the conflict is between them, and those that the reading is surer of: in
 * steps, a few more make no difference.
 */
const rankOf = ({ a, b }: Pair): number =>
  Math.floor(Math.log2(Math.min(a.line.support.reports, b.line.support.reports))) +
  Math.floor((a.point.confidence * b.point.confidence) / SURER);

/** Conditions that wait for each other, or for what the other refuses; across issues, since that is how they block. */
function blocksAmong(
  standing: readonly Standing[],
  but: ReadonlySet<string>,
  joined: Joined,
  telling: Telling,
): readonly Block[] {
  const found = new Map<string, Block>();
  for (const a of standing) {
    if (a.conditionStems.size === 0) continue;
    for (const b of standing) {
      if (but.has(a.line.issue) && but.has(b.line.issue)) continue;
      if (a.line.holder === b.line.holder || !speaksOf(a.conditionStems, b.stems, telling)) continue;
      const both = b.conditionStems.size > 0 && speaksOf(b.conditionStems, a.stems, telling);
      if ((!both && b.point.stance !== 'rejects') || !joined(a.line.holder, b.line.holder)) continue;
      const key = [a.line.id, b.line.id].sort().join(' ');
      const known = found.get(key);
      // Of two ways round the first in order stands, a block of both before one of one.
      if (!known || (both && !known.both)) found.set(key, { a, b, both });
    }
  }
  return [...found.values()];
}

/** Whether a condition speaks of what a point is about: by two words at least, that do not stand everywhere. */
const speaksOf = (condition: ReadonlySet<string>, stems: ReadonlySet<string>, telling: Telling): boolean =>
  sameSubject(condition, stems) && told(condition, stems, telling) >= SPOKEN_OF;

const shown = (a: Standing, b: Standing): readonly Evidence[] =>
  eachOnce([...a.point.evidence.slice(0, SHOWN), ...b.point.evidence.slice(0, SHOWN)]);

function pointOf(
  issue: string,
  opposed: readonly Pair[],
  blocked: readonly Block[],
  last: string,
  wording: Wording,
): StickingPoint {
  const pairs = [...opposed, ...blocked];
  const lines = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((one) => [one.line.id, one.line]));
  const evidence = pairs.flatMap(({ a, b }) => [...a.point.evidence, ...b.point.evidence]);
  const support = supportOf(evidence);
  const days = support.last === null ? Number.POSITIVE_INFINITY : (Date.parse(last) - Date.parse(support.last)) / 864e5;
  return {
    issue,
    sure: true,
    reasons: [
      ...opposed.slice(0, MOST).map(({ a, b }) =>
        wording('opposed', {
          a: a.line.holder,
          stance: wording(a.point.stance),
          words: shortened(a.point.words),
          b: b.line.holder,
          otherStance: wording(b.point.stance),
          other: shortened(b.point.words),
        }),
      ),
      ...blocked.slice(0, MOST).map(({ a, b, both }) =>
        wording(both ? 'blocked-both' : 'blocked-one', {
          a: a.line.holder,
          condition: shortened(a.point.condition!),
          b: b.line.holder,
          otherStance: wording(b.point.stance),
          other: shortened(both ? b.point.condition! : b.point.words),
        }),
      ),
    ],
    opposed: opposed.slice(0, MOST).map(({ a, b }) => ({ a: a.line.id, b: b.line.id, evidence: shown(a, b) })),
    blocked: blocked.slice(0, MOST).map(({ a, b }) => ({ a: a.line.id, b: b.line.id, evidence: shown(a, b) })),
    support,
    // Digits in order of what counts more: pairs, blocks, originators (two digits), recency (a fraction).
    weight:
      opposed.length * 10_000 +
      Math.min(blocked.length, 99) * 100 +
      Math.min(99, originatorsOf([...lines.values()])) +
      1 / (2 + Math.max(0, days)),
  };
}

/** The most originators behind any of the lines: an issue that one outlet alone carries weighs less. */
const originatorsOf = (lines: readonly { readonly support: { readonly originators: number } }[]): number =>
  Math.max(0, ...lines.map(({ support }) => support.originators));
