import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clip, commonWords, fileName, fullest, inWords, shorten, splitCondition, trimmed } from './text.ts';

test('a condition is parted from the word that joins it', () => {
  const cases: readonly [string, readonly [string, string]][] = [
    ['only once Maravet’s guns leave Ombra Point', ['only once', 'Maravet’s guns leave Ombra Point']],
    ['provided that no Halvian was aboard', ['provided that', 'no Halvian was aboard']],
    ['Before it opens', ['Before', 'it opens']],
    ['in return for the eleven people', ['in return for', 'the eleven people']],
    ['the guns leave', ['', 'the guns leave']],
    ['iffy weather', ['', 'iffy weather']],
  ];
  for (const [words, parts] of cases) assert.deepEqual(splitCondition(words), parts);
});

test('headings take the first words and our own quotation marks', () => {
  assert.equal(trimmed('“We will come”'), 'We will come');
  assert.equal(trimmed('a “so-called” truce'), 'a “so-called” truce');
  assert.equal(clip('one two three four', 3), 'one two three …');
  assert.equal(clip('one two three', 3), 'one two three');
});

test('shared slots stand in words', () => {
  assert.equal(commonWords('ASSAULT, Nerith, 2031-03-14'), 'Attack, Nerith, 14 March 2031');
  assert.equal(commonWords('2031-03'), 'March 2031');
  assert.equal(commonWords('NATO, Lorn'), 'Nato, Lorn');
  assert.equal(commonWords('who laid the mines'), 'Who laid the mines');
});

test('quotations without end are cut where they are listed, never through a letter', () => {
  assert.equal(shorten('abc', 3), 'abc');
  assert.equal(shorten('abcd', 3), 'abc …');
  assert.equal(shorten('ab\u{1f4a7}d', 3), 'ab …');
  assert.ok(clip('w'.repeat(5000)).length < 1300);
});

test('of words from several places the longest stretch is shown first', () => {
  assert.equal(fullest('a truce … a truce of thirty days … thirty'), 'a truce of thirty days');
  assert.equal(fullest('a truce'), 'a truce');
});

test('codes and dates of a sentence of ours stand in words, quoted ones as they are', () => {
  assert.equal(
    inWords('A denial (COERCE, Nerith, 2031-03-26) of “COERCE 2031-03-26” since 2031-01.'),
    'A denial (coercion, Nerith, 26 March 2031) of “COERCE 2031-03-26” since January 2031.',
  );
  assert.equal(inWords('the NATO of nowhere'), 'the NATO of nowhere');
});

test('a report without a headline is known by its file', () => {
  assert.equal(fileName('/cases/keld/a.txt'), 'a.txt');
  assert.equal(fileName('a.txt'), 'a.txt');
});
