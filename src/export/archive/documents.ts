import type { Ingested } from '../../ingest/ingest.ts';
import type { Document } from '../../record.ts';
import type { ReportWhole, Store } from '../../store/store.ts';
import { everyRow } from '../case/record-of.ts';

/** The report as it was given: its text, and what is known of it. */
export const documentOf = ({ text, reading }: Pick<ReportWhole, 'text' | 'reading'>): Document => ({
  text,
  ...reading.document,
  // Later stages added notes of their own, which another reading makes again.
  notes: reading.notes.filter((note) => note.stage === 'ingest'),
});

/** Every report of a store, to be read again. */
export async function* storedDocuments(store: Store): AsyncGenerator<Ingested> {
  for await (const { id } of everyRow((filter) => store.reports(filter))) {
    const whole = await store.report(id);
    if (whole) yield { document: documentOf(whole) };
  }
}
