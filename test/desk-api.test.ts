/** The desk over a real case: every address answers as the OpenAPI document says, and what is judged stays. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ENDPOINTS } from '../src/api/app.ts';
import { type Client, createClient, createDeskClient } from '../src/api/client.ts';
import { type Served, serveDesk } from '../src/api/server.ts';
import { folderCases } from '../src/cli/desk/cases.ts';
import { loadConsolidation } from '../src/run/consolidation.ts';

const SAMPLE = fileURLToPath(new URL('../examples/keld-strait', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'rapporteur-desk-'));
let served: Served;
let client: Client;

async function start(): Promise<void> {
  const cases = folderCases(home);
  served = await serveDesk({ cases, web: home, version: '0.0.0', who: 'analyst', online: false });
  client = createClient(`${served.url}api/v1`, 'keld-strait');
  const open = await cases.open('keld-strait');
  if ((await client.reports()).total === 0) {
    await open!.add(
      { paths: [join(SAMPLE, 'reports')], urls: [], under: null },
      () => {},
      new AbortController().signal,
    );
  }
}

before(async () => {
  mkdirSync(join(home, 'keld-strait'));
  for (const file of ['case.yaml', 'map.geojson']) cpSync(join(SAMPLE, file), join(home, 'keld-strait', file));
  await start();
});

after(async () => {
  await served.close();
  rmSync(home, { recursive: true, force: true });
});

/** A query that an address needs, and an id of its kind. */
async function exampleOf(path: string): Promise<string | null> {
  const id = async (list: 'lines' | 'talks' | 'happenings' | 'disputes' | 'actors' | 'reports') =>
    (await client[list]({ limit: 1 })).rows[0]!.id;
  const list = /\/(lines|talks|happenings|disputes|actors|reports)\/\{id\}$/.exec(path)?.[1];
  if (list) return path.replace('{id}', await id(list as 'lines'));
  const opened = /\/opened\/(line|talk|happening|dispute|actor)\/\{id\}$/.exec(path)?.[1];
  if (opened) return path.replace('{id}', await id(`${opened}s` as 'lines'));
  if (path.endsWith('/item/{id}')) return path.replace('{id}', (await client.items('position')).rows[0]!.id);
  if (path.endsWith('/items/{kind}')) return path.replace('{kind}', 'event?limit=500');
  if (path.endsWith('/search')) return `${path}?words=battery`;
  if (path.endsWith('/since') || path.endsWith('/news')) return `${path}?moment=2000-01-01T00:00:00.000Z`;
  if (path.endsWith('/words-and-deeds/items')) {
    const counted = (await client.wordsAndDeeds()).find((row) => row.verbalConflict > 0)!;
    return `${path}?party=${counted.party}&week=${counted.week}&quad=verbalConflict`;
  }
  return path.includes('{id}') ? null : path;
}

test('every answer is as the OpenAPI document describes it, with nothing besides', async () => {
  let checked = 0;
  for (const { method, path, answer } of ENDPOINTS) {
    if (method !== 'get' || !answer) continue;
    const example = await exampleOf(path);
    assert.ok(example, `no example for ${path}`);
    const response = await fetch(`${served.url}${example.slice(1).replace('{case}', 'keld-strait')}`);
    const body: unknown = await response.json();
    assert.equal(response.status, 200, `${path}: ${JSON.stringify(body)}`);
    const parsed = answer.safeParse(body);
    assert.ok(parsed.success, `${path}: ${JSON.stringify(parsed.error?.issues.slice(0, 3))}`);
    assert.deepEqual(parsed.data, body, path);
    checked += 1;
  }
  assert.ok(checked > 20);
});

test('every piece of evidence is an exact slice of its report', async () => {
  const texts = new Map<string, string>();
  const textOf = async (id: string): Promise<string> => {
    if (!texts.has(id)) texts.set(id, (await client.report(id)).text);
    return texts.get(id)!;
  };
  let pieces = 0;
  const lists = [
    await client.lines({ limit: 500 }),
    await client.talks({ limit: 500 }),
    await client.happenings({ limit: 500 }),
  ];
  const evidence = JSON.stringify(lists.map((page) => page.rows));
  for (const [one] of evidence.matchAll(/\{"item":.*?"copyOf":(?:null|"[0-9a-f]+")[^{}]*\}/g)) {
    const { report, spans, words } = JSON.parse(one) as {
      report: string;
      spans: { start: number; end: number }[];
      words: string;
    };
    const text = await textOf(report);
    assert.equal(words, spans.map(({ start, end }) => text.slice(start, end)).join(' … '));
    pieces += 1;
  }
  assert.ok(pieces > 100, `${pieces} pieces`);
});

test('undertakings are those of the whole record, however few are asked for', async () => {
  const [lines, happenings] = await Promise.all([client.lines({ limit: 500 }), client.happenings({ limit: 500 })]);
  const whole = loadConsolidation().undertakings!(lines.rows, happenings.rows);
  const brief = (all: Awaited<ReturnType<Client['undertakings']>>) =>
    all.map(({ point, deeds, total, alike }) => [point.id, deeds.map(({ id }) => id), total, alike]);
  assert.ok(whole.some(({ total }) => total > 0) && whole.length > 10);
  assert.deepEqual(brief(await client.undertakings({ limit: 500 })), brief(whole));
  assert.deepEqual(brief(await client.undertakings({ limit: 3 })), brief(whole.slice(0, 3)));
  assert.deepEqual(
    brief(await client.undertakings({ parties: ['Maravet'], from: '2031-02-01', to: '2031-03-01', limit: 500 })),
    brief(
      whole.filter(
        ({ holder, point: { day } }) => holder === 'Maravet' && day! >= '2031-02-01' && day! <= '2031-03-01',
      ),
    ),
  );
});

test('what is judged leaves the record at once, is undone, and outlives a restart', async () => {
  const [line] = (await client.lines({ limit: 1 })).rows;
  const [piece] = line!.now.evidence;
  const target = { kind: 'position', id: piece!.item, report: piece!.report, words: piece!.words } as const;
  const rejected = await client.judge({ action: { do: 'reject', target }, why: 'A test.' });
  const items = async (): Promise<readonly string[]> =>
    (await client.items('position', { limit: 500 })).rows.map((item) => item.id);
  assert.ok(!(await items()).includes(piece!.item));
  await served.close();
  await start();
  assert.ok(!(await items()).includes(piece!.item));
  assert.deepEqual(
    (await client.judgements()).rows.map((row) => row.judgement.id),
    [rejected.id],
  );
  await client.judge({ action: { do: 'undo', judgement: rejected.id }, why: null });
  assert.ok((await items()).includes(piece!.item));
  assert.deepEqual(await client.line(line!.id), line);
});

test('reports that are handed over make a new case, which finds its parties', async () => {
  const desk = createDeskClient(`${served.url}api/v1`);
  const { name } = await desk.makeCase('Second Case');
  assert.equal(name, 'second-case');
  const second = createClient(`${served.url}api/v1`, name);
  const text =
    'Halvia demanded on Monday that Maravet withdraw its battery from Ombra Point. Maravet rejected the demand.';
  await second.upload([{ path: 'folder/one.txt', file: new Blob([text]) }]);
  await second.paste({ text: `${text} It said so twice.`, outlet: 'The Lorn Ledger', published: '2031-03-04' });
  for (let i = 0; (await second.reports()).total < 2; i += 1) {
    assert.ok(i < 200, 'the reports were not read in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const paths = (await second.reports()).rows.map((row) => [row.path, row.outlet, row.day]);
  assert.deepEqual(new Set(paths.map(([path]) => path)), new Set(['folder/one.txt', 'pasted.jsonl:1']));
  assert.ok(paths.some(([, outlet, day]) => outlet === 'The Lorn Ledger' && day === '2031-03-04'));
});

test('a brief comes in every form', async () => {
  for (const format of ['md', 'html', 'json', 'docx'] as const) {
    const brief = await client.brief({ format, party: 'Halvia' });
    assert.ok(brief.size > 1000, format);
    if (format === 'docx')
      assert.equal(
        Buffer.from(await brief.arrayBuffer())
          .subarray(0, 2)
          .toString(),
        'PK',
      );
    const talks = await (await client.brief({ format: 'md', views: ['talks'] })).text();
    assert.match(talks, /## Talks/);
    assert.doesNotMatch(talks, /## (?:Positions|Events|Disputes)/);
    if (format === 'html') assert.doesNotMatch(await brief.text(), /<script/);
  }
});
