import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Judgement, PositionLine } from '../../case.ts';
import { type GivenPosition, type GivenReport, judgementAt, lineIn, recordBy } from '../testing.ts';

type Told = Partial<GivenPosition> & { readonly words: string };

/** A report of an outlet on a day with what Halvia holds on one issue. */
const tells = (outlet: string, day: string | null, ...told: readonly Told[]): GivenReport => ({
  outlet,
  day,
  positions: told.map((each) => ({ holder: 'Halvia', issue: 'SEA_TRADE', stance: 'rejects', ...each })),
});
const lineOf = (...reports: readonly GivenReport[]): PositionLine => lineIn(recordBy(reports));
const shown = (line: PositionLine): readonly string[] =>
  line.points.map(({ day, stance, words }) => `${day} ${stance} ${words}`);

const VOSS = { name: 'Aldren Voss', party: 'Halvia' };
const FERRIN = { name: 'Maud Ferrin', party: 'Halvia' };

test('one line for each party and issue; a position on two issues stands in both', () => {
  const { lines } = recordBy([
    tells('Courier', '2031-03-01', { words: 'the searches go on', issue: ['SEA_TRADE', 'SANCTIONS'] }),
    tells('Courier', '2031-03-02', { words: 'no boat will be searched', holder: 'Maravet' }),
  ]);
  assert.deepEqual(
    lines.map(({ holder, issue }) => `${holder} ${issue}`),
    ['Halvia SANCTIONS', 'Halvia SEA_TRADE', 'Maravet SEA_TRADE'],
  );
});

test('the same words of one voice on one day are one point with all its evidence', () => {
  const words = 'boats out of Nerith will be searched for weapons';
  const line = lineOf(
    tells('Courier', '2031-03-01', { words, by: VOSS }),
    tells('Post', '2031-03-01', { words: 'every boat out of Nerith will be searched for weapons', by: VOSS }),
    tells('Ledger', '2031-03-01', { words: 'the price of grain is not our affair', by: VOSS }),
    tells('Ledger', '2031-03-09', { words: `again ${words}`, by: VOSS }),
  );
  assert.deepEqual(
    line.points.map(({ day, evidence }) => `${day} ${evidence.length}`),
    ['2031-03-01 1', '2031-03-01 2', '2031-03-09 1'].sort(),
  );
  assert.deepEqual(line.support, {
    reports: 4,
    outlets: 3,
    originators: 3,
    copies: 0,
    first: '2031-03-01',
    last: '2031-03-09',
  });
});

test('a copy is evidence of what it copies, on whatever day, and counts one originator', () => {
  const text =
    'Halvia will search every boat that leaves the harbour of Nerith until the last gun has gone from the headland, ' +
    'its foreign minister told the captains who had gathered on the long pier on a wet and windy Monday morning, and he ' +
    'said that nobody in the capital would lose an hour of sleep over the price of grain in the islands this winter.';
  const words = 'Halvia will search every boat that leaves the harbour of Nerith';
  const told = { words, stance: 'demands' as const, by: VOSS };
  const line = lineOf(
    { ...tells('Littoral Press Agency', '2031-03-31', told), text },
    { ...tells('Drenholm Courier', '2031-04-01', told), text: `News of the day\n\n${text}` },
  );
  assert.deepEqual(shown(line), [`2031-03-31 demands ${words}`]);
  assert.equal(line.points[0]!.evidence.length, 2);
  assert.deepEqual([line.support.reports, line.support.originators], [2, 1]);
});

test('what stands now: own words before the reporter’s, the reporter’s before what others say; the last dated ones', () => {
  const cases: readonly (readonly [string, readonly Told[], readonly (string | null)[]])[] = [
    ['the last', [{ words: 'no search' }, { words: 'the last no' }], ['2031-03-01', '2031-03-02']],
    ['the last no', [{ words: 'the last no' }, { words: 'a guess', voice: 'narrator' }], ['2031-03-01', '2031-03-02']],
    [
      'told',
      [
        { words: 'told', voice: 'narrator' },
        { words: 'hearsay', voice: 'other', by: VOSS },
      ],
      ['2031-03-01', '2031-03-02'],
    ],
    ['dated', [{ words: 'dated' }, { words: 'undated' }], ['2031-03-01', null]],
  ];
  for (const [name, told, days] of cases) {
    const line = lineOf(...told.map((each, i) => tells(`Paper ${i}`, days[i]!, each)));
    const expected = name === 'the last' ? 'the last no' : name;
    assert.equal(line.now.words, expected, name);
  }
});

test('what is only possible never stands where something surer is told, and is surer where several points tell it', () => {
  const told = (words: string, stance: 'demands' | 'rejects', confidence: number): Told => ({
    words,
    stance,
    confidence,
  });
  const later = lineOf(
    tells('Courier', '2031-03-01', told('no search of any kind', 'rejects', 0.85)),
    tells('Post', '2031-03-04', told('searches all the same', 'demands', 0.7)),
  );
  assert.deepEqual([later.now.words, later.confidence], ['no search of any kind', 0.85]);
  const alone = lineOf(tells('Post', '2031-03-04', told('searches all the same', 'demands', 0.7)));
  assert.deepEqual([alone.now.words, alone.confidence], ['searches all the same', 0.7]);
  const twice = lineOf(
    tells('Post', '2031-03-04', told('searches all the same', 'demands', 0.7)),
    tells('Ledger', '2031-03-09', told('that every hull be opened', 'demands', 0.6)),
  );
  assert.deepEqual([twice.now.words, twice.confidence], ['that every hull be opened', 0.79]);
});

test('two of its people who contradict each other within days are a split, not a movement', () => {
  const told = (day: string, by = FERRIN) =>
    lineOf(
      tells('Courier', '2031-03-01', { words: 'no search of boats at Nerith', by: VOSS }),
      tells('Post', day, { words: 'a search of boats at Nerith', stance: 'accepts', by }),
    );
  const split = told('2031-03-05');
  assert.deepEqual(
    split.split.map(([a, b]) => `${a.by?.name} ${b.by?.name}`),
    ['Aldren Voss Maud Ferrin'],
  );
  assert.deepEqual(split.observed, []);
  assert.deepEqual([told('2031-03-05', VOSS).split.length, told('2031-03-05', VOSS).observed.length], [0, 1]);
  const lone = { name: 'Voss', party: 'Halvia' };
  assert.deepEqual(told('2031-03-05', lone).split, [], 'the same man, named less fully');
  assert.deepEqual([told('2031-03-25').split.length, told('2031-03-25').observed.length], [0, 1]);
});

test('movement that a source claims stands apart, with who says so', () => {
  const line = lineOf(
    tells('Courier', '2031-03-01', {
      words: 'searches will be fewer',
      movement: ['softer', 'fewer'],
      voice: 'other',
      by: { name: 'Ilse Dovrane', party: 'Cantara' },
    }),
    tells('Post', '2031-03-02', { words: 'searches go on', movement: ['unchanged', 'go on'], by: VOSS }),
  );
  assert.deepEqual(
    line.claimed.map(({ day, movement, by, words }) => [day, movement, by?.name, words]),
    [
      ['2031-03-01', 'softer', 'Ilse Dovrane', 'fewer'],
      ['2031-03-02', 'unchanged', 'Aldren Voss', 'go on'],
    ],
  );
  assert.deepEqual(line.observed, []);
});

test('reports that give one demand different reach are shown as such', () => {
  const demand = (outlet: string, words: string, objects: readonly string[], day = '2031-03-01') =>
    tells(outlet, day, { words, stance: 'demands', objects, voice: 'narrator' });
  const two = demand('Courier', 'Maravet is to hand over Nerith and parts of the islands', ['Nerith']);
  const four = demand('Post', 'Maravet is to hand over Nerith, Skarn and all islands', ['Nerith', 'Skarn']);
  assert.deepEqual(
    lineOf(two, four).scopes.map(({ objects }) => objects),
    [['Nerith'], ['Nerith', 'Skarn']],
  );
  assert.deepEqual(lineOf(two, demand('Post', 'it is to hand over Nerith and islands', ['Nerith'])).scopes, []);
  assert.deepEqual(lineOf(two, demand('Post', 'the fleet is to leave Skarn', ['Nerith', 'Skarn'])).scopes, []);
  assert.deepEqual(
    lineOf(two, demand('Post', 'is to hand over Nerith, Skarn and islands', ['Nerith', 'Skarn'], '2031-09-01')).scopes,
    [],
  );
});

test('a very long line shows its newest points and says how many are left out', () => {
  const days = Array.from({ length: 320 }, (_, i) => new Date(Date.UTC(2031, 0, 1 + i)).toISOString().slice(0, 10));
  const line = lineOf(
    ...days.map((day, i) => tells('Courier', day, { words: `no search number ${i}` })),
    tells('Post', null, { words: 'never' }),
  );
  assert.equal(line.points.length, 300);
  assert.equal(line.earlier, 21);
  assert.equal(line.points.at(-1)?.day, days.at(-1));
  assert.equal(line.support.reports, 321);
});

const tolls = tells('Courier', '2031-03-01', { words: 'a toll on grain' });
const searches = tells('Post', '2031-03-02', { words: 'searches of boats at night' });
const again = tells('Ledger', '2031-03-03', { words: 'searches of boats by day', stance: 'accepts' });
const target = (id: string, thread?: string) => ({
  kind: 'line' as const,
  id,
  report: null,
  words: null,
  ...(thread ? { thread } : {}),
});
const linesWith = (...ledger: readonly Judgement[]) =>
  recordBy([tolls, searches, again], ledger).lines.map((line) => [
    line.points.map(({ words }) => words),
    line.support.reports,
  ]);

test('what is split from a line is a line of its own, and its number of reports is its own', () => {
  const [line] = recordBy([tolls, searches, again]).lines;
  const item = line!.points[0]!.evidence[0]!.item;
  const split = judgementAt(1, { do: 'split', target: target(line!.id), away: [item] });
  assert.deepEqual(linesWith(split), [
    [['a toll on grain'], 1],
    [['searches of boats at night', 'searches of boats by day'], 2],
  ]);
  // The id of a piece stays when more is told, so that it can be judged in turn.
  const ids = recordBy([tolls, searches, again], [split]).lines.map(({ id }) => id);
  assert.deepEqual(
    recordBy([tolls, searches], [split]).lines.map(({ id }) => id),
    ids,
  );
  assert.ok(ids.includes(line!.id));
  assert.deepEqual(linesWith(split, judgementAt(2, { do: 'undo', judgement: split.id })), linesWith());
  const all = line!.points.map(({ id }) => id);
  assert.deepEqual(linesWith(judgementAt(1, { do: 'split', target: target(line!.id), away: all })), linesWith());
});

test('a piece is made one with its line again, and split from it anew', () => {
  const [line] = recordBy([tolls, searches, again]).lines;
  const item = line!.points[0]!.evidence[0]!.item;
  const split = (n: number) => judgementAt(n, { do: 'split', target: target(line!.id), away: [item] });
  const pieces = recordBy([tolls, searches, again], [split(1)]).lines;
  const targets = pieces.toReversed().map(({ id }) => target(id, 'position/Halvia/SEA_TRADE'));
  const merge = judgementAt(2, { do: 'merge', targets });
  assert.deepEqual(linesWith(split(1), merge), linesWith());
  assert.deepEqual(linesWith(split(1), merge, split(3)), linesWith(split(1)));
  assert.deepEqual(
    linesWith(split(1), merge, judgementAt(3, { do: 'undo', judgement: merge.id })),
    linesWith(split(1)),
  );
  // With another line alone, it stays apart.
  const other = judgementAt(2, { do: 'merge', targets: targets.slice(0, 1) });
  assert.deepEqual(linesWith(split(1), other), linesWith(split(1)));
});

test('lines of two names of one party are made one, under the first', () => {
  const reports = [tolls, tells('Post', '2031-03-02', { words: 'searches of boats', holder: 'Drenholm' })];
  const [other, own] = recordBy(reports).lines;
  assert.equal(own!.holder, 'Halvia');
  const targets = [target(own!.id, 'position/Halvia/SEA_TRADE'), target(other!.id, 'position/Drenholm/SEA_TRADE')];
  const merged = recordBy(reports, [judgementAt(1, { do: 'merge', targets })]).lines;
  assert.deepEqual(
    merged.map(({ id, holder, points }) => [id, holder, points.length]),
    [[own!.id, 'Halvia', 2]],
  );
});
