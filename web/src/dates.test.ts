import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  bareDay,
  daysBetween,
  endOf,
  fullDay,
  intervalWords,
  isoDay,
  longDay,
  moment,
  period,
  saysNothingOf,
  shortDay,
  startOf,
  weekDay,
  withoutOwnYear,
} from './dates.ts';

test('days are told as precisely as they are known', () => {
  const cases: readonly [string | null, string, string][] = [
    ['2031-03-26', '26 Mar', '26 March 2031'],
    ['2031-03-26T11:12:00Z', '26 Mar', '26 March 2031'],
    ['2031-03', 'Mar 2031', 'March 2031'],
    ['2031', '2031', '2031'],
    [null, 'undated', 'undated'],
    ['soon', 'undated', 'undated'],
  ];
  for (const [iso, short, long] of cases) {
    assert.equal(shortDay(iso), short);
    assert.equal(longDay(iso), long);
  }
  assert.equal(fullDay('2031-03-26'), 'Wednesday 26 March 2031');
  assert.equal(weekDay('2031-03-26'), 'Wed 26 Mar');
  assert.equal(fullDay('2031-03'), 'March 2031');
  assert.equal(moment('2031-03-26T11:12:00Z'), '26 March 2031, 11:12');
  assert.equal(moment('2031-03-26'), '26 March 2031');
});

test('a year goes without saying where it is that of the last report', () => {
  saysNothingOf('2031');
  try {
    assert.equal(shortDay('2031-03-26'), '26 Mar');
    assert.equal(shortDay('2029-03-26'), '26 Mar 2029');
    assert.equal(shortDay('2029-03'), 'Mar 2029');
    assert.equal(shortDay(null), 'undated');
    assert.equal(bareDay('2029-03-26'), '26 Mar');
    assert.equal(withoutOwnYear('5 to 8 March 2031'), '5 to 8 March');
    assert.equal(withoutOwnYear('March 2029'), 'March 2029');
    assert.equal(period('2029-03-05', '2029-03-08'), '5 Mar to 8 March 2029');
  } finally {
    saysNothingOf(null);
  }
});

test('spans of days', () => {
  assert.equal(period('2031-03-05', '2031-03-08'), '5 Mar to 8 March 2031');
  assert.equal(period('2030-12-30', '2031-01-05'), '30 December 2030 to 5 January 2031');
  assert.equal(period('2031-03-05', '2031-03-05'), '5 March 2031');
  assert.equal(period('2031-03-05', null), 'since 5 March 2031');
  assert.equal(period(null, null), 'undated');
});

test('an interval says no more than the report', () => {
  assert.equal(intervalWords(null), null);
  assert.equal(intervalWords({ start: null, end: null, pattern: null }), null);
  assert.equal(intervalWords({ start: '2031-01-14', end: null, pattern: null }), 'since 14 January 2031');
  assert.equal(intervalWords({ start: null, end: '2031-04', pattern: null }), 'until April 2031');
  assert.equal(intervalWords({ start: null, end: null, pattern: 'XXXX-06-22' }), '22 June, year not told');
  assert.equal(intervalWords({ start: '2031-05', end: '2031-05', pattern: null }), 'May 2031');
});

test('reduced dates begin and end where their day, month or year does', () => {
  assert.equal(isoDay(startOf('2031')), '2031-01-01');
  assert.equal(isoDay(endOf('2031')), '2032-01-01');
  assert.equal(isoDay(endOf('2031-02')), '2031-03-01');
  assert.equal(isoDay(endOf('2031-02-28')), '2031-03-01');
  assert.equal(addDays('2031-03-30', 3), '2031-04-02');
  assert.equal(daysBetween('2031-02-27', '2031-03-02'), 3);
  assert.ok(Number.isNaN(startOf('never')));
});
