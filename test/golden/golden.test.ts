/** What is read from the samples is what the golden readings say. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { span } from '../../src/text/span.ts';
import { readingOf, reportOf } from '../sample.ts';
import { GOLDEN, goldenOf, goldenReadings } from './golden.ts';

const REMEDY = 'if the change is meant, run npm run golden and look at the diff';

let readings: ReadonlyMap<string, string>;
before(async () => {
  readings = await goldenReadings();
});
const written = readdirSync(GOLDEN).sort();

test('every sample report has a golden reading, and every golden reading a report', () => {
  assert.equal(readings.size, 24);
  assert.deepEqual([...readings.keys()].sort(), written, REMEDY);
});

for (const name of written) {
  test(name, () => {
    // Line ends are those of the checkout.
    const golden = readFileSync(new URL(name, GOLDEN), 'utf8').replaceAll('\r\n', '\n');
    assert.equal(readings.get(name) ?? '', golden, REMEDY);
  });
}

test('a golden reading shows speaker, party, act, form, cue, words, repeats and notes, and nothing that varies', () => {
  const document = reportOf('Voss said  no. He\nsaid no.', { title: 'A title', published: '2031-02-05' });
  const made = { stage: 'attribute', rule: 'secret' } as const;
  const statement = {
    id: 'id1',
    content: [span(11, 13)],
    cue: span(5, 9),
    speaker: { span: span(0, 4), name: 'Aldren Voss', party: 'Halvia', referent: 'id2' },
    form: 'indirect',
    act: 'reject',
    within: null,
    confidence: 0.123,
    made: [made],
  } as const;
  const reading = readingOf(document, {
    statements: [
      {
        ...statement,
        id: 'id3',
        content: [span(23, 25)],
        speaker: { ...statement.speaker, party: null },
        within: 'id1',
      },
      statement,
    ],
    repeats: [{ span: span(15, 25), of: span(0, 13), likeness: 0.9, made }],
    notes: [{ code: 'damaged', severity: 'warning', message: 'Long words.', span: null, stage: 'clean' }],
  });
  assert.equal(
    goldenOf(document, reading),
    `title: A title
published: 2031-02-05
language: en

statements
  Aldren Voss <Voss>, for Halvia: reject, indirect
    said: [no]
  Aldren Voss <Voss>, no party: reject, indirect
    said: [no]
    within what Aldren Voss says

repeats
  [He said no]
    of [Voss said no], near

notes
  warning: damaged
`,
  );
});
