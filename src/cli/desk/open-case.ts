/** One case of the desk: a folder, its store, and what the desk does with it. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { isAbsolute, join, normalize, relative, sep } from 'node:path';
import type { AddProgress, AddSources, Brief, BriefRequest, OpenCase } from '../../api/cases.ts';
import type { Metrics } from '../../api/metrics.ts';
import type { CaseFile } from '../../case.ts';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { loadIssues } from '../../data/positions.ts';
import { loadDossierWords } from '../../data/words.ts';
import { briefOf, MEDIA } from '../../export/case/render.ts';
import { caseFileText } from '../../export/case-file/print.ts';
import { Proposal } from '../../export/case-file/propose.ts';
import { count as amountOf, type Failure, gather, type Taken } from '../../ingest/ingest.ts';
import { withCaseIssues } from '../../interpret/positions/issues.ts';
import type { Queue } from '../../queue/queue.ts';
import type { Origin } from '../../record.ts';
import { addReports, consolidateAll } from '../../run/add.ts';
import type { Store } from '../../store/store.ts';
import { writeWholeFile } from '../../store/whole-file.ts';
import { CASE_FILE } from '../case/folder.ts';
import { issueNamesFor } from '../case/issue-names.ts';
import { fetchAll, politeFetcher } from './addresses.ts';
import { countError, countTime } from './counting.ts';
import { type QueuedCase, queuedCase, type Trouble } from './queued.ts';

/** A map of a case larger than this is no map of regions. */
const LARGEST_MAP = 20 * 1024 * 1024;

/** What stands behind a desk that others share. */
export interface Behind {
  readonly queue: Queue | null;
  readonly metrics: Metrics;
  /** Hosts of this machine or its network that may be asked for pages. */
  readonly allowed?: readonly string[];
  /** Hears that the record has changed by itself. */
  readonly onChange: (name: string) => void;
  readonly onTrouble: Trouble;
}

export interface FolderCase {
  readonly name: string;
  readonly folder: string;
  readonly store: Store;
  readonly file: CaseFile;
}

export interface ClosableCase extends OpenCase {
  close(): Promise<void>;
}

/** The path of a file of the case; `null` where it would lie outside its folder. */
function within(folder: string, path: string): string | null {
  const target = normalize(join(folder, path));
  return isAbsolute(path) || !target.startsWith(normalize(folder) + sep) ? null : target;
}

export function openCaseOf({ name, folder, store, file: first }: FolderCase, behind: Behind): ClosableCase {
  let file = first;
  const { queue, metrics, onTrouble } = behind;
  const queued = queue
    ? queuedCase(queue, name, store, () => file.issues, { metrics, onTrouble, onChange: () => behind.onChange(name) })
    : null;

  async function setFile(next: CaseFile): Promise<void> {
    // What the store takes is right for the file too; the other way round a fault would leave them apart.
    await store.setCaseFile(next);
    writeWholeFile(join(folder, CASE_FILE), caseFileText(next));
    file = next;
  }

  async function* sourcesOf({ paths, urls }: AddSources, signal: AbortSignal): AsyncGenerator<Taken> {
    if (paths.length > 0) yield* gather(paths, { lexicon: loadIngestLexicon });
    if (urls.length > 0) yield* fetchAll(urls, politeFetcher(behind.allowed), signal);
  }

  /** As the user knows it: files that were handed over lie in a folder of ours. */
  const shown = (path: string, under: string | null): string =>
    under !== null && path.startsWith(under) ? relative(under, path) : path;

  async function* named(sources: AsyncIterable<Taken>, under: string | null): AsyncGenerator<Taken> {
    const placed = <T extends { readonly origin: Origin }>(one: T): T => ({
      ...one,
      origin: { ...one.origin, path: shown(one.origin.path, under) },
    });
    for await (const source of sources) {
      if ('document' in source) {
        yield { document: placed(source.document) };
      } else if ('leaf' in source) {
        yield { ...source, leaf: placed(source.leaf), file: placed(source.file) };
      } else yield { failure: { ...source.failure, path: shown(source.failure.path, under) } };
    }
  }

  /** The work is done when all is in the queue; the record grows as workers read. */
  async function addQueued(
    into: QueuedCase,
    given: AddSources,
    onProgress: (p: AddProgress) => void,
    signal: AbortSignal,
  ): Promise<void> {
    let done = 0;
    const soFar = (failure: AddProgress['failure']): void =>
      onProgress({ done, total: null, perSecond: null, secondsLeft: null, failure });
    const { ReaderThreads } = await import('../../run/threads.ts');
    const intake = new ReaderThreads(1);
    try {
      await into.give(
        intake.takeIn(named(sourcesOf(given, signal), given.under)),
        () => {
          done += 1;
          soFar(null);
        },
        ({ path, message, code }) => {
          countError(metrics, code);
          soFar({ path, message });
        },
        signal,
      );
    } finally {
      await intake.close();
    }
  }

  async function add(given: AddSources, onProgress: (p: AddProgress) => void, signal: AbortSignal): Promise<void> {
    if (queued) {
      await addQueued(queued, given, onProgress, signal);
      return;
    }
    const proposal = file.parties.length === 0 ? new Proposal() : null;
    const idle = { done: 0, total: null, perSecond: null, secondsLeft: null };
    let last: Omit<AddProgress, 'failure'> = idle;
    await addReports({
      sources: named(sourcesOf(given, signal), given.under),
      store,
      issues: file.issues,
      signal,
      // Whoever else is at the desk goes on meanwhile.
      apart: given.urls.length > 0,
      // Below, once its parties are known.
      consolidate: false,
      amount: given.paths.length > 0 ? amountOf(given.paths) : Promise.resolve({ reports: null, bytes: null }),
      onProgress: ({ done, total, perSecond, secondsLeft }) => {
        last = { done, total, perSecond, secondsLeft };
        onProgress({ ...last, failure: null });
      },
      onFailure: ({ path, message, code }: Failure) => {
        countError(metrics, code);
        onProgress({ ...last, failure: { path, message } });
      },
      onStored: (document, reading) => {
        metrics.add('rapporteur_reports_written_total', 'Reports written to the store.', 1, { case: name });
        proposal?.add(document, reading);
      },
    });
    const began = performance.now();
    if (proposal) {
      // The parties of a new case are found from its first reports; the user may change them.
      const found = proposal.file(file.name);
      await setFile({
        ...file,
        parties: found.parties,
        sources: file.sources.length > 0 ? file.sources : found.sources,
      });
    }
    await consolidateAll(store);
    countTime(metrics, 'consolidate', performance.now() - began, last.done);
  }

  return {
    name,
    store,
    setFile,
    async close() {
      await queued?.close();
      await store.close();
    },
    async issues() {
      const { issues } = withCaseIssues(loadIssues(), file.issues);
      return issues.map(({ code, name: title, definition }) => ({ code, name: title, definition }));
    },
    async maps() {
      const found: { readonly name: string; readonly geojson: unknown }[] = [];
      for (const map of file.maps) {
        const path = within(folder, map);
        if (path === null) continue;
        const bytes = await readFile(path).catch(() => null);
        if (!bytes || bytes.length > LARGEST_MAP) continue;
        try {
          found.push({ name: map, geojson: JSON.parse(bytes.toString('utf8')) as unknown });
        } catch {
          // A map that is no JSON is left out; the case file names it, and `doctor` says so.
        }
      }
      return found;
    },
    async incoming() {
      const parent = join(folder, 'incoming');
      await mkdir(parent, { recursive: true });
      const made = await mkdtemp(join(parent, 'job-'));
      return { folder: made, remove: () => rm(made, { recursive: true, force: true }) };
    },
    add,
    async brief({ format, views, ...rest }: BriefRequest): Promise<Brief> {
      const only = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const options = { form: format, only, parts: views, issues: issueNamesFor(file), words: loadDossierWords() };
      const body = await briefOf(store, options);
      return { body, type: MEDIA[format], file: `${name}.${format}` };
    },
  };
}
