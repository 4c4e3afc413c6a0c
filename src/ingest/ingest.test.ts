import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { count, type Ingested, ingest, type Notice } from './ingest.ts';
import { linesOf } from './jsonl.ts';

const english = 'The envoys of both sides said that they would meet again in Lorn on Friday.';
const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
after(() => rmSync(folder, { recursive: true }));
const at = (...parts: string[]): string => join(folder, ...parts);

mkdirSync(at('a', 'deep'), { recursive: true });
mkdirSync(at('none'));
writeFileSync(at('a', 'b.txt'), `B. ${english}`);
writeFileSync(at('a', 'a.md'), `A. ${english}`);
writeFileSync(at('a', 'deep', 'c.text'), `C. ${english}`);
writeFileSync(at('a', 'x.css'), 'a,b');
writeFileSync(at('a', '.hidden.txt'), english);
writeFileSync(at('a', 'z.pdf.txt'), '%PDF-1.7 ...');
writeFileSync(
  at('a', 'metadata.jsonl'),
  `{"file": "b.txt", "outlet": "The Courier", "published": "2031-03-04"}\nnonsense\n{"file": "deep/c.text", "title": "Talks", "url": 7}\n`,
);
symlinkSync(at('a'), at('a', 'deep', 'round'));
writeFileSync(
  at('w.jsonl'),
  `{"text": "1. ${english}", "outlet": "LPA"}\r\n\n{"text": 5}\nnot json\n[1]\n{"text": "2. ${english}", "published": "2031-03-05", "language": "en"}`,
);
writeFileSync(at('empty.jsonl'), '\n\n');
writeFileSync(at('wide.jsonl'), Buffer.from(`\ufeff{"text": "3. ${english}"}\n`, 'utf16le'));

async function all(paths: string[], input?: string | Uint8Array[]): Promise<{ found: Ingested[]; notices: Notice[] }> {
  const found: Ingested[] = [];
  const notices: Notice[] = [];
  const chunks = typeof input === 'string' ? [Buffer.from(input)] : (input ?? []);
  const stream = (async function* () {
    yield* chunks;
  })();
  for await (const one of ingest(paths, { onNotice: (n) => notices.push(n), input: stream })) found.push(one);
  return { found, notices };
}
const brief = (one: Ingested): string =>
  'document' in one
    ? `${one.document.text.slice(0, 2)} ${one.document.origin.line ?? ''}`.trim()
    : `${one.failure.code} ${one.failure.line ?? ''}`.trim();

test('a folder: all below it in order of name, with what the file beside them tells', async () => {
  const { found, notices } = await all([at('a')]);
  assert.deepEqual(found.map(brief), ['A.', 'B.', 'C.', 'damaged']);
  const [a, b, c] = found.flatMap((f) => ('document' in f ? [f.document] : []));
  assert.deepEqual(
    [a!.outlet, b!.outlet, b!.published, c!.title, c!.url],
    [null, 'The Courier', '2031-03-04', 'Talks', null],
  );
  assert.deepEqual(
    notices.map((n) => [n.code, n.line]),
    [
      ['sidecar', 2],
      ['skipped', null],
    ],
  );
  assert.match(notices[1]!.message, /^2 other files/);
});

test('a file named outright has the same metadata', async () => {
  const { found } = await all([at('a', 'deep', 'c.text')]);
  assert.equal('document' in found[0]! && found[0].document.title, 'Talks');
});

test('JSONL: a report a line; a broken line costs only itself', async () => {
  const { found } = await all([at('w.jsonl')]);
  assert.deepEqual(found.map(brief), ['1. 1', 'no-text 3', 'not-json 4', 'not-report 5', '2. 6']);
  const last = found[4]!;
  assert.ok('document' in last && last.document.published === '2031-03-05' && last.document.language === 'en');
  assert.deepEqual((await all([at('empty.jsonl')])).found.map(brief), ['empty']);
  assert.deepEqual((await all([at('wide.jsonl')])).found.map(brief), ['3. 1']);
});

test('paths that hold nothing: each is a failure of its own, in plain words', async () => {
  const { found } = await all([at('nowhere'), at('none'), at('a', 'metadata.jsonl'), at('a', 'b.txt')]);
  assert.deepEqual(found.map(brief), ['not-found', 'no-reports', 'metadata', 'B.']);
  for (const f of found) if ('failure' in f) assert.match(f.failure.message, /\.$/);
});

test('standard input: a report, or a report a line', async () => {
  assert.deepEqual((await all(['-'], `B. ${english}`)).found.map(brief), ['B.']);
  assert.deepEqual((await all(['-'], `{"text": "1. ${english}"}\n{"text": "2. ${english}"}`)).found.map(brief), [
    '1. 1',
    '2. 2',
  ]);
  assert.deepEqual((await all(['-'], `{"text": "1. ${english}"}`)).found.map(brief), ['1. 1']);
  assert.deepEqual((await all(['-'], `{ A brace. ${english}\n`)).found.length, 1);
  assert.deepEqual(
    (await all(['-'], '')).found.map((f) => 'document' in f && f.document.notes[0]?.code),
    ['empty'],
  );
  const bytes = Buffer.from(`{"text": "1. “${english}”"}\n{"text": "2. ${english}"}\n`);
  const single = [...bytes].map((b) => Uint8Array.of(b));
  assert.deepEqual((await all(['-'], single)).found.map(brief), ['1. 1', '2. 2']);
});

test('lines are the same however the bytes are cut', async () => {
  const bytes = Buffer.from('ä\nbb “c”\n\n🕊️ d\r\ne');
  const read = async (size: number): Promise<string[]> => {
    const chunks = (async function* () {
      for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
    })();
    const out: string[] = [];
    for await (const { line, words } of linesOf(chunks)) out.push(`${line}:${words}`);
    return out;
  };
  const whole = await read(1000);
  assert.deepEqual(whole, ['1:ä', '2:bb “c”', '3:', '4:🕊️ d\r', '5:e']);
  for (const size of [1, 2, 3, 7]) assert.deepEqual(await read(size), whole);
});

test('what there is to read is counted where it can be known', async () => {
  assert.deepEqual((await count([at('a')])).reports, 4);
  assert.equal((await count([at('a'), at('w.jsonl')])).reports, null);
  assert.deepEqual(await count(['-']), { reports: null, bytes: null });
});
