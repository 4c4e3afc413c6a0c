/** Plain texts without metadata in a case: the day and the agency of the dateline date and credit them, and nothing else does. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CaseDossier } from '../src/export/case/model.ts';
import { folderOf, rapporteur } from './process.ts';

const BODY = `The ministry in Drenholm spoke of a shipment of timber, of the price of ice and of a pilot who lost his cap in the
harbour of Lorn before dawn, and it asked every captain to keep to the marked channel until the lamps are lit again.`;

const TEXTS: Readonly<Record<string, string>> = {
  'whole.txt': `Halvia rejects observers

DRENHOLM, March 23, 2031 (LPA) — "We will not accept foreign observers in our waters," Halvian foreign minister Aldren Voss said on Sunday.

${BODY}
`,
  // The same words a week on, under another name.
  'later.txt': `Pilot loses cap

LORN, 30 March 2031 (Strait News) - ${BODY} Halvia has not replied.
`,
  'no-year.txt': `Envoy calls both sides

LORN, March 24 (LPA) — "The parties are invited," Cantaran envoy Ilse Dovrane said.
`,
  'none.txt': 'Maravet rejected the proposal. "We will not sign," Maravetian president Oumara Tesk said.\n',
};

test('a dateline dates and credits what has no metadata; metadata go before it; no year is made up', async (t) => {
  const home = folderOf(t);
  mkdirSync(join(home, 'texts'));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(home, 'texts', name), text);
  writeFileSync(
    join(home, 'texts', 'told.jsonl'),
    `${JSON.stringify({ text: TEXTS['no-year.txt']!.replace('invited', 'awaited'), published: '2031-03-25', outlet: 'Courier' })}\n`,
  );
  const made = await rapporteur(['init', '--name', 'Strait', '--case', 'strait', 'texts'], { cwd: home });
  assert.equal(made.status, 0, made.err);
  const at = (...args: string[]) => rapporteur([...args, '--case', 'strait'], { cwd: home });
  const { out } = await at('export', '--format', 'jsonl');
  const reports = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((row) => typeof row['path'] === 'string');
  const told = new Map(reports.map((r) => [(r['path'] as string).split('/').at(-1), r]));
  const facts = (name: string): unknown[] => {
    const r = told.get(name);
    return [r?.['day'], r?.['filed'], r?.['outlet'], r?.['agency'], r?.['title']];
  };
  assert.deepEqual(facts('whole.txt'), ['2031-03-23', '2031-03-23', null, 'LPA', 'Halvia rejects observers']);
  assert.deepEqual(facts('later.txt'), ['2031-03-30', '2031-03-30', null, 'Strait News', 'Pilot loses cap']);
  assert.deepEqual(facts('no-year.txt'), [null, 'XXXX-03-24', null, 'LPA', 'Envoy calls both sides']);
  assert.deepEqual(facts('none.txt').slice(0, 4), [null, null, null, null]);
  assert.deepEqual(facts('told.jsonl:1'), ['2031-03-25', '2031-03-24', 'Courier', 'LPA', 'Envoy calls both sides']);

  // Whose the shared words are is known by the days of the datelines.
  assert.equal(told.get('later.txt')?.['copyOf'], told.get('whole.txt')?.['id']);

  const dossier = JSON.parse((await at('dossier', '--format', 'json')).out) as CaseDossier;
  const line = dossier.positions.find((p) => p.party === 'Halvia' && p.issue.code === 'MONITOR');
  const [quote] = line?.now.quotes ?? [];
  assert.deepEqual([quote?.outlet, quote?.day], ['LPA', '2031-03-23']);
  const page = (await at('dossier')).out;
  assert.match(page, /Halvia rejects observers \(LPA, 23 March 2031\)/);
  // What only a report without a year tells is in no period.
  const within = JSON.parse(
    (await at('dossier', '--format', 'json', '--from', '2031-03-23', '--to', '2031-03-23')).out,
  );
  assert.deepEqual(
    (within as CaseDossier).reports.map((r) => r.title),
    ['Halvia rejects observers'],
  );
});
