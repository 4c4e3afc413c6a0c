/** Rules on where a content begins and ends: they complete a clause that was cut, and part two that were run together. */
import type { Word } from '../record.ts';
import type { WordRange } from './act-signs.ts';
import { clauseEnd } from './clauses.ts';
import { trimmed } from './content.ts';
import { cueAt } from './cue.ts';
import { type Draft, takenBy } from './draft.ts';
import type { RefineContext } from './refine-rule.ts';

/** A content is known by its first and last words; a rule that moves one costs a little certainty. */
const COST = 0.9;

const moved = (draft: Draft, rule: string, content: readonly WordRange[]): Draft => ({
  ...draft,
  content,
  confidence: draft.confidence * COST,
  made: { ...draft.made, rule, confidence: draft.confidence * COST },
});

/** A content after "that" has a verb; where it was cut before it, it goes on to the end of its clause. */
export function completeClause(
  { segmented: { words }, lexicon, sentenceAt }: RefineContext,
  drafts: readonly Draft[],
): readonly Draft[] {
  const taken = takenBy(drafts, words.length, true);
  return drafts.map((draft) => {
    const [first, last] = draft.content[0]!;
    if (draft.content.length > 1 || (words[first - 1]?.lower !== 'that' && words[first]!.lower !== 'that'))
      return draft;
    for (let i = first; i < last; i++) if (words[i]!.tag === 'VERB' || words[i]!.tag === 'AUX') return draft;
    const next = words[last];
    const sentence = sentenceAt(first);
    if (!next || last >= sentence.last || (next.tag !== 'AUX' && next.tag !== 'VERB')) return draft;
    const end = clauseEnd(words, first, sentence, lexicon);
    const whole = trimmed(words, [first, end], lexicon);
    return !whole || taken.subarray(last, end).includes(1)
      ? draft
      : moved(draft, 'attribute/clause-completed', [whole]);
  });
}

/** What a content before its cue may lack at its beginning: at most so many words. */
const MOST_LOST = 9;

/**
 * "Maravet | rejected the demand and called for a truce, according to the ministry": what stands before its cue begins with its
 * clause, though the clause's own verb is a word of saying.
 */
export function completeBefore(
  { segmented: { words }, sentenceAt, lexicon }: RefineContext,
  drafts: readonly Draft[],
): readonly Draft[] {
  const taken = takenBy(drafts, words.length, true);
  for (const { source } of drafts) if (source) taken.fill(1, source[0], source[1]);
  return drafts.map((draft) => {
    const { cue, source, content } = draft;
    const [first, last] = content[0]!;
    if (!cue || !source || content.length > 1 || cue[0] < last || source[0] < last) return draft;
    const sentence = sentenceAt(first);
    const lost = first - sentence.first;
    if (lost < 2 || lost > MOST_LOST || sentence.first > first || sentence.last < cue[0]) return draft;
    if (words[first]!.quote > 0 || words[first - 1]!.tag === 'PUNCT' || sentence.last <= source[0]) return draft;
    let verb = false;
    for (let i = sentence.first; i < first; i++) {
      if (taken[i] === 1 || words[i]!.quote > 0 || words[i]!.tag === 'PUNCT') return draft;
      if (words[i]!.tag === 'VERB') verb = true;
    }
    const whole = verb ? trimmed(words, [sentence.first, last], lexicon) : null;
    return whole ? moved(draft, 'attribute/clause-begun', [whole]) : draft;
  });
}

/** The ending of a finite verb, to tell that two verbs have one subject: "accused ... and demanded". */
function ending(w: Word | undefined): string | null {
  if (w?.tag !== 'VERB') return null;
  if (w.lower.endsWith('ed')) return 'ed';
  return w.lower.endsWith('s') && w.lower !== w.lemma ? 's' : null;
}

/**
 * Parts a content at a second verb of its cue's subject: "accused Halvia of piracy and demanded the release" is two
 * statements of one speaker. Only for verbs that report speech or a stance and have the cue's own ending.
 */
export function partSecondVerb(
  { segmented: { words }, cues, lexicon, sentenceAt }: RefineContext,
  drafts: readonly Draft[],
): readonly Draft[] {
  return drafts.flatMap((draft) => {
    const { cue } = draft;
    const [first, last] = draft.content.at(-1)!;
    const form = cue ? ending(words[cue[1] - 1]) : null;
    if (!cue || form === null || cue[1] > first || words[first - 1]?.lower === 'that') return [draft];
    for (let i = first + 2; i < last - 2; i++) {
      if (words[i - 1]!.lower !== 'and' || words[i]!.quote > 0 || ending(words[i]) !== form) continue;
      const match = cueAt(words, i, sentenceAt(i).last, cues);
      if (!match || (match.entry.family.reports !== 'speech' && match.entry.family.reports !== 'stance')) continue;
      const before = trimmed(words, [first, i - 1], lexicon);
      const after = trimmed(words, [match.last, last], lexicon);
      if (!before || !after) continue;
      const kept = moved(draft, 'attribute/second-verb', [...draft.content.slice(0, -1), before]);
      return [kept, { ...kept, content: [after], cue: [i, match.last] as WordRange }];
    }
    return [draft];
  });
}

/** How many words may stand between the turn and the verb of whoever speaks next. */
const MOST_SUBJECT = 6;

/** Ends a content before a clause in which somebody else speaks. */
export function endBeforeOther(
  { segmented: { words }, cues, lexicon, sentenceAt }: RefineContext,
  drafts: readonly Draft[],
): readonly Draft[] {
  return drafts.map((draft) => {
    const [first, last] = draft.content.at(-1)!;
    for (let i = first + 2; i < last - 3; i++) {
      if (words[i]!.text !== ',' || words[i]!.quote > 0 || !lexicon.others.has(words[i + 1]!.lower)) continue;
      for (let v = i + 3; v < Math.min(last, i + 2 + MOST_SUBJECT); v++) {
        const match = words[v]!.tag === 'VERB' ? cueAt(words, v, sentenceAt(v).last, cues) : null;
        if (!match || (match.entry.family.reports !== 'speech' && match.entry.family.reports !== 'stance')) continue;
        const before = trimmed(words, [first, i], lexicon);
        if (before) return moved(draft, 'attribute/other-clause', [...draft.content.slice(0, -1), before]);
      }
    }
    return draft;
  });
}

/** "The agency quoted the minister as saying that ...": the words are the minister's, and the agency only carries them. */
export function passOnQuoted(
  { segmented: { words }, lexicon, sentenceAt }: RefineContext,
  drafts: readonly Draft[],
): readonly Draft[] {
  return drafts.map((draft) => {
    const [first, last] = draft.content[0]!;
    const stop = Math.min(last - 2, first + 14);
    for (let i = first + 1; i < stop; i++) {
      if (words[i]!.lower !== 'as' || !words[i + 1]!.lower.endsWith('ing') || words[i + 1]!.tag !== 'VERB') continue;
      const cueWord = words[(draft.cue?.[1] ?? 0) - 1];
      if (!draft.cue || draft.cue[1] > first || !cueWord || !lexicon.carriers.has(cueWord.lemma)) return draft;
      if (sentenceAt(i).first > first) return draft;
      const said = trimmed(words, [i + 2, last], lexicon);
      if (!said) return draft;
      const content: readonly WordRange[] = [said, ...draft.content.slice(1)];
      return { ...moved(draft, 'attribute/quoted-as-saying', content), source: [first, i], cue: [i + 1, i + 2] };
    }
    return draft;
  });
}
