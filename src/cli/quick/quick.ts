/**
 * The quick start. To load the program, its lexicons and its models takes longer than to read a report with them. Node can
 * put a process aside when that is done (`--build-snapshot`) and begin there the next time. `make.ts` does the former; what is
 * here sees whether what was put aside is still what would be loaded now, and if so goes on as that.
 *
 * Whatever is not as it should be leaves the start as it always was. That it is the same is told by every file that went
 * into it, by all that Node's release, the machine and settings add, and by where the program stands.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { sha256 } from '../../text/digest.ts';

/** Changes when what is put aside would be used otherwise. */
const VERSION = 1;
/** Commands that are begun so, with the options that come with a word of their own and those that come without. */
const COMMANDS = new Set(['read', 'explain']);
const WITH_WORD = new Set(['--format', '--width', '--at', '--length', '--words', '--find', '--line']);
const ALONE = new Set(['--json', '--together', '--quiet', '-q']);
/** Files that are single reports: what holds many is read by threads, which what was put aside cannot start. */
const REPORTS = /\.(?:txt|text|md|markdown|html?)$/i;
/** With more than so many bytes to read, the start is no longer what takes the time. */
const MOST = 1024 * 1024;
const HOUR = 3_600_000;

/** The program's folder, and the part of it that this code belongs to: `src` in a checkout, `dist` in the package. */
export const ROOT: string = fileURLToPath(new URL('../../../', import.meta.url));
const PART = import.meta.url.endsWith('.ts') ? 'src' : 'dist';
/** Where what is put aside is kept: beside the program, and gone with it. */
export const FOLDER: string = join(ROOT, 'node_modules', '.cache', 'rapporteur', `quick-${PART}`);
export const MANIFEST = 'manifest.json';

/** A file that went into what was put aside. */
export interface Part {
  /** From the program's folder. */
  readonly name: string;
  readonly sha256: string;
  /** Size, times and number of the file when its digest was taken: while these stand, so does the digest. Empty: not told. */
  readonly stamp: string;
}

/** What was put aside, and what went into it. */
export interface Manifest {
  /** What Node and the place of the program add. */
  readonly around: string;
  /** The file in the same folder, and how many bytes it has. */
  readonly blob: string;
  readonly bytes: number;
  readonly parts: readonly Part[];
}

/** Two writings within so many milliseconds may leave a file with the same times. */
const SAME_TIME = 1000;

/** What else must be as it was: Node's release, the machine, V8's settings, and where the program stands. */
export const aroundOf = (root: string): string =>
  JSON.stringify([
    VERSION,
    process.version,
    process.arch,
    process.platform,
    process.execPath,
    cachedDataVersionTag(),
    root,
  ]);

function stampOf(path: string): { readonly stamp: string; readonly changed: number } {
  const { size, mtimeNs, ctimeNs, ctimeMs, ino } = statSync(path, { bigint: true });
  return { stamp: `${size} ${mtimeNs} ${ctimeNs} ${ino}`, changed: Number(ctimeMs) };
}

/** Describes a file as it is. Throws where it cannot be read. */
export function partOf(root: string, name: string): Part {
  const path = join(root, name);
  const { stamp, changed } = stampOf(path);
  const settled = changed < Date.now() - SAME_TIME;
  return { name, sha256: sha256(readFileSync(path)), stamp: settled ? stamp : '' };
}

/** Whether a file is what it was. Its content is looked at where its times do not show it. */
function stands(root: string, part: Part): boolean {
  const path = join(root, part.name);
  return stampOf(path).stamp === part.stamp || sha256(readFileSync(path)) === part.sha256;
}

/** Whether all that is asked for can be done from there: a few files of a report each, and nothing unusual. */
export function suits(args: readonly string[]): boolean {
  if (!COMMANDS.has(args[0] ?? '')) return false;
  let bytes = 0;
  let named = 0;
  for (let i = 1; i < args.length; i++) {
    const arg = args[i]!;
    if (WITH_WORD.has(arg)) i++;
    else if (!ALONE.has(arg)) {
      if (arg.startsWith('-')) return false;
      const found = REPORTS.test(arg) ? statSync(arg, { throwIfNoEntry: false }) : null;
      if (!found?.isFile()) return false;
      bytes += found.size;
      named++;
    }
  }
  return named > 0 && named <= 10 && bytes <= MOST;
}

/** What was put aside in `folder`, where it is all that would be loaded now; otherwise `null`. */
export function keptIn(folder: string, root: string): string | null {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    const blob = join(folder, manifest.blob);
    if (statSync(blob).size !== manifest.bytes) return null;
    return manifest.around === aroundOf(root) && manifest.parts.every((part) => stands(root, part)) ? blob : null;
  } catch {
    return null;
  }
}

/** Whether Node runs as it does for everybody: with settings of its own, what was put aside would not be the same. */
const usual = (): boolean =>
  process.platform !== 'win32' &&
  process.execArgv.length === 0 &&
  ['NODE_OPTIONS', 'NODE_V8_COVERAGE'].every((name) => !process.env[name]) &&
  !Object.keys(process.env).some((name) => name.startsWith('RAPPORTEUR_'));

/**
 * Goes on as what was put aside, if there is such and it suits. Otherwise it returns, and all is loaded as ever; the package
 * then puts itself aside once that is done, so that the next start is quick.
 */
export function startQuickly(args: readonly string[]): void {
  // Node 24 can become another program; before that, nothing is put aside.
  const become = process.execve as typeof process.execve | undefined;
  if (!become || !usual() || !suits(args)) return;
  const blob = keptIn(FOLDER, ROOT);
  if (blob === null) {
    // A checkout changes too often for that: `npm ci` and `npm run quick` do it there.
    if (PART === 'dist') process.once('exit', makeAside);
    return;
  }
  const [node, script = ''] = process.argv;
  const warn = process.emitWarning;
  // That it is experimental is nothing to whoever wants a report read.
  process.emitWarning = () => {};
  try {
    become(process.execPath, [node!, '--snapshot-blob', blob, script, ...args], process.env);
  } catch {
    process.emitWarning = warn;
  }
}

/** Leaves it to a process of its own to put the program aside, at most one an hour. */
function makeAside(): void {
  try {
    mkdirSync(FOLDER, { recursive: true });
    const mark = join(FOLDER, 'making');
    const began = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - began < HOUR) return;
    writeFileSync(mark, '');
    const script = fileURLToPath(new URL('./make-built.js', import.meta.url));
    // Loaded only here: every start would pay for it.
    const { spawn } = process.getBuiltinModule('node:child_process');
    spawn(process.execPath, [script], { detached: true, stdio: 'ignore', cwd: ROOT }).unref();
  } catch {
    // A folder that cannot be written to only costs time.
  }
}
