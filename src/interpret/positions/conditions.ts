/** Conditions as a report words them: "before any talks", "provided that the ban is lifted". */
import type { Range, Scene } from '../scene.ts';
import type { ConditionMark } from './lexicon.ts';
import type { FoundMark } from './signs.ts';

/** Words of a condition, and the clause behind them that says what it is. */
export interface FoundCondition {
  readonly mark: ConditionMark;
  /** The first word of the mark. */
  readonly first: number;
  /** What has to be so; may be empty. */
  readonly clause: Range;
}

/** A condition is no longer than so many words. */
const LONGEST = 30;

/** Where the clause that begins at `from` ends: at a comma, a mark, or the end of the sentence. */
function clauseEnd({ words, sentences, sentenceOf }: Scene, from: number): number {
  const stop = Math.min(sentences[sentenceOf[from - 1]!]!.last, from + LONGEST);
  for (let i = from; i < stop; i++) {
    const word = words[i]!;
    if (/^[,;:—–]$/u.test(word.text) || (i > from && word.lower === 'then')) return i;
  }
  return stop;
}

/** The conditions among the marks of a candidate, in order. */
export function conditionsAmong(scene: Scene, marks: readonly FoundMark[]): FoundCondition[] {
  const out: FoundCondition[] = [];
  let end = -1;
  for (const { mark, first, last } of marks) {
    if (mark.kind !== 'condition' || first < end) continue;
    end = clauseEnd(scene, last);
    let stop = end;
    while (stop > last && scene.words[stop - 1]!.tag === 'PUNCT') stop--;
    out.push({ mark: mark.condition, first, clause: { first: last, last: stop } });
  }
  return out;
}
