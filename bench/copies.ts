/**
 * Speed and memory of the finding of copies: `node bench/copies.ts [COUNT]` (100,000). The reports are made of those of
 * ../shared/news, else of the samples: paragraphs of three of them each, three words in ten changed, from 40 outlets
 * over a year, so that each has many that it shares words with. Every tenth of them is
 * asked for its links. Times are of the processor, not of the clock, so that what else runs does not count.
 *
 * Found: 17,000 sketches a second. From 10,000 to 100,000 reports, adding takes 0.10 to 0.51 ms, asking for the links of
 * one (the words of it and of three to twelve others, and their alignment) 1.05 to 1.08 ms, a report added has the links of
 * 1.15 to 1.76 looked at again, and the process grows by 242 to 494 MB, the made texts included.
 */
import { existsSync } from 'node:fs';
import { linksOf, newCopyIndex, sketchOf, wordsOf } from '../src/consolidate/copies/copies.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { figure, table } from './measure.ts';

const count = Number(process.argv[2] ?? 100_000);
const news = '../shared/news';
const paths = [existsSync(news) ? news : 'examples/keld-strait/reports'];
const ASKED = 10;
const BATCH = 500;

const texts: string[] = [];
for await (const taken of ingest(paths)) if ('document' in taken) texts.push(taken.document.text);
const paragraphs = texts.map((text) => text.split(/\n+/u).filter((p) => p.length > 80)).filter((p) => p.length > 0);
const vocabulary = texts.flatMap((text) => text.match(/\p{L}+/gu) ?? []);

/** The same report for the same number, whenever asked for. */
function reportOf(number: number) {
  let state = Math.imul(number + 1, 0x9e3779b1);
  const below = (n: number): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return ((state ^ (state >>> 13)) >>> 0) % n;
  };
  const parts: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const from = paragraphs[below(paragraphs.length)]!;
    const first = below(from.length);
    for (const part of from.slice(first, first + 2)) {
      parts.push(
        part.slice(0, 900).replace(/\p{L}+/gu, (w) => (below(10) < 3 ? vocabulary[below(vocabulary.length)]! : w)),
      );
    }
  }
  const text = parts.join('\n\n');
  const day = new Date(Date.UTC(2031, 0, 1) + Math.floor((number / count) * 365) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return { text, text_sha256: String(number), blocks: [], outlet: `Outlet ${below(40)}`, agency: null, published: day };
}

const megabytes = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};
const before = megabytes();
const index = newCopyIndex();
const rows: string[][] = [['reports', 'sketches/s', 'added/s', 'asked/s', 'links', 'touched', 'MB']];
const step = Math.ceil(count / 10);
for (let from = 0; from < count; from += step) {
  const to = Math.min(count, from + step);
  const [sketching, adding, asking] = [{ ms: 0 }, { ms: 0 }, { ms: 0 }];
  const timed = <T>(clock: { ms: number }, work: () => T): T => {
    const began = process.cpuUsage().user;
    const result = work();
    clock.ms += (process.cpuUsage().user - began) / 1000;
    return result;
  };
  let links = 0;
  let touched = 0;
  let asked = 0;
  for (let begin = from; begin < to; begin += BATCH) {
    const reports = Array.from({ length: Math.min(BATCH, to - begin) }, (_, i) => reportOf(begin + i));
    const sketches = timed(sketching, () => reports.map((report) => sketchOf(report)));
    touched += timed(adding, () => sketches.reduce((sum, sketch) => sum + index.add(sketch).length, 0));
    for (const { id } of sketches.filter((_, i) => i % ASKED === 0)) {
      asked += 1;
      const others = new Map([id, ...index.candidatesOf(id)].map((other) => [other, reportOf(Number(other))]));
      links += timed(asking, () => linksOf(index, id, (other) => wordsOf(others.get(other)!))).length;
    }
  }
  const done = to - from;
  rows.push([
    figure(to, 7),
    figure((1000 * done) / sketching.ms),
    figure((1000 * done) / adding.ms),
    figure((1000 * asked) / asking.ms),
    figure(links / asked),
    figure(touched / done),
    figure(megabytes() - before),
  ]);
}
console.log(table(rows));
