import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { load } from 'js-yaml';
import { parse, parseKept } from './yaml.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-yaml-'));
after(() => rmSync(folder, { recursive: true }));

const root = new URL('../../data/', import.meta.url);
const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8'));

test('every file of data says the same whether it is parsed, kept, or read again', () => {
  assert.ok(texts.length > 10);
  for (const text of texts) {
    const value = load(text);
    assert.deepEqual(parseKept(text, folder), value);
    assert.deepEqual(parseKept(text, folder), value);
    assert.deepEqual(parse(text), value);
  }
  assert.equal(readdirSync(folder).length, new Set(texts).size, 'all are kept');
});

test('another text is another file, and a broken file is made again', () => {
  assert.deepEqual(parseKept('a: 1', folder), { a: 1 });
  assert.deepEqual(parseKept('a: 2', folder), { a: 2 });
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"a"');
  assert.deepEqual(parseKept('a: 1', folder), { a: 1 });
});

test('what JSON would change is never kept', () => {
  const before = readdirSync(folder).length;
  assert.deepEqual(parseKept('a: .nan', folder), { a: Number.NaN });
  assert.deepEqual(parseKept('a: .nan', folder), { a: Number.NaN });
  assert.equal(readdirSync(folder).length, before);
});

test('where nothing can be written, texts are parsed', () => {
  assert.deepEqual(parseKept('a: 3', join(folder, 'x\u0000')), { a: 3 });
});

test('a text that is no YAML is refused', () => {
  assert.throws(() => parseKept('a: [', folder));
  assert.throws(() => parse('a: ['));
});
