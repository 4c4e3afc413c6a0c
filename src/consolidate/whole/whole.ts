import type { PositionLine, Whole } from '../../case.ts';
import type { SubjectLexicon } from '../positions/subject.ts';

/** Fills the slots of one of our sentences, by its key. Data: data/words/consolidate.yaml. */
export type Wording = (key: string, slots?: Readonly<Record<string, string | number | null>>) => string;

/** What the parties are stuck on, what they agree on, and what nobody has answered. */
export function wholeOf(_lines: readonly PositionLine[], _subjects: SubjectLexicon, _wording: Wording): Whole {
  return { stickingPoints: [], agreed: [], unanswered: [] };
}
