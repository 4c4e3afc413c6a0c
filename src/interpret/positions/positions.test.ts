import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadGrammar } from '../../data/grammar.ts';
import { loadPositionResources } from '../../data/positions.ts';
import type { Position } from '../../record.ts';
import { sceneFrom } from '../testing.ts';
import { readPositions } from './positions.ts';

const resources = loadPositionResources(loadGrammar());
/** Who is who, so that a single sentence can be read. */
const WORLD =
  'Aldren Voss is the foreign minister of Halvia. Oumara Tesk is the president of Maravet. Halvian and Maravetian ships met.\n\n';
const read = (text: string): readonly Position[] => readPositions(sceneFrom(WORLD + text), resources);
const short = (p: Position): string => `${p.holder} ${p.stance} ${p.issues[0]}`;

const HELD: [text: string, positions: string[]][] = [
  // Demands, offers, refusals, consent
  ['Halvia demanded that Maravet withdraw its troops from Ombra Point.', ['Halvia demands TERR_WITHDRAW']],
  ['Aldren Voss, the foreign minister of Halvia, called for an immediate ceasefire.', ['Halvia demands CEASEFIRE']],
  ['Maravet rejected the peace plan.', ['Maravet rejects SETTLEMENT']],
  ['Maravet said it was ready to resume talks with Halvia.', ['Maravet offers FORMAT']],
  ['Oumara Tesk, who led for Maravet, offered to hold fire at sea for ten days.', ['Maravet offers CEASEFIRE']],
  ['Maravet said it would host talks with Halvia.', ['Maravet offers FORMAT']],
  ['Maravet has said it will come to Lorn on Saturday for talks with Halvia.', ['Maravet accepts FORMAT']],
  ['Halvia refuses to cede any territory.', ['Halvia rejects TERR_WITHDRAW']],
  ['Halvia said it would not negotiate with Maravet.', ['Halvia rejects FORMAT']],
  ['Maravet urged Halvia to release all prisoners.', ['Maravet demands PRISONERS']],
  ['Halvia demanded that Maravet let aid convoys into Nerith.', ['Halvia demands HUM_ACCESS']],
  ['Maravet demands that Halvia lift its naval blockade and reopen the ports.', ['Maravet demands SEA_TRADE']],
  ['Halvia offered to send observers to monitor the truce.', ['Halvia offers MONITOR']],
  [
    '"We will never recognise the annexation of Nerith," said Maravet\'s president, Oumara Tesk.',
    ['Maravet rejects TERR_STATUS'],
  ],
  // Nouns and lists in the reporter's own words
  [
    "Halvia's demands include a permanent ceasefire, the release of all prisoners and the return of refugees to their homes.",
    ['Halvia demands CEASEFIRE', 'Halvia demands PRISONERS', 'Halvia demands REFUGEES'],
  ],
  ['Halvia reiterated its call for an immediate ceasefire.', ['Halvia demands CEASEFIRE']],
  // Who threatens sanctions wants them, and who lifts them offers something.
  ['Halvia said it would impose new sanctions on Maravet.', ['Halvia demands SANCTIONS']],
  ['Halvia offered to lift its sanctions on Maravet.', ['Halvia offers SANCTIONS']],
  ['Halvia insists that Maravet withdraw its troops from Nerith.', ['Halvia demands TERR_WITHDRAW']],
  ['Halvia insists that Maravet first withdraw its troops from Nerith.', ['Halvia demands TERR_WITHDRAW']],
  // Each of two who are told of together
  [
    'Halvia and Maravet met again. Cantara said that both delegations had accepted a proposal on grain ships.',
    ['Halvia accepts SEA_TRADE', 'Maravet accepts SEA_TRADE'],
  ],
  // A subject beyond what stands in commas behind it
  ['The Teyl Front, a rebel group which holds the north, called for a seat at the table.', ['Teyl Front demands SEAT']],
  // In an exchange, what is given for it is wanted; what the giver itself may meet with is not.
  [
    'Halvia offered to reopen the ports in exchange for the release of all prisoners.',
    ['Halvia offers SEA_TRADE', 'Halvia demands PRISONERS'],
  ],
  // Two things wanted
  [
    'Maravet demanded the release of its prisoners and an end to the naval blockade.',
    ['Maravet demands PRISONERS', 'Maravet demands SEA_TRADE'],
  ],
];

for (const [text, wanted] of HELD) {
  test(`reads: ${text}`, () => {
    const found = read(text).map(short);
    for (const position of wanted) assert.ok(found.includes(position), `${position}, but found ${found.join('; ')}`);
  });
}

test('"we" outside quotations is whoever the title says the paper is of, and nobody elsewhere', () => {
  const body = 'The Teyl Front rejects the plan.\n\nWe demand the release of all prisoners. We are ready to meet.';
  const of = (text: string): string[] => readPositions(sceneFrom(text), resources).map(short);
  assert.ok(of(`Statement of the Teyl Front\n\n${body}`).includes('Teyl Front demands PRISONERS'));
  assert.ok(!of(`Why the plan will fail\n\n${body}`).includes('Teyl Front demands PRISONERS'));
});

const NOT_HELD: [text: string, never: RegExp][] = [
  ['Halvia offered to reopen the ports if it was spared new sanctions.', /demands SANCTIONS/],
  ['Halvia has not demanded a referendum.', /demands REFERENDUM/],
  ['If Maravet were to accept the truce, the ships could sail, the harbour office said.', /Maravet accepts CEASEFIRE/],
  ['Aldren Voss, the foreign minister of Halvia, denied that Halvia had demanded reparations.', /demands REPAIR_COST/],
  ['Maravet does not want sanctions lifted.', /Maravet (?:demands|offers) SANCTIONS/],
  ['Maravet would reject a ceasefire without observers, Tesk said.', /Maravet accepts CEASEFIRE/],
  ['The bishop of Lorn called for a ceasefire.', /Cantara|bishop/],
  ['Halvian shells killed nine people in Nerith on Monday.', /./],
  ['Analysts believe the truce will not last.', /./],
  ['An analyst said that Maravet had been shelled from the sea for three days.', /./],
  // The last clause is Maravet's, not Halvia's.
  ['Halvia wants a truce, while Maravet wants the sanctions lifted.', /Halvia \w+ SANCTIONS/],
  ['Halvia insisted on a ceasefire; Maravet wanted the sanctions lifted.', /Halvia \w+ SANCTIONS/],
  ['Halvia insisted on a ceasefire "and no less"; Maravet wanted the sanctions lifted.', /Halvia \w+ SANCTIONS/],
  // Facts, deeds and blame, not wishes
  ['Halvia announced that its ships had retaken the disputed islands on Monday.', /./],
  ['Halvia said its troop movements were no sign that it intends to break the truce.', /./],
  ['Maravet said the Halvian army did not respect the ceasefire on Monday.', /./],
  ['Maravet-backed rebels left the base, Halvia said.', /./],
  // What somebody must or can do is nobody's position, but of whoever says so.
  ['Halvia said Maravet must promise not to lay mines in the strait.', /Maravet offers/],
  ['If Halvia can agree to send observers, Maravet can too, the bishop of Lorn said.', /./],
  // A charge that is rejected is denied, and nothing is refused.
  ['Maravet rejected the charge that it ships weapons to the rebels.', /Maravet rejects ARMS_AID/],
  ['Halvia sought to clarify the goals of the ceasefire.', /Halvia demands/],
  // A condition does not choose the issue of what hangs on it.
  ['Maravet said it would impose tariffs if Halvia invaded Nerith.', /CEASEFIRE|TERR_STATUS/],
];

for (const [text, never] of NOT_HELD) {
  test(`does not read ${never.source}: ${text}`, () => {
    const found = read(text)
      .map(short)
      .filter((p) => never.test(p));
    assert.deepEqual(found, []);
  });
}

test('one thing that is wanted is not cut at "and"', () => {
  const found = read('Maravet demands that ship and crew be returned at once.');
  assert.equal(found.length, 1, found.map(short).join('; '));
});

test('what two parties agreed, and what one had refused before, is told by the reporter', () => {
  for (const text of [
    'Halvia and Maravet agreed to a ceasefire of thirty days.',
    'Halvia had rejected a ceasefire in January.',
  ]) {
    const found = read(text);
    assert.ok(found.length > 0, text);
    assert.ok(
      found.every(({ voice, by }) => voice === 'narrator' && by === null),
      text,
    );
  }
});

test('what is accepted and what was refused are never one position', () => {
  const found = read(
    'Halvia said it accepts a truce of thirty days. In January Halvia had refused a truce of thirty days.',
  );
  assert.deepEqual(
    found.map(({ stance, content }) => [stance, content.length]),
    [
      ['accepts', 1],
      ['rejects', 1],
    ],
  );
});

test('two who agree hold one position each', () => {
  const found = read('Halvia and Maravet agreed to a ceasefire of thirty days.').filter(
    (p) => p.issues[0] === 'CEASEFIRE',
  );
  assert.deepEqual(found.map((p) => p.holder).sort(), ['Halvia', 'Maravet']);
  assert.ok(found.every((p) => p.stance === 'accepts'));
});

test("what another says of a party is told as another's word, never as its own", () => {
  const text = 'Aldren Voss, the foreign minister of Halvia, said Maravet wants to join the alliance.';
  const [p] = read(text).filter(({ holder }) => holder === 'Maravet');
  assert.ok(p);
  assert.equal(p.voice, 'other');
  assert.equal(p.by?.party, 'Halvia');
  for (const guess of ['An analyst said Halvia wants a truce.', 'Observers expect that Halvia will demand a truce.']) {
    assert.ok(
      read(guess).every(({ voice }) => voice !== 'self'),
      guess,
    );
  }
});

test('what is taken up from the sentence before has the issue that it has there', () => {
  const text = 'Maravet demanded the release of all prisoners. Halvia rejected the demand.';
  assert.ok(read(text).map(short).includes('Halvia rejects PRISONERS'), read(text).map(short).join('; '));
});

test('the same demand in the title and the text is one position', () => {
  const text =
    'Halvia demands ceasefire\n\nHalvia demanded an immediate ceasefire on Monday, its foreign minister said.\n';
  const found = read(text).filter(({ issues }) => issues[0] === 'CEASEFIRE');
  assert.equal(found.length, 1);
});

test('a demand and an offer on one issue are two positions', () => {
  const text = 'Maravet offered a truce of ten days. Halvia rejected the truce.';
  assert.deepEqual(
    read(text)
      .filter(({ issues }) => issues[0] === 'CEASEFIRE')
      .map(short),
    ['Maravet offers CEASEFIRE', 'Halvia rejects CEASEFIRE'],
  );
});

test('every span is inside the text, contents are in order, and reading twice gives the same', () => {
  const parts = [
    'Halvia demands',
    'a ceasefire',
    'unless',
    'Maravet',
    'refused to',
    'negotiate',
    ', and',
    'said',
    '.',
    '"We want',
    'talks',
    '"',
    'before',
    "Maravet's demands include",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 30 }), (tokens) => {
      const text = tokens.join(' ');
      const found = read(text);
      for (const p of found) {
        let end = 0;
        for (const s of p.content) {
          assert.ok(s.start >= end && s.end > s.start && s.end <= WORLD.length + text.length);
          end = s.end;
        }
        assert.equal(p.issues.length > 0, true);
        assert.equal(p.movement === null, p.movementSpan === null);
        assert.equal(p.voice === 'narrator', p.by === null);
      }
      assert.deepEqual(read(text), found);
    }),
    { numRuns: 40 },
  );
});
