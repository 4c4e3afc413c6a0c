import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadIngestLexicon } from '../data/ingest.ts';
import { parse } from '../data/yaml.ts';
import { guessFields } from './fields.ts';
import { bareLine, parseFieldLexicon, parsePageLexicon, plainName } from './lexicon.ts';

const { fields, pages } = loadIngestLexicon();

test('the words of tables and pages say what they should', () => {
  for (const [kind, names] of Object.entries(fields)) {
    assert.deepEqual(names, [...new Set(names.map(plainName))], `${kind}: plain names, each once`);
  }
  assert.equal(pages.months.get('märz'), 3);
  assert.deepEqual(
    [...new Set(pages.months.values())].sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  );
  for (const list of [[...pages.lines], pages.leads, pages.ends]) {
    for (const line of list) assert.ok(line !== '' && line === bareLine(line), line);
  }
  // A word that keeps a part and takes it away would depend on the order of the rules.
  const taken = [pages.outside, pages.inserted, pages.comments];
  for (const set of taken) for (const word of set) assert.equal(taken.filter((s) => s.has(word)).length, 1, word);
});

test('zones, languages and months are well formed', () => {
  for (const [ending, { hours }] of pages.zones) {
    assert.match(ending, /^(?:[a-z]+\.)?[a-z]{2,3}$/u);
    assert.ok(hours >= -12 && hours <= 14 && Number.isInteger(hours * 4), ending);
  }
  for (const name of pages.dayFirst) assert.match(name, /^\.?[a-z]{2}$/u);
  for (const name of pages.months.keys())
    assert.match(name, /^\p{Ll}[\p{Ll}\p{M}]{2,11}$|^[\p{Lo}\p{M}]+(?: \p{Lo}+)?$/u);
  assert.deepEqual(pages.months.get('лютого'), 2);
});

test('lines are had without the marks at their ends', () => {
  const cases: [string, string][] = [
    ['  Read  more: …', 'read more'],
    ['«Read MORE» 🙂', 'read more'],
    ['© Nerith Post ©', '© nerith post ©'],
    ['𝔸.', '𝔸'],
    ['…', ''],
    ['', ''],
  ];
  for (const [line, bare] of cases) assert.equal(bareLine(line), bare, line);
  const dots = `b${'.'.repeat(1_000_000)}a`;
  assert.equal(bareLine(dots), dots);
});

test('fields are guessed by their names, each once', () => {
  const cases: [string[], object][] = [
    [
      ['text', 'title', 'url', 'outlet', 'published'],
      { text: 'text', title: 'title', url: 'url', outlet: 'outlet', published: 'published' },
    ],
    [['Article_Text', 'HEADLINE', 'pub date'], { text: 'Article_Text', title: 'HEADLINE', published: 'pub date' }],
    [['summary', 'body'], { text: 'body' }],
    [['description', 'link'], { summary: 'description', url: 'link' }],
    [['id', 'a', 'b'], {}],
    [[], {}],
  ];
  for (const [names, map] of cases) assert.deepEqual(guessFields(names, fields), map, names.join());
});

test('a lexicon with a fault is refused, with the entry that has it', () => {
  assert.throws(() => parseFieldLexicon({ text: [] }), { name: 'IngestError', message: /fields\.yaml: "text"/ });
  assert.throws(() => parseFieldLexicon(null), { name: 'IngestError' });
  assert.throws(() => parsePageLexicon({ months: [['january']] }), {
    name: 'IngestError',
    message: /pages\.yaml: "months"/,
  });
  const whole = readFileSync(new URL('../../data/lexicons/pages.yaml', import.meta.url), 'utf8');
  assert.throws(() => parsePageLexicon(parse(whole.replace('"-6": [cr', '"-26": [cr'))), { message: /"zones", "-26"/ });
  assert.throws(() => parsePageLexicon(parse(whole.replace('zones-summer:', 'other:'))), { message: /"zones-summer"/ });
});
