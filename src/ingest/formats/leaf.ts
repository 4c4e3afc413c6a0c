import { inPlainWords } from '../error-words.ts';
import type { IngestLexicon } from '../lexicon.ts';
import { Bytes } from './bytes.ts';
import { Budget, type Limits } from './limits.ts';
import {
  type Deferred,
  type FileContext,
  failureAt,
  type Ingested,
  type Leaf,
  type LeafFormat,
  type LeafReader,
  type Notice,
  type Source,
} from './reader.ts';

/** A text may not be longer than a string can be. */
const longestText = 400 * 1024 * 1024;

interface Kind {
  /** Loaded when the first such file is met: texts need none of the libraries. */
  readonly load: () => Promise<LeafReader>;
  readonly what: string;
  readonly most: (limits: Limits) => number;
}
const kind = (load: Kind['load'], what: string, most: Kind['most']): Kind => ({ load, what, most });
const text = kind(
  async () => (await import('./text.ts')).readText,
  'It',
  () => longestText,
);

const kinds: Readonly<Record<LeafFormat, Kind>> = {
  text,
  unreadable: text,
  html: kind(
    async () => (await import('./html.ts')).readHtml,
    'The page',
    (l) => l.page,
  ),
  mhtml: kind(
    async () => (await import('./mhtml.ts')).readMhtml,
    'The page',
    (l) => l.document,
  ),
  feed: kind(
    async () => (await import('./feed.ts')).readFeed,
    'The feed',
    (l) => l.page,
  ),
  'json-feed': kind(
    async () => (await import('./json-feed.ts')).readJsonFeed,
    'The feed',
    (l) => l.page,
  ),
  opml: kind(
    async () => (await import('./opml.ts')).readOpml,
    'The list',
    (l) => l.page,
  ),
  pdf: kind(
    async () => (await import('./pdf.ts')).readPdf,
    'The PDF',
    (l) => l.document,
  ),
  office: kind(
    async () => (await import('./office.ts')).readOffice,
    'The document',
    (l) => l.document,
  ),
  eml: kind(
    async () => (await import('./eml.ts')).readEml,
    'The message',
    (l) => l.document,
  ),
  json: kind(
    async () => (await import('./json.ts')).readJson,
    'The file',
    (l) => l.document,
  ),
};

export const isLeaf = (format: string): format is LeafFormat => Object.hasOwn(kinds, format);

/** Takes the bytes of a part. Throws an `IngestError` where there are too many, or what their source throws. */
export async function leafOf(source: Source, format: LeafFormat, file: FileContext): Promise<Deferred> {
  const { origin, name, known, type, charset, depth, named } = source;
  const { what, most } = kinds[format];
  const bytes = await source.bytes.all(most(file.budget.limits), what);
  return {
    leaf: { format, bytes, origin, name, known, type, charset, depth, named },
    file,
    read: file.budget.bytesRead,
  };
}

/** What reading a part came to. Plain data. */
export interface LeafRead {
  readonly taken: readonly Ingested[];
  readonly notices: readonly Notice[];
  /** Bytes that it unpacked to. */
  readonly unpacked: number;
}

/** Reads a part by itself, within limits of its own. Throws nothing for a bad one: that is a failure. */
export async function readLeaf(leaf: Leaf, lexicon: () => IngestLexicon, limits: Limits): Promise<LeafRead> {
  const taken: Ingested[] = [];
  const notices: Notice[] = [];
  const budget = new Budget(limits);
  budget.read(leaf.bytes.length);
  try {
    const read = await kinds[leaf.format].load();
    const context = { budget, lexicon, tell: (notice: Notice) => void notices.push(notice) };
    for await (const one of read({ ...leaf, bytes: Bytes.of(leaf.bytes), file: null }, context)) taken.push(one);
  } catch (error) {
    const { code, message } = inPlainWords(error);
    taken.push(failureAt(leaf.origin, code, message));
  }
  return { taken, notices, unpacked: budget.bytesUnpacked };
}

/**
 * Adds what reading a part came to to its file; parts must come here in the order in which they were found. Where the parts
 * of a file unpack to too much together, it ends there, and what follows of it counts for nothing.
 */
export function settle({ file, read }: Deferred, { taken, notices, unpacked }: LeafRead): readonly Ingested[] {
  const { budget, origin, tell } = file;
  if (budget.isOver) return [];
  try {
    budget.unpackedInPart(unpacked, read);
  } catch (error) {
    const { code, message } = inPlainWords(error);
    return [failureAt(origin, code, message)];
  }
  for (const notice of notices) tell(notice);
  return taken;
}
