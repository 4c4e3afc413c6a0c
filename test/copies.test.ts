/** The samples hold five copies, whose truth is known: they are found, with what they are, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { copiesAmong, originsOf, sketchOf } from '../src/consolidate/copies/copies.ts';
import { loadResources } from '../src/data/load.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createStages } from '../src/reading.ts';

const FOLDER = fileURLToPath(new URL('../examples/keld-strait/', import.meta.url));

interface Truth {
  readonly reports: readonly { readonly id: string; readonly file: string; readonly line: number | null }[];
  readonly copies: readonly { readonly original: string; readonly copy: string; readonly kind: string }[];
}

const truth: Truth = JSON.parse(readFileSync(`${FOLDER}truth.json`, 'utf8'));
const stages = createStages(loadResources());

async function samples() {
  const reports = [];
  for await (const taken of ingest([`${FOLDER}reports`])) {
    assert.ok('document' in taken);
    const { document } = taken;
    const { blocks, filing } = stages.clean(document);
    const agency = filing.agency && document.text.slice(filing.agency.start, filing.agency.end);
    const known = truth.reports.find(
      ({ file, line }) => document.origin.path.endsWith(`/${file}`) && document.origin.line === line,
    );
    assert.ok(known, document.origin.path);
    reports.push({ ...document, blocks, agency, name: known.id });
  }
  return reports;
}

test('all copies among the samples are found, who has them first, and nothing else', async () => {
  const reports = await samples();
  const nameOf = (id: string) => reports.find((r) => r.text_sha256 === id)!.name;
  const found = copiesAmong(reports).map((link) => `${nameOf(link.original)} > ${nameOf(link.copy)}: ${link.kind}`);
  assert.deepEqual(
    found.sort(),
    truth.copies.map(({ original, copy, kind }) => `${original} > ${copy}: ${kind}`).sort(),
  );
});

test('what a copy took from the agency counts as the agency, what it adds as its own', async () => {
  const reports = await samples();
  const heads = new Map(reports.map((r) => [r.text_sha256, sketchOf(r)]));
  const origins = originsOf(copiesAmong(reports), (id) => heads.get(id));
  const evidence = (name: string, words: string) => {
    const report = reports.find((r) => r.name === name)!;
    const start = report.text.indexOf(words);
    assert.ok(start >= 0, words);
    return { report: report.text_sha256, spans: [{ start, end: start + words.length }] as never };
  };
  const toll = 'At least 17 people were killed';
  assert.deepEqual(
    origins.originatorsOf([evidence('2031-03-22-lpa', toll), evidence('2031-03-22-courier', toll)]).names,
    ['Littoral Press Agency'],
  );
  assert.deepEqual(
    origins.originatorsOf([
      evidence('2031-03-22-lpa', toll),
      evidence('2031-03-22-courier', 'soldiers had been among the passengers: nine'),
    ]).names,
    ['Drenholm Courier', 'Littoral Press Agency'],
  );
});
