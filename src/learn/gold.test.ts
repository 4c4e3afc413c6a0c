import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sha256 } from '../text/digest.ts';
import { slice } from '../text/span.ts';
import { readAllGold, readGold } from './gold.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-gold-'));
after(() => rmSync(folder, { recursive: true }));

const TEXT = 'Voss said the boats stay. “They stay,” Voss said. “All of them stay.”';
const write = (set: string, name: string, reading: unknown): string => {
  mkdirSync(join(folder, set), { recursive: true });
  writeFileSync(join(folder, set, name), JSON.stringify(reading));
  return join(folder, set);
};
writeFileSync(join(folder, 'report.txt'), TEXT);
const statement = {
  content: ['They stay', { words: 'stay', nth: 3 }],
  cue: { words: 'said', nth: 2 },
  speaker: { words: { words: 'Voss', nth: 2 }, names: ['Aldren Voss', 'Voss'], party: 'Halvia' },
  form: 'direct',
  act: ['promise', 'claim'],
};

test('words are found where they stand for the nth time', () => {
  const [gold] = readGold(
    write('one', 'a.json', { text: 'report.txt', published: '2031-03-04', statements: [statement] }),
  );
  const [s] = gold!.statements;
  assert.deepEqual(
    [...s!.content, ...s!.cue, ...s!.speaker].map((x) => slice(gold!.text, x)),
    ['They stay', 'stay', 'said', 'Voss'],
  );
  assert.equal(s!.content[1]!.start, TEXT.lastIndexOf('stay'));
  assert.equal(s!.cue[0]!.start, TEXT.lastIndexOf('said'));
  assert.equal(s!.speaker[0]!.start, TEXT.lastIndexOf('Voss'));
  assert.deepEqual(s!.names, ['Aldren Voss', 'Voss']);
  assert.deepEqual(s!.acts, ['promise', 'claim']);
  assert.equal(s!.party, 'Halvia');
  assert.equal(gold!.published, '2031-03-04');
});

test('what a reading leaves out is empty', () => {
  const [gold] = readGold(
    write('bare', 'a.json', {
      text: 'report.txt',
      statements: [{ content: 'the boats stay', form: 'indirect', act: 'claim' }],
    }),
  );
  const [s] = gold!.statements;
  assert.deepEqual([s!.cue, s!.speaker, s!.names, s!.party, s!.acts], [[], [], [], null, ['claim']]);
  assert.equal(gold!.published, null);
  const [none] = readGold(write('none', 'a.json', { text: 'report.txt' }));
  assert.deepEqual(none!.statements, []);
});

test('words that are not in the text name the file', () => {
  const cases: [set: string, content: unknown][] = [
    ['absent', 'the boats leave'],
    ['seldom', { words: 'Voss', nth: 3 }],
  ];
  for (const [set, content] of cases) {
    const at = write(set, 'wrong.json', {
      text: 'report.txt',
      statements: [{ content, form: 'direct', act: 'claim' }],
    });
    assert.throws(() => readGold(at), /^Error: wrong\.json: these words are not in the text/);
  }
});

test('an nth far beyond the last is an error too', () => {
  const at = write('beyond', 'wrong.json', {
    text: 'report.txt',
    statements: [{ content: { words: 'Voss', nth: 4 }, form: 'direct', act: 'claim' }],
  });
  assert.throws(() => readGold(at), /wrong\.json/);
});

test('every third by name is kept aside', () => {
  let at = '';
  for (const name of ['d.json', 'a.json', 'f.json', 'c.json', 'e.json', 'b.json', 'readme.md'])
    at = write('six', name, { text: 'report.txt', statements: [] });
  assert.deepEqual(
    readGold(at).map((g) => `${g.name}${g.aside ? ' aside' : ''}`),
    ['a.json', 'b.json', 'c.json aside', 'd.json', 'e.json', 'f.json aside'],
  );
});

test('a reading may say itself whether it is kept aside', () => {
  let at = '';
  for (const [name, aside] of [
    ['a.json', true],
    ['b.json', false],
    ['c.json', false],
  ] as const)
    at = write('told', name, { text: 'report.txt', aside, statements: [] });
  assert.deepEqual(
    readGold(at).map((g) => g.aside),
    [true, false, false],
  );
});

test('readings elsewhere give stretches of a text under the corpora', () => {
  const corpora = join(folder, 'corpora');
  for (const part of ['gold', 'news/strait']) mkdirSync(join(corpora, part), { recursive: true });
  writeFileSync(join(corpora, 'news', 'strait', 'a.txt'), TEXT);
  const talk = { kind: 'call', status: ['held'], participants: [], content: [{ start: 5, end: 9 }] };
  const reading = { text: 'news/strait/a.txt', text_sha256: sha256(TEXT), talks: [talk] };
  const [gold] = readAllGold(corpora, write('ours', 'a.json', reading));
  assert.deepEqual(
    gold!.talks[0]!.content.map((x) => slice(gold!.text, x)),
    ['said'],
  );
  assert.deepEqual(readAllGold(corpora, join(folder, 'nothing here')), []);

  const other = write('other', 'a.json', { ...reading, text_sha256: sha256('another text') });
  assert.throws(() => readAllGold(corpora, other), /^Error: a\.json: news\/strait\/a\.txt is not the text/);
  const beyond = write('beyond the end', 'a.json', {
    ...reading,
    talks: [{ ...talk, content: [{ start: 5, end: 9999 }] }],
  });
  assert.throws(() => readAllGold(corpora, beyond), /^Error: a\.json: the text ends before 9999/);
});
