import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '../../case.ts';
import { EMPTY, type GivenReport, type GivenSpeaker, judgementAt, namesIn, recordBy } from '../testing.ts';

const says = (outlet: string, day: string, ...speakers: readonly GivenSpeaker[]): GivenReport => ({
  outlet,
  day,
  statements: speakers.map((speaker, i) => ({ ...speaker, words: `the guns of ${outlet} stay, number ${i}` })),
});

const people = (...reports: readonly GivenReport[]) => namesIn(recordBy(reports).actors);
const find = (actors: readonly Actor[], name: string): Actor => actors.find((actor) => actor.name === name)!;

const VOSS = { name: 'Aldren Voss', party: 'Halvia', office: 'foreign minister' };

test('one person under all spellings of the name; the most used one stands', () => {
  assert.deepEqual(
    people(
      says('Courier', '2031-03-01', { name: 'Oumara Tesk', party: 'Maravet' }),
      says('Post', '2031-03-02', { name: 'Oumara Tesk', party: 'Maravet', aliases: ['Mr. Tesk'] }),
      says('Ledger', '2031-03-03', { name: 'Umara Tesk', party: 'Maravet' }),
    ),
    ['Oumara Tesk < Mr. Tesk < Umara Tesk'],
  );
});

test('a family name alone joins the one full name of its party or office, and stays apart otherwise', () => {
  const full = says('Courier', '2031-03-01', VOSS, { name: 'Ketta Amon', party: 'Maravet' });
  const cases: readonly (readonly [string, readonly GivenReport[], readonly string[]])[] = [
    [
      'same party',
      [says('Post', '2031-03-02', { name: 'Voss', party: 'Halvia' })],
      ['Aldren Voss < Voss', 'Ketta Amon'],
    ],
    [
      'same office, no party told',
      [says('Post', '2031-03-02', { name: 'Voss', office: 'Foreign Minister' })],
      ['Aldren Voss < Voss', 'Ketta Amon'],
    ],
    ['nothing told', [says('Post', '2031-03-02', { name: 'Voss' })], ['Aldren Voss', 'Ketta Amon', 'Voss']],
    [
      'another party',
      [says('Post', '2031-03-02', { name: 'Voss', party: 'Maravet' })],
      ['Aldren Voss', 'Ketta Amon', 'Voss'],
    ],
    [
      'two of that name in the party',
      [
        says('Post', '2031-03-02', { name: 'Voss', party: 'Halvia' }),
        says('Ledger', '2031-03-03', { name: 'Maud Voss', party: 'Halvia' }),
      ],
      ['Aldren Voss', 'Ketta Amon', 'Maud Voss', 'Voss'],
    ],
  ];
  for (const [name, reports, expected] of cases) assert.deepEqual(people(full, ...reports), expected, name);
});

test('office and party over time, each with its days and how many reports', () => {
  const record = recordBy([
    says('Courier', '2031-01-01', { ...VOSS, office: 'envoy' }),
    says('Post', '2031-02-01', { ...VOSS, office: 'Its foreign minister' }),
    says('Ledger', '2031-03-01', VOSS),
  ]);
  const { offices, parties, statements, support } = find(record.actors, 'Aldren Voss');
  assert.deepEqual(offices, [
    { name: 'envoy', first: '2031-01-01', last: '2031-01-01', reports: 1 },
    { name: 'foreign minister', first: '2031-02-01', last: '2031-03-01', reports: 2 },
  ]);
  assert.deepEqual(parties, [{ name: 'Halvia', first: '2031-01-01', last: '2031-03-01', reports: 3 }]);
  assert.equal(statements, 3);
  assert.deepEqual(support, {
    reports: 3,
    outlets: 3,
    originators: 3,
    copies: 0,
    first: '2031-01-01',
    last: '2031-03-01',
  });
});

test('bodies: the abbreviation joins the one name it can stand for; descriptions are nobody', () => {
  const body = (name: string) => ({ name, kind: 'organisation' as const });
  const reports = [
    says(
      'Courier',
      '2031-03-01',
      body('Littoral Shipping Union'),
      body('the Littoral Shipping Union'),
      body('Her office'),
    ),
    says('Post', '2031-03-02', body('LSU'), { name: 'Two officials' }, { name: 'Halvian minister', party: 'Halvia' }),
  ];
  const { actors } = recordBy(reports);
  assert.deepEqual(namesIn(actors, 'organisation'), ['Littoral Shipping Union < LSU']);
  assert.deepEqual(namesIn(actors), []);
  const two = recordBy([
    ...reports,
    says('Ledger', '2031-03-03', body('Lorn Seamen’s Union'), body('Lorn Sailing Union')),
  ]);
  assert.deepEqual(namesIn(two.actors, 'organisation'), [
    'LSU',
    'Littoral Shipping Union',
    'Lorn Sailing Union',
    'Lorn Seamen’s Union',
  ]);
});

test('a party is an actor with all its voices, under the names the case gives it', () => {
  const file = {
    ...EMPTY,
    parties: [{ name: 'Maravet', aliases: ['Port Asker', 'the Maravetian side'], members: ['Ibbe Sandar'] }],
    actors: [{ name: 'Ibbe Sandar', aliases: ['the harbour master'] }],
  };
  const { actors } = recordBy(
    [
      says('Courier', '2031-03-01', { name: 'Port Asker', party: 'Port Asker', kind: 'place' }),
      says('Post', '2031-03-02', { name: 'the harbour master' }, { name: 'the Maravetian side', kind: 'group' }),
    ],
    [],
    file,
  );
  assert.deepEqual(namesIn(actors, 'party'), ['Maravet < Port Asker < the Maravetian side']);
  assert.deepEqual(namesIn(actors), ['Ibbe Sandar < the harbour master']);
  assert.equal(find(actors, 'Maravet').statements, 3);
});

test('a joint statement counts for each of the parties that join in it', () => {
  const { actors } = recordBy([
    says('Courier', '2031-03-01', { name: 'Both states', party: 'Halvia and Maravet', kind: 'group' }),
  ]);
  assert.deepEqual(namesIn(actors, 'party'), ['Halvia', 'Maravet']);
});

test('merged actors stand under the first, split names apart; both are undone', () => {
  const reports = [
    says('Courier', '2031-03-01', { name: 'Sael Otray', party: 'Teyl Front' }),
    says(
      'Post',
      '2031-03-02',
      { name: 'Sael the Elder', party: 'Teyl Front' },
      { name: 'Sail Otray', party: 'Teyl Front' },
    ),
  ];
  const before = recordBy(reports).actors;
  assert.deepEqual(namesIn(before), ['Sael Otray < Sail Otray']);
  const others = says('Ledger', '2031-03-03', { name: 'Hadda Orrel' });
  const all = recordBy([...reports, others]).actors;
  const target = (name: string, thread: string) => ({
    kind: 'actor' as const,
    id: find(all, name).id,
    report: null,
    words: null,
    thread,
  });
  const [otray, orrel] = [target('Sael Otray', 'actor/person/atra'), target('Hadda Orrel', 'actor/person/aral')];
  const merge = judgementAt(1, { do: 'merge', targets: [orrel, otray] });
  const merged = recordBy([...reports, others], [merge]).actors;
  assert.deepEqual(namesIn(merged), ['Hadda Orrel < Sael Otray < Sail Otray']);
  assert.equal(find(merged, 'Hadda Orrel').id, orrel.id);
  const undo = judgementAt(2, { do: 'undo', judgement: merge.id });
  assert.deepEqual(recordBy([...reports, others], [undo, merge]).actors, all);

  const split = judgementAt(3, { do: 'split', target: otray, away: ['Sail Otray'] });
  assert.deepEqual(namesIn(recordBy(reports, [split]).actors), ['Sael Otray', 'Sail Otray']);
});

test('two people of one party whose names only sound alike are two, with ids of their own', () => {
  const { actors } = recordBy([
    says('Courier', '2031-03-01', { name: 'Anna Lee', party: 'Cantara' }, { name: 'Anna Loy', party: 'Cantara' }),
  ]);
  assert.deepEqual(namesIn(actors), ['Anna Lee', 'Anna Loy']);
  assert.equal(new Set(actors.map(({ id }) => id)).size, 3);
});
