import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SUBJECTS } from '../testing.ts';
import { isTurned, numbersIn, parseSubjectLexicon, SubjectLexiconError, sameSubject, stemsOf } from './subject.ts';

const stems = (words: string): ReadonlySet<string> => stemsOf(words, SUBJECTS);

test('forms of one word are one, and words of saying and wanting tell nothing', () => {
  assert.deepEqual(
    [...stems('They demand that the observers’ boats be withdrawn')],
    [...stems('observing boat withdrawing')],
  );
  assert.deepEqual([...stems('The party will not say that it would go there')], []);
  assert.deepEqual([...stems('Żołnierze i ŻOŁNIERZ')].length, 1);
  assert.deepEqual([...stemsOf('Halvian boats', SUBJECTS, stems('Halvia'))], ['boat']);
});

test('two demands are about one thing where they share two words and half of the shorter', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['searches of boats off Nerith', 'no boat off Nerith is to be searched', true],
    ['searches of boats off Nerith', 'the boats of the pilots from the north must stay in harbour', false],
    ['the guns', 'the guns', false],
    ['', 'the guns of the headland', false],
  ];
  for (const [a, b, same] of cases) assert.equal(sameSubject(stems(a), stems(b)), same, `${a} / ${b}`);
});

test('words that speak of an end are told from those that speak of the thing', () => {
  for (const words of ['an end to the searches', 'passage without search', 'to lift the ban'])
    assert.ok(isTurned(words, SUBJECTS), words);
  for (const words of ['searches', 'the friendly harbour', 'a weekend']) assert.ok(!isTurned(words, SUBJECTS), words);
});

test('numbers are told by digits and words, years left out', () => {
  const numbers = new Set(['four', 'two']);
  assert.deepEqual(
    [...numbersIn('from four marks a ton to two, in 2031, for 1.5 tons', numbers)],
    ['four', 'two', '1.5'],
  );
  assert.deepEqual([...numbersIn('a toll on every ton', numbers)], []);
});

test('a bad list of words is refused in plain words', () => {
  const good = {
    passed_over: 'a the',
    turning: 'stop',
    numbers: 'two ten',
    endings: 's',
    one_question: 'SEAT FORMAT',
    last_answer: 'SEAT',
  };
  assert.ok(parseSubjectLexicon(good).oneQuestion.has('SEAT'));
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [null, /"endings" must be words/],
    [{ ...good, passed_over: 'The' }, /"passed_over" must be words in small letters/],
    [{ ...good, turning: 3 }, /"turning" must be words/],
    [{ ...good, one_question: 'seat' }, /"one_question" must be codes/],
  ];
  for (const [raw, message] of cases) {
    assert.throws(
      () => parseSubjectLexicon(raw),
      (e) => e instanceof SubjectLexiconError && message.test(e.message),
    );
  }
});
