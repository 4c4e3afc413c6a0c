/**
 * Makes a large archive of the web: `node bench/big/make-warc.ts FILE.warc[.gz] GIGABYTES [bare]`. Its pages carry the samples and,
 * where they are there, the reports of ../shared/news, reworded, each another; around them stands what a crawl brings:
 * requests, redirects, errors, pictures, styles, programs, pages packed in gzip or sent in chunks; `bare` leaves out pictures,
 * styles and programs, so that 5 GB are some 50,000 pages. Gigabytes are counted before packing. Prints how many reports it
 * holds, and of which kinds. The same for the same size.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { numbersFrom } from '../vary.ts';
import { pageOf } from './page.ts';
import { makerOfTexts } from './texts.ts';

const [path, size = '5', kind = ''] = process.argv.slice(2);
if (!path) throw new Error('Say where it is to be written: node bench/big/make-warc.ts FILE.warc[.gz] GIGABYTES');
const wanted = Number(size) * 1e9;
const packed = path.endsWith('.gz');
const bare = kind === 'bare';
const make = await makerOfTexts();
const out = createWriteStream(path);
const counts: Record<string, number> = {};
let bytes = 0;
let onDisk = 0;

/** A record of an archive (ISO 28500). Records of a packed one are packed each by itself. */
async function record(kind: string, type: string, url: string, about: string, block: Uint8Array): Promise<void> {
  counts[kind] = (counts[kind] ?? 0) + 1;
  const head = `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2031-02-05T17:40:00Z\r\nContent-Type: ${about}\r\nContent-Length: ${block.length}\r\n\r\n`;
  const whole = Buffer.concat([Buffer.from(head, 'latin1'), block, Buffer.from('\r\n\r\n')]);
  const written = packed ? gzipSync(whole, { level: 1 }) : whole;
  bytes += whole.length;
  onDisk += written.length;
  if (!out.write(written)) await once(out, 'drain');
}

const answer = (
  kind: string,
  url: string,
  status: string,
  fields: readonly string[],
  body: Uint8Array,
): Promise<void> => {
  const head = Buffer.from(`HTTP/1.1 ${status}\r\n${fields.join('\r\n')}\r\n\r\n`, 'latin1');
  return record(kind, 'response', url, 'application/http; msgtype=response', Buffer.concat([head, body]));
};
const request = (url: string): Promise<void> => {
  const { host, pathname } = new URL(url);
  const words = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept: */*\r\n\r\n`;
  return record('request', 'request', url, 'application/http; msgtype=request', Buffer.from(words));
};

function chunked(body: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < body.length; at += 16_000) {
    const piece = body.subarray(at, at + 16_000);
    pieces.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...pieces, Buffer.from('0\r\n\r\n')]);
}

const picture = Buffer.alloc(400_000);
const below = numbersFrom(31);
for (let i = 0; i < picture.length; i++) picture[i] = below(256);

await record(
  'info',
  'warcinfo',
  'urn:made',
  'application/warc-fields',
  Buffer.from('software: bench/big/make-warc.ts\r\n'),
);
for (let n = 0; bytes < wanted; n++) {
  const url = `https://site${n % 37}.example/2031/${n}/story.html`;
  const page = Buffer.from(pageOf(make(n), url, n));
  const html = 'Content-Type: text/html; charset=utf-8';
  await request(url);
  if (n % 10 === 3)
    await answer('redirect', `${url}?from=feed`, '301 Moved Permanently', [`Location: ${url}`], Buffer.alloc(0));
  if (n % 25 === 9)
    await answer(
      'error',
      `${url}/amp`,
      '404 Not Found',
      [html],
      Buffer.from('<html><body><p>There is nothing here.</p></body></html>'),
    );
  if (n % 4 === 0) await answer('page', url, '200 OK', [html, 'Content-Encoding: gzip'], gzipSync(page));
  else if (n % 4 === 1) await answer('page', url, '200 OK', [html, 'Transfer-Encoding: chunked'], chunked(page));
  else await answer('page', url, '200 OK', [html, `Content-Length: ${page.length}`], page);
  if (bare) continue;
  for (let i = 0; i < 3; i++) {
    const from = below(200_000);
    await answer(
      'picture',
      `${url}/${i}.jpg`,
      '200 OK',
      ['Content-Type: image/jpeg'],
      picture.subarray(from, from + 20_000 + below(60_000)),
    );
  }
  if (n % 5 === 0) {
    await answer(
      'style',
      `${url}.css`,
      '200 OK',
      ['Content-Type: text/css'],
      Buffer.from('.a{margin:0}\n'.repeat(4000)),
    );
    await answer(
      'program',
      `${url}.js`,
      '200 OK',
      ['Content-Type: application/javascript'],
      Buffer.from('var a=1;\n'.repeat(9000)),
    );
  }
}
out.end();
await finished(out);
console.log(`${path}: ${(bytes / 1e9).toFixed(2)} GB, ${(onDisk / 1e9).toFixed(2)} on the disk`);
for (const [kind, count] of Object.entries(counts)) console.log(`${kind.padEnd(10)}${count}`);
