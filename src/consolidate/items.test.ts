import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOCUMENT, READING } from '../../test/records.ts';
import type { CaseFile, ItemKind, ItemOf } from '../case.ts';
import { dayOf, dayOfReport, itemsOf } from './items.ts';
import { EMPTY } from './testing.ts';

const OWN = () => ({ originator: 'Strait Courier', copyOf: null });
const items = (file: CaseFile = EMPTY) => itemsOf(READING, DOCUMENT.text, file, OWN);
const the = <K extends ItemKind>(kind: K, file?: CaseFile, nth = 0): ItemOf<K> =>
  items(file).filter((item): item is ItemOf<K> => item.kind === kind)[nth]!;

test('every record of a reading is an item, with its words cut from the text', () => {
  assert.deepEqual(
    items().map(({ kind, words }) => `${kind}: ${words}`),
    [
      'statement: =Halvia will not leave the strait unless the guns go',
      'statement: At least nine people were reportedly killed when Halvian shells hit Nerith on 3 March',
      'statement: firing',
      'position: =Halvia will not leave the strait',
      'talk: Envoys of Halvia and Maravet are to meet in Lorn',
      'event: Halvian shells hit Nerith',
      'dispute: Halvian shells hit Nerith … firing',
    ],
  );
  const position = the('position');
  assert.equal(position.condition, 'the guns go');
  assert.deepEqual(position.by, { name: 'Aldren Voss', party: 'Halvia' });
  const event = the('event');
  assert.deepEqual([event.hedge, event.figureWords], ['reportedly', ['At least nine people']]);
  assert.deepEqual(event.by, { name: 'Maravet', party: 'Maravet' });
  assert.equal(event.at?.entry, 'own:nerith');
  assert.equal(the('talk').by, null);
  assert.deepEqual(the('dispute').sideWords, ['Halvian shells hit Nerith', 'firing']);
  assert.deepEqual(
    the('dispute').about.map(({ id }) => id),
    ['event'],
  );
});

test('parties, people, places and outlets stand under the names of the case file', () => {
  const file: CaseFile = {
    ...EMPTY,
    parties: [
      { name: 'Republic of Halvia', aliases: ['HALVIA'], members: [] },
      { name: 'The Maravetian side', aliases: ['Maravét'], members: ['A. Voss'] },
    ],
    actors: [{ name: 'A. Voss', aliases: ['Aldren Voss'] }],
    places: [{ name: 'Nerith Harbour', aliases: ['Nerith'], latitude: -46.4, longitude: -124 }],
    sources: [{ outlet: 'The Courier', aliases: ['Strait Courier'], side: null, agency: false }],
  };
  const { by, record } = the('statement', file);
  // The case file says for whom somebody speaks, whatever the report says.
  assert.deepEqual(by, { name: 'A. Voss', party: 'The Maravetian side' });
  assert.equal(record.speaker.name, 'Aldren Voss');
  assert.equal(the('position', file).record.holder, 'Republic of Halvia');
  assert.deepEqual(the('talk', file).record.participants, ['Republic of Halvia', 'The Maravetian side']);
  const event = the('event', file);
  assert.equal(event.record.actor, 'Republic of Halvia');
  assert.equal(event.record.figures[0]?.by, 'The Maravetian side');
  assert.deepEqual([event.at?.name, event.at?.latitude, event.at?.precision], ['Nerith Harbour', -46.4, 'place']);
  assert.deepEqual(
    the('dispute', file).record.sides.map(({ party }) => party),
    ['The Maravetian side', 'Republic of Halvia'],
  );
  assert.equal(event.report.outlet, 'The Courier');
});

test('the day of a report is taken only where its source gives a whole one', () => {
  const cases: readonly (readonly [string | null, string | null])[] = [
    ['2031-03-04', '2031-03-04'],
    ['2031-03-04T21:40:00Z', '2031-03-04'],
    ['2031-03', null],
    ['2031-13-40', null],
    ['March 2031', null],
    [null, null],
  ];
  for (const [published, day] of cases) assert.equal(dayOf(published), day, String(published));
});

test('whoever takes part in a talk by name does so for the party that the case file or else the report says', () => {
  const [talk] = READING.talks;
  const voss = { name: 'Aldren Voss', kind: 'person', party: 'Halvia', aliases: ['Voss'] };
  const referents = [...READING.referents, { ...READING.referents[0]!, ...voss, kind: 'person' as const }];
  const named = { ...talk!, participants: ['Voss', 'Ketta Amon', 'Halvia', 'Sael Otray'] };
  const file = { ...EMPTY, parties: [{ name: 'Maravet', aliases: [], members: ['Ketta Amon'] }] };
  const all = itemsOf({ ...READING, referents, talks: [named] }, DOCUMENT.text, file, OWN);
  const found = all.find((item): item is ItemOf<'talk'> => item.kind === 'talk');
  assert.deepEqual(found?.record.participants, ['Halvia', 'Maravet', 'Sael Otray']);
});

test('a report counts by its day of publication, unless it was written after that', () => {
  const cases: [string | null, string | null, string | null][] = [
    ['2031-03-05', null, '2031-03-05'],
    [null, '2031-03-05', '2031-03-05'],
    // A copy may come days later; clocks differ by a day.
    ['2031-03-05', '2031-03-02', '2031-03-05'],
    ['2031-03-05', '2031-03-06', '2031-03-05'],
    // Month and day exchanged, or the day wrong.
    ['2031-03-05', '2031-05-03', '2031-05-03'],
    ['2031-03-05', '2031-03-21', '2031-03-21'],
    // Far off it is another day that was read.
    ['2031-03-05', '2032-03-05', '2031-03-05'],
    ['2031-03', '2031-03-21', '2031-03-21'],
  ];
  for (const [published, filed, day] of cases)
    assert.equal(dayOfReport({ ...DOCUMENT, published }, filed), day, `${published} ${filed}`);
});
