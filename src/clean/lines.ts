import { span } from '../text/span.ts';
import type { CleanLexicon } from './lexicon.ts';
import { entryAt, entryFrom, type Hit } from './patterns.ts';
import { type Context, type Found, isRead, made, type Piece } from './piece.ts';

/**
 * Third pass: whole lines that are not the report, by the lexicon's patterns for `line`, `lead` and `end`; and short
 * lines without a full stop, which are headings. Rules: those of the lexicon, and `clean/short-line`.
 */

/** Longer lines are never dropped whole: nothing but the report itself runs to that length. */
const ordinary = 400;
/** What of a line's end is searched for a picture agency's name. */
const ending = 90;
const mark = /[\s*_#>"“”'‘’(\-–—•|[\]]/u;

/** The stretch of a named group, found again inside its match. */
export function stretchOf(match: RegExpExecArray, group: string, base: number): { start: number; end: number } | null {
  const words = match.groups?.[group];
  if (!words) return null;
  const at = match[0].indexOf(words);
  const bare = words.replace(/[\s,;]+$/u, '');
  return { start: base + match.index + at, end: base + match.index + at + bare.length };
}

/** Keeps what the named groups of a match tell of the filing; what is known already stays. */
export function keep(found: Found, match: RegExpExecArray, base: number): void {
  for (const key of ['author', 'date', 'place', 'agency'] as const) {
    const s = stretchOf(match, key, base);
    if (s && !found[key]) found[key] = span(s.start, s.end);
  }
}

/** The same for a match in a line without its marks: the words are looked for in the line as it stands, at `base`. */
function keepWords(found: Found, match: RegExpExecArray, line: string, base: number): void {
  for (const key of ['author', 'date', 'place', 'agency'] as const) {
    const words = match.groups?.[key]?.replace(/[\s.,;]+$/u, '');
    const at = words ? line.indexOf(words) : -1;
    if (words && !found[key] && at >= 0) found[key] = span(base + at, base + at + words.length);
  }
}

function lineEntry(lexicon: CleanLexicon, line: string): Hit | null {
  // Marks around the words, as of Markdown or brackets, do not count; a pattern may itself begin with a bracket.
  let start = 0;
  while (start < line.length && mark.test(line[start]!)) start++;
  const { line: whole, lead, end } = lexicon.patterns;
  for (const at of start > 0 ? [0, start] : [0]) {
    for (const group of [whole, lead]) {
      const hit = entryAt(group, line, at);
      if (hit) return hit;
    }
  }
  return entryFrom(end, line, Math.max(0, line.length - ending));
}

/** Sentences that have to come before, for the lines after the last of them to be links. */
const settled = 3;

const sentenceEnd = /[.!?…,;]["'”’)\]*_]*$/u;

export function readLines({ text, lexicon }: Context, pieces: readonly Piece[], found: Found): readonly Piece[] {
  return pieces.map((piece, i) => {
    if (!isRead(piece.kind) || piece.end - piece.start > ordinary) return piece;
    // Spaces of every width are one to the patterns.
    const line = text.slice(piece.start, piece.end).replace(/[\u00a0\u2002-\u200a\u202f]/gu, ' ');
    // Marks of emphasis inside the line do not count either; what they are cut from keeps its place in the text.
    const hit =
      lineEntry(lexicon, line) ?? (/[*_]/.test(line) ? lineEntry(lexicon, line.replace(/[*_]{1,3}/gu, '')) : null);
    if (hit) {
      keepWords(found, hit.match, line, piece.start);
      return { ...piece, kind: hit.entry.kind, made: made(hit.entry.rule, hit.entry.entry) };
    }
    if (piece.kind === 'paragraph' && i > 0 && line.length <= 110 && !sentenceEnd.test(line) && i + 1 < pieces.length) {
      if (/\p{L}/u.test(line) && line.split(/\s+/u).length <= 14 && !/^[-–—]\s*\p{L}/u.test(line)) {
        return { ...piece, kind: 'heading', made: made('clean/short-line') };
      }
    }
    return piece;
  });
}

/** How near the top a name over a date stands. */
const top = 4;

/** A short line right over the line of the date, near the top: who wrote it, or which agency. Rule: `clean/name-over-date`. */
export function readNameOverDate({ text }: Context, pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((p, i) => {
    const next = pieces[i + 1];
    const isName = i > 0 && i < top && p.made.rule === 'clean/short-line' && next?.made.rule === 'clean/date-line';
    return isName && text.slice(p.start, p.end).split(/\s+/u).length <= 6
      ? { ...p, kind: 'byline', made: made('clean/name-over-date') }
      : p;
  });
}

/** Rules whose lines name what comes below them. */
const labels = 'clean/link-label-line';

/** Lines without a full stop, or list items, right under a label such as `Related stories`. Rule: `clean/under-label`. */
export function readUnderLabels({ text }: Context, pieces: readonly Piece[]): readonly Piece[] {
  let under = false;
  return pieces.map((p) => {
    if (p.made.rule === labels) {
      under = true;
      return p;
    }
    if (!under || !isRead(p.kind)) return p;
    const line = p.end - p.start <= 200 ? text.slice(p.start, p.end) : '';
    under = line !== '' && !/^["“‘]/u.test(line) && (p.kind === 'item' || !sentenceEnd.test(line));
    return under ? { ...p, kind: 'link', made: made('clean/under-label') } : p;
  });
}

/**
 * Short lines without a full stop after the last paragraph of a report that has them: headlines of other stories, or a
 * name. Rule: `clean/trailing-line`.
 */
export function readTrailingLines({ text }: Context, pieces: readonly Piece[]): readonly Piece[] {
  const ends = (p: Piece): boolean => sentenceEnd.test(text.slice(Math.max(p.start, p.end - 8), p.end));
  let from = pieces.length;
  while (from > 0) {
    const p = pieces[from - 1]!;
    if (isRead(p.kind) && (p.kind === 'item' || p.end - p.start > 110 || ends(p) || /^["“‘\-–—]/u.test(text[p.start]!)))
      break;
    from--;
  }
  const body = pieces.slice(0, from).filter((p) => p.kind === 'paragraph');
  const whole = body.filter(ends).length;
  if (whole < settled || whole < body.length * 0.7) return pieces;
  return pieces.map((p, i) =>
    i >= from && isRead(p.kind) ? { ...p, kind: 'link', made: made('clean/trailing-line') } : p,
  );
}
