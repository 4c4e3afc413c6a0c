/** Conditions as a report words them: "before any talks", "provided that the ban is lifted". */

import { phraseEnd, phrasesAt } from '../../text/phrases.ts';
import type { Range, Scene } from '../scene.ts';
import type { ConditionMark, Mark, PositionLexicon } from './lexicon.ts';

/** Words of a condition or of change, where they stand. */
export interface FoundMark {
  readonly mark: Mark;
  readonly first: number;
  readonly last: number;
}

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
    if (/^[,;:—–]$/u.test(word.text)) return i;
  }
  return stop;
}

/** The words behind a candidate that open a condition of it: "..., provided that"; `null` for none. */
export function conditionBehind(scene: Scene, last: number, lexicon: PositionLexicon): FoundMark | null {
  const stop = scene.sentences[scene.sentenceOf[last - 1]!]!.last;
  const comma = scene.words[last]?.text === ',';
  const at = comma ? last + 1 : last;
  const found = at < stop ? markAt(scene, at, stop, lexicon) : null;
  // "refuses, while Maravet demands": behind a comma it only contrasts.
  return found?.mark.kind === 'condition' && found.mark.condition.beside.length > 0 && comma ? null : found;
}

/** The words that open a condition at the head of the sentence of a candidate that begins later: "If Halvia ..., ". */
export function conditionAhead(scene: Scene, first: number, lexicon: PositionLexicon): FoundMark | null {
  const sentence = scene.sentences[scene.sentenceOf[first]!]!;
  return sentence.first < first ? markAt(scene, sentence.first, first, lexicon) : null;
}

/** What a clause may begin with. */
const OPENS = new Set(['DET', 'PRON', 'PROPN', 'NOUN']);
/** So far behind it its verb must stand, in words. */
const VERB_WITHIN = 8;

/**
 * Whether a single word that can open a condition is an adverb there ("they met once in Lorn") or a verb, and not one only
 * by its tag: "once Halvia has left" has a clause behind it.
 */
export function isAdverb({ words, sentences, sentenceOf }: Scene, at: number): boolean {
  // "has provided arms"
  if (words[at]!.tag === 'VERB' && words[at - 1]?.tag === 'AUX') return true;
  if (words[at]!.tag !== 'ADV') return false;
  const next = words[at + 1];
  const stop = Math.min(sentences[sentenceOf[at]!]!.last, at + 2 + VERB_WITHIN);
  if (!next || at + 1 >= stop || !OPENS.has(next.tag)) return true;
  for (let i = at + 2; i < stop; i++) {
    const { tag, text } = words[i]!;
    if (tag === 'VERB' || tag === 'AUX') return false;
    if (/^[,;:—–]$/u.test(text)) return true;
  }
  return true;
}

/** The words that open a condition at `at`. */
function markAt(scene: Scene, at: number, stop: number, { index }: PositionLexicon): FoundMark | null {
  const { words } = scene;
  for (const phrase of phrasesAt(index, words[at]!) ?? []) {
    if (phrase.value.kind !== 'condition') continue;
    const end = phraseEnd(words, at, stop, phrase);
    if (end >= 0 && !(end === at + 1 && isAdverb(scene, at))) return { mark: phrase.value, first: at, last: end };
  }
  return null;
}

const DEMONSTRATIVES = new Set(['that', 'this', 'then', 'it']);

/** The conditions among the marks of a candidate, in order. */
export function conditionsAmong(scene: Scene, marks: readonly FoundMark[]): FoundCondition[] {
  const out: FoundCondition[] = [];
  let end = -1;
  for (const { mark, first, last } of marks) {
    if (mark.kind !== 'condition' || first < end) continue;
    end = clauseEnd(scene, last);
    let stop = end;
    while (stop > last && scene.words[stop - 1]!.tag === 'PUNCT') stop--;
    // "Before that, ..." tells when.
    if (stop === last + 1 && DEMONSTRATIVES.has(scene.words[last]!.lower)) continue;
    out.push({ mark: mark.condition, first, clause: { first: last, last: stop } });
  }
  return out;
}

/** What the end of the main words does not keep when the condition behind it is cut off. */
const LOOSE = new Set(['PUNCT', 'ADP', 'SCONJ', 'CCONJ']);

/** The words of a candidate without its conditions; all of them where nothing else would be left. */
export function withoutConditions(
  { words }: Scene,
  content: readonly Range[],
  conditions: readonly FoundCondition[],
): readonly Range[] {
  const out: Range[] = [];
  const add = (start: number, end: number, cut: boolean): void => {
    let first = start;
    let last = end;
    while (cut && last > first && LOOSE.has(words[last - 1]!.tag)) last--;
    while (first < last && words[first]!.tag === 'PUNCT') first++;
    if (last > first) out.push({ first, last });
  };
  for (const { first, last } of content) {
    let from = first;
    for (const { first: opens, clause } of conditions) {
      if (opens < from || opens >= last || clause.last <= clause.first) continue;
      add(from, opens, true);
      from = Math.min(last, clause.last);
    }
    add(from, last, from > first);
  }
  return out.length > 0 ? out : content;
}
