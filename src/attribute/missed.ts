/**
 * Statements that the tagger passed over, found by the lexicon alone: a verb that reports speech or a stance, with its
 * subject before it and what is said after it ("Cantara offered on Wednesday to host the talks"). Only plain forms are
 * taken: nothing negated, nothing under a modal, no passive, nothing inside a quotation or beside what was found.
 */
import type { Act, Producer, Sentence, Word } from '../record.ts';
import type { WordRange } from './act-signs.ts';
import { clauseEnd } from './clauses.ts';
import { trimmed } from './content.ts';
import { type CueMatch, cueAt } from './cue.ts';
import { ACTS, type CueFamily } from './cue-lexicon.ts';
import { type Draft, takenBy } from './draft.ts';
import type { AttributeLexicon } from './lexicon.ts';
import type { RefineContext } from './refine-rule.ts';
import { subjectOf } from './source-finder.ts';

/** What may stand between a verb and its "to": when and to whom it was said. */
const MOST_BETWEEN = 6;
/** Acts whose content may be an infinitive ("refused to sign"), and a person or thing ("accused the Front of ..."). */
const TO_DO: ReadonlySet<Act> = new Set<Act>(['offer', 'promise', 'agree', 'reject', 'threaten']);
const OF_SOMEBODY: ReadonlySet<Act> = new Set<Act>(['accuse', 'deny']);
/** Fewer words than this after the verb say too little to stand alone. */
const LEAST = 3;

/** Whether the words between subject and verb leave the deed as done: no modal, no passive, no negation. */
function isDone(
  words: readonly Word[],
  subjectEnd: number,
  verb: number,
  { modals, negations }: AttributeLexicon,
): boolean {
  for (let i = subjectEnd; i < verb; i++) {
    const w = words[i]!;
    if (modals.has(w.lower) || negations.has(w.lower) || w.lemma === 'be') return false;
  }
  return true;
}

/** At most this many words after such a verb, none of them a verb. */
const MOST_AFTER = 5;

/** The words before a source and verb that end the sentence, where nothing else was found in it. */
function beforeSource(
  words: readonly Word[],
  source: WordRange,
  verb: number,
  match: CueMatch,
  sentence: Sentence,
  taken: Uint8Array,
  { follow }: AttributeLexicon,
): WordRange | null {
  const comma = source[0] - 1;
  if (!follow.has(match.entry.family.name) || comma < sentence.first || words[comma]!.text !== ',') return null;
  if (sentence.last - match.last > MOST_AFTER + 1 || source[1] !== verb) return null;
  for (let i = match.last; i < sentence.last; i++) if (words[i]!.tag === 'VERB' || words[i]!.tag === 'AUX') return null;
  let verbs = 0;
  for (let i = sentence.first; i < comma; i++) {
    if (taken[i] === 1) return null;
    if (words[i]!.tag === 'VERB' || words[i]!.tag === 'AUX') verbs++;
  }
  return verbs > 0 ? [sentence.first, comma] : null;
}

/** The act that a family of cues stands for most. */
function actOfFamily(family: CueFamily): Act {
  let best = 0;
  family.acts.forEach((weight, a) => {
    if (weight > family.acts[best]!) best = a;
  });
  return ACTS[best]!;
}

/** What is said after the cue, if it stands in a form that can be told without doubt. */
function complement(
  words: readonly Word[],
  cueEnd: number,
  sentence: Sentence,
  act: Act,
  lexicon: AttributeLexicon,
): WordRange | null {
  const next = words[cueEnd];
  if (!next || cueEnd >= sentence.last) return null;
  if (next.lower === 'that') return [cueEnd + 1, clauseEnd(words, cueEnd + 1, sentence, lexicon)];
  if (TO_DO.has(act))
    for (let i = cueEnd; i < Math.min(sentence.last - 1, cueEnd + MOST_BETWEEN); i++) {
      const w = words[i]!;
      if (w.lower === 'to' && words[i + 1]!.tag === 'VERB') return [i, clauseEnd(words, i, sentence, lexicon)];
      if (w.tag === 'VERB' || w.tag === 'PUNCT') break;
    }
  if (OF_SOMEBODY.has(act) && (next.tag === 'DET' || next.tag === 'PROPN'))
    return [cueEnd, clauseEnd(words, cueEnd, sentence, lexicon)];
  return null;
}

/** The statement that the verb at word `i` reports, where the lexicon can tell it without doubt. */
function missedAt(
  words: readonly Word[],
  i: number,
  sentence: Sentence,
  taken: Uint8Array,
  { cues, lexicon }: Pick<RefineContext, 'cues' | 'lexicon'>,
): Draft | null {
  const match = cueAt(words, i, sentence.last, cues);
  if (match?.entry.kind !== 'verb') return null;
  const { family } = match.entry;
  if (family.reports !== 'speech' && family.reports !== 'stance') return null;
  const source = subjectOf(words, i, sentence, lexicon);
  if (
    !source ||
    taken[source[0]] === 1 ||
    !isDone(words, source[1], i, lexicon) ||
    lexicon.negations.has(words[source[0]]!.lower)
  )
    return null;
  const said =
    beforeSource(words, source, i, match, sentence, taken, lexicon) ??
    complement(words, match.last, sentence, actOfFamily(family), lexicon);
  const content = said && trimmed(words, said, lexicon);
  if (!content || content[1] - content[0] < LEAST) return null;
  if (taken.subarray(content[0], content[1]).includes(1)) return null;
  const made: Producer = {
    stage: 'attribute',
    rule: 'attribute/by-lexicon',
    entry: `cues.yaml: ${family.name}`,
    confidence: 0.5,
  };
  return { content: [content], cue: [i, match.last], source, confidence: 0.5, made };
}

/** Adds what the lexicon finds between the drafts, in order of content. */
export function addMissed(context: RefineContext, drafts: readonly Draft[]): readonly Draft[] {
  const { words, sentences } = context.segmented;
  const taken = takenBy(drafts, words.length, true);
  const found: Draft[] = [];
  for (const sentence of sentences) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const w = words[i]!;
      if (w.tag !== 'VERB' || w.quote > 0 || taken[i] === 1) continue;
      const draft = missedAt(words, i, sentence, taken, context);
      if (!draft) continue;
      found.push(draft);
      const [first, last] = draft.content[0]!;
      taken.fill(1, first, last);
      i = Math.max(i, last - 1);
    }
  }
  if (found.length === 0) return drafts;
  return [...drafts, ...found].sort((a, b) => a.content[0]![0] - b.content[0]![0]);
}
