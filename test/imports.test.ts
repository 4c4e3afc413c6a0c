/** Which part of the program may know which: the rules of ARCHITECTURE.md. */
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { test } from 'node:test';
import { importsOf, sourcesIn, withoutComments } from './sources.ts';

const STAGES = ['ingest', 'clean', 'segment', 'mention', 'attribute', 'interpret'];
/** `reading` and `record` are files; the others are folders of `src/`. */
const CORE = ['record', 'text', 'learn', ...STAGES, 'data', 'reading'];

/** What each part may import besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  record: [],
  text: ['record'],
  learn: ['record', 'text'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['record', 'text', 'learn']])),
  reading: ['record', 'text', 'learn', ...STAGES],
  // Loading from disk: it knows the types of what it loads, which the stages declare.
  data: ['record', 'text', 'learn', ...STAGES, 'reading', 'case', 'consolidate'],
  // Web pages and feeds as bytes; what stands in them is for ingest to read.
  fetch: ['record'],
  case: ['record'],
  consolidate: ['record', 'case', 'text'],
  // The functions of consolidation are handed to it: it knows their types alone. Copies are found by its index.
  store: ['record', 'case', 'text', 'consolidate'],
  run: [...CORE, 'case', 'consolidate', 'store'],
  queue: ['record', 'case', 'text', 'store'],
  export: [...CORE, 'case', 'consolidate', 'store', 'run'],
  api: [...CORE, 'case', 'consolidate', 'store', 'fetch', 'queue', 'run', 'export'],
  cli: [...CORE, 'case', 'consolidate', 'store', 'fetch', 'queue', 'run', 'export', 'api'],
};

/**
 * What makes models from corpora: programs and readers of their own, which may use all that is above. Nothing that
 * reads reports may use them, and they are not shipped.
 */
const TRAINING =
  /^src\/(?:learn\/(?:train|gold|polnear|labels).*|attribute\/act-(?:train|gold)|interpret\/.*(?:train|gold)|data\/(?:act|interpret)-gold)\.ts$/;

/** Packages, and modules of Node, that each part may use. Stages are pure: none may reach disk, network or clock. */
const PACKAGES: Record<string, readonly string[]> = {
  record: [],
  text: ['node:crypto'],
  learn: [],
  ingest: [
    'node:module',
    'node:fs',
    'node:fs/promises',
    'node:path',
    'node:stream',
    'node:readline',
    'node:util',
    'node:string_decoder',
    'node:zlib',
    '@mozilla/readability',
    'csv-parse',
    'htmlparser2',
    'linkedom',
    'unpdf',
    'yauzl',
  ],
  clean: [],
  segment: [],
  mention: [],
  attribute: [],
  interpret: ['chrono-node'],
  data: ['node:fs', 'node:module', 'node:path', 'node:url', 'node:util', 'node:zlib', 'js-yaml'],
  reading: [],
  case: [],
  queue: ['@nats-io/jetstream', '@nats-io/obj', '@nats-io/transport-node', 'node:util', 'node:zlib'],
  fetch: [
    'node:dns',
    'node:dns/promises',
    'node:fs/promises',
    'node:http',
    'node:https',
    'node:net',
    'node:stream',
    'node:zlib',
    'robots-parser',
  ],
  consolidate: [],
  store: [
    'node:crypto',
    'node:fs',
    'node:os',
    'node:path',
    'node:sqlite',
    'node:timers/promises',
    'node:url',
    'node:zlib',
    'pg',
  ],
  run: ['node:module', 'node:v8', 'node:worker_threads', 'node:os', 'piscina'],
  export: ['docx'],
  api: [
    '@hono/node-server',
    '@hono/zod-openapi',
    'hono',
    'node:crypto',
    'node:fs',
    'node:fs/promises',
    'node:http',
    'node:net',
    'node:path',
    'node:stream',
    'node:url',
    'zod',
  ],
  cli: [
    'node:events',
    'node:fs',
    'node:fs/promises',
    'node:module',
    'node:v8',
    'node:os',
    'node:path',
    'node:url',
    'node:util',
    'string-width',
    'wrap-ansi',
    'js-yaml',
    'node:child_process',
    'node:timers/promises',
  ],
};

/** Parts whose result may depend on nothing but their arguments. */
const PURE = [
  'record',
  'text',
  'learn',
  'clean',
  'segment',
  'mention',
  'attribute',
  'interpret',
  'reading',
  'case',
  'consolidate',
];
const IMPURE =
  /\b(?:Math\.random|Date\.now|new Date\(\s*\)|performance\.now|process\.|globalThis\.|setTimeout|setInterval|fetch\()/;

const partOf = (path: string): string => path.split('/')[1]!.replace(/\.ts$/, '');
const isTest = (path: string): boolean => /\.test\.ts$|\/testing(?:\/.*)?\.ts$/.test(path);
const files = sourcesIn('src').filter((f) => !isTest(f.path));

/** Faults of one file, in words. */
function faultsOf(path: string, text: string): string[] {
  const part = partOf(path);
  const trains = TRAINING.test(path);
  const allowed = trains ? [...CORE, 'cli'] : ALLOWED[part];
  if (!allowed) return [`${path}: src/${part} is not in the table of import rules`];
  return importsOf(text).flatMap((name) => {
    if (name.startsWith('.')) {
      const target = posix.join(posix.dirname(path), name);
      const other = partOf(target);
      if (!target.startsWith('src/')) return [`${path} imports ${name}, which is outside src/`];
      if (!name.endsWith('.ts')) return [`${path} imports ${name}: write the ending .ts`];
      if (isTest(target)) return [`${path} imports ${name}, which is for tests`];
      if (TRAINING.test(target) && !trains) return [`${path} imports ${name}, which only training may use`];
      return other === part || allowed.includes(other)
        ? []
        : [`${path} imports ${name}: ${part} may not know ${other}`];
    }
    if (trains) return [];
    const owner = name.startsWith('node:')
      ? name
      : name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/');
    return (PACKAGES[part] ?? []).includes(owner) ? [] : [`${path} imports ${name}: ${part} may not use it`];
  });
}

test('every part imports only what the rules allow', () => {
  assert.ok(files.length > 20);
  assert.deepEqual(
    files.flatMap((f) => faultsOf(f.path, f.text)),
    [],
  );
});

test('the rules see what breaks them', () => {
  const cases: [string, string, RegExp | null][] = [
    ['src/clean/x.ts', "import type { Word } from '../segment/tokens.ts';", /clean may not know segment/],
    ['src/mention/x.ts', "export { cue } from '../attribute/cue.ts';", /mention may not know attribute/],
    ['src/clean/x.ts', "import {\n  readFileSync,\n} from 'node:fs';", /clean may not use it/],
    ['src/record.ts', "import './text/span.ts';", /record may not know text/],
    ['src/clean/x.ts', "const x = await import('../cli/main.ts');", /clean may not know cli/],
    ['src/clean/x.ts', "import { span } from '../text/span';", /write the ending/],
    ['src/clean/x.ts', "// import { x } from '../cli/main.ts';\n/* import 'node:fs' */", null],
    ['src/clean/x.ts', "import { span } from '../text/span.ts';\nimport type { Block } from '../record.ts';", null],
  ];
  for (const [path, text, fault] of cases) {
    const found = faultsOf(path, text).join('\n');
    if (fault) assert.match(found, fault);
    else assert.equal(found, '');
  }
});

/** Rings of files that know each other, by way of others too. What is loaded when it is needed (`import()`) does not count. */
function ringsAmong(all: readonly { readonly path: string; readonly text: string }[]): string[] {
  const known = new Map(
    all.map(({ path, text }) => [
      path,
      importsOf(text.replaceAll(/\bimport\(/g, '('))
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(path), name)),
    ]),
  );
  const rings: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) rings.push([...way.slice(way.indexOf(path)), path].join(' -> '));
    if (done.has(path) || way.includes(path)) return;
    for (const other of known.get(path) ?? []) walk(other, [...way, path]);
    done.add(path);
  };
  for (const path of known.keys()) walk(path, []);
  return rings;
}

test('no file knows itself by way of others, not even its types', () => {
  assert.deepEqual(ringsAmong(files), []);
  const a = { path: 'src/clean/a.ts', text: "import type { B } from './b.ts';" };
  const b = { path: 'src/clean/b.ts', text: "import { a } from './a.ts';" };
  const late = { path: 'src/clean/b.ts', text: "const { a } = await import('./a.ts');" };
  assert.deepEqual(ringsAmong([a, b]), ['src/clean/a.ts -> src/clean/b.ts -> src/clean/a.ts']);
  assert.deepEqual(ringsAmong([a, late]), []);
});

test('stages and what they stand on depend on their arguments alone', () => {
  const impure = files
    .filter((f) => PURE.includes(partOf(f.path)) && !TRAINING.test(f.path))
    .flatMap((f) => {
      const match = IMPURE.exec(withoutComments(f.text));
      return match ? [`${f.path}: ${match[0]}`] : [];
    });
  assert.deepEqual(impure, []);
});

test('eval and bench use public entry points, not the insides of stages', () => {
  const entry =
    /^src\/(?:record|reading|case)\.ts$|^src\/(?:text|run|export|data|cli|api)\/|^src\/ingest\/ingest\.ts$|^src\/ingest\/formats\/testing\.ts$|^src\/consolidate\/copies\/copies\.ts$|^src\/interpret\/times\/times\.ts$|^src\/store\/(?:open|store)\.ts$/;
  const faults = sourcesIn('eval', 'bench')
    .filter((f) => !isTest(f.path))
    .flatMap((f) =>
      importsOf(f.text)
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.join(posix.dirname(f.path), name))
        .filter((target) => target.startsWith('src/') && !entry.test(target))
        .map((target) => `${f.path} imports ${target}`),
    );
  assert.deepEqual(faults, []);
});
