import type { EntryRow, Evidence, PositionLine, PositionPoint } from '../case.ts';
import { narrowedTo } from './positions/standing-point.ts';

/**
 * An entry that a user accepted as a whole: it is sure. Of a position line the points are that rested on `items` when it was
 * accepted, since what came later nobody has judged; `null`: all of them.
 */
export function withAccepted(row: EntryRow, items: ReadonlySet<string> | null): EntryRow {
  const { kind, entry } = row;
  if (kind === 'line') return { ...row, entry: lineWith(entry as PositionLine, items) };
  return 'confidence' in entry ? { ...row, entry: { ...entry, confidence: 1 } } : row;
}

function lineWith(line: PositionLine, items: ReadonlySet<string> | null): PositionLine {
  const isJudged = ({ item }: Evidence): boolean => items === null || items.has(item);
  const sure = (point: PositionPoint): PositionPoint =>
    point.evidence.some(isJudged)
      ? {
          ...point,
          confidence: 1,
          evidence: point.evidence.map((one) => (isJudged(one) ? { ...one, confidence: 1 } : one)),
        }
      : point;
  const points = line.points.map(sure);
  return {
    ...(narrowedTo(line, points) ?? line),
    observed: line.observed.map((one) => ({ ...one, from: sure(one.from), to: sure(one.to) })),
    split: line.split.map(([one, other]) => [sure(one), sure(other)] as const),
  };
}
