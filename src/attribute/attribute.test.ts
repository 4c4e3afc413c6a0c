/** Who said what, from text to statements, with the model that is shipped: what a reader may rely on. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { loadResources } from '../data/load.ts';
import { documentFromText } from '../ingest/document.ts';
import { createReader } from '../reading.ts';
import type { Form, Reading, Statement } from '../record.ts';
import { slice } from '../text/span.ts';

const read = createReader(loadResources());
const readingOf = (text: string): Reading =>
  read({ ...documentFromText(text, { path: '-', line: null }), language: 'en' });

/** A statement in words. Commas at the ends of the speaker's words, and a colon after the cue, do not matter. */
const worded = (text: string, s: Statement) => ({
  speaker: s.speaker.span ? slice(text, s.speaker.span).replace(/^[\s,]+|[\s,]+$/gu, '') : null,
  cue: s.cue ? slice(text, s.cue).replace(/[\s:,]+$/u, '') : null,
  said: s.content.map((c) => slice(text, c)),
  form: s.form,
});

/**
 * `{...}` the speaker, `<...>` the cue, `[...]` the content, with quotation marks outside: the text, and the form of its
 * one statement. More than one stretch of content is one statement in several spans.
 */
type Case = readonly [marked: string, form: Form];

function check([marked, form]: Case): void {
  const between = (marks: RegExp): string[] => [...marked.matchAll(marks)].map((m) => m[1]!.replace(/[[\]{}<>]/gu, ''));
  const text = marked.replace(/[[\]{}<>]/gu, '');
  const found = readingOf(text)
    .statements.filter((s) => s.within === null)
    .map((s) => worded(text, s));
  assert.deepEqual(
    found,
    [
      {
        speaker: between(/\{([^}]*)\}/gu)[0] ?? null,
        cue: between(/<([^>]*)>/gu)[0] ?? null,
        said: between(/\[([^\]]*)\]/gu),
        form,
      },
    ],
    text,
  );
}

const group = (name: string, cases: readonly Case[], options: { todo?: string } = {}): void => {
  describe(name, () => {
    for (const c of cases) test(c[0].replace(/\s+/gu, ' '), options, () => check(c));
  });
};

group('direct speech, with the speaker before, after or between', [
  ['“[We accept the envoy’s plan],” {Tesk} <told> Cantaran radio.', 'direct'],
  ['“[Pirates do not get chairs],” {Tesk} <said> of the Front.', 'direct'],
  ['"[We are ready]," {one of the negotiators} <said>.', 'direct'],
  ['‘[We will stay],’ {Voss} <said>.', 'direct'],
  ['Asked whether Maravet would accept searches, {Amon} <replied>: “[Ask me in Lorn].”', 'direct'],
  ['“[The ships],” <said> {Ilse Dovrane}, “[will be searched in Lorn and nowhere else].”', 'direct'],
  ['“[The patrol boats],” {Ilse Dovrane} <said>, “[will be searched in Lorn and nowhere else].”', 'direct'],
  ['“[We will stay],” {Voss} <said>, “[until the last gun is gone].”', 'direct'],
  ['“[We have waited],” <said> {Tesk}, “[and we will wait].”', 'direct'],
  ['“[We will not move a single boat],” {Oumara Tesk} <said> on Tuesday. “[We have nowhere to move them].”', 'direct'],
  ['“[We will not go],” {Tesk} <said>. “[We have no reason to go. Nobody has asked us].”', 'direct'],
]);

group('indirect and mixed speech', [
  [
    '{Aldren Voss, the Halvian foreign minister}, <said> that [the patrol boats would stay at Ombra Point until the talks ended].',
    'indirect',
  ],
  ['[Halvia has no plans to withdraw], {Aldren Voss} <said> on Monday.', 'indirect'],
  ['<According to> {the Littoral Commission}, [61 vessels left the port of Nerith in January].', 'indirect'],
  ['{The Teyl Front} <denied> that [its men had fired on the Sula Dawn].', 'indirect'],
  ['{Maravet} <demanded> [the release of all 23 sailors].', 'indirect'],
  ['{Ilse Dovrane} <urged> [both sides to return to the table].', 'indirect'],
  ['{Maravet} <accused> [Halvia of mining the approaches to Nerith].', 'indirect'],
  ['{Halvia’s foreign minister} <warned> that [the navy would sink any vessel that crossed the line].', 'indirect'],
  ['In its statement, {the Commission} <condemned> [the attack on the ferry].', 'indirect'],
  ['{Voss} <told> reporters that [the Front “must lay down its arms” before any meeting].', 'mixed'],
]);

group('speakers without a name, and several in one voice', [
  [
    '{A senior Halvian official, who spoke on condition of anonymity}, <said> that [the offer was still open].',
    'indirect',
  ],
  ['{Fishermen in Nerith} <said> [they had not been paid since the blockade began].', 'indirect'],
  ['{Residents of Nerith} <told> the Post that [they had heard three explosions before dawn].', 'indirect'],
  ['{Analysts} <believe> that [the Front wants a seat at the talks].', 'indirect'],
  ['{Officials on both sides} <said> [the talks had gone well].', 'indirect'],
  ['{Many in Drenholm} <fear> that [the truce will not hold].', 'indirect'],
  ['{Diplomats from three countries} <said> [they expected a deal by Friday].', 'indirect'],
]);

group('who is quoted, not who carries it', [
  [
    'The Littoral Press Agency quoted {the minister} as <saying> that [the battery must be gone before anything is signed].',
    'indirect',
  ],
  ['The agency quoted {Voss} as <saying> that [Halvia would sign].', 'indirect'],
  ['{The minister} <was quoted as saying> that [the talks were over].', 'indirect'],
  ['{The Drenholm Post} <reported> that [three boats had been sunk].', 'indirect'],
]);

describe('who will not say does not say', () => {
  for (const text of [
    'Neither side would say when the talks would end.',
    'Neither Voss nor Tesk would say whether they had met.',
  ])
    test(text, { todo: 'it is given to them as a statement' }, () => assert.deepEqual(readingOf(text).statements, []));
});

group(
  'a noun that reports, with its owner',
  [
    ["{Maravet}'s <call for> [an immediate truce] drew no answer.", 'indirect'],
    ["{Tesk}'s <refusal> [to meet the envoy] surprised nobody.", 'indirect'],
    ["{Halvia}'s <insistence> that [the islands are its own] has not changed.", 'indirect'],
  ],
  { todo: 'content runs on over the verb of the sentence, or nothing is found' },
);

describe('words that nobody is there to say', () => {
  for (const text of [
    'It is thought that the boats will leave by the end of the month.',
    'It is believed that the Front holds nine sailors.',
    'It was said that the boats would leave.',
    'The island was seen as lost.',
    'The talks were held in Lorn and lasted four hours.',
    'The Sula Dawn left Nerith on Tuesday with 14 crew aboard.',
  ])
    test(text, () => assert.deepEqual(readingOf(text).statements, []));
  // The subject of a passive hears, or is spoken of; it does not speak.
  for (const text of [
    'The commander is said to have fled to the mainland.',
    'Talks were said to be close.',
    'Voss was told that the boats had left.',
    'He was asked whether the boats had left.',
  ])
    test(text, () => assert.deepEqual(readingOf(text).statements, []));
});

group('a quotation keeps its first word', [
  ['“[That deal is dead],” <said> {Aldren Voss}.', 'direct'],
  ['{Aldren Voss} <said>: “[That proposal is not what we agreed in Lorn].”', 'direct'],
]);

group(
  'speech in places where it is missed or cut',
  [
    ['“[Who fired first]?” <asked> {Ketta Amon}.', 'direct'],
    ['“[It is over],” <said> {a sailor} who gave his name only as Oren.', 'direct'],
    ['{Tesk} <wrote> in a letter to the envoy that [Maravet was ready to exchange all prisoners].', 'indirect'],
    ['[Halvia], {Voss} <said>, [had nothing to hide].', 'indirect'],
    ['{Oumara Tesk} <said>: “[We have waited for a year].\n\n“[We can wait for another].”', 'direct'],
    ['[The talks would resume on Monday], {Halvia and Maravet} <said in a joint statement>.', 'indirect'],
    ['{Halvia and Maravet} <said in a joint statement> that [the talks would resume on Monday].', 'indirect'],
    ['[The boats will stay], <according to> {two officials of the Front} who asked not to be named.', 'indirect'],
  ],
  { todo: 'missed, cut short, or given to nobody' },
);

test('two acts of one speaker in a sentence are two statements', () => {
  const text = 'Voss thanked the envoy for her patience and said Halvia would come back to Lorn.';
  assert.deepEqual(
    readingOf(text).statements.map((s) => worded(text, s)),
    [
      { speaker: 'Voss', cue: 'thanked', said: ['the envoy for her patience'], form: 'indirect' },
      { speaker: 'Voss', cue: 'said', said: ['Halvia would come back to Lorn'], form: 'indirect' },
    ],
  );
});

test('a pronoun is whoever was named before, and a second paragraph of a quotation has the speaker of the first', () => {
  const text =
    'Aldren Voss, the foreign minister of Halvia, arrived in Lorn shortly before noon.\n\n' +
    '“We came to talk, and we will talk,” he said.\n\n' +
    'Maravet’s president, Oumara Tesk, said: “We have waited for a year.\n\n“We can wait for another.”';
  const { statements } = readingOf(text);
  const who = statements.map((s) => [slice(text, s.content[0]!), s.speaker.name, s.speaker.party]);
  assert.deepEqual(who[0], ['We came to talk, and we will talk', 'Aldren Voss', 'Halvia']);
  for (const [, name, party] of who.slice(1)) assert.deepEqual([name, party], ['Oumara Tesk', 'Maravet']);
  const said = statements.slice(1).flatMap((s) => s.content.map((c) => slice(text, c)));
  assert.deepEqual(said, ['We have waited for a year', 'We can wait for another']);
});

test('plain acts are told by their cues', () => {
  const cases: [text: string, act: string][] = [
    ['Maravet demanded the release of all 23 sailors.', 'demand'],
    ['The Teyl Front denied that its men had fired on the Sula Dawn.', 'deny'],
    ['Halvia rejected Maravet’s demands for a withdrawal from the islands.', 'reject'],
    ['Maravet accused Halvia of mining the approaches to Nerith.', 'accuse'],
    ['Tesk, the president of Maravet, pledged to release the crew of the Sula Dawn within a week.', 'promise'],
    ['Voss welcomed the offer.', 'support'],
    ['Fishermen in Nerith said they had not been paid since the blockade began.', 'claim'],
  ];
  for (const [text, act] of cases)
    assert.deepEqual(
      readingOf(text).statements.map((s) => s.act),
      [act],
      text,
    );
});

test('statements say what made them: what found them first, what chose the act last', () => {
  const { statements, producer } = readingOf('Voss said that the boats would stay at Nerith.');
  const { made } = statements[0]!;
  assert.equal(made[0]!.rule, 'attribute/tagged');
  assert.equal(made[0]!.model, producer.models['attribution']);
  assert.equal(made.at(-1)!.rule, 'attribute/act');
  assert.ok(made.length >= 3);
});
