/**
 * Records of reports as W3C Web Annotations (www.w3.org/TR/annotation-model): what a record says, on the exact words of
 * the report that carry it. Positions count Unicode code points, as that standard has it, not UTF-16 code units.
 */
import type { Item } from '../../case.ts';
import { jsonLine } from '../json-lines.ts';

/** So many code points before and after the words tell them from the same words elsewhere. */
const AROUND = 32;

/** Finds code points for UTF-16 offsets of one text, which is looked through once. */
function codePoints(text: string): (offset: number) => number {
  // Each character outside the basic plane takes two units and is one point.
  const pairs: number[] = [];
  for (const m of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) pairs.push(m.index);
  return (offset) => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  };
}

/** Words before or after a place; no half of a character at their ends. */
const around = (text: string, from: number, to: number): string => {
  const words = text.slice(Math.max(0, from), to);
  return words.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
};

/** What a record says, in one word and in its own fields. */
function bodiesOf(item: Item): readonly object[] {
  const tag = (value: string, purpose = 'classifying') => ({
    type: 'TextualBody',
    value,
    format: 'text/plain',
    purpose,
  });
  const { kind } = item;
  const said =
    kind === 'statement'
      ? [item.record.act]
      : kind === 'position'
        ? [item.record.stance, ...item.record.issues]
        : kind === 'talk'
          ? [item.record.kind, item.record.status]
          : kind === 'event'
            ? [item.record.type, item.record.status]
            : [item.record.kind];
  const party = kind === 'position' ? item.record.holder : (item.by?.party ?? null);
  return [
    tag(kind),
    ...said.map((s) => tag(s)),
    ...(party === null ? [] : [tag(party, 'tagging')]),
    {
      type: 'TextualBody',
      value: JSON.stringify({ kind, by: item.by, hedge: item.hedge, originator: item.originator, copyOf: item.copyOf }),
      format: 'application/json',
      purpose: 'describing',
    },
  ];
}

/** The annotation of one record. `text` is that of its report. */
export function annotationOf(item: Item, text: string, pointOf = codePoints(text)): object {
  const { report } = item;
  return {
    id: `urn:rapporteur:${report.id}:${item.kind}:${item.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body: bodiesOf(item),
    target: item.spans.map(({ start, end }) => ({
      type: 'SpecificResource',
      source: {
        id: report.url ?? `urn:sha256:${report.id}`,
        type: 'Text',
        format: 'text/plain',
        'dcterms:identifier': `sha256:${report.id}`,
        ...(report.title === null ? {} : { 'dcterms:title': report.title }),
      },
      selector: [
        { type: 'TextPositionSelector', start: pointOf(start), end: pointOf(end) },
        {
          type: 'TextQuoteSelector',
          exact: text.slice(start, end),
          prefix: around(text, start - AROUND, start),
          suffix: around(text, end, end + AROUND),
        },
      ],
    })),
  };
}

/** The pieces of one page of annotations, report by report. */
export async function* annotationPage(
  reports: AsyncIterable<{ readonly text: string; readonly items: readonly Item[] }>,
): AsyncGenerator<string> {
  const context = JSON.stringify(['http://www.w3.org/ns/anno.jsonld', { dcterms: 'http://purl.org/dc/terms/' }]);
  yield `{"@context":${context},"id":"urn:rapporteur:annotations","type":"AnnotationPage","items":[\n`;
  let before = '';
  for await (const { text, items } of reports) {
    const pointOf = codePoints(text);
    for (const item of items) {
      if (item.spans.length === 0) continue;
      yield before + jsonLine(annotationOf(item, text, pointOf));
      before = ',\n';
    }
  }
  yield '\n]}\n';
}
