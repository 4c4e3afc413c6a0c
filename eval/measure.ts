/** Reads the corpora with one reader and scores what was read, a column for each corpus or part of one. */
import { existsSync } from 'node:fs';
import { ingest } from '../src/ingest/ingest.ts';
import { createReader, type Resources } from '../src/reading.ts';
import type { Document, Reading } from '../src/record.ts';
import { readInline } from '../src/run/inline.ts';
import { sha256 } from '../src/text/digest.ts';
import { type Corpus, READINGS, SAMPLE_GOLD, SAMPLE_REPORTS, SHARED, shared, UNHEARD } from './corpora.ts';
import { checkExactness, type Fault } from './exactness.ts';
import { type GoldReading, readGold } from './gold.ts';
import { type Annotated, readAnnotated, scoreAnnotated } from './polnear.ts';
import { type ComparedRecord, scoreRecords } from './records.ts';
import { inventedNames, renamedLines, renameGold, renamer } from './renamed.ts';
import { type Compared, scoreReading } from './statements.ts';
import { type Figure, Tally } from './tally.ts';
import { readUnheard, scoreParties } from './unheard.ts';

export type Reader = (document: Document) => Reading;

/** Figures over one corpus, or one part of it. */
export interface Column {
  /** As floors.json names it. */
  readonly name: string;
  readonly reports: number;
  /** Why reports could not be read; each counts as a reading with nothing in it. */
  readonly unread: readonly string[];
  /** Changes where a report or what it is scored against changes: figures on other corpora cannot be compared. */
  readonly digest: string;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** One report's gold reading beside what was read. */
export interface Beside {
  readonly gold: GoldReading;
  readonly compared: readonly Compared[];
  readonly records: readonly ComparedRecord[];
}

/** A fault, and the report that has it. */
export interface LocatedFault extends Fault {
  readonly path: string;
  readonly words: string;
}

export interface Measured {
  readonly columns: readonly Column[];
  /** Of the samples and of the working part; never of the part kept aside. */
  readonly beside: readonly Beside[];
  readonly faults: readonly LocatedFault[];
  /** What was asked for and is not on this machine. */
  readonly absent: readonly string[];
}

/** Readings by the digest of their text, and why others could not be read. */
export interface Readings extends ReadonlyMap<string, Reading> {
  readonly failures: ReadonlyMap<string, string>;
}

/** Reads files, and what `input` gives where `-` is among them. */
export async function readAll(
  paths: readonly string[],
  read: Reader,
  input?: AsyncIterable<Uint8Array>,
): Promise<Readings> {
  const readings = new Map<string, Reading>();
  const failures = new Map<string, string>();
  for await (const outcome of readInline(ingest(paths, input ? { input } : {}), read)) {
    if ('reading' in outcome) readings.set(outcome.document.text_sha256, outcome.reading);
    else failures.set(outcome.failure.path, outcome.failure.message);
  }
  return Object.assign(readings, { failures });
}

/** Why the readings of some reports are not there. */
const unreadOf = (
  of: readonly { readonly path: string; readonly textDigest: string }[],
  readings: Readings,
): readonly string[] =>
  of
    .filter((x) => !readings.has(x.textDigest))
    .map((x) => `${x.path}: ${readings.failures.get(x.path) ?? 'It was decoded as another text.'}`);

const digestOf = (digests: readonly string[]): string => sha256(digests.join('\n')).slice(0, 16);

/** Scores one set of gold readings; `also` may count more of each. */
export function goldColumn(
  name: string,
  golds: readonly GoldReading[],
  readings: Readings,
  also: (gold: GoldReading, reading: Reading | null, tally: Tally) => void = () => {},
): { column: Column; beside: readonly Beside[] } {
  const tally = new Tally();
  const beside = golds.map((gold) => {
    const reading = readings.get(gold.textDigest) ?? null;
    also(gold, reading, tally);
    const compared = gold.stated ? scoreReading(gold, reading, tally) : [];
    return { gold, compared, records: scoreRecords(gold, reading, tally) };
  });
  const column = {
    name,
    reports: golds.length,
    unread: unreadOf(golds, readings),
    digest: digestOf(golds.map((g) => g.digest)),
    figures: tally.figures(),
  };
  return { column, beside };
}

/** Scores one set of annotated texts. */
export function annotatedColumn(name: string, texts: readonly Annotated[], readings: Readings): Column {
  const tally = new Tally();
  for (const text of texts) scoreAnnotated(text, readings.get(text.textDigest) ?? null, tally);
  return {
    name,
    reports: texts.length,
    unread: unreadOf(texts, readings),
    digest: digestOf(texts.map((t) => t.digest)),
    figures: tally.figures(),
  };
}

/** Checks every span of every record. Reports that are no text are passed over; a fault of the program counts. */
export async function exactColumn(
  name: string,
  paths: readonly string[],
  read: Reader,
): Promise<{ column: Column; faults: readonly LocatedFault[] }> {
  const tally = new Tally();
  const digests: string[] = [];
  const faults: LocatedFault[] = [];
  const unread: string[] = [];
  for await (const outcome of readInline(ingest(paths), read)) {
    if ('failure' in outcome) {
      const { path, code, message } = outcome.failure;
      if (code === 'fault') unread.push(`${path}: ${message}`);
      continue;
    }
    const { document, reading } = outcome;
    digests.push(document.text_sha256);
    for (const fault of checkExactness(document.text, reading, tally)) {
      const { path } = document.origin;
      faults.push({ ...fault, path, words: fault.span ? document.text.slice(fault.span.start, fault.span.end) : '' });
    }
  }
  const column = { name, reports: digests.length, unread, digest: digestOf(digests), figures: tally.figures() };
  return { column, faults };
}

/** Reads by the codebook, and as PolNeAR's annotators mark: every attribution, nothing trimmed and nothing nested. */
export interface Readers {
  readonly read: Reader;
  readonly asMarked: Reader;
}

/** The two readers of the program as it ships. */
export function readersOf(resources: Resources): Readers {
  const attribute = { ...resources.attribute, guideline: 'polnear' as const };
  return { read: createReader(resources), asMarked: createReader({ ...resources, attribute }) };
}

/** Scores the corpora asked for, as far as they are there. */
export async function measure({ read, asMarked }: Readers, only: readonly Corpus[]): Promise<Measured> {
  const columns: Column[] = [];
  const beside: Beside[] = [];
  const faults: LocatedFault[] = [];
  const absent: string[] = [];
  const there = (path: string): string | null => {
    const whole = shared(path);
    if (whole === null) absent.push(`../shared/${path}`);
    return whole;
  };
  if (only.includes('samples')) {
    const golds = readGold(SAMPLE_GOLD);
    const scored = goldColumn('samples', golds, await readAll(pathsOf(golds), read));
    columns.push(scored.column);
    beside.push(...scored.beside);
  }
  const gold = only.includes('gold') ? there('gold') : null;
  if (gold !== null) {
    const golds = readGold(gold);
    const readings = await readAll(pathsOf(golds), read);
    const part = (aside: boolean): readonly GoldReading[] => golds.filter((g) => g.aside === aside);
    const working = goldColumn('gold, working', part(false), readings);
    columns.push(goldColumn('gold', golds, readings).column, working.column);
    columns.push(goldColumn('gold, aside', part(true), readings).column);
    beside.push(...working.beside);
    const rename = renamer(inventedNames());
    const renamed = golds.map((g) => renameGold(g, rename));
    const reread = await readAll(['-'], read, renamedLines(golds, rename));
    columns.push(goldColumn('gold, renamed', renamed, reread).column);
  }
  const news = only.includes('fresh') ? there('news') : null;
  if (news !== null && existsSync(READINGS)) {
    const golds = readGold(READINGS, SHARED);
    const readings = await readAll(pathsOf(golds), read);
    const part = (aside: boolean): readonly GoldReading[] => golds.filter((g) => g.aside === aside);
    const working = goldColumn('fresh, working', part(false), readings);
    columns.push(working.column, goldColumn('fresh, aside', part(true), readings).column);
    beside.push(...working.beside);
  }
  if (only.includes('unheard')) {
    const { golds, lines } = readUnheard(UNHEARD);
    const readings = await readAll(['-'], read, lines());
    const part = (name: string, aside: boolean) =>
      goldColumn(
        name,
        golds.filter((g) => g.aside === aside),
        readings,
        scoreParties,
      );
    const working = part('unheard, working', false);
    columns.push(working.column, part('unheard, aside', true).column);
    beside.push(...working.beside);
  }
  const dev = only.includes('polnear') ? there('polnear/dev') : null;
  if (dev !== null) {
    const texts = readAnnotated(dev);
    columns.push(annotatedColumn('polnear dev, as marked', texts, await readAll(pathsOf(texts), asMarked)));
    columns.push(annotatedColumn('polnear dev', texts, await readAll(pathsOf(texts), read)));
  }
  if (only.includes('exact')) {
    const news = there('news');
    const sets: [string, string][] = [['exact, samples', SAMPLE_REPORTS]];
    if (news !== null) sets.push(['exact, news', news]);
    for (const [name, folder] of sets) {
      const checked = await exactColumn(name, [folder], read);
      columns.push(checked.column);
      faults.push(...checked.faults);
    }
  }
  return { columns, beside, faults, absent };
}

const pathsOf = (of: readonly { readonly path: string }[]): string[] => [...new Set(of.map((x) => x.path))];
