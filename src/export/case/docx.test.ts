import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORD } from '../../../test/case.ts';
import type { CaseRecord } from '../../case.ts';
import { loadDossierWords } from '../../data/words.ts';
import { ingestBytes } from '../../ingest/ingest.ts';
import { caseDocx } from './docx.ts';
import { caseDossier } from './dossier.ts';

const words = loadDossierWords();

/** The text of a .docx file, as our own reader of them has it. */
async function textOf(record: CaseRecord): Promise<string> {
  const bytes = await caseDocx(caseDossier(record, { issues: new Map(), words }), words);
  for await (const one of ingestBytes(bytes, { path: 'keld.docx', line: null }, { name: 'keld.docx' })) {
    if ('failure' in one) throw new Error(one.failure.message);
    return one.document.text;
  }
  throw new Error('nothing in it');
}

test('the dossier for word processors reads back with its headings, quotations and references', async () => {
  const text = await textOf(RECORD);
  for (const part of [
    'Keld Strait',
    'What nobody has answered',
    '“=Halvia will not leave Ombra Point”',
    'Aldren Voss (Halvia); Strait Courier, 4 March 2031, [1]',
    'Said to be softer, according to Ilse Dovrane (Cantara)',
    '“At least nine people”',
    'The guns of <b>Ombra Point</b>',
  ])
    assert.ok(text.includes(part), part);
  assert.ok(text.indexOf('Positions') < text.indexOf('Words and deeds'));
});

test('what XML cannot hold is taken out, and the file stays well formed', async () => {
  const wicked = JSON.parse(
    JSON.stringify(RECORD).replaceAll('guns go', 'guns\\u0000\\ufffe</w:t></w:r>\\ud800 go'),
  ) as CaseRecord;
  assert.match(await textOf(wicked), /the guns.*<\/w:t><\/w:r>.* go/);
});
