/**
 * Statements inside what somebody is reported to say: "the agency quoted the minister as saying ...". The tagger gives
 * each word one role, so the words of a statement are read once more by themselves.
 */
import type { Segmented, Sentence, Word } from '../record.ts';
import type { WordRange } from './act-signs.ts';
import { type Codes, PAD, STRONG_CUE, TAG } from './codes.ts';
import { type Draft, draftsOf } from './draft.ts';
import { type AttributionModel, find } from './model.ts';
import { refine } from './refine.ts';
import type { RefineContext } from './refine-rule.ts';
import { sentenceFinder } from './sentence-finder.ts';

/** A draft with the draft that holds it, if any. */
export interface Placed {
  readonly draft: Draft;
  readonly within: Draft | null;
}

/** What is said in fewer words than this holds no statement of its own. */
const LEAST = 7;
/** A statement inside is at least this many words, and no more than this share of what holds it. */
const LEAST_INSIDE = 3;
const MOST_SHARE = 0.85;

/** Whether a word that reports speech stands inside, with room for its subject before it. */
function mayHold(codes: Codes, [first, last]: WordRange): boolean {
  if (last - first < LEAST) return false;
  for (let i = first + 1; i < last - 1; i++)
    if (codes.cue[i + PAD]! > STRONG_CUE && codes.tag[i + PAD] === TAG.VERB) return true;
  return false;
}

/** The words of a range as a text of their own: its sentences cut to the range, one level of quotation taken off. */
function cutOut({ words, sentences }: Segmented, [first, last]: WordRange): Segmented {
  let least = 9;
  for (let i = first; i < last; i++) least = Math.min(least, words[i]!.quote);
  const inside: Word[] = [];
  for (let i = first; i < last; i++) {
    const w = words[i]!;
    inside.push(least === 0 ? w : { ...w, quote: w.quote - least });
  }
  const cut: Sentence[] = [];
  for (const s of sentencesIn(sentences, first, last))
    cut.push({ ...s, first: Math.max(s.first, first) - first, last: Math.min(s.last, last) - first });
  return { words: inside, sentences: cut, quotations: [], notes: [] };
}

/** The sentences that share words with a range, found by bisection. */
function sentencesIn(sentences: readonly Sentence[], first: number, last: number): readonly Sentence[] {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.last > first) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while (end < sentences.length && sentences[end]!.first < last) end++;
  return sentences.slice(low, end);
}

const shift = (range: WordRange | null, by: number): WordRange | null =>
  range === null ? null : [range[0] + by, range[1] + by];

/** The drafts, each followed by those found inside it. */
export function withNested(
  context: RefineContext,
  codes: Codes,
  drafts: readonly Draft[],
  model: AttributionModel,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const draft of drafts) {
    placed.push({ draft, within: null });
    for (const range of draft.content) {
      if (!mayHold(codes, range)) continue;
      const cut = cutOut(context.segmented, range);
      const { runs, attributions } = find(cut, [], model);
      const made = { ...draft.made, rule: 'attribute/inside-statement' };
      const inner: RefineContext = { ...context, segmented: cut, sentenceAt: sentenceFinder(cut) };
      for (const found of refine(inner, draftsOf(cut.words, runs, attributions, made, context.lexicon))) {
        const size = found.content.reduce((n, [a, b]) => n + b - a, 0);
        if (!found.cue || !found.source || size < LEAST_INSIDE || size > MOST_SHARE * (range[1] - range[0])) continue;
        if (context.lexicon.ownVoice.has(cut.words[found.source[0]]!.lower)) continue;
        placed.push({
          draft: {
            ...found,
            content: found.content.map((r) => shift(r, range[0])!),
            cue: shift(found.cue, range[0]),
            source: shift(found.source, range[0]),
          },
          within: draft,
        });
      }
    }
  }
  return placed;
}
