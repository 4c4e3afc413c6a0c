import { decodePage } from '../article/charset.ts';
import { documentFromText } from '../document.ts';
import { IngestError } from '../error.ts';
import { Fields } from '../fields.ts';
import { isObject } from '../jsonl.ts';
import { type Context, failureAt, type Ingested, inside, type Source } from './reader.ts';
import { noReport } from './xml.ts';

/** The objects in some JSON that may be reports: itself, its items, or the items of the one list that it holds. */
function objectsIn(raw: unknown): readonly unknown[] {
  if (Array.isArray(raw)) return raw;
  if (!isObject(raw)) return [];
  const lists = Object.values(raw).filter((v): v is readonly unknown[] => Array.isArray(v) && v.some(isObject));
  return lists.length === 1 && typeof raw['text'] !== 'string' ? lists[0]! : [raw];
}

/** A file of JSON: a report for each object of its list, or one for a single object. */
export async function* readJson(source: Source, context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(context.budget.limits.document, 'The file');
  let raw: unknown;
  try {
    raw = JSON.parse(decodePage(bytes, 'utf-8').text);
  } catch (cause) {
    throw new IngestError('not-json', `It is not JSON (${(cause as Error).message.slice(0, 200)}). Correct it.`);
  }
  const objects = objectsIn(raw);
  const fields = new Fields(source.named ? context : { ...context, tell: () => {} }, source.origin);
  const readings = objects.map((o) => (isObject(o) ? fields.read(o) : null));
  if (!readings.some((r) => r !== null && r.text !== null)) {
    yield* noReport(
      source,
      context,
      'This is JSON, but none of its objects has a text. Put each report\'s under "text".',
    );
    return;
  }
  for (const [i, reading] of readings.entries()) {
    context.budget.entry();
    const origin = objects.length === 1 ? source.origin : inside(source.origin, `item ${i + 1}`);
    if (reading === null || reading.text === null) {
      yield failureAt(origin, 'no-text', 'It has no text. The other items are read.');
    } else yield { document: documentFromText(reading.text, origin, { ...source.known, ...reading.meta }) };
  }
}
