import type { Cleaned, Document, Filing } from '../record.ts';
import { splitBlocks } from './blocks.ts';
import { findCapitalHeadlines } from './capitals.ts';
import { readGlued } from './glued.ts';
import { readHeads } from './head.ts';
import type { CleanLexicon } from './lexicon.ts';
import { readLines, readNameOverDate, readTrailingLines, readUnderLabels } from './lines.ts';
import { readMarkdown } from './markdown-inline.ts';
import { blockOf, type Context, type Found, isRead, type Piece } from './piece.ts';
import { findRepeats } from './repeats.ts';
import { findTitle } from './title.ts';
import { wordsOf } from './words.ts';

/**
 * The cleaning stage: a view of the report, never a new text. Small passes in order, each in a file of its own:
 * blocks, Markdown marks, lines that are not the report, the title, headlines of other stories, what is glued into
 * paragraphs, what stands again, and what stands before the first sentence. Pure; the work grows as the text does.
 */
export function clean(document: Document, lexicon: CleanLexicon): Cleaned {
  const { text, title } = document;
  const context: Context = { text, lexicon, title };
  const found: Found = { place: null, agency: null, date: null, author: null };
  let pieces: readonly Piece[] = splitBlocks(text);
  pieces = readMarkdown(context, pieces);
  pieces = readLines(context, pieces, found);
  pieces = readUnderLabels(context, pieces);
  pieces = readNameOverDate(context, pieces);
  pieces = findTitle(context, pieces);
  pieces = readTrailingLines(context, pieces);
  pieces = findCapitalHeadlines(context, pieces);
  pieces = readGlued(context, pieces, found);
  const words = wordsOf(text, pieces, (p) => isRead(p.kind) || p.kind === 'caption');
  const { repeats, cuts } = findRepeats(text, pieces, words);
  pieces = withCuts(pieces, cuts);
  pieces = readHeads(context, pieces, cuts, found);
  const filing: Filing = found;
  return { blocks: pieces.map((p) => blockOf(text, p)), repeats, filing, notes: [] };
}

function withCuts(
  pieces: readonly Piece[],
  cuts: readonly { start: number; end: number; piece: number }[],
): readonly Piece[] {
  if (cuts.length === 0) return pieces;
  const byPiece = new Map<number, { start: number; end: number }[]>();
  for (const { start, end, piece } of cuts) {
    const list = byPiece.get(piece);
    if (list) list.push({ start, end });
    else byPiece.set(piece, [{ start, end }]);
  }
  return pieces.map((p, i) => {
    const own = byPiece.get(i);
    return own ? { ...p, cuts: [...p.cuts, ...own] } : p;
  });
}
