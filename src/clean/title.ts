import { type Context, isRead, made, type Piece } from './piece.ts';

/**
 * The title: the first line where it has the look of one, or a marked heading near the top, or the words that the
 * source's metadata give. Rules: `clean/title-line`, `clean/title-marked`, `clean/title-metadata`.
 */

const fold = (s: string): string =>
  s
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const near = 4;
const longest = 200;

export function findTitle({ text, title }: Context, pieces: readonly Piece[]): readonly Piece[] {
  const early: number[] = [];
  for (let i = 0; i < pieces.length && early.length < near; i++) if (isRead(pieces[i]!.kind)) early.push(i);
  if (early.length === 0) return pieces;
  const as = (index: number, rule: string): readonly Piece[] =>
    pieces.map((p, i) => (i === index ? { ...p, kind: 'title', made: made(rule) } : p));
  const textOf = (i: number): string =>
    text.slice(pieces[i]!.start, Math.min(pieces[i]!.end, pieces[i]!.start + longest + 1));

  if (title) {
    const wanted = fold(title);
    const found = early.find((i) => wanted !== '' && fold(textOf(i)) === wanted);
    if (found !== undefined) return as(found, 'clean/title-metadata');
  }
  const marked = early.find((i) => {
    const { kind, made: by } = pieces[i]!;
    return kind === 'heading' && (by.rule === 'clean/bold-line' || by.rule === 'clean/markdown-heading');
  });
  if (marked !== undefined && early.indexOf(marked) < 3) return as(marked, 'clean/title-marked');

  const [first, second] = early;
  if (first === undefined || second === undefined || pieces[first]!.kind !== 'paragraph') return pieces;
  const line = textOf(first);
  const count = line.split(/\s+/u).length;
  // One or two words above a report are the name of its section.
  if (line.length > longest || count > 20 || count < 3 || /^[-–—*•]/u.test(line)) return pieces;
  if (/[,;:]$/u.test(line)) return pieces;
  if (/[.!?]["”’]?$/u.test(line)) {
    // A line that ends like a sentence is a title only where it stands again at the head of the body.
    const opening = fold(text.slice(pieces[second]!.start, pieces[second]!.start + longest * 2));
    if (!opening.includes(fold(line))) return pieces;
  }
  return as(first, 'clean/title-line');
}
