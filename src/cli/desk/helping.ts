/** Bringing cases of a server up to date beside the desks that have them open. */
import type { Metrics } from '../../api/metrics.ts';
import { pause } from '../../queue/pause.ts';
import { loadConsolidation } from '../../run/consolidation.ts';
import { type Helper, openHelper } from '../../store/help.ts';
import { casesOf } from '../../store/postgres/cases.ts';
import { countError, countHelp } from './counting.ts';
import type { Log } from './log.ts';

/** Between two looks for what there is to do: the least and, where there is nothing again and again, the most; in milliseconds. */
const PAUSE = { least: 250, most: 4000 };
/** New cases are looked for so often, in milliseconds. */
const LOOK = 10_000;

export interface HelpingOptions {
  /** The address of the PostgreSQL server. */
  readonly server: string;
  readonly metrics: Metrics;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Helps with every case of the server until told to stop. What goes wrong is told once, and tried again. */
export async function helpCases({ server, metrics, log, signal }: HelpingOptions): Promise<void> {
  const consolidation = loadConsolidation();
  const helpers = new Map<string, Helper>();
  const told = new Map<string, string>();
  const trouble = (about: string, error: unknown): void => {
    const { message = String(error), code = 'store' } = error as { message?: string; code?: string };
    countError(metrics, code);
    // As long as it stays the same.
    if (told.get(about) === message) return;
    told.set(about, message);
    log('warn', 'trouble', message, { cause: code });
  };
  async function help(name: string): Promise<number> {
    try {
      const helper = helpers.get(name) ?? (await openHelper(server, name, { consolidation }));
      helpers.set(name, helper);
      const began = performance.now();
      const made = await helper.help();
      told.delete(name);
      if (made > 0) {
        countHelp(metrics, made, performance.now() - began);
        log('debug', 'made', `${name}: ${made} parts and threads made again`, { schema: name, made });
      }
      return made;
    } catch (error) {
      trouble(name, error);
      await helpers.get(name)?.close();
      helpers.delete(name);
      return 0;
    }
  }
  let names: readonly string[] = [];
  let looked = Number.NEGATIVE_INFINITY;
  for (let wait = PAUSE.least; !signal.aborted; ) {
    if (performance.now() - looked > LOOK) {
      looked = performance.now();
      names = await casesOf(server).catch((error: unknown) => {
        trouble('', error);
        return names;
      });
    }
    let made = 0;
    for (const name of names) if (!signal.aborted) made += await help(name);
    wait = made > 0 ? PAUSE.least : Math.min(PAUSE.most, 2 * wait);
    // Others have their turn, the reading of reports in this process among them.
    await pause(made > 0 ? 1 : wait, signal);
  }
  for (const helper of helpers.values()) await helper.close();
}
