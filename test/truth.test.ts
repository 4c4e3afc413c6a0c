/** What the samples should come out as, by their truth: when the readings are right, so is the record that they make. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { CaseFile, CaseRecord, PositionLine, PositionPoint } from '../src/case.ts';
import { consolidate, type ReadReport } from '../src/consolidate/consolidate.ts';
import { loadResources } from '../src/data/load.ts';
import { Proposal } from '../src/export/case-file/propose.ts';
import { createReader } from '../src/reading.ts';
import type { Document } from '../src/record.ts';
import { loadConsolidation } from '../src/run/consolidation.ts';
import { NO_FILE } from './sample.ts';
import { sampleDocuments, TRUTH, truthfulReadings } from './truth.ts';
import { scoresOf } from './truth-scores.ts';

/** Shares of what the record of the samples has that must be right, possible entries among them. */
const LEAST = { points: 0.8, talks: 1, events: 0.85, disputes: 1 };
const FILE: CaseFile = { ...NO_FILE, name: 'Keld Strait' };
const consolidation = loadConsolidation();

let documents: ReadonlyMap<string, Document>;
let readings: readonly ReadReport[];
let record: CaseRecord;
before(async () => {
  documents = await sampleDocuments();
  readings = truthfulReadings(documents);
  record = consolidate(readings, FILE, [], consolidation);
});

const lineOf = (from: CaseRecord, party: string, issue: string): PositionLine | undefined =>
  from.lines.find(({ holder, issue: its }) => holder === party && its === issue);
const dayOf = (report: string): string => documents.get(report)!.published!.slice(0, 10);

test('every position of the truth stands in the line of its party and issue, once, and nothing else does', () => {
  const expected = new Set<string>();
  for (const { party, issues, entries } of TRUTH.positions) {
    for (const issue of issues) {
      const line = lineOf(record, party, issue);
      assert.ok(line, `${party} ${issue}`);
      expected.add(line.id);
      for (const { report, stance, voice, words } of entries) {
        const found: readonly PositionPoint[] = line.points.filter(
          (point) =>
            point.stance === stance &&
            point.evidence.some((one) => one.words === words && one.report === documents.get(report)!.text_sha256),
        );
        assert.equal(found.length, 1, `${party} ${issue}: ${words}`);
        assert.deepEqual([found[0]!.day, found[0]!.voice], [dayOf(report), voice], words);
      }
    }
  }
  assert.deepEqual(
    record.lines.filter(({ id }) => !expected.has(id)),
    [],
  );
});

test('every claim of movement stands with who makes it, apart from what is seen', () => {
  for (const { party, issues, movement_said } of TRUTH.positions) {
    for (const issue of issues) {
      const claimed = lineOf(record, party, issue)!.claimed.map(({ words, movement }) => `${movement} ${words}`);
      for (const { words, movement } of movement_said) assert.ok(claimed.includes(`${movement} ${words}`), words);
    }
  }
  const all = record.lines.flatMap(({ claimed }) => claimed);
  const told = TRUTH.positions.flatMap(({ issues, movement_said }) => issues.flatMap(() => movement_said));
  assert.equal(all.length, told.length);
});

test('movement that is seen is movement that the truth sees, in its direction', (t) => {
  const labelled = new Map<string, string | null>();
  for (const { party, issues, entries } of TRUTH.positions) {
    for (const issue of issues) {
      for (const { words, movement } of entries) labelled.set(`${party} ${issue} ${words}`, movement);
    }
  }
  const wrong: string[] = [];
  let right = 0;
  for (const { holder, issue, observed } of record.lines) {
    for (const { from, to, direction } of observed) {
      const label = labelled.get(`${holder} ${issue} ${to.words}`);
      if (label !== undefined && label !== null && label !== 'unchanged' && (direction === null || direction === label))
        right++;
      else wrong.push(`${holder} ${issue}: ${direction} (${label}) “${to.words}” after “${from.words}”`);
    }
  }
  const all = [...labelled.values()].filter(
    (label) => label === 'softer' || label === 'harder' || label === 'dropped',
  ).length;
  t.diagnostic(`movement seen: ${right} right, ${wrong.length} wrong, of ${all} in the truth`);
  assert.deepEqual(wrong, []);
  // What it came to; it may only rise.
  assert.ok(right >= 12);
});

test('copies among the samples count as one originator behind what they carry', () => {
  const seen = record.lines.flatMap(({ points }) => points.flatMap(({ evidence }) => evidence));
  assert.ok(seen.length > 0);
  const reports = new Set(
    record.lines.flatMap((line) => line.points.flatMap(({ evidence }) => evidence.map((one) => one.report))),
  );
  for (const line of record.lines) assert.ok(line.support.originators <= line.support.reports);
  assert.equal(
    reports.size,
    new Set(TRUTH.positions.flatMap(({ entries }) => entries.map(({ report }) => report))).size,
  );
});

test('the parties are stuck on what the truth has them stand against each other on', (t) => {
  const against = new Set<string>();
  for (const issue of new Set(TRUTH.positions.flatMap(({ issues }) => issues))) {
    const its = TRUTH.positions.filter(({ issues }) => issues.includes(issue));
    const rejects = its.filter(({ entries }) => entries.some(({ stance }) => stance === 'rejects'));
    const wants = its.filter(({ entries }) => entries.some(({ stance }) => stance !== 'rejects'));
    if (rejects.some((a) => wants.some((b) => b.party !== a.party))) against.add(issue);
  }
  const stuck = record.stickingPoints.map(({ issue }) => issue);
  t.diagnostic(`stuck on ${stuck.join(', ')}; of ${[...against].join(', ')}`);
  for (const { issue, blocked } of record.stickingPoints) assert.ok(against.has(issue) || blocked.length > 0, issue);
  for (const issue of ['CEASEFIRE', 'TERR_STATUS']) assert.ok(stuck.includes(issue), issue);
  // Both took it up in the end: the Front sat down across the corridor, and Halvia settled for a letter.
  assert.ok(!stuck.includes('SEAT'));
});

test('how near the program comes to the truth with what it reads itself', (t) => {
  const read = createReader(loadResources());
  const proposal = new Proposal();
  const reports = [...documents.values()].map((document) => {
    const reading = read(document);
    proposal.add(document, reading);
    return { reading, text: document.text };
  });
  const file = proposal.file('Keld Strait');
  // One name for each side, as a reader of the reports would have it.
  assert.deepEqual(file.parties.map(({ name }) => name).sort(), [
    'Cantara',
    'Halvia',
    'Littoral Commission',
    'Maravet',
    'Teyl Front',
  ]);
  const real = consolidate(reports, file, [], consolidation);
  const scores = scoresOf(real, documents);
  for (const [kind, { right, told, assertedRight, asserted, found, wanted }] of Object.entries(scores)) {
    t.diagnostic(
      `${kind}: ${right} of ${told} right, ${assertedRight} of ${asserted} asserted; ${found} of ${wanted} found`,
    );
    assert.equal(assertedRight, asserted, `${kind}: what the record asserts is right`);
    // What it came to; it may only rise.
    assert.ok(right / told >= LEAST[kind as keyof typeof LEAST], `${kind}: ${right} of ${told}`);
  }
  const overlaps = (a: string, b: string): boolean => a.includes(b) || b.includes(a);
  let lines = 0;
  let points = 0;
  let all = 0;
  for (const { party, issues, entries } of TRUTH.positions) {
    const its = issues.flatMap((issue) => lineOf(real, party, issue) ?? []);
    if (its.length > 0) lines++;
    for (const { words, stance, report } of entries) {
      all++;
      const id = documents.get(report)!.text_sha256;
      const isIt = (one: { report: string; words: string }): boolean => one.report === id && overlaps(one.words, words);
      if (its.some((line) => line.points.some((point) => point.stance === stance && point.evidence.some(isIt))))
        points++;
    }
  }
  t.diagnostic(`lines of the truth found: ${lines} of ${TRUTH.positions.length}; points: ${points} of ${all}`);
  // Which names belong together does not wait for better readings.
  for (const { name, variants } of TRUTH.spellings) {
    const found = real.actors.filter((actor) => actor.names.some((each) => each.name === name));
    assert.equal(found.length, 1, name);
    for (const variant of Object.keys(variants))
      assert.ok(
        found[0]!.names.some((each) => each.name === variant),
        variant,
      );
  }
});

test('what the parties agreed on is what the truth has several of them accept', (t) => {
  const granted = (party: string, issue: string): boolean =>
    TRUTH.positions.some(
      (its) =>
        its.party === party &&
        its.issues.includes(issue) &&
        its.entries.some(({ stance }) => stance === 'accepts' || stance === 'offers'),
    );
  t.diagnostic(record.agreed.map(({ issue, parties }) => `${issue}: ${parties.join(', ')}`).join('; '));
  for (const { issue, parties } of record.agreed)
    for (const party of parties) assert.ok(granted(party, issue), `${party} ${issue}`);
  assert.ok(record.agreed.some(({ issue, parties }) => issue === 'CEASEFIRE' && parties.join() === 'Halvia,Maravet'));
});
