import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAttributeLexicon } from '../data/attribution.ts';
import type { Sentence } from '../record.ts';
import { doerOf, ownerOf, subjectOf } from './source-finder.ts';
import { type Sample, sample } from './testing.ts';

const lexicon = loadAttributeLexicon();

/** Each sample marks the cue, and in braces whom it should belong to, if anybody. */
type Cases = readonly string[];

function check(cases: Cases, find: (s: Sample, sentence: Sentence) => readonly [number, number] | null): void {
  for (const written of cases) {
    const s = sample(written);
    const sentence = s.segmented.sentences.find((x) => x.last > s.cues[0]![0])!;
    assert.equal(s.words(find(s, sentence)), s.words(s.sources[0] ?? null), written);
  }
}

const subject = (s: Sample, sentence: Sentence) => subjectOf(s.segmented.words, s.cues[0]![0], sentence, lexicon);
const owner = (s: Sample, sentence: Sentence) => ownerOf(s.segmented.words, s.cues[0]!, sentence, lexicon);
const doer = (s: Sample, sentence: Sentence) => doerOf(s.segmented.words, s.cues[0]!, sentence, lexicon);

test('the subject of a verb is the noun phrase right before it', () => {
  check(
    [
      '{Aldren Voss} <said/VERB>',
      '{Aldren Voss} has/AUX repeatedly/ADV <warned/VERB>',
      '{he/PRON} did/AUX not/PART <say/VERB>',
      '{two/NUM senior/ADJ Halvian officials} <said/VERB>',
      'on/ADP Monday , {the/DET ministry} <said/VERB>',
      '{the/DET ministry of/ADP defence} <said/VERB>',
      "{Halvia 's/PART foreign/ADJ minister} <said/VERB>",
      '{the/DET deputy -/PUNCT minister} <said/VERB>',
      'Tesk and/CCONJ {Voss} <said/VERB>',
    ],
    subject,
  );
});

test('what stands for things or opens a clause is nobody', () => {
  check(
    [
      'it/PRON is/AUX <thought/VERB>',
      'there/PRON were/AUX <claims/VERB>',
      'the/DET letter , which/PRON <said/VERB>',
      'this/PRON <suggests/VERB>',
      'those/PRON who/PRON <said/VERB>',
      '<said/VERB> the/DET envoy',
      'quickly/ADV <said/VERB>',
      'to/PART <say/VERB>',
      'gone/VERB , <said/VERB>',
    ],
    subject,
  );
});

test('a subject is looked for in its own sentence only', () => {
  check(['Voss left/VERB the/DET envoy . <Said/VERB>', 'The/DET envoy ¶ was/AUX <asked/VERB>'], subject);
});

test('a source has an end: no more than fourteen words before its head', () => {
  const s = sample(`${'salt '.repeat(60)}traders <said/VERB>`);
  const [first, last] = subjectOf(s.segmented.words, s.cues[0]![0], s.segmented.sentences[0]!, lexicon)!;
  assert.equal(last, 61);
  assert.ok(last - first <= 15, `${last - first} words`);
});

test('a noun belongs to whoever owns it', () => {
  check(
    [
      "{Maravet} 's/PART <demands>",
      '{Maravet} ’s/PART repeated/ADJ <demands>',
      "{the/DET Front} 's/PART three/NUM new/ADJ <demands>",
      "{President Tesk} 's/PART <refusal>",
      "{the/DET islanders} '/PART <demands>",
      '{their/PRON} <refusal>',
      '{its/PRON} flat/ADJ <refusal>',
      'the/DET <demands> by/ADP {the/DET Front}',
      'a/DET <call> from/ADP {the/DET envoy} to/PART talk/VERB',
      'new/ADJ <demands> by/ADP {Aldren Voss} on/ADP Monday',
    ],
    owner,
  );
});

test('a noun that nobody owns has no owner', () => {
  check(
    [
      'the/DET <demands> were/AUX heard/VERB',
      'Maravet heard/VERB the/DET <demands>',
      'new/ADJ <demands>',
      '<demands> for/ADP a/DET truce',
      '<demands> to/PART the/DET ministry',
      '<demands> by/ADP .',
      '<demands> by/ADP then/ADV',
    ],
    owner,
  );
});

test('the doer stands after "by" and "according to"', () => {
  check(
    [
      'was/AUX <denied/VERB> by/ADP {the/DET ministry}',
      'was/AUX <denied/VERB by/ADP> {the/DET ministry}',
      '<according/VERB to/ADP> {the/DET ministry}',
      '<according/VERB to/ADP> {two/NUM officials of/ADP the/DET Front} in/ADP Lorn',
      "was/AUX <denied/VERB> by/ADP {Halvia 's/PART foreign/ADJ minister} .",
    ],
    doer,
  );
});

test('other words after a cue are no doer', () => {
  check(
    [
      'was/AUX <denied/VERB> on/ADP Monday',
      'he/PRON <spoke/VERB> to/ADP the/DET ministry',
      '<according/VERB to/ADP> which/PRON',
      '<according/VERB to/ADP> what/PRON it/PRON saw/VERB',
      'was/AUX <denied/VERB> by/ADP .',
      'was/AUX <denied/VERB>',
      'was/AUX <denied/VERB> . By/ADP Monday',
    ],
    doer,
  );
});

test('a phrase ends where another begins', () => {
  check(['after/ADP the/DET raid {the/DET Front} <said/VERB>', 'in/ADP Lorn {he/PRON} <said/VERB>'], subject);
  check(
    [
      '<according/VERB to/ADP> {two/NUM officials} who/PRON left/VERB',
      'was/AUX <denied/VERB> by/ADP {the/DET envoy} it/PRON concerned/VERB',
    ],
    doer,
  );
});
