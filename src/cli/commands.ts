/** The commands of the program. */
import { CARE } from './catalog/care.ts';
import { CASES } from './catalog/case.ts';
import { DESKS } from './catalog/desk.ts';
import { EXCHANGE } from './catalog/exchange.ts';
import { HELPING } from './catalog/help.ts';
import { HELP } from './catalog/options.ts';
import { READING } from './catalog/reading.ts';
import { RECORD } from './catalog/record.ts';
import type { Command, Option } from './command.ts';

/** In the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  ...DESKS,
  ...CASES,
  ...RECORD,
  ...EXCHANGE,
  ...CARE,
  ...READING,
  ...HELPING,
];

/** What the program takes without a command. */
export const GLOBAL_OPTIONS: readonly Option[] = [
  HELP,
  { name: 'version', short: 'V', about: 'Show the version of the program.' },
];

export const commandNamed = (name: string): Command | undefined => COMMANDS.find((c) => c.name === name);
