import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { OpenCase } from '../../api/cases.ts';
import { CannotServe, type Served } from '../../api/server.ts';
import { harmless } from '../../export/harmless.ts';
import { textValue, WrongUse, wholeNumber } from '../arguments.ts';
import { CASE_FILE, caseFolder, slugOf } from '../case/folder.ts';
import { DONE, FAILED, type Given, type Run } from '../command.ts';
import { SAMPLES } from '../samples.ts';
import type { FolderCases } from './cases.ts';
import { dataHome, makeHome } from './home.ts';
import { hosted, isBuilt, untilStopped } from './hosting.ts';
import { logOf } from './log.ts';
import { openQueueAt } from './queued.ts';

const SAMPLE_CASE = 'keld-strait';
export const PORT = 4270;

/** Opens an address in the user's browser; where that cannot be done, the address stands on the screen. */
function openBrowser(url: string): void {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  spawn(command as string, args as string[], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

interface Start {
  readonly open: OpenCase | null;
  /** What is to be read into it. */
  readonly paths: readonly string[];
}

/** The sample case, made on first use in the user's own folder, so that what they correct in it stays. */
async function sampleCase(cases: FolderCases, home: string): Promise<Start> {
  const folder = join(home, SAMPLE_CASE);
  if (!existsSync(join(folder, CASE_FILE))) {
    mkdirSync(folder, { recursive: true });
    const from = join(SAMPLES, '..');
    for (const name of [CASE_FILE, 'map.geojson']) cpSync(join(from, name), join(folder, name));
  }
  const open = await cases.take(folder);
  // A first start that was cut off goes on where it was: what is there is passed over.
  return { open, paths: [SAMPLES] };
}

/** A new case of the paths given, under a name that none has yet. */
async function caseOf(cases: FolderCases, paths: readonly string[], asked: string | null): Promise<Start> {
  const title = asked ?? basename(resolve(paths[0]!)).replace(/\.[^.]+$/, '');
  for (let i = 1; ; i += 1) {
    const open = await cases.make(i === 1 ? title : `${title} ${i}`);
    if (open) return { open, paths };
    if (asked !== null) {
      throw new WrongUse(
        `There is a case called ${harmless(slugOf(asked))} already. Choose another --name, or add to it.`,
      );
    }
  }
}

async function startOf(given: Given, cases: FolderCases, home: string): Promise<Start> {
  const paths = given.positionals;
  const folder = textValue(given, 'case');
  if (folder !== null) return { open: await cases.take(caseFolder(folder, process.cwd())), paths };
  if (paths.length > 0) return caseOf(cases, paths, textValue(given, 'name'));
  if (given.values['samples'] === true) return sampleCase(cases, home);
  try {
    return { open: await cases.take(caseFolder(null, process.cwd())), paths: [] };
  } catch {
    return { open: null, paths: [] };
  }
}

/** `rapporteur desk [PATHS...]` */
export const desk: Run = async (given, terminal) => {
  if (!isBuilt()) {
    throw new WrongUse('The desk is not built. In a checkout, build it once: npm run build:web');
  }
  const home = textValue(given, 'home') ?? dataHome();
  makeHome(home);
  const port = wholeNumber(given, 'port', 0);
  const addresses = textValue(given, 'queue') ?? process.env['RAPPORTEUR_QUEUE'] ?? null;
  const queue = addresses === null ? null : await openQueueAt(addresses);
  const host = hosted(home, queue, logOf(process.env, terminal.tell), given.lists['allow'] ?? []);
  const { cases } = host;
  const { open, paths } = await startOf(given, cases, home);
  const at = {
    who: textValue(given, 'who') ?? userInfo().username,
    address: textValue(given, 'address') ?? '127.0.0.1',
    token: textValue(given, 'token'),
    names: given.lists['host-name'] ?? [],
    online: given.values['offline'] !== true,
  };
  let served: Served;
  try {
    served = await host.open({ ...at, port: port ?? PORT }).catch((error: unknown) => {
      // The usual port is taken by another desk: any other will do, unless one was asked for.
      if (port === null && error instanceof CannotServe) return host.open({ ...at, port: 0 });
      throw error;
    });
  } catch (error) {
    await cases.close();
    await queue?.close();
    if (!(error instanceof CannotServe)) throw error;
    terminal.tell(`${error.message}\n`);
    return FAILED;
  }
  const url = `${served.url}${open ? `#/${encodeURIComponent(open.name)}` : ''}`;
  terminal.tell(`The desk is open at ${url}\n`);
  if (served.token !== null) {
    terminal.tell(
      `Other machines can reach it. They need this token: ${served.token}\nOr this address: ${served.url}#token=${served.token}\n`,
    );
  }
  terminal.tell('It keeps what you do. Ctrl-C closes it.\n');
  if (open && paths.length > 0) served.start(open, paths);
  if (given.values['no-open'] !== true && terminal.watched) openBrowser(url);
  await untilStopped();
  terminal.tell('Closing: what is being read is finished first.\n');
  await served.close();
  await queue?.close();
  return DONE;
};
