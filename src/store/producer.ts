import type { Reading } from '../record.ts';
import { idOf } from '../text/digest.ts';

const made = new WeakMap<Reading['producer'], string>();

/** The form of readings. It is raised where they hold more than before, so that a case knows which of its own lack it. */
const FORM = 'filed';

/** A digest of the version of the program and its models: two readings of one text by the same are the same. */
export function producerOf(producer: Reading['producer']): string {
  const known = made.get(producer);
  if (known !== undefined) return known;
  const models = Object.entries(producer.models).sort(([a], [b]) => (a < b ? -1 : 1));
  const id = idOf(FORM, producer.version, ...models.flat());
  made.set(producer, id);
  return id;
}
