import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { load } from 'js-yaml';
import type { Happening, PositionLine } from '../../case.ts';
import { EVENT_TYPES } from '../../record.ts';
import { eventsFamily } from '../events/events.ts';
import { eventItem, LEXICON, made, PLACES, QUADS } from '../join/testing.ts';
import { type GivenPosition, type GivenReport, recordBy, SUBJECTS } from '../testing.ts';
import { parseUndertakingTable, UndertakingTableError } from './undertaking-table.ts';
import { undertakingsIn } from './undertakings.ts';

const raw = load(readFileSync(new URL('../../../data/taxonomies/undertakings.yaml', import.meta.url), 'utf8'));
const TABLE = parseUndertakingTable(raw, EVENT_TYPES, SUBJECTS);
const ISSUES = load(readFileSync(new URL('../../../data/taxonomies/issues.yaml', import.meta.url), 'utf8')) as {
  readonly issues: readonly { readonly code: string }[];
};

let outlet = 0;
const says = (
  day: string | null,
  stance: GivenPosition['stance'],
  words: string,
  more: Partial<GivenPosition> = {},
) => {
  const position: GivenPosition = { holder: 'Halvia', issue: 'CEASEFIRE', stance, words, ...more };
  return { outlet: `Paper ${outlet++}`, day, positions: [position] } satisfies GivenReport;
};
const linesOf = (...reports: readonly GivenReport[]): readonly PositionLine[] => recordBy(reports).lines;

const events = eventsFamily(LEXICON, QUADS);
type Told = Parameters<typeof eventItem>[0];
const deed = (day: string, more: Partial<Told> = {}): Happening => {
  const item = eventItem({
    in: `Courier ${day} ${JSON.stringify(more)}`,
    words: 'Shells struck the pier',
    at: PLACES.nerith,
    day,
    when: day,
    actor: 'Halvia',
    mode: 'shelling',
    ...more,
  });
  return made(events, [item]).entries[0]!.entry as Happening;
};
const beside = (lines: readonly PositionLine[], happenings: readonly Happening[]) =>
  undertakingsIn(lines, happenings, TABLE, SUBJECTS).map(({ point, deeds, total, alike }) => ({
    words: point.words,
    days: deeds.map(({ when }) => when!.start),
    total,
    alike,
  }));

test('what a party undertook stands beside its later deeds on the issue, by day; of many, those that name the same', () => {
  const lines = linesOf(says('2031-03-01', 'accepts', 'a truce of thirty days at Nerith'));
  const elsewhere = deed('2031-03-04', { at: PLACES.ombra });
  assert.deepEqual(beside(lines, [elsewhere, deed('2031-03-09')]), [
    { words: 'a truce of thirty days at Nerith', days: ['2031-03-04', '2031-03-09'], total: 2, alike: 1 },
  ]);
  const many = [3, 4, 5, 6, 7, 8, 9].map((day) => deed(`2031-03-0${day}`, { at: PLACES.ombra }));
  const [found] = beside(lines, [...many, deed('2031-03-20')]);
  assert.deepEqual([found?.days.length, found?.days.at(-1), found?.total], [6, '2031-03-20', 8]);
});

test('what is not set beside words', () => {
  const lines = linesOf(says('2031-03-10', 'rejects', 'a truce'));
  const cases: readonly (readonly [string, Happening])[] = [
    ['a deed of the day of the report, which may come before the words', deed('2031-03-10')],
    ['a deed before', deed('2031-03-02')],
    ['a deed long after', deed('2031-05-20')],
    ['a deed of another', deed('2031-03-12', { actor: 'Maravet' })],
    ['a plan', deed('2031-03-12', { status: 'planned' })],
    ['a deed on another issue', deed('2031-03-12', { type: 'SANCTION', mode: null, words: 'It froze assets' })],
  ];
  for (const [name, happening] of cases)
    assert.deepEqual(beside(lines, [happening]), [{ words: 'a truce', days: [], total: 0, alike: 0 }], name);
});

test('what is no undertaking: demands, what others say of a party, what has no day, what is said again', () => {
  const spoken = (...reports: readonly GivenReport[]) => beside(linesOf(...reports), []).map(({ words }) => words);
  assert.deepEqual(spoken(says('2031-03-01', 'demands', 'a truce')), []);
  assert.deepEqual(
    spoken(says('2031-03-01', 'accepts', 'a truce', { voice: 'other', by: { name: 'Oumara Tesk', party: 'Maravet' } })),
    [],
  );
  assert.deepEqual(spoken(says(null, 'accepts', 'a truce')), []);
  assert.deepEqual(
    spoken(says('2031-03-01', 'rejects', 'a chair', { issue: 'SEAT' })),
    [],
    'nothing is done on a seat',
  );
  const again = says('2031-03-11', 'accepts', 'a truce at sea from Friday on');
  assert.deepEqual(spoken(says('2031-03-01', 'accepts', 'a truce at sea from Friday on'), again), [
    'a truce at sea from Friday on',
  ]);
  assert.equal(spoken(says('2030-11-01', 'accepts', 'a truce at sea from Friday on'), again).length, 2, 'months later');
});

test('a threat and a promise are undertakings, though they are demands by their stance', () => {
  const [line] = linesOf(says('2031-03-01', 'demands', 'a blockade of every pier', { issue: 'SANCTIONS' }));
  const points = line!.points.map((point) => ({ ...point, said: 'threaten' as const }));
  const cut = deed('2031-03-08', { type: 'SANCTION', mode: null, words: 'Halvia froze Maravetian assets' });
  const [found] = undertakingsIn([{ ...line!, points }], [cut], TABLE, SUBJECTS);
  assert.deepEqual([found?.point.said, found?.total], ['threaten', 1]);
});

test('where most deeds of a type are about something else, only those count whose words name the issue', () => {
  const lines = linesOf(says('2031-03-01', 'offers', 'to free nine sailors', { issue: 'PRISONERS' }));
  const freed = deed('2031-03-05', { type: 'RETREAT', mode: null, words: 'Halvia released nine sailors' });
  const left = deed('2031-03-06', { type: 'RETREAT', mode: null, words: 'Halvian guns left the point' });
  assert.deepEqual(
    beside(lines, [freed, left]).map(({ days }) => days),
    [['2031-03-05']],
  );
});

test('order changes nothing, and a few parties and weeks alone give the same for these', () => {
  const lines = linesOf(
    says('2031-03-01', 'accepts', 'a truce at Nerith'),
    says('2031-03-05', 'rejects', 'quiet at Ombra Point'),
    says('2031-03-05', 'offers', 'to draw back guns', { issue: 'TERR_WITHDRAW' }),
    says('2031-03-06', 'accepts', 'a truce at sea', { holder: 'Maravet' }),
  );
  const happenings = [3, 4, 8, 9, 15, 20, 24, 30].map((day, i) =>
    deed(`2031-03-${String(day).padStart(2, '0')}`, {
      actor: i % 3 === 0 ? 'Maravet' : 'Halvia',
      at: i % 2 ? PLACES.ombra : PLACES.nerith,
    }),
  );
  const all = undertakingsIn(lines, happenings, TABLE, SUBJECTS);
  assert.ok(all.some(({ total, deeds }) => total > 0 && deeds.length <= total));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...lines], { minLength: lines.length }),
      fc.shuffledSubarray(happenings, { minLength: happenings.length }),
      (some, others) => assert.deepEqual(undertakingsIn(some, others, TABLE, SUBJECTS), all),
    ),
  );
  const ofHalvia = all.filter(({ holder }) => holder === 'Halvia');
  assert.deepEqual(
    undertakingsIn(
      lines.filter(({ holder }) => holder === 'Halvia'),
      happenings.filter(({ actors }) => actors.some(({ name }) => name === 'Halvia')),
      TABLE,
      SUBJECTS,
    ),
    ofHalvia,
  );
});

test('the table names issues that there are; faults of it are told in plain words', () => {
  const codes = new Set(ISSUES.issues.map(({ code }) => code));
  assert.deepEqual(
    [...TABLE.keys()].filter((issue) => !codes.has(issue)),
    [],
  );
  for (const wrong of [
    [],
    { CEASEFIRE: {} },
    { CEASEFIRE: { deeds: ['WAR'] } },
    { AID: { deeds: ['AID'], words: '' } },
  ])
    assert.throws(() => parseUndertakingTable(wrong, EVENT_TYPES, SUBJECTS), UndertakingTableError);
});
