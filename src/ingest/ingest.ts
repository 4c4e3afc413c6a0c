import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Origin } from '../record.ts';
import type { Metadata } from './document.ts';
import { IngestError } from './error.ts';
import { inPlainWords } from './error-words.ts';
import { Bytes } from './formats/bytes.ts';
import { readLeaf, settle } from './formats/leaf.ts';
import { Budget, LIMITS, LimitError, type Limits } from './formats/limits.ts';
import { readSource } from './formats/read.ts';
import { type FileContext, failureAt, type Ingested, type Notice, type Source, type Taken } from './formats/reader.ts';
import { type IngestLexicon, NO_LEXICON } from './lexicon.ts';
import { mediaType } from './media-type.ts';
import { type Found, filesOf, holdsMany } from './paths.ts';
import { Sidecars, sidecarName } from './sidecar.ts';

export { type LeafRead, readLeaf, settle } from './formats/leaf.ts';
export type { Deferred, Failure, Ingested, Leaf, Notice, Taken } from './formats/reader.ts';

export interface IngestOptions {
  /** Hears of what costs no report. */
  readonly onNotice?: (notice: Notice) => void;
  /** Hears how many bytes have been read so far, for progress. */
  readonly onBytes?: (bytes: number) => void;
  /** What `-` stands for; standard input if it is left out. */
  readonly input?: AsyncIterable<Uint8Array>;
  /**
   * Words of tables and web pages (`loadIngestLexicon` of src/data), asked for when the first such file is met. Without
   * it, only fields by our own names are known, and pages are read by their structure alone.
   */
  readonly lexicon?: () => IngestLexicon;
  readonly limits?: Limits;
}

/** Files up to this size are read in one go. */
const small = 1024 * 1024;

/**
 * Takes in reports from files, folders (all below them, in order of name) and `-` for standard input, one at a time.
 * What a file is, its content says: a text, a page, a feed, an archive of them (docs/formats.md). Files that hold many
 * reports are streamed. Nothing is thrown for a bad report: it is a failure among the others.
 */
export const ingest = (paths: readonly string[], options: IngestOptions = {}): AsyncGenerator<Ingested> =>
  readHere(gather(paths, options));

/**
 * The same, but what can be read by itself (a page, a PDF, a message) is handed on with its bytes, to be read by
 * `readLeaf` wherever there is time, and to be given to `settle` in the order in which it came.
 */
export async function* gather(paths: readonly string[], options: IngestOptions = {}): AsyncGenerator<Taken> {
  const tell = (notice: Notice): void => options.onNotice?.(notice);
  const counter = new Counter(options.onBytes);
  const sidecars = new Sidecars((path, line, message) => {
    tell({ path, line: line > 0 ? line : null, code: 'sidecar', message });
  });
  for (const path of paths) {
    if (path === '-') {
      const origin = { path, line: null };
      yield* guarded(sourceOf(new Bytes(counter.watch(options.input ?? process.stdin)), origin), options);
      continue;
    }
    let skipped = 0;
    let example = '';
    const ends = new Set<string>();
    for await (const step of filesOf(path)) {
      if ('skipped' in step) {
        if (skipped++ === 0) example = step.skipped;
        ends.add(extname(step.skipped).toLowerCase());
      } else if ('file' in step) {
        yield* fromFile(step.file, sidecars, counter, options);
      } else {
        yield { failure: { path: step.path, line: null, code: step.code, message: step.message } };
      }
    }
    if (skipped > 0) {
      const what = `${skipped} other ${skipped === 1 ? 'file' : 'files'} in it (${endsInWords(ends)}) passed over`;
      const message = `${what}, such as ${example}: no text, page, feed, PDF, message, table or archive by its name. A file that is named itself is read whatever it is called.`;
      tell({ path, line: null, code: 'skipped', message });
    }
  }
}

/** How many endings of names are told. */
const endsTold = 6;

function endsInWords(ends: ReadonlySet<string>): string {
  const list = [...ends].map((end) => end || 'no ending').sort();
  return `${list.slice(0, endsTold).join(', ')}${list.length > endsTold ? ', …' : ''}`;
}

/** Reads in this thread what was handed on unread, one after another. */
export async function* readHere(taken: AsyncIterable<Taken>): AsyncGenerator<Ingested> {
  for await (const one of taken) {
    if ('leaf' in one) yield* settle(one, await readLeaf(one.leaf, one.file.lexicon, one.file.budget.limits));
    else yield one;
  }
}

/** What is known of bytes that were not read from a file: fetched, or handed over. */
export interface Given {
  /** The name of a file, for what the content leaves open. */
  readonly name?: string;
  /** Media type and encoding, as the transport gives them: `text/html; charset=iso-8859-1`. */
  readonly contentType?: string;
  readonly known?: Partial<Metadata>;
}

/** Reports from bytes at hand, whatever their format: a page that was fetched, a file that was dropped on the desk. */
export const ingestBytes = (
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  origin: Origin,
  given: Given = {},
  options: Omit<IngestOptions, 'input'> = {},
): AsyncGenerator<Ingested> => readHere(gatherBytes(bytes, origin, given, options));

/** The same, with what can be read by itself handed on unread, as by `gather`. */
export async function* gatherBytes(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  origin: Origin,
  given: Given = {},
  options: Omit<IngestOptions, 'input'> = {},
): AsyncGenerator<Taken> {
  const { type, charset } = mediaType(given.contentType ?? '');
  const source = sourceOf(bytes instanceof Uint8Array ? Bytes.of(bytes) : new Bytes(bytes), origin);
  const named = { ...source, name: given.name ?? origin.path, type, charset, known: given.known ?? {} };
  yield* guarded(named, options);
}

const sourceOf = (bytes: Bytes, origin: Origin): Source => ({
  bytes,
  origin,
  name: '',
  known: {},
  type: null,
  charset: null,
  file: null,
  depth: 0,
  named: true,
});

/** Reads one file, however deep, within its limits. */
async function* guarded(source: Source, options: IngestOptions): AsyncGenerator<Taken> {
  const budget = new Budget(options.limits ?? LIMITS);
  const bytes = new Bytes(
    (async function* () {
      for await (const piece of source.bytes.stream()) {
        budget.read(piece.length);
        yield piece;
      }
    })(),
  );
  const context: FileContext = {
    budget,
    origin: source.origin,
    lexicon: options.lexicon ?? (() => NO_LEXICON),
    tell: (notice) => options.onNotice?.(notice),
    open: (inner) => readSource(inner, context),
  };
  try {
    yield* readSource({ ...source, bytes }, context);
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    // Where its parts were too much, that is told when they are read.
    if (budget.isOver) return;
    yield failureAt(source.origin, error.code, error.message);
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

async function* fromFile(
  file: Found,
  sidecars: Sidecars,
  counter: Counter,
  options: IngestOptions,
): AsyncGenerator<Taken> {
  const { path } = file;
  const origin = { path, line: null };
  if (basename(path) === sidecarName) {
    const remedy = 'Give those, or their folder.';
    const message = `This file holds what is known about the reports beside it, not reports. ${remedy}`;
    yield failureAt(origin, 'metadata', message);
    return;
  }
  const known = await sidecars.of(path);
  let bytes: Bytes;
  try {
    bytes = file.bytes > 0 && file.bytes <= small ? Bytes.of(await readFile(path)) : new Bytes(createReadStream(path));
  } catch (error) {
    const { code, message } = inPlainWords(error instanceof Error ? error : new IngestError('unreadable', ''));
    yield failureAt(origin, code, message);
    return;
  }
  const watched = new Bytes(counter.watch(bytes.stream()));
  const source = { ...sourceOf(watched, origin), name: basename(path), known, file: path, named: file.named };
  yield* guarded(source, options);
}

/** How much there is to read: reports where it can be known, and bytes; `null` for unknown. */
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
      if (holdsMany(step.file.path)) reports = null;
      else if (reports !== null) reports++;
    }
  }
  return { reports, bytes };
}
