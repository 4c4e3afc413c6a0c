import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'js-yaml';
import { loadTimeLexicon } from '../../data/times.ts';
import { parseTimeLexicon, TimeLexiconError } from './lexicon.ts';

const raw = load(
  readFileSync(new URL('../../../data/lexicons/en/times-words.yaml', import.meta.url), 'utf8'),
) as Record<string, unknown>;

test('the words mean what their places say', () => {
  const lexicon = loadTimeLexicon();
  assert.equal(lexicon.months.get('sept.'), 9);
  assert.equal(lexicon.weekdays.get('sunday'), 7);
  assert.equal(lexicon.units.get('fortnights'), 'fortnight');
  assert.equal(lexicon.which.get('last'), -1);
  assert.equal(lexicon.tens.get('ninety'), 9);
  assert.equal(lexicon.bounds.get('until'), 'until');
});

test('all words are in lower case, and every doubtful name is a month or a weekday', () => {
  const lexicon = loadTimeLexicon();
  assert.doesNotMatch(JSON.stringify(raw), /\p{Lu}/u);
  for (const word of lexicon.doubtful)
    assert.ok(lexicon.months.has(word) || lexicon.weekdays.has(word), `${word} is neither`);
  for (const word of lexicon.capitalOnly)
    assert.ok(lexicon.months.has(word) || lexicon.weekdays.has(word), `${word} is neither`);
});

test('a bad lexicon is refused in plain words that name the entry', () => {
  const cases: [Record<string, unknown>, RegExp][] = [
    [{ months: 'january / february' }, /months: expected 12 places/],
    [{ clause: '' }, /clause: expected words/],
    [{ clause: ['that'] }, /clause: expected words/],
    [{ units: { moment: 'moments' } }, /units\.moment: write one of minute/],
    [{ days: { today: 'now' } }, /days\.today: expected a number/],
    [{ parts: 'early' }, /parts: expected names with values/],
  ];
  for (const [change, message] of cases)
    assert.throws(
      () => parseTimeLexicon({ ...raw, ...change }),
      (error) => error instanceof TimeLexiconError && message.test(error.message),
    );
  assert.throws(() => parseTimeLexicon(null), TimeLexiconError);
});
