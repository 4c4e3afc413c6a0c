/** Files of every format, made in memory, for tests and for the fuzzer. All are about the Keld Strait, which is invented. */
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { loadIngestLexicon } from '../../data/ingest.ts';
import type { Document } from '../../record.ts';
import { type Failure, type IngestOptions, ingestBytes, type Notice } from '../ingest.ts';

export const PARAGRAPHS = [
  'Halvia will not sit down with Maravet before the battery at Ombra Point is gone, its foreign minister said on Tuesday.',
  '“First the guns go, then we talk,” Aldren Voss told reporters in Drenholm after a night of shelling in the strait.',
  'Cantara’s envoy, Ilse Dovrane, offered to host both delegations in Lorn, and said that nobody would have to thank anybody.',
  'A spokesman for the Front denied that its ships had fired first, and called for a truce that is watched from both shores.',
];
export const BODY = PARAGRAPHS.join('\n\n');

/** A page with what pages have around a report. */
export const PAGE = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>First the guns go, says Voss | Drenholm Courier</title>
<meta property="og:site_name" content="Drenholm Courier"><link rel="canonical" href="https://courier.example/2031/02/05/guns">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"First the guns go, says Voss",
"datePublished":"2031-02-05T17:40:00+01:00","dateModified":"2031-02-06T08:00:00+01:00","author":[{"@type":"Person","name":"Mira Lann"}]}]}</script>
</head><body><div class="cookie-banner"><p>We use cookies. <button>Accept</button></p></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>First the guns go, says Voss</h1><p class="byline">By Mira Lann</p><time datetime="2031-02-05T17:40:00+01:00">5 February 2031</time>
<div class="article-body"><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>
<figure><img src="x.jpg" alt=""><figcaption>The cutter Brannoch in port. Photo: LPA</figcaption></figure>
<div class="advert">Advertisement<p>Buy a boat in Nerith</p></div><p>${PARAGRAPHS[2]}</p>
<aside class="related"><h3>Related</h3><a href="/1">Ferry sinks off the Point</a> <a href="/2">Talks put off again</a></aside>
<p>${PARAGRAPHS[3]}</p></div></article>
<section id="comments"><h2>Comments</h2><p>I have sailed there for thirty years and nobody ever asked me what I think of all this.</p></section>
<footer>© Drenholm Courier</footer></body></html>`;

export const FEED = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Drenholm Courier</title><link>https://courier.example/</link><language>en</language>
<item><title>Guns &amp; talks</title><link>https://courier.example/1</link><pubDate>Wed, 05 Feb 2031 17:40:00 GMT</pubDate><dc:creator>Mira Lann</dc:creator>
<content:encoded><![CDATA[${PARAGRAPHS.map((p) => `<p>${p}</p>`).join('')}]]></content:encoded></item>
<item><title>Ferry sinks</title><link>https://courier.example/2</link><description>&lt;p&gt;A ferry sank off the Point.&lt;/p&gt;</description></item></channel></rss>`;

export const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Nerith Post</title><entry><title type="html">Talks &lt;i&gt;again&lt;/i&gt;</title>
<link rel="alternate" href="https://post.example/1"/><published>2031-02-05T10:00:00Z</published><updated>2031-02-06T10:00:00Z</updated><author><name>Jon Tarrel</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></div></content></entry></feed>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Ledger',
  items: [
    { id: '1', title: 'Talks', content_text: BODY, url: 'https://ledger.example/1', date_published: '2031-02-05' },
  ],
});

export const MESSAGE = `From: "Mira Lann" <mira@courier.example>\r\nTo: desk@courier.example\r\nSubject: =?utf-8?q?Guns_=E2=80=93_and_talks?=\r\nDate: Wed, 05 Feb 2031 17:40:00 +0100\r\nMessage-ID: <1@courier.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(BODY).toString('base64')}\r\n--b1\r\nContent-Type: text/html\r\n\r\n<p>${PARAGRAPHS[0]}</p>\r\n--b1--\r\n`;

export const MHTML = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/2031/02/05/guns\r\nSubject: Guns\r\nDate: Wed, 05 Feb 2031 17:40:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----X"\r\n\r\n\r\n------X\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://courier.example/2031/02/05/guns\r\n\r\n${quoted(PAGE)}\r\n------X\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------X--\r\n`;

function quoted(text: string): string {
  return [...Buffer.from(text)]
    .map((b) => (b === 61 || b > 126 ? `=${b.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(b)))
    .join('')
    .replace(/(?<=^|\n)[^\n]{76,}/gu, (line) =>
      line.replace(/(?:[^=]|=[0-9A-F]{2}){1,70}/gu, '$&=\r\n').replace(/=\r\n$/u, ''),
    );
}

export const MAILBOX = [1, 2]
  .map(
    (n) =>
      `From mira@courier.example Wed Feb  5 17:40:00 2031\n${MESSAGE.replaceAll('\r\n', '\n').replace('Guns_', `Guns_${n}_`)}\n`,
  )
  .join('');

export const TABLE = `\ufeffHeadline,Article Text,Pub Date,Source\n"Guns, first","${PARAGRAPHS[0]}\n\n""${PARAGRAPHS[2]}""",5 February 2031,Courier\nEmpty,,,\nThird,"${PARAGRAPHS[3]}",2031-02-07,Post\n`;

export const LINES = `${JSON.stringify({ headline: 'Guns', body: BODY, source: { name: 'LPA' } })}\n${JSON.stringify({ text: BODY, title: 'Again' })}\n`;

type Files = Readonly<Record<string, string | Uint8Array>>;
const bytesOf = (data: string | Uint8Array): Buffer => Buffer.from(data as Uint8Array);
const u16 = (n: number): Buffer => Buffer.from([n & 255, (n >> 8) & 255]);
const u32 = (n: number): Buffer => {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(n);
  return out;
};

/** A zip archive. `claimed` is the size that its directory gives for each member, if not the true one. */
export function zipOf(files: Files, claimed: number | null = null): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, data] of Object.entries(files)) {
    const raw = bytesOf(data);
    const packed = deflateRawSync(raw);
    const path = Buffer.from(name);
    const sizes = Buffer.concat([
      u32(crc32(raw)),
      u32(packed.length),
      u32(claimed ?? raw.length),
      u16(path.length),
      u16(0),
    ]);
    const common = Buffer.concat([u16(20), u16(0x800), u16(8), u16(0), u16(0x21), sizes]);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, packed);
    const tail = Buffer.concat([u16(0), u16(0), u16(0), u32(0), u32(offset)]);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), u16(20), common, tail, path);
    offset += 4 + common.length + path.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = Buffer.concat([u16(0), u16(0), u16(count), u16(count), u32(list.length), u32(offset), u16(0)]);
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** A tar archive, as ustar. */
export function tarOf(files: Files): Buffer {
  const blocks: Buffer[] = [];
  for (const [name, data] of Object.entries(files)) {
    const raw = bytesOf(data);
    const head = Buffer.alloc(512);
    head.write(name.slice(0, 100), 0);
    const [mode, owner, time] = ['0000644', '0000000', '14463000000'];
    const size = raw.length.toString(8).padStart(11, '0');
    head.write(`${[mode, owner, owner, size, time].join('\u0000')}\u0000        0`, 100, 'latin1');
    head.write('ustar\u000000', 257, 'latin1');
    const sum = head.reduce((a, b) => a + b, 0);
    head.write(`${sum.toString(8).padStart(6, '0')}\u0000 `, 148, 'latin1');
    blocks.push(head, raw, Buffer.alloc((512 - (raw.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** An answer of the web as a record of an archive. */
export function warcRecord(url: string, type: string, body: string | Uint8Array, fields = ''): Buffer {
  const http = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n${fields}\r\n`), bytesOf(body)]);
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')]);
}

export const WARC = Buffer.concat([
  warcRecord('https://courier.example/1', 'text/html; charset=utf-8', PAGE),
  warcRecord('https://courier.example/x.png', 'image/png', 'xx'),
  warcRecord('https://courier.example/2', 'text/html', gzipSync(PAGE), 'Content-Encoding: gzip\r\n'),
]);
/** Each record packed by itself, as web archives are. */
export const WARC_GZ = Buffer.concat([
  gzipSync(warcRecord('https://courier.example/1', 'text/html; charset=utf-8', PAGE)),
  gzipSync(warcRecord('https://courier.example/2', 'text/html; charset=utf-8', PAGE)),
]);

const asXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

export const DOCX = zipOf({
  '[Content_Types].xml': '<Types/>',
  'word/document.xml': `<w:document><w:body>${PARAGRAPHS.map((p) => `<w:p><w:r><w:t>${asXml(p.slice(0, 9))}</w:t></w:r><w:r><w:t xml:space="preserve">${asXml(p.slice(9))}</w:t></w:r></w:p>`).join('')}<w:p><w:del><w:r><w:t>Struck out</w:t></w:r></w:del></w:p></w:body></w:document>`,
  'docProps/core.xml':
    '<cp:coreProperties><dc:title>Guns and talks</dc:title><dc:creator>Mira Lann</dc:creator></cp:coreProperties>',
});

/** A PDF of one page with lines of text (none: a page without any). */
export function pdfOf(lines: readonly string[], producer = 'Writer 7.6'): Buffer {
  const shown = lines.map((l) => `(${l.replace(/[()\\]/gu, '\\$&')}) Tj T*`).join(' ');
  const content = lines.length > 0 ? `BT /F1 11 Tf 14 TL 50 750 Td ${shown} ET` : '0 0 m 100 100 l S';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (Guns and talks) /Producer (${producer}) /CreationDate (D:20310205174000+01'00') >>`,
  ];
  let out = '%PDF-1.4\n';
  const offsets: number[] = [];
  for (const [i, object] of objects.entries()) {
    offsets.push(out.length);
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

export const PDF = pdfOf([
  'Halvia will not sit down with Maravet before the battery at Ombra',
  'Point is gone, its foreign minister said on Tues-',
  'day.',
  'A spokesman for the Front denied that its ships had fired first, he',
  'said.',
]);

/** A file of each format, by a name for it. */
export const SAMPLES: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  Object.entries({
    'a.html': PAGE,
    'a.xml': FEED,
    'a.atom': ATOM,
    'a.json': JSON_FEED,
    'a.eml': MESSAGE,
    'a.mhtml': MHTML,
    'a.mbox': MAILBOX,
    'a.csv': TABLE,
    'a.jsonl': LINES,
    'list.json': `[${LINES.trim().replace('\n', ',')}]`,
    'a.opml': '<opml version="2.0"><body><outline text="Courier" xmlUrl="https://courier.example/rss"/></body></opml>',
    'a.docx': DOCX,
    'a.pdf': PDF,
    'a.warc': WARC,
    'a.warc.gz': WARC_GZ,
    'a.zip': zipOf({ 'b/c.html': PAGE, 'd.txt': BODY, 'in.zip': zipOf({ 'e.md': BODY }) }),
    'a.tar': tarOf({ 'b/c.html': PAGE, 'd.txt': BODY }),
    'a.tgz': gzipSync(tarOf({ 'd.txt': BODY })),
    'a.txt': BODY,
  } as Files).map(([name, data]) => [name, bytesOf(data)]),
);

/** What reading comes to. */
export interface Taken {
  readonly documents: readonly Document[];
  readonly failures: readonly Failure[];
  readonly notices: readonly Notice[];
}

/** Reads bytes as a file of a name. */
export async function read(data: string | Uint8Array, name: string, options: IngestOptions = {}): Promise<Taken> {
  const documents: Document[] = [];
  const failures: Failure[] = [];
  const notices: Notice[] = [];
  const settings = { lexicon: loadIngestLexicon, onNotice: (n: Notice) => notices.push(n), ...options };
  for await (const one of ingestBytes(bytesOf(data), { path: name, line: null }, { name }, settings)) {
    if ('document' in one) documents.push(one.document);
    else failures.push(one.failure);
  }
  return { documents, failures, notices };
}
