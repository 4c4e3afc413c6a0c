import { oneLine } from '../../export/harmless.ts';
import { jsonLine } from '../../export/json-lines.ts';
import { QueueError } from '../../queue/error.ts';
import { WrongUse } from '../arguments.ts';
import { DONE, FAILED, type Run } from '../command.ts';
import { openQueueAt, queueVersion } from './queued.ts';
import { queueOf } from './worker.ts';

const NUMBER = /^(?:\d+|all)$/;

/** `rapporteur queue status | dead | replay NUMBER|all` */
export const queue: Run = async (given, terminal) => {
  const [action = 'status', which, more] = given.positionals;
  if (more !== undefined) throw new WrongUse('queue takes one thing to do, and replay one number.');
  const json = given.values['json'] === true;
  try {
    const open = await openQueueAt(queueOf(given));
    try {
      switch (action) {
        case 'status': {
          const counts = await open.counts();
          await terminal.print(
            json
              ? `${jsonLine(counts)}\n`
              : `waiting to be read\t${counts.waiting}\nread, waiting to be written\t${counts.read}\ncould not be read\t${counts.dead}\n`,
          );
          return DONE;
        }
        case 'dead': {
          for await (const { seq, at, cause, job } of open.dead()) {
            const { origin, title, text_sha256 } = job.document;
            const row = { number: seq, at, case: job.case, report: text_sha256, path: origin.path, title, cause };
            await terminal.print(
              json
                ? `${jsonLine(row)}\n`
                : `${seq}\t${at.slice(0, 16)}\t${oneLine(job.case)}\t${oneLine(origin.path)}\t${oneLine(cause.split('\n')[0]!)}\n`,
            );
          }
          return DONE;
        }
        case 'replay': {
          if (which === undefined || !NUMBER.test(which)) {
            throw new WrongUse('queue replay needs a number of the list that "rapporteur queue dead" prints, or all.');
          }
          const numbers: number[] = [];
          if (which === 'all') for await (const { seq } of open.dead()) numbers.push(seq);
          else numbers.push(Number(which));
          for (const number of numbers) await open.replay(number, queueVersion());
          terminal.tell(`${numbers.length} given back to be read.\n`);
          return DONE;
        }
        default:
          throw new WrongUse(`queue takes status, dead or replay, not ${oneLine(action)}.`);
      }
    } finally {
      await open.close();
    }
  } catch (error) {
    if (!(error instanceof QueueError)) throw error;
    terminal.tell(`${error.message}\n`);
    return FAILED;
  }
};
