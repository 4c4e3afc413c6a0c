import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adjectiveOf } from './demonyms.ts';
import { read } from './testing.ts';

describe('states that no lexicon knows', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    // A name and its adjective, or offices and forces that only states have.
    ['Halvia said it would wait. The Halvian navy sailed.', 'Halvia', 'Halvia'],
    ['Halvian marines left. A Halvian envoy said that Halvia was ready.', 'A Halvian envoy', 'Halvia'],
    ["Maravet rejected the plan. Maravet's foreign minister left. Maravet said no more.", 'Maravet', 'Maravet'],
    ['The Halvian foreign minister said so.', 'The Halvian foreign minister', 'Halvia'],
    ['Halvians said so. Halvia has a Halvian government.', 'Halvians', 'Halvia'],
    // Offices without a state's name.
    [
      'Maravet and Halvia met. The Maravetian army left. The Halvian army left. Foreign Minister Aldren Voss said Halvia would wait.',
      'Aldren Voss',
      'Halvia',
    ],
    // A seat speaks for its state.
    ['The Halvian navy left. Drenholm, the capital of Halvia, was calm. Drenholm said so.', 'Drenholm said', 'Halvia'],
    // Short forms of a body that is named in full.
    [
      "The Littoral Commission met. Pell Ardoun, the Commission's secretary, said so.",
      "Pell Ardoun, the Commission's secretary",
      'Littoral Commission',
    ],
    // What is no state: a surname, a town that people speak in, a firm, a given name that an adjective seems made of.
    ['Ana Krell is a baker. Krell said so. The Krellian method is hers.', 'Krell said', null],
    [
      'Voss spoke in Nerith. Amon spoke in Nerith. Nerith was calm. Residents of Nerith said so.',
      'Residents of Nerith',
      null,
    ],
    ["Kraken's chief executive said so. Kraken said more.", "Kraken's chief executive", null],
    ['Maria left. The Marian feast came. Maria said so.', 'Maria said', null],
  ];
  for (const [text, words, party] of cases)
    it(`${words}: ${party ?? 'no party'} (${text})`, () =>
      assert.equal(read(text).who(words.replace(/ said$/u, ''), words.endsWith(' said') ? 2 : 1).party, party));

  it('has one referent for a state, its people apart', () => {
    const { mentioned } = read("Halvia left. Halvia's navy and the Halvian army met. Halvia said so.");
    assert.deepEqual(
      mentioned.referents.filter((r) => r.name === 'Halvia').map((r) => r.kind),
      ['place'],
    );
  });

  it('speaks of nobody where a day stands', () =>
    assert.equal(
      read('The Halvian navy left. Halvia on Monday said it would wait. Halvia left.').who('Monday').party,
      'Halvia',
    ));
});

describe('adjectives of states', () => {
  const names = new Set(['halvia', 'maravet', 'cantara', 'ostrea', 'chilo']);
  for (const [key, base] of [
    ['halvian', 'halvia'],
    ['halvians', 'halvia'],
    ['maravetian', 'maravet'],
    ['cantaran', 'cantara'],
    ['ostrean', 'ostrea'],
    ['drenholm', null],
    ['maravetine', null],
    ['an', null],
  ] as const)
    it(`${key}: ${base ?? 'none'}`, () =>
      assert.equal(
        adjectiveOf(key, (k) => names.has(k)),
        base,
      ));
});
