/** The marks over a report: which stretch carries which record, and how each is drawn. Pure. */
import type { Item } from '../../../../src/case.ts';
import type { Block, Span } from '../../../../src/record.ts';
import type { ReportWhole } from '../../../../src/store/store.ts';
import type { MarkSpan } from '../../marks.ts';

export type Layer = 'position' | 'statement' | 'talk' | 'event' | 'dispute' | 'condition' | 'figure';

/** A record's mark: which, and which part of it. */
export interface ReportMark {
  readonly item: Item;
  readonly layer: Layer;
}

/** Whose colour a record has: the party that speaks, holds or acts. */
export const partyOf = (item: Item): string | null =>
  item.kind === 'position' ? item.record.holder : item.kind === 'event' ? item.record.actor : (item.by?.party ?? null);

/** Marks of all records, in the order of the records. */
export function marksOf(items: readonly Item[]): readonly MarkSpan<ReportMark>[] {
  return items.flatMap((item) => {
    const mark = (span: Span, layer: Layer): MarkSpan<ReportMark> => ({
      start: span.start,
      end: span.end,
      of: { item, layer },
    });
    const marks = item.spans.map((s) => mark(s, item.kind));
    if (item.kind === 'position' && item.record.condition) marks.push(mark(item.record.condition, 'condition'));
    if (item.kind === 'event')
      for (const f of item.record.figures) if (f.span.end > f.span.start) marks.push(mark(f.span, 'figure'));
    return marks;
  });
}

/** Records in the order in which they begin in the text. */
export const inOrder = (items: readonly Item[]): readonly Item[] =>
  items.filter((i) => i.spans.length > 0).toSorted((a, b) => a.spans[0]!.start - b.spans[0]!.start);

/** A paragraph as shown: a block, or text between blocks. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  /** Counted among what is read; `null` for what is not. */
  readonly number: number | null;
  readonly title: boolean;
  /** Why it is greyed. */
  readonly grey: string | null;
}

const KIND_WORDS: Readonly<Record<Block['kind'], string>> = {
  title: 'The headline.',
  heading: 'A heading.',
  paragraph: 'Not read.',
  item: 'Not read.',
  quotation: 'Not read.',
  caption: 'A caption; not read.',
  byline: 'The byline.',
  dateline: 'The dateline.',
  advert: 'An advertisement; not read.',
  link: 'A link to another story; not read.',
  boilerplate: 'Not part of the report; not read.',
};

const overlaps = (a: Span, start: number, end: number): boolean => a.start < end && a.end > start;
const covered = (spans: readonly Span[], start: number, end: number): number =>
  spans.reduce((sum, s) => sum + Math.max(0, Math.min(s.end, end) - Math.max(s.start, start)), 0) /
  Math.max(end - start, 1);

/** The report cut into what is shown, nothing left out but white space between blocks. */
export function paragraphsOf(whole: ReportWhole): readonly Paragraph[] {
  const { reading, text, shared } = whole;
  const found: Paragraph[] = [];
  let number = 0;
  const between = (start: number, end: number): void => {
    if (text.slice(start, end).trim())
      found.push({ start, end, number: null, title: false, grey: 'Not part of the report; not read.' });
  };
  let at = 0;
  for (const block of reading.blocks) {
    const { start, end } = block.span;
    between(at, start);
    at = Math.max(at, end);
    const read = block.runs.length > 0;
    const repeat = reading.repeats.find((r) => covered([r.span], start, end) > 0.6);
    const copied = shared.find(
      (s) =>
        s.first &&
        covered(
          s.passages.map((p) => p.span),
          start,
          end,
        ) > 0.6,
    );
    if (read && !['title', 'heading'].includes(block.kind)) number += 1;
    const first =
      repeat &&
      reading.blocks
        .filter((b) => b.runs.length > 0 && !['title', 'heading'].includes(b.kind))
        .findIndex((b) => overlaps(repeat.of, b.span.start, b.span.end));
    const grey = repeat
      ? `Repeats ${first !== undefined && first >= 0 ? `paragraph ${first + 1}` : 'an earlier passage'}${repeat.likeness === 1 ? ' word for word' : ''}. Nothing is counted twice.`
      : copied
        ? `The words of ${copied.report.outlet ?? copied.report.agency ?? 'an earlier report'}, ${copied.report.day ?? 'undated'}; counted with it.`
        : read
          ? null
          : KIND_WORDS[block.kind];
    found.push({
      start,
      end,
      number: read && !repeat && !['title', 'heading'].includes(block.kind) ? number : null,
      title: block.kind === 'title',
      grey,
    });
  }
  between(at, text.length);
  return found;
}
