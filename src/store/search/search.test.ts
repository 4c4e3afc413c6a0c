import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { FAKE, folder, openStore, PRODUCER, reportNumber } from '../testing.ts';
import { passageOf, rangesOf } from './highlight.ts';
import { phrasesOf } from './query.ts';

test('what is typed becomes phrases; no sign of it is syntax', () => {
  const cases: [string, string[][]][] = [
    ['ports toll', [['ports'], ['toll']]],
    ['"open ports" toll', [['open', 'ports'], ['toll']]],
    ['“open ports”', [['open', 'ports']]],
    ['cease-fire', [['cease', 'fire']]],
    ['ÉTAT Straße', [['etat'], ['straße']]],
    ['a OR b NOT c NEAR(d', [['a'], ['or'], ['b'], ['not'], ['c'], ['near', 'd']]],
    ['words: ^x* {y} "', [['words'], ['x'], ['y']]],
    [
      "it's 1,200",
      [
        ['it', 's'],
        ['1', '200'],
      ],
    ],
    ['" " - !!', []],
    ['', []],
  ];
  for (const [typed, phrases] of cases) assert.deepEqual(phrasesOf(typed), phrases, typed);
});

test('ranges are the words found, joined where they touch; a passage keeps whole words', () => {
  const text = 'The toll on ports. Ports’ tolls; the open ports.';
  const cut = (typed: string) => rangesOf(text, phrasesOf(typed)).map(([a, b]) => text.slice(a, b));
  assert.deepEqual(cut('ports'), ['ports', 'Ports', 'ports']);
  assert.deepEqual(cut('"open ports" ports'), ['ports', 'Ports', 'open ports']);
  assert.deepEqual(cut('"toll on" "on ports"'), ['toll on ports']);
  assert.deepEqual(cut('tol'), []);
  const long = `${'before '.repeat(50)}the toll ${'behind '.repeat(50)}`;
  const { start, end, found } = passageOf(long, rangesOf(long, [['toll']]));
  const words = long.slice(start, end);
  assert.match(words, /^before .*the toll.* behind$/s);
  assert.ok(words.length < 260);
  assert.deepEqual(
    found.map(([a, b]) => words.slice(a, b)),
    ['toll'],
  );
});

test('hits have the words where their ranges say, by kind, party, outlet, speaker and days', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), { consolidation: FAKE, producer: PRODUCER });
  await store.add(Array.from({ length: 12 }, (_, n) => reportNumber(n)));
  const all = await store.search({ words: 'guns', limit: 500 });
  assert.equal(all.total, all.rows.length);
  assert.deepEqual(new Set(all.rows.map((hit) => hit.kind)), new Set(['statement', 'report']));
  for (const hit of all.rows) {
    assert.ok(hit.found.length > 0);
    for (const [start, end] of hit.found) assert.equal(hit.words.slice(start, end), 'guns');
    const text = reportNumber(Number(/\d+/.exec(hit.report.title!)![0])).document.text;
    assert.equal(hit.spans.map((span) => text.slice(span.start, span.end)).join(' … '), hit.words);
  }
  const total = async (...[request]: Parameters<typeof store.search>) => (await store.search(request)).rows.length;
  assert.equal(await total({ words: 'guns', kind: 'statement' }), 12);
  assert.equal(await total({ words: 'guns', kind: 'statement', party: 'Maravet' }), 0);
  assert.equal(await total({ words: 'GUNS', kind: 'statement', party: 'Halvia', outlet: 'Outlet 3' }), 2);
  assert.equal(await total({ words: 'guns', speaker: 'aldren voss', kind: 'statement' }), 12);
  assert.equal(await total({ words: '"the guns go"', kind: 'report' }), 12);
  assert.equal(await total({ words: '"go guns the"', kind: 'report' }), 0);
  assert.equal(await total({ words: 'guns', kind: 'report', from: '2031-01-03', to: '2031-01-04' }), 2);
  assert.equal(await total({ words: '"Report 7"', kind: 'report' }), 1);
  assert.equal(await total({ words: 'nowhere' }), 0);
  assert.equal(await total({ words: '***' }), 0);
  // Without words, what is chosen is listed, all of it, and nothing where nothing is chosen.
  assert.equal(await total({ words: '', speaker: 'Aldren Voss', kind: 'statement' }), 12);
  assert.equal(await total({ words: '', outlet: 'Outlet 3', kind: 'report' }), 2);
  assert.equal(await total({ words: '', kind: 'report', from: '2031-01-03', to: '2031-01-04' }), 2);
  assert.equal(await total({ words: '' }), 0);

  const seen: string[] = [];
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page: Awaited<ReturnType<typeof store.search>> = await store.search({ words: 'guns', limit: 7, after });
    seen.push(...page.rows.map((hit) => `${hit.kind} ${hit.id}`));
    after = page.next;
  }
  assert.equal(seen.length, all.total);
  assert.equal(new Set(seen).size, seen.length);
  await store.close();
});

test('nothing that can be typed is an error', async (t) => {
  const store = await openStore(join(folder(t), 'case.db'), { consolidation: FAKE, producer: PRODUCER });
  await store.add([reportNumber(1)]);
  const signs = fc.constantFrom(
    '"',
    "'",
    '*',
    '(',
    ')',
    ':',
    '^',
    '-',
    '+',
    '{',
    '}',
    ' OR ',
    ' NEAR(',
    '\u0000',
    '\ud800',
    'guns',
    'é',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(signs, fc.string({ unit: 'binary' }))), async (parts) => {
      const { rows, total } = await store.search({ words: parts.join(''), party: parts[0] ?? '' });
      assert.ok(rows.length <= total);
    }),
  );
  await store.close();
});
