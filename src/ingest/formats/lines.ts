import { IngestError } from '../error.ts';
import { Fields } from '../fields.ts';
import { reportsOf } from '../jsonl.ts';
import type { FileContext, Source, Taken } from './reader.ts';
import { failureAt } from './reader.ts';

/** A report a line, each an object of JSON. A broken line costs only itself. */
export async function* readLines(source: Source, context: FileContext): AsyncGenerator<Taken> {
  const { origin } = source;
  const fields = new Fields(context, origin);
  let any = false;
  for await (const line of reportsOf(source.bytes.stream(), origin, source.known, fields)) {
    any = true;
    context.budget.entry();
    if ('document' in line) yield { document: line.document };
    else yield failureAt({ ...origin, line: line.line }, line.code, line.message);
  }
  if (!any) {
    throw new IngestError('empty', 'There is no report in it. Check that the file was saved whole.');
  }
}
