/** Web pages for the comparison: those of trafilatura's own evaluation where they are at hand, else pages made of reports. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../src/record.ts';

export interface ComparedPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Pieces that belong to the report and pieces that do not. */
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly date: string | null;
}

export interface TakenPage {
  readonly text: string;
  readonly date: string | null;
}

interface Judged {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly date?: string;
}

/** So many pages, evenly out of all. */
export function pagesOf(folder: string | null, documents: readonly Document[], count: number): readonly ComparedPage[] {
  if (folder === null) return documents.map(madePage);
  const tests = join(folder, 'tests');
  const judged = Object.entries(
    JSON.parse(readFileSync(join(tests, 'evaldata.json'), 'utf8')) as Record<string, Judged>,
  );
  const step = Math.max(1, Math.floor(judged.length / count));
  return judged.flatMap(([url, page], i) => {
    const path = [join(tests, 'cache', page.file), join(tests, 'eval', page.file)].find((p) => existsSync(p));
    if (i % step !== 0 || path === undefined) return [];
    return [
      { url, bytes: readFileSync(path), with: page.with, without: page.without, date: page.date?.slice(0, 10) ?? null },
    ];
  });
}

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** A report in the frame of a site, with what such frames hold. */
function madePage(document: Document, number: number): ComparedPage {
  const paragraphs = document.text.split(/\n\s*\n/u);
  const teaser = 'Ferry to Nerith runs again after three weeks of ice';
  const cookie = 'We use cookies to make this page better for all of its readers in Lorn.';
  const date = '2031-02-05';
  const html = `<!doctype html><html lang="en"><head><title>Report ${number} - Nerith Post</title></head><body>
<div class="consent"><p>${cookie}</p></div><nav><ul>${'<li><a href="/world">World</a></li>'.repeat(20)}</ul></nav>
<main><article><h1>Report ${number}</h1><p>5 February 2031</p>${paragraphs.map((p) => `<p>${escaped(p)}</p>`).join('\n')}</article>
<aside><h2>More stories</h2>${`<div><a href="/1">${teaser}</a></div>`.repeat(10)}</aside></main></body></html>`;
  return {
    url: `https://post.example/${number}`,
    bytes: Buffer.from(html),
    with: [paragraphs[0] ?? '', paragraphs.at(-1) ?? ''],
    without: [teaser, cookie],
    date,
  };
}

const spaced = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const percent = (share: number): string => (share * 100).toFixed(1);

function scoreOf(pages: readonly ComparedPage[], taken: readonly TakenPage[]): readonly string[] {
  let [right, wrong, lost, dated, date, given] = [0, 0, 0, 0, 0, 0];
  for (const [i, page] of pages.entries()) {
    const one = taken[i]!;
    const text = spaced(one.text);
    const found = page.with.filter((piece) => text.includes(spaced(piece))).length;
    right += found;
    lost += page.with.length - found;
    wrong += page.without.filter((piece) => text.includes(spaced(piece))).length;
    if (page.date === null) continue;
    dated += 1;
    if (one.date !== null) given += 1;
    if (one.date?.slice(0, 10) === page.date) date += 1;
  }
  const [precision, recall] = [right / (right + wrong), right / (right + lost)];
  const f1 = (2 * precision * recall) / (precision + recall);
  return [percent(precision), percent(recall), percent(f1), `${date} of ${dated}, given ${given}`];
}

/** What is right of each side: rows of a name, ours and theirs. */
export function scorePages(
  pages: readonly ComparedPage[],
  ours: readonly TakenPage[],
  theirs: readonly TakenPage[],
): readonly (readonly [string, string, string])[] {
  const [a, b] = [scoreOf(pages, ours), scoreOf(pages, theirs)];
  return ['precision of pieces', 'recall', 'F1', 'day of publication right'].map((name, i) => [name, a[i]!, b[i]!]);
}
