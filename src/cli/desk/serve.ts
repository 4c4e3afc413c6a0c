import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { CannotServe, type Served } from '../../api/server.ts';
import { QueueError } from '../../queue/error.ts';
import { textValue, WrongUse } from '../arguments.ts';
import { caseFolder } from '../case/folder.ts';
import { DONE, FAILED, type Run } from '../commands.ts';
import { PORT } from './desk.ts';
import { dataHome } from './home.ts';
import { hosted, isBuilt, untilStopped } from './hosting.ts';
import { logOf } from './log.ts';
import { openQueueAt } from './queued.ts';

/** `rapporteur serve [PATHS...]`: all settings have been put into the environment, and checked, before it runs. */
export const serve: Run = async (given, terminal) => {
  const { env } = process;
  const folder = textValue(given, 'case');
  if (given.positionals.length > 0 && folder === null) {
    throw new WrongUse('Say into which case the reports go: --case FOLDER.');
  }
  const log = logOf(env, terminal.tell);
  const home = dataHome();
  mkdirSync(home, { recursive: true });
  const addresses = env['RAPPORTEUR_QUEUE'];
  try {
    const queue = addresses ? await openQueueAt(addresses) : null;
    const host = hosted(home, queue, log);
    let served: Served;
    try {
      const first = folder === null ? null : await host.cases.take(caseFolder(folder, process.cwd()));
      // What workers have read already waits for its case to be open. One that cannot be opened now is tried again when
      // it is asked for.
      for (const error of await host.cases.openAll()) log('warn', 'case-closed', error.message);
      served = await host.open({
        who: userInfo().username,
        address: env['RAPPORTEUR_ADDRESS'] || '127.0.0.1',
        port: Number(env['RAPPORTEUR_PORT'] || PORT),
        token: env['RAPPORTEUR_TOKEN'] || null,
        names: (env['RAPPORTEUR_HOST_NAMES'] ?? '').split(',').flatMap((name) => name.trim() || []),
        online: env['RAPPORTEUR_OFFLINE'] !== 'true',
      });
      if (first && given.positionals.length > 0) served.start(first, given.positionals);
    } catch (error) {
      await host.cases.close();
      await queue?.close();
      throw error;
    }
    if (!isBuilt()) log('warn', 'no-web', 'The web app is not built; the API alone is served. npm run build:web');
    // Not in the log, which others may read: whoever starts it by hand sees it, and people have tokens of their own.
    if (served.token !== null && !env['RAPPORTEUR_TOKEN'] && terminal.watched) {
      terminal.tell(`A token for this run: ${served.token}\n`);
    }
    log('info', 'started', `The desk is served at ${served.url}`, { url: served.url, pid: process.pid });
    await untilStopped();
    log('info', 'stopping', 'Stopping: what is being read or written is finished first.');
    await served.close();
    await queue?.close();
    log('info', 'stopped', 'Stopped.');
    return DONE;
  } catch (error) {
    if (!(error instanceof CannotServe || error instanceof QueueError)) throw error;
    log('error', 'cannot-start', error.message);
    return FAILED;
  }
};
