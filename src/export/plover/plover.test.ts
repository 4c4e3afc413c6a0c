import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOCUMENT, READING } from '../../../test/records.ts';
import { loadPloverMapping } from '../../cli/plover-mapping.ts';
import { csvLine } from '../csv.ts';
import { parsePloverMapping } from './mapping.ts';
import { PLOVER_COLUMNS, ploverHead, ploverOf } from './plover.ts';

const mapping = loadPloverMapping();

/** Fields of CSV lines, as RFC 4180 has them. */
function fieldsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const m of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(m[1] === undefined ? m[2]! : m[1].replaceAll('""', '"'));
    if (m[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('fields are quoted where they must be, and none acts as a formula', () => {
  assert.equal(csvLine(['a', 'b,c', 'say "no"', 'two\nlines', null, 9]), 'a,"b,c","say ""no""","two\nlines",,9\r\n');
  assert.equal(csvLine(['=1+1', '-3.25', '@x', '+1', '- no']), "'=1+1,-3.25,'@x,'+1,'- no\r\n");
});

test('events, talks and what parties say, in the order of the text', () => {
  const [head, ...rows] = fieldsOf(ploverHead() + ploverOf(DOCUMENT, READING, mapping));
  assert.deepEqual(head, PLOVER_COLUMNS);
  const told = rows.map((row) => Object.fromEntries(PLOVER_COLUMNS.map((column, i) => [column, row[i]])));
  assert.deepEqual(
    told.map((r) => [r['type'], r['mode'], r['actor'], r['recipient'], r['date'], r['place'], r['context']]),
    [
      ['REJECT', '', 'Halvia', '', '2031-03-04', '', 'territory;economic'],
      ['ASSAULT', 'heavy-weapons', 'Halvia', '', '2031-03-03', 'Nerith', ''],
      ['CONSULT', '', 'Halvia;Maravet', '', 'XXXX-06-22', 'Lorn', 'diplomatic;future'],
    ],
  );
  const [rejection, assault] = told;
  assert.equal(
    rejection!['sentence'],
    "'=Halvia will not leave the strait unless the guns go, Aldren Voss said on Monday.",
  );
  assert.equal(assault!['figures'], 'killed: At least nine people (Maravet)');
  assert.deepEqual([assault!['latitude'], assault!['longitude']], ['41.5', '-3.25']);
  assert.equal(assault!['according_to'], 'Maravet');
  assert.equal(DOCUMENT.text.slice(Number(assault!['offset'])).startsWith('Halvian shells hit Nerith'), true);
});

test('a mapping that is not in form says what to mend', () => {
  for (const [raw, message] of [
    [null, /plover\.yaml: it must map sections/],
    [{}, /modes: this must map names to names/],
    [{ modes: { drone: 3 } }, /modes, drone: give the name that PLOVER has/],
    [{ modes: {}, auxiliary: {}, talks: {} }, /talks, type: give a name of PLOVER/],
  ] as const)
    assert.throws(() => parsePloverMapping(raw), message);
});
