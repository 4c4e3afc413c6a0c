import type { Command } from '../command.ts';
import { ALLOW, CASE, HELP, JOBS } from './options.ts';

const QUIET = { name: 'quiet', short: 'q', about: 'Print no progress and no closing lines.' };
const JSON_SUMMARY = { name: 'json', about: 'Print what it came to as one line of JSON.' };

/** Commands that make a case and fill it. */
export const CASES: readonly Command[] = [
  {
    name: 'init',
    usage: ['rapporteur init [--name NAME] PATHS...'],
    about: 'Make a case of some reports: a folder with the record, and a case.yaml to set parties and names in.',
    details: [
      'The reports are read and added; then a first case.yaml is written from them, with the parties, whoever speaks for ' +
        'each, and the outlets. Look through it: what you change there, the record follows.',
      'The folder is that of --case, or one with the name of the case here. It holds case.yaml and case.db, which is the ' +
        'whole record in one file.',
    ],
    options: [
      {
        name: 'name',
        value: 'NAME',
        about: 'What the case is called ("Keld Strait"); the name of the folder, if not given.',
      },
      {
        name: 'case',
        value: 'FOLDER',
        about: 'The folder to make; it may be there already, but without a case in it.',
      },
      JOBS,
      QUIET,
      JSON_SUMMARY,
      HELP,
    ],
    examples: [
      {
        run: 'rapporteur init --name "Keld Strait" archive/',
        about: 'a case in keld-strait/, of all reports below archive/',
      },
      { run: 'rapporteur init --case keld archive/ more.jsonl', about: 'a case in keld/' },
    ],
    load: async () => (await import('../init.ts')).init,
  },
  {
    name: 'add',
    usage: ['rapporteur add PATHS...', 'rapporteur add URL...', 'rapporteur add -', 'rapporteur add --again'],
    about: 'Add reports to a case; those that are in it already are passed over.',
    details: [
      'PATHS are as for rapporteur read; web addresses are fetched, politely and as robots.txt allows. Reports are told apart by their text, so that it costs nothing to name the same ' +
        'folder again when more has come.',
      'It may be stopped at any time. Ctrl-C ends it after the reports that are being read, and what was added stays; the ' +
        'same command goes on from there. A second Ctrl-C ends it at once, and still no report is lost or half added.',
      'Reports that cannot be read cost no other. At the end the causes are listed with how many reports each cost, and ' +
        'every one of them by name stands in a file in the folder logs of the case.',
    ],
    options: [
      CASE,
      JOBS,
      {
        name: 'again',
        about: 'Read every report of the case again, from the text that it keeps: after a new version, or new issues.',
      },
      ALLOW,
      QUIET,
      JSON_SUMMARY,
      HELP,
    ],
    examples: [
      { run: 'rapporteur add archive/', about: 'a folder, and what is new in it whenever it is given again' },
      { run: 'rapporteur add --case keld report.html feed.xml', about: 'some files, to the case in keld/' },
      { run: 'rapporteur add --again', about: 'after a new version of the program' },
    ],
    load: async () => (await import('../add.ts')).add,
  },
];
