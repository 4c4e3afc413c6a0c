import type { PositionLine, StickingPoint, Whole } from '../../case.ts';
import { isSure } from '../../record.ts';
import { compare } from '../family.ts';
import type { SubjectLexicon } from '../positions/subject.ts';
import type { Wording } from '../wording.ts';
import { agreedAmong } from './agreed.ts';
import { joinedBy } from './joined.ts';
import { type Standing, standingOf, stemsOfNames, subjectsIn, type Telling, tellingOf } from './standing.ts';
import { stickingPoints } from './sticking.ts';
import { unansweredAmong } from './unanswered.ts';

/** What the parties are stuck on, what they agree on, and what nobody has answered. */
export function wholeOf(lines: readonly PositionLine[], subjects: SubjectLexicon, wording: Wording): Whole {
  const names = stemsOfNames(lines, subjects);
  const standingIn = standingBy(subjects, names);
  const sorted = [...lines].sort((a, b) => compare(a.holder, b.holder) || compare(a.issue, b.issue));
  const parties = partiesAmong(lines);
  const joined = joinedBy(
    lines.filter(({ holder }) => parties.has(holder)),
    subjects,
  );
  const standing: Standing[] = [];
  const every: Standing[] = [];
  for (const line of sorted) {
    const its = standingIn(line);
    standing.push(...its.sure);
    every.push(...its.every);
  }
  const stuck = (all: readonly Standing[], by: Telling, but: ReadonlySet<string>): readonly StickingPoint[] =>
    stickingPoints(
      all.filter(({ line }) => parties.has(line.holder)),
      but,
      joined,
      by,
      subjects,
      wording,
    );
  const telling = tellingOf(standing);
  const sure = stuck(standing, telling, new Set());
  const possible = stuck(every, tellingOf(every), new Set(sure.map(({ issue }) => issue)));
  return {
    stickingPoints: [...sure, ...possible.map((point) => ({ ...point, sure: false }))],
    agreed: agreedAmong(standing, telling),
    unanswered: unansweredAmong(sorted, standing),
  };
}

interface Stands {
  readonly subjects: SubjectLexicon;
  readonly names: string;
  readonly sure: readonly Standing[];
  readonly every: readonly Standing[];
}

/**
 * What stood in a line when it was last asked. A store hands over the same line for as long as nothing of it changes, and after
 * a judgement all but one have not; whatever is kept, the answer is the same.
 */
const kept = new WeakMap<PositionLine, Stands>();

function standingBy(subjects: SubjectLexicon, nameStems: ReadonlySet<string>): (line: PositionLine) => Stands {
  const subjectOf = subjectsIn(subjects, nameStems);
  const names = [...nameStems].sort().join(' ');
  return (line) => {
    const before = kept.get(line);
    if (before?.names === names && before.subjects === subjects) return before;
    const points = sureOf(line);
    const sure = standingOf({ ...line, points }, subjects, subjectOf);
    const every = points.length === line.points.length ? sure : standingOf(line, subjects, subjectOf);
    const stands = { subjects, names, sure, every };
    kept.set(line, stands);
    return stands;
  };
}

/**
 * What the record asserts of a line: the points that are sure, since each is quoted; where none is, and several together make
 * the stance sure, those that tell it.
 */
function sureOf(line: PositionLine): PositionLine['points'] {
  const sure = line.points.filter(isSure);
  if (sure.length > 0 || !isSure(line)) return sure;
  return line.points.filter(({ stance }) => stance === line.now.stance);
}

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
