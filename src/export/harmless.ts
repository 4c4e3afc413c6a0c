/**
 * Text that others wrote, made safe to print on a terminal.
 *
 * A report may hold escape sequences that recolour, move or retitle a terminal, and direction marks that make a line
 * read other than it is written. Each such character is shown as its code point instead: `‹U+202E›`.
 */

// C0 and C1 controls, line and paragraph separators, direction marks, embeddings, overrides and isolates, the byte
// order mark, tag characters, and surrogates that stand alone. Letters of right-to-left scripts stay as they are.
const HARMFUL =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

const shown = (character: string): string =>
  `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;

/** Every harmful character shown as its code point. Line breaks and tabs count as harmful: see `oneLine`. */
export const harmless = (text: string): string => text.replace(HARMFUL, shown);

/** The text on one line: runs of white space become one space, and what else is harmful is shown. */
export const oneLine = (text: string): string => harmless(text.replace(/[\t\n\v\f\r\u2028\u2029 ]+/g, ' ').trim());
