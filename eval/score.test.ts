/** The scorer on small cases made by hand, with the figures worked out by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Act, Form, Span, Statement } from '../src/record.ts';
import { span } from '../src/text/span.ts';
import { locate, parseGold, partyOf } from './gold.ts';
import { fold, inCommon, likeness, pairs, sameName } from './likeness.ts';
import { parseAnnotations, scoreAnnotated } from './polnear.ts';
import { scoreReading } from './statements.ts';
import { found, Tally } from './tally.ts';

const TEXT =
  'Halvian minister Aldren Voss said the searches would go on. Ketta Amon called them piracy. "We are ready," she said.';

const at = (words: string, nth = 1): Span => {
  const { start, end } = locate(TEXT, { words, nth }, 'test');
  return span(start, end);
};

const statement = (
  content: string,
  speaker: { words?: string; name?: string; party?: string },
  act: Act,
  form: Form = 'indirect',
): Statement => ({
  id: content,
  content: [at(content)],
  cue: null,
  speaker: {
    span: speaker.words ? at(speaker.words) : null,
    name: speaker.name ?? null,
    party: speaker.party ?? null,
    referent: null,
  },
  form,
  act,
  within: null,
  confidence: 1,
  made: [],
});

const GOLD = parseGold(
  JSON.stringify({
    parties: { Halvia: ['Halvian', 'Voss'], Maravet: ['Maravetian'] },
    statements: [
      {
        content: 'the searches would go on',
        cue: 'said',
        speaker: { words: 'Aldren Voss', names: ['Aldren Voss'], party: 'Halvia' },
        form: 'indirect',
        act: ['claim', 'promise'],
      },
      {
        content: ['called them piracy'],
        cue: { words: 'called' },
        speaker: { words: 'Ketta Amon', names: ['Ketta Amon', 'Amon'], party: 'Maravet' },
        form: 'indirect',
        act: 'accuse',
      },
      {
        content: 'We are ready',
        cue: { words: 'said', nth: 2 },
        speaker: { words: 'she', names: ['Ketta Amon'], party: null },
        form: 'direct',
        act: 'offer',
      },
    ],
    repeats: ['said'],
  }),
  TEXT,
  { name: 'test.json', path: 'test.txt', aside: false },
);

test('names are the same whatever their capitals, accents and punctuation, and where one holds the other', () => {
  const cases: [string | null, string | null, boolean][] = [
    ['Aldren Voss', 'VOSS', true],
    ['Amon', 'Ketta Amon', true],
    ['Tésk', 'tesk', true],
    ['Teyl-Front', 'Teyl Front', true],
    ['Voss', 'Vossen', false],
    ['Aldren Voss', 'Aldren Amon', false],
    ['', 'Voss', false],
    [null, null, false],
  ];
  for (const [a, b, same] of cases) {
    assert.equal(sameName(a, b), same, `${a}, ${b}`);
    assert.equal(sameName(b, a), same, `${b}, ${a}`);
  }
  assert.equal(fold('  The “Front” '), 'the front');
});

test('spans are alike by what they share of what either covers', () => {
  assert.equal(inCommon([span(0, 10)], [span(5, 8), span(9, 20)]), 4);
  assert.equal(likeness([span(0, 10)], [span(0, 10)]), 1);
  assert.equal(likeness([span(0, 10)], [span(5, 15)]), 5 / 15);
  assert.equal(likeness([span(0, 4), span(6, 10)], [span(0, 10)]), 0.8);
  assert.equal(likeness([span(0, 4)], [span(4, 8)]), 0);
  assert.equal(likeness([], []), 0);
});

test('the most alike are paired first, each once, the earlier first among equals', () => {
  const table = [
    [0.9, 0.8, 0],
    [0.95, 0, 0],
    [0.8, 0, 0],
  ];
  const rows = [0, 1, 2];
  assert.deepEqual(
    pairs(rows, rows, (i, j) => table[i]![j]!),
    [
      [1, 0],
      [0, 1],
    ],
  );
  assert.deepEqual(
    pairs(rows, [0], () => 1),
    [[0, 0]],
  );
  assert.deepEqual(
    pairs(rows, rows, () => 0),
    [],
  );
});

test('precision, recall and F1', () => {
  assert.deepEqual(found(0, 0, 0), { precision: 0, recall: 0, f1: 0, hit: 0, gold: 0, read: 0 });
  assert.deepEqual(found(1, 4, 2), { precision: 0.5, recall: 0.25, f1: 0.25 / 0.75, hit: 1, gold: 4, read: 2 });
});

test('gold words are found in the text, the nth where it says so, and are missed in plain words', () => {
  assert.deepEqual(locate(TEXT, 'said', 'x'), { start: 29, end: 33 });
  assert.equal(TEXT.indexOf('said', 30), locate(TEXT, { words: 'said', nth: 2 }, 'x').start);
  assert.deepEqual(locate(TEXT, { start: 3, end: 5 }, 'x'), { start: 3, end: 5 });
  assert.throws(() => locate(TEXT, { words: 'said', nth: 3 }, 'x.json'), /x\.json: these words are not in the text/);
  assert.throws(() => locate(TEXT, 'Tesk', 'x'), /"Tesk"/);
});

test('a party goes by the names that the gold reading lists', () => {
  assert.equal(partyOf(GOLD, 'voss'), 'Halvia');
  assert.equal(partyOf(GOLD, 'Maravet'), 'Maravet');
  assert.equal(partyOf(GOLD, 'Cantara'), 'Cantara');
  assert.equal(partyOf(GOLD, null), null);
});

test('statements: found by half of the content, then speaker, party, form and act of those found', () => {
  const tally = new Tally();
  const compared = scoreReading(
    GOLD,
    {
      statements: [
        // Right in all: another name of the party, the second of two acts.
        statement('the searches would go on', { name: 'Mr Voss', words: 'Aldren', party: 'Halvian' }, 'promise'),
        // Found (more than half), wrong speaker, party unknown where there is one, right act, wrong form.
        statement('them piracy', { name: 'Voss' }, 'accuse', 'mixed'),
        // Less than half of "We are ready".
        statement('We', { name: 'Ketta Amon' }, 'offer', 'direct'),
      ],
      repeats: [{ span: at('said the'), of: at('Halvian'), likeness: 1, made: { stage: 'clean', rule: 'x' } }],
    },
    tally,
  );
  const figures = tally.figures();
  assert.deepEqual(figures.get('statements'), found(2, 3, 3));
  assert.deepEqual(figures.get('with speaker and act'), found(1, 3, 3));
  for (const name of ['speaker', 'party', 'form'])
    assert.deepEqual(figures.get(name), { share: 0.5, right: 1, of: 2 }, name);
  assert.deepEqual(figures.get('act'), { share: 1, right: 2, of: 2 });
  assert.deepEqual(figures.get('repeats'), found(4, 4, 8));
  assert.deepEqual(
    compared.map((c) => [c.gold?.acts[0] ?? null, c.read?.act ?? null]),
    [
      ['claim', 'promise'],
      ['accuse', 'accuse'],
      ['offer', null],
      [null, 'offer'],
    ],
  );
});

test('no party is right only where there is none; the speaker may be right by its words alone', () => {
  for (const [party, right] of [
    [undefined, 1],
    ['Maravet', 0],
  ] as const) {
    const tally = new Tally();
    const spoken = { words: 'she', name: 'somebody', ...(party ? { party } : {}) };
    scoreReading(GOLD, { statements: [statement('We are ready', spoken, 'offer', 'direct')], repeats: [] }, tally);
    assert.equal((tally.figures().get('party') as { right: number }).right, right);
    assert.deepEqual(tally.figures().get('speaker'), { share: 1, right: 1, of: 1 });
  }
});

test('a report without a reading misses all; without gold repeats, read ones do not count', () => {
  const tally = new Tally();
  scoreReading(GOLD, null, tally);
  assert.deepEqual(tally.figures().get('statements'), found(0, 3, 0));
  assert.deepEqual(tally.figures().get('repeats'), found(0, 4, 0));
  const without = new Tally();
  const repeats = [{ span: at('said'), of: at('said'), likeness: 1, made: { stage: 'clean', rule: 'x' } } as const];
  scoreReading({ ...GOLD, repeats: [] }, { statements: [], repeats }, without);
  assert.equal(without.figures().has('repeats'), false);
});

test('annotations count code points, and may be interrupted', () => {
  const text = '\u{1F6A2} Voss said no.';
  const parts = parseAnnotations('T1\tSource 2 6\tVoss\nT2\tCue 7 11\tsaid\nT3\tContent 0 1;12 14\tx no\n', text);
  const words = (role: 'source' | 'cue' | 'content') =>
    parts[role].map((p) => p.map((s) => text.slice(s.start, s.end)));
  assert.deepEqual(words('source'), [['Voss']]);
  assert.deepEqual(words('cue'), [['said']]);
  assert.deepEqual(words('content'), [['\u{1F6A2}', 'no']]);
});

test('annotated texts: words by role, and parts met by half', () => {
  const tally = new Tally();
  const annotated = {
    name: 'x',
    path: 'x',
    text: TEXT,
    textDigest: '',
    digest: '',
    parts: {
      content: [[at('the searches would go on')], [at('them piracy')]],
      source: [[at('Aldren Voss')], [at('Ketta Amon')]],
      cue: [[at('said')]],
    },
  };
  const reads = [
    // Five of five words, and the words on both sides: "said ... on." is 6 words, 5 shared.
    statement('said the searches would go on', { words: 'Voss' }, 'claim'),
    statement('piracy', {}, 'claim'),
  ];
  scoreAnnotated(annotated, { statements: reads }, tally);
  const figures = tally.figures();
  assert.deepEqual(figures.get('content, words'), found(6, 7, 7));
  assert.deepEqual(figures.get('content, halves'), found(2, 2, 2));
  assert.deepEqual(figures.get('source, words'), found(1, 4, 1));
  assert.deepEqual(figures.get('source, halves'), found(1, 2, 1));
  assert.deepEqual(figures.get('cue, words'), found(0, 1, 0));
  assert.deepEqual(figures.get('cue, halves'), found(0, 1, 0));
});
