import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** How many columns a text takes on a terminal; styles take none. */
export const widthOf = (text: string): number => stringWidth(text);

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

/** Cuts text to at most `width` columns, an ellipsis showing the cut. Give it text without styles. */
export function clip(text: string, width: number): string {
  if (text.length <= width && widthOf(text) <= width) return text;
  let used = 0;
  let out = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text.slice(0, width * 8),
  )) {
    const w = widthOf(segment);
    if (used + w > width - 1) return `${out.trimEnd()}…`;
    used += w;
    out += segment;
  }
  return out.length < text.length ? `${out.trimEnd()}…` : out;
}
