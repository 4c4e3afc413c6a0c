/** The figures hold their floors; and floors are compared, raised and refused as they should be. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { loadResources } from '../src/data/load.ts';
import { SHARED, shared } from './corpora.ts';
import { type Floors, holdTo, parseFloors, raise, writeFloors } from './floors.ts';
import { type Column, type Measured, measure, readersOf } from './measure.ts';
import { showMeasured } from './show.ts';
import { type Figure, found } from './tally.ts';

const column = (share: number, digest = 'aa'): Column => ({
  name: 'samples',
  reports: 1,
  unread: [],
  digest,
  figures: new Map<string, Figure>([
    ['statements', found(share, 1, 1)],
    ['act', { share: 1, right: 3, of: 3 }],
  ]),
});
const floors = (least: number, digest = 'aa'): Floors => ({
  slack: 0.5,
  columns: { samples: { digest, floors: { statements: least } } },
});

describe('floors', () => {
  test('a figure below its floor breaks it; one at it does not', () => {
    assert.deepEqual(holdTo(floors(80), [column(0.8)]).broken, []);
    const { broken } = holdTo(floors(80), [column(0.799)]);
    assert.equal(broken.length, 1);
    assert.equal(broken[0]!.floor, 80);
  });

  test('what the record asserts is held to its precision, whatever its recall', () => {
    const read = (hit: number, of: number): Column => ({
      ...column(1),
      figures: new Map<string, Figure>([['positions', found(hit, 10, of)]]),
    });
    const least = raise({ slack: 0, columns: {} }, [read(4, 5)]);
    assert.equal(least.columns['samples']!.floors['positions, precision'], 80);
    assert.deepEqual(
      holdTo(least, [read(8, 16)]).broken.map(({ figure }) => figure),
      ['positions, precision'],
    );
  });

  test('a figure that is gone breaks its floor', () => {
    const gone = { ...column(0.9), figures: new Map() };
    assert.equal(holdTo(floors(80), [gone]).broken.length, 1);
  });

  test('on another corpus nothing is compared, and that is said', () => {
    const verdict = holdTo(floors(80, 'bb'), [column(0.1)]);
    assert.deepEqual(verdict, { broken: [], other: ['samples'], none: [], compared: 0, lowered: 0 });
    const shown = showMeasured({ columns: [], beside: [], faults: [], absent: [] }, verdict);
    assert.match(shown, /corpus of "samples" is not the one that its floors were measured on: not compared/);
    assert.deepEqual(holdTo({ slack: 1, columns: {} }, [column(0.1)]).none, ['samples']);
  });

  test('raising never lowers on the same corpus, leaves the slack, and sets anew on another', () => {
    const after = (before: Floors, share: number): Record<string, number> => ({
      ...raise(before, [column(share)]).columns['samples']!.floors,
    });
    assert.deepEqual(after(floors(70), 0.8), { statements: 79.5, act: 100 });
    assert.deepEqual(after(floors(70), 0.8066), { statements: 80.1, act: 100 });
    assert.deepEqual(after(floors(85), 0.8), { statements: 85, act: 100 });
    assert.deepEqual(after(floors(85, 'bb'), 0.8), { statements: 79.5, act: 100 });
    const other = { ...floors(70), columns: { ...floors(70).columns, gold: { digest: 'c', floors: { act: 9 } } } };
    assert.deepEqual(raise(other, [column(0.8)]).columns['gold'], { digest: 'c', floors: { act: 9 } });
  });

  test('a floor that was lowered is told, with why, until it is back where it stood', () => {
    const lower: Floors = {
      ...floors(70),
      lowered: [{ because: 'more is found', from: { samples: { statements: 75 } } }],
    };
    const verdict = holdTo(lower, [column(0.8)]);
    assert.equal(verdict.lowered, 1);
    assert.match(
      showMeasured({ columns: [], beside: [], faults: [], absent: [] }, verdict),
      /stand lower than they once did: 1;/,
    );
    assert.deepEqual(raise(lower, [column(0.74)]).lowered, lower.lowered);
    assert.equal(raise(lower, [column(0.8)]).lowered, undefined);
    assert.deepEqual(parseFloors(writeFloors(lower)), lower);
    const back = { ...lower, lowered: [{ because: 'x', from: { samples: { statements: 60 } } }] };
    assert.throws(() => parseFloors(writeFloors(back)), /"statements", which stands no lower/);
    const silent = { ...lower, lowered: [{ because: '', from: {} }] };
    assert.throws(() => parseFloors(writeFloors(silent)), /must say "because"/);
  });

  test('floors come back as they were written, and wrong ones are refused in plain words', () => {
    assert.deepEqual(parseFloors(writeFloors(floors(80))), floors(80));
    const cases: [string, RegExp][] = [
      ['{', /eval\/floors\.json: it is no JSON/],
      ['null', /"slack"/],
      ['{"slack":1}', /"columns"/],
      ['{"slack":1,"columns":{"a":{}}}', /"a" needs/],
      ['{"slack":1,"columns":{"a":{"digest":"b","floors":{"act":101}}}}', /"a", "act": a floor is 0 to 100/],
    ];
    for (const [json, message] of cases) assert.throws(() => parseFloors(json), message);
  });
});

describe('the program', () => {
  const held = parseFloors(readFileSync(new URL('floors.json', import.meta.url), 'utf8'));
  const skip = shared('gold') === null ? `${SHARED} is not here` : false;
  let measured: Measured;
  before(async () => {
    measured = await measure(readersOf(loadResources()), ['samples', 'gold', 'polnear', 'exact']);
  });
  const verdictOn = (pattern: RegExp) =>
    holdTo(
      held,
      measured.columns.filter((c) => pattern.test(c.name)),
    );

  test('holds its floors on the samples, which are what the floors were measured on', () => {
    const verdict = verdictOn(/samples/);
    assert.deepEqual(verdict.other, [], 'the samples or their gold readings changed: npm run eval -- --raise');
    assert.deepEqual(verdict.broken, []);
    assert.ok(verdict.compared >= 10, `${verdict.compared} figures`);
  });

  test('holds its floors on real reports', { skip }, (t) => {
    const verdict = verdictOn(/^(?!.*samples)/);
    for (const name of verdict.other) t.diagnostic(`${name}: another corpus than the floors are of, not compared`);
    assert.deepEqual(verdict.broken, []);
    assert.ok(verdict.compared + verdict.other.length > 0);
  });

  test('gives only spans that are slices of the report, and ids that stand for one thing', () => {
    assert.deepEqual(
      measured.faults.filter((f) => f.what !== 'edge'),
      [],
    );
    for (const c of measured.columns) assert.deepEqual(c.unread, [], c.name);
  });

  test('shows no misses of the part that is kept aside', { skip }, () => {
    const real = measured.beside.filter(({ gold }) => gold.path.startsWith(shared('gold')!.replace(/gold$/, '')));
    assert.ok(real.length > 0);
    assert.deepEqual(
      real.filter(({ gold }) => gold.aside).map(({ gold }) => gold.name),
      [],
    );
  });

  test('says which figures are honest', { skip }, () => {
    assert.match(
      showMeasured(measured, holdTo(held, measured.columns)),
      /honest figures are those\s+of the part kept aside/,
    );
  });
});
