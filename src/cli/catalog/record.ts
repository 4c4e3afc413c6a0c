import type { Command } from '../command.ts';
import { CASE, HELP, NARROWING, WIDTH } from './options.ts';

/** Commands that ask a case, and correct it. */
export const RECORD: readonly Command[] = [
  {
    name: 'dossier',
    usage: [
      'rapporteur dossier',
      'rapporteur dossier --party NAME',
      'rapporteur dossier --issue CODE --from DAY --to DAY',
    ],
    about: 'Print the record of a case: sticking points, positions, talks, events, disputes, words and deeds.',
    details: [
      'Every line has the quoted words, who says them, the outlet, the date, whether they are copied, and where they stand: ' +
        'the report, its digest, and the offsets in its text.',
    ],
    options: [
      CASE,
      ...NARROWING,
      {
        name: 'format',
        value: 'FORM',
        about:
          'md: Markdown, which is the usual form; html: one page that needs nothing else, to be opened or printed; json: ' +
          'for other programs; docx: for a word processor. With --out the end of the name tells, if it is one of these.',
      },
      { name: 'out', value: 'FILE', about: 'Write it to FILE, not to standard output.' },
      HELP,
    ],
    examples: [
      { run: 'rapporteur dossier --out keld.html', about: 'the whole case as a page' },
      { run: 'rapporteur dossier --party Halvia --from 2031-03', about: 'one party, since March' },
      { run: 'rapporteur dossier --issue CEASEFIRE --out ceasefire.docx', about: 'one issue, for a word processor' },
    ],
    load: async () => (await import('../dossier.ts')).dossier,
  },
  {
    name: 'search',
    usage: ['rapporteur search WORDS...'],
    about: 'Find words in what is quoted in a case, and in its reports.',
    details: [
      'All words must stand in what is found, in any order; words in quotation marks must stand together. Each find is ' +
        'shown with who says it, the outlet, the date, and where it stands.',
    ],
    options: [
      CASE,
      { name: 'kind', value: 'KIND', about: 'Only in statement, position, talk, event, dispute, or report.' },
      { name: 'speaker', value: 'NAME', about: 'Only what this person or body says.' },
      { name: 'outlet', value: 'NAME', about: 'Only in reports of this outlet.' },
      ...NARROWING,
      { name: 'limit', value: 'N', about: 'Show at most N finds (20 if not given).' },
      { name: 'json', about: 'Print each find as a line of JSON.' },
      WIDTH,
      HELP,
    ],
    examples: [
      { run: 'rapporteur search must leave', about: 'both words, anywhere in what is said' },
      { run: `rapporteur search '"must leave"' --party Halvia`, about: 'the two together, said by one party' },
      { run: 'rapporteur search Nerith --kind report --json', about: 'in the text of reports, as data' },
    ],
    load: async () => (await import('../search.ts')).search,
  },
  {
    name: 'judge',
    usage: [
      'rapporteur judge accept ID [--why WORDS]',
      'rapporteur judge reject ID [--why WORDS]',
      'rapporteur judge edit ID --set FIELD=VALUE',
      'rapporteur judge merge ID ID...',
      'rapporteur judge split ID --away ITEM',
      'rapporteur judge note ID --text WORDS',
      'rapporteur judge undo JUDGEMENT',
    ],
    about: 'Correct the record of a case: by a line in its ledger, which says who did what, when and why.',
    details: [
      'IDs are those that search, dossier and export give. A judgement is about the exact words of a report: when a newer ' +
        'version reads the report again, it holds for the same words, and log says so where they are no longer there.',
      'accept and reject say that an entry is right or wrong; edit sets fields of one record of a report; merge makes actors, ' +
        'talks, events, disputes, or lines on one issue, one; split takes items, or names of an actor, out of an entry, to stand ' +
        'as one of their own; note adds a remark. ' +
        'Nothing is ever deleted: undo takes a judgement back, and may be taken back itself.',
    ],
    options: [
      CASE,
      { name: 'why', value: 'WORDS', about: 'The reason, which stands in the ledger.' },
      { name: 'who', value: 'NAME', about: 'Who judges; your name on this machine, if not given.' },
      {
        name: 'set',
        value: 'FIELD=VALUE',
        about: 'Of edit: a field and what it is to be, as JSON or as words.',
        repeats: true,
      },
      {
        name: 'away',
        value: 'ITEM',
        about: 'Of split: the id of an item, or a name, that does not belong to it.',
        repeats: true,
      },
      { name: 'text', value: 'WORDS', about: 'Of note: the remark.' },
      { name: 'json', about: 'Print the line of the ledger as JSON.' },
      HELP,
    ],
    examples: [
      { run: 'rapporteur judge reject 4be2c1d09a7f3e55 --why "the reporter quotes a law"', about: 'an entry is wrong' },
      { run: 'rapporteur judge edit 4be2c1d09a7f3e55 --set stance=rejects', about: 'a position is a refusal' },
      { run: 'rapporteur judge merge 90aa1be2c77d4f10 13c0ffee5a5e0001', about: 'two talks are one' },
      { run: 'rapporteur judge undo 7d41e0b6c2a98f33', about: 'take it back' },
    ],
    load: async () => (await import('../judge.ts')).judge,
  },
  {
    name: 'log',
    usage: ['rapporteur log'],
    about: 'List the judgements of a case, the newest first.',
    details: [
      'Each says who did what to what, when and why, whether it was undone, and whether its words are still there.',
    ],
    options: [
      CASE,
      { name: 'limit', value: 'N', about: 'List at most N (50 if not given).' },
      { name: 'json', about: 'Print each as a line of JSON.' },
      WIDTH,
      HELP,
    ],
    examples: [{ run: 'rapporteur log --limit 10', about: 'the last ten' }],
    load: async () => (await import('../log.ts')).log,
  },
];
