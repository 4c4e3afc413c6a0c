import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from './testing.ts';

/** A report, where it was filed, the words that name a source (the `nth` time), and its side. */
type Case = readonly [text: string, words: string, party: string | null, nth?: number, filed?: string];

function check(title: string, cases: readonly Case[]): void {
  void describe(title, () => {
    for (const [text, words, party, nth = 1, filed] of cases)
      it(`${words}${nth > 1 ? ` (${nth})` : ''}: ${party ?? 'no party'} (${text})`, () =>
        assert.equal(read(text, filed).who(words, nth).party, party));
  });
}

const TWO = 'The Ordish army crossed the Vell. Ordia said so. The Kestrene navy sailed. Kestrene ministers met. ';

check('seats of governments that no lexicon knows', [
  // A town that speaks where only one state of unknown seat is told of.
  [
    "Sarnovia's army left. Sarnovia said so. People in Belmar wept. Belmar denied it was behind the raid.",
    'Belmar',
    'Sarnovia',
    2,
  ],
  [
    "Sarnovia's army left. Sarnovia said so. The talks in Belmar failed. Belmar's answer was cool. Belmar said no.",
    'Belmar',
    'Sarnovia',
    3,
  ],
  // Of two, the one that it does not accuse.
  [
    "Tavria's army left. Tavria said so. Orsk's navy sailed. Orsk's parliament met. People in Dunmere waited. Dunmere accused Orsk of lying.",
    'Dunmere',
    'Tavria',
    2,
  ],
  // The one that was accused, and answers.
  [
    "Tavria's army left. Orsk's navy sailed. Orsk's parliament met. Norway accused Tavria of piracy. Dunmere denied the charge.",
    'Dunmere',
    'Tavria',
  ],
  // Whose officials speak there.
  [
    "Tavria's foreign minister, Ola Brek, told reporters in Dunmere that it was over. Orsk's navy sailed. Dunmere said no.",
    'Dunmere said',
    'Tavria',
  ],
  // It is called a capital.
  ["Tavria's army left. Dunmere, the capital of Tavria, was calm. Dunmere rejected it.", 'Dunmere rejected', 'Tavria'],
  // Nothing tells whose it is: its own name stands for it.
  [
    "Tavria's army left. Tavria said so. Orsk's navy sailed. Orsk's parliament met. Officials in the Dunmere waited. The Dunmere warned of war. Talks with Dunmere failed.",
    'The Dunmere',
    'Dunmere',
  ],
  // What is no seat: a town where things happen, people, firms.
  [
    "Tavria's army left. Tavria said so. Shells fell in Dunmere. Residents of Dunmere said so.",
    'Residents of Dunmere',
    null,
  ],
  ["Tavria's army left. Tavria said so. Ola Brek is a baker. Brek said it was cold.", 'Brek said', null],
  ["Tavria's army left. Tavria said so. The mayor of Dunmere spoke in Dunmere.", 'The mayor of Dunmere', null],
]);

check('officials of whom no state is told', [
  // Where the report was filed, and whom it begins with; alone, that may be somebody's host or neighbour.
  [
    'Sarnovia said on Monday it would wait. The Sarnovian army left. President Ada Renn said Sarnovia would wait. Foreign Minister Ola Brek said little.',
    'Foreign Minister Ola Brek',
    'Sarnovia',
    1,
    'BELMAR',
  ],
  [
    'Sarnovia said on Monday it would wait. The Sarnovian army left. Foreign Minister Ola Brek said little.',
    'Foreign Minister Ola Brek',
    null,
    1,
    'BELMAR',
  ],
  // Whose will they tell, before their name or after it.
  [TWO + 'Ordia would sign, Foreign Minister Ola Brek wrote in a letter.', 'Ola Brek', 'Ordia'],
  [TWO + 'Foreign Minister Ola Brek said Ordia would sign.', 'Ola Brek', 'Ordia'],
  [TWO + 'Ordia would sign, an official said.', 'an official', 'Ordia'],
  [TWO + 'Ordia would sign, said Ola Brek.', 'Ola Brek', 'Ordia'],
  // The sentence after calls them by their office.
  [TWO + 'Ola Brek rejected the plan. The Ordish president said it was late.', 'Ola Brek', 'Ordia'],
  [TWO + 'Ola Brek rejected the plan. The Ordish president said it was late.', 'The Ordish president', 'Ordia'],
  // The minister of a country named before.
  [
    "Ordia's army left. It was told by the Minister of Foreign Affairs of this country Ola Brek. Brek said no.",
    'Brek said',
    'Ordia',
  ],
  [
    'The Ordish army left. Ordia said so. President of Ordia Ola Brekko said no.',
    'President of Ordia Ola Brekko',
    'Ordia',
  ],
  // Pronouns before the office, and forces before it.
  ['The Vell Commission said so. Its secretary, Ola Brek, said more.', 'Ola Brek', 'Vell Commission'],
  [
    "Ordia's army left. Ordia's coastguard sailed. Captain Ola Brek, who commands the coastguard, said no.",
    'Captain Ola Brek',
    'Ordia',
  ],
  // What stays open.
  [TWO + 'Ola Brek rejected the plan.', 'Ola Brek', null],
  [TWO + 'Ola Brek, an analyst, was doubtful. The Ordish president said it was late.', 'Ola Brek', null],
  [TWO + 'Ola Brek rejected the plan. A day later the head of the Ordish government left.', 'Ola Brek', null],
  [TWO + 'Ordia was late, an official said.', 'an official', null],
  [TWO + 'Mr Brek rejected the plan.', 'Mr Brek', null],
  ["Ordia's envoy, Ada Renn, met President Ola Brek. Brek said no.", 'Brek said', null],
  ['Officials met. The president said no.', 'The president', null],
]);

check('movements, bodies and both sides', [
  [
    'The Ordian army left. Ordia said so. The Ordian Coalition condemned it.',
    'The Ordian Coalition',
    'Ordian Coalition',
  ],
  [
    'The Ordian army left. Ordia said so. Ola Brek, president of the Ordian Coalition, said no.',
    'Ola Brek',
    'Ordian Coalition',
  ],
  [
    'The Ordian army left. Ordia said so. A spokesman for the Ordia Civil Defence said no.',
    'A spokesman for the Ordia Civil Defence',
    null,
  ],
  [
    'The Ordian army left. Ordia said so. A Lisbon-based Ordian monitoring group said no.',
    'A Lisbon-based Ordian monitoring group',
    null,
  ],
  [
    'The Ordian army left. Ordia said so. The Ordian coalition government said no.',
    'The Ordian coalition government',
    'Ordia',
  ],
  [
    'Ordia and Kestrel met. The Ordian army left. The Kestrelian navy left. Both states said so.',
    'Both states',
    'Ordia and Kestrel',
  ],
  [
    'Ordia and Kestrel met. The Ordian army left. The Kestrelian navy left. Each side said so.',
    'Each side',
    'Ordia and Kestrel',
  ],
  ['Ordia and Kestrel met. The Ordian army left. The Kestrelian navy left. Both men said so.', 'Both men', null],
  [
    'The Vell Front holds the islands. The Front would wait, said Ola Brek. Brek said no more.',
    'Brek said',
    'Vell Front',
  ],
]);

check('states that only borders and wars show', [
  ['The border with Ordia is shut. The invasion of Ordia went on. Ordia denied it.', 'Ordia denied', 'Ordia'],
  ['Ordias army left. The Ordian navy sailed. Ordias army said so.', 'Ordias army said', 'Ordia'],
  ['The Ordian General Staff said so. The Ordian navy sailed.', 'The Ordian General Staff', 'Ordia'],
  // A province has borders too.
  ['The border with Vell is shut. Residents of Vell said so.', 'Residents of Vell', null],
  // A player whom others speak of is no state.
  ['The Ordian army left. Ordia said so. I am a player, said Sabel. I felt bad, said Sabel.', 'Sabel', null, 2],
]);
