/**
 * How the cost of adding reports to a case grows with the reports it holds: `node bench/consolidate.ts [REPORTS]`.
 *
 * The samples are read once and then told again and again, each time a day later and as other reports, so that every
 * party, issue and name gets more and more told of it: the worst case, since no line ever ends. Batches are added as a
 * store adds them: only the parts and threads that they touch are made again. Times are of the processor.
 */
import { fileURLToPath } from 'node:url';
import type { CaseFile, Item } from '../src/case.ts';
import { loadResources } from '../src/data/load.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createReader } from '../src/reading.ts';
import type { Reading } from '../src/record.ts';
import { loadConsolidation } from '../src/run/consolidation.ts';
import { sha256 } from '../src/text/digest.ts';

const SAMPLES = fileURLToPath(new URL('../examples/keld-strait/reports', import.meta.url));
const FILE: CaseFile = { name: 'bench', parties: [], actors: [], places: [], maps: [], issues: [], sources: [] };
/** Reports added at a time, and rows of the table. */
const BATCH = 240;
const ROWS = 10;

const most = Number(process.argv[2] ?? 2400);
const read = createReader(loadResources());
const samples: { reading: Reading; text: string }[] = [];
for await (const taken of ingest([SAMPLES])) {
  if ('document' in taken) samples.push({ reading: read(taken.document), text: taken.document.text });
}

/** The nth report: a sample of another outlet, days later. Over ten years, then from the start again. */
function report(n: number): { reading: Reading; text: string } {
  const { reading, text } = samples[n % samples.length]!;
  const round = Math.floor(n / samples.length);
  const day = Date.parse(reading.document.published?.slice(0, 10) ?? '2031-01-01') + (round % 3650) * 86_400_000;
  const document = {
    ...reading.document,
    text_sha256: sha256(`${reading.document.text_sha256} ${round}`),
    published: new Date(day).toISOString().slice(0, 10),
    outlet: `Paper ${round % 40}`,
  };
  // Ids are digests of the report and what is in it.
  const own = JSON.parse(JSON.stringify(reading), (key, value) =>
    key === 'id' && typeof value === 'string' ? sha256(`${value} ${round}`).slice(0, 16) : value,
  ) as Reading;
  return { reading: { ...own, document }, text };
}

const consolidation = loadConsolidation();
const parts = new Map<string, { items: Item[]; json: string }>();
const partsOfThread = new Map<string, Set<string>>();
console.log('reports  items/report  ms/report: items   parts  threads   whole (ms)  entries  largest thread (KB)');
for (let from = 0, row = 0; from < most; from += BATCH) {
  const spent = { items: 0, parts: 0, threads: 0, whole: 0 };
  const timed = <T>(what: keyof typeof spent, work: () => T): T => {
    const start = process.cpuUsage();
    const made = work();
    const { user, system } = process.cpuUsage(start);
    spent[what] += (user + system) / 1000;
    return made;
  };
  const added = Array.from({ length: BATCH }, (_, i) => report(from + i));
  const items = timed('items', () =>
    added.flatMap(({ reading, text }) =>
      consolidation.itemsOf(reading, text, FILE, (id) => ({ originator: id, copyOf: null })),
    ),
  );
  const touched = new Set<string>();
  timed('parts', () => {
    for (const item of items) {
      for (const key of consolidation.partsOf(item)) {
        if (!parts.has(key)) parts.set(key, { items: [], json: '' });
        parts.get(key)!.items.push(item);
        touched.add(key);
      }
    }
    for (const key of touched) {
      const part = parts.get(key)!;
      part.json = JSON.stringify(consolidation.part(key, part.items));
    }
  });
  const threads = new Set([...touched].map((key) => consolidation.threadOf(key)));
  for (const key of touched) {
    const thread = consolidation.threadOf(key);
    partsOfThread.set(thread, (partsOfThread.get(thread) ?? new Set()).add(key));
  }
  let largest = 0;
  let entries = 0;
  const lines = timed('threads', () =>
    [...threads].flatMap((key) => {
      const its = [...partsOfThread.get(key)!].map((part) => ({ key: part, json: parts.get(part)!.json }));
      largest = Math.max(
        largest,
        its.reduce((sum, { json }) => sum + json.length, 0),
      );
      const made = consolidation.thread(
        key,
        its.map(({ key: part, json }) => ({ key: part, result: JSON.parse(json) as unknown })),
        [],
      );
      entries += made.entries.length;
      return made.entries.flatMap((entry) => (entry.kind === 'line' ? [entry.entry as never] : []));
    }),
  );
  timed('whole', () => consolidation.whole(lines));
  if ((from + BATCH) * ROWS < most * (row + 1)) continue;
  row++;
  const per = (ms: number): string => (ms / BATCH).toFixed(2).padStart(7);
  console.log(
    [
      String(from + BATCH).padStart(7),
      (items.length / BATCH).toFixed(1).padStart(13),
      per(spent.items).padStart(17),
      per(spent.parts),
      per(spent.threads).padStart(8),
      spent.whole.toFixed(0).padStart(12),
      String(entries).padStart(8),
      (largest / 1024).toFixed(0).padStart(20),
    ].join(' '),
  );
}
