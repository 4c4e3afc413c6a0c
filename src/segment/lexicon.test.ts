import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSegmentLexicon } from '../data/segment.ts';
import { abbreviationKind, parseSegmentLexicon, SegmentLexiconError } from './lexicon.ts';

test('the lexicon is read, and says how an abbreviation bears on a sentence', () => {
  const lexicon = loadSegmentLexicon();
  assert.equal(abbreviationKind(lexicon, 'Gen'), 'before-name');
  assert.equal(abbreviationKind(lexicon, 'GEN'), 'before-name');
  assert.equal(abbreviationKind(lexicon, 'No'), 'before-figure');
  assert.equal(abbreviationKind(lexicon, 'INC'), undefined);
  assert.equal(abbreviationKind(lexicon, 'Strait'), undefined);
});

test('no word that begins sentences is an abbreviation that never ends one', () => {
  const lexicon = loadSegmentLexicon();
  for (const [word, kind] of lexicon.abbreviations)
    if (kind === 'before-name') assert.ok(!lexicon.starters.has(word), `${word} is in both lists`);
});

test('an abbreviation stands without its last full stop', () => {
  for (const word of loadSegmentLexicon().abbreviations.keys()) assert.doesNotMatch(word, /\.$/u);
});

test('what is wrong with a lexicon is told with its place and remedy', () => {
  assert.throws(() => parseSegmentLexicon(null), SegmentLexiconError);
  assert.throws(
    () => parseSegmentLexicon({ abbreviations: { 'before-name': [] } }),
    /abbreviations\.before-name.*spaces/u,
  );
});
