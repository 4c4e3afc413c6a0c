import type { SegmentLexicon } from './lexicon.ts';
import { markAt } from './marks.ts';
import type { Tokens } from './tokens.ts';

/** A stretch in quotation marks, as words `[first, last)` inside the marks. */
export interface Quoted {
  readonly first: number;
  readonly last: number;
  readonly closed: boolean;
}

/** What pairing the marks of a report yields. */
export interface Quoting {
  /** In order of their first word. */
  readonly quoted: readonly Quoted[];
  /** For every word, how many of them hold it; marks that reopen a quotation in a new paragraph count as outside. */
  readonly depth: Uint16Array;
  /** 1 for the words that are marks of a quotation; an apostrophe is none. */
  readonly marks: Uint8Array;
}

/** A quotation that has begun. */
interface Open {
  /** The mark's word. */
  readonly at: number;
  readonly family: 'double' | 'single';
  /** Whether the mark is straight; a curly one inside a straight one is a quotation within, not a slip. */
  readonly straight: boolean;
  /** Where it began or last began anew. */
  anew: number;
  /** Whether another of its family began after it in the same paragraph and has ended: then this one is a slip. */
  overtaken: boolean;
  /** Where the next of its family began after it; Infinity for none. */
  before: number;
}

const STRAIGHT = new Set(['"', "'", "''", '＂']);

/** An unclosed quotation that runs on longer than this many words in its last paragraph is cut at the end of its sentence. */
const LONGEST_UNCLOSED = 80;

/**
 * Pairs the quotation marks of a report. `paragraphs` are the first words of its blocks, `sentences` those of its
 * sentences, both in order, with the number of words as their last entry. Every mark is pushed and popped once.
 *
 * A stray mark spoils no more than its own sentence: a mark that plainly opens (by the blanks around it) opens even
 * inside a quotation of its kind, and the older one is then taken for the slip unless it too is closed. At the end of
 * a paragraph all is settled, save that a quotation whose next paragraph begins with an opening mark goes on there.
 */
export function pairMarks(
  tokens: Tokens,
  paragraphs: readonly number[],
  sentences: readonly number[],
  lexicon: Pick<SegmentLexicon, 'speech' | 'speakers'>,
): Quoting {
  const words = tokens.text.length;
  const quoted: Quoted[] = [];
  const reopening: number[] = [];
  let stack: Open[] = [];
  let doubles = 0;
  let sentence = 0;

  /** The end of the sentence that holds the word `at`; calls come with rising `at` within a paragraph. */
  const sentenceEnd = (at: number): number => {
    while (sentence > 0 && sentences[sentence]! > at) sentence--;
    while (sentence + 1 < sentences.length && sentences[sentence + 1]! <= at) sentence++;
    return sentences[sentence + 1] ?? words;
  };
  const add = (first: number, last: number, closed: boolean): void => {
    if (last > first) quoted.push({ first, last, closed });
  };
  const open = (at: number, family: 'double' | 'single'): void => {
    const straight = STRAIGHT.has(tokens.text[at]!);
    for (let i = stack.length - 1; i >= 0 && i >= stack.length - 4; i--) {
      const below = stack[i]!;
      if (below.family !== family) continue;
      if (below.before === Infinity && below.straight === straight) below.before = at;
      break;
    }
    stack.push({ at, family, straight, anew: at, overtaken: false, before: Infinity });
    if (family === 'double') doubles++;
  };
  const close = (at: number, family: 'double' | 'single'): boolean => {
    if (family === 'single') {
      const top = stack.at(-1);
      if (top?.family !== 'single') return false;
      stack.pop();
      add(top.at + 1, at, true);
      return true;
    }
    if (doubles === 0) return false;
    let top = stack.pop();
    while (top && top.family === 'single') top = stack.pop();
    if (!top) return false;
    doubles--;
    add(top.at + 1, at, true);
    const below = stack.at(-1);
    if (below?.family === 'double' && below.straight === top.straight) below.overtaken = true;
    return true;
  };
  /** Ends what is still open at the end `last` of a paragraph, but what goes on in the next. */
  const settle = (last: number): void => {
    for (const unclosed of stack) {
      if (unclosed.family === 'single') continue;
      const slip = unclosed.overtaken || unclosed.before < Infinity || last - unclosed.anew > LONGEST_UNCLOSED;
      add(unclosed.at + 1, slip ? Math.min(sentenceEnd(unclosed.at + 1), unclosed.before, last) : last, false);
    }
    stack = [];
    doubles = 0;
  };

  /** We will go, "he said: a closing mark with its blank on the wrong side. */
  const isMisplaced = (at: number, last: number): boolean => {
    if (tokens.text[at - 1] !== ',' || at + 2 >= last) return false;
    const next = tokens.text[at + 1]!;
    return lexicon.speech.has(next) || (lexicon.speakers.has(next) && lexicon.speech.has(tokens.text[at + 2]!));
  };

  for (let p = 0; p + 1 < paragraphs.length; p++) {
    const first = paragraphs[p]!;
    const last = paragraphs[p + 1]!;
    let from = first;
    if (stack.length > 0) {
      // Only what was not overtaken goes on, and only if this paragraph begins with a mark of its family.
      const going = stack.filter((entry) => !entry.overtaken && entry.before === Infinity);
      const mark = markAt(tokens, first, first, last);
      const goes = going[0] && mark && mark.family === going[0].family && mark.side !== 'close' ? going[0] : undefined;
      const kept = goes ? [goes] : [];
      stack = stack.filter((entry) => entry !== goes);
      settle(first);
      stack = kept;
      doubles = kept.length > 0 && kept[0]!.family === 'double' ? 1 : 0;
      if (goes) {
        goes.anew = first;
        reopening.push(first);
        from = first + 1;
      }
    }
    for (let i = from; i < last; i++) {
      const mark = markAt(tokens, i, first, last);
      if (!mark || mark.side === 'none') continue;
      if (mark.side === 'open' && mark.family === 'double' && isMisplaced(i, last)) close(i, mark.family);
      else if (mark.side === 'open') open(i, mark.family);
      else if (mark.side === 'close') {
        if (mark.family === 'single' && isPossessive(tokens, i, first, last)) continue;
        close(i, mark.family);
      } else if (!close(i, mark.family)) open(i, mark.family);
    }
  }
  settle(words);

  quoted.sort((a, b) => a.first - b.first);
  const change = new Int32Array(words + 1);
  for (const q of quoted) {
    change[q.first]! += 1;
    change[q.last]! -= 1;
  }
  const depth = new Uint16Array(words);
  let level = 0;
  for (let i = 0; i < words; i++) {
    level += change[i]!;
    depth[i] = Math.min(level, 65535);
  }
  for (const at of reopening) if (depth[at]! > 0) depth[at]! -= 1;
  const marks = new Uint8Array(words);
  for (const q of quoted) {
    marks[q.first - 1] = 1;
    if (q.closed) marks[q.last] = 1;
  }
  for (const at of reopening) marks[at] = 1;
  return { quoted, depth, marks };
}

/** "the Halvians' boat": after an s, before a word, with the true closing mark still to come. */
function isPossessive(tokens: Tokens, i: number, first: number, last: number): boolean {
  if (i === first || i + 1 >= last || tokens.gap[i]! > 0 || tokens.gap[i + 1] === 0) return false;
  if (!/[sxz]$/iu.test(tokens.text[i - 1]!) || !/^\p{Ll}/u.test(tokens.text[i + 1]!)) return false;
  for (let at = i + 1; at < last && at < i + 60; at++) {
    const mark = markAt(tokens, at, first, last);
    if (mark?.family === 'single') return mark.side === 'close';
  }
  return false;
}
