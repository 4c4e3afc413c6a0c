import type { ClaimedMovement, Judgement, PositionPoint } from '../../case.ts';
import { withEvidence } from './points.ts';

/** What a user says does not belong to a line: ids of items or of points. */
export type LineSplit = readonly string[];

/** What a line is made of. */
export interface Piece {
  readonly points: readonly PositionPoint[];
  readonly claimed: readonly ClaimedMovement[];
}

/** What names a piece among those of its line: the first of the ids that its judgement names. */
const firstOf = (away: LineSplit): string => [...away].sort()[0]!;

/**
 * The splits of a line, in order of time, without those whose piece was later made one with the line again. `ledger`: what
 * stands; `idOf`: the id of the piece of such a name.
 */
export const splitsOfLine = (
  line: string,
  ledger: readonly Judgement[],
  idOf: (first: string) => string,
): readonly LineSplit[] =>
  ledger.flatMap(({ action }, at) => {
    if (action.do !== 'split' || action.target.kind !== 'line' || action.target.id !== line) return [];
    const both = [line, idOf(firstOf(action.away))];
    const again = ledger.slice(at + 1).some(({ action: later }) => {
      return later.do === 'merge' && both.every((id) => later.targets.some((t) => t.kind === 'line' && t.id === id));
    });
    return again ? [] : [action.away];
  });

/**
 * A line without what was split from it, and each piece as one of its own, under the first id that its judgement names, so
 * that it keeps its name whatever comes. What would take everything splits nothing.
 */
export function piecesOfLine(
  whole: Piece,
  splits: readonly LineSplit[],
): { readonly left: Piece; readonly away: readonly { readonly first: string; readonly piece: Piece }[] } {
  let left = whole;
  const away: { first: string; piece: Piece }[] = [];
  for (const ids of splits) {
    const gone = new Set(ids);
    const piece = chosen(left, (point, item) => gone.has(point) || gone.has(item));
    const rest = chosen(left, (point, item) => !gone.has(point) && !gone.has(item));
    if (piece.points.length === 0 || rest.points.length === 0) continue;
    away.push({ first: firstOf(ids), piece });
    left = rest;
  }
  return { left, away };
}

/** What rests on the evidence that is chosen; a point or claim of some of it keeps that. */
function chosen({ points, claimed }: Piece, takes: (point: string, item: string) => boolean): Piece {
  const items = new Set<string>();
  const kept = points.flatMap((point) => {
    const evidence = point.evidence.filter(({ item }) => takes(point.id, item));
    for (const { item } of evidence) items.add(item);
    return evidence.length === 0 ? [] : [withEvidence(point, evidence)];
  });
  return {
    points: kept,
    claimed: claimed.flatMap((claim) => {
      const evidence = claim.evidence.filter(({ item }) => items.has(item));
      return evidence.length === 0 ? [] : [{ ...claim, evidence }];
    }),
  };
}
