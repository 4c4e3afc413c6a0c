import type { BlockKind, Producer } from '../record.ts';
import { headlineEnd } from './headlines.ts';
import { keep } from './lines.ts';
import { entryAt, entryFrom } from './patterns.ts';
import { type Context, type Found, isRead, made, type Piece, type Stretch, split, trimmed } from './piece.ts';

/**
 * What stands glued into a paragraph, by the lexicon's patterns: between two sentences (`glued`, `credit`), after the last of
 * them (`tail`), or inside one (`within`). Rules: those of the lexicon.
 */

/** How much of a paragraph's end, in units, is searched for credits; and how near the report's end a name alone is a byline. */
const tailLength = 700;
const lastPieces = 2;

type Part = Stretch & { readonly kind: BlockKind; readonly made: Producer };

/** Where something may stand between sentences: the start, and past the mark and space after each sentence's end. */
function openings(source: string): readonly number[] {
  const out = [0];
  for (let i = 0; i < source.length; i++) {
    if (!closes(source.charCodeAt(i))) continue;
    let next = i + 1;
    while (next < source.length && next <= i + 6 && isSpace(source.charCodeAt(next))) next++;
    if (next < source.length && !closes(source.charCodeAt(next))) out.push(next);
  }
  return out;
}

const isSpace = (unit: number): boolean => unit <= 32 || unit === 0xa0;
/** `. ! ? ) ] " … ” ’` */
const closes = (unit: number): boolean =>
  unit === 46 ||
  unit === 33 ||
  unit === 63 ||
  unit === 41 ||
  unit === 93 ||
  unit === 34 ||
  unit === 0x2026 ||
  unit === 0x201d ||
  unit === 0x2019;

function betweenSentences(context: Context, source: string, piece: Piece, places: readonly number[]): Part[] {
  const { headlines, patterns } = context.lexicon;
  const out: Part[] = [];
  let from = 0;
  for (const at of places) {
    if (at < from) continue;
    let hit = entryAt(patterns.glued, source, at);
    let end = hit ? at + hit.match[0].length : -1;
    if (!hit && at > 0) {
      hit = entryAt(patterns.credit, source, at);
      if (hit) end = headlineEnd(source, at + hit.match[0].length, headlines);
    }
    if (!hit || end < 0) continue;
    const start = piece.start + at;
    const { length } = source.slice(at, end).trimEnd();
    out.push({ start, end: start + length, kind: hit.entry.kind, made: made(hit.entry.rule, hit.entry.entry) });
    from = at + length;
  }
  return out;
}

function afterLastSentence(
  context: Context,
  source: string,
  piece: Piece,
  places: readonly number[],
  late: boolean,
  found: Found,
): Part | null {
  for (const at of places) {
    if (at === 0 || at < source.length - tailLength || at >= source.length) continue;
    const hit = entryAt(context.lexicon.patterns.tail, source, at);
    if (!hit || (hit.entry.kind === 'byline' && !late)) continue;
    keep(found, hit.match, piece.start);
    return {
      start: piece.start + at,
      end: piece.start + source.length,
      kind: hit.entry.kind,
      made: made(hit.entry.rule, hit.entry.entry),
    };
  }
  return null;
}

/** What closes the page, among the report's last units. */
function pageEnd(context: Context, source: string, piece: Piece): Part | null {
  const { close } = context.lexicon.patterns;
  const hit = entryFrom(close, source, Math.max(0, source.length - tailLength));
  if (!hit || hit.match.index === 0) return null;
  const start = piece.start + hit.match.index;
  return { start, end: piece.end, kind: hit.entry.kind, made: made(hit.entry.rule, hit.entry.entry) };
}

function insideSentences(context: Context, source: string, piece: Piece): readonly Stretch[] {
  const { within } = context.lexicon.patterns;
  const cuts: Stretch[] = [];
  for (let hit = entryFrom(within, source, 0); hit; ) {
    const { index } = hit.match;
    const end = index + hit.match[0].length;
    cuts.push({ start: piece.start + index, end: piece.start + end });
    hit = entryFrom(within, source, end);
  }
  return cuts;
}

export function readGlued(context: Context, pieces: readonly Piece[], found: Found): readonly Piece[] {
  const { text } = context;
  return pieces.flatMap((piece, i) => {
    if (!isRead(piece.kind) || piece.kind === 'title') return [piece];
    const source = text.slice(piece.start, piece.end);
    const places = openings(source);
    const parts = betweenSentences(context, source, piece, places);
    const late = i >= pieces.length - lastPieces;
    const end = late ? pageEnd(context, source, piece) : null;
    const rest = end ? source.slice(0, end.start - piece.start).trimEnd() : source;
    const tail = afterLastSentence(context, rest, piece, places, late, found);
    if (end) {
      const before = parts.splice(0).filter((p) => p.start < end.start);
      parts.push(...before.map((p) => (p.end <= end.start ? p : { ...p, ...trimmed(text, p.start, end.start) })), end);
    }
    // What goes to the paragraph's end holds the tail.
    if (tail && !parts.some((p) => p.start < tail.start && p.end >= tail.end)) {
      while (parts.length > 0 && parts[parts.length - 1]!.end > tail.start) parts.pop();
      parts.push(tail);
      if (end) parts.push(end);
    }
    const cuts = insideSentences(context, source, piece);
    const cut = cuts.length > 0 ? { ...piece, cuts: [...piece.cuts, ...cuts] } : piece;
    return parts.length > 0 ? split(text, cut, parts) : [cut];
  });
}
