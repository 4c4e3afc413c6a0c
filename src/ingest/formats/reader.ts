import type { Document, Origin } from '../../record.ts';
import type { Metadata } from '../document.ts';
import type { IngestLexicon } from '../lexicon.ts';
import type { Bytes } from './bytes.ts';
import type { Budget } from './limits.ts';

/** A report that could not be taken in: which, why, and what to do about it. */
export interface Failure {
  /** As named by the user, or found below it; `-` is standard input. */
  readonly path: string;
  /** The line of a JSONL file, from 1; `null` where it is the whole file. */
  readonly line: number | null;
  /** Where in the file, as {@link Origin} has it. */
  readonly within?: string;
  readonly code: string;
  readonly message: string;
}

export type Ingested = { readonly document: Document } | { readonly failure: Failure };

/** Something that the user may want to know and that costs no report. */
export interface Notice {
  readonly path: string;
  readonly line: number | null;
  readonly within?: string;
  /**
   * `skipped`: files that are no reports; `sidecar`: a line of metadata that cannot be read; `fields`: which fields of a
   * table were taken for what; `feeds`: a list of feeds; `summary`: a feed that gives no whole reports.
   */
  readonly code: string;
  readonly message: string;
}

/** Something to read: bytes, where they stand, and what is known of them from outside. */
export interface Source {
  readonly bytes: Bytes;
  readonly origin: Origin;
  /** The name of the file or member, for what its content leaves open. */
  readonly name: string;
  /** What the sidecar, the transport or the archive tells. */
  readonly known: Partial<Metadata>;
  /** The media type as the transport gives it (`text/html`), lower case, without parameters; `null` for none. */
  readonly type: string | null;
  /** The encoding as the transport gives it; `null` for none. */
  readonly charset: string | null;
  /** The file on disk that the bytes are, where they are one: it can be read from any place. */
  readonly file: string | null;
  /** How many archives it lies in. */
  readonly depth: number;
  /** Whether it was named by the user, not found in a folder or archive: then it is read whatever it looks like. */
  readonly named: boolean;
}

/** What readers share. */
export interface Context {
  readonly budget: Budget;
  readonly lexicon: () => IngestLexicon;
  readonly tell: (notice: Notice) => void;
}

/** Formats that are read whole and hold no other files: such a part can be read in any order, and in any thread. */
export type LeafFormat =
  | 'text'
  | 'unreadable'
  | 'html'
  | 'mhtml'
  | 'feed'
  | 'json-feed'
  | 'opml'
  | 'pdf'
  | 'office'
  | 'eml'
  | 'json';

/** A part with all its bytes and all that is known of it. Plain data: it may go to another thread. */
export interface Leaf {
  readonly format: LeafFormat;
  readonly bytes: Uint8Array;
  readonly origin: Origin;
  readonly name: string;
  readonly known: Partial<Metadata>;
  readonly type: string | null;
  readonly charset: string | null;
  readonly depth: number;
  readonly named: boolean;
}

/** A part that was found and not read yet, and the file that it is of. */
export interface Deferred {
  readonly leaf: Leaf;
  readonly file: FileContext;
  /** How many bytes of the file had been read when it was found. */
  readonly read: number;
}

/** What reading comes to, in the order of the file: reports, failures, and parts to be read where there is time. */
export type Taken = Ingested | Deferred;

/** What all readers of one file share. */
export interface FileContext extends Context {
  readonly origin: Origin;
  /** Opens what was found inside, whatever it is; never throws but for a limit of the whole file. */
  readonly open: (source: Source) => AsyncGenerator<Taken>;
}

/** A reader of one format that holds one report, or several in a few bytes. What it throws costs the source. */
export type LeafReader = (source: Source, context: Context) => AsyncIterable<Ingested>;

/** A reader of a format that holds many, read piece by piece. What it throws costs the rest of the source. */
export type Reader = (source: Source, context: FileContext) => AsyncIterable<Taken>;

/** The place of a part of a file. */
export const inside = (origin: Origin, part: string): Origin => ({
  path: origin.path,
  line: null,
  within: origin.within === undefined ? part : `${origin.within}!${part}`,
});

/** A part of a source, as a source of its own, one deeper. */
export const partOf = (
  source: Source,
  part: string,
  bytes: Bytes,
  more: Partial<Pick<Source, 'known' | 'type' | 'charset' | 'name'>> = {},
): Source => ({
  bytes,
  origin: inside(source.origin, part),
  name: more.name ?? part,
  known: { ...source.known, ...more.known },
  type: more.type ?? null,
  charset: more.charset ?? null,
  file: null,
  depth: source.depth + 1,
  named: false,
});

export const failureAt = (origin: Origin, code: string, message: string): { readonly failure: Failure } => ({
  failure: { ...origin, code, message },
});
