import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originatorOf, precedenceOf, sameSource } from './precedence.ts';
import type { ReportHead } from './sketch.ts';

const head = (of: Partial<ReportHead>): ReportHead => ({
  id: 'a',
  words: 300,
  outlet: 'Drenholm Courier',
  agency: null,
  published: '2031-03-05',
  ...of,
});

test('who has words first: day, agency, hour, length, digest', () => {
  const cases: [string, Partial<ReportHead>, Partial<ReportHead>][] = [
    ['the day decides', { published: '2031-03-04', agency: 'LPA' }, { published: '2031-03-05', words: 900 }],
    ['whatever the hour', { published: '2031-03-04T23:00Z' }, { published: '2031-03-05' }],
    ['an agency before an outlet', { outlet: 'LPA', agency: 'LPA' }, { words: 900 }],
    ['an agency before who credits it', { outlet: 'Littoral Press Agency', agency: 'LPA' }, { agency: 'LPA' }],
    ['own words before credited ones', {}, { agency: 'LPA', words: 900 }],
    ['the hour', { published: '2031-03-05T08:00Z' }, { published: '2031-03-05T09:00Z', words: 900 }],
    ['an hour before a day alone', { published: '2031-03-05T08:00Z' }, { words: 900 }],
    ['the longer', { words: 1000 }, { words: 999 }],
    ['the digest', { id: 'a' }, { id: 'b' }],
    ['any date before none', { published: '2031-03-05' }, { published: null, agency: 'LPA', outlet: 'LPA' }],
  ];
  for (const [name, first, second] of cases) {
    assert.ok(precedenceOf(head(first)) < precedenceOf(head(second)), name);
  }
});

test('one source under two names', () => {
  assert.ok(sameSource('LPA', 'Littoral Press Agency'));
  assert.ok(sameSource('the Lorn Ledger', 'The Lorn Ledger'));
  assert.ok(!sameSource('Lorn Radio', 'The Lorn Ledger'));
  assert.ok(!sameSource('LPA', 'LRA'));
});

test('words come from the agency credited, else the outlet, else the report', () => {
  assert.equal(originatorOf(head({ agency: 'LPA' })), 'LPA');
  assert.equal(originatorOf(head({ agency: 'LPA', outlet: 'Littoral Press Agency' })), 'Littoral Press Agency');
  assert.equal(originatorOf(head({})), 'Drenholm Courier');
  assert.equal(originatorOf(head({ outlet: null })), 'a');
});
