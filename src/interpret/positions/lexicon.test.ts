import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPositionLexicon } from '../../data/positions.ts';
import { PositionLexiconError, parsePositionLexicon } from './lexicon.ts';

test('the lexicon that comes with the program can be read', () => {
  const { predicates, moods, index } = loadPositionLexicon();
  assert.ok(predicates.some((p) => p.name === 'demand' && p.stance === 'demands' && p.denied === null && p.tells));
  assert.ok(predicates.some((p) => p.name === 'want' && p.denied === 'rejects'));
  assert.ok(moods.length < 31, 'moods are bits of a number');
  assert.ok(index.has('unless') && index.has('reaffirm') && index.has('precondition'));
});

const ENTRY = { name: 'ask', stance: 'demands', verbs: 'ask' };
const REST = {
  moods: [{ name: 'must', words: 'must' }],
  conditions: [{ must: true, words: 'unless' }],
  preconditions: 'precondition',
  movement: [{ movement: 'new', words: 'for the first time' }],
};

test('what is wrong with the lexicon is told with a remedy', () => {
  const cases: [unknown, RegExp][] = [
    [{}, /no list `predicates`/],
    [{ ...REST, predicates: [{ ...ENTRY, name: '' }] }, /predicates 1: no name/],
    [{ ...REST, predicates: [ENTRY, ENTRY] }, /the name "ask" stands twice/],
    [{ ...REST, predicates: [{ name: 'ask' }] }, /no stance\. Give it/],
    [{ ...REST, predicates: [{ ...ENTRY, stance: 'likes' }] }, /"likes"\. Use one of demands/],
    [{ ...REST, predicates: [{ ...ENTRY, tells: 'yes' }] }, /`tells` is neither true nor false/],
    [{ ...REST, predicates: [{ ...ENTRY, verbs: 3 }] }, /`verbs` is not text/],
    [{ ...REST, predicates: [ENTRY], conditions: [{ words: 'if' }] }, /no `must`/],
    [{ ...REST, predicates: [ENTRY], conditions: [{ must: true, asks: 'likes', words: 'if' }] }, /`asks` has "likes"/],
    [{ ...REST, predicates: [ENTRY], movement: [{ words: 'so' }] }, /no `movement`/],
  ];
  for (const [raw, message] of cases) {
    assert.throws(() => parsePositionLexicon(raw), { name: PositionLexiconError.name, message });
  }
  assert.equal(parsePositionLexicon({ ...REST, predicates: [ENTRY] }).predicates.length, 1);
});
