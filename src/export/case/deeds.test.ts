import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORD } from '../../../test/case.ts';
import type { CaseRecord } from '../../case.ts';
import { loadDossierWords } from '../../data/words.ts';
import { caseDossier } from './dossier.ts';
import { caseMarkdown } from './markdown.ts';
import { narrow } from './narrow.ts';

const words = loadDossierWords();
const issues = new Map([['TERR_WITHDRAW', 'Leaving land']]);
const [line] = RECORD.lines;
const [point] = line!.points;
const undertaking = {
  line: line!.id,
  holder: line!.holder,
  issue: line!.issue,
  point: point!,
  deeds: RECORD.happenings.slice(0, 1),
  total: 3,
  alike: 1,
};
const record: CaseRecord = {
  ...RECORD,
  undertakings: [undertaking, { ...undertaking, deeds: [], total: 0, alike: 0 }],
};

test('a word stands above the deeds after it, each with its source, and what is left out is counted', () => {
  const dossier = caseDossier(record, { issues, words });
  assert.equal(dossier.undertakings?.length, 1, 'what nothing was done after is left out');
  const [one] = dossier.undertakings!;
  assert.deepEqual([one?.party, one?.day, one?.after.length, one?.left], [line!.holder, point!.day, 1, 2]);
  assert.ok(one!.said.quotes.length > 0 && one!.after[0]!.quotes.length > 0);
  const printed = caseMarkdown(dossier, words);
  const at = (what: string): number => printed.indexOf(what);
  assert.ok(at('What was undertaken, and what was done after') > at('Words and deeds'));
  assert.ok(at('And 2 more in these weeks.') > at('What was undertaken'));
});

test('a promise is called one, though as a position it is a demand', () => {
  const said = { ...point!, stance: 'demands' as const, said: 'promise' as const };
  const promised = { ...record, undertakings: [{ ...undertaking, point: said }] };
  assert.equal(caseDossier(promised, { issues, words }).undertakings?.[0]?.said.said, 'promises');
});

test('narrowed, it has the words of the period, and deeds that came after it', () => {
  const kept = narrow(record, { from: point!.day!, to: point!.day! });
  assert.equal(kept.undertakings?.[0]?.deeds.length, 1);
  assert.equal(narrow(record, { from: '2032-01-01' }).undertakings?.length, 0);
  assert.equal(caseDossier(record, { issues, words, only: { issue: 'SEA_TRADE' } }).undertakings, null);
});
