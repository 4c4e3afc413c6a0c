import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { orderIn } from '../article/dates.ts';
import { documentFromText } from '../document.ts';
import { IngestError } from '../error.ts';
import { Fields, readFields } from '../fields.ts';
import { type FileContext, failureAt, type Source, type Taken } from './reader.ts';
import { decodedStream } from './text-stream.ts';
import { noReport } from './xml.ts';

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}
const load = createRequire(import.meta.url);

/** Longest row. */
const longest = 16 * 1024 * 1024;
const marks = [',', '\t', ';', '|'] as const;

/** The mark between the fields of a head line: the one that parts it most often outside quotes. */
export function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/gu, '');
  const count = (mark: string): number => bare.split(mark).length;
  return marks.reduce<string>((best, mark) => (count(mark) > count(best) ? mark : best), marks[0]);
}

/**
 * Tables (CSV as RFC 4180 and near it, TSV): a report a row. The first row names the fields; which of them is the text, the
 * title and so on is guessed by their names and told.
 */
export async function* readTable(source: Source, context: FileContext): AsyncGenerator<Taken> {
  const head = new TextDecoder('utf-8').decode(await source.bytes.head(8192)).replace(/^\ufeff/u, '');
  const { parse } = load('csv-parse') as typeof import('csv-parse');
  const words = Readable.from(decodedStream(source.bytes.stream()));
  const parser = words.pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(head.split(/\r?\n/u)[0] ?? ''),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longest,
    }),
  );
  words.on('error', (error) => parser.destroy(error));
  let names: readonly string[] | null = null;
  let map: ReturnType<Fields['of']> = {};
  const lexicon = context.lexicon();
  const fields = new Fields(context, source.origin);
  // Dates that can be read in one way only tell how the others are meant.
  const dayFirst = orderIn(head);
  let toldOfDates = false;
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      const { record, info } = row;
      if (names === null) {
        names = record.map((name) => name.trim());
        map = fields.of(names);
        if (map.text === undefined && map.summary === undefined) {
          const found = names.slice(0, 8).join(', ').slice(0, 200);
          yield* noReport(
            source,
            context,
            `No field of this table (${found}) is known for the text of a report. Name it "text" in the first row.`,
          );
          return;
        }
        continue;
      }
      context.budget.entry();
      const raw = Object.fromEntries(names.map((name, i) => [name, record[i] ?? '']));
      const { text, meta } = readFields(raw, map, lexicon, dayFirst);
      // The line where the row ends: rows may go over several.
      const origin = { ...source.origin, line: info.lines };
      if (text === null || text.trim() === '') {
        yield failureAt(origin, 'no-text', 'This row has no text. The other rows are read.');
        continue;
      }
      if (!toldOfDates && /^\d\d?\/\d\d?\/\d+/u.test(meta.published ?? '')) {
        toldOfDates = true;
        const example = meta.published!.slice(0, 10);
        const message = `Dates such as ${example} can be read in two ways, so they are left out. Write them as 2031-02-05.`;
        context.tell({ ...source.origin, code: 'dates', message });
      }
      yield { document: documentFromText(text, origin, { ...source.known, ...meta }) };
    }
  } catch (cause) {
    if (!('code' in (cause as Error)) || !String((cause as { code: unknown }).code).startsWith('CSV_')) throw cause;
    throw new IngestError(
      'damaged',
      `The table is damaged (${(cause as Error).message.slice(0, 200)}). The rows before are read; mend it there.`,
    );
  } finally {
    words.destroy();
    parser.destroy();
  }
  if (names === null) throw new IngestError('empty', 'There are no rows in this table.');
}
