/** What the documents say is true of the program as it stands. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { COMMANDS_PAGE, commandsPage } from '../bench/commands.ts';
import { PICTURE, picture } from '../bench/picture.ts';
import { COMMANDS, GLOBAL_OPTIONS } from '../src/cli/commands.ts';
import { run } from './process.ts';
import { ROOT } from './sources.ts';

const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(`${ROOT}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));
const README = PAGES.find((p) => p.path === 'README.md')!.text;
const SCRIPTS = (JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { scripts: Record<string, string> })
  .scripts;

/** Shell commands of a page, from its `sh` blocks, without comments. */
const commandsOf = (text: string): string[] =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap((m) =>
    m[1]!
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
  );

/** Whatever a page sets as code. */
const codeOf = (text: string): string[] => [
  ...[...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map((m) => m[1]!),
  ...[...text.replace(/^```\w*\n[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map((m) => m[1]!),
];

test('the page of commands is the help of the program', () => {
  assert.equal(readFileSync(COMMANDS_PAGE, 'utf8'), commandsPage(), 'run npm run docs');
});

test('the picture shows what the program prints', () => {
  assert.equal(readFileSync(PICTURE, 'utf8'), picture(), 'run npm run docs');
});

test('every command and option is documented, and none that does not exist', () => {
  const options = new Set([...COMMANDS.flatMap((c) => c.options), ...GLOBAL_OPTIONS].map((o) => `--${o.name}`));
  // Options of other programs that the documents name.
  const others = new Set(['--test', '--import', '--noEmit', '--write', '--version', '--cpu-prof']);
  const unknown = PAGES.flatMap((page) =>
    codeOf(page.text)
      .flatMap((code) => code.match(/(?<![\w-])--[a-z][\w-]*/gi) ?? [])
      .filter((option) => !options.has(option) && !others.has(option))
      .map((option) => `${page.path}: ${option}`),
  );
  assert.deepEqual(unknown, []);
  for (const command of COMMANDS)
    assert.ok(README.includes(`rapporteur ${command.name}`) || command.name === 'help', command.name);
});

test('every npm script that the documents name exists, and every script is named in them', () => {
  const named = new Set(
    PAGES.flatMap((p) => codeOf(p.text)).flatMap((code) =>
      [...code.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)].map((m) => m[1]!),
    ),
  );
  const npm = ['ci', 'install', 'pack', 'run'];
  assert.deepEqual(
    [...named].filter((name) => !SCRIPTS[name] && !npm.includes(name)),
    [],
  );
  assert.deepEqual(
    Object.keys(SCRIPTS).filter((name) => !named.has(name) && !name.startsWith('pre')),
    [],
  );
});

test('paths and links lead somewhere', () => {
  const broken = PAGES.flatMap((page) => {
    const links = [
      ...page.text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g),
      ...page.text.matchAll(/(?:src|href)="([^"#]+)"/g),
    ]
      .map((m) => m[1]!)
      .filter((link) => !/^[a-z]+:/.test(link))
      .map((link) => posix.join(posix.dirname(page.path), link));
    const paths = codeOf(page.text).filter((code) =>
      /^(?:src|data|docs|models|eval|bench|test|examples|\.ci)\/[\w./-]*$/.test(code),
    );
    return [...links, ...paths].filter((path) => !existsSync(ROOT + path)).map((path) => `${page.path}: ${path}`);
  });
  assert.deepEqual(broken, []);
});

test('the commands of the README run', async () => {
  // Not run here: installing, the desk, which does not end, the tests themselves, and what takes minutes or needs the corpora.
  const left = /^npm (?:ci\b|test$|install\b|run (?:bench|train|eval|docs|build)\b)|^(?:npm ci && )?npm start\b/;
  const commands = commandsOf(README).filter((command) => !left.test(command));
  assert.ok(commands.length >= 3, commands.join('\n'));
  for (const command of commands) {
    const { status, out, err } = await run('bash', ['-c', `set -o pipefail; ${command}`], { cwd: ROOT });
    assert.equal(status, 0, `${command}\n${err}`);
    assert.notEqual(out, '', command);
  }
});
