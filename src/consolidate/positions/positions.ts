import type { ClaimedMovement, EntryRow, Evidence, ItemOf, PositionLine, PositionPoint } from '../../case.ts';
import { idOf } from '../../text/digest.ts';
import { evidenceOf } from '../evidence.ts';
import { compare, type Family, keyOf, piecesOf } from '../family.ts';
import { copiesAmong, countOriginators, eachOnce, supportOf } from '../support.ts';
import { bySubject, observedIn, splitsIn } from './movement.ts';
import { byTime, gather, pointOf } from './points.ts';
import { scopesIn } from './scopes.ts';
import { type LineSplit, type Piece, piecesOfLine, splitsOfLine } from './split.ts';
import { confidenceOfStance, standingPoint } from './standing-point.ts';
import type { SubjectLexicon } from './subject.ts';

/** Points that a line shows at most, and a part keeps: the newest. */
const MOST = 300;

/** What a part yields: a party on an issue in a month. */
interface PositionPart {
  readonly points: readonly PositionPoint[];
  /** Points that are left out. */
  readonly earlier: number;
  readonly claimed: readonly ClaimedMovement[];
  readonly support: {
    /** Reports, which belong to one month and so to one part. */
    readonly reports: number;
    readonly outlets: readonly string[];
    readonly originators: readonly string[];
    readonly copies: number;
    readonly first: string | null;
    readonly last: string | null;
  };
}

/** What each party holds on each issue over time. A part is a party, an issue and a month; a thread joins the months. */
export function positionsFamily(lexicon: SubjectLexicon): Family {
  return {
    prefix: 'position',
    partsOf: (item) =>
      item.kind === 'position'
        ? [...new Set(item.record.issues)].map((issue) =>
            keyOf('position', item.record.holder, issue, item.report.day?.slice(0, 7) ?? ''),
          )
        : [],
    part(_key, items): PositionPart {
      const positions = items.filter((item): item is ItemOf<'position'> => item.kind === 'position');
      const points = gather(positions.map(pointOf), lexicon).map(({ point }) => point);
      return {
        points: points.slice(-MOST),
        earlier: Math.max(0, points.length - MOST),
        claimed: claimedBy(positions),
        support: supportOfPart(positions.map(evidenceOf)),
      };
    },
    threadOf: (part) => keyOf(...piecesOf(part).slice(0, 3)),
    thread(key, parts, ledger) {
      const [, holder, issue] = piecesOf(key);
      const results = parts.map(({ result }) => result as PositionPart);
      const nameOf = (first: string): string => idOf('line', holder!, issue!, first);
      const splits = splitsOfLine(idOf('line', holder!, issue!), ledger, nameOf);
      const lines = linesOf(holder!, issue!, results, splits, lexicon);
      return { entries: lines.map(rowOf), wordsAndDeeds: [] };
    },
  };
}

/** The line that parts of one party and issue make, and those that users split from it; none of nothing. */
function linesOf(
  holder: string,
  issue: string,
  parts: readonly PositionPart[],
  splits: readonly LineSplit[],
  lexicon: SubjectLexicon,
): readonly PositionLine[] {
  // Undated points stand last, but are the first to be left out.
  const dated = (point: PositionPoint): number => (point.day === null ? 0 : 1);
  const kept = parts
    .flatMap(({ points }) => points)
    .sort((a, b) => dated(a) - dated(b) || byTime(a, b))
    .slice(-MOST);
  const all = parts.reduce((sum, { points, earlier }) => sum + points.length + earlier, 0);
  const made = (id: string, of: Piece, earlier: number, support: PositionLine['support']): PositionLine[] => {
    const gathered = gather(of.points, lexicon);
    const points = gathered.map(({ point }) => point);
    const subjects = bySubject(gathered);
    const now = standingPoint(points);
    if (!now) return [];
    return [
      {
        id,
        holder,
        issue,
        points,
        now,
        confidence: confidenceOfStance(now, points),
        claimed: joinClaims(of.claimed),
        observed: observedIn(subjects, issue, lexicon),
        split: splitsIn(subjects),
        scopes: scopesIn(subjects),
        earlier,
        support,
      },
    ];
  };
  const whole = { points: kept, claimed: parts.flatMap(({ claimed }) => claimed) };
  const { left, away } = piecesOfLine(whole, splits);
  const own = idOf('line', holder, issue);
  if (away.length === 0) return made(own, whole, all - kept.length, supportOfAll(parts.map(({ support }) => support)));
  const supportOfPoints = ({ points }: Piece): PositionLine['support'] =>
    supportOf(points.flatMap(({ evidence }) => evidence));
  return [
    ...made(own, left, all - kept.length, supportOfPoints(left)),
    ...away.flatMap(({ first, piece }) => made(idOf('line', holder, issue, first), piece, 0, supportOfPoints(piece))),
  ];
}

/** What sources say of movement, as the items have it. */
function claimedBy(positions: readonly ItemOf<'position'>[]): readonly ClaimedMovement[] {
  return joinClaims(
    positions.flatMap((item) =>
      item.record.movement === null
        ? []
        : [
            {
              movement: item.record.movement,
              day: item.report.day,
              by: item.by,
              words: item.movementWords ?? item.words,
              evidence: [evidenceOf(item)],
            },
          ],
    ),
  );
}

/** Claims that copies repeat are one, as are those in the same words on one day. */
function joinClaims(claims: readonly ClaimedMovement[]): readonly ClaimedMovement[] {
  const joined: ClaimedMovement[] = [];
  for (const claim of [...claims].sort(byClaim)) {
    const at = joined.findIndex(
      (first) =>
        first.movement === claim.movement &&
        ((first.words === claim.words && first.day === claim.day) ||
          claim.evidence.some(({ copyOf }) => first.evidence.some(({ report }) => report === copyOf))),
    );
    if (at < 0) joined.push(claim);
    else joined[at] = { ...joined[at]!, evidence: eachOnce([...joined[at]!.evidence, ...claim.evidence]) };
  }
  return joined;
}

const byClaim = (a: ClaimedMovement, b: ClaimedMovement): number =>
  compare(a.day ?? '~', b.day ?? '~') ||
  compare(a.evidence[0]!.report, b.evidence[0]!.report) ||
  compare(a.evidence[0]!.item, b.evidence[0]!.item);

type PartSupport = PositionPart['support'];

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

function supportOfPart(evidence: readonly Evidence[]): PartSupport {
  const days = evidence.flatMap(({ day }) => day ?? []).sort();
  return {
    reports: new Set(evidence.map(({ report }) => report)).size,
    outlets: distinct(evidence.flatMap(({ outlet }) => outlet ?? [])),
    originators: distinct(evidence.map(({ originator }) => originator)),
    copies: copiesAmong(evidence),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

function supportOfAll(parts: readonly PartSupport[]): PositionLine['support'] {
  const days = parts.flatMap(({ first, last }) => [first ?? [], last ?? []].flat()).sort();
  return {
    reports: parts.reduce((sum, { reports }) => sum + reports, 0),
    outlets: new Set(parts.flatMap(({ outlets }) => outlets)).size,
    originators: countOriginators(parts.flatMap((part) => part.originators)),
    copies: parts.reduce((sum, { copies }) => sum + copies, 0),
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

function rowOf(line: PositionLine): EntryRow {
  return {
    kind: 'line',
    id: line.id,
    entry: line,
    parties: [line.holder],
    issue: line.issue,
    status: null,
    type: line.now.stance,
    first: line.support.first,
    last: line.support.last,
    reports: distinct(line.points.flatMap(({ evidence }) => evidence.map(({ report }) => report))),
  };
}
