import type { Command } from '../command.ts';
import { CASE, HELP } from './options.ts';

/** Commands that look after a case. */
export const CARE: readonly Command[] = [
  {
    name: 'doctor',
    usage: ['rapporteur doctor'],
    about: 'Check a case: its file, its case.yaml, reports to be read again, judgements that lost their words.',
    details: [
      'Nothing is changed, but by --unlock. The exit status is 1 where something needs to be done, and each line says what.',
    ],
    options: [
      CASE,
      {
        name: 'unlock',
        about: 'First take the case from a process on another machine that holds it, and surely does no more.',
      },
      { name: 'json', about: 'Print what was found as one line of JSON.' },
      HELP,
    ],
    examples: [{ run: 'rapporteur doctor --case keld', about: 'the case in keld/' }],
    load: async () => (await import('../doctor.ts')).doctor,
  },
  {
    name: 'backup',
    usage: ['rapporteur backup FILE'],
    about: 'Copy the record of a case to FILE, soundly, also while reports are being added.',
    details: [
      'FILE is made anew; one that is there is left alone. To use it, put it in a folder as case.db, with case.yaml.',
    ],
    options: [CASE, { name: 'quiet', short: 'q', about: 'Print no progress and no closing line.' }, HELP],
    examples: [{ run: 'rapporteur backup ../backups/keld-2031-04-01.db', about: 'a copy with the day in its name' }],
    load: async () => (await import('../backup.ts')).backup,
  },
];
