import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** Loaded when they are needed, which for JSON they are not: their tables of characters take a while to make. */
const stringWidth = (text: string): number => (require('string-width') as typeof import('string-width')).default(text);
const wrapAnsi: typeof import('wrap-ansi').default = (...given) =>
  (require('wrap-ansi') as typeof import('wrap-ansi')).default(...given);

const PLAIN = /^[ -~]*$/;

/** How many columns a text takes on a terminal; styles take none. */
export const widthOf = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));

/**
 * Breaks text into lines of at most `width` columns. The first line begins with `first`, the others with `rest`
 * (`first`'s width in blanks, if not given).
 */
export function hang(text: string, width: number, first: string, rest = ' '.repeat(widthOf(first))): string {
  const room = Math.max(10, width - Math.max(widthOf(first), widthOf(rest)));
  return wrapAnsi(text, room, { hard: true, trim: true })
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
