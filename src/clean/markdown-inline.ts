import { type Context, isRead, made, type Piece, type Stretch } from './piece.ts';

/**
 * Second pass: marks of Markdown and stray tags inside a block are cut from what is read. A block that is one image is
 * a caption, one that is nothing but a link a link; a short block that is all bold is a heading.
 *
 * Rules: `clean/image`, `clean/link-alone`, `clean/bold-line`; the cuts themselves bear no rule of their own.
 */

/** No expression here repeats inside a repeat, and every one is bounded, so a long line costs what its length costs. */
const marks = [
  '!\\[(?<alt>[^\\[\\]\\n]{0,300})\\]\\([^()\\s]{0,600}(?:\\([^()\\s]{0,200}\\)[^()\\s]{0,200})?(?:\\s+"[^"\\n]{0,200}")?\\)',
  '\\[(?<words>[^\\[\\]\\n]{1,300})\\](?:\\((?:[^()\\s]{0,600})(?:\\([^()\\s]{0,200}\\)[^()\\s]{0,200})?(?:\\s+"[^"\\n]{0,200}")?\\)|\\[[\\w -]{0,40}\\])',
  '(?<bold>\\*\\*\\*|\\*\\*|__|~~)',
  '(?<![\\p{L}\\p{N}*])(?<star>\\*)(?=[\\p{L}\\p{N}"“‘(\'])[^*\\n]{1,300}(?<=[\\p{L}\\p{N}"”’).,:;!?\'])\\*(?![\\p{L}\\p{N}*])',
  '(?<![\\p{L}\\p{N}_])(?<line>_)(?=[\\p{L}\\p{N}"“‘(\'])[^_\\n]{1,300}(?<=[\\p{L}\\p{N}"”’).,:;!?\'])_(?![\\p{L}\\p{N}_])',
  '<(?:https?://|mailto:)[^<>\\s]{1,600}>',
  '(?<tag></?(?:p|br|b|i|u|em|strong|a|span|div|h[1-6]|li|ul|ol|blockquote|q|cite|small|sup|sub|img|figure|figcaption|hr|font)\\b[^<>]{0,400}>)',
].join('|');
const inline = new RegExp(marks, 'giu');
const worth = /[*_[<~]/;
const tagWithWords = /^<\/?[a-z]/i;

function cutsOf(text: string, piece: Piece): readonly Stretch[] {
  const source = text.slice(piece.start, piece.end);
  if (!worth.test(source)) return [];
  const cuts: Stretch[] = [];
  const open = new Map<string, Stretch>();
  const cut = (from: number, length: number): void => {
    cuts.push({ start: piece.start + from, end: piece.start + from + length });
  };
  inline.lastIndex = 0;
  for (let m = inline.exec(source); m; m = inline.exec(source)) {
    const whole = m[0];
    const named = m.groups ?? {};
    if (named['bold'] !== undefined) {
      // Only marks that come in pairs are marks.
      const here = { start: piece.start + m.index, end: piece.start + m.index + whole.length };
      const before = open.get(whole);
      if (before) {
        cuts.push(before, here);
        open.delete(whole);
      } else open.set(whole, here);
    } else if (named['words'] !== undefined) {
      cut(m.index, 1);
      cut(m.index + 1 + named['words'].length, whole.length - 1 - named['words'].length);
      inline.lastIndex = m.index + 1;
    } else if (named['star'] !== undefined || named['line'] !== undefined) {
      cut(m.index, 1);
      cut(m.index + whole.length - 1, 1);
      inline.lastIndex = m.index + 1;
    } else cut(m.index, whole.length);
    // The words of a link, and words in italics, may hold further marks: the search goes on inside, and what was
    // found twice is joined when the block is finished.
    if (tagWithWords.test(whole) && inline.lastIndex < m.index + whole.length)
      inline.lastIndex = m.index + whole.length;
  }
  return cuts;
}

const linkLine = /^\[[^[\]\n]{1,300}\]\([^\s]{1,900}\)$/u;
/** Emphasis over a whole line, which may hold bold words. */
const emphasised = /^([*_])(?!\1|\s).*[^\s*_]\1$/su;
const image = /^!\[[^\]\n]{0,300}\]\([^\n]{0,900}\)$/u;
const boldLine = /^(?:\*\*|__)[^*_\n]{2,200}(?:\*\*|__)$/u;

export function readMarkdown({ text }: Context, pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, i) => {
    if (!isRead(piece.kind)) return piece;
    if (piece.end - piece.start < 1300 && image.test(text.slice(piece.start, piece.end))) {
      return { ...piece, kind: 'caption', made: made('clean/image') };
    }
    const source = piece.end - piece.start < 1300 ? text.slice(piece.start, piece.end) : '';
    if (i > 0 && linkLine.test(source)) return { ...piece, kind: 'link', made: made('clean/link-alone') };
    const cuts = [...cutsOf(text, piece)];
    if (emphasised.test(source)) {
      cuts.push({ start: piece.start, end: piece.start + 1 }, { start: piece.end - 1, end: piece.end });
    }
    if (cuts.length === 0) return piece;
    const bold =
      piece.kind === 'paragraph' && piece.end - piece.start < 210 && boldLine.test(text.slice(piece.start, piece.end));
    return {
      ...piece,
      ...(bold ? { kind: 'heading' as const, made: made('clean/bold-line') } : {}),
      cuts: [...piece.cuts, ...cuts],
    };
  });
}
