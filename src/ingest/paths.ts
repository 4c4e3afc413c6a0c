import type { Dirent, Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { inPlainWords } from './error-words.ts';
import { LOOKED, sniff } from './formats/sniff.ts';
import { sidecarName } from './sidecar.ts';

/**
 * Ends of names of what may be a report; what such a file really is, its content says when it is read. Texts of old forms
 * that cannot be read (.doc, .rtf) are among them, so that they are told of and not passed over.
 */
const single: ReadonlySet<string> = new Set([
  ...[
    '.txt',
    '.text',
    '.md',
    '.markdown',
    '.html',
    '.htm',
    '.xhtml',
    '.mhtml',
    '.mht',
    '.pdf',
    '.docx',
    '.doc',
    '.rtf',
    '.odt',
    '.eml',
  ],
]);
/** The same for files that may hold many. */
const many: ReadonlySet<string> = new Set([
  ...['.jsonl', '.ndjson', '.json', '.csv', '.tsv', '.tab', '.rss', '.atom', '.xml', '.rdf', '.opml', '.mbox'],
  ...['.warc', '.zip', '.tar', '.tgz', '.gz', '.zst'],
]);
/** What is never looked into: programs, pictures, sound, styles, and texts that are no reports. */
const never = new Set(
  '.js .mjs .cjs .ts .css .scss .less .map .py .rb .java .c .h .cpp .go .rs .sh .png .jpg .jpeg .gif .webp .svg .ico .avif .bmp .tif .tiff .woff .woff2 .ttf .otf .eot .mp3 .mp4 .m4a .wav .ogg .webm .avi .mov .mkv .exe .dll .so .o .bin .db .sqlite .lock .log .yaml .yml .toml .ini'.split(
    ' ',
  ),
);

/** How many reports a file holds cannot be known before it is read. */
export const holdsMany = (path: string): boolean => !single.has(extname(path).toLowerCase());

/** Whether a file or member found among others is to be read, by its name: `null` where only its content can tell. */
export function isReportName(name: string): boolean | null {
  const end = extname(name).toLowerCase();
  return single.has(end) || many.has(end) ? true : never.has(end) ? false : null;
}

/** Whether bytes of a file with a name that says nothing are a report in a form that only reports come in. */
const isReportHead = (head: Uint8Array): boolean => !plain.has(sniff(head));
const plain: ReadonlySet<string> = new Set(['text', 'xml', 'json', 'table', 'unreadable']);

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED), 0, LOOKED, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A file to read. */
export interface Found {
  readonly path: string;
  /** 0 for a pipe or device, whose size cannot be known beforehand. */
  readonly bytes: number;
  /** Whether the user named it, not a folder that it lies in. */
  readonly named: boolean;
}

/** What a search of the paths comes to, in order. */
export type Step =
  | { readonly file: Found }
  | { readonly skipped: string }
  | { readonly path: string; readonly code: string; readonly message: string };

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

async function* inFolder(folder: string): AsyncGenerator<Step> {
  let entries: Dirent[];
  try {
    entries = (await readdir(folder, { withFileTypes: true })).sort(byName);
  } catch (error) {
    yield { path: folder, ...inPlainWords(error) };
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || entry.name === sidecarName) continue;
    if (entry.isDirectory()) {
      yield* inFolder(path);
      continue;
    }
    const report = isReportName(entry.name);
    if (report === false) {
      yield { skipped: path };
      continue;
    }
    try {
      // Links to files are followed; links to folders are not, for they may lead round in a circle.
      const info = await stat(path);
      if (info.isFile() && (report || isReportHead(await headOf(path)))) {
        yield { file: { path, bytes: info.size, named: false } };
      } else yield { skipped: path };
    } catch (error) {
      yield { path, ...inPlainWords(error) };
    }
  }
}

/** The files that a path stands for: itself, or all below it in order of their names. */
export async function* filesOf(path: string): AsyncGenerator<Step> {
  let info: Stats;
  try {
    info = await stat(path);
  } catch (error) {
    const fault = inPlainWords(error);
    const address = fault.code === 'not-found' && /^(?:www\.|[\w-]+(?:\.[\w-]+)+\/)/u.test(path);
    const message = `${fault.message} If it is a web address, begin it with https://`;
    yield { path, code: fault.code, message: address ? message : fault.message };
    return;
  }
  if (!info.isDirectory()) {
    // A pipe or device has no size that could be known beforehand.
    yield { file: { path, bytes: info.isFile() ? info.size : 0, named: true } };
    return;
  }
  let any = false;
  for await (const step of inFolder(path)) {
    if (!('skipped' in step)) any = true;
    yield step;
  }
  if (!any) {
    yield {
      path,
      code: 'no-reports',
      message:
        'There are no reports in this folder: no texts, web pages, feeds, PDFs, messages, tables or archives of them.',
    };
  }
}
