/** Talks from whole sentences: who, where, when, and what became of them; and what is no talk. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sceneFrom, testResources } from '../testing.ts';
import { readTalks } from './talks.ts';

/** Who is who, as any report of the strait tells. */
const WHO =
  "Halvia's foreign minister Aldren Voss and Maravet's president Oumara Tesk are at odds over the Keld Strait. " +
  "Maravet's deputy foreign minister Ketta Amon and Cantara's envoy Ilse Dovrane know both. ";

const read = (text: string, day = '2031-02-20') => readTalks(sceneFrom(text, day), testResources().interpret.talks);

/** One line for each talk: status, sides, place, start of its time. */
const lines = (text: string): string[] =>
  read(WHO + text).map(
    (t) =>
      `${t.status} ${[...t.participants].sort().join('+')}${t.mediators.length > 0 ? ` by ${t.mediators.join('+')}` : ''}${t.when?.start ? ` ${t.when.start}` : ''}`,
  );

test('a talk is read with its sides, status and time', () => {
  const cases: [string, string[]][] = [
    ['Voss met Tesk on Tuesday.', ['held Halvia+Maravet 2031-02-18']],
    ['Voss will meet Tesk on 3 March 2031.', ['scheduled Halvia+Maravet 2031-03-03']],
    ['Voss had been due to meet Tesk.', ['scheduled Halvia+Maravet']],
    ['Voss spoke with Tesk by phone.', ['held Halvia+Maravet']],
    ['Talks between Halvia and Maravet collapsed.', ['stalled Halvia+Maravet']],
    ['Talks between Halvia and Maravet were postponed.', ['postponed Halvia+Maravet']],
    ['Maravet called off its talks with Halvia.', ['cancelled Halvia+Maravet']],
    ['Maravet refused to hold talks with Halvia.', ['refused Halvia+Maravet']],
    ['Cantara offered to host talks between Halvia and Maravet.', ['proposed Halvia+Maravet by Cantara']],
    ['Halvia and Maravet agreed a truce brokered by Cantara.', ['held Halvia+Maravet by Cantara']],
  ];
  for (const [text, expected] of cases) assert.deepEqual(lines(text), expected, text);
});

test('a proposed meeting, and a later round, have the sides of the talks before', () => {
  const proposed = read(
    `${WHO}Cantara offered to host talks between Halvia and Maravet. Dovrane proposed that delegations meet in Lorn on Feb 26.`,
  );
  assert.equal(proposed.length, 1);
  assert.equal(proposed[0]!.when?.start, '2031-02-26');
  const rounds = read(
    `${WHO}Talks between Halvia and Maravet ended in Lorn on Wednesday. A second round is planned for early March, also in Lorn.`,
  );
  assert.equal(rounds.length, 2);
  assert.deepEqual(rounds[1]!.participants, rounds[0]!.participants);
  assert.equal(rounds[1]!.place?.name, 'Lorn');
});

test('a second verb of whoever would talk is not told of the talks', () => {
  const cases: [string, string[]][] = [
    [
      'Maravet is prepared to resume discussions, potentially after March 9, and has suggested that both sides keep calm.',
      ['proposed Maravet 2031-03-09'],
    ],
    ['Maravet has suggested that negotiating teams from both sides keep in contact.', []],
  ];
  for (const [text, expected] of cases) assert.deepEqual(lines(text), expected, text);
});

test('where one goes for talks is where they are', () => {
  const [talk] = read(`${WHO}Voss and Tesk came to Lorn on Wednesday for talks with Dovrane.`);
  assert.equal(talk?.place?.name, 'Lorn');
});

test('another deed lends a talk neither its day nor its hour', () => {
  const [talk] = read(
    `${WHO}Voss will go to Lorn on 3 March 2031 for talks with Tesk, and then on 4 March 2031 to Nerith.`,
  );
  assert.equal(talk?.when?.start, '2031-03-03');
  const [other] = read(`${WHO}Voss stood in silence at 11am and will meet Tesk.`);
  assert.equal(other?.when ?? null, null);
});

test('a time without a calendar is none', () => {
  const [talk] = read(`${WHO}Voss met Tesk in recent weeks.`);
  assert.equal(talk?.when, null);
});

test('talk of talks in general, and what only looks like one, is none', () => {
  for (const text of [
    'Peace needs dialogue.',
    'Many hope for negotiations one day.',
    'The cabinet held a party meeting.',
    'Halvia called for restraint.',
    'Voss told Halvian television that the port was closed.',
    'Maravet received support from abroad.',
    'Voss held a press conference in Drenholm.',
    'A round of shelling hit Nerith.',
    'Troops gathered on the border.',
    'Halvia and Maravet have not signed the convention on mines.',
    'Voss, who received his law degree in Lorn, is a friend of Maravet.',
  ])
    assert.deepEqual(lines(text), [], text);
});

test('a talk that is still to come when it is told of is not held', () => {
  const cases: [string, string[]][] = [
    [
      'Talks between Halvia and Maravet would take place in Lorn on 18 March 2031.',
      ['scheduled Halvia+Maravet 2031-03-18'],
    ],
    ['Talks between Halvia and Maravet would not take place.', ['cancelled Halvia+Maravet']],
    [
      'Talks between Halvia and Maravet broke up at Nerith on Friday without a result.',
      ['stalled Halvia+Maravet 2031-02-14'],
    ],
    // What they would have been is no plan; what took place was held.
    ['Talks between Halvia and Maravet took place in Lorn on Tuesday.', ['held Halvia+Maravet 2031-02-18']],
  ];
  for (const [text, expected] of cases) assert.deepEqual(lines(text), expected, text);
});

test('a telling among those who talk, a thing that is visited, and the friends of a side are no talks of it', () => {
  for (const text of [
    'Voss told her that the port was closed.',
    'Halvia let the ships visit the wreck.',
    'The order, signed by the prime minister of Halvia, bars vessels.',
    'There is no point in meeting a man in the middle of the water.',
  ])
    assert.deepEqual(lines(text), [], text);
  const [talk] = read(`${WHO}Discussions between Cantara and Halvia's closest allies ended in Lorn on Tuesday.`);
  assert.ok(!(talk?.participants ?? []).includes('Halvia'));
});

test('what else is told beside a talk lends it no day and no side', () => {
  const [met] = read(
    `${WHO}Amon had been due to meet Voss, for what would have been the first face-to-face talks since their navies clashed on Feb 3.`,
  );
  assert.equal(met?.when, null);
  assert.deepEqual([...met!.participants].sort(), ['Halvia', 'Maravet']);
  assert.deepEqual(lines('Maravet took part in the talks with Halvia in Lorn.'), ['held Halvia+Maravet']);
  assert.deepEqual(lines('Otray would close the strait again unless Maravet was given a seat at the talks.'), []);
});

test('who brings the sides together is none of them', () => {
  const cases: [string, string[]][] = [
    [
      'Cantaran-brokered talks between Halvia and Maravet ended in Lorn on Tuesday.',
      ['held Halvia+Maravet by Cantara 2031-02-18'],
    ],
    ['Halvia and Maravet resumed talks in Lorn with Cantaran mediation.', ['held Halvia+Maravet by Cantara']],
    [
      'A meeting between Halvia and Maravet, mediated by Cantara, might take place in Lorn.',
      ['proposed Halvia+Maravet by Cantara'],
    ],
    [
      'Talks between Halvia and Maravet, with Cantara looking on, opened in Lorn on Tuesday.',
      ['held Halvia+Maravet 2031-02-18'],
    ],
  ];
  for (const [text, expected] of cases) assert.deepEqual(lines(text), expected, text);
});

test('the sides stand behind the verb, and before it in whole lists', () => {
  const cases: [string, string[]][] = [
    ['Talks are still under way between Halvia and Maravet in Lorn.', ['ongoing Halvia+Maravet']],
    ['The government of Halvia and the government of Maravet (GM) resumed talks in Lorn.', ['held Halvia+Maravet']],
    [
      'Talks to end the fighting between Halvia and Maravet began in Lorn on Tuesday.',
      ['held Halvia+Maravet 2031-02-18'],
    ],
    ['Voss flew to Lorn, the largest town of Cantara, for talks with Tesk.', ['held Halvia+Maravet']],
    // Who stands before a verb of its own takes no part.
    ['Dovrane praised Maravet and Voss met Tesk.', ['held Halvia+Maravet']],
  ];
  for (const [text, expected] of cases) assert.deepEqual(lines(text), expected, text);
});

test('who stays away has refused, and what is not so yet is no more than proposed', () => {
  const cases: [string, string[]][] = [
    ['Maravet was not attending the talks with Halvia in Lorn.', ['refused Halvia+Maravet']],
    ['Maravet refused to take part in the talks with Halvia in Lorn.', ['refused Halvia+Maravet']],
    ['Voss is heading to Lorn for talks with Tesk.', ['scheduled Halvia+Maravet']],
  ];
  for (const [text, expected] of cases) assert.deepEqual(lines(text), expected, text);
});

test('both of two bodies are the two sides that the report tells of most', () => {
  const two = 'Halvia shelled a pier. Maravet answered. Halvia closed a port, and Maravet kept one shut. ';
  const cases: [string, string[]][] = [
    [
      'Talks between the two naval staffs broke up at Nerith on Tuesday without a result.',
      ['stalled Halvia+Maravet 2031-02-18'],
    ],
    [
      'Both navies pulled back on Tuesday after a call arranged by the Littoral Commission.',
      ['held Halvia+Maravet by Littoral Commission 2031-02-18'],
    ],
    ["The Littoral Commission's survey ships visited Nerith on Tuesday.", []],
    ['There are talks between Halvia and Maravet in Lorn.', ['ongoing Halvia+Maravet']],
  ];
  for (const [text, expected] of cases) assert.deepEqual(lines(two + text), expected, text);
});

test("a body of a state's own is that state, and a side of its own is not whose it is", () => {
  const cases: [string, string[]][] = [
    ["Halvia's Sovereign Council and Maravet held talks in Lorn on Tuesday.", ['held Halvia+Maravet 2031-02-18']],
    ['Voss will go on with it on 5 March in Lorn, when Tesk meets Dovrane.', ['scheduled Cantara+Maravet 2031-03-05']],
  ];
  for (const [text, expected] of cases) assert.deepEqual(lines(text), expected, text);
  const [talk] = read(`${WHO}Halvia and Maravet held talks in the capital of Egypt, Cairo.`);
  assert.equal(talk?.place?.name, 'Cairo');
});

test('what talks are for, or a word about them, is no talk of its own', () => {
  assert.equal(read(`${WHO}Talks aimed at a ceasefire between Halvia and Maravet opened in Lorn.`).length, 1);
  assert.deepEqual(lines('The ceasefire violations worried Halvia.'), []);
  assert.deepEqual(lines('Maravet has made no statement regarding meetings with either Halvia or Cantara.'), []);
  // A press delegation is no side.
  assert.deepEqual(lines('Voss was speaking to a Cantaran media delegation.'), []);
});

test('rounds of other numbers are other talks, and a noun for what a verb has told is the same', () => {
  const rounds = read(
    `${WHO}Halvia and Maravet ended a second round of talks in Lorn on Tuesday. The third round of talks between Halvia and Maravet is planned for 3 March 2031.`,
  );
  assert.equal(rounds.length, 2);
  assert.equal(read(`${WHO}Voss met Tesk in Lorn on Tuesday for talks.`).length, 1);
});

test('all mentions of one talk are one record', () => {
  const talks = read(
    `${WHO}Voss met Tesk on Tuesday. The meeting lasted an hour. Tesk said his meeting with Voss had been useful.`,
  );
  assert.equal(talks.length, 1);
  assert.equal(talks[0]!.evidence.length, 3);
});

test('a talk told by weeks side by side, or named again by its day far below, is one', () => {
  const weeks = read(
    `${WHO}The meetings this week in Lorn between Halvia and Maravet went on for days. Tesk praised her meeting with Voss last week.`,
  );
  assert.equal(weeks.length, 1);
  const filler = 'The fish market was open. '.repeat(18);
  const far = (day: string) =>
    read(
      `${WHO}A summit of Halvia and Maravet was held in Lorn on Tuesday. ${filler}Voss was seen on the sidelines of the summit on ${day}.`,
    )[0]!.evidence.length;
  assert.equal(far('Tuesday'), 2);
  assert.equal(far('Monday'), 1);
});

test('talks at different times stay apart', () => {
  const talks = read(`${WHO}Voss met Tesk in January 2031. Voss will meet Tesk on 3 March 2031.`);
  assert.deepEqual(
    talks.map((t) => [t.status, t.when?.start]),
    [
      ['held', '2031-01'],
      ['scheduled', '2031-03-03'],
    ],
  );
});

test('no year is invented', () => {
  const [talk] = readTalks(
    sceneFrom(`${WHO}Maravet is ready to resume talks with Halvia after June 22.`),
    testResources().interpret.talks,
  );
  assert.equal(talk?.status, 'proposed');
  assert.equal(talk.when?.start, null);
  assert.equal(talk.when?.pattern, 'XXXX-06-22');
});

test('every talk rests on exact words in order, with ids of its own, and comes out the same twice', () => {
  const pieces = [
    'Voss met Tesk in Port Asker. ',
    'The talks, brokered by Cantara, ended on Friday. ',
    '“We will not meet,” Amon said. ',
    'Talks with, between and of. ',
    'The meeting\n',
    'Maravet called off a second round of talks with Halvia. ',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (parts) => {
      const scene = sceneFrom(WHO + parts.join(''), '2031-02-20');
      const talks = readTalks(scene, testResources().interpret.talks);
      assert.deepEqual(talks, readTalks(scene, testResources().interpret.talks));
      assert.equal(new Set(talks.map((t) => t.id)).size, talks.length);
      for (const t of talks) {
        assert.ok(t.evidence.length > 0);
        for (const s of t.evidence) assert.ok(s.start < s.end && s.end <= scene.document.text.length);
        for (const p of t.named) if (p.span) assert.ok(p.span.start < p.span.end);
      }
    }),
    { numRuns: 25 },
  );
});
