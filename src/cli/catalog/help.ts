import type { Command } from '../command.ts';
import { HELP } from './options.ts';

export const HELPING: readonly Command[] = [
  {
    name: 'help',
    usage: ['rapporteur help', 'rapporteur help COMMAND'],
    about: 'Show how the program, or one command, is used.',
    details: [],
    options: [HELP],
    examples: [{ run: 'rapporteur help explain', about: 'how explain is used' }],
    load: async () => (await import('../help.ts')).help,
  },
];
