import { abbreviationKind, type SegmentLexicon } from './lexicon.ts';

/**
 * Words of a report while they are being found: columns of equal length, so that millions of them stay cheap. Offsets
 * are UTF-16 units into the report's text.
 */
export interface Tokens {
  readonly start: number[];
  readonly end: number[];
  readonly text: string[];
  /** 0: none, 1: blank characters before it, 2: a blank line or the start of a block before it. */
  readonly gap: number[];
  /** 1 where it continues the word before it (a clitic), so that the tagger sees them together. */
  readonly joined: number[];
}

export const newTokens = (): Tokens => ({ start: [], end: [], text: [], gap: [], joined: [] });

/**
 * Finds the words of the stretch `[from, to)` of a text and adds them to `into`, up to `most` words in all. Made once
 * from the lexicon; holds no state between calls.
 */
export type Tokeniser = (text: string, from: number, to: number, into: Tokens, most?: number) => void;

/** No word is longer than this many characters; what is longer is cut into several. */
const LONGEST = 256;

const LETTERS = `\\p{L}[\\p{L}\\p{M}\\p{N}\\u00AD\\u200C\\u200D]{0,${LONGEST - 1}}`;
const APOSTROPHE = "['’ʼ‘ʻ`´]";

/** One word or mark; white space and control and format characters match nothing and are passed over. */
function wordPattern(lexicon: SegmentLexicon): RegExp {
  const inner = [...lexicon.abbreviations.keys()]
    .filter((word) => /\P{L}/u.test(word))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(
    [
      // Ph.D., Brig.-Gen.: the abbreviations of the lexicon that hold more than letters
      `(?<!\\p{L})(?:${inner.join('|')})\\.?(?![\\p{L}\\p{M}])`,
      // U.S., a.m., U.S.A
      '(?:\\p{L}\\.){2,10}(?:\\p{Lu}(?![\\p{L}\\p{M}.]))?',
      // T-72, COVID-19, Su-35S
      '(?<![-\\p{L}])\\p{Lu}\\p{L}{0,5}-\\p{Nd}[\\p{L}\\p{N}]{0,7}',
      // e-mail, X-ray
      '(?<!-)\\p{L}-\\p{L}[\\p{L}\\p{M}]{1,30}(?!-)',
      // Voss, Sana'a, don't (clitics are split off afterwards)
      `${LETTERS}(?:${APOSTROPHE}${LETTERS}){0,3}`,
      // 2031-02-24, 10:30, 1,200.5, 3/4, 12th, 1990s, 5G
      '\\p{Nd}{4}-\\p{Nd}\\p{Nd}-\\p{Nd}\\p{Nd}(?!\\p{Nd})',
      `\\p{N}{1,${LONGEST}}(?:[.,:/]\\p{Nd}{1,64}){0,16}(?:(?:st|nd|rd|th|s|\\p{Lu})(?![\\p{L}\\p{N}]))?`,
      // '90s, 'em, al-'Arabi
      "['’‘]\\p{Nd}\\p{Nd}s(?!\\p{L})",
      `['’‘](?:${lexicon.elisions.join('|')})(?![\\p{L}\\p{M}])`,
      `(?<=\\p{L}-)['’‘ʻ]${LETTERS}`,
      // 's after a figure or a mark
      '(?<=[\\p{N}\\p{Pe}\\p{Pf}"])[\'’]s(?![\\p{L}\\p{M}])',
      '[@#][\\p{L}\\p{N}_]{1,100}',
      // Marks made of several characters
      "\\.{2,64}|-{2,64}|[!?]{2,64}|''(?!')|‘‘|’’|``|,,(?=[\\p{L}\\p{N}])|([*_=~+<>])\\1{1,63}",
      '[^\\s\\p{Cc}\\p{Cf}]\\p{M}{0,8}',
    ].join('|'),
    'gu',
  );
}

const FULL_STOP = 46;
const isLetter = (text: string, at: number): boolean => {
  const c = text.charCodeAt(at);
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c > 127 && /\p{L}/u.test(text[at]!));
};
const isUpper = (text: string, at: number): boolean => {
  const c = text.charCodeAt(at);
  return (c >= 65 && c <= 90) || (c > 127 && /\p{Lu}/u.test(text[at] ?? ''));
};
const isDigit = (text: string, at: number): boolean => {
  const c = text.charCodeAt(at);
  return c >= 48 && c <= 57;
};
const BLANK = /[\s\p{Cc}\p{Cf}]/u;
const FIGURE = /[\s]{0,2}(?:\p{Nd}|[IVX]{1,6}(?!\p{L}))/uy;
const BLANK_LINE = /\n[^\S\n]*\n|\r\r|\r\n[^\S\n]*\r\n|\u2029/;

/** Makes the tokeniser from the abbreviations, host names and elisions of the lexicon. */
export function makeTokeniser(lexicon: SegmentLexicon): Tokeniser {
  const pattern = wordPattern(lexicon);
  const host = new RegExp(
    `(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}(?:${lexicon.hosts.join('|')})(?![\\p{L}\\p{N}-])(?:[/?#][^\\s"“”«»<>]{0,2000}(?<![.,;:!?)\\]'’]))?`,
    'uy',
  );
  const file = new RegExp(`[\\p{L}\\p{N}_-]{1,63}\\.(?:${lexicon.files.join('|')})(?![\\p{L}\\p{N}-])`, 'uiy');
  const mail = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;
  const address = /[a-z]{2,10}:\/\/[^\s"“”«»<>]{1,2000}(?<![.,;:!?)\]'’])/iuy;

  const matchEnd = (regex: RegExp, text: string, at: number): number => {
    regex.lastIndex = at;
    return regex.test(text) ? regex.lastIndex : -1;
  };

  /** The end of the web address, mail address or file name that starts with the word `[start, end)`; -1 for none. */
  const addressEnd = (text: string, start: number, end: number): number => {
    const c = text.charCodeAt(end);
    if (c === FULL_STOP && (isLetter(text, end + 1) || isDigit(text, end + 1))) {
      return Math.max(matchEnd(mail, text, start), matchEnd(host, text, start), matchEnd(file, text, start));
    }
    if (c === 64) return matchEnd(mail, text, start);
    if (c === 58 && text.charCodeAt(end + 1) === 47) return matchEnd(address, text, start);
    return -1;
  };

  /** Whether the full stop at `end` belongs to the abbreviation or initial `[start, end)`. */
  const keepsStop = (text: string, word: string, end: number): boolean => {
    if (text.charCodeAt(end + 1) === FULL_STOP) return false;
    const kind = abbreviationKind(lexicon, word);
    if (kind === 'before-figure') {
      FIGURE.lastIndex = end + 1;
      return FIGURE.test(text);
    }
    if (kind) return true;
    if (word.length !== 1 || !isUpper(text, end - 1)) return false;
    // An initial: a capital, and a name follows ("J. Rowan", "K.Rowan"), not a word that begins a sentence.
    let at = end + 1;
    while (at < text.length && at < end + 3 && BLANK.test(text[at]!)) at++;
    if (!isUpper(text, at)) return false;
    let to = at + 1;
    while (to < at + 14 && isLetter(text, to)) to++;
    return !lexicon.starters.has(text.slice(at, to).toLowerCase()) || to === at + 1;
  };

  return (text, from, to, into, most = Infinity) => {
    const run = from === 0 && to === text.length ? text : text.slice(from, to);
    let last = 0;
    const push = (start: number, end: number, joined: number): void => {
      let gap = 0;
      if (into.start.length === 0) gap = 1;
      else if (start > last) gap = start - last > 1 && BLANK_LINE.test(run.slice(last, start)) ? 2 : 1;
      into.start.push(from + start);
      into.end.push(from + end);
      into.text.push(run.slice(start, end));
      into.gap.push(gap);
      into.joined.push(joined);
      last = end;
    };
    pattern.lastIndex = 0;
    for (let match = pattern.exec(run); match && into.start.length < most; match = pattern.exec(run)) {
      const start = match.index;
      const word = match[0];
      let end = start + word.length;
      if (!isLetter(run, start) && !isDigit(run, start)) {
        push(start, end, 0);
        continue;
      }
      const next = run.charCodeAt(end);
      if (next === FULL_STOP || next === 64 || next === 58) {
        const whole = addressEnd(run, start, end);
        if (whole > end) {
          push(start, whole, 0);
          pattern.lastIndex = whole;
          continue;
        }
        if (next === FULL_STOP && keepsStop(run, word, end)) {
          end += 1;
          push(start, end, 0);
          pattern.lastIndex = end;
          continue;
        }
      }
      const cut = word.length < 3 ? -1 : cliticAt(word, lexicon.clitics);
      if (cut > 0) {
        push(start, start + cut, 0);
        push(start + cut, end, 1);
      } else push(start, end, 0);
    }
  };
}

/** Where the clitic of a word begins ("Voss|'s", "do|n't"); -1 where there is none. */
function cliticAt(word: string, clitics: SegmentLexicon['clitics']): number {
  let at = word.length - 2;
  const least = Math.max(1, word.length - 3);
  while (at >= least && !isApostrophe(word.charCodeAt(at))) at--;
  if (at < least) return -1;
  const form = word.slice(at + 1).toLowerCase();
  if (!clitics.has(form)) return -1;
  if (form !== 't') return at;
  const n = word.charCodeAt(at - 1);
  return at > 1 && (n === 110 || n === 78) ? at - 1 : -1;
}

const isApostrophe = (c: number): boolean =>
  c === 39 || c === 0x2018 || c === 0x2019 || c === 0x2bc || c === 0x60 || c === 0xb4;
