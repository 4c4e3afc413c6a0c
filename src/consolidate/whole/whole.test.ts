import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GivenPosition, type GivenReport, recordBy } from '../testing.ts';

type Told = Omit<GivenPosition, 'issue'> & { readonly issue?: string };

let outlet = 0;
const on = (day: string, ...positions: readonly Told[]): GivenReport => ({
  outlet: `Paper ${outlet++}`,
  day,
  positions: positions.map((each) => ({ issue: 'SEA_TRADE', ...each })),
});
const halvia = (stance: Told['stance'], words: string, more: Partial<Told> = {}): Told => ({
  holder: 'Halvia',
  stance,
  words,
  ...more,
});
const maravet = (stance: Told['stance'], words: string, more: Partial<Told> = {}): Told => ({
  holder: 'Maravet',
  stance,
  words,
  ...more,
});
/** A report that tells what both hold, on issues on which they do not meet. */
const both = on(
  '2031-02-01',
  halvia('demands', 'tents for Teyl Major', { issue: 'AID' }),
  maravet('demands', 'lists of the dead', { issue: 'WAR_CRIMES' }),
);
const reasons = (...reports: readonly GivenReport[]) =>
  recordBy([both, ...reports]).stickingPoints.map(({ issue, reasons: words }) => `${issue}: ${words.join(' ')}`);

test('what one demands and another rejects is a sticking point, with the words of both', () => {
  assert.deepEqual(
    reasons(
      on('2031-03-01', halvia('demands', 'searches of every boat')),
      on('2031-03-02', maravet('rejects', 'searches by any navy')),
    ),
    ['SEA_TRADE: Halvia demands “searches of every boat”; Maravet rejects “searches by any navy”.'],
  );
});

test('what rests on a reading that is not sure is possible, and stands behind what is sure', () => {
  const record = recordBy([
    both,
    on('2031-03-01', halvia('demands', 'searches of every boat', { confidence: 0.6 })),
    on('2031-03-02', maravet('rejects', 'searches by any navy')),
    on('2031-03-03', halvia('demands', 'observers on the piers', { issue: 'MONITOR' })),
    on('2031-03-04', maravet('rejects', 'observers on the piers', { issue: 'MONITOR' })),
  ]);
  assert.deepEqual(
    record.stickingPoints.map(({ issue, sure }) => [issue, sure]),
    [
      ['MONITOR', true],
      ['SEA_TRADE', false],
    ],
  );
});

test('parties that nothing joins do not stand against each other, however like their words', () => {
  const demand = (words: string, more: Partial<Told> = {}): Told => halvia('demands', words, more);
  const refusal = on('2031-03-02', maravet('rejects', 'searches of boats'));
  const blocked = on('2031-03-02', maravet('offers', 'to stop it', { condition: 'once searches of boats at sea end' }));
  const apart = on('2031-03-01', demand('searches of boats'));
  const stuck = (...reports: readonly GivenReport[]): number => recordBy(reports).stickingPoints.length;
  assert.equal(stuck(apart, refusal), 0, 'two conflicts in one case');
  assert.equal(stuck(on('2031-03-01', demand('searches of boats at sea', { stance: 'rejects' })), blocked), 0);
  const cases: readonly (readonly [string, GivenReport])[] = [
    ['one report tells what both hold', both],
    ['the words of one name the other', on('2031-02-01', demand('lists of Maravetian ships', { issue: 'AID' }))],
    ['its objects do', on('2031-02-01', demand('lists of them', { issue: 'AID', objects: ['Maravet'] }))],
    [
      'one says what the other wants',
      on(
        '2031-02-01',
        demand('tents', { issue: 'AID', voice: 'other', by: { name: 'Oumara Tesk', party: 'Maravet' } }),
      ),
    ],
  ];
  for (const [name, joining] of cases) assert.equal(stuck(apart, refusal, joining), 1, name);
  assert.equal(stuck(apart, refusal, on('2031-02-01', demand('Cantaran tents', { issue: 'AID' }))), 0, 'a third party');
});

test('what is no opposition', () => {
  const cases: readonly (readonly [string, Told, Told])[] = [
    ['other subjects', halvia('demands', 'searches of every boat'), maravet('rejects', 'a toll on grain')],
    [
      'an end of what the other rejects',
      halvia('demands', 'an end to the searches'),
      maravet('rejects', 'searches of boats'),
    ],
    ['both demand', halvia('demands', 'searches of every boat'), maravet('demands', 'searches of warships')],
    ['one party', halvia('demands', 'searches of every boat'), halvia('rejects', 'searches of warships')],
    [
      'other issues',
      halvia('demands', 'searches of boats'),
      maravet('rejects', 'searches of boats', { issue: 'MONITOR' }),
    ],
  ];
  for (const [name, a, b] of cases) assert.deepEqual(reasons(on('2031-03-01', a), on('2031-03-02', b)), [], name);
  const gone = reasons(
    on('2031-03-01', halvia('demands', 'searches of every boat at Nerith')),
    on('2031-03-02', maravet('rejects', 'searches of boats at Nerith')),
    on('2031-03-20', maravet('accepts', 'searches of boats at Nerith')),
  );
  assert.deepEqual(gone, [], 'a refusal that was given up');
  const turned = reasons(
    on('2031-03-01', halvia('demands', 'a truce at sea', { issue: 'CEASEFIRE' })),
    on('2031-03-02', maravet('rejects', 'a truce that leaves boats at sea', { issue: 'CEASEFIRE' })),
    on('2031-03-20', maravet('accepts', 'quiet for thirty days', { issue: 'CEASEFIRE', voice: 'narrator' })),
  );
  assert.deepEqual(turned, [], 'a question that got another answer since');
});

test('conditions that wait for each other block, across issues', () => {
  const record = recordBy([
    on(
      '2031-03-01',
      halvia('offers', 'to stop boarding coasters off Nerith', { condition: 'once the guns leave Ombra Point' }),
    ),
    on(
      '2031-03-02',
      maravet('offers', 'to take the guns off Ombra Point', {
        issue: 'TERR_WITHDRAW',
        condition: 'once Halvia stops boarding coasters off Nerith',
      }),
    ),
  ]);
  assert.deepEqual(
    record.stickingPoints.map(({ issue, opposed, blocked }) => [issue, opposed.length, blocked.length]),
    [
      ['SEA_TRADE', 0, 1],
      ['TERR_WITHDRAW', 0, 1],
    ],
  );
  assert.deepEqual(record.stickingPoints[0]!.reasons, [
    'Halvia makes a condition, “once the guns leave Ombra Point”; Maravet makes another, “once Halvia stops boarding coasters off Nerith”.',
  ]);
});

test('issues on which more parties stand against each other come first', () => {
  const found = recordBy([
    on('2031-03-01', halvia('demands', 'searches of boats'), maravet('rejects', 'searches of boats')),
    on('2031-03-01', maravet('demands', 'a chair', { issue: 'SEAT' }), halvia('rejects', 'a chair', { issue: 'SEAT' })),
    on('2031-03-02', {
      holder: 'Cantara',
      issue: 'SEAT',
      stance: 'demands',
      words: 'a chair that Halvia denies the Front',
    }),
  ]).stickingPoints;
  assert.deepEqual(
    found.map(({ issue }) => issue),
    ['SEAT', 'SEA_TRADE'],
  );
  assert.ok(found[0]!.weight > found[1]!.weight);
});

test('agreed is what one accepts and another accepts or offers, without a condition', () => {
  const truce = 'a truce of thirty days at sea';
  const agreed = (...told: readonly Told[]) =>
    recordBy(told.map((each, i) => on(`2031-03-0${i + 1}`, each))).agreed.map(
      ({ issue, parties }) => `${issue} ${parties}`,
    );
  assert.deepEqual(agreed(halvia('offers', truce), maravet('accepts', truce)), ['SEA_TRADE Halvia,Maravet']);
  assert.deepEqual(agreed(halvia('offers', truce), maravet('offers', truce)), [], 'two offers may be rivals');
  assert.deepEqual(
    agreed(halvia('accepts', truce, { condition: 'if the Front is bound' }), maravet('accepts', truce)),
    [],
  );
  assert.deepEqual(agreed(halvia('accepts', truce), maravet('accepts', 'pilots from the north')), []);
  assert.deepEqual(agreed(halvia('accepts', truce), maravet('rejects', truce)), []);
});

test('unanswered is what no other party took up since', () => {
  const open = (...reports: readonly GivenReport[]) => recordBy(reports).unanswered.map(({ point }) => point.words);
  const offer = on('2031-03-05', halvia('offers', 'to free the crews of the coasters'));
  assert.deepEqual(open(offer), ['to free the crews of the coasters']);
  assert.deepEqual(
    open(offer, on('2031-03-01', maravet('rejects', 'a toll'))),
    ['to free the crews of the coasters'],
    'said before',
  );
  assert.deepEqual(open(offer, on('2031-03-05', maravet('rejects', 'it'))), [], 'a refusal of whatever');
  assert.deepEqual(
    open(offer, on('2031-03-09', maravet('demands', 'crews come first'))),
    ['crews come first'],
    'words that touch it',
  );
  assert.deepEqual(
    open(offer, on('2031-03-09', halvia('rejects', 'a toll'))),
    ['to free the crews of the coasters'],
    'its own words',
  );
  assert.deepEqual(
    open(on('2031-03-05', halvia('offers', 'to free the crews', { voice: 'other', by: { name: 'Ilse Dovrane' } }))),
    [],
  );
});
