import { existsSync } from 'node:fs';
import { harmless } from '../export/harmless.ts';
import { WrongUse } from './arguments.ts';
import { CaseError } from './case/error.ts';
import { withCase } from './case/open.ts';
import { DONE, type Run } from './command.ts';

/** `rapporteur backup FILE` */
export const backup: Run = async (given, terminal) => {
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('backup takes one FILE to write.');
  if (existsSync(path)) {
    throw new CaseError('exists', `${harmless(path)} is there already, and is left alone. Name another file.`);
  }
  const quiet = given.values['quiet'] === true;
  return withCase(given, 'look', async ({ store }) => {
    const watched = terminal.watched && !quiet;
    await store.backup(path, (done, total) => {
      if (watched && total > 0) terminal.tell(`\r${Math.floor((100 * done) / total)} in 100 copied\u001b[K`);
    });
    if (watched) terminal.tell('\r\u001b[K');
    if (!quiet) terminal.tell(`The record was copied to ${harmless(path)}.\n`);
    return DONE;
  });
};
