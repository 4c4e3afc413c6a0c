/** A statement on its way: ranges of words, before its speaker and act are known. */
import type { Producer, Word } from '../record.ts';
import type { WordRange } from './act-signs.ts';
import { trimmed } from './content.ts';
import type { AttributeLexicon } from './lexicon.ts';
import type { Attribution } from './link.ts';
import type { Run } from './runs.ts';

export interface Draft {
  /** In order; trimmed, and at least one, in a statement of the record. */
  readonly content: readonly WordRange[];
  readonly cue: WordRange | null;
  readonly source: WordRange | null;
  /** How sure the tagger and linker are, 0 to 1. */
  readonly confidence: number;
  readonly made: Producer;
}

/** What the linker joined, as it is marked: nothing trimmed, cues without content and all. */
export const draftsAsMarked = (runs: readonly Run[], attributions: readonly Attribution[], made: Producer): Draft[] =>
  attributions.map((a) => ({
    content: a.content.map((i) => [runs[i]!.first, runs[i]!.last]),
    cue: a.cue === null ? null : [runs[a.cue]!.first, runs[a.cue]!.last],
    source: a.source === null ? null : [runs[a.source]!.first, runs[a.source]!.last],
    confidence: a.confidence,
    made: { ...made, confidence: a.confidence },
  }));

/** What the linker joined, as drafts. A cue that reports no content is no statement. */
export function draftsOf(
  words: readonly Word[],
  runs: readonly Run[],
  attributions: readonly Attribution[],
  made: Producer,
  lexicon: AttributeLexicon,
): Draft[] {
  const rangeOf = (i: number | null): WordRange | null => (i === null ? null : [runs[i]!.first, runs[i]!.last]);
  const drafts: Draft[] = [];
  for (const a of attributions) {
    const content: WordRange[] = [];
    for (const i of a.content) {
      const range = trimmed(words, rangeOf(i)!, lexicon);
      if (range) content.push(range);
    }
    if (content.length === 0) continue;
    const { confidence } = a;
    drafts.push({ content, cue: rangeOf(a.cue), source: rangeOf(a.source), confidence, made: { ...made, confidence } });
  }
  return drafts;
}

/** Which of a report's words some drafts have taken, 1 each: as cue, and as content where `content` is true. */
export function takenBy(drafts: readonly Draft[], count: number, content: boolean): Uint8Array {
  const taken = new Uint8Array(count);
  for (const draft of drafts) {
    if (content) for (const [first, last] of draft.content) taken.fill(1, first, last);
    if (draft.cue) taken.fill(1, draft.cue[0], draft.cue[1]);
  }
  return taken;
}
