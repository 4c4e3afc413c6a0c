import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTalkLexicon } from '../../data/talks.ts';
import { parseTalkModel, shareOf, TalkModelError } from './accept.ts';
import { parseTalkLexicon, SMALL, TalkLexiconError } from './lexicon.ts';

const small = Object.fromEntries(SMALL.map((kind) => [kind, 'x']));
const whole = {
  triggers: [{ name: 'meeting', means: 'they meet', kind: 'contact', nouns: 'meeting, talk+' }],
  modifiers: { vague: 'any' },
  signs: [{ status: 'held', side: 'both', words: 'take place' }],
  grammar: small,
};

test('the lexicon that comes with the program is sound', () => {
  const lexicon = loadTalkLexicon();
  assert.ok(lexicon.nouns.size > 20 && lexicon.verbs.size > 20 && lexicon.signs.size > 30);
  for (const entries of lexicon.nouns.values())
    for (const { value } of entries) assert.ok(value.like !== '' && value.means !== '');
});

test('a faulty lexicon is refused in plain words', () => {
  assert.ok(parseTalkLexicon(whole).nouns.has('meeting'));
  const cases: [unknown, RegExp][] = [
    [null, /write it as a YAML mapping/],
    [{ ...whole, triggers: 'x' }, /triggers: expected a list/],
    [{ ...whole, triggers: [{ ...whole.triggers[0], kind: 'party' }] }, /"party" is none of summit/],
    [{ ...whole, triggers: [whole.triggers[0], whole.triggers[0]] }, /meeting: the name stands twice/],
    [{ ...whole, triggers: [{ ...whole.triggers[0], nouns: 'Meeting' }] }, /"Meeting" has capitals/],
    [{ ...whole, modifiers: { vague: 'any', single: 'any' } }, /"any" stands twice/],
    [{ ...whole, signs: [{ status: 'over', side: 'both', words: 'end' }] }, /"over" is none of/],
    [{ ...whole, grammar: { ...small, with: '' } }, /grammar, with: the list is empty/],
  ];
  for (const [raw, message] of cases) {
    assert.throws(() => parseTalkLexicon(raw), message);
    assert.throws(() => parseTalkLexicon(raw), TalkLexiconError);
  }
});

test('a model weighs each feature once, and a broken one is refused', () => {
  const file = { version: 'talks@0', thresholds: [0.5], floor: 0.2, bias: -100, weights: { 'sides: 2': 200 } };
  const model = parseTalkModel(file);
  assert.equal(shareOf(model, ['sides: 2', 'sides: 2', 'unknown']), 1 / (1 + Math.exp(-1)));
  assert.ok(shareOf(model, []) < 0.5);
  for (const raw of [null, {}, { ...file, thresholds: [] }, { ...file, floor: '1' }, { ...file, weights: { x: 'y' } }])
    assert.throws(() => parseTalkModel(raw), TalkModelError);
});
