/** Adding reports to an open case, as `init` and `add` do: progress, Ctrl-C, and what is said at the end. */

import { dayOfReport } from '../../consolidate/items.ts';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { harmless } from '../../export/harmless.ts';
import { count } from '../../export/words.ts';
import { count as amountOf, gather, type IngestOptions, type Taken } from '../../ingest/ingest.ts';
import type { Document, Reading } from '../../record.ts';
import { addReports, type Summary } from '../../run/add.ts';
import { textValue, wholeNumber } from '../arguments.ts';
import { DONE, FAILED, type Given, STOPPED } from '../command.ts';
import { onInterrupt } from '../interrupt.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { Bar } from './bar.ts';
import { causesTable, FailureLog } from './failures.ts';
import { Notices } from './notices.ts';
import type { OpenedCase } from './open.ts';

export interface Adding {
  readonly opened: Pick<OpenedCase, 'folder' | 'file' | 'store'>;
  readonly given: Given;
  readonly terminal: Terminal;
  /** What is read: files and folders, or documents that are there already. */
  readonly from: readonly string[] | AsyncIterable<Taken>;
  readonly total?: number;
  readonly consolidate?: boolean;
  readonly onStored?: (document: Document, reading: Reading) => void;
}

export interface Added {
  readonly summary: Summary;
  /** The file that lists what failed. */
  readonly log: string | null;
  /** How many of the reports that were read have no day, in metadata or dateline. */
  readonly undated: number;
}

const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

/** Files, folders and web addresses, addresses last. What fetches is loaded only for addresses. */
async function* sourcesOf(
  paths: readonly string[],
  allowed: readonly string[],
  signal: AbortSignal,
  options: IngestOptions,
): AsyncGenerator<Taken> {
  const local = paths.filter((path) => !isAddress(path));
  if (local.length > 0) yield* gather(local, options);
  const addresses = paths.filter(isAddress);
  if (addresses.length === 0) return;
  const { fetchAll, politeFetcher } = await import('../desk/addresses.ts');
  yield* fetchAll(addresses, politeFetcher(allowed), signal);
}

/** Adds the reports and shows how far it is. */
export async function addWithProgress(adding: Adding): Promise<Added> {
  const { opened, given, terminal, from } = adding;
  const quiet = given.values['quiet'] === true;
  const bar = new Bar(terminal.watched && !quiet ? terminal.tell : null, terminal.errorScreen.width);
  const log = new FailureLog(opened.folder, new Date().toISOString());
  const stopper = new AbortController();
  const release = onInterrupt(() => {
    bar.clear();
    terminal.tell('Stopping after the reports that are being read. Ctrl-C again stops at once.\n');
    stopper.abort();
  });
  const notices = new Notices((line) => {
    if (quiet) return;
    bar.clear();
    terminal.tell(line);
  });
  let bytes = 0;
  let undated = 0;
  const paths = Array.isArray(from) ? (from as readonly string[]) : null;
  const sources =
    paths === null
      ? (from as AsyncIterable<Taken>)
      : sourcesOf(paths, given.lists['allow'] ?? [], stopper.signal, {
          lexicon: loadIngestLexicon,
          onBytes: (sum) => {
            bytes = sum;
          },
          onNotice: (notice) => notices.add(notice),
        });
  const jobs = wholeNumber(given, 'jobs', 0);
  try {
    const summary = await addReports({
      sources,
      store: opened.store,
      issues: opened.file.issues,
      signal: stopper.signal,
      apart: paths?.some(isAddress) ?? false,
      bytesRead: () => bytes,
      onProgress: (progress) => bar.show(progress),
      onFailure: (failure) => log.add(failure),
      ...(jobs === null ? {} : { jobs }),
      onStored: (document, reading) => {
        if (dayOfReport(document, reading.filed) === null) undated++;
        adding.onStored?.(document, reading);
      },
      ...(adding.consolidate === undefined ? {} : { consolidate: adding.consolidate }),
      amount:
        paths !== null && terminal.watched && !quiet && !paths.some(isAddress)
          ? amountOf(paths)
          : Promise.resolve({ reports: adding.total ?? null, bytes: null }),
    });
    return { summary, log: log.path, undated };
  } finally {
    release();
    bar.clear();
    notices.close();
  }
}

/** What a run came to, in words. Counts that are nothing are left out, but for what was added. `first`: into a new case. */
export function closingWords({ summary, log, undated }: Added, terminal: Terminal, first = false): string {
  const { added, known, reread, failed, seconds, causes } = summary;
  const rate = added + reread >= 100 ? `, ${Math.round((added + reread) / seconds).toLocaleString('en')} a second` : '';
  const parts = [
    reread > 0 ? null : `Added ${count(added, 'report')}`,
    reread > 0
      ? `Read ${count(reread, 'report')} again${added > 0 ? ` and added ${added.toLocaleString('en')}` : ''}`
      : null,
  ].filter((p) => p !== null);
  const rest = [
    known > 0 && first
      ? `${count(known, 'report')} ${known === 1 ? 'is' : 'are'} word for word another of them.`
      : null,
    known > 0 && !first ? `${count(known, 'report')} ${known === 1 ? 'was' : 'were'} there already.` : null,
    failed > 0 ? `${count(failed, 'report')} failed:` : null,
  ].filter((p) => p !== null);
  const lines = [`${parts.join('')} in ${seconds.toFixed(1)} s${rate}.${rest.length > 0 ? ` ${rest.join(' ')}` : ''}`];
  if (causes.length > 0) lines.push(causesTable(causes, terminal.errorScreen));
  if (log !== null) lines.push(`Each by name: ${log}`);
  if (undated > 0) {
    const [have, them] = undated === 1 ? ['has', 'it'] : ['have', 'them'];
    lines.push(
      `${count(undated, 'report')} ${have} no date, in metadata, a dateline or a file name, that is a whole day: no period holds ${them}. A metadata.jsonl can give dates: see docs/formats.md.`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** The exit status that a run comes to. */
export const statusOf = ({ stopped, failed }: Summary): number => (stopped ? STOPPED : failed > 0 ? FAILED : DONE);

/** A word as a shell takes it. */
const asTyped = (word: string): string =>
  /^[\w./:=@%+,~-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** Says how to go on after a stop: by the command to type. `folder` is that of the case, where it must be named. */
export function stoppedWords(given: Given, folder = textValue(given, 'case')): string {
  const options = [
    ...(folder === null ? [] : ['--case', folder]),
    ...(textValue(given, 'jobs') === null ? [] : ['--jobs', textValue(given, 'jobs')!]),
    ...(given.lists['allow'] ?? []).flatMap((host) => ['--allow', host]),
    ...(given.values['again'] === true ? ['--again'] : []),
  ];
  const command = ['rapporteur', 'add', ...options, ...given.positionals]
    .map((word) => harmless(asTyped(word)))
    .join(' ');
  return `Stopped. What was added stays, and no report is half in. To go on: ${command}\n`;
}
