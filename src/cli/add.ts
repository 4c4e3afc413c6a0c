import { storedDocuments } from '../export/archive/documents.ts';
import { jsonLine } from '../export/json-lines.ts';
import { WrongUse } from './arguments.ts';
import { addWithProgress, closingWords, statusOf, stoppedWords } from './case/adding.ts';
import { withCase } from './case/open.ts';
import type { Run } from './command.ts';

/** `rapporteur add PATHS... | - | --again` */
export const add: Run = async (given, terminal) => {
  const again = given.values['again'] === true;
  const paths = given.positionals;
  if (paths.length === 0 && !again) throw new WrongUse('add needs reports: files, folders, or - for standard input.');
  if (paths.length > 0 && again) throw new WrongUse('--again reads what the case holds already: give it no paths.');
  if (paths.filter((p) => p === '-').length > 1) throw new WrongUse('Standard input can be read only once.');
  return withCase(given, 'write', async (opened) => {
    const from = again ? storedDocuments(opened.store) : paths;
    const total = again ? (await opened.store.reports({ limit: 1 })).total : undefined;
    const added = await addWithProgress({ opened, given, terminal, from, ...(total === undefined ? {} : { total }) });
    const { summary } = added;
    if (given.values['json'] === true) await terminal.print(`${jsonLine({ ...summary, log: added.log })}\n`);
    if (given.values['quiet'] !== true) terminal.tell(closingWords(added, terminal));
    if (summary.stopped) terminal.tell(stoppedWords(given));
    return statusOf(summary);
  });
};
