import type { BlockKind, Producer } from '../record.ts';
import { entryAt, keep } from './lines.ts';
import { type Context, type Found, isRead, made, type Piece, type Stretch, split } from './piece.ts';

/**
 * What stands glued into a paragraph, by the lexicon's patterns: between two sentences (`glued`), after the last of
 * them (`tail`), or inside one (`within`). Rules: those of the lexicon.
 */

/** How much of a paragraph's end is searched for credits; and how near the report's end a name alone is a byline. */
const tailLength = 700;
const lastPieces = 2;

type Part = Stretch & { readonly kind: BlockKind; readonly made: Producer };

/** Whether a sentence has ended right before `at`. */
const afterSentence = (source: string, at: number): boolean =>
  /(?:^|[.!?…”"’)\]])\s{0,3}$/u.test(source.slice(Math.max(0, at - 5), at));

function betweenSentences(context: Context, source: string, piece: Piece): readonly Part[] {
  const { glued } = context.lexicon.patterns;
  if (!glued.any) return [];
  const out: Part[] = [];
  glued.any.lastIndex = 0;
  for (let m = glued.any.exec(source); m; m = glued.any.exec(source)) {
    const hit = entryAt(glued, source, m.index);
    const whole = m[0].trimEnd();
    if (!hit || whole.length === 0) continue;
    if (!afterSentence(source, m.index)) continue;
    const start = piece.start + m.index;
    out.push({ start, end: start + whole.length, kind: hit.entry.kind, made: made(hit.entry.rule, hit.entry.entry) });
  }
  return out;
}

function afterLastSentence(context: Context, source: string, piece: Piece, late: boolean, found: Found): Part | null {
  const { tail } = context.lexicon.patterns;
  if (!tail.any) return null;
  const from = Math.max(0, source.length - tailLength);
  tail.any.lastIndex = from;
  for (let m = tail.any.exec(source); m; m = tail.any.exec(source)) {
    // The next try starts one unit on: patterns may match over one another.
    tail.any.lastIndex = m.index + 1;
    if (m.index === 0 || !afterSentence(source, m.index)) continue;
    const hit = entryAt(tail, source, m.index);
    if (!hit || (hit.entry.kind === 'byline' && !late)) continue;
    keep(found, hit.match, piece.start);
    return {
      start: piece.start + m.index,
      end: piece.end,
      kind: hit.entry.kind,
      made: made(hit.entry.rule, hit.entry.entry),
    };
  }
  return null;
}

function insideSentences(context: Context, source: string, piece: Piece): readonly Stretch[] {
  const { within } = context.lexicon.patterns;
  if (!within.any) return [];
  const cuts: Stretch[] = [];
  within.any.lastIndex = 0;
  for (let m = within.any.exec(source); m; m = within.any.exec(source)) {
    if (m[0].length === 0) break;
    cuts.push({ start: piece.start + m.index, end: piece.start + m.index + m[0].length });
  }
  return cuts;
}

export function readGlued(context: Context, pieces: readonly Piece[], found: Found): readonly Piece[] {
  const { text } = context;
  return pieces.flatMap((piece, i) => {
    if (!isRead(piece.kind) || piece.kind === 'title') return [piece];
    const source = text.slice(piece.start, piece.end);
    const parts = [...betweenSentences(context, source, piece)];
    const tail = afterLastSentence(context, source, piece, i >= pieces.length - lastPieces, found);
    if (tail) {
      while (parts.length > 0 && parts[parts.length - 1]!.end > tail.start) parts.pop();
      parts.push(tail);
    }
    const cuts = insideSentences(context, source, piece);
    const cut = cuts.length > 0 ? { ...piece, cuts: [...piece.cuts, ...cuts] } : piece;
    return parts.length > 0 ? split(text, cut, parts) : [cut];
  });
}
