/**
 * Quotations that the tagger passed over: words in quotation marks beside a verb of saying that has a subject before it
 * or after it (“The ships,” said the envoy, “will be searched”). All that is quoted in the sentence is one statement.
 */
import type { Producer, Sentence, Word } from '../record.ts';
import type { WordRange } from './act-signs.ts';
import { trimmed } from './content.ts';
import { type CueMatch, cueAt } from './cue.ts';
import { type Draft, takenBy } from './draft.ts';
import type { AttributeLexicon } from './lexicon.ts';
import type { RefineContext } from './refine-rule.ts';
import { phraseStarting, subjectOf } from './source-finder.ts';

/** A quoted name or term is shorter than this, together with all that is quoted beside it. */
const LEAST = 4;

/** What stands in quotation marks in a sentence, one range for each pair of marks. */
function quotedIn(words: readonly Word[], sentence: Sentence, lexicon: AttributeLexicon): WordRange[] {
  const ranges: WordRange[] = [];
  for (let i = sentence.first; i < sentence.last; ) {
    if (words[i]!.quote === 0) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < sentence.last && words[end]!.quote > 0) end++;
    const range = trimmed(words, [i, end], lexicon);
    if (range) ranges.push(range);
    i = end;
  }
  return ranges;
}

/** Whoever says it: right before the verb, or right after it. */
function speakerOf(
  words: readonly Word[],
  match: CueMatch,
  sentence: Sentence,
  lexicon: AttributeLexicon,
): WordRange | null {
  const before = subjectOf(words, match.first, sentence, lexicon);
  if (before && words[before[0]]!.quote === 0) return before;
  const after = phraseStarting(words, match.last, sentence.last, lexicon);
  return after && words[after[0]]!.quote === 0 ? after : null;
}

/** Adds the quotations found, in order of content. */
export function addQuoted(context: RefineContext, drafts: readonly Draft[]): readonly Draft[] {
  const { words, sentences } = context.segmented;
  const { cues, lexicon } = context;
  const taken = takenBy(drafts, words.length, true);
  const found: Draft[] = [];
  for (const sentence of sentences) {
    const content = quotedIn(words, sentence, lexicon);
    const size = content.reduce((n, [first, last]) => n + last - first, 0);
    if (size < LEAST || content.some(([first, last]) => taken.subarray(first, last).includes(1))) continue;
    for (let i = sentence.first; i < sentence.last; i++) {
      const w = words[i]!;
      if (w.tag !== 'VERB' || w.quote > 0 || taken[i] === 1) continue;
      const match = cueAt(words, i, sentence.last, cues);
      if (!match || !lexicon.follow.has(match.entry.family.name)) continue;
      // The verb stands at the marks: what is quoted elsewhere in the sentence may be anything.
      const beside = content.some(
        ([first, last]) => Math.min(Math.abs(first - match.last), Math.abs(i - last)) <= BESIDE,
      );
      const source = beside ? speakerOf(words, match, sentence, lexicon) : null;
      if (!source) continue;
      const made: Producer = {
        stage: 'attribute',
        rule: 'attribute/quoted-by-lexicon',
        entry: `cues.yaml: ${match.entry.family.name}`,
        confidence: 0.6,
      };
      found.push({ content, cue: [i, match.last], source, confidence: 0.6, made });
      break;
    }
  }
  if (found.length === 0) return drafts;
  return [...drafts, ...found].sort((a, b) => a.content[0]![0] - b.content[0]![0]);
}

/** How many words, marks among them, may stand between the verb and what is quoted: a short subject, and the marks. */
const BESIDE = 6;
