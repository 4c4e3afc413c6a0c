/**
 * What a file is, by its first bytes; its name only decides what they leave open. `text` is whatever shows no other form.
 */
export type Format =
  | 'text'
  | 'html'
  | 'mhtml'
  | 'feed'
  | 'json-feed'
  | 'opml'
  | 'warc'
  | 'pdf'
  | 'office'
  | 'zip'
  | 'tar'
  | 'gzip'
  | 'zstd'
  | 'eml'
  | 'mbox'
  | 'table'
  | 'lines'
  | 'json'
  | 'xml'
  | 'unreadable';

/** How many bytes are looked at. */
export const LOOKED = 8192;

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** The text of the first bytes, well enough to see tags and field names. */
function textOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  if (head[0] === 0x3c && head[1] === 0) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0 && head[1] === 0x3c) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('utf-8').decode(head);
}

/** Whether the block of 512 bytes is the head of a tar member: its checksum holds (POSIX.1-2024, pax, ustar). */
export function isTarHead(block: Uint8Array): boolean {
  if (block.length < 512 || block[0] === 0) return false;
  const told = Number.parseInt(
    ascii(block, 148, 8)
      .replace(/[\0 ]+$/u, '')
      .trim(),
    8,
  );
  if (!Number.isFinite(told)) return false;
  let sum = 0;
  for (let i = 0; i < 512; i++) sum += i >= 148 && i < 156 ? 32 : block[i]!;
  return sum === told;
}

function byMagic(head: Uint8Array): Format | null {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return 'gzip';
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return 'zstd';
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5 || c === 7)) {
    // The first member of an office document names the kind, or is one that only they have.
    const start = ascii(head, 0, 200);
    return /mimetypeapplication\/vnd\.oasis|\[Content_Types\]\.xml|_rels\/\.rels|word\//u.test(start)
      ? 'office'
      : 'zip';
  }
  if (ascii(head, 0, 1024).includes('%PDF-')) return 'pdf';
  if (/^WARC\/[01]\.\d+\r?\n/u.test(ascii(head, 0, 12))) return 'warc';
  if (isTarHead(head)) return 'tar';
  return null;
}

/** The name of the first element of a text in HTML or XML, lower case, after what may stand before it. */
function rootOf(text: string): string | null {
  let rest = text;
  for (;;) {
    rest = rest.trimStart();
    if (!rest.startsWith('<')) return null;
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') + 2 : rest.indexOf('>');
    if (/^<!doctype\s+html/iu.test(rest)) return 'html';
    if (rest.startsWith('<?') || rest.startsWith('<!')) {
      if (end < 2) return null;
      // A document type with declarations of its own ends after the bracket.
      const bracket = /^<!doctype[^>]*\[/iu.test(rest) ? rest.indexOf(']') : -1;
      rest = rest.slice(bracket > 0 ? rest.indexOf('>', bracket) + 1 : end + 1);
      continue;
    }
    return /^<([a-z][\w:.-]*)/iu.exec(rest)?.[1]?.toLowerCase() ?? null;
  }
}

const feeds: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:rdf', 'channel', 'atom:feed']);
const pageStart: ReadonlySet<string> = new Set(['html', 'head', 'body', 'meta', 'title']);
const mail =
  /^(?:received|return-path|delivered-to|mime-version|message-id|x-[\w-]+|from|to|date|subject|content-type|snapshot-content-location|dkim-signature|sender|reply-to|cc|authentication-results|arc-[\w-]+):/iu;

/** Whether a text begins with the head of a message, and one that only programs write. */
function isMessage(text: string): boolean {
  const lines = text.slice(0, 4000).split(/\r?\n/u);
  let known = 0;
  let written = false;
  for (const line of lines) {
    if (line === '') break;
    if (/^[ \t]/u.test(line)) continue;
    if (!/^[!-9;-~]+:/u.test(line)) return false;
    if (mail.test(line)) known++;
    if (/^(?:mime-version|message-id|received|snapshot-content-location):/iu.test(line)) written = true;
  }
  return known >= 3 && written;
}

const endOf = (name: string): string => /\.([a-z0-9]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';

/** Tells the format of a file or member from its first {@link LOOKED} bytes, its name and its media type. Pure. */
export function sniff(head: Uint8Array, name = '', type: string | null = null): Format {
  const magic = byMagic(head);
  if (magic) return magic;
  const end = endOf(name);
  const text = textOf(head).replace(/^\ufeff/u, '');
  const start = text.trimStart();
  if (start.startsWith('<')) {
    const root = rootOf(start);
    if (root !== null && feeds.has(root)) return 'feed';
    if (root === 'opml') return 'opml';
    if (root !== null && pageStart.has(root)) return 'html';
    if (end === 'html' || end === 'htm' || end === 'xhtml' || type === 'text/html') return 'html';
    if (root !== null && start.startsWith('<?xml')) return 'xml';
  }
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (/^(?:html?|xhtml)$/u.test(end) && /<[a-z!/]/iu.test(start)) return 'html';
  if (start.startsWith('{') || start.startsWith('[')) {
    const json = jsonKind(start, end);
    if (json) return json;
  }
  if (end === 'jsonl' || end === 'ndjson') return 'lines';
  if (/^From \S.*\d{4}\r?\n[!-9;-~]+:/u.test(text)) return 'mbox';
  if (isMessage(text) || end === 'eml' || end === 'mht' || end === 'mhtml') {
    return /^content-type:\s*multipart\/related\b/imu.test(text) &&
      /^(?:snapshot-content-location|x-mimeole|from:\s*.{0,3}saved by|content-location):?/imu.test(text)
      ? 'mhtml'
      : end === 'mht' || end === 'mhtml'
        ? 'mhtml'
        : 'eml';
  }
  if (end === 'csv' || end === 'tsv' || end === 'tab' || type === 'text/csv') return 'table';
  return 'text';
}

/** JSON that is no plain text: a feed, a list, an object a line, or one object where the name says JSON. */
function jsonKind(start: string, end: string): Format | null {
  if (start.startsWith('{') && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/u.test(start)) return 'json-feed';
  const lines = start.startsWith('{') && (end === 'jsonl' || end === 'ndjson' || isWhole(start));
  if (lines && end !== 'json') return 'lines';
  if (end === 'json') return 'json';
  return /^\[\s*\{\s*"/u.test(start) ? 'json' : null;
}

/** Whether the first line is an object by itself. */
function isWhole(start: string): boolean {
  const end = start.indexOf('\n');
  const line = end < 0 ? start : start.slice(0, end);
  try {
    JSON.parse(line);
    return true;
  } catch {
    // A line longer than what is looked at begins like an object all the same.
    return end < 0 && start.length >= LOOKED / 2 && /^\{\s*"/u.test(start);
  }
}
