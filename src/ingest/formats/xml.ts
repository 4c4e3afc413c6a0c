import { IngestError } from '../error.ts';
import type { Context, FileContext, Ingested, Source, Taken } from './reader.ts';

/** XML of no known form: no report. In a folder it is passed over. */
export async function* readXml(source: Source, context: FileContext): AsyncGenerator<Taken> {
  yield* noReport(
    source,
    context,
    'This is XML, but no page and no feed (RSS, Atom, OPML). Give its texts as .txt, .csv or .jsonl.',
  );
}

/** A file that holds no reports: a failure where it was named, else passed over with a word. */
export function noReport(source: Source, context: Context, message: string): readonly Ingested[] {
  if (source.named) throw new IngestError('no-report', message);
  context.tell({ ...source.origin, code: 'skipped', message });
  return [];
}
