import type { PositionLine, PositionPoint, Unanswered } from '../../case.ts';
import { compare } from '../family.ts';
import { nearness, type Standing } from './standing.ts';

/** How many are named at most, the newest. */
const MOST = 50;

/**
 * Demands and offers that nobody answered: since that day no other party accepted or rejected anything on the issue, and
 * none said anything in words that touch it. Generous as to what is an answer, since "unanswered" is a strong word. Of
 * each line the newest.
 */
export function unansweredAmong(lines: readonly PositionLine[], standing: readonly Standing[]): readonly Unanswered[] {
  const byIssue = new Map<string, Standing[]>();
  for (const one of standing) {
    const known = byIssue.get(one.line.issue);
    if (known) known.push(one);
    else byIssue.set(one.line.issue, [one]);
  }
  const linesByIssue = new Map<string, PositionLine[]>();
  for (const line of lines) linesByIssue.set(line.issue, [...(linesByIssue.get(line.issue) ?? []), line]);
  const found: Unanswered[] = [];
  const done = new Set<string>();
  for (const one of standing) {
    const { line, point } = one;
    if (done.has(line.id) || !isOpen(point)) continue;
    const turned = (linesByIssue.get(line.issue) ?? []).some(
      (other) => other.holder !== line.holder && answersPlainly(other, point.day!),
    );
    const touched = (byIssue.get(line.issue) ?? []).some(
      (other) =>
        other.line.holder !== line.holder &&
        (other.point.day ?? '~') >= point.day! &&
        nearness(one, other, () => 1) > 0,
    );
    if (turned || touched) continue;
    done.add(line.id);
    found.push({ line: line.id, point });
  }
  return found.sort((a, b) => compare(b.point.day!, a.point.day!) || compare(a.line, b.line)).slice(0, MOST);
}

const isOpen = ({ stance, voice, day }: PositionPoint): boolean =>
  (stance === 'demands' || stance === 'offers') && voice !== 'other' && day !== null;

const answersPlainly = (line: PositionLine, since: string): boolean =>
  line.points.some(
    ({ stance, day }) => (stance === 'accepts' || stance === 'rejects') && (day === null || day >= since),
  );
