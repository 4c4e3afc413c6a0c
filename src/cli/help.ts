import { oneLine } from '../export/harmless.ts';
import { WrongUse } from './arguments.ts';
import { type Command, DONE, type Option, type Run } from './command.ts';
import { COMMANDS, commandNamed, GLOBAL_OPTIONS } from './commands.ts';
import type { Screen } from './terminal/paint.ts';
import { hang, widthOf } from './terminal/wrap.ts';

const optionName = (o: Option): string =>
  `${o.short ? `-${o.short}, ` : '    '}--${o.name}${o.value ? ` ${o.value}` : ''}`;

/** Rows of a name and what it is about, the second column set below itself. */
function rows(pairs: readonly (readonly [string, string])[], screen: Screen): string {
  const column = Math.max(...pairs.map(([left]) => widthOf(left))) + 4;
  return pairs
    .map(([left, right]) => hang(right, screen.width, `  ${left}`.padEnd(column), ' '.repeat(column)))
    .join('\n');
}

const examples = (command: Command, screen: Screen): string =>
  command.examples.map((e) => `  ${screen.paint.quiet(`# ${e.about}`)}\n  ${e.run}`).join('\n');

/** How the program is used. */
export function programHelp(screen: Screen): string {
  const head = screen.paint.name;
  return [
    hang(
      'Rapporteur reads news reports on a conflict and its peace talks, and keeps the record: who said what, in the ' +
        'exact words of the report. It works on this machine alone.',
      screen.width,
      '',
    ),
    `${head('Usage')}\n  rapporteur COMMAND ...`,
    `${head('Commands')}\n${rows(
      COMMANDS.map((c) => [c.name, c.about]),
      screen,
    )}`,
    `${head('Options')}\n${rows(
      GLOBAL_OPTIONS.map((o) => [optionName(o), o.about]),
      screen,
    )}`,
    `${head('Start here')}\n  rapporteur read --samples\n  rapporteur init --name "Keld Strait" PATHS...\n  rapporteur help init`,
    `${head('Exit status')}\n${rows(
      [
        ['0', 'All went well.'],
        ['1', 'Some report failed, or doctor found something to be done.'],
        ['2', 'Wrong use of a command.'],
        ['3', 'There is no case, or it or a file cannot be opened, read or written.'],
        ['130', 'Stopped by Ctrl-C.'],
      ],
      screen,
    )}`,
    `${head('Environment')}\n${hang('NO_COLOR turns colour off, FORCE_COLOR=1 turns it on away from a terminal.', screen.width, '  ')}`,
  ].join('\n\n');
}

/** How one command is used. */
export function commandHelp(command: Command, screen: Screen): string {
  const head = screen.paint.name;
  return [
    hang(command.about, screen.width, ''),
    `${head('Usage')}\n${command.usage.map((u) => `  ${u}`).join('\n')}`,
    ...command.details.map((d) => hang(d, screen.width, '')),
    `${head('Options')}\n${rows(
      command.options.map((o) => [optionName(o), o.about]),
      screen,
    )}`,
    `${head('Examples')}\n${examples(command, screen)}`,
  ].join('\n\n');
}

/** `rapporteur help [COMMAND]` */
export const help: Run = async (given, terminal) => {
  const [name, ...more] = given.positionals;
  if (more.length > 0) throw new WrongUse('help takes the name of one command.');
  const command = name === undefined ? undefined : commandNamed(name);
  if (name !== undefined && !command) {
    throw new WrongUse(`There is no command ${JSON.stringify(oneLine(name))}. rapporteur --help lists them.`);
  }
  const screen = terminal.screen();
  await terminal.print(`${command ? commandHelp(command, screen) : programHelp(screen)}\n`);
  return DONE;
};
