import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemKind } from '../case.ts';
import { editFault } from './editable.ts';

test('a field takes its own values alone, and what is wrong is said with what it takes', () => {
  const cases: readonly (readonly [ItemKind, string, unknown, RegExp | null])[] = [
    ['position', 'stance', 'rejects', null],
    ['position', 'stance', 'foo', /stance takes demands, offers, accepts, rejects, not "foo"/],
    ['position', 'stance', null, /cannot be nothing/],
    ['position', 'movement', null, null],
    ['position', 'issues', ['CEASEFIRE'], null],
    ['position', 'issues', [], /list of names/],
    ['position', 'issues', 'CEASEFIRE', /list of names/],
    ['position', 'precondition', 'yes', /true or false/],
    ['event', 'type', 'ASSAULT', null],
    ['event', 'actor', null, null],
    ['event', 'actor', '  ', /takes a name/],
    ['talk', 'mediators', ['Cantara'], null],
    ['talk', 'speaker', 'Ilse Dovrane', null],
    ['statement', 'stance', 'rejects', /has no field "stance".*act, form/],
    ['dispute', 'toString', 'x', /has no field/],
    ['talk', 'place', null, null],
    ['talk', 'place', { name: 'Lorn' }, null],
    ['talk', 'place', 'Lorn', /place cannot be set to "Lorn"/],
    ['talk', 'place', { a: 1 }, /place cannot be set/],
    ['talk', 'when', { start: '2031-03-04', end: null, pattern: null }, null],
    ['talk', 'when', ['2031-03-04'], /when cannot be set/],
    ['talk', 'when', { start: 2031 }, /when cannot be set/],
    ['event', 'figures', [], null],
    ['event', 'figures', [{ what: 'killed', low: 9, high: null, by: null }], null],
    ['event', 'figures', {}, /figures cannot be set/],
    ['event', 'figures', ['nine'], /figures cannot be set/],
    ['event', 'figures', [{ what: 'killed', low: 'nine', high: null, by: null }], /figures cannot be set/],
  ];
  for (const [kind, field, value, expected] of cases) {
    const fault = editFault(kind, field, value);
    if (expected === null) assert.equal(fault, null, `${kind} ${field}`);
    else assert.match(fault ?? '', expected);
  }
});
