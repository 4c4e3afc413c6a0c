import type { Evidence, ItemOf, PositionPoint, Sayer } from '../../case.ts';
import { idOf } from '../../text/digest.ts';
import { evidenceOf } from '../evidence.ts';
import { compare } from '../family.ts';
import { plainName } from '../parties.ts';
import { byEvidence, confidenceOf, eachOnce } from '../support.ts';
import { likeness, overlap, type SubjectLexicon, stemsOf } from './subject.ts';

/** A point with what it was gathered by. */
export interface Gathered {
  readonly point: PositionPoint;
  readonly stems: ReadonlySet<string>;
}

/** Words reported on one day that are so much alike are one demand told twice. */
const ALIKE = 0.6;
/** Words of a copy, on whatever day: reworked words are still the same. */
const COPIED = 0.35;
/** A copy comes within days of what it copies. */
const COPY_DAYS = 10;

/** What one item tells, as a point of its own. */
export function pointOf(item: ItemOf<'position'>): PositionPoint {
  const { record, condition, said } = item;
  const evidence = [evidenceOf(item)];
  return {
    id: pointId(evidence),
    day: item.report.day,
    stance: record.stance,
    voice: record.voice,
    by: item.by,
    words: item.words,
    objects: [...new Set(record.objects)],
    condition,
    precondition: record.precondition,
    ...(said ? { said } : {}),
    confidence: confidenceOf(evidence),
    evidence,
  };
}

const pointId = (evidence: readonly Evidence[]): string =>
  idOf('point', ...evidence.map(({ report, item }) => `${report} ${item}`).sort());

/** A point on some of its evidence. */
export const withEvidence = (point: PositionPoint, evidence: readonly Evidence[]): PositionPoint =>
  evidence.length === point.evidence.length
    ? point
    : { ...point, id: pointId(evidence), confidence: confidenceOf(evidence), evidence };

/**
 * Gathers points that are one: told on one day in one way by one voice, or copied. The first report of each gives it its
 * words. Gathering gathered points again, with more, gives the same as gathering all at once where no chain of copies
 * runs through what was left out; parts are gathered by month, and then all of a line.
 */
export function gather(points: readonly PositionPoint[], lexicon: SubjectLexicon): readonly Gathered[] {
  const gathered: { point: PositionPoint; stems: ReadonlySet<string> }[] = [];
  /** Indexes of points by stance and day, so that only few are compared. */
  const byDay = new Map<string, number[]>();
  const byReport = new Map<string, number[]>();
  // In order of time, what is copied comes after what it copies, so the original gives the words.
  for (const point of [...points].sort(byTime)) {
    const stems = stemsOf(point.words, lexicon);
    const copied = point.evidence.flatMap(({ copyOf }) => (copyOf === null ? [] : (byReport.get(copyOf) ?? [])));
    const near = byDay.get(`${point.stance} ${point.day}`) ?? [];
    const at =
      copied.find((i) => isCopy(point, stems, gathered[i]!)) ?? near.find((i) => isOne(point, stems, gathered[i]!));
    const to = at ?? gathered.length;
    if (at === undefined) gathered.push({ point, stems });
    else gathered[at] = { ...gathered[at]!, point: joined(gathered[at]!.point, point) };
    push(byDay, `${point.stance} ${gathered[to]!.point.day}`, to);
    for (const { report } of point.evidence) push(byReport, report, to);
  }
  return gathered.sort((a, b) => byTime(a.point, b.point));
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const known = map.get(key);
  if (!known) map.set(key, [index]);
  else if (!known.includes(index)) known.push(index);
}

/** By day, undated ones last; then by the first of the evidence, so that order never depends on arrival. */
export const byTime = (a: PositionPoint, b: PositionPoint): number =>
  compare(a.day ?? '~', b.day ?? '~') || byEvidence(a.evidence[0]!, b.evidence[0]!) || compare(a.id, b.id);

function isCopy(point: PositionPoint, stems: ReadonlySet<string>, { point: first, stems: its }: Gathered): boolean {
  return (
    first.stance === point.stance &&
    daysBetween(first.day, point.day) <= COPY_DAYS &&
    (likeness(stems, its) >= COPIED || overlap(stems, its) >= 2 * COPIED)
  );
}

function isOne(point: PositionPoint, stems: ReadonlySet<string>, { point: first, stems: its }: Gathered): boolean {
  return (
    first.voice === point.voice &&
    sameSayer(first.by, point.by) &&
    (first.words === point.words || likeness(stems, its) >= ALIKE) &&
    sameCondition(first.condition, point.condition) &&
    sameReach(first.objects, point.objects)
  );
}

/** Whether both reach to the same objects, or one names none: reports that differ here are shown side by side. */
function sameReach(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [x, y] = [new Set(a.map(plainName)), new Set(b.map(plainName))];
  return x.size === y.size && [...x].every((object) => y.has(object));
}

/** Whether one voice is named, perhaps less fully: "Voss" beside nobody of the same party. */
function sameSayer(a: Sayer | null, b: Sayer | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.party !== b.party) return false;
  return a.name === null || b.name === null || plainName(a.name) === plainName(b.name);
}

const sameCondition = (a: string | null, b: string | null): boolean =>
  a === null || b === null || plainName(a) === plainName(b);

/** The earlier of two points with the evidence of both. What the first does not say, the second may. */
function joined(a: PositionPoint, b: PositionPoint): PositionPoint {
  const evidence = eachOnce([...a.evidence, ...b.evidence]);
  return {
    ...a,
    id: pointId(evidence),
    by: a.by ?? b.by,
    objects: [...new Set([...a.objects, ...b.objects])],
    condition: a.condition ?? b.condition,
    precondition: a.precondition || b.precondition,
    confidence: confidenceOf(evidence),
    evidence,
  };
}

/** Days from one to the other, whichever is earlier; far where one is not known. */
export function daysBetween(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
