import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from './formats/testing.ts';
import { dayInName } from './name-date.ts';

test('a name tells a day where it holds just one, whole and by itself', () => {
  for (const [name, day] of [
    ['2031-03-27-talks.txt', '2031-03-27'],
    ['courier_2031-03-27.md', '2031-03-27'],
    ['archive/2030-01-01/post 2031-03-27 late.txt', '2031-03-27'],
    ['2032-02-29.txt', '2032-02-29'],
    ['2031-02-30-talks.txt', null],
    ['2031-03-27-to-2031-04-02.txt', null],
    ['2031-03-27-14-05.txt', null],
    ['12031-03-27.txt', null],
    ['2031-03-275.txt', null],
    ['2031-13-01.txt', null],
    ['2031-03.txt', null],
    ['20310327.txt', null],
    ['27-03-2031.txt', null],
    ['2031-03-27/talks.txt', null],
  ] as const)
    assert.equal(dayInName(name), day, name);
});

const TEXT = 'The boats stay where they are, Aldren Voss said on Monday. Talks in Lorn will go on, he said.';

test('a plain text has the day of its name where nothing else tells one, and a note says so', async () => {
  const { documents } = await read(TEXT, '2031-03-27-talks.txt');
  assert.equal(documents[0]?.published, '2031-03-27');
  assert.deepEqual(
    documents[0]?.notes.map((n) => n.code),
    ['published-by-name'],
  );
  const [dated] = (await read(`LORN, March 3, 2031 (LPA) - ${TEXT}`, '2031-03-27-talks.txt')).documents;
  assert.equal(dated?.published, null, 'a dateline may tell it');
  const [page] = (await read(`<html><body><p>${TEXT.repeat(20)}</p></body></html>`, '2031-03-27-talks.html')).documents;
  assert.equal(page?.published, null, 'a page may have been saved on any day');
});
