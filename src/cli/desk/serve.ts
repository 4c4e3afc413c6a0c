import { userInfo } from 'node:os';
import { CannotServe, type Served } from '../../api/server.ts';
import { QueueError } from '../../queue/error.ts';
import { textValue, WrongUse } from '../arguments.ts';
import { caseFolder } from '../case/folder.ts';
import { DONE, FAILED, type Run } from '../command.ts';
import { PORT } from './desk.ts';
import { dataHome, makeHome } from './home.ts';
import { hosted, isBuilt, untilStopped } from './hosting.ts';
import { logOf } from './log.ts';
import { openQueueAt } from './queued.ts';
import { isAway, waitFor } from './waiting.ts';

/** `rapporteur serve [PATHS...]`: all settings have been put into the environment, and checked, before it runs. */
export const serve: Run = async (given, terminal) => {
  const { env } = process;
  const folder = textValue(given, 'case');
  if (given.positionals.length > 0 && folder === null) {
    throw new WrongUse('Say into which case the reports go: --case FOLDER.');
  }
  const log = logOf(env, terminal.tell);
  const home = dataHome();
  makeHome(home);
  const addresses = env['RAPPORTEUR_QUEUE'];
  const stopper = new AbortController();
  const { signal } = stopper;
  const stopping = untilStopped().then(() => stopper.abort());
  const stopped = (): typeof DONE => {
    log('info', 'stopped', 'Stopped.');
    return DONE;
  };
  try {
    const queue = addresses ? await waitFor(() => openQueueAt(addresses), log, signal) : null;
    if (signal.aborted) {
      await queue?.close();
      return stopped();
    }
    const host = hosted(home, queue, log);
    const openTheRest = async (): Promise<void> => {
      const fault = (await host.cases.openAll()).find(isAway);
      if (fault) throw fault;
    };
    let served: Served;
    try {
      const take = async (at: string) => host.cases.take(caseFolder(at, process.cwd()));
      const first = folder === null ? null : await waitFor(() => take(folder), log, signal);
      // One that cannot be opened now is tried again when it is asked for.
      const closed = await host.cases.openAll();
      for (const error of closed) log('warn', 'case-closed', error.message);
      // What workers have read already waits for its case to be open, whether somebody asks or not.
      if (closed.length > 0) void waitFor(openTheRest, () => {}, signal).catch(() => {});
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
    await stopping;
    log('info', 'stopping', 'Stopping: what is being read or written is finished first.');
    await served.close();
    await queue?.close();
    return stopped();
  } catch (error) {
    if (!(error instanceof CannotServe || error instanceof QueueError)) throw error;
    log('error', 'cannot-start', error.message);
    return FAILED;
  }
};
