/** Makes what the quick start begins with: Node runs the script that was made of the program and puts itself aside. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sha256 } from '../../text/digest.ts';
import { aroundOf, FOLDER, MANIFEST, type Manifest, type Part, partOf, ROOT } from './quick.ts';

/** Read once before all is put aside; the readings are thrown away. */
const SAMPLES = 'examples/keld-strait/reports';
const HOUR = 3_600_000;

/** Files that are loaded beside the code. */
const dataFiles = (): string[] =>
  ['data', 'models'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:yaml|bin|json)$/.test(name))
      .map((name) => join(folder, name)),
  );

/**
 * Has Node run `script` and put itself aside, tries it against `main`, the program as ever, and writes down what went into it:
 * `files` of the code, and all data. Nobody ever sees half of it: it is written under another name and then renamed. Throws
 * where Node cannot, or where the two do not print the same.
 */
export async function makeQuickStart(script: string, files: readonly string[], main: string): Promise<void> {
  const names = [...new Set([...files, relative(ROOT, script), 'package.json', ...dataFiles()])].sort();
  const parts = (): Part[] => names.map((name) => partOf(ROOT, name));
  const before = parts();
  const reports = readdirSync(join(ROOT, SAMPLES))
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .slice(0, 3)
    .map((name) => join(ROOT, SAMPLES, name));
  mkdirSync(FOLDER, { recursive: true });
  const own = join(FOLDER, String(process.pid));
  try {
    await runNode(['--no-warnings', '--snapshot-blob', own, '--build-snapshot', script], reports);
    await tryOut(own, main, reports);
    const after = parts();
    // Who changed a file meanwhile has to make it again.
    if (after.some((part, i) => part.sha256 !== before[i]!.sha256)) return;
    const blob = `${sha256(JSON.stringify(after)).slice(0, 16)}.blob`;
    const manifest: Manifest = { around: aroundOf(ROOT), blob, bytes: statSync(own).size, parts: after };
    renameSync(own, join(FOLDER, blob));
    writeFileSync(own, JSON.stringify(manifest));
    renameSync(own, join(FOLDER, MANIFEST));
    for (const name of readdirSync(FOLDER)) if (name.endsWith('.blob') && name !== blob) forget(join(FOLDER, name));
  } finally {
    rmSync(own, { force: true });
  }
}

/** Removes what nobody begins with any more: another process may have chosen it just before. */
function forget(path: string): void {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (made < Date.now() - HOUR) rmSync(path, { force: true });
}

/** Reads the samples from what was put aside and by the program as ever. Throws where the two differ. */
async function tryOut(blob: string, main: string, reports: readonly string[]): Promise<void> {
  for (const form of [[], ['--json']]) {
    const asked = ['read', ...form, ...reports];
    const quick = await runNode(['--snapshot-blob', blob, main, ...asked], reports);
    // With a setting for Node the program is loaded as ever.
    if (quick === '' || quick !== (await runNode(['--no-warnings', main, ...asked], reports)))
      throw new Error('What was put aside does not read as the program does.');
  }
}

/** What Node prints. Throws where it fails. */
async function runNode(args: readonly string[], reports: readonly string[]): Promise<string> {
  const env = { ...process.env, NODE_OPTIONS: '', QUICK_REPORTS: reports.join('\n') };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, told] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`Node could not put the program aside: ${told.slice(0, 2000)}`);
  return out;
}
