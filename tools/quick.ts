/**
 * Makes the quick start (`src/cli/quick/quick.ts`): puts all modules that `read` and `explain` use into one plain script, as
 * Node wants it, and has Node run it and put itself aside. `npm ci` runs it for a checkout; for the package `npm run build`
 * makes the script alone, since what is put aside fits one machine only and is made there.
 */
import { mkdirSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { makeQuickStart } from '../src/cli/quick/make.ts';
import { FOLDER } from '../src/cli/quick/quick.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = process.argv.includes('--built');
const part = built ? 'dist' : 'src';
const ending = built ? '.js' : '.ts';

/** Packages that stand in what is put aside; the others are loaded when they are asked for, as ever. */
const INSIDE = ['js-yaml', 'string-width', 'wrap-ansi', 'franc-min', 'linkedom', 'htmlparser2', '@mozilla/readability'];
/** Modules of ours that are loaded from their files when they are asked for: commands that do not begin so, and threads. */
const LATER = /\/(?:catalog\/\w+ \.\.\/(?!(?:read|explain)\.).*|program \.\/settings\/.*|run\/read \.\/threads\..*)$/;

const MODULE = '\0node-module';
/** A stand-in for `node:module`, which cannot be put aside: it loads what is inside, and Node's own when it runs again. */
const moduleText = (): string => `
${INSIDE.map((name, i) => `import * as inside${i} from '${name}';`).join('\n')}
const inside = new Map([${INSIDE.map((name, i) => `['${name}', inside${i}]`).join(', ')}]);
const own = () => process.getBuiltinModule('node:module');
export const createRequire = (from) => (name) => inside.get(name) ?? own().createRequire(from)(name);
export const getCompileCacheDir = () => undefined;
export const enableCompileCache = () => undefined;
export const later = async (from, name) => own().createRequire(from)(name);
`;

const SEGMENTER = '\0segmenter';
/** Node cannot put aside what splits text by characters: it is made again when it is next used. */
const SEGMENTER_TEXT = `
import { startupSnapshot } from 'node:v8';
const made = [];
export class Segmenter {
  constructor() { made.push(this); }
  segment(text) { return (this.own ??= new Intl.Segmenter()).segment(text); }
}
startupSnapshot.addSerializeCallback(() => { for (const one of made) one.own = undefined; });
`;

/** The files that went into the script. */
const files = new Set<string>();

const quick: Plugin = {
  name: 'quick',
  enforce: 'pre',
  resolveId(id) {
    if (id === 'quick:segmenter') return SEGMENTER;
    return id === 'node:module' || id === 'module' ? MODULE : null;
  },
  load(id) {
    return id === MODULE ? moduleText() : id === SEGMENTER ? SEGMENTER_TEXT : null;
  },
  transform(code, id) {
    const path = id.replace(/\?.*/, '');
    if (path.startsWith('\0') || !isAbsolute(path)) return null;
    const name = relative(root, path);
    files.add(name);
    if (/\bconst segmenter = new Intl\.Segmenter\(\);/.test(code))
      return `import { Segmenter } from 'quick:segmenter';\n${code.replace('new Intl.Segmenter()', 'new Segmenter()')}`;
    if (!name.startsWith(`${part}/`)) return null;
    const here = `__at(${JSON.stringify(name)})`;
    const from = name.slice(0, -ending.length);
    const text = code
      .replaceAll('import.meta.url', here)
      .replace(/(?<!typeof )\bimport\('([^']+)'\)/g, (whole, to: string) =>
        !to.startsWith('.') || LATER.test(`/${from} ${to}`) ? `__later(${here}, '${to}')` : whole,
      );
    return text.includes('__later(') ? `import { later as __later } from 'node:module';\n${text}` : text;
  },
};

const outDir = built ? join(root, 'dist', 'cli', 'quick') : FOLDER;
mkdirSync(outDir, { recursive: true });
const script = join(outDir, 'aside.cjs');
const at = `const __root = ${built ? "require('node:path').join(__dirname, '../../..')" : JSON.stringify(root)};
const __at = (name) => require('node:url').pathToFileURL(require('node:path').join(__root, name)).href;`;

await build({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'error',
  plugins: [quick],
  ssr: { noExternal: true },
  build: {
    ssr: join(root, part, 'cli', 'quick', `aside${ending}`),
    outDir,
    emptyOutDir: false,
    minify: false,
    target: 'node24',
    rollupOptions: { output: { format: 'cjs', banner: at, entryFileNames: 'aside.cjs', codeSplitting: false } },
  },
});
if (!built) await makeQuickStart(script, [...files], join(root, 'src', 'cli', 'start.mjs'));
