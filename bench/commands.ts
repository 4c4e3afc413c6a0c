/** Writes docs/commands.md from the very help that the program prints, so that the two cannot differ. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { COMMANDS } from '../src/cli/commands.ts';
import { commandHelp, programHelp } from '../src/cli/help.ts';
import { paintFor } from '../src/cli/terminal/paint.ts';

const SCREEN = { width: 80, paint: paintFor(false) };
const block = (text: string): string => `\`\`\`text\n${text}\n\`\`\``;

/** The page that docs/commands.md must be. */
export const commandsPage = (): string =>
  [
    '# The command',
    'This page is made from the help of the program by `npm run docs`. From a checkout, write `npm run -s rapporteur --` ' +
      'for `rapporteur`.',
    block(programHelp(SCREEN)),
    ...COMMANDS.flatMap((c) => [`## rapporteur ${c.name}`, block(commandHelp(c, SCREEN))]),
  ].join('\n\n') + '\n';

export const COMMANDS_PAGE = fileURLToPath(new URL('../docs/commands.md', import.meta.url));

if (import.meta.main) writeFileSync(COMMANDS_PAGE, commandsPage());
