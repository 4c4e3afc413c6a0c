import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Document } from '../record.ts';
import { documentFromBytes, type Metadata } from './document.ts';
import { IngestError } from './error.ts';
import { isObject, reportsOf } from './jsonl.ts';
import { type Found, filesOf, inPlainWords, isLines } from './paths.ts';
import { Sidecars, sidecarName } from './sidecar.ts';

/** A report that could not be taken in: which, why, and what to do about it. */
export interface Failure {
  /** As named by the user, or found below it; `-` is standard input. */
  readonly path: string;
  /** The line of a JSONL file, from 1; `null` where it is the whole file. */
  readonly line: number | null;
  readonly code: string;
  readonly message: string;
}

export type Ingested = { readonly document: Document } | { readonly failure: Failure };

/** Something that the user may want to know and that costs no report. */
export interface Notice {
  readonly path: string;
  readonly line: number | null;
  /** `skipped`: files in a folder that are no reports; `sidecar`: a line of metadata that cannot be read. */
  readonly code: 'skipped' | 'sidecar';
  readonly message: string;
}

export interface IngestOptions {
  /** Hears of what costs no report. */
  readonly onNotice?: (notice: Notice) => void;
  /** Hears how many bytes have been read so far, for progress. */
  readonly onBytes?: (bytes: number) => void;
  /** What `-` stands for; standard input if it is left out. */
  readonly input?: AsyncIterable<Uint8Array>;
}

/** A text may not be longer than a string can be. */
const largest = 400 * 1024 * 1024;

/**
 * Takes in reports from files, folders (all below them, in order of name) and `-` for standard input, one at a time.
 * A file that ends in .jsonl or .ndjson holds a report a line and is streamed; any other is one report. Nothing is
 * thrown for a bad report: it is a failure among the others.
 */
export async function* ingest(paths: readonly string[], options: IngestOptions = {}): AsyncGenerator<Ingested> {
  const counter = new Counter(options.onBytes);
  const sidecars = new Sidecars((path, line, message) => {
    options.onNotice?.({ path, line: line > 0 ? line : null, code: 'sidecar', message });
  });
  for (const path of paths) {
    if (path === '-') {
      yield* fromStream(counter.watch(options.input ?? process.stdin), '-');
      continue;
    }
    let skipped = 0;
    let example = '';
    for await (const step of filesOf(path)) {
      if ('skipped' in step) {
        if (skipped++ === 0) example = step.skipped;
      } else if ('file' in step) {
        yield* fromFile(step.file, sidecars, counter);
      } else {
        yield { failure: { path: step.path, line: null, code: step.code, message: step.message } };
      }
    }
    if (skipped > 0) {
      const message = `${skipped} other ${skipped === 1 ? 'file' : 'files'} in it passed over, as ${example}: reports are .txt, .text, .md, .jsonl or .ndjson.`;
      options.onNotice?.({ path, line: null, code: 'skipped', message });
    }
  }
}

/** Adds up bytes as they are read. */
class Counter {
  #sum = 0;
  readonly #tell: ((bytes: number) => void) | undefined;
  constructor(tell: ((bytes: number) => void) | undefined) {
    this.#tell = tell;
  }
  add(bytes: number): void {
    this.#sum += bytes;
    this.#tell?.(this.#sum);
  }
  async *watch(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.add(chunk.length);
      yield chunk;
    }
  }
}

async function* fromFile(file: Found, sidecars: Sidecars, counter: Counter): AsyncGenerator<Ingested> {
  const { path } = file;
  const fail = (error: unknown): Ingested => ({ failure: { path, line: null, ...inPlainWords(error) } });
  if (basename(path) === sidecarName) {
    yield fail(
      new IngestError(
        'metadata',
        'This file holds what is known about the reports beside it, not reports. Give those, or their folder.',
      ),
    );
    return;
  }
  const known = await sidecars.of(path);
  if (isLines(path)) {
    yield* fromLines(counter.watch(createReadStream(path)), path, known);
    return;
  }
  if (file.bytes > largest) {
    yield fail(
      new IngestError(
        'too-large',
        'It is larger than 400 MB, which is no report. Split it, or give its reports as .jsonl.',
      ),
    );
    return;
  }
  let outcome: Ingested;
  try {
    const bytes = await readFile(path);
    counter.add(bytes.length);
    outcome = { document: documentFromBytes(bytes, { path, line: null }, known) };
  } catch (error) {
    outcome = fail(error);
  }
  yield outcome;
}

async function* fromLines(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  known: Partial<Metadata>,
): AsyncGenerator<Ingested> {
  let any = false;
  try {
    for await (const line of reportsOf(chunks, path, known)) {
      any = true;
      if ('document' in line) yield { document: line.document };
      else yield { failure: { path, line: line.line, code: line.code, message: line.message } };
    }
  } catch (error) {
    any = true;
    yield { failure: { path, line: null, ...inPlainWords(error) } };
  }
  if (!any) {
    yield {
      failure: {
        path,
        line: null,
        code: 'empty',
        message: 'There is no report in it. Check that the file was saved whole.',
      },
    };
  }
}

/** Standard input: a report a line where the first line is a JSON object, else one report. */
async function* fromStream(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Ingested> {
  const held: Uint8Array[] = [];
  let length = 0;
  const source = chunks[Symbol.asyncIterator]();
  // Without `return`, so that leaving the first loop does not close the stream that the second reads on.
  const rest: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) };
  try {
    let lines = false;
    let decided = false;
    for await (const chunk of rest) {
      held.push(chunk);
      length += chunk.length;
      if (!decided && (length === chunk.length || chunk.includes(10))) {
        const head = firstLine(held);
        decided = head.whole || !head.words.startsWith('{');
        lines = decided && isObjectLine(head.words);
        if (lines) break;
      }
      if (length > largest) {
        throw new IngestError('too-large', 'It is larger than 400 MB, which is no report. Give its reports as .jsonl.');
      }
    }
    if (lines || (!decided && isObjectLine(firstLine(held).words))) {
      yield* fromLines(after(held, rest), path, {});
      return;
    }
    yield { document: documentFromBytes(Buffer.concat(held), { path, line: null }) };
  } catch (error) {
    yield { failure: { path, line: null, ...inPlainWords(error) } };
  }
}

async function* after(held: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* held;
  yield* rest;
}

/** The first line, and whether it has ended. */
function firstLine(held: readonly Uint8Array[]): { words: string; whole: boolean } {
  const text = new TextDecoder().decode(Buffer.concat(held)).trimStart();
  const end = text.indexOf('\n');
  return { words: end < 0 ? text : text.slice(0, end), whole: end >= 0 };
}

function isObjectLine(words: string): boolean {
  if (!words.startsWith('{')) return false;
  try {
    return isObject(JSON.parse(words));
  } catch {
    return false;
  }
}

/** How much there is to read: reports where it can be known (JSONL is not counted), and bytes; `null` for unknown. */
export async function count(paths: readonly string[]): Promise<{ reports: number | null; bytes: number | null }> {
  let reports: number | null = 0;
  let bytes: number | null = 0;
  for (const path of paths) {
    if (path === '-') {
      reports = null;
      bytes = null;
      continue;
    }
    for await (const step of filesOf(path)) {
      if (!('file' in step)) continue;
      if (bytes !== null) bytes += step.file.bytes;
      if (isLines(step.file.path)) reports = null;
      else if (reports !== null) reports++;
    }
  }
  return { reports, bytes };
}
