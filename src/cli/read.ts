import { loadIngestLexicon } from '../data/ingest.ts';
import { oneLine } from '../export/harmless.ts';
import { count, originOf } from '../export/words.ts';
import { count as countReports, type Failure, gather } from '../ingest/ingest.ts';
import { readReports } from '../run/read.ts';
import { WrongUse, wholeNumber } from './arguments.ts';
import { issueNamesFor } from './case/issue-names.ts';
import { DONE, FAILED, type Run } from './command.ts';
import { formatOf } from './formats.ts';
import { Progress } from './progress.ts';
import { samplesFrom } from './samples.ts';

/** What was read, added up for the closing line. */
interface Sum {
  reports: number;
  failed: number;
  statements: number;
  repeats: number;
}

function closingLine(sum: Sum, seconds: number): string {
  // Over a few reports the start of the program would count for more than the reading.
  const rate = sum.reports >= 100 ? `, ${Math.round(sum.reports / seconds)} a second` : '';
  const failed = sum.failed > 0 ? ` ${count(sum.failed, 'report')} failed.` : '';
  return (
    `Read ${count(sum.reports, 'report')} in ${seconds.toFixed(1)} s${rate}: ` +
    `${count(sum.statements, 'statement')}, ${count(sum.repeats, 'repeat')}.${failed}\n`
  );
}

/** `rapporteur read PATHS... | -` */
export const read: Run = async (given, terminal) => {
  const samples = given.positionals.length === 0 && given.values['samples'] === true;
  const paths = samples ? [samplesFrom(process.cwd())] : given.positionals;
  if (paths.length === 0) {
    throw new WrongUse('read needs something to read: files, folders, - for standard input, or --samples.');
  }
  if (paths.filter((p) => p === '-').length > 1) throw new WrongUse('Standard input can be read only once.');
  const quiet = given.values['quiet'] === true;
  const screen = terminal.screen(wholeNumber(given, 'width', 30));
  const format = formatOf(given, screen, () => issueNamesFor({ issues: [] }));
  // On a screen, and from a pipe, each report is to be seen as soon as it is there; threads take many at once.
  const jobs = wholeNumber(given, 'jobs', 0) ?? (terminal.onScreen || paths.includes('-') ? 1 : null);
  if (paths.includes('-') && terminal.keyboard && !quiet) {
    terminal.tell('Reading what you type; end it with Ctrl-D on a line of its own.\n');
  }

  // Readings that run down the screen are progress enough.
  const progress = new Progress(terminal.watched && !terminal.onScreen && !quiet ? terminal.tell : null);
  if (progress.watched)
    void countReports(paths).then(
      (amount) => progress.expect(amount),
      () => {},
    );
  const sum: Sum = { reports: 0, failed: 0, statements: 0, repeats: 0 };
  const fail = (failure: Failure): void => {
    progress.clear();
    const label = terminal.errorScreen.paint.error('failed:');
    terminal.tell(`${label} ${originOf(failure)}: ${oneLine(failure.message)}\n`);
  };
  const sources = gather(paths, {
    lexicon: loadIngestLexicon,
    onBytes: (bytes) => progress.bytes(bytes),
    onNotice: (notice) => {
      if (quiet) return;
      progress.clear();
      terminal.tell(`${originOf(notice)}: ${oneLine(notice.message)}\n`);
    },
  });
  await terminal.print(format.head());
  for await (const outcome of readReports(sources, jobs === null ? {} : { jobs })) {
    if ('failure' in outcome) {
      sum.failed++;
      fail(outcome.failure);
      continue;
    }
    const { document, reading } = outcome;
    const fault = reading.notes.find((n) => n.severity === 'error');
    if (fault) {
      sum.failed++;
      // A person sees the note in the reading itself; whoever keeps data in a file would not.
      if (!format.forPeople) fail({ ...document.origin, code: fault.code, message: fault.message });
    }
    sum.statements += reading.statements.length;
    sum.repeats += reading.repeats.length;
    const before = sum.reports++ > 0 && format.forPeople ? '\n\n' : '';
    await terminal.print(before + format.each({ document, reading }));
    progress.step();
  }
  progress.clear();
  await terminal.print(format.tail());
  if (!quiet && terminal.watched && sum.reports + sum.failed > 1) {
    terminal.tell(`\n${closingLine(sum, progress.seconds)}`);
    if (samples) terminal.tell('These are the sample reports. Name files or folders of your own to read those.\n');
  }
  return sum.failed > 0 ? FAILED : DONE;
};
