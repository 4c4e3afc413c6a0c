import type { Command } from '../command.ts';
import { CASE, HELP, NARROWING } from './options.ts';

/** Commands that give a record to other programs, and take one. */
export const EXCHANGE: readonly Command[] = [
  {
    name: 'export',
    usage: ['rapporteur export --format FORM [--out PATH]'],
    about: 'Give the record of a case to other programs.',
    details: [
      'csv is a folder of tables, one for each kind of record, each row with its words and where they stand. jsonl is one ' +
        'entry a line with all its evidence. geojson has talks and events with places, and says how exact each place is. ' +
        'annotations is the W3C Web Annotation form: each record as an annotation of the exact words of its report. plover is ' +
        'event records by the PLOVER ontology.',
      'archive is the whole case in one file: reports with their texts and readings, case.yaml, and the ledger. ' +
        'rapporteur import makes the very same case of it.',
    ],
    options: [
      CASE,
      { name: 'format', value: 'FORM', about: 'csv, jsonl, geojson, annotations, plover or archive.' },
      { name: 'out', value: 'PATH', about: 'The file to write, or the folder for csv; standard output, if not given.' },
      ...NARROWING,
      HELP,
    ],
    examples: [
      { run: 'rapporteur export --format csv --out tables/', about: 'tables for a spreadsheet' },
      { run: 'rapporteur export --format geojson --from 2031-03 > march.geojson', about: 'a map of March' },
      { run: 'rapporteur export --format archive --out keld.jsonl', about: 'the whole case, to hand on or put away' },
    ],
    load: async () => (await import('../export.ts')).exportCase,
  },
  {
    name: 'import',
    usage: ['rapporteur import FILE [--case FOLDER]'],
    about: 'Make a case of an archive that rapporteur export wrote.',
    details: [
      'The archive is checked before anything is written: that it is whole, that every text has the digest it is given with, ' +
        'and that no record points outside its text. The folder must not have a case in it yet.',
    ],
    options: [
      { name: 'case', value: 'FOLDER', about: 'The folder to make; one with the name of the case here, if not given.' },
      { name: 'quiet', short: 'q', about: 'Print no progress and no closing line.' },
      HELP,
    ],
    examples: [{ run: 'rapporteur import keld.jsonl --case keld', about: 'a case in keld/' }],
    load: async () => (await import('../import.ts')).importCase,
  },
];
