/**
 * Makes a large folder of reports: `node bench/big/make-folder.ts FOLDER [REPORTS] [WORDS]` (100,000 of some 60 words; 0 words
 * for whole ones). They come as texts, pages, messages, documents, PDFs, tables, JSON lines and archives. One file in a
 * hundred reports is broken, in turn in every way of `broken.ts`. What must fail, and with which cause, is written beside the
 * folder (`FOLDER.tsv`), for `compare-log.ts`. The same for the same numbers.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pdfOf, tarOf, zipOf } from '../../src/ingest/formats/testing.ts';
import { BROKEN, bomb } from './broken.ts';
import { type Made, makerOfTexts } from './texts.ts';

const [folder, reports = '100000', words = '60'] = process.argv.slice(2);
if (!folder) throw new Error('Say where: node bench/big/make-folder.ts FOLDER [REPORTS] [WORDS]');
const wanted = Number(reports);
const make = await makerOfTexts(Number(words));

/** Files of one folder. */
const TOGETHER = 500;
/** One bomb in so many broken files: it takes a second to find out. */
const BOMBS = 200;

let made = 0;
const next = (): Made => make(made++);
const textOf = ({ paragraphs }: Made): string => paragraphs.join('\n\n');
const xml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const tags = ({ paragraphs }: Made, tag: (words: string) => string): string =>
  paragraphs.map((p) => tag(xml(p))).join('\n');
const many = (count: number): Made[] => Array.from({ length: count }, next);

function page(report: Made): string {
  const title = xml(report.title);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="article:published_time" content="${report.day}"></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${tags(report, (p) => `<p>${p}</p>`)}</article><footer>All rights reserved.</footer></body></html>`;
}

function message(report: Made): string {
  const head = `From: "Desk" <desk@courier.example>\r\nTo: list@courier.example\r\nSubject: ${report.title.replace(/[^ -~]/gu, '')}\r\nDate: ${new Date(report.day).toUTCString()}\r\nMessage-ID: <${made}@courier.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n`;
  return `${head}Content-Transfer-Encoding: base64\r\n\r\n${Buffer.from(textOf(report)).toString('base64')}\r\n`;
}

const office = (report: Made): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document><w:body>${tags(report, (p) => `<w:p><w:r><w:t>${p}</w:t></w:r></w:p>`)}</w:body></w:document>`,
  });

const lined = (report: Made): readonly string[] =>
  report.paragraphs.flatMap(
    (p) =>
      p
        .replace(/[“”]/gu, '"')
        .replace(/[‘’]/gu, "'")
        .replace(/[^ -~]/gu, '-')
        .match(/.{1,90}(?: |$)/gu) ?? [],
  );

/** Files by what they are, each as often as its share. */
const kinds: readonly (readonly [share: number, end: string, write: () => Uint8Array | string])[] = [
  [60, 'txt', () => textOf(next())],
  [14, 'html', () => page(next())],
  [6, 'eml', () => message(next())],
  [4, 'docx', () => office(next())],
  [3, 'pdf', () => pdfOf(lined(next()))],
  [4, 'txt.gz', () => gzipSync(textOf(next()))],
  // Labelled as another encoding than it is: read, with a note.
  [2, 'html', () => page(next()).replace('utf-8', 'iso-8859-1')],
  [
    2,
    'jsonl',
    () =>
      many(20)
        .map((r) => `${JSON.stringify({ text: textOf(r), outlet: r.outlet, published: r.day })}\n`)
        .join(''),
  ],
  [
    2,
    'csv',
    () =>
      `headline,text,date\n${many(20)
        .map((r) => `${quoted(r.title)},${quoted(textOf(r))},${r.day}\n`)
        .join('')}`,
  ],
  [2, 'zip', () => zipOf(Object.fromEntries(many(10).map((r, i) => [`${i}.html`, page(r)])))],
  [1, 'tgz', () => gzipSync(tarOf(Object.fromEntries(many(10).map((r, i) => [`${i}.txt`, textOf(r)]))))],
];
const turn = kinds.flatMap((kind) => Array.from({ length: kind[0] }, () => kind));

const expected: string[] = [];
let files = 0;
let broken = 0;
let readable = 0;
const pathFor = (end: string): string => {
  const inner = join(folder, `part-${String(Math.floor(files / TOGETHER)).padStart(4, '0')}`);
  if (files % TOGETHER === 0) mkdirSync(inner, { recursive: true });
  return join(inner, `${String(files++).padStart(7, '0')}.${end}`);
};
while (readable < wanted) {
  const kind = turn[(files * 37) % turn.length]!;
  const before = made;
  const bytes = kind[2]();
  writeFileSync(pathFor(kind[1]), bytes);
  readable += made - before;
  while (broken < Math.floor(readable / 100)) {
    const way = broken % BROKEN.length;
    if (broken % BOMBS === BOMBS - 1) {
      const one = bomb();
      const path = pathFor(one.end);
      writeFileSync(path, one.bytes);
      expected.push(`${one.code}\t${path}`);
    } else if (broken % 50 === 49) {
      const path = pathFor('gone.txt');
      symlinkSync(join(folder, 'nowhere'), path);
      expected.push(`not-found\t${path}`);
    } else {
      const one = BROKEN[way]!(textOf(next()), textOf(next()));
      const path = pathFor(one.end);
      writeFileSync(path, one.bytes);
      expected.push(`${one.code}\t${path}${one.where ?? ''}`);
      readable += one.readable ?? 0;
    }
    broken++;
  }
}
writeFileSync(`${folder}.tsv`, `${expected.join('\n')}\n`);
console.log(`${basename(folder)}: ${files} files, ${readable} reports that can be read, ${broken} causes of failure.`);
