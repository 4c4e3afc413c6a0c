/** Marks over a text: cutting it where marks begin and end, and finding what stands around them. Pure. */
import type { Item } from '../../src/case.ts';
import type { Span, Statement } from '../../src/record.ts';
import type { ReportWhole } from '../../src/store/store.ts';

/** A stretch of the text with whatever marks it. */
export interface MarkSpan<K> {
  readonly start: number;
  readonly end: number;
  readonly of: K;
}

/** A piece of text over which the same marks lie; they come in the order in which they were given. */
export interface Piece<K> {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly K[];
}

/** Cuts `[start, end)` at every border of a mark. Pieces follow each other without gap; marks may lie over each other. */
export function pieces<K>(start: number, end: number, marks: readonly MarkSpan<K>[]): readonly Piece<K>[] {
  const here = marks.filter((m) => m.start < end && m.end > start && m.start < m.end);
  const borders = new Set([start, end]);
  for (const m of here) {
    borders.add(Math.max(m.start, start));
    borders.add(Math.min(m.end, end));
  }
  const cuts = [...borders].sort((a, b) => a - b);
  // Marks in order of their beginning, and those that lie over the present piece.
  const coming = here.toSorted((a, b) => a.start - b.start);
  let lying: MarkSpan<K>[] = [];
  let next = 0;
  const found: Piece<K>[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const from = cuts[i]!;
    while (next < coming.length && coming[next]!.start <= from) lying.push(coming[next++]!);
    lying = lying.filter((m) => m.end > from);
    const order = new Set(lying);
    found.push({
      start: from,
      end: cuts[i + 1]!,
      marks: lying.length ? here.filter((m) => order.has(m)).map((m) => m.of) : [],
    });
  }
  return found;
}

/** What marks the words of one piece of evidence: the words, their condition, who says them, and the cue. */
export type ContextMark = 'words' | 'condition' | 'who' | 'cue' | 'figure';

export interface Context {
  readonly start: number;
  readonly end: number;
  /** Counted from 1 among what is read of the report; `null` outside it. */
  readonly paragraph: number | null;
  readonly pieces: readonly Piece<ContextMark>[];
}

const READ = new Set(['paragraph', 'item', 'quotation']);

/** Of a sentence without end, so much is shown before and behind the words. */
const AROUND = 1500;

/** The sentences that hold some words, cut at the marks; one context for each run of neighbouring sentences. */
export function contextsOf(whole: ReportWhole, spans: readonly Span[], item: Item | undefined): readonly Context[] {
  const { sentences, blocks } = whole.reading;
  const marks = [...spans.map((s) => ({ ...s, of: 'words' as const })), ...marksOf(item, whole)];
  const found: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const holding = sentences.filter((s) => s.start < span.end && s.end > span.start);
    const start = Math.max(Math.min(span.start, holding[0]?.start ?? span.start), span.start - AROUND);
    const end = Math.min(Math.max(span.end, holding.at(-1)?.end ?? span.end), span.start + 3 * AROUND);
    const last = found.at(-1);
    // Neighbours, but for a space or so, read on as one.
    if (last && start - last.end <= 2 && !whole.text.slice(last.end, start).includes('\n'))
      last.end = Math.max(last.end, end);
    else if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  const paragraphs = blocks.filter((b) => READ.has(b.kind));
  return found.map(({ start, end }) => {
    const at = paragraphs.findIndex((b) => b.span.start < end && b.span.end > start);
    return { start, end, paragraph: at < 0 ? null : at + 1, pieces: pieces<ContextMark>(start, end, marks) };
  });
}

function marksOf(item: Item | undefined, whole: ReportWhole): readonly MarkSpan<ContextMark>[] {
  if (!item) return [];
  const marks: MarkSpan<ContextMark>[] = [];
  const add = (span: Span | null | undefined, of: ContextMark): void => {
    if (span) marks.push({ start: span.start, end: span.end, of });
  };
  const statementOf = (id: string | null | undefined): Statement | undefined =>
    id ? whole.reading.statements.find((s) => s.id === id) : undefined;
  const said = (s: Statement | undefined): void => {
    add(s?.cue, 'cue');
    add(s?.speaker.span, 'who');
  };
  switch (item.kind) {
    case 'statement':
      said(item.record);
      break;
    case 'position':
      add(item.record.condition, 'condition');
      add(item.record.by?.span, 'who');
      add(item.record.holderSpan, 'who');
      said(statementOf(item.record.statement));
      break;
    case 'event':
      for (const figure of item.record.figures) add(figure.span, 'figure');
      said(statementOf(item.record.statements[0]));
      break;
    case 'talk':
      said(statementOf(item.record.statements[0]));
      break;
    case 'dispute':
      for (const side of item.record.sides) said(statementOf(side.statement));
  }
  return marks;
}
