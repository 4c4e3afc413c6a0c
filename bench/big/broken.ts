/** Files with something the matter, and the code of the cause that each must be told with. */
import { gzipSync } from 'node:zlib';
import { pdfOf, tarOf, zipOf } from '../../src/ingest/formats/testing.ts';

export interface Broken {
  /** The end of the name. */
  readonly end: string;
  readonly code: string;
  readonly bytes: Uint8Array | string;
  /** Where in the file the cause stands, as it is told; '' for the whole. */
  readonly where?: string;
  /** Reports of it that can be read all the same. */
  readonly readable?: number;
}

const cut = (bytes: Uint8Array, share: number): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * share));

/** A zip whose members say that they are locked with a password. */
function locked(text: string): Uint8Array {
  const zip = zipOf({ 'report.txt': text });
  zip[6]! |= 1;
  const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  zip[directory + 8]! |= 1;
  return zip;
}

const deep = (text: string): Uint8Array => {
  let zip: Uint8Array = zipOf({ 'report.txt': text });
  for (let i = 0; i < 5; i++) zip = zipOf({ 'in.zip': zip });
  return zip;
};

/** Every way of being broken; each is given texts of its own, so that what can still be read is no repeat. */
export const BROKEN: readonly ((a: string, b: string) => Broken)[] = [
  () => ({ end: 'empty.txt', code: 'empty', bytes: '' }),
  () => ({ end: 'blank.md', code: 'empty', bytes: ' \n\t\n' }),
  (a) => ({ end: 'cut.txt.gz', code: 'truncated', bytes: cut(gzipSync(a), 0.6) }),
  (a) => {
    const bytes = gzipSync(a);
    bytes.fill(0xff, 20, 60);
    return { end: 'damaged.txt.gz', code: 'damaged', bytes };
  },
  () => ({
    end: 'binary.txt',
    code: 'binary',
    bytes: Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) & 31)),
  }),
  () => ({ end: 'picture.txt', code: 'binary', bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') }),
  () => ({ end: 'rich.txt', code: 'binary', bytes: '{\\rtf1\\ansi Words}' }),
  (a) => {
    const units = Buffer.alloc(4 + a.length * 4);
    units.writeUInt32LE(0xfeff);
    for (let i = 0; i < a.length; i++) units.writeUInt32LE(a.charCodeAt(i), 4 + i * 4);
    return { end: 'utf32.txt', code: 'encoding', bytes: units };
  },
  () => ({ end: 'scanned.pdf', code: 'needs-ocr', bytes: pdfOf([]) }),
  () => ({ end: 'damaged.pdf', code: 'damaged', bytes: '%PDF-1.7\nnothing of a PDF follows\n' }),
  (a) => ({ end: 'cut.json', code: 'not-json', bytes: JSON.stringify([{ text: a }]).slice(0, -20) }),
  (a, b) => ({
    end: 'line.jsonl',
    code: 'not-json',
    bytes: `${JSON.stringify({ text: a })}\n{"text": "half a li\n${JSON.stringify({ text: b })}\n`,
    where: ', line 2',
    readable: 2,
  }),
  (a, b) => ({
    end: 'rows.csv',
    code: 'no-text',
    bytes: `headline,text\n"One","${a.replaceAll('"', '""')}"\nTwo,\n"Three","${b.replaceAll('"', '""')}"\n`,
    where: ', line',
    readable: 2,
  }),
  () => ({
    end: 'shell.html',
    code: 'no-article',
    bytes: `<!doctype html><html><head><title>App</title><script>${'run();'.repeat(500)}</script></head><body><div id="root"></div></body></html>`,
  }),
  (a) => ({ end: 'cut.zip', code: 'damaged', bytes: cut(zipOf({ 'report.txt': a }), 0.7) }),
  (a) => ({ end: 'locked.zip', code: 'locked', bytes: locked(a), where: ', report.txt' }),
  (a) => ({ end: 'deep.zip', code: 'too-deep', bytes: deep(a), where: ', in.zip' }),
  (a, b) => ({
    end: 'cut.tar',
    code: 'truncated',
    bytes: tarOf({ 'whole.txt': a, 'cut.txt': b }).subarray(
      0,
      1024 + Math.ceil(Buffer.byteLength(a) / 512) * 512 + 100,
    ),
    readable: 1,
  }),
  () => ({
    end: 'attached.eml',
    code: 'empty',
    bytes:
      'From: a@courier.example\r\nTo: b@courier.example\r\nSubject: Attached\r\nMessage-ID: <9@courier.example>\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream\r\n\r\nxx\r\n',
  }),
  () => ({
    end: 'pictures.docx',
    code: 'empty',
    bytes: zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document><w:body/></w:document>' }),
  }),
  () => ({ end: 'bare.rss', code: 'empty', bytes: '<rss version="2.0"><channel><title>Bare</title></channel></rss>' }),
];

/** A bomb: it unpacks to more than any reports do. */
export const bomb = (): Broken => ({ end: 'bomb.txt.gz', code: 'bomb', bytes: gzipSync(Buffer.alloc(330 << 20, 32)) });
