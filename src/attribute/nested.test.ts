import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadResources } from '../data/load.ts';
import { documentFromText } from '../ingest/document.ts';
import { createReader } from '../reading.ts';
import type { Statement } from '../record.ts';
import { contains, slice } from '../text/span.ts';

const read = createReader(loadResources());
const statementsOf = (text: string): readonly Statement[] =>
  read({ ...documentFromText(text, { path: '-', line: null }), language: 'en' }).statements;

/** Who says what inside what somebody else says. */
const NESTED: readonly (readonly [text: string, outer: string, inner: string, said: string])[] = [
  [
    'Dovrane said Tesk had told her that Maravet would free the sailors.',
    'Dovrane',
    'Tesk',
    'Maravet would free the sailors',
  ],
  [
    'The Littoral Press Agency reported that Voss had said Halvia would sign the truce.',
    'The Littoral Press Agency',
    'Voss',
    'Halvia would sign the truce',
  ],
  [
    'Dovrane said that Tesk had promised that Maravet would free the sailors.',
    'Dovrane',
    'Tesk',
    'Maravet would free the sailors',
  ],
];

test('a statement inside a statement points at the one that holds it', () => {
  for (const [text, outer, inner, said] of NESTED) {
    const all = statementsOf(text);
    const words = (s: Statement): string => (s.speaker.span ? slice(text, s.speaker.span) : '');
    const within = all.find((s) => s.within !== null);
    assert.ok(within, text);
    assert.equal(words(within), inner, text);
    assert.deepEqual(
      within.content.map((c) => slice(text, c)),
      [said],
    );
    const holder = all.find((s) => s.id === within.within);
    assert.ok(holder, text);
    assert.equal(words(holder), outer);
    assert.equal(holder.within, null);
    assert.ok(
      within.content.every((c) => holder.content.some((h) => contains(h, c))),
      'its words lie inside',
    );
    assert.ok(all.indexOf(holder) < all.indexOf(within), 'the holder comes first');
  }
});

test('somebody who speaks of their own saying says one thing, not two', () => {
  for (const text of [
    '“I said that the boats would stay at Ombra Point, and they stay,” Voss said.',
    '“We have always said that the islands are ours and nobody else’s,” Oumara Tesk said.',
  ]) {
    const all = statementsOf(text);
    assert.ok(all.length > 0, text);
    assert.deepEqual(
      all.filter((s) => s.within !== null),
      [],
      text,
    );
  }
});

test('what holds no word of saying holds no statement', () => {
  for (const text of [
    'Aldren Voss said that the patrol boats would stay at Ombra Point until the talks in Lorn had ended.',
    'Voss said no.',
  ])
    assert.ok(
      statementsOf(text).every((s) => s.within === null),
      text,
    );
});
