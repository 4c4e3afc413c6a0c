import assert from 'node:assert/strict';
import { existsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderOf } from '../../../test/process.ts';
import { makeCaseFolder, makeFolder } from './make-folder.ts';

test('folders are made with those above them, and one that is there is left', (t) => {
  const home = folderOf(t);
  makeFolder(join(home, 'a/b/c'));
  writeFileSync(join(home, 'a/b/c/kept.txt'), 'kept');
  makeFolder(join(home, 'a/b/c'));
  assert.ok(existsSync(join(home, 'a/b/c/kept.txt')));
  symlinkSync(join(home, 'a'), join(home, 'link'));
  makeFolder(join(home, 'link/b/d'));
  assert.ok(statSync(join(home, 'a/b/d')).isDirectory());
});

test('where none can be made, it is told, whatever the file system is', (t) => {
  const home = folderOf(t, { file: 'a file' });
  symlinkSync(join(home, 'nowhere'), join(home, 'dangling'));
  for (const path of [join(home, 'file'), join(home, 'file/below'), join(home, 'dangling')]) {
    assert.throws(() => makeFolder(path), { code: /^(?:EEXIST|ENOTDIR)$/ }, path);
  }
  // Node's own way does not end here.
  if (existsSync('/proc/self')) assert.throws(() => makeFolder('/proc/x/y'), { code: 'ENOENT' });
});

test('a case whose folder cannot be made is refused in plain words', (t) => {
  const home = folderOf(t, { file: 'a file' });
  assert.throws(() => makeCaseFolder(join(home, 'file/keld')), {
    name: 'CaseError',
    code: 'no-folder',
    message: /file\/keld cannot be made \(ENOTDIR.*Name another: --case/,
  });
});
