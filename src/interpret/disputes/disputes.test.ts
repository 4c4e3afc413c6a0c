/** Disputes from whole sentences: what is contested by whom, and what is only an accusation. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadDisputeLexicon } from '../../data/disputes.ts';
import type { Dispute } from '../../record.ts';
import { readEvents } from '../events/events.ts';
import { sceneFrom, testResources } from '../testing.ts';
import { readDisputes } from './disputes.ts';
import { DisputeLexiconError, parseDisputeLexicon } from './lexicon.ts';

const WHO =
  "Halvia's foreign minister Aldren Voss and Maravet's president Oumara Tesk are at odds over the Keld Strait. ";

function read(text: string): readonly Dispute[] {
  const { interpret } = testResources();
  const scene = sceneFrom(text, '2031-02-20');
  return readDisputes(scene, readEvents(scene, interpret.events), [], [], interpret.disputes);
}

/** One line for each dispute: kind, and the words of each side with who gives them. */
const lines = (text: string): string[] =>
  read(WHO + text).map(
    (d) =>
      `${d.kind}: ${d.sides
        .map((s) => `${s.party ?? s.who}: ${s.content.map((c) => (WHO + text).slice(c.start, c.end)).join(' / ')}`)
        .join(' | ')}`,
  );

test('a denial stands beside the account that it denies', () => {
  const cases: [string, RegExp][] = [
    [
      'Halvia accused Maravet of shelling the port of Nerith. Maravet denied the accusation.',
      /^denial: Halvia: Maravet of shelling the port of Nerith \| Maravet: Maravet denied the accusation$/,
    ],
    [
      'Halvia accused Maravet of shelling the port of Nerith. Maravet rejected the claims as baseless.',
      /^denial: Halvia: .*shelling.* \| Maravet: Maravet rejected the claims/,
    ],
    [
      'Maravet denied that its ships had fired first.',
      /^denial: null: its ships had fired first \| Maravet: Maravet denied/,
    ],
  ];
  for (const [text, expected] of cases) {
    const found = lines(text);
    assert.equal(found.length, 1, text);
    assert.match(found[0]!, expected);
  }
});

test('what is denied may be told by a pronoun only, or by the reporter', () => {
  const cases: [string, RegExp][] = [
    [
      'Maravet said that the crew had been struck with rifle butts. Halvia denied it.',
      /^denial: Maravet: .*rifle butts \| Halvia: Halvia denied it$/,
    ],
    [
      'Halvia said that its forces had captured Nerith. "It is not true. Our men still hold the port," Amon said.',
      /^denial: Halvia: its forces had captured Nerith \| Amon: It is not true/,
    ],
    [
      'A Halvian attack on Nerith could come within days. Halvia denies that it is planning an assault.',
      /^denial: null: A Halvian attack on Nerith could come.* \| Halvia: /,
    ],
  ];
  for (const [text, expected] of cases) {
    const found = lines(text);
    assert.equal(found.length, 1, text);
    assert.match(found[0]!, expected);
  }
});

test('two sides that tell one thing otherwise contradict each other without denying', () => {
  const cases: [string, RegExp][] = [
    [
      'Maravet says that they are in hospital as guests; Halvia says that they are captives.',
      /^counterclaim: Maravet: they are in hospital as guests \| Halvia: they are captives$/,
    ],
    [
      'Halvia accused Maravet of shelling the pier. Maravet accused Halvia of shelling it first.',
      /^counterclaim: Halvia: .* \| Maravet: /,
    ],
    [
      'Voss said that mortar rounds had been found in the hold. Tesk said that the so-called mortar rounds were pipes.',
      /^counterclaim: Halvia: .* \| Maravet: .*so-called/,
    ],
  ];
  for (const [text, expected] of cases) {
    const found = lines(text);
    assert.equal(found.length, 1, text);
    assert.match(found[0]!, expected);
  }
});

test('sides that speak of different things contradict nobody', () => {
  for (const text of [
    'Halvia says that the port is open; Maravet says that its envoy will come on Monday.',
    'Halvia accused Maravet of holding a crew. Maravet accused Cantara of delay.',
    'It was not immediately clear how many sailors were aboard.',
    'Halvia accused Cantara of arming the Front, while Maravet accused it of arming Halvia.',
    'Conflicting reports of a strike on Nerith reached Lorn.',
    // Children are some of the civilians.
    'Halvia said 21 civilians were killed in the strike on Nerith on Monday. Maravet said five children were killed in the strike on Nerith.',
  ])
    assert.deepEqual(lines(text), [], text);
});

test('a count that another side gives of the same event differs from the first', () => {
  const found = lines('Voss said six sailors were killed in a strike on Nerith. Maravet put the number at 14.');
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^figures: Halvia: .*six sailors.* \| Maravet: /);
});

test('an account that is denied is not told again as unproven', () => {
  const text =
    'Halvia blamed Maravet for the shelling of Nerith without providing any evidence. Maravet denied shelling Nerith.';
  assert.deepEqual(
    read(WHO + text).map((d) => d.kind),
    ['denial'],
  );
});

test('a count is told by whoever gives it, and least numbers far apart differ', () => {
  const cases: [string, RegExp][] = [
    [
      'Halvia said 22 people were killed in the shelling of Nerith on Monday. Rescue workers gave a higher toll of 31 dead.',
      /^figures: Halvia: .*22 people.* \| .*higher toll of 31/,
    ],
    [
      'Halvia said at least 22 people were killed in a strike on Nerith on Monday. Maravet put the number at more than 60.',
      /^figures: Halvia: .* \| Maravet: .*more than 60/,
    ],
  ];
  for (const [text, expected] of cases) {
    const found = lines(text);
    assert.equal(found.length, 1, text);
    assert.match(found[0]!, expected);
  }
  // The children are some of the 22; and two towns have two counts.
  for (const text of [
    'Halvia said 22 people, the vast majority of this number some 14 sailors, were killed in the shelling of Nerith on Monday.',
    'Halvia said at least six people were killed in Drenholm on Monday. Maravet said four people were killed in Port Asker on Monday.',
  ])
    assert.deepEqual(lines(text), [], text);
});

test('that nothing shows an account contests it, as does an account set against it', () => {
  const cases: [string, RegExp][] = [
    [
      'Halvia accused Maravet of laying mines. There is no evidence of these claims, Tesk said.',
      /^denial: Halvia: Maravet of laying mines \| Maravet: There is no evidence/,
    ],
    [
      'Although Maravet says that it is withdrawing its ships, Voss said there was no sign of a withdrawal.',
      /^counterclaim: Maravet: it is withdrawing its ships \| Halvia: there was no sign/,
    ],
  ];
  for (const [text, expected] of cases) {
    const found = lines(text);
    assert.equal(found.length, 1, text);
    assert.match(found[0]!, expected);
  }
});

test('what is open is an account only where it is open which side did it', () => {
  const open = (text: string): number => lines(text).filter((line) => line.startsWith('unverified')).length;
  assert.equal(open('A shell hit the pier. It was not clear whether it had been fired by Halvia or the Front.'), 1);
  assert.equal(open('A plane fell into the sea. It was not clear whether it was shot down.'), 0);
  assert.equal(open('Voss disputed the election.'), 0);
});

test('a denial that only points is of all that the other side has just told, and of nothing where nobody told it', () => {
  const [found] = lines(
    'Halvia said that two aid boats had been turned back at Nerith. It had read the log of each, it said. Maravet denied it.',
  );
  assert.match(found ?? '', /^denial: Halvia: two aid boats.*log of each.* \| Maravet: Maravet denied it/);
  assert.deepEqual(lines('Asked about hostages, Voss denied it and ended the interview.'), []);
});

test('what stands right before is denied by words that only point to it', () => {
  const cases: [string, RegExp][] = [
    [
      'Boats were still off Nerith on Sunday, a day after the deadline. Halvia denied it.',
      /^denial: null: Boats were still off Nerith.* \| Halvia: Halvia denied it$/,
    ],
    [
      'The four men were to be counted as wounded, which Maravet denies.',
      /^denial: null: The four men were to be counted as wounded \| Maravet: which Maravet denies$/,
    ],
    [
      'Halvia says that the pier was mined, an accusation that Maravet has denied.',
      /^denial: Halvia: the pier was mined \| Maravet: an accusation that Maravet has denied$/,
    ],
    [
      'A fire broke out at the depot. Amon said she would not rule out a hand from outside. Halvia said it had nothing to do with it.',
      /^denial: null: Amon said she would not rule out .* \| Halvia: it had nothing to do with it$/,
    ],
  ];
  for (const [text, expected] of cases) {
    const found = lines(text);
    assert.equal(found.length, 1, text);
    assert.match(found[0]!, expected);
  }
  assert.deepEqual(lines('Halvia proposed a truce, which Maravet rejected.'), []);
});

test('what could not be confirmed is told as such', () => {
  const found = lines(
    'Maravet said that 61 vessels had left the port of Nerith. The figure could not be independently verified.',
  );
  assert.equal(found.length, 1);
  assert.match(
    found[0]!,
    /^unverified: Maravet: .*61 vessels.* \| null: The figure could not be independently verified/,
  );
});

test('one and the same words for both sides are no two accounts', () => {
  assert.deepEqual(lines('Halvia and Maravet blamed each other for the attack.'), []);
});

test('neither figure stands for the two told before', () => {
  const told = lines(
    'Halvia said that at least 17 people were killed in the attack on Nerith. Maravet put the number at six. Neither figure could be confirmed.',
  );
  const doubt = told.find((line) => line.startsWith('unverified')) ?? '';
  assert.match(doubt, /17 people/);
  assert.match(doubt, /six/);
});

test('what somebody is not given, and what a side says itself, are not contested accounts', () => {
  for (const text of [
    'The battery on Ombra Point denied Tesk one of her aims.',
    'Maravet denied them a berth in Nerith.',
  ])
    assert.deepEqual(lines(text), [], text);
  const [own] = lines(
    'Ships must be free of boarding parties, Amon said after the address. Amon denied that Nerith ships arms.',
  );
  assert.match(own ?? '', /^denial: null: Nerith ships arms /);
});

test('an accusation, a refusal and a denied permission are no disputes', () => {
  for (const text of [
    'Halvia accused Maravet of shelling the port of Nerith.',
    'Maravet rejected the proposal.',
    'Maravet denied the ship access to Nerith.',
    'Maravet did not deny the accusation.',
    'Voss refused to deny the report.',
    'Halvia called the truce a success.',
  ])
    assert.deepEqual(lines(text), [], text);
});

test('every side rests on exact words, and a report gives the same disputes twice', () => {
  const pieces = [
    'Halvia accused Maravet of lying. ',
    'Maravet denied it. ',
    'This could not be confirmed. ',
    'Both sides gave differing accounts. ',
    '“That is false,” Tesk said. ',
    'denied rejected the claims ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (parts) => {
      const text = WHO + parts.join('');
      const disputes = read(text);
      assert.deepEqual(disputes, read(text));
      assert.equal(new Set(disputes.map((d) => d.id)).size, disputes.length);
      for (const d of disputes) {
        assert.ok(d.sides.length >= (d.kind === 'unverified' ? 1 : 2));
        for (const s of d.sides) for (const c of s.content) assert.ok(c.start < c.end && c.end <= text.length);
      }
    }),
    { numRuns: 25 },
  );
});

test('the lexicon that comes with the program is sound, and a faulty one is refused', () => {
  const lexicon = loadDisputeLexicon();
  assert.equal(lexicon.alike.get('invasion'), 'attack');
  const whole = { denials: { sure: 'deny', of_account: 'reject', with_false: 'call' }, alike: 'a, b' };
  assert.throws(() => parseDisputeLexicon(null), DisputeLexiconError);
  assert.throws(() => parseDisputeLexicon(whole), /things: the list is empty or missing/);
  assert.throws(() => parseDisputeLexicon({ ...whole, alike: 'a, b\nb, c' }), /"b" stands in two groups/);
  assert.throws(() => parseDisputeLexicon({ ...whole, denials: { ...whole.denials, sure: 'Deny' } }), /has capitals/);
});
