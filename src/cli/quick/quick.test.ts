import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { aroundOf, keptIn, MANIFEST, type Manifest, partOf, suits } from './quick.ts';

const root = mkdtempSync(join(tmpdir(), 'rapporteur-quick-'));
after(() => rmSync(root, { recursive: true }));
const folder = join(root, 'kept');
mkdirSync(folder);
const inRoot = (name: string): string => join(root, name);
writeFileSync(inRoot('a.ts'), 'one');
writeFileSync(inRoot('b.yaml'), 'two');
writeFileSync(join(folder, 'x.blob'), 'blob');

function keep(more: Partial<Manifest> = {}, stamped = true): void {
  const parts = ['a.ts', 'b.yaml'].map((name) => {
    const part = partOf(root, name);
    return stamped ? part : { ...part, stamp: '' };
  });
  const manifest: Manifest = { around: aroundOf(root), blob: 'x.blob', bytes: 4, parts, ...more };
  writeFileSync(join(folder, MANIFEST), JSON.stringify(manifest));
}

test('what was put aside is used while all that went into it stands, whatever its times say', () => {
  keep();
  assert.equal(keptIn(folder, root), join(folder, 'x.blob'));
  utimesSync(inRoot('a.ts'), 1, 1);
  assert.equal(keptIn(folder, root), join(folder, 'x.blob'), 'copied, but the same');
  keep({}, false);
  assert.equal(keptIn(folder, root), join(folder, 'x.blob'), 'without times');
});

test('it is not used when a file says something else, of the same size and with its old time', () => {
  const { atime, mtime } = statSync(inRoot('a.ts'));
  for (const stamped of [true, false]) {
    writeFileSync(inRoot('a.ts'), 'one');
    utimesSync(inRoot('a.ts'), atime, mtime);
    keep({}, stamped);
    assert.ok(keptIn(folder, root));
    writeFileSync(inRoot('a.ts'), 'One');
    utimesSync(inRoot('a.ts'), atime, mtime);
    assert.equal(keptIn(folder, root), null);
  }
  writeFileSync(inRoot('a.ts'), 'one');
});

test('times are gone by once a file has stood a while, and any writing shows in them', async () => {
  await setTimeout(1100);
  keep();
  const stamped = partOf(root, 'a.ts');
  assert.notEqual(stamped.stamp, '');
  const { atime, mtime } = statSync(inRoot('a.ts'));
  writeFileSync(inRoot('a.ts'), 'One');
  utimesSync(inRoot('a.ts'), atime, mtime);
  assert.equal(keptIn(folder, root), null);
  writeFileSync(inRoot('a.ts'), 'one');
  utimesSync(inRoot('a.ts'), atime, mtime);
  assert.equal(keptIn(folder, root), join(folder, 'x.blob'));
});

test('a file written the moment before has no times to go by', () => {
  writeFileSync(inRoot('a.ts'), 'one');
  assert.equal(partOf(root, 'a.ts').stamp, '');
});

test('it is not used when a file is gone, when it is cut short, when Node is another, or when nothing was kept', () => {
  keep({ parts: [{ name: 'gone.ts', sha256: '', stamp: '' }] });
  assert.equal(keptIn(folder, root), null);
  keep({ bytes: 5 });
  assert.equal(keptIn(folder, root), null);
  keep({ around: aroundOf(root).replace(process.version, 'v24.0.0') });
  assert.equal(keptIn(folder, root), null);
  keep({ around: aroundOf('/elsewhere') });
  assert.equal(keptIn(folder, root), null);
  writeFileSync(join(folder, MANIFEST), '{"around":');
  assert.equal(keptIn(folder, root), null);
  rmSync(join(folder, MANIFEST));
  assert.equal(keptIn(folder, root), null);
});

test('only single reports are read so', () => {
  const report = inRoot('report.txt');
  writeFileSync(report, 'The boats stay.');
  writeFileSync(inRoot('many.jsonl'), '{}');
  writeFileSync(inRoot('large.txt'), 'x'.repeat(1024 * 1024 + 1));
  for (const args of [
    ['read', report],
    ['read', report, '--format', 'md', '--together', report],
    ['explain', report, '--find', 'the boats'],
  ])
    assert.equal(suits(args), true, args.join(' '));
  for (const args of [
    [],
    ['read'],
    ['read', '--json'],
    ['read', '-'],
    ['read', root],
    ['read', inRoot('none.txt')],
    ['read', inRoot('many.jsonl')],
    ['read', inRoot('large.txt')],
    ['read', report, '--jobs', '2'],
    ['read', report, '--help'],
    ['add', report],
    ['read', ...Array(11).fill(report)],
  ])
    assert.equal(suits(args), false, args.join(' '));
});
