import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../../text/digest.ts';
import { sniff } from './sniff.ts';
import {
  BODY,
  DOCX,
  FEED,
  MAILBOX,
  PAGE,
  PARAGRAPHS,
  pdfOf,
  read,
  SAMPLES,
  TABLE,
  tarOf,
  WARC,
  zipOf,
} from './testing.ts';

const texts = async (data: string | Uint8Array, name: string): Promise<string[]> =>
  (await read(data, name)).documents.map((d) => d.text);

test('what a file is, its content says, not its name', () => {
  const kinds: Record<string, string> = {
    'a.html': 'html',
    'a.xml': 'feed',
    'a.atom': 'feed',
    'a.json': 'json-feed',
    'a.eml': 'eml',
    'a.mhtml': 'mhtml',
    'a.mbox': 'mbox',
    'a.jsonl': 'lines',
    'a.opml': 'opml',
    'a.docx': 'office',
    'a.pdf': 'pdf',
    'a.warc': 'warc',
    'a.warc.gz': 'gzip',
    'a.zip': 'zip',
    'a.tar': 'tar',
    'a.txt': 'text',
  };
  for (const [name, kind] of Object.entries(kinds)) {
    for (const given of ['', 'report', 'x.txt'])
      assert.equal(sniff(SAMPLES[name]!, given), kind, `${name} as ${given}`);
  }
  assert.equal(sniff(SAMPLES['a.csv']!, 'a.csv'), 'table');
});

test('texts that only look like something else stay texts', () => {
  for (const text of [
    'From: Littoral Press Agency\nDate: 5 February 2031\n\nHalvia said no.',
    '<3 was painted on the wall of the harbour.',
    '{ A brace. Halvia said no.',
    '[Updated] Halvia said no.',
    'From Lorn, the envoy wrote in 2031\nthat talks: none.',
    'WARC/ is a format.',
  ]) {
    assert.equal(sniff(Buffer.from(text), 'a.txt'), 'text', text);
  }
});

test('a page: the paragraphs of the report alone, and what the page tells of it', async () => {
  const { documents, failures } = await read(PAGE, 'a.html');
  assert.deepEqual(failures, []);
  const [page] = documents;
  assert.equal(page!.text, BODY);
  const { title, outlet, url, published, modified, byline, language, source_sha256, text_sha256 } = page!;
  assert.deepEqual(
    { title, outlet, url, published, modified, byline, language },
    {
      title: 'First the guns go, says Voss',
      outlet: 'Drenholm Courier',
      url: 'https://courier.example/2031/02/05/guns',
      published: '2031-02-05T17:40:00+01:00',
      modified: '2031-02-06T08:00:00+01:00',
      byline: 'Mira Lann',
      language: 'en',
    },
  );
  assert.equal(source_sha256, sha256(Buffer.from(PAGE)));
  assert.equal(text_sha256, sha256(BODY));
});

test('feeds: a report an entry, and a word where they hold only summaries', async () => {
  const { documents, notices } = await read(FEED, 'feed');
  assert.deepEqual(
    documents.map((d) => [d.origin.within, d.title, d.outlet, d.published, d.byline]),
    [
      ['entry 1', 'Guns & talks', 'Drenholm Courier', '2031-02-05T17:40:00Z', 'Mira Lann'],
      ['entry 2', 'Ferry sinks', 'Drenholm Courier', null, undefined],
    ],
  );
  assert.equal(documents[0]!.text, BODY);
  assert.equal(documents[1]!.text, 'A ferry sank off the Point.');
  assert.deepEqual(
    notices.map((n) => n.code),
    ['summary'],
  );
  const atom = (await read(SAMPLES['a.atom']!, 'feed')).documents[0]!;
  assert.deepEqual(
    [atom.title, atom.url, atom.published, atom.modified, atom.byline, atom.text],
    [
      'Talks again',
      'https://post.example/1',
      '2031-02-05T10:00:00Z',
      '2031-02-06T10:00:00Z',
      'Jon Tarrel',
      PARAGRAPHS.slice(0, 2).join('\n\n'),
    ],
  );
  assert.deepEqual(await texts(SAMPLES['a.json']!, 'feed'), [BODY]);
});

test('a list of feeds says how to follow them', async () => {
  const { documents, failures, notices } = await read(SAMPLES['a.opml']!, 'a.opml');
  assert.deepEqual([documents.length, failures.length], [0, 0]);
  assert.match(notices[0]!.message, /1 feed.*rapporteur watch a\.opml/);
});

test('archives of the web: pages by record, with their addresses, plain and packed', async () => {
  const { documents, notices } = await read(WARC, 'a.warc');
  assert.deepEqual(
    documents.map((d) => [d.origin.within, d.url, d.text === BODY]),
    [
      ['record 1', 'https://courier.example/2031/02/05/guns', true],
      ['record 3', 'https://courier.example/2031/02/05/guns', true],
    ],
  );
  assert.match(notices[0]!.message, /1 of its 3 records/);
  assert.deepEqual(await texts(SAMPLES['a.warc.gz']!, 'a.warc.gz'), [BODY, BODY]);
});

test('archives: members by their path, archives in archives, names that lead out of them', async () => {
  const { documents } = await read(SAMPLES['a.zip']!, 'a.zip');
  assert.deepEqual(
    documents.map((d) => [d.origin.within, d.text === BODY]),
    [
      ['b/c.html', true],
      ['d.txt', true],
      ['in.zip!e.md', true],
    ],
  );
  const out = await read(zipOf({ '../../etc/passwd.txt': BODY, '/abs.txt': BODY, 'a\\b.txt': BODY }), 'a.zip');
  assert.deepEqual(
    out.documents.map((d) => d.origin.within),
    ['../../etc/passwd.txt', '/abs.txt', 'a/b.txt'],
  );
  const tar = await read(tarOf({ '../up.txt': BODY, 'x.png': 'x', '.hidden.txt': BODY }), 'a.tar');
  assert.deepEqual(
    tar.documents.map((d) => d.origin.within),
    ['../up.txt'],
  );
  assert.deepEqual(await texts(SAMPLES['a.tgz']!, 'a.tgz'), [BODY]);
});

test('office texts and PDFs: paragraphs, title, writer', async () => {
  const [docx] = (await read(DOCX, 'a.docx')).documents;
  assert.deepEqual([docx!.text, docx!.title, docx!.byline], [BODY, 'Guns and talks', 'Mira Lann']);
  const [pdf] = (await read(SAMPLES['a.pdf']!, 'a.pdf')).documents;
  assert.equal(
    pdf!.text,
    'Halvia will not sit down with Maravet before the battery at Ombra Point is gone, its foreign minister said on Tuesday.\n\nA spokesman for the Front denied that its ships had fired first, he said.',
  );
  assert.deepEqual([pdf!.title, pdf!.published], ['Guns and talks', '2031-02-05']);
});

test('a PDF without text says that it needs OCR', async () => {
  const { failures } = await read(pdfOf([]), 'a.pdf');
  assert.equal(failures[0]?.code, 'needs-ocr');
  assert.match(failures[0]!.message, /OCR/);
});

test('messages and mailboxes', async () => {
  const [eml] = (await read(SAMPLES['a.eml']!, 'a.eml')).documents;
  assert.deepEqual(
    [eml!.text, eml!.title, eml!.byline, eml!.published],
    [BODY, 'Guns – and talks', 'Mira Lann', '2031-02-05T17:40:00+01:00'],
  );
  const { documents } = await read(MAILBOX, 'a.mbox');
  assert.deepEqual(
    documents.map((d) => [d.origin.within, d.title, d.text === BODY]),
    [
      ['message 1', 'Guns 1 – and talks', true],
      ['message 2', 'Guns 2 – and talks', true],
    ],
  );
  const [page] = (await read(SAMPLES['a.mhtml']!, 'a.mhtml')).documents;
  assert.deepEqual([page!.text, page!.url], [BODY, 'https://courier.example/2031/02/05/guns']);
});

test('tables: fields are guessed and told; quotes and line ends in fields; a row without text costs itself', async () => {
  const { documents, failures, notices } = await read(TABLE, 'a.csv');
  assert.deepEqual(
    documents.map((d) => [d.origin.line, d.title, d.outlet, d.published]),
    [
      [4, 'Guns, first', 'Courier', '2031-02-05'],
      [6, 'Third', 'Post', '2031-02-07'],
    ],
  );
  assert.equal(documents[0]!.text, `${PARAGRAPHS[0]}\n\n"${PARAGRAPHS[2]}"`);
  assert.deepEqual(
    failures.map((f) => [f.line, f.code]),
    [[5, 'no-text']],
  );
  assert.match(notices[0]!.message, /"Article Text" as text, "Headline" as title/);
  const tabs = await read('title\tbody\nGuns\tHalvia said no.\n', 'a.tsv');
  assert.deepEqual([tabs.documents[0]!.title, tabs.documents[0]!.text], ['Guns', 'Halvia said no.']);
  assert.equal((await read('a;b\n1;2\n', 'a.csv')).failures[0]!.code, 'no-report');
});

test('JSON: fields are guessed in lines and in lists', async () => {
  for (const name of ['a.jsonl', 'list.json']) {
    const { documents, notices } = await read(SAMPLES[name]!, name);
    assert.deepEqual(
      documents.map((d) => [d.text === BODY, d.title, d.outlet]),
      [
        [true, 'Guns', 'LPA'],
        [true, 'Again', null],
      ],
      name,
    );
    assert.match(notices[0]!.message, /"body" as text/);
  }
});

test('encodings of pages: labels, wrong labels, none', async () => {
  const words =
    'Zażółć gęślą jaźń. “Halvia” said no in Lorn, and its envoys said that they would not be back on Friday.';
  const page = (charset: string, text: string): string =>
    `<html><head>${charset && `<meta charset="${charset}">`}</head><body><p>${text}</p></body></html>`;
  const latin = 'Caf\xe9 in Lorn: the envoys of both sides said that they would meet again on Friday, or not at all.';
  const cases: [string, Uint8Array, RegExp, number][] = [
    ['UTF-8 with its label', Buffer.from(page('utf-8', words)), /Zażółć/, 0],
    ['UTF-8 under the label of another', Buffer.from(page('iso-8859-2', words)), /Zażółć/, 1],
    ['UTF-8 without a label', Buffer.from(page('', words)), /Zażółć/, 0],
    ['Windows-1252 under the label of UTF-8', Buffer.from(page('utf-8', latin), 'latin1'), /Café/, 1],
    ['Latin 1 with its label', Buffer.from(page('iso-8859-1', latin), 'latin1'), /Café/, 0],
    ['UTF-16', Buffer.from(`\ufeff${page('utf-16', words)}`, 'utf16le'), /Zażółć/, 0],
  ];
  for (const [name, bytes, pattern, notes] of cases) {
    const { documents } = await read(bytes, 'a.html');
    assert.match(documents[0]!.text, pattern, name);
    assert.equal(documents[0]!.notes.filter((n) => n.code === 'encoding').length, notes, name);
  }
});

test('what is cut off costs only what is missing', async () => {
  const packed = SAMPLES['a.warc.gz']!;
  const warc = await read(packed.subarray(0, packed.length - 100), 'a.warc.gz');
  assert.deepEqual([warc.documents.length, warc.failures[0]?.code], [1, 'truncated']);
  const plain = await read(WARC.subarray(0, WARC.length - 300), 'a.warc');
  assert.deepEqual([plain.documents.length, plain.failures[0]?.code], [1, 'truncated']);
  const tar = await read(SAMPLES['a.tar']!.subarray(0, -1600), 'a.tar');
  assert.deepEqual([tar.documents.length, tar.failures[0]?.code], [1, 'truncated']);
  const text = await read(gzipSync(BODY).subarray(0, 200), 'a.txt.gz');
  assert.deepEqual([text.documents.length, text.failures[0]?.code], [0, 'truncated']);
  assert.equal((await read(SAMPLES['a.zip']!.subarray(0, 500), 'a.zip')).failures[0]?.code, 'damaged');
  assert.equal((await read(FEED.slice(0, 900), 'a.xml')).documents.length, 1);
});

test('the day on which a browser printed a page into a PDF is not the day of its publication', async () => {
  const days = async (producer: string) =>
    (await read(pdfOf([PARAGRAPHS[0]!], producer), 'a.pdf')).documents.map((d) => d.published);
  assert.deepEqual(await days('Skia/PDF m131'), [null]);
  assert.deepEqual(await days('Writer 7.6'), ['2031-02-05']);
});
