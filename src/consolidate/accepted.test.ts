import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntryKind } from '../case.ts';
import { isSure } from '../record.ts';
import { consolidate } from './consolidate.ts';
import { disputesFamily } from './disputes/disputes.ts';
import { eventsFamily } from './events/events.ts';
import { LEXICON, QUADS } from './join/testing.ts';
import { talksFamily } from './talks/talks.ts';
import { consolidationWith, EMPTY, judgementAt, reportBy } from './testing.ts';

const WHOLE = consolidationWith(eventsFamily(LEXICON, QUADS), talksFamily(LEXICON), disputesFamily(LEXICON, QUADS));
const TESK = { name: 'Oumara Tesk', party: 'Maravet' };
const REPORTS = [
  { day: '2031-03-01', stance: 'rejects', words: 'no search of boats at Nerith' },
  { day: '2031-03-20', stance: 'accepts', words: 'a search of boats at Nerith' },
].map(({ day, stance, words }) => {
  const report = reportBy({
    outlet: 'Port Asker Post',
    day,
    positions: [{ holder: 'Maravet', issue: 'SEA_TRADE', stance: stance as 'rejects', words, by: TESK }],
  });
  const positions = report.reading.positions.map((one) => ({ ...one, confidence: 0.6 }));
  return { ...report, reading: { ...report.reading, positions } };
});

const accept = (kind: EntryKind, id: string, items?: readonly string[]) =>
  judgementAt(1, { do: 'accept', target: { kind, id, report: null, words: null, ...(items && { items }) } });
const lineOf = (ledger: Parameters<typeof consolidate>[2]) => consolidate(REPORTS, EMPTY, ledger, WHOLE).lines[0]!;

test('a line that a user accepted is sure, as far as what it rested on then', () => {
  const before = lineOf([]);
  assert.deepEqual(before.points.map(isSure), [false, false]);
  assert.ok(!isSure(before));

  const all = lineOf([accept('line', before.id)]);
  assert.deepEqual(
    all.points.map(({ confidence }) => confidence),
    [1, 1],
  );
  assert.equal(all.confidence, 1);

  const [early] = before.points;
  const some = lineOf([accept('line', before.id, [early!.evidence[0]!.item])]);
  assert.deepEqual(
    some.points.map(({ confidence }) => confidence),
    [1, 0.6],
  );
  assert.equal(some.now.id, early!.id, 'what is only possible does not stand where something surer does');
});

test('an acceptance that was undone, or followed by a rejection, makes nothing sure', () => {
  const { id } = lineOf([]);
  const undone = judgementAt(2, { do: 'undo', judgement: accept('line', id).id });
  assert.ok(!isSure(lineOf([accept('line', id), undone])));
  const reject = judgementAt(2, { do: 'reject', target: { kind: 'line', id, report: null, words: null } });
  assert.deepEqual(consolidate(REPORTS, EMPTY, [accept('line', id), reject], WHOLE).lines, []);
});
