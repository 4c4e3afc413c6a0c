import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { span } from '../../text/span.ts';
import { type CopyLink, copiesAmong, linksOf, newCopyIndex, originsOf, sketchOf, wordsOf } from './copies.ts';
import { AGENCY, OTHERS, PARAGRAPHS, reportOf } from './testing.ts';

const [P0, P1, P2, P3] = PARAGRAPHS;
const [Q0, Q1, Q2, Q3] = OTHERS;
const STANDING =
  'The Courier asks its readers in every port of the strait to send word of delays, and will print what they write on Saturdays.';

/** The same sentence in no words that stand elsewhere. */
const masked = (text: string, vowels: string): string =>
  text.replace(/[aeio]/gu, (vowel) => `${vowels['aeio'.indexOf(vowel) % 3]}h`);

/** An agency's report, three that use it, and others; among them standing text, a report sent twice, one undated. */
const REPORTS = [
  reportOf('wire', [P0, P1, P2], { outlet: AGENCY, agency: 'LPA', published: '2031-03-05T10:00Z' }),
  reportOf('courier', ['# Ports', P0, P1, P2, Q0], { outlet: 'Drenholm Courier', published: '2031-03-05T09:00Z' }),
  reportOf('post', [Q1, P1, Q2], { outlet: 'Port Asker Post', agency: 'LPA', published: '2031-03-06' }),
  reportOf('radio', [Q1, P3], { outlet: 'Lorn Radio', published: '2031-03-07' }),
  reportOf('undated', [P0, P1, P2, Q3], { published: null }),
  reportOf('own', [P3.replaceAll('e', 'i'), Q3], { outlet: 'The Lorn Ledger', published: '2031-03-01' }),
  ...[P3, Q1, Q2, Q0].map((p, i) =>
    reportOf(`c${i}`, [masked(p, 'uia'), masked(p, 'oui'), STANDING], {
      outlet: 'Drenholm Courier',
      published: `2031-03-1${i}`,
    }),
  ),
];
const heads = new Map(REPORTS.map((r) => [r.text_sha256, sketchOf(r)]));
const shown = (links: readonly CopyLink[]): string[] => links.map((l) => `${l.original} > ${l.copy}: ${l.kind}`).sort();
const EXPECTED = [
  'own > undated: partial',
  'post > radio: near',
  'wire > courier: near',
  'wire > post: partial',
  'wire > undated: near',
];

test('links lead to who has the words first; standing text makes none', () => {
  assert.deepEqual(shown(copiesAmong(REPORTS)), EXPECTED);
});

test('standing text of too few reports is not known yet', () => {
  const few = REPORTS.filter((r) => r.text_sha256 !== 'c3');
  assert.deepEqual(
    shown(copiesAmong(few)).filter((l) => l.startsWith('c')),
    ['c0 > c1: partial', 'c0 > c2: partial'],
  );
});

const anyOrder = fc.shuffledSubarray(REPORTS, { minLength: REPORTS.length });

test('the order of arrival makes no difference, all at once or one by one', () => {
  const words = new Map(REPORTS.map((r) => [r.text_sha256, wordsOf(r)]));
  const all = copiesAmong(REPORTS);
  fc.assert(
    fc.property(anyOrder, (reports) => {
      assert.deepEqual(copiesAmong(reports), all);
      const index = newCopyIndex();
      const links = new Map<string, readonly CopyLink[]>();
      for (const report of reports) {
        for (const id of index.add(sketchOf(report)))
          links.set(
            id,
            linksOf(index, id, (other) => words.get(other)!),
          );
      }
      assert.deepEqual(
        [...links.keys()].sort().flatMap((id) => links.get(id)!),
        all,
      );
    }),
    { numRuns: 60 },
  );
});

test('a report already there changes nothing', () => {
  const index = newCopyIndex();
  assert.deepEqual(index.add(heads.get('wire')!), ['wire']);
  assert.deepEqual(index.add(heads.get('wire')!), []);
  assert.equal(index.size, 1);
});

test('a later report concerns nobody else; an earlier one those that have its words', () => {
  const index = newCopyIndex();
  index.add(heads.get('courier')!);
  assert.deepEqual(index.add(heads.get('radio')!), ['radio']);
  assert.deepEqual([...index.add(heads.get('wire')!)].sort(), ['courier', 'wire']);
});

const evidence = (report: string, words: string) => {
  const { text } = REPORTS.find((r) => r.text_sha256 === report)!;
  const start = text.indexOf(words);
  assert.ok(start >= 0);
  return { report, spans: [span(start, start + words.length)] };
};

test('originators are counted, not outlets', () => {
  const origins = originsOf(copiesAmong(REPORTS), (id) => heads.get(id));
  const answer = 'expected an answer within a week';
  const said = ['wire', 'courier', 'post', 'undated'].map((id) => evidence(id, answer));
  assert.deepEqual(origins.originatorsOf(said), { names: [AGENCY], reports: ['wire', 'wire', 'wire', 'wire'] });
  // What the Courier adds is its own; words of a report that credits the agency count as the agency's.
  assert.deepEqual(origins.originatorsOf([evidence('wire', answer), evidence('courier', 'price of coal')]).names, [
    'Drenholm Courier',
    AGENCY,
  ]);
  assert.deepEqual(origins.originatorsOf([evidence('wire', answer), evidence('post', 'A survey ship')]).names, [
    AGENCY,
  ]);
  assert.deepEqual(origins.originatorsOf([]), { names: [], reports: [] });
});

test('words are followed to the report that has them first, and to where they stand in it', () => {
  const origins = originsOf(copiesAmong(REPORTS), (id) => heads.get(id));
  const words = evidence('courier', P1);
  const origin = origins.originOf('courier', words.spans[0]!);
  assert.equal(origin.report, 'wire');
  assert.deepEqual([origin.span], evidence('wire', P1).spans);
  assert.equal(origins.originOf('courier', evidence('courier', Q0).spans[0]!).report, 'courier');
});

test('families are joined by copying, with the originals and who has each passage first', () => {
  const families = originsOf(copiesAmong(REPORTS), (id) => heads.get(id)).families();
  assert.deepEqual(
    families.map(({ reports, originals }) => ({ reports, originals })),
    [{ reports: ['own', 'wire', 'courier', 'post', 'radio', 'undated'], originals: ['own', 'wire'] }],
  );
  const passages = families[0]!.passages.map((p) => `${p.copy} < ${p.original}`);
  assert.deepEqual(
    passages,
    ['courier < wire', 'post < wire', 'radio < post', 'undated < own', 'undated < wire'].sort(),
  );
});
