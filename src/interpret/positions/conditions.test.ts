import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadGrammar } from '../../data/grammar.ts';
import { loadPositionResources } from '../../data/positions.ts';
import type { Position, Span } from '../../record.ts';
import { slice } from '../../text/span.ts';
import { sceneFrom } from '../testing.ts';
import { isAdverb } from './conditions.ts';
import { readPositions } from './positions.ts';

const resources = loadPositionResources(loadGrammar());
const WORLD =
  'Aldren Voss is the foreign minister of Halvia. Oumara Tesk is the president of Maravet. Halvian and Maravetian ships met.\n\n';
const read = (text: string): readonly Position[] => readPositions(sceneFrom(WORLD + text), resources);
const words = (text: string, s: Span | null): string | null => (s === null ? null : slice(WORLD + text, s));

/** The first position on an issue. */
function on(text: string, issue: string): Position {
  const found = read(text);
  const p = found.find(({ issues }) => issues[0] === issue);
  assert.ok(p, `no ${issue} in: ${text} (${found.map((f) => `${f.stance} ${f.issues[0]}`).join(', ')})`);
  return p;
}

test('a condition stands beside the words, and not among them', () => {
  const cases: [text: string, issue: string, content: string, condition: string][] = [
    [
      'Maravet would accept a ceasefire only if Halvia releases its prisoners.',
      'CEASEFIRE',
      'a ceasefire',
      'Halvia releases its prisoners',
    ],
    [
      'Maravet said it would attend the talks, provided that the sanctions are lifted.',
      'FORMAT',
      'it would attend the talks',
      'the sanctions are lifted',
    ],
    [
      'Halvia offered on Wednesday to let every flag pass unhindered, once Maravet has taken its guns off Ombra Point.',
      'SEA_TRADE',
      'to let every flag pass unhindered',
      'Maravet has taken its guns off Ombra Point',
    ],
    [
      'Halvia reaffirmed its demand for a ceasefire before any talks are held.',
      'CEASEFIRE',
      'a ceasefire',
      'talks are held',
    ],
  ];
  for (const [text, issue, content, condition] of cases) {
    const p = on(text, issue);
    assert.ok(words(text, p.content.at(-1)!)!.endsWith(content), words(text, p.content.at(-1)!)!);
    assert.equal(words(text, p.condition), condition);
  }
});

test('what has to be met before a step of its own is a demand, and is told as a precondition', () => {
  const cases: [text: string, main: [issue: string, stance: string], asked: string][] = [
    [
      'Halvia said it would not negotiate before Maravet withdraws its troops from Nerith.',
      ['FORMAT', 'rejects'],
      'TERR_WITHDRAW',
    ],
    [
      'Maravet said it would attend the talks, provided that Halvia lifts its sanctions.',
      ['FORMAT', 'offers'],
      'SANCTIONS',
    ],
    ['Maravet refuses to negotiate until all prisoners are released.', ['FORMAT', 'rejects'], 'PRISONERS'],
  ];
  for (const [text, [issue, stance], asked] of cases) {
    const main = on(text, issue);
    assert.equal(main.stance, stance, text);
    assert.equal(main.precondition, false, text);
    const demand = on(text, asked);
    assert.deepEqual([demand.stance, demand.precondition, demand.holder], ['demands', true, main.holder], text);
    assert.equal(words(text, main.condition), words(text, demand.content[0]!));
  }
});

test('a mere "if", and a time, ask for nothing', () => {
  for (const text of [
    'Maravet said it would impose sanctions if Halvia invaded Nerith.',
    'Maravet said it would not negotiate before Monday.',
    'Halvia said it would once again attend the talks.',
  ]) {
    assert.ok(
      read(text).every((p) => !p.precondition),
      text,
    );
  }
});

test('"while" is a condition of a refusal, and the text goes before its title', () => {
  const text = 'Halvia said it would not negotiate while the guns stand at Ombra Point.';
  assert.equal(words(text, on(text, 'FORMAT').condition), 'the guns stand at Ombra Point');
  const beside = 'Halvia said it would not negotiate, while Maravet demanded a ceasefire.';
  assert.equal(on(beside, 'FORMAT').condition, null);
  const refuses = 'Halvia refuses to sit with Maravet at all, while Maravet demands direct talks.';
  for (const { condition, holder } of read(refuses)) if (holder === 'Halvia') assert.equal(condition, null);
  const both =
    'Halvia refuses a ceasefire unless guns go\n\nHalvia refused a ceasefire unless the guns leave Ombra Point.\n';
  assert.equal(words(both, on(both, 'CEASEFIRE').condition), 'the guns leave Ombra Point');
});

test('a demand that the text calls a precondition is one, and another is not', () => {
  const called = 'Halvia insists that Maravet withdraw its troops from Nerith as a condition for talks.';
  assert.equal(on(called, 'TERR_WITHDRAW').precondition, true);
  const first = 'Halvia demands that Maravet withdraw its troops from Nerith before anything is signed.';
  assert.equal(on(first, 'TERR_WITHDRAW').precondition, true);
  const plain = on('Halvia reiterated its call for an immediate ceasefire.', 'CEASEFIRE');
  assert.equal(plain.precondition, false);
  assert.equal(plain.condition, null);
});

test('change is recorded only where a source speaks of it, with its words', () => {
  const cases: [text: string, movement: string | null, words: string | null][] = [
    ['Halvia reaffirmed its demand for a ceasefire.', 'unchanged', 'reaffirmed'],
    ['Halvia demanded a ceasefire in the remaining ports.', null, null],
    ['Halvia demanded a ceasefire.', null, null],
  ];
  for (const [text, movement, span] of cases) {
    const p = on(text, 'CEASEFIRE');
    assert.equal(p.movement, movement, text);
    assert.equal(words(text, p.movementSpan), span);
  }
});

test('a word that can open a condition is an adverb where no clause stands behind it', () => {
  const cases: [string, string, boolean][] = [
    ['They met once in Lorn.', 'once', true],
    ['Halvia said it would once again attend the talks.', 'once', true],
    ['They met once, the envoy said.', 'once', true],
    ['Halvia will stop boarding ships, once Maravet withdraws its troops.', 'once', false],
  ];
  for (const [text, word, expected] of cases) {
    const scene = sceneFrom(text);
    const at = scene.words.findIndex((one) => one.lower === word);
    assert.equal(isAdverb(scene, at), expected, text);
  }
});
