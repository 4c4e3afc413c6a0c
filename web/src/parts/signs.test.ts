import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STANCE, TALK_STATUS } from '../words.ts';
import { markSign, SIGNS, stanceSign, talkSign } from './signs.ts';

test('there is a sign for every stance and every state of a talk', () => {
  for (const stance of Object.keys(STANCE)) assert.ok(stanceSign(stance as keyof typeof STANCE) in SIGNS, stance);
  for (const status of Object.keys(TALK_STATUS))
    assert.ok(talkSign(status as keyof typeof TALK_STATUS) in SIGNS, status);
});

test('marks of the timeline take the sign of their lane', () => {
  assert.equal(markSign('words', 'offers', true), 'st-offers');
  assert.equal(markSign('words', 'promise', true), 'st-offers');
  assert.equal(markSign('words', 'accuse', true), 'said');
  assert.equal(markSign('words', 'toString', true), 'said');
  assert.equal(markSign('talks', 'postponed', false), 'tk-postponed');
  assert.equal(markSign('talks', 'something new', false), 'tk-scheduled');
  assert.equal(markSign('deeds', 'ASSAULT', true), 'dd-told');
  assert.equal(markSign('deeds', 'ASSAULT', false), 'dd-claimed');
  assert.equal(markSign('reports', 'report', true), 'report');
});
