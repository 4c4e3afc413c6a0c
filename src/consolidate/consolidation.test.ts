import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DOCUMENT, READING } from '../../test/records.ts';
import type { EntryRow, Evidence, Item, PositionPoint } from '../case.ts';
import { consolidate, originsAmong, type ReadReport } from './consolidate.ts';
import { UnknownKeyError } from './consolidation.ts';
import { deedsFamily } from './deeds/deeds.ts';
import { disputesFamily } from './disputes/disputes.ts';
import { eventsFamily } from './events/events.ts';
import { LEXICON, QUADS } from './join/testing.ts';
import { talksFamily } from './talks/talks.ts';
import { consolidationWith, EMPTY, type GivenReport, judgementAt, reportBy } from './testing.ts';

const WHOLE = consolidationWith(
  eventsFamily(LEXICON, QUADS),
  talksFamily(LEXICON),
  disputesFamily(LEXICON, QUADS),
  deedsFamily(QUADS),
);

const VOSS = { name: 'Aldren Voss', party: 'Halvia', office: 'foreign minister' };
const TESK = { name: 'Oumara Tesk', party: 'Maravet', office: 'president' };
const LONG =
  'Halvia will search every boat that leaves the harbour of Nerith until the last gun has gone from the headland, its ' +
  'foreign minister told the captains who had gathered on the long pier on a wet and windy Monday morning, and he said ' +
  'that nobody in the capital would lose an hour of sleep over the price of grain in the islands this winter.';
const SEARCH = 'Halvia will search every boat that leaves the harbour of Nerith';

const search = { holder: 'Halvia', issue: 'SEA_TRADE', stance: 'demands', words: SEARCH, by: VOSS } as const;
const GIVEN: readonly GivenReport[] = [
  {
    outlet: 'Littoral Press Agency',
    day: '2031-02-28',
    text: LONG,
    positions: [search],
    statements: [{ ...VOSS, words: SEARCH }],
  },
  { outlet: 'Drenholm Courier', day: '2031-03-01', text: `From our desk\n\n${LONG}`, positions: [search] },
  {
    outlet: 'Port Asker Post',
    day: '2031-03-01',
    statements: [
      { ...TESK, words: 'no search of boats at Nerith', act: 'reject' },
      { name: 'Voss', party: 'Halvia', words: 'the captains had been told' },
    ],
    positions: [
      { holder: 'Maravet', issue: 'SEA_TRADE', stance: 'rejects', words: 'no search of boats at Nerith', by: TESK },
    ],
  },
  {
    outlet: 'Port Asker Post',
    day: '2031-03-20',
    statements: [{ ...TESK, name: 'Umara Tesk', words: 'a search of boats at Nerith', act: 'agree' }],
    positions: [
      {
        holder: 'Maravet',
        issue: ['SEA_TRADE', 'MONITOR'],
        stance: 'accepts',
        words: 'a search of boats at Nerith',
        by: { ...TESK, name: 'Umara Tesk' },
        condition: 'if Cantara holds the lamps',
        movement: ['softer', 'not what it was'],
      },
    ],
  },
  {
    outlet: 'The Lorn Ledger',
    day: '2031-03-21',
    talks: [{ words: 'the envoys met in Lorn', status: 'held' }],
    positions: [
      {
        holder: 'Teyl Front',
        issue: 'SEAT',
        stance: 'demands',
        words: 'a chair and a voice',
        by: { name: 'Sael Otray', party: 'Teyl Front' },
      },
      { holder: 'Halvia', issue: 'SEAT', stance: 'rejects', words: 'a chair for pirates', by: VOSS },
    ],
  },
  {
    outlet: null,
    day: null,
    positions: [{ holder: 'Teyl Front', issue: 'SEAT', stance: 'demands', words: 'chairs for all', voice: 'narrator' }],
  },
];
const REPORTS: readonly ReadReport[] = [...GIVEN.map(reportBy), { reading: READING, text: DOCUMENT.text }];
const LEDGER = [
  judgementAt(1, {
    do: 'reject',
    target: {
      kind: 'position',
      id: 'of an older reading',
      report: REPORTS[5]!.reading.document.text_sha256,
      words: 'chairs for all',
    },
  }),
];

const some = fc.shuffledSubarray([...REPORTS], { minLength: 1 });

test('the record depends on which reports there are, not on their order', () => {
  fc.assert(
    fc.property(some, some, (reports, order) => {
      const again = [
        ...order.filter((r) => reports.includes(r)),
        ...reports.filter((r) => !order.includes(r)),
        reports[0]!,
      ];
      assert.deepEqual(consolidate(again, EMPTY, LEDGER, WHOLE), consolidate(reports, EMPTY, LEDGER, WHOLE));
    }),
    { numRuns: 40 },
  );
});

/** What a store does: keeps what each step gave, and makes again only what a new report touches. */
function oneByOne(reports: readonly ReadReport[]): readonly EntryRow[] {
  const items = new Map<string, readonly Item[]>();
  const parts = new Map<string, { items: Map<string, Item>; result: unknown }>();
  const threads = new Map<string, readonly EntryRow[]>();
  for (let count = 1; count <= reports.length; count++) {
    const originOf = originsAmong(reports.slice(0, count), EMPTY);
    const touched = new Set<string>();
    for (const { reading, text } of reports.slice(0, count)) {
      const id = reading.document.text_sha256;
      const now = WHOLE.judged(WHOLE.itemsOf(reading, text, EMPTY, originOf), LEDGER).items;
      const before = items.get(id) ?? [];
      if (JSON.stringify(before) === JSON.stringify(now)) continue;
      items.set(id, now);
      for (const item of before)
        for (const key of WHOLE.partsOf(item)) parts.get(key)!.items.delete(`${id} ${item.id}`);
      for (const item of now) {
        for (const key of WHOLE.partsOf(item)) {
          if (!parts.has(key)) parts.set(key, { items: new Map(), result: null });
          parts.get(key)!.items.set(`${id} ${item.id}`, item);
        }
      }
      for (const item of [...before, ...now]) for (const key of WHOLE.partsOf(item)) touched.add(key);
    }
    for (const key of touched) {
      const part = parts.get(key)!;
      part.result = JSON.parse(JSON.stringify(WHOLE.part(key, [...part.items.values()].reverse())));
    }
    for (const thread of new Set([...touched].map((key) => WHOLE.threadOf(key, LEDGER)))) {
      const its = [...parts]
        .filter(([key, part]) => part.items.size > 0 && WHOLE.threadOf(key, LEDGER) === thread)
        .map(([key, { result }]) => ({ key, result }));
      threads.set(thread, its.length === 0 ? [] : WHOLE.thread(thread, its, LEDGER).entries);
    }
  }
  return [...threads.values()].flat();
}

test('adding reports one by one gives what all at once give', () => {
  fc.assert(
    fc.property(some, (reports) => {
      const record = consolidate(reports, EMPTY, LEDGER, WHOLE);
      const all = [...record.lines, ...record.talks, ...record.happenings, ...record.disputes, ...record.actors];
      const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
      assert.deepEqual(
        oneByOne(reports)
          .map(({ entry }) => entry)
          .sort(byId),
        all.sort(byId),
      );
    }),
    { numRuns: 40 },
  );
});

test('no entry holds a word that its report lacks', () => {
  const texts = new Map(REPORTS.map(({ reading, text }) => [reading.document.text_sha256, text]));
  const record = consolidate(REPORTS, EMPTY, [], WHOLE);
  let checked = 0;
  const stands = (words: string, evidence: readonly Evidence[]): void => {
    for (const piece of words.split(' … ')) {
      assert.ok(
        evidence.some(({ report }) => texts.get(report)!.includes(piece)),
        piece,
      );
      checked++;
    }
  };
  // Whatever looks like evidence, wherever it stands in the record.
  JSON.stringify(record, (_key, value) => {
    if (value !== null && typeof value === 'object' && 'item' in value && 'words' in value) {
      const one = value as Evidence;
      stands(one.words, [one]);
      assert.equal(one.spans.map(({ start, end }) => texts.get(one.report)!.slice(start, end)).join(' … '), one.words);
    }
    if (value !== null && typeof value === 'object' && 'stance' in value && 'evidence' in value) {
      const { words, condition, evidence } = value as PositionPoint;
      stands(words, evidence);
      if (condition !== null) stands(condition, evidence);
    }
    return value;
  });
  assert.ok(checked > 50, `${checked} checked`);
});

test('entries have ids of their own, and the record is plain JSON', () => {
  const record = consolidate(REPORTS, EMPTY, [], WHOLE);
  const entries = [...record.lines, ...record.talks, ...record.happenings, ...record.disputes, ...record.actors];
  assert.ok(
    record.lines.length > 3 && record.talks.length > 0 && record.happenings.length > 0 && record.actors.length > 3,
  );
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
  assert.deepEqual(JSON.parse(JSON.stringify(record)), record);
});

test('a key of no family is refused in plain words', () => {
  assert.throws(
    () => WHOLE.part('weather/2031', []),
    (e) => e instanceof UnknownKeyError && /weather\/2031/.test(e.message),
  );
});
