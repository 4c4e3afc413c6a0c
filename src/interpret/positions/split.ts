/** Cuts what is said into the things wanted: "two clauses are two positions" (docs/codebook.md, "Position"). */
import type { Word } from '../../record.ts';
import { phraseEnd, phrasesAt } from '../../text/phrases.ts';
import type { Range, Scene } from '../scene.ts';
import { addIssueScores, type Taxonomy } from './issues.ts';
import type { PositionLexicon } from './lexicon.ts';
import { partyAt } from './referents.ts';

/** From this score on an issue stands in a piece by itself. */
const CLEAR = 3;
/** A piece without a verb needs one that settles it. */
const SETTLED = 4;
/** A side of "but" is a clause from so many words on. */
const LEAST = 3;

const JOINTS = new Set(['and', 'or', 'alongside', 'while', 'whereas', 'plus', 'including']);
/** What stands behind one of these tells of a thing that is named, not of what is wanted. */
const RELATIVES = new Set(['which', 'who', 'whom', 'whose', 'where']);
const CONTRASTS = new Set(['but', 'however', 'although', 'though', 'whereas', 'while', 'yet']);

/** How many words of a joint between two pieces stand at `i`; 0 for none. */
function jointAt(words: readonly Word[], i: number, last: number): number {
  const word = words[i]!;
  if (word.text === ';' || word.text === ',') {
    const next = words[i + 1];
    return next && i + 1 < last && (JOINTS.has(next.lower) || CONTRASTS.has(next.lower)) ? 2 : 1;
  }
  if (JOINTS.has(word.lower) || CONTRASTS.has(word.lower)) return 1;
  if (word.lower === 'as' && words[i + 1]?.lower === 'well' && words[i + 2]?.lower === 'as') return 3;
  if (word.lower === 'such' && words[i + 1]?.lower === 'as') return 2;
  return 0;
}

const hasVerb = (words: readonly Word[], { first, last }: Range): boolean => {
  for (let i = first; i < last; i++) if (words[i]!.tag === 'VERB' || words[i]!.tag === 'AUX') return true;
  return false;
};

const isFiniteAt = (words: readonly Word[], at: number): boolean =>
  words[at]!.tag === 'VERB' && words[at]!.lower !== words[at]!.lemma && !words[at]!.lower.endsWith('ing');

/** Words that begin a clause of reason or time. */
const REASONS = new Set(['as', 'because', 'since', 'although', 'though', 'after', 'when', 'while']);

/** Whether a clause that says why or when stands among words. */
function hasReason(words: readonly Word[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (words[i]!.tag === 'SCONJ' && REASONS.has(words[i]!.lower)) return true;
  return false;
}

/** Where the first relative clause inside a piece begins, or its end. */
export function mainEnd(words: readonly Word[], first: number, last: number): number {
  for (let i = first + 1; i < last; i++) if (RELATIVES.has(words[i]!.lower)) return i;
  return last;
}

function topOf(scores: Float64Array): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[best]!) best = i;
  return best;
}

/** Cuts the words of one sentence where a piece about another issue begins, or where "but" turns. */
function splitSentence(scene: Scene, { first, last }: Range, taxonomy: Taxonomy): Range[] {
  const { words } = scene;
  const out: Range[] = [];
  let from = first;
  let scores = new Float64Array(taxonomy.issues.length);
  let piece = first;
  let contrast = false;
  const close = (end: number): void => {
    if (end > piece) {
      const range = { first: piece, last: mainEnd(words, piece, end) };
      const own = new Float64Array(taxonomy.issues.length);
      addIssueScores(scene, piece, range.last, taxonomy, own);
      const top = topOf(own);
      const before = topOf(scores);
      const verbal = hasVerb(words, range);
      const needed = verbal ? CLEAR : SETTLED;
      const turns = contrast && verbal && end - piece >= LEAST && piece - from >= LEAST;
      const other = own[top]! >= needed && scores[before]! >= CLEAR && top !== before && scores[top]! < CLEAR;
      // "ship and crew be returned", "the return of the ship and of the crew": one thing is wanted.
      const joined =
        !contrast && (words[piece]!.lower === 'of' || (verbal && !hasVerb(words, { first: from, last: piece })));
      // "an end to the raids, as they kill civilians and break the law", "Nerith, which Halvia annexed": it goes on.
      const reason = !contrast && isFiniteAt(words, piece) && hasReason(words, from, piece);
      const goesOn = reason || RELATIVES.has(words[piece]!.lower);
      if (piece > from && !joined && !goesOn && (turns || other)) {
        out.push({ first: from, last: piece });
        from = piece;
        scores = own;
      } else for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! + own[i]!;
    }
  };
  for (let i = first; i < last; ) {
    const joint = jointAt(words, i, last);
    if (joint === 0) {
      i++;
      continue;
    }
    close(i);
    contrast = false;
    for (let k = i; k < i + joint; k++) if (CONTRASTS.has(words[k]!.lower)) contrast = true;
    i = Math.min(last, i + joint);
    piece = i;
  }
  close(last);
  out.push({ first: from, last });
  return out;
}

/** Marks that close a quotation, by those that open it. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '‘': '’', '«': '»' };

/** Whether the mark that ends a range closes a quotation opened inside it: `the old line "and no other"`. */
function closesOwn(words: readonly Word[], first: number, last: number): boolean {
  const mark = words[last - 1]!.text;
  let open = false;
  for (let i = first; i < last - 1; i++) {
    const { text } = words[i]!;
    if (open && text === mark) open = false;
    else if (CLOSING[text] === mark) open = true;
  }
  return open;
}

/** Drops joints and marks from both ends of a range, but no mark that closes a quotation inside it. */
function trimmed(words: readonly Word[], { first, last }: Range): Range {
  let a = first;
  let b = last;
  const loose = (w: Word): boolean => w.tag === 'PUNCT' || JOINTS.has(w.lower) || CONTRASTS.has(w.lower);
  while (a < b && loose(words[a]!)) a++;
  const ends = (at: number): boolean =>
    (loose(words[at - 1]!) && !closesOwn(words, a, at)) ||
    (words[at - 1]!.lower === 'as' && words[at - 2]?.lower === 'well');
  while (b > a && ends(b)) b--;
  return { first: a, last: b };
}

/** Whether words that open a condition begin at `at`: "once Halvia has left". */
function opensCondition({ words }: Scene, at: number, last: number, { index }: PositionLexicon): boolean {
  for (const phrase of phrasesAt(index, words[at]!) ?? []) {
    if (phrase.value.kind === 'condition' && phraseEnd(words, at, last, phrase) >= 0) return true;
  }
  return false;
}

/** Puts a condition back to what hangs on it: what stands before it, or behind one that opens the sentence. */
function withConditions(scene: Scene, pieces: readonly Range[], lexicon: PositionLexicon): Range[] {
  const out: Range[] = [];
  let opened = false;
  for (const piece of pieces) {
    const before = out.at(-1);
    const opens = opensCondition(scene, piece.first, piece.last, lexicon);
    if (before && (opens || opened)) out[out.length - 1] = { first: before.first, last: piece.last };
    else out.push(piece);
    opened = opens && !before;
  }
  return out;
}

/** Whether a piece turns against what stands before it: "..., while Maravet wants". */
export const isTurn = ({ words }: Scene, { first }: Range): boolean =>
  CONTRASTS.has(words[first - 1]?.lower ?? '') || CONTRASTS.has(words[first]!.lower);

/** Where words turn to another party than the one named: a semicolon or ", while" before its name. Their end for none. */
export function turnTo(scene: Scene, { first, last }: Range, party: string): number {
  const { words } = scene;
  for (let i = first + 1; i < last - 1; i++) {
    const { text, lower, quote } = words[i]!;
    if (quote > 0 || !(text === ';' || (CONTRASTS.has(lower) && words[i - 1]!.text === ','))) continue;
    for (let k = i + 1; k < Math.min(last, i + 4); k++) {
      const other = partyAt(scene, k);
      if (other === null) continue;
      if (other !== party) return text === ';' ? i : i - 1;
      break;
    }
  }
  return last;
}

/** What pieces are cut by. */
export interface SplitResources {
  readonly taxonomy: Taxonomy;
  readonly lexicon: PositionLexicon;
}

/**
 * The pieces of a stretch of words, in order: its sentences, and within each what is about different issues. A condition
 * stays with what hangs on it.
 */
export function splitRange(scene: Scene, { first, last }: Range, { taxonomy, lexicon }: SplitResources): Range[] {
  const { words, sentences, sentenceOf } = scene;
  const out: Range[] = [];
  for (let i = first; i < last; ) {
    const end = Math.max(i + 1, Math.min(last, sentences[sentenceOf[i]!]?.last ?? last));
    const pieces = splitSentence(scene, { first: i, last: end }, taxonomy)
      .map((piece) => trimmed(words, piece))
      .filter((range) => range.last > range.first);
    out.push(...withConditions(scene, pieces, lexicon));
    i = end;
  }
  return out;
}
