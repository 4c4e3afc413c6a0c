import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** Loaded when they are needed, which for JSON they are not: their tables of characters take a while to make. */
const stringWidth = (text: string): number => (require('string-width') as typeof import('string-width')).default(text);
const wrapAnsi: typeof import('wrap-ansi').default = (...given) =>
  (require('wrap-ansi') as typeof import('wrap-ansi')).default(...given);

/** Letters and marks of European texts: each takes one column, whatever stands beside it. */
const NARROW =
  '\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0373\u0386-\u0482\u2010-\u2016\u2018-\u2022\u2026\u2039\u203a\u20ac\u258c\u258f';
const PLAIN = new RegExp(`^[ -~${NARROW}]*$`);
const STYLED = new RegExp(`^(?:[ -~\\n${NARROW}]|\\u001b\\[[\\d;]*m)*$`);
const OTHERS = new RegExp(`[${NARROW}]`, 'g');
// biome-ignore lint/suspicious/noControlCharactersInRegex: styles begin with one.
const PIECE = /\u001b\[[\d;]*m|\S/g;

/** How many columns a text takes on a terminal; styles take none. */
export const widthOf = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));

/**
 * Breaks text into lines of at most `room` columns. To measure other than plain letters costs the library's tables of all
 * characters, more than all else that is printed: where each takes one column, plain letters stand for them meanwhile.
 */
export function wrapped(text: string, room: number): string {
  const options = { hard: true, trim: true };
  if (!STYLED.test(text)) return wrapAnsi(text, room, options);
  const lines = wrapAnsi(text.replace(OTHERS, 'x'), room, options);
  // Lines differ from the text in blanks and in where styles begin and end; all else stands in the same order.
  const signs = text.match(PIECE)?.filter((piece) => piece.length === 1) ?? [];
  let at = 0;
  return lines.replace(PIECE, (piece) => (piece.length === 1 ? signs[at++]! : piece));
}

/**
 * Breaks text into lines of at most `width` columns. The first line begins with `first`, the others with `rest`
 * (`first`'s width in blanks, if not given).
 */
export function hang(text: string, width: number, first: string, rest = ' '.repeat(widthOf(first))): string {
  const room = Math.max(10, width - Math.max(widthOf(first), widthOf(rest)));
  return wrapped(text, room)
    .split('\n')
    .map((line, i) => (i === 0 ? first : rest) + line)
    .join('\n');
}

/** Cuts text to at most `width` columns, after a whole word where one ends near. Give it text without styles. */
export function clip(text: string, width: number): string {
  if (text.length <= width && widthOf(text) <= width) return text;
  let used = 0;
  let out = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, width * 8))) {
    used += widthOf(segment);
    if (used > width - 1) break;
    out += segment;
  }
  if (out.length === text.length) return text;
  const space = text[out.length] === ' ' ? out.length : out.lastIndexOf(' ');
  return `${out.slice(0, space > out.length * 0.6 ? space : out.length).trimEnd()}…`;
}
