import { inPlainWords } from '../error-words.ts';
import { LimitError } from './limits.ts';
import { type Context, failureAt, type Ingested, type Reader, type Source } from './reader.ts';
import { type Format, LOOKED, sniff } from './sniff.ts';

/** The reader of each format, loaded when the first such file is met: texts need none of their libraries. */
const readers: Readonly<Record<Format, () => Promise<Reader>>> = {
  text: async () => (await import('./text.ts')).readText,
  lines: async () => (await import('./lines.ts')).readLines,
  html: async () => (await import('./html.ts')).readHtml,
  mhtml: async () => (await import('./mhtml.ts')).readMhtml,
  feed: async () => (await import('./feed.ts')).readFeed,
  'json-feed': async () => (await import('./json-feed.ts')).readJsonFeed,
  opml: async () => (await import('./opml.ts')).readOpml,
  warc: async () => (await import('./warc.ts')).readWarc,
  pdf: async () => (await import('./pdf.ts')).readPdf,
  office: async () => (await import('./office.ts')).readOffice,
  zip: async () => (await import('./zip.ts')).readZip,
  tar: async () => (await import('./tar.ts')).readTar,
  gzip: async () => (await import('./gzip.ts')).readGzip,
  zstd: async () => (await import('./gzip.ts')).readZstd,
  eml: async () => (await import('./eml.ts')).readEml,
  mbox: async () => (await import('./mbox.ts')).readMbox,
  table: async () => (await import('./table.ts')).readTable,
  json: async () => (await import('./json.ts')).readJson,
  xml: async () => (await import('./xml.ts')).readXml,
  unreadable: async () => (await import('./text.ts')).readText,
};

/**
 * Reads whatever a source holds: known by its content, read by the reader of its format. A report that cannot be read is
 * a failure among the others; only a {@link LimitError}, which ends the whole file, is thrown.
 */
export async function* readSource(source: Source, context: Context): AsyncGenerator<Ingested> {
  try {
    const head = await source.bytes.head(LOOKED);
    const reader = await readers[sniff(head, source.name, source.type)]();
    yield* reader(source, context);
  } catch (error) {
    if (error instanceof LimitError) throw error;
    const { code, message } = inPlainWords(error);
    yield failureAt(source.origin, code, message);
  } finally {
    await source.bytes.close();
  }
}
