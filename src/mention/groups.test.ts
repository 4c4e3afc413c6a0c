import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from './testing.ts';

/** A report, the words that name a source (the `nth` time), and its side. */
type Case = readonly [text: string, words: string, party: string | null, nth?: number];

function check(title: string, cases: readonly Case[]): void {
  void describe(title, () => {
    for (const [text, words, party, nth = 1] of cases)
      it(`${words}${nth > 1 ? ` (${nth})` : ''}: ${party ?? 'no party'} (${text})`, () =>
        assert.equal(read(text).who(words, nth).party, party));
  });
}

check('sides that no lexicon knows', [
  // Called a side, before its name or behind it.
  ['The Red Lanterns, a militia which holds the north, said no.', 'The Red Lanterns', 'Red Lanterns'],
  ['Shells fell, the rebel Nerith Defence League said.', 'the rebel Nerith Defence League', 'Nerith Defence League'],
  ['The Blue Sails, a rebel group, left. The group said no.', 'The group', 'Blue Sails'],
  ['A breakaway faction, Teyl Renewal, wrote. The faction rejected the plan.', 'The faction', 'Teyl Renewal'],
  // Acting as one: by arms, by stands, at war, in talks.
  ['The Lake Defence Council demanded a truce.', 'The Lake Defence Council', 'Lake Defence Council'],
  [
    'A ceasefire with the Southern Teyl Authority broke. The Authority said no.',
    'The Authority',
    'Southern Teyl Authority',
  ],
  ["The People's Army of Lower Teyl (PALT) seized a town. PALT said so.", 'PALT', "People's Army of Lower Teyl", 2],
  [
    "The Port and Tram Workers' Union (PTWU) rejected the plan of the mayor on Monday. Its chair, Ola Brek, said so.",
    'Ola Brek',
    "Port and Tram Workers' Union",
  ],
  ['The Vell Liberation Army left. A VLA commander said so.', 'A VLA commander', 'Vell Liberation Army'],
  ['The armed wing of the Teyl Reform Party said no.', 'The armed wing of the Teyl Reform Party', 'Teyl Reform Party'],
  [
    'Elders of the Bani Vell tribal council met. The Bani Vell tribal council agreed to wait.',
    'The Bani Vell tribal council',
    'Bani Vell tribal council',
  ],
  ['The Dawn Brigades denied it. A spokesman said no more.', 'A spokesman', 'Dawn Brigades'],
]);

check('more of such sides', [
  [
    'Gunmen of the Movement for the Salvation of Vell (MSV) raided a town. The MSV said so.',
    'The MSV',
    'Movement for the Salvation of Vell',
  ],
  ['The leader of the breakaway Sund Republic, Tova Kreel, spoke. Sund said no.', 'Tova Kreel', 'Sund Republic'],
  ['The leader of the breakaway Sund Republic, Tova Kreel, spoke. Sund said no.', 'Sund said', 'Sund Republic'],
  ['They blamed the Black Heron network. The network denied it.', 'The network', 'Black Heron', 1],
  ['The Sons of Vell threatened to leave. Their commander said so.', 'Their commander', 'Sons of Vell'],
]);

check('names that are no side', [
  ["Halvia's 36th Marine Brigade seized a town, the 36th Marine Brigade said.", 'the 36th Marine Brigade', null],
  [
    "Halvia's Sovereign Council agreed to wait. The Nerith Council of Doctors rejected it.",
    'The Nerith Council of Doctors',
    null,
  ],
  ['The Joint Chiefs of Staff rejected it.', 'The Joint Chiefs of Staff', null],
  ['Sunni Sufi rebels seized a town. Sunni Sufi rebels said so.', 'Sunni Sufi rebels said', 'rebels'],
  ['Lanterns Rail, the company that owns the trams, declined. Lanterns Rail said no.', 'Lanterns Rail', null, 2],
  ['The Nerith Doctors Society condemned it.', 'The Nerith Doctors Society', null],
  ['The Nerith Rights Council accused them.', 'The Nerith Rights Council', null],
  ['The National Defence Committee rejected it.', 'The National Defence Committee', null],
  ['The Blue Sails, a football club, rejected the offer.', 'The Blue Sails', null],
  ['The Golden Sails rejected the offer.', 'The Golden Sails', null],
  ['The Red Lantern Fund, a charity, demanded more.', 'The Red Lantern Fund', null],
  ['Ola Brek, a member of the crew, demanded more. Brek said so.', 'Brek', null, 2],
]);

check('states that only frames show', [
  ['Talks between Ordane and Kestrel began. Ordane, which has refused to wait, wants more.', 'Ordane', 'Ordane', 2],
  ['Ordane says its forces have left. Residents of Belmar said so.', 'Ordane', 'Ordane'],
  ['Ordane says its forces have left. Residents of Belmar said so.', 'Residents of Belmar', null],
  ['The government in Belmar said no. Prime Minister Ola Brek said less.', 'Ola Brek', 'Belmar'],
  [
    'Ceasefire talks with the Tamaran government failed. The Tamaran government said so.',
    'The Tamaran government',
    'Tamaran government',
  ],
  ['The prime minister of Kestrel spoke. Ordane has refused to pay. Ordane said so.', 'Ordane', 'Ordane', 2],
  ['The Ministry of Industry denied it. Industry said so.', 'Industry', null, 2],
  ['Neighbouring Ordane closed its airspace. The Ordani president, Ola Brek, said so.', 'Ola Brek', 'Ordane'],
  ['The match between Ordane and Kestrel was late. Ordane said so.', 'Ordane', null, 2],
]);
