import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { caseFileText } from '../export/case-file/print.ts';
import { Proposal } from '../export/case-file/propose.ts';
import { harmless } from '../export/harmless.ts';
import { jsonLine } from '../export/json-lines.ts';
import { consolidateAll } from '../run/add.ts';
import { EMPTY_FILE } from '../store/open.ts';
import { textValue, WrongUse } from './arguments.ts';
import { addWithProgress, closingWords, statusOf, stoppedWords } from './case/adding.ts';
import { Bar } from './case/bar.ts';
import { assertNoCase, CASE_FILE, slugOf } from './case/folder.ts';
import { makeCaseFolder } from './case/make-folder.ts';
import { openStoreOf, takeCaseFile } from './case/open.ts';
import { type Run, STOPPED } from './command.ts';
import { onInterrupt } from './interrupt.ts';

/** `rapporteur init [--name NAME] [--case FOLDER] PATHS...` */
export const init: Run = async (given, terminal) => {
  const paths = given.positionals;
  const asked = { name: textValue(given, 'name'), folder: textValue(given, 'case') };
  if (asked.name === null && asked.folder === null) {
    throw new WrongUse('init needs a name for the case: --name "Keld Strait", or a folder: --case keld.');
  }
  if (paths.length === 0) throw new WrongUse('init needs reports: files, folders, or - for standard input.');
  const folder = asked.folder ?? slugOf(asked.name!);
  const name = asked.name ?? basename(resolve(folder));
  assertNoCase(folder);
  makeCaseFolder(folder);
  const path = join(folder, CASE_FILE);
  const bare = { ...EMPTY_FILE, name };
  // Written first, so that a run which is cut off can be gone on with by `add`.
  writeFileSync(path, caseFileText(bare), { flag: 'wx' });
  const store = await openStoreOf(folder, bare, false);
  try {
    await takeCaseFile(store, bare);
    const proposal = new Proposal();
    const added = await addWithProgress({
      opened: { folder, file: bare, store },
      given,
      terminal,
      from: paths,
      // The parties are not known yet; the record is made once, when they are.
      consolidate: false,
      onStored: (document, reading) => proposal.add(document, reading),
    });
    const { summary } = added;
    const stopper = new AbortController();
    onInterrupt(() => {
      terminal.tell('\nStopping after the part of the record that is being made. Ctrl-C again stops at once.\n');
      stopper.abort();
    });
    const file = proposal.file(name);
    // Whoever edited it meanwhile keeps what they wrote.
    if (readFileSync(path, 'utf8') === caseFileText(bare)) writeFileSync(path, caseFileText(file));
    await takeCaseFile(store, file);
    if (!summary.stopped) {
      const watched = terminal.watched && given.values['quiet'] !== true;
      const bar = new Bar(watched ? terminal.tell : null, terminal.errorScreen.width);
      const { added: of, known, reread, failed, seconds } = summary;
      await consolidateAll(store, stopper.signal, (step) =>
        bar.show({ added: of, known, reread, failed, seconds, perSecond: 0, ...step }),
      );
      bar.clear();
    }
    const cut = stopper.signal.aborted;
    if (given.values['json'] === true) await terminal.print(`${jsonLine({ ...summary, log: added.log, folder })}\n`);
    if (given.values['quiet'] !== true) {
      terminal.tell(closingWords(added, terminal, true));
      const parties = file.parties.map((p) => harmless(p.name)).join(', ');
      if (parties !== '')
        terminal.tell(`Parties found: ${parties}. Look through ${harmless(path)} and change what is wrong.\n`);
      if (!summary.stopped && !cut) terminal.tell(`See the record: rapporteur dossier --case ${harmless(folder)}\n`);
    }
    if (summary.stopped) terminal.tell(stoppedWords(given, folder));
    if (cut)
      terminal.tell(
        `Stopped. All reports are in; the record is not up to date yet. To go on: rapporteur dossier --case ${harmless(folder)}\n`,
      );
    return cut ? STOPPED : statusOf(summary);
  } finally {
    await store.close();
  }
};
