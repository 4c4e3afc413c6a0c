/** What the program loads when it starts: a command that only asks a case must not wait for what reads reports. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { sourcesIn, withoutComments } from './sources.ts';

const files = new Map(sourcesIn('src').map((f) => [f.path, withoutComments(f.text)]));

/** The files that are loaded with a file: by imports of values, not of types alone, and not by `import()`. */
function loadedWith(path: string, into = new Set<string>()): ReadonlySet<string> {
  if (into.has(path)) return into;
  into.add(path);
  const text = files.get(path);
  assert.ok(text !== undefined, path);
  for (const [, clause, name] of text.matchAll(/^(?:import|export)\s(?!type\b)([^'";]*?)from\s*'(\.[^']+)'/gm)) {
    const names = clause!
      .replace(/[{}]/g, '')
      .split(',')
      .map((n) => n.trim())
      .filter((n) => n !== '');
    if (names.every((n) => n.startsWith('type '))) continue;
    loadedWith(posix.join(posix.dirname(path), name!), into);
  }
  return into;
}

/** What only the reading of reports needs: the stages and their models. */
const HEAVY =
  /^src\/(?:reading|data\/load|data\/attribution|data\/names|data\/mention|segment\/segment|mention\/mention|attribute\/attribute|interpret\/interpret|export\/case\/docx|run\/threads|run\/reader)\.ts$/;

test('help, search and what else only asks a case load nothing that reads reports', () => {
  for (const name of [
    'program',
    'search',
    'log',
    'judge',
    'dossier',
    'export',
    'import',
    'doctor',
    'backup',
    'add',
    'init',
  ]) {
    const heavy = [...loadedWith(`src/cli/${name}.ts`)].filter((path) => HEAVY.test(path));
    assert.deepEqual(heavy, [], name);
  }
  assert.ok(loadedWith('src/cli/search.ts').has('src/store/open.ts'), 'imports are followed');
  assert.ok(
    [...loadedWith('src/cli/explain.ts')].some((path) => HEAVY.test(path)),
    'what reads is seen to load it',
  );
});

test('help loads neither a store nor a lexicon', () => {
  const loaded = [...loadedWith('src/cli/program.ts')];
  assert.deepEqual(
    loaded.filter((path) => !/^src\/(?:cli|export\/(?:harmless|words)|text)\b/.test(path)),
    [],
  );
});
