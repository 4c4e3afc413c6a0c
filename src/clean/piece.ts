import type { Block, BlockKind, Filing, Producer } from '../record.ts';
import { span } from '../text/span.ts';
import type { CleanLexicon } from './lexicon.ts';

/** A stretch of the text in plain numbers. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A block in the making: passes change its kind, cut from it, or split it. Never changed in place. */
export interface Piece extends Stretch {
  readonly kind: BlockKind;
  readonly made: Producer;
  /** Stretches inside that are not read, in no particular order; they may overlap. */
  readonly cuts: readonly Stretch[];
}

/** What every pass may look at. */
export interface Context {
  readonly text: string;
  readonly lexicon: CleanLexicon;
  /** The title that the source's metadata gives. */
  readonly title: string | null;
}

/** What passes find out about the report besides its blocks. */
export type Found = { -readonly [K in keyof Filing]: Filing[K] };

export const made = (rule: string, entry?: string): Producer =>
  entry === undefined ? { stage: 'clean', rule } : { stage: 'clean', rule, entry };

const readable: ReadonlySet<BlockKind> = new Set<BlockKind>(['title', 'heading', 'paragraph', 'item', 'quotation']);

/** Whether a block of this kind carries the report itself. */
export const isRead = (kind: BlockKind): boolean => readable.has(kind);

const isSpace = (unit: number): boolean => unit <= 32 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff;

/** The stretch without white space at its ends. */
export function trimmed(text: string, start: number, end: number): Stretch {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Stretches in order of position, those that touch or overlap joined. */
export function joined(cuts: readonly Stretch[]): readonly Stretch[] {
  if (cuts.length < 2) return cuts;
  const sorted = [...cuts].sort((a, b) => a.start - b.start || a.end - b.end);
  const out: { start: number; end: number }[] = [];
  for (const c of sorted) {
    const last = out[out.length - 1];
    if (last && c.start <= last.end) last.end = Math.max(last.end, c.end);
    else out.push({ start: c.start, end: c.end });
  }
  return out;
}

/** A piece divided by `parts`, which lie inside it in order: what is left over between keeps its kind. */
export function split(
  text: string,
  piece: Piece,
  parts: readonly (Stretch & { readonly kind: BlockKind; readonly made: Producer })[],
): readonly Piece[] {
  const out: Piece[] = [];
  let at = piece.start;
  const rest = (end: number): void => {
    const s = trimmed(text, at, end);
    if (s.end > s.start) {
      out.push({ ...piece, ...s, cuts: piece.cuts.filter((c) => c.start < s.end && c.end > s.start) });
    }
  };
  for (const part of parts) {
    if (part.start < at) continue;
    rest(part.start);
    out.push({ start: part.start, end: part.end, kind: part.kind, made: part.made, cuts: [] });
    at = part.end;
  }
  rest(piece.end);
  return out;
}

/** The finished block: its runs are what the cuts leave, without white space at either end. */
export function blockOf(text: string, piece: Piece): Block {
  const runs = [];
  if (isRead(piece.kind)) {
    let at = piece.start;
    for (const cut of [...joined(piece.cuts), { start: piece.end, end: piece.end }]) {
      const end = Math.min(cut.start, piece.end);
      // White space before a cut is kept, so that words on either side do not run together; a run of nothing but
      // white space is dropped.
      const bare = trimmed(text, at, end);
      if (bare.end > bare.start) runs.push(span(at, cut.start >= piece.end ? bare.end : end));
      at = Math.max(at, cut.end);
    }
  }
  return { kind: piece.kind, span: span(piece.start, piece.end), runs, made: piece.made };
}
