import { inPlainWords } from '../error-words.ts';
import { isLeaf, leafOf } from './leaf.ts';
import { LimitError } from './limits.ts';
import { type FileContext, failureAt, type LeafFormat, type Reader, type Source, type Taken } from './reader.ts';
import { type Format, LOOKED, sniff } from './sniff.ts';

/** The readers of what holds many reports, loaded when the first such file is met. */
const readers: Readonly<Record<Exclude<Format, LeafFormat>, () => Promise<Reader>>> = {
  lines: async () => (await import('./lines.ts')).readLines,
  warc: async () => (await import('./warc.ts')).readWarc,
  zip: async () => (await import('./zip.ts')).readZip,
  tar: async () => (await import('./tar.ts')).readTar,
  gzip: async () => (await import('./gzip.ts')).readGzip,
  zstd: async () => (await import('./gzip.ts')).readZstd,
  mbox: async () => (await import('./mbox.ts')).readMbox,
  table: async () => (await import('./table.ts')).readTable,
  xml: async () => (await import('./xml.ts')).readXml,
};

/**
 * Opens whatever a source holds: known by its content, read by the reader of its format, or handed on with its bytes where
 * it is a part to be read by itself. What cannot be read is a failure among the others; only a {@link LimitError}, which
 * ends the whole file, is thrown.
 */
export async function* readSource(source: Source, context: FileContext): AsyncGenerator<Taken> {
  try {
    const format = sniff(await source.bytes.head(LOOKED), source.name, source.type);
    if (isLeaf(format)) yield await leafOf(source, format, context);
    else yield* (await readers[format]())(source, context);
  } catch (error) {
    if (error instanceof LimitError) throw error;
    const { code, message } = inPlainWords(error);
    yield failureAt(source.origin, code, message);
  } finally {
    await source.bytes.close();
  }
}
