import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ObservedMovement } from '../../case.ts';
import { type GivenPosition, lineIn, recordBy } from '../testing.ts';

type Told = Partial<GivenPosition> & { readonly words: string };

const VOSS = { name: 'Aldren Voss', party: 'Halvia' };
const FERRIN = { name: 'Maud Ferrin', party: 'Halvia' };

/** What Halvia holds on one issue, each by a paper of its own: the movements that are seen. */
const movements = (...told: readonly (readonly [day: string, Told])[]): readonly string[] =>
  movementsOn('SEA_TRADE', ...told);
const movementsOn = (issue: string, ...told: readonly (readonly [day: string, Told])[]): readonly string[] => {
  const reports = told.map(([day, each], i) => ({
    outlet: `Paper ${i}`,
    day,
    positions: [{ holder: 'Halvia', issue, stance: 'rejects' as const, by: VOSS, ...each }],
  }));
  return lineIn(recordBy(reports)).observed.map(
    ({ changed, direction }: ObservedMovement) => `${changed.join('+')} ${direction}`,
  );
};

test('movement is seen where two dated statements of the party differ on one subject', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, Told])[], readonly string[]])[] = [
    [
      'a refusal becomes an acceptance',
      [
        ['2031-03-01', { words: 'no search of boats at Nerith' }],
        ['2031-03-20', { words: 'a search of boats at Nerith', stance: 'accepts' }],
      ],
      ['stance softer'],
    ],
    [
      'an offer is taken back',
      [
        ['2031-03-01', { words: 'to free the crews of the coasters', stance: 'offers' }],
        ['2031-03-20', { words: 'to free the crews of the coasters', stance: 'rejects' }],
      ],
      ['stance harder'],
    ],
    [
      'a condition is added to an offer',
      [
        ['2031-03-01', { words: 'to free the crews of the coasters', stance: 'offers' }],
        [
          '2031-03-20',
          { words: 'to free the crews of the coasters', stance: 'offers', condition: 'if the guns leave the headland' },
        ],
      ],
      ['condition harder'],
    ],
    [
      'a flat refusal gets a way out',
      [
        ['2031-03-01', { words: 'no pilot will board a coaster' }],
        ['2031-03-20', { words: 'no pilot will board a coaster', condition: 'unless the toll falls' }],
      ],
      ['condition softer'],
    ],
    [
      'the same person drops the condition of the same words',
      [
        [
          '2031-03-01',
          { words: 'to free the crews of the coasters', stance: 'offers', condition: 'if the guns leave' },
        ],
        ['2031-03-20', { words: 'to free the crews of the coasters', stance: 'offers' }],
      ],
      ['condition softer'],
    ],
    [
      'another condition: no direction',
      [
        [
          '2031-03-01',
          { words: 'to free the crews of the coasters', stance: 'offers', condition: 'if the guns leave' },
        ],
        [
          '2031-03-20',
          { words: 'to free the crews of the coasters', stance: 'offers', condition: 'once fuel is sold' },
        ],
      ],
      ['condition null'],
    ],
    [
      'it reaches further: no direction',
      [
        ['2031-03-01', { words: 'boats must leave the harbours', stance: 'demands', objects: ['Nerith'] }],
        ['2031-03-20', { words: 'boats must leave the harbours', stance: 'demands', objects: ['Nerith', 'Skarn'] }],
      ],
      ['scope null'],
    ],
  ];
  for (const [name, told, expected] of cases) assert.deepEqual(movements(...told), expected, name);
});

test('what is no movement', () => {
  const no = { words: 'no search of boats at Nerith' };
  const yes = { words: 'a search of boats at Nerith', stance: 'accepts' as const };
  const cases: readonly (readonly [string, readonly (readonly [string, Told])[]])[] = [
    [
      'the same again',
      [
        ['2031-03-01', no],
        ['2031-03-20', no],
      ],
    ],
    [
      'another subject',
      [
        ['2031-03-01', no],
        ['2031-03-20', { words: 'pilots from Cantara', stance: 'accepts' }],
      ],
    ],
    [
      'one day',
      [
        ['2031-03-01', no],
        ['2031-03-01', yes],
      ],
    ],
    [
      'what others say',
      [
        ['2031-03-01', no],
        ['2031-03-20', { ...yes, voice: 'narrator' }],
      ],
    ],
    [
      'a demand and an offer beside each other',
      [
        ['2031-03-01', { words: 'the crews of the coasters must go home', stance: 'demands' }],
        ['2031-03-20', { words: 'the crews of the coasters may go home', stance: 'offers' }],
      ],
    ],
    [
      'it gets what it demanded',
      [
        ['2031-03-01', { words: 'a truce of thirty days at sea', stance: 'demands' }],
        ['2031-03-20', { words: 'a truce of thirty days at sea', stance: 'accepts' }],
      ],
    ],
    [
      'the refusal comes again',
      [
        ['2031-03-01', no],
        ['2031-03-20', yes],
        ['2031-03-20', no],
      ],
    ],
    [
      'somebody else leaves the condition out',
      [
        [
          '2031-03-01',
          { words: 'to free the crews of the coasters', stance: 'offers', condition: 'if the guns leave' },
        ],
        ['2031-03-20', { words: 'to free the crews of the coasters', stance: 'offers', by: FERRIN }],
      ],
    ],
    [
      'the condition in other words',
      [
        ['2031-03-01', { words: 'to free the crews', stance: 'offers', condition: 'if the guns leave Ombra Point' }],
        ['2031-03-20', { words: 'to free the crews', stance: 'offers', condition: 'once guns have left Ombra Point' }],
      ],
    ],
    [
      'other places altogether',
      [
        ['2031-03-01', { words: 'boats must leave the harbours', stance: 'demands', objects: ['Nerith'] }],
        ['2031-03-20', { words: 'boats must leave the harbours', stance: 'demands', objects: ['Skarn'] }],
      ],
    ],
  ];
  for (const [name, told] of cases) assert.deepEqual(movements(...told), [], name);
});

test('the one turn of a party is seen: whatever the words where an answer takes the place of others, else by a word', () => {
  const no: readonly [string, Told] = ['2031-03-01', { words: 'Drenholm will go on firing' }];
  const yes: readonly [string, Told] = ['2031-03-20', { words: 'quiet for thirty days', stance: 'accepts' }];
  const again: readonly [string, Told] = ['2031-03-25', { words: 'the guns speak again' }];
  const still: readonly [string, Told] = [
    '2031-03-04',
    { words: 'no pause before the guns are gone', voice: 'narrator' },
  ];
  const signed: readonly [string, Told] = [
    '2031-03-24',
    { words: 'a paper on quiet', stance: 'accepts', voice: 'narrator' },
  ];
  const heard: readonly [string, Told] = ['2031-03-24', { words: 'a paper', stance: 'accepts', voice: 'other' }];
  for (const issue of ['CEASEFIRE', 'SEAT']) {
    assert.deepEqual(movementsOn(issue, no, still, yes, signed), ['stance softer'], issue);
    assert.deepEqual(movementsOn(issue, no, still, signed), ['stance softer'], 'by reporters');
    assert.deepEqual(movementsOn(issue, no, yes), [], 'told once each');
    assert.deepEqual(movementsOn(issue, no, yes, heard), [], 'what others say does not count');
  }
  const silent: readonly [string, Told] = ['2031-03-27', { words: 'firing went on', voice: 'narrator' }];
  assert.deepEqual(movementsOn('CEASEFIRE', yes, signed, again, silent), ['stance harder']);
  assert.deepEqual(movementsOn('CEASEFIRE', no, still, yes, signed, silent), [], 'the reporter tells otherwise since');
  assert.deepEqual(movementsOn('CEASEFIRE', no, yes, again), [], 'it goes to and fro');
  const shared: readonly [string, Told] = ['2031-03-20', { words: 'a pause for thirty days', stance: 'accepts' }];
  for (const issue of ['SEA_TRADE', 'FORMAT']) {
    assert.deepEqual(movementsOn(issue, no, still, yes, signed), [], issue);
    assert.deepEqual(movementsOn(issue, no, still, shared), ['stance softer'], issue);
  }
});

test('what is granted at last without the condition that it hung on has moved, where an answer takes the place of the one before', () => {
  const line = (last: Told): readonly string[] =>
    movementsOn(
      'CEASEFIRE',
      ['2031-03-01', { words: 'ten days of quiet', stance: 'accepts', by: null, voice: 'narrator' }],
      ['2031-03-25', { words: 'a truce of thirty days', stance: 'accepts', condition: 'if the Front is bound by it' }],
      ['2031-04-01', { stance: 'accepts', by: null, voice: 'narrator', ...last }],
    );
  assert.deepEqual(line({ words: 'signed a truce' }), ['condition softer']);
  assert.deepEqual(line({ words: 'signed a truce', condition: 'if the Front signs' }), []);
  assert.deepEqual(line({ words: 'would sign a truce', voice: 'other' }), []);
});

test('another number of the same thing is another demand', () => {
  const toll = (words: string): readonly string[] =>
    movements(
      ['2031-02-14', { words: 'every ship that passes Nerith pays a toll of four marks a ton', stance: 'demands' }],
      ['2031-03-05', { words, stance: 'offers' }],
    );
  assert.deepEqual(toll('the toll will fall from four marks a ton to two'), ['scope null']);
  assert.deepEqual(toll('the toll will stay at four marks a ton'), []);
  assert.deepEqual(toll('two pilots for every ship'), []);
});
