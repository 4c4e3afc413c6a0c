import type { PositionLine, StickingPoint, Whole } from '../../case.ts';
import { isSure } from '../../record.ts';
import { compare } from '../family.ts';
import type { SubjectLexicon } from '../positions/subject.ts';
import type { Wording } from '../wording.ts';
import { agreedAmong } from './agreed.ts';
import { type Standing, standingOf, stemsOfNames, type Telling, tellingOf } from './standing.ts';
import { stickingPoints } from './sticking.ts';
import { unansweredAmong } from './unanswered.ts';

/** What the parties are stuck on, what they agree on, and what nobody has answered. */
export function wholeOf(lines: readonly PositionLine[], subjects: SubjectLexicon, wording: Wording): Whole {
  const names = stemsOfNames(lines, subjects);
  const sorted = [...lines].sort((a, b) => compare(a.holder, b.holder) || compare(a.issue, b.issue));
  const standing = sorted.flatMap((line) => standingOf(withSure(line), subjects, names));
  const parties = partiesAmong(lines);
  const telling = tellingOf(standing);
  const stuck = (all: readonly Standing[], by: Telling): readonly StickingPoint[] =>
    stickingPoints(
      all.filter(({ line }) => parties.has(line.holder)),
      by,
      subjects,
      wording,
    );
  const sure = stuck(standing, telling);
  const surely = new Set(sure.map(({ issue }) => issue));
  const every = sorted.flatMap((line) => standingOf(line, subjects, names));
  const possible = stuck(every, tellingOf(every)).filter(({ issue }) => !surely.has(issue));
  return {
    stickingPoints: [...sure, ...possible.map((point) => ({ ...point, sure: false }))],
    agreed: agreedAmong(standing, telling),
    unanswered: unansweredAmong(sorted, standing),
  };
}

/** What the record asserts: a point that is sure, or the stance that several points tell. */
const withSure = (line: PositionLine): PositionLine => ({
  ...line,
  points: line.points.filter((point) => isSure(point) || (isSure(line) && point.stance === line.now.stance)),
});

/** So many at most are parties of a case, and none of whom less than this share is told of the first. */
const MOST_PARTIES = 12;
const LEAST_SHARE = 0.05;

/** Whom most reports tell of: what others hold does not make them stand against each other. */
function partiesAmong(lines: readonly PositionLine[]): ReadonlySet<string> {
  const reports = new Map<string, number>();
  for (const { holder, support } of lines) reports.set(holder, (reports.get(holder) ?? 0) + support.reports);
  const ranked = [...reports].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, MOST_PARTIES);
  const most = ranked[0]?.[1] ?? 0;
  return new Set(ranked.flatMap(([holder, told]) => (told >= most * LEAST_SHARE ? [holder] : [])));
}
