import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  filterOf,
  formatOpen,
  formatRoute,
  listOf,
  listText,
  PARAMETERS,
  parseOpen,
  parseRoute,
  type Route,
  VIEWS,
} from './route.ts';

test('an address says the case, the view, the thing, what narrows it and what is open', () => {
  assert.deepEqual(parseRoute('#/keld-strait/reports/ab12?party=Teyl%20Front&from=2031-03-01&open=line:9f'), {
    case: 'keld-strait',
    view: 'reports',
    id: 'ab12',
    parameters: { party: 'Teyl Front', from: '2031-03-01' },
    open: { kind: 'line', id: '9f', item: false },
  });
});

test('what an address does not know is left out, and nothing breaks it', () => {
  const nowhere = { case: null, view: 'overview', id: null, parameters: {}, open: null };
  for (const hash of ['', '#', '#/', '#//', '#/%E0%A4%A']) assert.deepEqual(parseRoute(hash), nowhere, hash);
  assert.equal(parseRoute('#/a/elsewhere').view, 'overview');
  assert.deepEqual(parseRoute('#/a/positions?colour=red&party=').parameters, {});
  for (const open of ['line', 'line:', ':x', 'cat:x', '']) assert.equal(parseOpen(open), null, open);
});

test('talks and disputes of one report are told from those of the case', () => {
  for (const text of ['talk:a', 'talk-item:a', 'dispute-item:a', 'statement:a', 'event:a', 'happening:a', 'actor:a:b'])
    assert.equal(formatOpen(parseOpen(text)!), text);
  assert.equal(parseOpen('talk:a')?.item, false);
  assert.equal(parseOpen('talk-item:a')?.item, true);
  assert.equal(parseOpen('position:a')?.item, true);
});

test('every route comes back from its address', () => {
  const name = fc.string({ minLength: 1, maxLength: 12 }).filter((s) => s.trim() !== '');
  const route = fc.record<Route>({
    case: name,
    view: fc.constantFrom(...VIEWS),
    id: fc.option(name),
    parameters: fc.dictionary(fc.constantFrom(...PARAMETERS), name),
    open: fc.option(
      fc.record({ kind: fc.constantFrom('line' as const, 'actor' as const), id: name, item: fc.constant(false) }),
    ),
  });
  fc.assert(
    fc.property(route, (r) => {
      const back = parseRoute(formatRoute(r));
      assert.deepEqual(back, structuredClone(r));
    }),
  );
});

test('only what a store narrows by is asked of it', () => {
  assert.deepEqual(filterOf({ party: 'Halvia', words: 'guns', hide: 'Cantara', to: '2031-04-01' }), {
    party: 'Halvia',
    to: '2031-04-01',
  });
});

test('lists in an address', () => {
  assert.deepEqual(listOf(listText(['Halvia', 'Teyl Front, the'])), ['Halvia', 'Teyl Front, the']);
  assert.equal(listText([]), undefined);
  assert.deepEqual(listOf(undefined), []);
});
