/**
 * What the tagger and linker leave undone, mended in order by small rules, each named in what it makes. A rule only
 * fills what is empty or leaves out what nobody is there to say; it never moves what was found.
 */

import type { Word } from '../record.ts';
import type { WordRange } from './act-signs.ts';
import { cueIn } from './cue.ts';
import { type Draft, takenBy } from './draft.ts';
import { completeBefore, completeClause, endBeforeOther, partSecondVerb, passOnQuoted } from './edges.ts';
import type { RefineContext, Rule } from './refine-rule.ts';
import { doerOf, ownerOf, subjectOf, wholeSubject } from './source-finder.ts';

/** A rule that was used costs a little certainty. */
const mended = (draft: Draft, rule: string, change: Partial<Draft>): Draft => {
  const confidence = draft.confidence * 0.8;
  return { ...draft, ...change, confidence, made: { ...draft.made, rule, confidence } };
};

const isNounCue = (words: readonly Word[], cue: WordRange): boolean => words[cue[1] - 1]!.tag === 'NOUN';

/** Content without a cue takes the word of saying that stands right before it ("... have warned that"). */
const findCue: Rule = ({ segmented: { words }, cues, sentenceAt }, drafts) => {
  const taken = takenBy(drafts, words.length, false);
  return drafts.map((draft) => {
    if (draft.cue) return draft;
    const start = draft.content[0]![0];
    const sentence = sentenceAt(start);
    for (let i = start - 1; i >= sentence.first && i >= start - 4; i--) {
      const tag = words[i]!.tag;
      if (tag !== 'VERB' && tag !== 'NOUN') continue;
      const match = cueIn(words, i, i + 1, cues);
      if (!match || match.entry.family.reports === 'weak') return draft;
      const cue: WordRange = [i, i + 1];
      if (taken[i] === 1) return draft;
      taken[i] = 1;
      return mended(draft, 'attribute/cue-before-content', { cue });
    }
    return draft;
  });
};

/** How many statements back the one may be whose subject a cue shares. */
const SHARED_WITHIN = 8;

/** The subject, unless the cue is a passive: "Voss was told" names who hears. */
function speakingSubject(words: readonly Word[], cue: WordRange, subject: WordRange | null): WordRange | null {
  if (!subject || words[cue[1] - 1]!.lower.endsWith('ing')) return subject;
  for (let i = subject[1]; i < cue[1]; i++) if (words[i]!.lemma === 'be') return null;
  return subject;
}

/** Whether a cue is a verb in the passive. */
const isPassive = (words: readonly Word[], [first, last]: WordRange): boolean => {
  for (let i = Math.max(0, first - 1); i < last - 1; i++)
    if (words[i]!.lemma === 'be' && words[i]!.tag === 'AUX' && /(?:ed|en)$/u.test(words[last - 1]!.lower)) return true;
  return false;
};

/** Whether a cue is a verb in its base form behind "and" or a comma, with no word before it that may govern it. */
const isBare = (words: readonly Word[], [first]: WordRange): boolean => {
  const verb = words[first]!;
  const before = words[first - 1];
  if (verb.tag !== 'VERB' || verb.lower !== verb.lemma || !before) return false;
  return before.lower === 'and' || before.lower === 'or' || before.text === ',';
};

/** A cue without a source takes its own subject, owner or doer; else the source of the cue before it in the sentence. */
const findSource: Rule = ({ segmented: { words }, cues, lexicon, sentenceAt }, drafts) => {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const { cue } = draft;
    if (draft.source || !cue) {
      out.push(draft);
      continue;
    }
    const family = cueIn(words, cue[0], cue[1], cues)?.entry.family;
    if (!family || family.reports === 'weak') {
      out.push(draft);
      continue;
    }
    const sentence = sentenceAt(cue[0]);
    const own = isNounCue(words, cue)
      ? ownerOf(words, cue, sentence, lexicon)
      : (doerOf(words, cue, sentence, lexicon) ??
        speakingSubject(words, cue, subjectOf(words, cue[0], sentence, lexicon)));
    if (own) {
      out.push(mended(draft, 'attribute/subject-of-cue', { source: own }));
      continue;
    }
    // "was rejected as too early": by whom is not told. "Voss insisted that she leave and agree to talks": she is to agree.
    if (isPassive(words, cue) || isBare(words, cue)) {
      out.push(draft);
      continue;
    }
    const before = out
      .slice(-SHARED_WITHIN)
      .findLast(
        (d) => d.source && d.cue && d.cue[0] < cue[0] && d.cue[0] >= sentence.first && d.source[0] >= sentence.first,
      );
    out.push(before ? mended(draft, 'attribute/shared-subject', { source: before.source }) : draft);
  }
  return out;
};

/** A source that is the end of its cue's subject takes the whole of it. */
const takeWholeSubject: Rule = ({ segmented: { words }, lexicon, sentenceAt }, drafts) =>
  drafts.map((draft) => {
    const { cue, source } = draft;
    const whole = cue && source && wholeSubject(words, source, cue, sentenceAt(cue[0]), lexicon);
    return whole ? mended(draft, 'attribute/whole-subject', { source: whole }) : draft;
  });

/** A quotation that stands without a cue goes on from the statement before it in the same paragraph. */
const continueQuotation: Rule = ({ segmented: { words }, sentenceAt }, drafts) => {
  const out: Draft[] = [];
  for (const draft of drafts) {
    const start = draft.content[0]![0];
    const before = out.at(-1);
    if (draft.cue || draft.source || !words[start] || words[start].quote === 0 || !before?.source) {
      out.push(draft);
      continue;
    }
    const near = sentenceAt(start).block - sentenceAt(before.content.at(-1)![0]).block <= 1;
    const quoted = before.content.some(([first, last]) => words[first]!.quote > 0 || words[last - 1]!.quote > 0);
    if (near && quoted) out.push(mended(draft, 'attribute/quotation-goes-on', { source: before.source }));
    else out.push(draft);
  }
  return out;
};

/** Words that nobody is there to say are no statement, unless they stand in quotation marks. */
const leaveOutUnsaid: Rule = ({ segmented: { words } }, drafts) =>
  drafts.filter(
    (d) =>
      d.source !== null || d.content.every(([first, last]) => words[first]!.quote > 0 && words[last - 1]!.quote > 0),
  );

/** The rules, in order. */
export const RULES: readonly Rule[] = [
  findCue,
  passOnQuoted,
  completeClause,
  completeBefore,
  partSecondVerb,
  endBeforeOther,
  findSource,
  takeWholeSubject,
  continueQuotation,
  leaveOutUnsaid,
];

export const refine = (context: RefineContext, drafts: readonly Draft[]): readonly Draft[] =>
  RULES.reduce((ds, rule) => rule(context, ds), drafts);
