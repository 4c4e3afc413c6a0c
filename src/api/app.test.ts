import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Judgement } from '../case.ts';
import { ENDPOINTS } from './app.ts';
import type { Deed } from './endpoint.ts';
import { onlyToken } from './people.ts';
import { deskOf, EMPTY_CASE, HOST } from './testing.ts';

const CASE = '/api/v1/cases/keld-strait';

test('who may ask: other names, other sites and frames are refused', async (t) => {
  const desk = await deskOf({ caseFile: async () => EMPTY_CASE });
  t.after(desk.close);
  const cases: [Record<string, string>, string, number, string | null][] = [
    [{}, 'GET', 200, null],
    [{ host: 'LOCALHOST:4270' }, 'GET', 403, '/problems/host'],
    [{ host: 'evil.example' }, 'GET', 403, '/problems/host'],
    [{ host: '127.0.0.1:9999' }, 'GET', 403, '/problems/host'],
    [{ origin: `http://${HOST}` }, 'GET', 200, null],
    [{ origin: 'https://evil.example' }, 'GET', 403, '/problems/origin'],
    [{ origin: 'null' }, 'GET', 403, '/problems/origin'],
    [{ 'sec-fetch-site': 'same-origin' }, 'GET', 200, null],
    [{ 'sec-fetch-site': 'cross-site' }, 'GET', 403, '/problems/origin'],
    [{ 'sec-fetch-site': 'same-site' }, 'POST', 403, '/problems/origin'],
  ];
  for (const [headers, method, status, type] of cases) {
    const answer = await desk.ask(`${CASE}/case`, { method, headers });
    assert.equal(answer.status, status, JSON.stringify(headers));
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    if (type) {
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.equal(((await answer.json()) as { type: string }).type, type);
    }
  }
});

test('a token, once asked for, is needed by every address of the API', async (t) => {
  const desk = await deskOf(
    { caseFile: async () => EMPTY_CASE },
    { whose: onlyToken('kittiwake', { name: 'Ilse', role: 'read' }) },
  );
  t.after(desk.close);
  const status = async (headers: Record<string, string>, path = `${CASE}/case`): Promise<number> =>
    (await desk.ask(path, { headers })).status;
  assert.equal(await status({}), 401);
  assert.equal(await status({ authorization: 'Bearer kittiwak' }), 401);
  assert.equal(await status({ authorization: 'kittiwake' }), 401);
  assert.equal(await status({ authorization: 'Bearer kittiwake' }), 200);
  assert.equal(await status({}, '/api/v1/health'), 401);
  const session = await desk.ask('/api/v1/session', { method: 'POST', headers: { authorization: 'Bearer kittiwake' } });
  const cookie = session.headers.get('set-cookie') ?? '';
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /SameSite=Strict/);
  assert.equal(await status({ cookie: cookie.split(';')[0]! }), 200);
});

test('each does what their role lets them, and what they do is told to the log', async (t) => {
  const deeds: Deed[] = [];
  const kept: Judgement[] = [];
  const whose = (token: string) =>
    (({ reader: { name: 'Pell', role: 'read' }, editor: { name: 'Ilse', role: 'correct' } })[token] as never) ?? null;
  const judge = async (judgement: Judgement): Promise<void> => {
    kept.push(judgement);
  };
  const desk = await deskOf({ caseFile: async () => EMPTY_CASE, judge }, { whose, onDeed: (deed) => deeds.push(deed) });
  t.after(desk.close);
  const status = async (token: string, method: string, path: string, body?: unknown): Promise<number> =>
    (
      await desk.ask(path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
    ).status;
  const judgement = { action: { do: 'accept', target: { kind: 'talk', id: 't1', report: null, words: null } } };
  assert.equal(await status('reader', 'GET', `${CASE}/case`), 200);
  assert.equal(await status('reader', 'POST', `${CASE}/judgements`, judgement), 403);
  assert.equal(await status('editor', 'POST', `${CASE}/judgements`, judgement), 200);
  assert.equal(await status('editor', 'PUT', `${CASE}/case`, EMPTY_CASE), 403);
  assert.equal(await status('stranger', 'GET', `${CASE}/case`), 401);
  assert.equal(await status('stranger', 'GET', '/metrics'), 401);
  assert.equal(await status('reader', 'GET', '/metrics'), 200);
  assert.deepEqual(
    kept.map((one) => one.who),
    ['Ilse'],
  );
  assert.deepEqual(
    deeds.map((deed) => [deed.who, deed.role, deed.path]),
    [['Ilse', 'correct', `${CASE}/judgements`]],
  );
});

test('what is not valid is told by field, and never reaches the store', async (t) => {
  const asked: unknown[] = [];
  const desk = await deskOf({
    matrix: async (filter) => {
      asked.push(filter);
      return { parties: [], issues: [], cells: [] };
    },
    lines: async () => ({ rows: [], next: null, total: 0 }),
  });
  t.after(desk.close);
  const bad: [string, string][] = [
    [`${CASE}/lines?limit=501`, 'limit'],
    [`${CASE}/lines?limit=x`, 'limit'],
    [`${CASE}/lines?from=yesterday`, 'from'],
    [`${CASE}/lines?issue=drop%20table`, 'issue'],
    [`${CASE}/items/lies`, 'kind'],
    [`${CASE}/search`, 'words'],
    [`/api/v1/cases/${encodeURIComponent('../etc')}/case`, 'case'],
  ];
  for (const [path, at] of bad) {
    const answer = await desk.ask(path);
    assert.equal(answer.status, 400, path);
    const problem = (await answer.json()) as { errors: { at: string }[] };
    assert.ok(
      problem.errors.some((error) => error.at === at),
      `${path}: ${JSON.stringify(problem)}`,
    );
  }
  assert.equal((await desk.ask('/api/v1/cases/unknown/matrix')).status, 404);
  assert.equal((await desk.ask('/api/v1/nothing')).status, 404);
  assert.equal((await desk.ask(`${CASE}/matrix?party=Halvia&from=2031-02`)).status, 200);
  assert.deepEqual(asked, [{ party: 'Halvia', from: '2031-02' }]);
});

test('an unchanged answer is not sent again', async (t) => {
  const desk = await deskOf({ matrix: async () => ({ parties: ['Halvia'], issues: [], cells: [] }) });
  t.after(desk.close);
  const first = await desk.ask(`${CASE}/matrix`);
  const tag = first.headers.get('etag');
  assert.ok(tag);
  const again = await desk.ask(`${CASE}/matrix`, { headers: { 'if-none-match': tag } });
  assert.equal(again.status, 304);
  assert.equal(await again.text(), '');
});

test('a judgement gets its id, moment and name here, and a bad one is refused', async (t) => {
  const kept: Judgement[] = [];
  const desk = await deskOf({
    judge: async (judgement) => {
      kept.push(judgement);
    },
  });
  t.after(desk.close);
  const heard: string[] = [];
  desk.hub.listen('keld-strait', (event) => heard.push(event.event));
  const post = (body: unknown): Promise<Response> =>
    desk.ask(`${CASE}/judgements`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const target = { kind: 'position', id: 'p1', report: null, words: null };
  assert.equal((await post({ action: { do: 'reject', target }, why: 'Not hers.' })).status, 200);
  assert.deepEqual(kept, [
    { id: 'id-1', at: '2031-04-02T08:00:00.000Z', who: 'analyst', why: 'Not hers.', action: { do: 'reject', target } },
  ]);
  assert.deepEqual(heard, ['changed']);
  for (const action of [
    { do: 'burn', target },
    { do: 'merge', targets: [target] },
    { do: 'accept' },
    { do: 'edit', target, set: { stance: 'foo' } },
  ]) {
    assert.equal((await post({ action })).status, 400);
  }
  assert.equal(kept.length, 1);
});

test('files that are handed over stand in the folder that is read, under harmless names, and go afterwards', async (t) => {
  let seen: string[] = [];
  let words = '';
  const desk = await deskOf({}, {}, async ({ paths }) => {
    seen = (await readdir(paths[0]!, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(paths[0]!.length + 1))
      .sort();
    words = await readFile(join(paths[0]!, 'reports/a.txt'), 'utf8');
  });
  t.after(desk.close);
  const form = new FormData();
  form.append('files', new Blob(['Halvia has said no.']), 'reports/a.txt');
  form.append('files', new Blob(['x']), '../../../etc/passwd');
  form.append('files', new Blob(['y']), '/abs\u0000olute.txt');
  form.append('files', new Blob(['z']), 'reports/A.TXT');
  const events: unknown[] = [];
  const finished = new Promise<void>((resolve) => {
    desk.hub.listen('keld-strait', (event) => {
      events.push(event);
      if (event.event === 'changed') resolve();
    });
  });
  const answer = await desk.ask(`${CASE}/uploads`, { method: 'POST', body: form });
  assert.equal(answer.status, 200, await answer.clone().text());
  await finished;
  assert.equal(words, 'Halvia has said no.');
  assert.deepEqual(seen, ['abs_olute.txt', 'etc/passwd', 'reports/4-A.TXT', 'reports/a.txt']);
  await assert.rejects(readdir(desk.added[0]!.paths[0]!), /ENOENT/);
});

test('web addresses are read only where the desk was told so', async (t) => {
  const desk = await deskOf({});
  t.after(desk.close);
  const post = (body: unknown): Promise<Response> =>
    desk.ask(`${CASE}/uploads`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  assert.equal((await post({ url: 'https://news.example/a' })).status, 403);
  assert.equal((await post({ url: 'file:///etc/passwd' })).status, 400);
  assert.equal((await post({})).status, 400);
  assert.equal((await post({ text: 'Halvia has said no.' })).status, 200);
});

test('events tell what happens while it does', async (t) => {
  const desk = await deskOf({});
  t.after(desk.close);
  const answer = await desk.ask(`${CASE}/events`);
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  const reader = answer.body!.getReader();
  const decoder = new TextDecoder();
  let heard = decoder.decode((await reader.read()).value);
  desk.hub.tell('keld-strait', { event: 'changed', what: 'judgement' });
  while (!heard.includes('judgement')) heard += decoder.decode((await reader.read()).value);
  assert.match(heard, /event: changed\ndata: \{"event":"changed","what":"judgement"\}/);
  await reader.cancel();
});

test('the OpenAPI document names every address, with its problems', async (t) => {
  const desk = await deskOf({});
  t.after(desk.close);
  const document = (await (await desk.ask('/api/v1/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { summary: string; responses: Record<string, unknown> }>>;
  };
  assert.equal(document.openapi, '3.1.0');
  for (const { path, method } of ENDPOINTS) {
    const described = document.paths[path]?.[method];
    assert.ok(described?.summary, `${method} ${path}`);
    assert.ok(described.responses['400']);
  }
});

test('the desk shows its own files only', async (t) => {
  const desk = await deskOf({});
  t.after(desk.close);
  assert.equal((await desk.ask('/')).status, 503);
  for (const path of ['/../../../../etc/passwd.json', '/%2e%2e/%2e%2e/package.json', '/%00.js', '/%ff.js']) {
    assert.equal((await desk.ask(path)).status, 503, path);
  }
});

test('a fault tells its maker, and nobody outside what it was', async (t) => {
  const faults: unknown[] = [];
  const desk = await deskOf(
    {
      matrix: async () => {
        throw new Error('secret path /home/x');
      },
    },
    { onFault: (error) => faults.push(error) },
  );
  t.after(desk.close);
  const answer = await desk.ask(`${CASE}/matrix`);
  assert.equal(answer.status, 500);
  assert.doesNotMatch(await answer.text(), /secret/);
  assert.equal(faults.length, 1);
});
