/** The program: finds the command asked for, runs it, and sees to pipes, signals and exit status. */
import { readFileSync } from 'node:fs';
import { oneLine } from '../export/harmless.ts';
import { nearest, parse, WrongUse } from './arguments.ts';
import { DONE, FAILED, NO_CASE, STOPPED, WRONG_USE } from './command.ts';
import { COMMANDS, commandNamed } from './commands.ts';
import { commandHelp, programHelp } from './help.ts';
import { interrupted } from './interrupt.ts';
import { nodeTooOld } from './runtime.ts';
import { processTerminal, type Terminal } from './terminal/terminal.ts';

function version(): string {
  const own = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(own, 'utf8')) as { version: string }).version;
}

async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    const text = `${programHelp(terminal.screen())}\n`;
    if (name !== undefined) await terminal.print(text);
    else terminal.tell(text);
    return name === undefined ? WRONG_USE : DONE;
  }
  if (name === '--version' || name === '-V') {
    await terminal.print(`${version()}\n`);
    return DONE;
  }
  const command = commandNamed(name);
  if (!command) {
    const meant = nearest(
      name,
      COMMANDS.map((c) => c.name),
    );
    const what = name.startsWith('-') ? 'option' : 'command';
    throw new WrongUse(
      `There is no ${what} ${oneLine(name)}. ${meant ? `Did you mean ${meant}?` : 'rapporteur --help lists what there is.'}`,
    );
  }
  const given = parse(command, rest);
  if (given.values['help']) {
    await terminal.print(`${commandHelp(command, terminal.screen())}\n`);
    return DONE;
  }
  try {
    // Loaded only where something is set, so that all else starts as quickly as before.
    const takes = command.options.some((option) => option.name === 'config');
    if (takes || Object.keys(process.env).some((name) => name.startsWith('RAPPORTEUR_'))) {
      (await import('./settings/settings.ts')).applySettings(takes ? given : null, process.env);
    }
    return await (await command.load())(given, terminal);
  } catch (error) {
    if (error instanceof WrongUse) error.message += `\nSee rapporteur ${command.name} --help.`;
    throw error;
  }
}

// Whoever reads our output may stop early (`| head`): there is nobody left to write for, and nothing went wrong.
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.stderr.write(`rapporteur: cannot write: ${error.message}\n`);
    process.exit(error.code === 'EPIPE' ? process.exitCode : FAILED);
  });
  process.stderr.on('error', () => {});
}

// A command that keeps something ends cleanly the first time. Of others, what is already printed is whole readings. The
// shell learns that it was stopped.
function stop(): void {
  if (interrupted()) return;
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.exit(STOPPED);
}

/** Errors of a case, its file or its store, by name, so that what throws them need not be loaded at every start. */
const OF_CASES = new Set(['CaseError', 'CaseFileError', 'StoreError', 'ArchiveError', 'IssuesError', 'BadWatchState']);

/** Runs the command that `args` name, and sets the exit status. */
export async function runProgram(args: readonly string[]): Promise<void> {
  endWithReader();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const terminal = processTerminal();
  const old = nodeTooOld(process.versions.node);
  try {
    if (old) terminal.tell(`${old.message}\n`);
    process.exitCode = old?.stop ? FAILED : await main(args, terminal);
    // What was stopped may still wait for input that never comes.
    if (process.exitCode === STOPPED) process.exit();
  } catch (error) {
    if (error instanceof WrongUse) {
      terminal.tell(`${terminal.errorScreen.paint.error('rapporteur:')} ${error.message}\n`);
      process.exitCode = WRONG_USE;
    } else if (error instanceof Error && OF_CASES.has(error.name)) {
      terminal.tell(`${terminal.errorScreen.paint.error('rapporteur:')} ${error.message}\n`);
      process.exitCode = NO_CASE;
    } else {
      // A fault of ours, not of a report: show where, so that it can be mended.
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      terminal.tell(`${terminal.errorScreen.paint.error('rapporteur stopped:')} ${detail}\n`);
      process.exitCode = FAILED;
    }
  }
}
