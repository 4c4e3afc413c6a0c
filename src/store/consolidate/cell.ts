import type { PositionLine } from '../../case.ts';
import { isSure } from '../../record.ts';
import type { Cell } from '../store.ts';

/** What a table of parties and issues shows of a line. */
export function cellOf(line: PositionLine): Cell {
  const { now, claimed, observed } = line;
  const lastClaimed = claimed.at(-1);
  const lastObserved = observed.at(-1);
  return {
    line: line.id,
    holder: line.holder,
    issue: line.issue,
    stance: now.stance,
    voice: now.voice,
    by: now.by,
    words: now.words,
    condition: now.condition,
    precondition: now.precondition,
    claimed: lastClaimed
      ? {
          movement: lastClaimed.movement,
          by: lastClaimed.by?.name ?? lastClaimed.by?.party ?? null,
          day: lastClaimed.day,
        }
      : null,
    observed: lastObserved ? { direction: lastObserved.direction, day: lastObserved.to.day } : null,
    also: [...new Set(line.points.filter(isSure).map(({ stance }) => stance))].filter(
      (stance) => stance !== now.stance,
    ),
    confidence: line.confidence,
    support: line.support,
  };
}
