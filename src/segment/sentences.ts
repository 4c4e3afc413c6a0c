import { abbreviationKind, type SegmentLexicon } from './lexicon.ts';
import { markAt } from './marks.ts';
import type { Tokens } from './tokens.ts';

/** Sentences longer than this many words are cut, so that text without full stops stays readable for later stages. */
export const LONGEST_SENTENCE = 800;

/** Finds where the sentences of one block begin: the indices of their first words, the block's first among them. */
export type SentenceFinder = (tokens: Tokens, first: number, last: number) => number[];

/** More closing marks than this behind one another are no end of a sentence but a drawing. */
const MOST_CLOSERS = 16;

const ENDS = /^(?:[.!?]+|…|。|！|？|؟|۔|।)$/u;
const STOPS = /^\.+$|^…$/;
const BRACKET_CLOSE = new Set([')', ']', '}']);
const BRACKET_OPEN = new Set(['(', '[', '{']);
const GOES_ON = new Set([',', ';', ':', '%', '/', '&', '+', '=']);
const DASH = /^(?:-+|[–—―])$/;
const UPPER = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const LETTER = /^\p{L}/u;
const DIGIT = /^\p{Nd}/u;
const DOTTED = /^(?:\p{L}\.){2,}/u;

/** What the words around a full stop say about it. */
type Verdict = 'ends' | 'goes on';

/**
 * Sentence ends by rules over words: abbreviation, case of the next word, figures, marks, each tried in order; the
 * lists of words come from the lexicon. It stands in for Intl.Segmenter, which gets 40 of the 68 hard cases of the test
 * (all 68 here) and changes with the version of ICU, so that one report could be read differently on two machines.
 */
export function makeSentenceFinder(lexicon: SegmentLexicon): SentenceFinder {
  const starts = (word: string): boolean => lexicon.starters.has(word.toLowerCase());

  /** The first word at or after `i` that is no closing mark: what follows an end. */
  const afterClosers = (tokens: Tokens, i: number, first: number, last: number): number => {
    let at = i;
    for (; at < last && at < i + MOST_CLOSERS; at++) {
      if (BRACKET_CLOSE.has(tokens.text[at]!) || ENDS.test(tokens.text[at]!)) continue;
      const mark = markAt(tokens, at, first, last);
      if (!mark || tokens.gap[at] === 2) break;
      if (mark.side === 'close' || (mark.side === 'either' && oddBefore(tokens, at, first))) continue;
      break;
    }
    return at;
  };

  /** Whether a straight mark with blanks on both sides closes: an odd number of its like stands before it nearby. */
  const oddBefore = (tokens: Tokens, at: number, first: number): boolean => {
    let count = 0;
    for (let i = at - 1; i >= first && i > at - 80; i--) if (tokens.text[i] === tokens.text[at]) count++;
    return count % 2 === 1;
  };

  /** The next word from `i` that is a letter or figure, past at most four marks; `last` where there is none. */
  const wordFrom = (tokens: Tokens, i: number, last: number): number => {
    for (let at = i; at < last && at < i + 4; at++)
      if (UPPER.test(tokens.text[at]!) || LOWER.test(tokens.text[at]!) || DIGIT.test(tokens.text[at]!)) return at;
    return last;
  };

  /** "Will you go?" Minister Aldren Voss asked. */
  const speakerFollows = (tokens: Tokens, next: number, last: number): boolean => {
    let at = next;
    while (at < last && at < next + 6 && (UPPER.test(tokens.text[at]!) || tokens.joined[at])) at++;
    if (at === next || at >= last || !lexicon.speech.has(tokens.text[at]!)) return false;
    const after = tokens.text[at + 1];
    return at + 1 >= last || after === '.' || after === ',' || after === ':';
  };

  const judgeAbbreviation = (tokens: Tokens, i: number, next: number, last: number): Verdict => {
    const text = tokens.text[i]!;
    const follows = tokens.text[next]!;
    if (DIGIT.test(follows)) return 'goes on';
    const kind = abbreviationKind(lexicon, text.slice(0, -1));
    if (kind === 'before-name' || kind === 'before-figure') return 'goes on';
    if (text.length === 2) return 'goes on'; // An initial; the tokeniser has looked at the name after it.
    if (!UPPER.test(follows)) {
      // A mark: only an opening one with a sentence's first word behind it shows an end.
      if (LOWER.test(follows) || GOES_ON.has(follows) || BRACKET_OPEN.has(follows) || DASH.test(follows))
        return 'goes on';
      const word = wordFrom(tokens, next, last);
      return word === last || (UPPER.test(tokens.text[word]!) && starts(tokens.text[word]!)) ? 'ends' : 'goes on';
    }
    if (kind === 'ending') return 'ends';
    return starts(follows) ? 'ends' : 'goes on';
  };

  const judgeStop = (tokens: Tokens, i: number, next: number, first: number, last: number): Verdict => {
    const text = tokens.text[i]!;
    const before = i > first ? tokens.text[i - 1]! : '';
    const spaced = tokens.gap[next]! > 0;
    const closed = next > i + 1;
    let follows = tokens.text[next]!;
    if (GOES_ON.has(follows)) return 'goes on';
    if (BRACKET_OPEN.has(before) && closed) return 'goes on'; // "[...]"
    if (text === '.' && DIGIT.test(before)) {
      // "3. Halvia withdraws" at the start is a number in a list; "24. February" is a date.
      if (i === first + 1 && spaced && before.length < 4) return 'goes on';
      if (before.length < 3 && lexicon.months.has(follows.toLowerCase())) return 'goes on';
    }
    if (DASH.test(follows)) {
      const word = wordFrom(tokens, next, last);
      if (word === last) return 'ends';
      follows = tokens.text[word]!;
    } else if (!UPPER.test(follows) && !LOWER.test(follows) && !DIGIT.test(follows)) {
      const word = wordFrom(tokens, next, last);
      if (word === last) return 'ends';
      const between = tokens.text[next]!;
      if (LOWER.test(tokens.text[word]!) && !BRACKET_OPEN.has(between) && !lexicon.bullets.has(between)) {
        // An opening mark before a lower-case word: "... talks. "no deal" remains likely" is rare but is a sentence.
        return text === '.' && !closed && spaced ? 'ends' : 'goes on';
      }
      return 'ends';
    }
    if (LOWER.test(follows)) {
      // "The port is safe. she added." lost its quotation marks.
      if (lexicon.speakers.has(follows) && lexicon.speech.has(tokens.text[next + 1] ?? '')) return 'goes on';
      // Lower case after a full stop: a typing slip after a long plain word, an unknown abbreviation after a short one.
      return text === '.' && !closed && spaced && before.length > 3 && LOWER.test(before) ? 'ends' : 'goes on';
    }
    if (!spaced && !closed && text === '.') {
      // "scarves.Ten" ends; "v.2", "X.Y" do not.
      if (DIGIT.test(follows)) return 'goes on';
      return before.length > 1 || !LETTER.test(before) ? 'ends' : 'goes on';
    }
    if (closed && !STOPS.test(text) && speakerFollows(tokens, next, last)) return 'goes on';
    return 'ends';
  };

  /** A bullet before a blank or a capital; within other signs it is what a wrong decoding left behind. */
  const isBullet = (tokens: Tokens, i: number, last: number): boolean =>
    lexicon.bullets.has(tokens.text[i]!) &&
    tokens.gap[i]! > 0 &&
    i + 1 < last &&
    (tokens.gap[i + 1]! > 0 || UPPER.test(tokens.text[i + 1]!));

  return (tokens, first, last) => {
    const found: number[] = [];
    if (first >= last) return found;
    let begin = first;
    found.push(first);
    const cut = (at: number): void => {
      if (at > begin && at < last) {
        found.push(at);
        begin = at;
      }
    };
    for (let i = first; i < last; i++) {
      const text = tokens.text[i]!;
      if (i > begin && (tokens.gap[i] === 2 || isBullet(tokens, i, last))) cut(i);
      if (i - begin >= LONGEST_SENTENCE) cut(i);
      const end = text.charCodeAt(text.length - 1);
      const abbreviated = end === 46 && text.length > 1 && text.charCodeAt(0) !== 46;
      if (!abbreviated && !ENDS.test(text)) continue;
      const next = afterClosers(tokens, i + 1, begin, last);
      if (next >= last) continue;
      if (tokens.gap[next] === 2) cut(next);
      else if (abbreviated) {
        if (next === i + 1 || !DOTTED.test(text)) {
          if (judgeAbbreviation(tokens, i, next, last) === 'ends') cut(next);
        } else if (judgeStop(tokens, i, next, begin, last) === 'ends') cut(next);
      } else if (judgeStop(tokens, i, next, begin, last) === 'ends') cut(next);
    }
    return found;
  };
}
