/** Two people at one case: neither overwrites the other silently, each hears of the other at once, and the log knows both. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ApiError, createClient, createDeskClient } from '../src/api/client.ts';
import { People } from '../src/api/people.ts';
import { serveDesk } from '../src/api/server.ts';
import { folderCases } from '../src/cli/desk/cases.ts';
import { folderOf } from './process.ts';
import { ROOT } from './sources.ts';

const SAMPLE = join(ROOT, 'examples/keld-strait');

test('judgements of two editors on one entry stand beside each other, and none is passed over', async (t) => {
  const home = folderOf(t);
  mkdirSync(join(home, 'keld'));
  cpSync(join(SAMPLE, 'case.yaml'), join(home, 'keld/case.yaml'));
  const people = new People(join(home, 'people.json'));
  const tokens = ['Ilse', 'Pell'].map((name) => people.add(name, 'correct', '2031-04-02T08:00:00.000Z'));
  const cases = folderCases(home);
  const deeds: string[] = [];
  const served = await serveDesk({
    cases,
    web: home,
    version: '0.0.0',
    who: 'owner',
    people,
    onDeed: ({ who, status }) => deeds.push(`${who} ${status}`),
  });
  t.after(() => served.close());
  const open = (await cases.open('keld'))!;
  const reports = readFileSync(join(SAMPLE, 'reports/2031-02-05-lpa.txt'));
  await open.add(
    { paths: [join(SAMPLE, 'reports/2031-02-05-lpa.txt')], urls: [], under: null },
    () => {},
    new AbortController().signal,
  );
  assert.ok(reports.length > 0);
  const as =
    (token: string) =>
    (input: string, init: RequestInit = {}) =>
      fetch(input, { ...init, headers: { ...(init.headers as object), authorization: `Bearer ${token}` } });
  const [ilse, pell] = tokens.map((token) => createClient(`${served.url}api/v1`, 'keld', as(token))) as [
    ReturnType<typeof createClient>,
    ReturnType<typeof createClient>,
  ];
  assert.deepEqual(await createDeskClient(`${served.url}api/v1`, as(tokens[1]!)).me(), {
    name: 'Pell',
    role: 'correct',
  });
  const [item, other] = (await ilse.items('statement', { limit: 2 })).rows;
  const target = { kind: 'statement', id: item!.id, report: item!.report.id, words: item!.words } as const;
  const elsewhere = { kind: 'statement', id: other!.id, report: other!.report.id, words: other!.words } as const;

  const stream = await as(tokens[1]!)(`${served.url}api/v1/cases/keld/events`);
  const reader = stream.body!.getReader();
  const first = await ilse.judge({ action: { do: 'accept', target }, why: null, seen: null });
  let heard = '';
  while (!heard.includes('"what":"judgement"')) heard += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();

  const late = { action: { do: 'reject', target }, why: 'A slip.', seen: null } as const;
  await assert.rejects(
    pell.judge(late),
    (error: ApiError) => error.status === 409 && /Ilse has judged this since you looked \(accept, /.test(error.detail),
  );
  assert.equal((await pell.judgements()).total, 1);
  // Another thing, a note, and what was seen, are no matter.
  await pell.judge({ action: { do: 'accept', target: elsewhere }, why: null, seen: null });
  await pell.judge({ action: { do: 'note', target, text: 'Ask the agency.' }, why: null, seen: first.id });
  await pell.judge({ ...late, seen: first.id });
  assert.equal(
    (await pell.items('statement', { limit: 500 })).rows.some(({ id }) => id === item!.id),
    false,
  );
  // Both at once, each without knowing of the other: one is told.
  const both = await Promise.allSettled(
    [ilse, pell].map((one) =>
      one.judge({ action: { do: 'edit', target: elsewhere, set: { act: 'deny' } }, why: null, seen: null }),
    ),
  );
  assert.equal(
    both.filter((one) => one.status === 'rejected').length,
    2 - both.filter((one) => one.status === 'fulfilled').length,
  );
  assert.ok(both.some((one) => one.status === 'rejected' && (one.reason as ApiError).status === 409));
  const ledger = (await ilse.judgements()).rows.map(({ judgement }) => `${judgement.who} ${judgement.action.do}`);
  assert.deepEqual(ledger.slice(-4).reverse(), ['Ilse accept', 'Pell accept', 'Pell note', 'Pell reject']);
  assert.deepEqual(deeds.slice(0, 4), ['Ilse 200', 'Pell 200', 'Pell 200', 'Pell 200']);
});
