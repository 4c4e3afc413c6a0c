import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCueLexicon, loadMoodLexicon } from '../data/cues.ts';
import type { Offset, Upos, Word } from '../record.ts';
import { parseMoodLexicon } from './act-lexicon.ts';
import { cueClass, cueIn } from './cue.ts';
import { CueLexiconError, parseCueLexicon } from './cue-lexicon.ts';

const lexicon = loadCueLexicon();

/** Words written `form/base/TAG`, or `form/TAG` where the base form is the form. */
const wordsOf = (line: string): Word[] =>
  line.split(' ').map((w, i) => {
    const [text, ...rest] = w.split('/');
    const tag = rest.pop() as Upos;
    const lower = text!.toLowerCase();
    const start = (i * 20) as Offset;
    const end = (i * 20 + text!.length) as Offset;
    return { start, end, text: text!, lower, lemma: rest[0] ?? lower, tag, spaced: true, quote: 0 };
  });

test('the family of a cue in running words', () => {
  const cases: [words: string, first: number, last: number, family: string | null][] = [
    ['Voss/PROPN said/say/VERB', 1, 2, 'say'],
    ['Halvia/PROPN insists/insist/VERB on/ADP withdrawal/NOUN', 1, 3, 'demand'],
    ['Halvia/PROPN insists/insist/VERB that/SCONJ', 1, 2, 'assert'],
    // The marked cue may stop before the word that decides.
    ['Maravet/PROPN called/call/VERB on/ADP Halvia/PROPN', 1, 2, 'demand'],
    ['he/PRON called/call/VERB it/PRON a/DET mistake/NOUN', 1, 2, 'call'],
    ['repeated/repeat/VERB warnings/warning/NOUN', 0, 2, 'warn'],
    ['was/be/AUX quoted/quote/VERB as/ADP saying/say/VERB', 0, 4, 'say'],
    ['according/accord/VERB to/ADP', 0, 2, 'report'],
    ['its/PRON refusal/NOUN to/PART sign/VERB', 1, 2, 'reject'],
    ['Tesk/PROPN ruled/rule/VERB out/ADP', 1, 3, 'reject'],
    ['Dovrane/PROPN warned/warn/VERB Maravet/PROPN against/ADP strikes/NOUN', 1, 2, 'warn-against'],
    // A headline's capital hides the verb from the tagger.
    ['Halvia/PROPN Urges/PROPN Restraint/PROPN', 1, 2, 'demand'],
    // Must not: a gap does not run into the next clause, and a word of no family is none.
    ['asked/ask/VERB that/SCONJ he/PRON come/VERB to/ADP', 0, 1, 'ask'],
    ['sailed/sail/VERB', 0, 1, null],
  ];
  for (const [line, first, last, family] of cases) {
    assert.equal(cueIn(wordsOf(line), first, last, lexicon)?.entry.family.name ?? null, family, line);
  }
});

test('a cue by its base form and the words after it', () => {
  const of = (lemma: string, ...next: string[]) =>
    cueClass(lexicon, lemma, next).map((e) => `${e.kind} ${e.family.name}`);
  assert.deepEqual(of('insist', 'on', 'talks'), ['verb demand']);
  assert.deepEqual(of('insist', 'that'), ['verb assert']);
  assert.deepEqual(of('demand').sort(), ['noun demand', 'verb demand']);
  assert.deepEqual(of('sail'), []);
});

test('the lexicons are whole', () => {
  assert.ok(lexicon.families.length >= 25);
  const acts = new Set<number>();
  for (const family of lexicon.families) for (const [a, w] of family.acts.entries()) if (w >= 3) acts.add(a);
  // Every act but a mere claim has a family that names it outright.
  assert.equal(acts.size, 11);
  const moods = loadMoodLexicon();
  for (const [first, phrases] of [...lexicon.index, ...moods.index]) {
    assert.match(first, /^[\p{L}'’-]+$/u);
    for (const { words } of phrases) {
      assert.notEqual(words.at(-1), '...', words.join(' '));
      assert.ok(
        words.every((w) => w !== '' && w === w.toLowerCase()),
        words.join(' '),
      );
    }
  }
  for (const p of moods.patterns) assert.equal((p.all | p.head) & p.none, 0, `${p.name} asks for what it forbids`);
});

test('faults are told in plain words', () => {
  const family = { name: 'say', means: 'm', reports: 'speech', acts: { claim: 1 }, verbs: 'say' };
  const mood = { name: 'a', means: 'm', acts: {}, words: 'x' };
  const cues: [raw: unknown, message: RegExp][] = [
    [null, /no list `families`/],
    [{ families: [{ ...family, acts: { clam: 1 } }] }, /say: "clam" is no act/],
    [{ families: [{ ...family, acts: { claim: 9 } }] }, /number from 0 to 5/],
    [{ families: [{ ...family, reports: 'maybe' }] }, /Use one of speech/],
    [{ families: [family, { ...family, name: 'tell' }] }, /"say" \(verb\) stands in say too/],
    [{ families: [family, family] }, /stands twice/],
  ];
  for (const [raw, message] of cues) {
    assert.throws(
      () => parseCueLexicon(raw),
      (e) => e instanceof CueLexiconError && message.test(e.message),
    );
  }
  const pattern = { name: 'p', means: 'm', acts: {} };
  const wrong: [raw: unknown, message: RegExp][] = [
    [{ moods: [{ ...mood, tags: 'VERP' }], patterns: [pattern] }, /"VERP" is no tag/],
    [{ moods: [mood], patterns: [{ ...pattern, all: 'b' }] }, /"b" is no mood/],
    [{ moods: [mood], patterns: [{ ...pattern, verb: 'past' }] }, /"past" is none of plain/],
  ];
  for (const [raw, message] of wrong) {
    assert.throws(
      () => parseMoodLexicon(raw),
      (e) => e instanceof CueLexiconError && message.test(e.message),
    );
  }
});
