/** A small case of the invented Keld Strait, made by hand: one entry of each kind, over three reports, one a copy. */
import type { CaseFile, CaseRecord, Evidence, Item, PositionPoint, ReportHead, Support } from '../src/case.ts';
import type { Document, Producer, Reading, Span } from '../src/record.ts';
import { find, readingOf, reportOf } from './sample.ts';

export const TEXTS = {
  first: `=Halvia will not leave Ombra Point unless the guns go, Aldren Voss said on Monday.
At least nine people were reportedly killed when shells hit Nerith on 3 March, Maravet said. Halvia denied firing.
Envoys of Halvia and Maravet are to meet in Lorn on 22 March.`,
  copy: `Halvia will not leave Ombra Point unless the guns go, Aldren Voss said. [Copied]`,
  later: `Halvia will leave Ombra Point, Voss said in Lorn 🚢 on Friday, where envoys met.
Ilse Dovrane said that this was softer than before. Maravet put the dead of Nerith at 14.`,
};

const documentOf = (text: string, name: string, more: Partial<Document>): Document =>
  reportOf(text, { origin: { path: `reports/${name}.txt`, line: null }, ...more });

export const DOCUMENTS = {
  first: documentOf(TEXTS.first, 'first', {
    title: 'The guns of <b>Ombra Point</b>',
    outlet: 'Strait Courier',
    published: '2031-03-04',
    url: 'https://courier.example/guns?a=1&b=2',
  }),
  copy: documentOf(TEXTS.copy, 'copy', { title: 'Voss | stays', outlet: 'Port Ledger', published: '2031-03-05' }),
  later: documentOf(TEXTS.later, 'later', { title: 'Voss in Lorn', outlet: 'Port Ledger', published: '2031-03-22' }),
};

const headOf = (d: Document): ReportHead => ({
  id: d.text_sha256,
  title: d.title,
  titleFromText: false,
  outlet: d.outlet,
  agency: null,
  url: d.url,
  published: d.published,
  filed: null,
  day: d.published,
});

const documents = [DOCUMENTS.first, DOCUMENTS.copy, DOCUMENTS.later];
const VOSS = { name: 'Aldren Voss', party: 'Halvia' };
const MARAVET = { name: 'Maravet', party: 'Maravet' };

let items = 0;
/** Evidence of words that stand in one of the reports. */
const evidence = (of: Document, words: string, more: Partial<Evidence> = {}): Evidence => ({
  item: `item-${++items}`,
  kind: 'position',
  report: of.text_sha256,
  day: of.published,
  outlet: of.outlet,
  agency: null,
  words,
  spans: [find(of.text, words)],
  by: null,
  hedge: null,
  originator: of.outlet ?? '',
  copyOf: null,
  confidence: 0.9,
  ...more,
});

const support = (reports: number, originators: number, first: string, last: string): Support => ({
  reports,
  outlets: reports,
  originators,
  copies: Math.max(reports - originators, 0),
  first,
  last,
});

const refused = evidence(DOCUMENTS.first, '=Halvia will not leave Ombra Point', { by: VOSS });
const refusedAgain = evidence(DOCUMENTS.copy, 'Halvia will not leave Ombra Point', {
  by: VOSS,
  originator: 'Strait Courier',
  copyOf: DOCUMENTS.first.text_sha256,
});
const agreed = evidence(DOCUMENTS.later, 'Halvia will leave Ombra Point', { by: VOSS });
const softer = evidence(DOCUMENTS.later, 'softer than before', { by: { name: 'Ilse Dovrane', party: 'Cantara' } });
const shelled = evidence(DOCUMENTS.first, 'shells hit Nerith', { kind: 'event', by: MARAVET, hedge: 'reportedly' });
const denied = evidence(DOCUMENTS.first, 'denied firing', { kind: 'dispute', by: { name: 'Halvia', party: 'Halvia' } });
const nine = evidence(DOCUMENTS.first, 'At least nine people', { kind: 'event', by: MARAVET });
const fourteen = evidence(DOCUMENTS.later, '14', { kind: 'event', by: MARAVET });
const toMeet = evidence(DOCUMENTS.first, 'Envoys of Halvia and Maravet are to meet in Lorn', { kind: 'talk' });
const met = evidence(DOCUMENTS.later, 'envoys met', { kind: 'talk' });

const point = (of: Evidence, more: Partial<PositionPoint>): PositionPoint => ({
  id: `point-${of.item}`,
  day: of.day,
  stance: 'rejects',
  voice: 'self',
  by: of.by,
  words: of.words,
  objects: ['Ombra Point'],
  condition: null,
  precondition: false,
  confidence: 1,
  evidence: [of],
  ...more,
});
const then = point(refused, { condition: 'the guns go', precondition: true, evidence: [refused, refusedAgain] });
const now = point(agreed, { stance: 'accepts' });

export const RECORD: CaseRecord = {
  name: 'Keld Strait',
  parties: ['Halvia', 'Maravet'],
  reports: documents.map(headOf),
  lines: [
    {
      id: 'line-1',
      holder: 'Halvia',
      issue: 'TERR_WITHDRAW',
      points: [then, now],
      now,
      claimed: [{ movement: 'softer', day: '2031-03-22', by: softer.by, words: softer.words, evidence: [softer] }],
      observed: [{ from: then, to: now, changed: ['stance', 'condition'], direction: 'softer' }],
      split: [],
      scopes: [],
      confidence: 0.9,
      earlier: 0,
      support: support(3, 2, '2031-03-04', '2031-03-22'),
    },
  ],
  talks: [
    {
      id: 'talk-1',
      kind: 'negotiation',
      status: 'held',
      participants: ['Halvia', 'Maravet'],
      mediators: ['Cantara'],
      place: 'Lorn',
      when: { start: '2031-03-22', end: '2031-03-22', pattern: null },
      outcome: null,
      steps: [
        { day: '2031-03-04', status: 'scheduled', words: toMeet.words, evidence: [toMeet] },
        { day: '2031-03-22', status: 'held', words: met.words, evidence: [met] },
      ],
      evidence: [toMeet, met],
      confidence: 0.99,
      support: support(2, 2, '2031-03-04', '2031-03-22'),
    },
  ],
  happenings: [
    {
      id: 'event-1',
      type: 'ASSAULT',
      mode: 'shelling',
      status: 'happened',
      actors: [],
      targets: [],
      place: {
        name: 'Nerith',
        entry: 'own:nerith',
        country: null,
        region: null,
        latitude: 41.5,
        longitude: -3.25,
        precision: 'place',
      },
      when: { start: '2031-03-03', end: '2031-03-03', pattern: null },
      figures: [
        {
          what: 'killed',
          by: 'Maravet',
          told: [
            { day: '2031-03-04', low: 9, high: null, words: nine.words, evidence: nine },
            { day: '2031-03-22', low: 14, high: 14, words: fourteen.words, evidence: fourteen },
          ],
        },
      ],
      evidence: [shelled],
      background: [fourteen],
      confidence: 0.9,
      support: support(2, 2, '2031-03-04', '2031-03-22'),
    },
  ],
  disputes: [
    {
      id: 'dispute-1',
      kind: 'denial',
      accounts: [
        { who: 'Maravet', party: 'Maravet', words: shelled.words, evidence: [shelled] },
        { who: 'Halvia', party: 'Halvia', words: denied.words, evidence: [denied] },
      ],
      happenings: ['event-1'],
      common: 'shells at Nerith, 3 March 2031',
      figures: [],
      confidence: 0.9,
      support: support(1, 1, '2031-03-04', '2031-03-04'),
    },
  ],
  actors: [
    {
      id: 'actor-1',
      kind: 'person',
      name: 'Aldren Voss',
      names: [
        { name: 'Aldren Voss', reports: 2 },
        { name: 'Voss', reports: 1 },
      ],
      offices: [{ name: 'foreign minister', first: '2031-03-04', last: '2031-03-22', reports: 2 }],
      parties: [{ name: 'Halvia', first: '2031-03-04', last: '2031-03-22', reports: 3 }],
      statements: 3,
      support: support(3, 2, '2031-03-04', '2031-03-22'),
    },
  ],
  stickingPoints: [],
  agreed: [],
  unanswered: [{ line: 'line-1', point: now }],
  wordsAndDeeds: [
    {
      party: 'Halvia',
      week: '2031-03-03',
      verbalCooperation: 1,
      materialCooperation: 0,
      verbalConflict: 2,
      materialConflict: 1,
    },
  ],
};

export const FILE: CaseFile = {
  name: 'Keld Strait',
  parties: [{ name: 'Halvia', aliases: ['Drenholm'], members: ['Aldren Voss'] }],
  actors: [],
  places: [{ name: 'Lorn', aliases: [], latitude: 40.5, longitude: 2 }],
  maps: [],
  issues: [],
  sources: [{ outlet: 'Strait Courier', aliases: [], side: null, agency: false }],
};

const made: Producer[] = [{ stage: 'attribute', rule: 'attribute/tagged', confidence: 0.9 }];
const statement = (d: Document, content: Span, id: string, name: string, party: string) => ({
  id,
  content: [content],
  cue: find(d.text, 'said'),
  speaker: { span: null, name, party, referent: null },
  form: 'indirect' as const,
  act: 'reject' as const,
  within: null,
  confidence: 0.9,
  made,
});

/** Documents with readings that hold a statement each. */
export const READ: readonly { readonly document: Document; readonly reading: Reading }[] = documents.map((document) => {
  const content = find(document.text, document.text.slice(0, document.text.indexOf(',')));
  return {
    document,
    reading: readingOf(document, {
      statements: [statement(document, content, `s-${document.text_sha256.slice(0, 8)}`, 'Aldren Voss', 'Halvia')],
    }),
  };
});

/** Their statements as items. */
export const ITEMS: readonly Item[] = READ.map(({ document, reading }) => {
  const [record] = reading.statements;
  return {
    kind: 'statement',
    id: record!.id,
    report: headOf(document),
    words: document.text.slice(record!.content[0]!.start, record!.content[0]!.end),
    spans: record!.content,
    by: VOSS,
    hedge: null,
    originator: document.outlet ?? '',
    copyOf: null,
    accepted: false,
    record: record!,
  } as Item;
});
