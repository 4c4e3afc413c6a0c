/** Which of the points of a line stands, and how sure its stance is: of a whole line, and of what a filter leaves of one. */
import type { PositionLine, PositionPoint } from '../../case.ts';
import { isSure, VOICES } from '../../record.ts';
import { countOriginators, unlessAllWrong } from '../support.ts';
import { byTime } from './points.ts';

/**
 * The party's own last words, else what the reporter, else what others say of it; dated ones first. What is only possible
 * stands where nothing surer is told. `null` of no points.
 */
export function standingPoint(points: readonly PositionPoint[]): PositionPoint | null {
  const sure = points.filter(isSure);
  for (const voice of VOICES) {
    const told = (sure.length > 0 ? sure : points).filter((point) => point.voice === voice);
    const dated = told.filter(({ day }) => day !== null);
    const last = (dated.length > 0 ? dated : told).at(-1)?.day;
    const latest = told.filter(({ day }) => day === last);
    const [best] = latest.sort((a, b) => originators(b) - originators(a) || byTime(a, b));
    if (best) return best;
  }
  return null;
}

const originators = ({ evidence }: PositionPoint): number =>
  countOriginators(evidence.map(({ originator }) => originator));

/** What else tells the same counts half: one misreading may well stand in several places. */
const AGAIN = 0.5;

/** How sure it is that a line has the stance of a point: by the surest point that tells it, and by all others of its stance. */
export function confidenceOfStance({ stance }: PositionPoint, points: readonly PositionPoint[]): number {
  const told = points.filter((point) => point.stance === stance).map(({ confidence }) => confidence);
  const [surest = 0, ...others] = told.sort((a, b) => b - a);
  return surest >= 1 ? 1 : unlessAllWrong([surest, ...others.map((confidence) => AGAIN * confidence)]);
}

/** A line with some of its points alone: what stands by these, and how sure that is. `null` of no points. */
export function narrowedTo(line: PositionLine, points: readonly PositionPoint[]): PositionLine | null {
  const now = standingPoint(points);
  return now && { ...line, points, now, confidence: confidenceOfStance(now, points) };
}
