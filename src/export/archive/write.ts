/**
 * A whole case as one stream of JSON lines, to be handed on or put away: a head, the case file, every report with its
 * text and reading, the ledger from its first line, and an end that tells how much there must have been.
 *
 * What is in it depends on the case alone, not on when or in what order it was filled: reports stand in the order of
 * their digests. The record is not in it, since it is made of these.
 */
import type { Store } from '../../store/store.ts';
import { sha256 } from '../../text/digest.ts';
import { everyRow } from '../case/record-of.ts';
import { jsonLine } from '../json-lines.ts';
import { documentOf } from './documents.ts';

/** What the head says it is, and the form; a reader refuses forms that it does not know. */
export const ARCHIVE = { is: 'rapporteur-archive', form: 1 } as const;

/** Chains digests line by line, so that no archive need be held to be checked. */
export const chained = (before: string, line: string): string => sha256(`${before}\n${line}`);

export interface ArchiveParts {
  /** The text of case.yaml, with its comments. */
  readonly yaml: string;
  /** The case's own GeoJSON files. */
  readonly maps: readonly { readonly name: string; readonly text: string }[];
}

export async function* archiveOf(store: Store, { yaml, maps }: ArchiveParts): AsyncGenerator<string> {
  let digest = '';
  const line = (value: object): string => {
    const text = jsonLine(value);
    digest = chained(digest, text);
    return `${text}\n`;
  };
  yield line(ARCHIVE);
  yield line({ is: 'case', yaml, maps });
  const ids: string[] = [];
  for await (const { id } of everyRow((filter) => store.reports(filter))) ids.push(id);
  ids.sort();
  let reports = 0;
  for (const id of ids) {
    const whole = await store.report(id);
    if (!whole) continue;
    reports++;
    yield line({ is: 'report', document: documentOf(whole), reading: whole.reading });
  }
  const ledger = [];
  for await (const { judgement } of everyRow((page) => store.judgements(page))) ledger.push(judgement);
  for (const judgement of ledger.reverse()) yield line({ is: 'judgement', judgement });
  yield `${jsonLine({ is: 'end', reports, judgements: ledger.length, digest })}\n`;
}
