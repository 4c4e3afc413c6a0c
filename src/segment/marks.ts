import type { Tokens } from './tokens.ts';

/** Which way a quotation mark faces, judged by its shape and the blanks around it alone. */
export type Side = 'open' | 'close' | 'either' | 'none';

/** Double marks close double marks, single ones single ones; guillemets count as double. */
export type Family = 'double' | 'single';

/** A quotation mark among the words. */
export interface Mark {
  /** Index of the word that is the mark. */
  readonly at: number;
  readonly family: Family;
  readonly side: Side;
}

interface Shape {
  readonly family: Family;
  /** The side that its shape gives it; `either` for straight marks. */
  readonly side: 'open' | 'close' | 'either';
}

const shape = (family: Family, side: Shape['side']): Shape => ({ family, side });

/** Every mark that can begin or end a quotation. */
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['"', shape('double', 'either')],
  ['＂', shape('double', 'either')],
  ["''", shape('double', 'close')],
  ['``', shape('double', 'open')],
  [',,', shape('double', 'open')],
  ['“', shape('double', 'open')],
  ['”', shape('double', 'close')],
  ['„', shape('double', 'open')],
  ['‟', shape('double', 'open')],
  ['«', shape('double', 'open')],
  ['»', shape('double', 'close')],
  ['‘‘', shape('double', 'open')],
  ['’’', shape('double', 'close')],
  ['″', shape('double', 'close')],
  ['「', shape('double', 'open')],
  ['」', shape('double', 'close')],
  ["'", shape('single', 'either')],
  ['`', shape('single', 'open')],
  ['´', shape('single', 'close')],
  ['‘', shape('single', 'open')],
  ['’', shape('single', 'close')],
  ['‚', shape('single', 'open')],
  ['‛', shape('single', 'open')],
  ['‹', shape('single', 'open')],
  ['›', shape('single', 'close')],
]);

const OPENERS = new Set(['(', '[', '{', '—', '–', '―', '-', '--', '/', '…', '...']);
const CLOSERS = new Set([')', ']', '}', '.', ',', ';', ':', '!', '?', '…', '...', '—', '–', '-', '--', '/']);
const WORD = /^[\p{L}\p{N}]/u;

/** The quotation mark at word `i` of the paragraph `[first, last)`; `null` where the word is none. */
export function markAt(tokens: Tokens, i: number, first: number, last: number): Mark | null {
  const text = tokens.text[i]!;
  const c = text.charCodeAt(0);
  // Most words are letters: leave at once.
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return null;
  const known = SHAPES.get(text);
  if (!known) return null;
  const before = i > first ? tokens.text[i - 1]! : '';
  const after = i + 1 < last ? tokens.text[i + 1]! : '';
  // Another mark beside it counts as if the blank beyond it stood here: “‘No’, he said.
  const free = before === '' || tokens.gap[i]! > 0 || OPENERS.has(before) || isOpening(before);
  const ends =
    after === '' || tokens.gap[i + 1]! > 0 || (CLOSERS.has(after) && !OPENERS.has(after)) || isClosing(after);
  const touches = after !== '' && tokens.gap[i + 1]! === 0;
  let side: Side;
  const stopped = after === '' || (touches && CLOSERS.has(after) && !OPENERS.has(after));
  if (stopped && i > first) {
    // Nothing can be opened right before a comma or at the end of a paragraph.
    side = 'close';
  } else if (free && !ends) {
    // A closing shape that stands like an opening one closes what is open, or opens („Yes”, ”Yes”).
    side = known.side === 'close' && known.family === 'double' ? 'either' : 'open';
  } else if (!free && ends) side = 'close';
  else {
    side = known.side;
    if (!free && (OPENERS.has(after) || SHAPES.has(after))) side = 'close';
  }
  if (known.family === 'single') {
    // Between letters or after a word with nothing after it, an apostrophe is likelier than an opening.
    if (side === 'either') side = free ? 'none' : 'close';
    if (text === '`' && side === 'close' && !WORD.test(before)) side = 'none';
  }
  return { at: i, family: known.family, side };
}

const isOpening = (text: string): boolean => SHAPES.get(text)?.side === 'open';
const isClosing = (text: string): boolean => SHAPES.get(text)?.side === 'close';
