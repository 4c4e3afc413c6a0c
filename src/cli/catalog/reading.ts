import type { Command } from '../command.ts';
import { HELP, JOBS, WIDTH } from './options.ts';

/** Commands that read reports and keep nothing. */
export const READING: readonly Command[] = [
  {
    name: 'read',
    usage: ['rapporteur read PATHS...', 'rapporteur read -', 'rapporteur read --samples'],
    about: 'Read reports and print the record of each: who wants what, talks, events, disputes, who said what.',
    details: [
      'PATHS are files or folders; - is standard input. What a file is, its content says: plain text, Markdown, a web ' +
        'page (HTML, MHTML), a feed, a web archive (WARC), a PDF, a Word or OpenDocument text, a message or mailbox, a ' +
        'table (CSV, TSV), JSON, or a zip, tar or gzip archive of any of these. A line of .jsonl is a report, as JSON ' +
        'with text and, where known, title, url, outlet, published and language; other names for these are guessed, ' +
        'and the guess is told. In a folder, a metadata.jsonl may tell outlet, date and so on of the files beside it, ' +
        'which it names by file. docs/formats.md says how each is read, and what reading may cost.',
      'Each report is read by itself and printed as soon as it is read. One that cannot be read is reported on ' +
        'standard error; the others are not affected. Nothing leaves this machine.',
      'As text, each report is printed by itself: the positions of each party, talks, events, accounts that part, ' +
        'statements, and what in it repeats. With --together, and as Markdown, one dossier holds all reports: parties ' +
        'by issues, talks, events and disputes, each line with the quoted words, who said them, outlet and date.',
      'Every entry ends with the place where its words begin, such as @1204. Hand that to rapporteur explain.',
    ],
    options: [
      {
        name: 'format',
        value: 'FORM',
        about:
          'text (as above); md: one dossier in Markdown; json: one complete reading a line, with all spans and what ' +
          'made each record; plover: event records as CSV, by the PLOVER ontology.',
      },
      { name: 'json', about: 'The same as --format json.' },
      { name: 'together', about: 'Set the records of all reports in one dossier, not one report after another.' },
      JOBS,
      { name: 'samples', about: 'Read the sample reports that come with the program, where no path is given.' },
      WIDTH,
      { name: 'quiet', short: 'q', about: 'Print no progress and no closing line.' },
      HELP,
    ],
    examples: [
      { run: 'rapporteur read report.txt', about: 'one report' },
      { run: 'rapporteur read --samples', about: 'the samples that come with the program' },
      { run: 'rapporteur read archive/ --json > readings.jsonl', about: 'a folder, as data' },
      { run: 'rapporteur read archive/ --format md > dossier.md', about: 'one dossier of all of them' },
      { run: 'rapporteur read archive/ --format plover > events.csv', about: 'event records for other programs' },
      { run: 'cat report.md | rapporteur read -', about: 'from another program' },
      {
        run: `rapporteur read archive/ --json | jq -r '.statements[] | select(.act == "demand") | .speaker.name'`,
        about: 'everybody who demands something',
      },
    ],
    load: async () => (await import('../read.ts')).read,
  },
  {
    name: 'explain',
    usage: ['rapporteur explain FILE --at OFFSET', 'rapporteur explain FILE --find WORDS'],
    about: 'Show every record that covers a place in a report, and why it is there.',
    details: [
      'FILE is one report, or - for standard input. The place is given by its offset, counted from 0 in UTF-16 code ' +
        'units as every offset of the record is, or by the words that stand there.',
      'Each record is shown with the words it rests on and with what made it: the rule, the lexicon entry, or the ' +
        'model, and how sure that is.',
    ],
    options: [
      { name: 'at', value: 'OFFSET', about: 'The place where it begins.' },
      { name: 'length', value: 'N', about: 'How many code units it covers, with --at (1 if not given).' },
      { name: 'words', value: 'WORDS', about: 'The words that stand at OFFSET; the place covers them all.' },
      { name: 'find', value: 'WORDS', about: 'Look for these words and explain where they first stand.' },
      { name: 'line', value: 'N', about: 'Which line of a JSONL file holds the report (from 1).' },
      { name: 'json', about: 'Print the records as JSON.' },
      WIDTH,
      HELP,
    ],
    examples: [
      { run: 'rapporteur explain report.txt --at 1204', about: 'what covers the character at 1204' },
      { run: 'rapporteur explain report.txt --find "must leave"', about: 'what covers these words' },
      { run: 'rapporteur explain archive.jsonl --line 17 --at 80 --length 40', about: 'a stretch of one of many' },
    ],
    load: async () => (await import('../explain.ts')).explain,
  },
];
