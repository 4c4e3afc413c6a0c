/** A copy that tells a time less exactly than the report whose words it has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../record.ts';
import { span } from '../text/span.ts';
import { withOriginalTime } from './copied.ts';

const ORIGINAL = 'The ferry sank off Ombra Point before dawn. Mines had been found there since early March.';
const COPY = `From our own staff. ${ORIGINAL}`;

const at = (text: string, words: string) => span(text.indexOf(words), text.indexOf(words) + words.length);

const event = (text: string, words: string, start: string | null, end: string | null = start): Event =>
  ({
    type: 'ASSAULT',
    evidence: [at(text, words)],
    when: start === null ? null : { start, end, pattern: null, span: at(text, 'dawn') },
  }) as unknown as Event;

const taken = (own: Event, others: readonly Event[]): string | null =>
  withOriginalTime(own, COPY, others, { text: ORIGINAL }, () => true).when?.start ?? null;

test('a copy has the day that its original tells of the same words', () => {
  const words = 'The ferry sank off Ombra Point';
  const original = event(ORIGINAL, words, '2031-03-22');
  assert.equal(taken(event(COPY, words, '2031-03', null), [original]), '2031-03-22');
  assert.equal(taken(event(COPY, words, null), [original]), '2031-03-22');
});

test('what a copy tells to the day, or in words of its own, stays as it is; so does what the original tells twice', () => {
  const words = 'The ferry sank off Ombra Point';
  const original = event(ORIGINAL, words, '2031-03-22');
  assert.equal(taken(event(COPY, words, '2031-03-21'), [original]), '2031-03-21');
  assert.equal(taken(event(COPY, 'From our own staff', '2031-03', null), [original]), '2031-03');
  assert.equal(taken(event(COPY, words, '2031-03', null), [event(ORIGINAL, words, '2031')]), '2031-03');
  assert.equal(taken(event(COPY, words, null), [original, event(ORIGINAL, words, '2031-03-20')]), null);
});

test('the words of a time stay those of the copy', () => {
  const words = 'The ferry sank off Ombra Point';
  const own = withOriginalTime(
    event(COPY, words, null),
    COPY,
    [event(ORIGINAL, words, '2031-03-22')],
    { text: ORIGINAL },
    () => true,
  );
  assert.equal(COPY.slice(own.when!.span.start, own.when!.span.end), words);
});
