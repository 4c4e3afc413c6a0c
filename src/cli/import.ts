import { createReadStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { archiveSteps, takeArchive } from '../export/archive/read.ts';
import { harmless } from '../export/harmless.ts';
import { count } from '../export/words.ts';
import { textValue, WrongUse } from './arguments.ts';
import { CaseError } from './case/error.ts';
import { assertNoCase, CASE_FILE, slugOf } from './case/folder.ts';
import { makeCaseFolder } from './case/make-folder.ts';
import { openStoreOf } from './case/open.ts';
import { DONE, type Run } from './command.ts';

/** No case file has more values than this. A short text of YAML can stand for endless ones, through its references. */
const VALUES = 100_000;

/** The values of YAML, counted as often as they are referred to. */
function parseYaml(text: string): unknown {
  const value = load(text);
  let left = VALUES;
  const counted = (part: unknown): void => {
    if (left-- <= 0) throw new Error('its case file stands for far too much');
    if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) counted(inner);
  };
  counted(value);
  return value;
}

async function* linesIn(path: string): AsyncGenerator<string> {
  const stream = createReadStream(path, 'utf8');
  const failed = new Promise<never>((_, reject) => stream.on('error', reject));
  failed.catch(() => {});
  try {
    await Promise.race([new Promise((resolve) => stream.once('open', resolve)), failed]);
  } catch (error) {
    throw new CaseError(
      'cannot-read',
      `${harmless(path)} cannot be read: ${(error as Error).message}. Check the path.`,
    );
  }
  let rest = '';
  for await (const chunk of stream as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  yield rest;
}

/** `rapporteur import FILE [--case FOLDER]` */
export const importCase: Run = async (given, terminal) => {
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('import takes one FILE, an archive of a case.');
  const quiet = given.values['quiet'] === true;
  // Once through, to see that all of it is as it must be; only then is anything written.
  let name = '';
  let issues: readonly unknown[] = [];
  let reports = 0;
  for await (const step of archiveSteps(linesIn(path), parseYaml)) {
    if (step.is === 'case') {
      name = step.file.name;
      issues = step.file.issues;
    } else if (step.is === 'report') reports++;
  }
  const folder = textValue(given, 'case') ?? slugOf(name);
  assertNoCase(folder);
  makeCaseFolder(folder);
  const { EMPTY_FILE } = await import('../store/open.ts');
  const store = await openStoreOf(folder, { ...EMPTY_FILE, issues }, false);
  try {
    const watched = terminal.watched && !quiet;
    const parts = await takeArchive(archiveSteps(linesIn(path), parseYaml), store, (done) => {
      if (watched) terminal.tell(`\r${done.toLocaleString('en')} of ${count(reports, 'report')}\u001b[K`);
    });
    if (watched) terminal.tell('\r\u001b[K');
    for (const map of parts.maps) {
      const at = join(folder, map.name);
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, map.text, { flag: 'wx' });
    }
    writeFileSync(join(folder, CASE_FILE), parts.yaml, { flag: 'wx' });
  } finally {
    await store.close();
  }
  if (!quiet) terminal.tell(`${count(reports, 'report')} taken in to ${harmless(folder)}.\n`);
  return DONE;
};
