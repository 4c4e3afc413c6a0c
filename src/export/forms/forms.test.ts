import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { DOCUMENTS, FILE, ITEMS, READ, RECORD } from '../../../test/case.ts';
import { fakeStore } from '../../../test/fake-store.ts';
import type { Item } from '../../case.ts';
import { annotationOf } from './annotations.ts';
import { annotationsOf, geojsonOf, linesOf, ploverLines, tablesOf } from './forms.ts';

const store = fakeStore({ record: RECORD, items: ITEMS, added: READ, file: FILE });

const whole = async (pieces: AsyncIterable<string> | Iterable<string>): Promise<string> => {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
};

test('tables: one for each kind of record, as long as their heads, safe in a spreadsheet', async () => {
  const tables = await tablesOf(store, {}, new Map([['TERR_WITHDRAW', 'Leaving land']]));
  assert.deepEqual(
    tables.map((t) => t.name),
    'reports statements positions movements talks events figures disputes actors words-and-deeds judgements'
      .split(' ')
      .map((name) => `${name}.csv`),
  );
  const rows = new Map<string, Record<string, string>[]>();
  for (const { name, lines } of tables) {
    const text = await whole(lines);
    assert.ok(text.endsWith('\r\n'));
    rows.set(name, parse(text, { columns: true, relax_column_count: false }) as Record<string, string>[]);
  }
  const [then, copy, now] = rows.get('positions.csv')!;
  assert.deepEqual(
    [then?.['words'], then?.['stance'], then?.['now'], then?.['condition'], then?.['offsets']],
    ["'=Halvia will not leave Ombra Point", 'rejects', 'no', 'the guns go', '0-34'],
  );
  assert.equal(copy?.['copy_of'], DOCUMENTS.first.text_sha256);
  assert.deepEqual([now?.['issue_name'], now?.['by'], now?.['by_party']], ['Leaving land', 'Aldren Voss', 'Halvia']);
  assert.deepEqual(
    rows.get('movements.csv')?.map((r) => [r['told'], r['movement'], r['words'], r['before_day']]),
    [
      ['claimed', 'softer', 'softer than before', ''],
      ['observed', 'softer', 'Halvia will leave Ombra Point', '2031-03-04'],
    ],
  );
  assert.deepEqual(
    rows.get('figures.csv')?.map((r) => [r['low'], r['high'], r['words']]),
    [
      ['9', '', 'At least nine people'],
      ['14', '14', '14'],
    ],
  );
  assert.deepEqual([rows.get('reports.csv')?.length, rows.get('statements.csv')?.length], [3, 3]);
  assert.deepEqual(
    [rows.get('disputes.csv')?.length, rows.get('events.csv')?.length, rows.get('talks.csv')?.length],
    [2, 2, 2],
  );
});

test('lines: everything once, each line by itself', async () => {
  const lines = (await whole(linesOf(store, {})))
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l) as { is: string });
  const counts = new Map<string, number>();
  for (const { is } of lines) counts.set(is, (counts.get(is) ?? 0) + 1);
  assert.deepEqual(Object.fromEntries(counts), {
    case: 1,
    report: 3,
    line: 1,
    talk: 1,
    happening: 1,
    dispute: 1,
    actor: 1,
    unanswered: 1,
    'words-and-deeds': 1,
    statement: 3,
  });
});

interface Feature {
  type: string;
  id: string;
  geometry: { type: string; coordinates: [number, number] } | null;
  properties: Record<string, unknown>;
}

test('GeoJSON: longitude first, how exact a place is, and none where nobody knows it', async () => {
  const map = JSON.parse(await whole(geojsonOf(store, {}, FILE))) as { type: string; features: Feature[] };
  assert.equal(map.type, 'FeatureCollection');
  assert.deepEqual(
    map.features.map((f) => [
      f.type,
      f.properties['kind'],
      f.geometry?.type,
      f.geometry?.coordinates,
      f.properties['precision'],
    ]),
    [
      ['Feature', 'talk', 'Point', [2, 40.5], 'place'],
      ['Feature', 'event', 'Point', [-3.25, 41.5], 'place'],
    ],
  );
  const unknown = JSON.parse(await whole(geojsonOf(store, {}, { ...FILE, places: [] }))) as { features: Feature[] };
  assert.deepEqual(
    [
      unknown.features[0]?.geometry,
      unknown.features[0]?.properties['place'],
      unknown.features[0]?.properties['precision'],
    ],
    [null, 'Lorn', null],
  );
});

interface Selector {
  type: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
}
interface Annotation {
  id: string;
  type: string;
  motivation: string;
  body: { type: string; value: string; purpose: string }[];
  target: { type: string; source: { id: string }; selector: Selector[] }[];
}

/** What the model asks of an annotation, and that both selectors find the same words. */
function assertAnnotation(a: Annotation, text: string): void {
  const points = [...text];
  assert.equal(a.type, 'Annotation');
  assert.match(a.id, /^urn:/);
  assert.ok(a.body.length > 0 && a.target.length > 0);
  for (const body of a.body) assert.deepEqual([body.type, typeof body.value], ['TextualBody', 'string']);
  for (const { type, source, selector } of a.target) {
    assert.equal(type, 'SpecificResource');
    assert.match(source.id, /^(?:https?:|urn:sha256:[0-9a-f]{64}$)/);
    assert.deepEqual(
      selector.map((s) => s.type),
      ['TextPositionSelector', 'TextQuoteSelector'],
    );
    const [position, quote] = selector;
    assert.equal(points.slice(position!.start, position!.end).join(''), quote!.exact);
    const before = points.slice(0, position!.start).join('');
    const after = points.slice(position!.end).join('');
    assert.ok(before.endsWith(quote!.prefix) && after.startsWith(quote!.suffix));
    assert.ok(quote!.exact.isWellFormed() && quote!.prefix.isWellFormed() && quote!.suffix.isWellFormed());
  }
}

test('Web Annotations: each record on its words, by place in code points and by quotation', async () => {
  const page = JSON.parse(await whole(annotationsOf(store, {}))) as {
    '@context': unknown[];
    type: string;
    items: Annotation[];
  };
  assert.equal(page['@context'][0], 'http://www.w3.org/ns/anno.jsonld');
  assert.equal(page.type, 'AnnotationPage');
  assert.equal(page.items.length, 3);
  const texts = new Map(Object.values(DOCUMENTS).map((d) => [d.url ?? `urn:sha256:${d.text_sha256}`, d.text]));
  for (const a of page.items) assertAnnotation(a, texts.get(a.target[0]!.source.id)!);
  // Behind a character of two units: the two ways of counting differ.
  const { text } = DOCUMENTS.later;
  const start = text.indexOf('softer');
  const item = { ...ITEMS[2]!, spans: [{ start, end: start + 6 }] } as unknown as Item;
  const behind = annotationOf(item, text) as Annotation;
  assert.equal(behind.target[0]!.selector[0]!.start, start - 1);
  assertAnnotation(behind, text);
  const ship = text.indexOf('🚢');
  assertAnnotation(
    annotationOf({ ...item, spans: [{ start: ship + 2 + 31, end: ship + 40 }] } as unknown as Item, text) as Annotation,
    text,
  );
});

test('PLOVER: the head, and a row for what each reading has', async () => {
  const mapping = {
    modes: {},
    auxiliary: {},
    talks: { type: 'CONSULT', context: 'diplomatic', modes: {} },
    acts: { reject: 'REJECT' },
    contexts: {},
  };
  const rows = parse(await whole(ploverLines(store, {}, mapping)), { columns: true }) as Record<string, string>[];
  assert.deepEqual(
    rows.map((r) => [r['type'], r['actor'], r['outlet']]),
    [
      ['REJECT', 'Halvia', 'Strait Courier'],
      ['REJECT', 'Halvia', 'Port Ledger'],
      ['REJECT', 'Halvia', 'Port Ledger'],
    ],
  );
});
