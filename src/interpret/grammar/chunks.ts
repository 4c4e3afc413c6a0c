/** Base noun phrases: a noun with what stands before it, without what hangs on it behind ("of ...", "who ..."). */
import type { Word } from '../../record.ts';
import type { Range, Scene } from '../scene.ts';
import { keptBy } from './kept.ts';
import type { GrammarLexicon } from './lexicon.ts';

export interface NounPhrase extends Range {
  /** Its main noun, name or pronoun. */
  readonly head: number;
}

/** What may stand inside a noun phrase. */
const INSIDE = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PRON', 'SYM', 'X']);
const HEADS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X']);
const POSSESSIVE = new Set(["'s", '’s', "'", '’']);
const HYPHEN = new Set(['-', '–', '‑', '/', '&']);
const OPEN_QUOTE = new Set(['“', '"', '‘', "'", '«']);
const PARTICIPLE = /(?:ed|en|wn)$/u;

/** Whether the word is the mark of a possessive: "Halvia | 's | demand". */
export const isPossessive = (w: Word | undefined): boolean =>
  w !== undefined && !w.spaced && w.tag !== 'AUX' && w.tag !== 'VERB' && POSSESSIVE.has(w.lower);

const isHyphen = (w: Word): boolean => !w.spaced && HYPHEN.has(w.text);

/** Whether a word by tag and neighbours belongs to a phrase that has begun before it. */
function goesOn(words: readonly Word[], i: number, last: number, { possessives }: GrammarLexicon): boolean {
  const w = words[i]!;
  const before = words[i - 1]!;
  const after = i + 1 < last ? words[i + 1] : undefined;
  // Behind an article or adjective a verb's form is an adjective: "the divided island", "a newly planned meeting".
  const opened = (): boolean =>
    before.tag === 'DET' ||
    before.tag === 'ADJ' ||
    before.tag === 'NUM' ||
    isPossessive(before) ||
    possessives.has(before.lower);
  // "so-called", "Halvian-held"
  if (!w.spaced && isHyphen(before)) return true;
  switch (w.tag) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
    case 'ADJ':
    case 'X':
      if (isPossessive(w)) return HEADS.has(before.tag);
      return before.tag !== 'PRON' || possessives.has(before.lower);
    case 'DET':
    case 'PRON':
      // An article or pronoun begins a phrase of its own, but after "all", "both", "half".
      return before.tag === 'DET';
    case 'PART':
    case 'PUNCT':
    case 'SYM':
      if (isPossessive(w) && HEADS.has(before.tag)) return true;
      if (isHyphen(w)) return after !== undefined && !after.spaced;
      if (w.tag === 'SYM') return before.tag !== 'PRON';
      return OPEN_QUOTE.has(w.text) && after !== undefined && !HEADS.has(before.tag) && INSIDE.has(after.tag);
    case 'VERB':
      return (
        (after?.tag === 'NOUN' || after?.tag === 'ADJ' || after?.tag === 'PROPN') &&
        opened() &&
        (PARTICIPLE.test(w.lower) || w.lower.endsWith('ing'))
      );
    case 'ADV':
      return (
        after !== undefined &&
        (after.tag === 'ADJ' ||
          after.tag === 'NUM' ||
          isHyphen(after) ||
          (after.tag === 'VERB' && PARTICIPLE.test(after.lower))) &&
        opened()
      );
    case 'CCONJ':
      return isHyphen(w)
        ? after !== undefined && !after.spaced
        : before.tag === 'ADJ' && after?.tag === 'ADJ' && i + 2 < last && INSIDE.has(words[i + 2]!.tag);
    default:
      return isHyphen(w) && after !== undefined && !after.spaced;
  }
}

const begins = (words: readonly Word[], i: number, last: number, { possessives }: GrammarLexicon): boolean => {
  const w = words[i]!;
  if (INSIDE.has(w.tag) || possessives.has(w.lower)) return true;
  const after = i + 1 < last ? words[i + 1] : undefined;
  return w.tag === 'VERB' && after?.tag === 'NOUN' && words[i - 1]?.tag === 'ADP' && PARTICIPLE.test(w.lower);
};

/** The base noun phrases of words `[first, last)`, in order. Linear. */
export function nounPhrasesIn(scene: Scene, first: number, last: number, lexicon: GrammarLexicon): NounPhrase[] {
  const { words, mentions, mentionOf } = scene;
  const out: NounPhrase[] = [];
  for (let i = first; i < last; ) {
    if (!begins(words, i, last, lexicon)) {
      i++;
      continue;
    }
    const from = i;
    let head = -1;
    let end = i;
    for (; end < last && (end === from || goesOn(words, end, last, lexicon)); end++) {
      const w = words[end]!;
      if (isPossessive(w)) head = -1;
      else if (HEADS.has(w.tag) && !lexicon.possessives.has(w.lower)) head = end;
    }
    if (head < 0) head = standIn(words, from, end, lexicon);
    if (head < 0) {
      i = Math.max(end, from + 1);
      continue;
    }
    // A name runs to its own end ("Ministry of Defence"); what follows the head otherwise is no part of the phrase.
    let stop = head + 1;
    const m = mentions[mentionOf[head]!];
    if (
      m &&
      words[head]!.tag === 'PROPN' &&
      m.first >= from &&
      m.last > stop &&
      m.last <= last &&
      words[m.last - 1]!.tag === 'PROPN'
    )
      stop = m.last;
    out.push({ first: from, last: stop, head });
    i = stop;
  }
  return out;
}

/** The head of a phrase without a noun: "the wounded", "its own", "many". */
function standIn(words: readonly Word[], first: number, end: number, { possessives }: GrammarLexicon): number {
  const last = words[end - 1]!;
  if (isPossessive(last)) return end - 2 >= first ? end - 2 : -1;
  if (possessives.has(last.lower)) return last.tag === 'DET' ? -1 : end - 1;
  if (last.tag === 'ADJ') return end - first > 1 && words[first]!.tag === 'DET' ? end - 1 : -1;
  return last.tag === 'DET' ? end - 1 : -1;
}

/** Longer sentences, lists and tables mostly, are read in parts of this many words, so that time stays linear. */
const LONGEST = 200;

/** The sentence that holds a word. */
export function sentenceAt({ sentences, sentenceOf }: Scene, word: number): Range {
  const sentence = sentences[sentenceOf[word]!]!;
  if (sentence.last - sentence.first <= LONGEST) return sentence;
  const first = sentence.first + Math.floor((word - sentence.first) / LONGEST) * LONGEST;
  return { first, last: Math.min(sentence.last, first + LONGEST) };
}

/** By the first word of the sentence. */
const phrasesKept = keptBy<number, readonly NounPhrase[]>();

/** The base noun phrases of the sentence that holds a word. */
export function phrasesAround(scene: Scene, word: number, lexicon: GrammarLexicon): readonly NounPhrase[] {
  const phrases = phrasesKept(scene, lexicon);
  const { first, last } = sentenceAt(scene, word);
  let found = phrases.get(first);
  if (!found) {
    found = nounPhrasesIn(scene, first, last, lexicon);
    phrases.set(first, found);
  }
  return found;
}

/** The base noun phrase that holds a word; a word outside any is a phrase by itself. */
export function nounPhraseAt(scene: Scene, word: number, lexicon: GrammarLexicon): NounPhrase {
  const found = phrasesAround(scene, word, lexicon).find((p) => p.first <= word && word < p.last);
  return found ?? { first: word, last: word + 1, head: word };
}
