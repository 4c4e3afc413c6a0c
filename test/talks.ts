/** One short report of the invented Keld Strait, and its reading made by hand. */
import type { Producer, Reading, Statement } from '../src/record.ts';
import { find, readingOf, reportOf } from './sample.ts';

const TEXT = `Front sets terms for Lorn talks
LORN, 4 March - Maravet's president, Oumara Tesk, said the "port of Nerith must open" before any talks.
CLICK HERE TO FOLLOW OUR LIVE PAGE
Aldren Voss, the foreign minister of Halvia, rejected this. He said the Littoral Commission had told him that "the ships are staying".
Maravet's president, Oumara Tesk, said the "port of Nerith must open" before any talks.`;

const made = (rule: string, more: Partial<Producer> = {}): Producer => ({
  stage: rule.split('/')[0] as Producer['stage'],
  rule,
  ...more,
});

const statement = (id: string, content: string, cue: string | null, more: Partial<Statement>): Statement => ({
  id,
  content: [find(TEXT, content)],
  cue: cue === null ? null : find(TEXT, cue),
  speaker: { span: null, name: null, party: null, referent: null },
  form: 'indirect',
  act: 'claim',
  within: null,
  confidence: 0.8,
  made: [
    made('attribute/spans', { model: 'attribution@1a2b', confidence: 0.8 }),
    made('attribute/speaker'),
    made('attribute/act', { entry: 'cues.yaml: must' }),
  ],
  ...more,
});

const lines = TEXT.split('\n');
const voss = { span: find(TEXT, 'He'), name: 'Aldren Voss', party: 'Halvia', referent: 'voss' };

export const DOCUMENT = reportOf(TEXT, {
  outlet: 'The Strait \u001b[31mCourier',
  published: '2031-03-04',
  origin: { path: 'reports/lorn.txt', line: null },
});

export const READING: Reading = readingOf(DOCUMENT, {
  filing: { place: find(TEXT, 'LORN'), agency: null, date: find(TEXT, '4 March'), author: null },
  statements: [
    statement('inner', 'the ships are staying', 'told', {
      speaker: {
        span: find(TEXT, 'the Littoral Commission'),
        name: 'Littoral Commission',
        party: 'Littoral Commission',
        referent: null,
      },
      form: 'direct',
      within: 'outer',
    }),
    statement('outer', 'the Littoral Commission had told him that "the ships are staying"', 'said', { speaker: voss }),
    statement('first', 'the "port of Nerith must open" before any talks', 'said', {
      speaker: {
        span: find(TEXT, "Maravet's president, Oumara Tesk"),
        name: 'Oumara Tesk',
        party: 'Maravet',
        referent: 'tesk',
      },
      form: 'mixed',
      act: 'demand',
    }),
    statement('second', 'this', 'rejected', {
      speaker: { ...voss, span: find(TEXT, 'Aldren Voss, the foreign minister of Halvia') },
      act: 'reject',
    }),
  ],
  referents: [
    {
      id: 'voss',
      kind: 'person',
      name: 'Aldren Voss',
      aliases: ['Voss'],
      role: 'foreign minister',
      party: 'Halvia',
      partyMade: made('mention/party-of-role', { entry: 'roles.yaml: foreign minister' }),
      generic: false,
    },
  ],
  mentions: [
    {
      span: find(TEXT, 'Aldren Voss'),
      first: 0,
      last: 2,
      kind: 'person',
      form: 'name',
      referent: 'voss',
      made: made('mention/name'),
    },
  ],
  repeats: [{ span: find(TEXT, lines[4]!, 2), of: find(TEXT, lines[4]!), likeness: 1, made: made('clean/repeat') }],
  blocks: lines.map((line, i) => ({
    kind: i === 0 ? 'title' : i === 2 ? 'advert' : 'paragraph',
    span: find(TEXT, line, i === 4 ? 2 : 1),
    runs: i === 2 || i === 4 ? [] : [find(TEXT, line)],
    made: made(i === 2 ? 'clean/advert' : 'clean/line'),
  })),
  notes: [
    {
      code: 'mojibake',
      severity: 'warning',
      message: 'Some letters were lost.',
      span: find(TEXT, 'CLICK'),
      stage: 'ingest',
    },
  ],
});
