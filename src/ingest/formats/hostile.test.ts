import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LIMITS } from './limits.ts';
import { BODY, PARAGRAPHS, read, warcRecord, zipOf } from './testing.ts';

const MB = 1024 * 1024;
const small = { ...LIMITS, unpacked: MB, page: MB, document: MB, member: 2 * MB, entries: 100 };
const codes = async (data: string | Uint8Array, name: string): Promise<string[]> =>
  (await read(data, name, { limits: small })).failures.map((f) => f.code);

test('bombs are stopped by what comes out, whatever their heads claim', async () => {
  const zeros = Buffer.alloc(20 * MB);
  assert.deepEqual(await codes(gzipSync(zeros), 'a.gz'), ['bomb']);
  assert.deepEqual(await codes(zipOf({ 'a.txt': zeros }), 'a.zip'), ['bomb']);
  const lying = await codes(zipOf({ 'a.txt': Buffer.alloc(5 * MB), 'b.txt': BODY }, 10), 'a.zip');
  assert.deepEqual(lying, ['damaged', 'damaged']);
  const page = warcRecord('https://x.example/', 'text/html', gzipSync(zeros), 'Content-Encoding: gzip\r\n');
  assert.deepEqual(await codes(page, 'a.warc'), ['too-large']);
});

test('archives in archives are read to a depth', async () => {
  let packed = zipOf({ 'a.txt': BODY });
  for (let i = 0; i < 3; i++) packed = zipOf({ 'a.zip': packed });
  assert.equal((await read(packed, 'a.zip')).documents.length, 1);
  assert.deepEqual(await codes(zipOf({ 'a.zip': packed }), 'a.zip'), ['too-deep']);
  let gz: Uint8Array = Buffer.from(BODY);
  for (let i = 0; i < 6; i++) gz = gzipSync(gz);
  assert.deepEqual(await codes(gz, 'a.gz'), ['too-deep']);
});

test('one bad member, record or row leaves the others unharmed', async () => {
  const { documents, failures } = await read(
    zipOf({ 'a.pdf': '%PDF-1.4 nothing', 'b.html': '<html><body></body></html>', 'c.txt': BODY }),
    'a.zip',
  );
  assert.deepEqual(
    failures.map((f) => [f.within, f.code]),
    [
      ['a.pdf', 'damaged'],
      ['b.html', 'no-article'],
    ],
  );
  assert.equal(documents[0]!.origin.within, 'c.txt');
});

test('parts are counted', async () => {
  const files = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}.txt`, BODY]));
  const { documents, failures } = await read(zipOf(files), 'a.zip', { limits: small });
  assert.deepEqual([documents.length, failures[0]?.code], [100, 'too-many']);
});

test('entities of XML are not expanded', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${names}<!ENTITY f SYSTEM "file:///etc/hostname">]><rss><channel><item><title>x</title><description>&l9;&f; ${PARAGRAPHS[0]}</description></item></channel></rss>`;
  const [document] = (await read(laughs, 'a.xml')).documents;
  assert.equal(document!.text, `&l9;&f; ${PARAGRAPHS[0]}`);
});

test('pages too deep or too large for a tree are read without one, and say so', async () => {
  for (const page of [
    `<html><body>${'<div>'.repeat(50_000)}<p>${BODY}</p>`,
    `<html><body>${'<svg>'.repeat(50_000)}</svg><p>${BODY}</p>`.replaceAll('<svg>', '<b>'),
    `<html><body>${'<p>a b'.repeat(50_000)}<p>${BODY}</p>`,
    `<html><body>${'<ul><li>'.repeat(200)}${'<li>item'.repeat(20_000)}<p>${BODY}</p>`,
  ]) {
    const [document] = (await read(page, 'a.html')).documents;
    assert.ok(document!.text.includes('First the guns go'));
    assert.ok(document!.notes.some((n) => n.code === 'page-frame'));
  }
  assert.deepEqual(await codes('<div>'.repeat(MB), 'a.html'), ['too-large']);
});

test('bait for regular expressions and parsers: work in proportion to the bytes', async () => {
  const tail = `<body><p>${PARAGRAPHS.join('</p><p>')}</p>`;
  const baits: [string, string][] = [
    [`<html><head>${'<meta charset '.repeat(50_000)}>${tail}`, 'a.html'],
    [`<html>${'<!-- '.repeat(100_000)}-->${tail}`, 'a.html'],
    [`<html><body>${'<'.repeat(500_000)}${tail}`, 'a.html'],
    [`<html><body><p>${'&'.repeat(500_000)}</p>${tail}`, 'a.html'],
    [`<html><body><p>${' '.repeat(900_000)}x</p>${tail}`, 'a.html'],
    [`<html><body><p class=date>${'1'.repeat(500_000)}</p>${tail}`, 'a.html'],
    [`<html><head><title>${'a - '.repeat(100_000)}</title></head>${tail}`, 'a.html'],
    [`<html><head><script type="application/ld+json">${'['.repeat(300_000)}</script></head>${tail}`, 'a.html'],
    [`<html><head><script type="application/ld+json">{${', '.repeat(300_000)}</script></head>${tail}`, 'a.html'],
    [`Subject: ${'=?utf-8?q?a?= '.repeat(50_000)}\nMessage-ID: 1\nFrom: a\n\n${BODY}`, 'a.eml'],
    [`From a@b 17:40 2031\nSubject: x\n\n${'b\n\nFrom '.repeat(100_000)}`, 'a.mbox'],
    [`text\n"${'a""'.repeat(300_000)}"\n`, 'a.csv'],
    [`[${'{"a":'.repeat(100_000)}`, 'a.json'],
    [`WARC/1.0\r\n${'A: b\r\n'.repeat(200_000)}`, 'a.warc'],
  ];
  for (const [data, name] of baits) {
    const { documents, failures } = await read(data, name);
    assert.ok(documents.length + failures.length > 0, data.slice(0, 40));
  }
});
