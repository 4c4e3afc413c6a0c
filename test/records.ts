/** A short report of the invented Keld Strait with one record of each kind, made by hand. */
import type { Producer, Reading } from '../src/record.ts';
import { find, readingOf, reportOf } from './sample.ts';

const TEXT = `=Halvia will not leave the strait unless the guns go, Aldren Voss said on Monday.
At least nine people were reportedly killed when Halvian shells hit Nerith on 3 March, Maravet said. Halvia denied firing.
Envoys of Halvia and Maravet are to meet in Lorn after June 22.`;

const made = (rule: string): Producer => ({ stage: rule.split('/')[0] as Producer['stage'], rule });

export const DOCUMENT = reportOf(TEXT, {
  title: 'The guns | of *Ombra Point*',
  outlet: 'Strait Courier',
  published: '2031-03-04',
  url: 'https://courier.example/guns',
  origin: { path: 'reports/guns.txt', line: null },
});

const speaker = (words: string, name: string, party: string) => ({
  span: find(TEXT, words),
  name,
  party,
  referent: null,
});
const statement = { form: 'indirect', within: null, confidence: 0.9, made: [made('attribute/tagged')] } as const;
const place = { name: 'Nerith', place: 'p-nerith', span: find(TEXT, 'Nerith') };

export const READING: Reading = readingOf(DOCUMENT, {
  sentences: [...TEXT.matchAll(/[^.]+\./g)].map((m) => find(TEXT, m[0].trim())),
  statements: [
    {
      ...statement,
      id: 's-voss',
      content: [find(TEXT, '=Halvia will not leave the strait unless the guns go')],
      cue: find(TEXT, 'said'),
      speaker: speaker('Aldren Voss', 'Aldren Voss', 'Halvia'),
      act: 'reject',
    },
    {
      ...statement,
      id: 's-maravet',
      content: [find(TEXT, 'At least nine people were reportedly killed when Halvian shells hit Nerith on 3 March')],
      cue: find(TEXT, 'said', 2),
      speaker: speaker('Maravet', 'Maravet', 'Maravet'),
      act: 'claim',
    },
    {
      ...statement,
      id: 's-denial',
      content: [find(TEXT, 'firing')],
      cue: find(TEXT, 'denied'),
      speaker: speaker('Halvia', 'Halvia', 'Halvia'),
      act: 'deny',
    },
  ],
  positions: [
    {
      id: 'position',
      holder: 'Halvia',
      holderSpan: find(TEXT, 'Halvia'),
      issues: ['TERR_WITHDRAW', 'SEA_TRADE'],
      stance: 'rejects',
      content: [find(TEXT, '=Halvia will not leave the strait')],
      objects: [],
      condition: find(TEXT, 'the guns go'),
      precondition: true,
      movement: null,
      movementSpan: null,
      voice: 'self',
      by: speaker('Aldren Voss', 'Aldren Voss', 'Halvia'),
      statement: 's-voss',
      confidence: 0.8,
      made: [made('interpret/position')],
    },
  ],
  talks: [
    {
      id: 'talk',
      kind: 'negotiation',
      status: 'scheduled',
      participants: ['Halvia', 'Maravet'],
      mediators: [],
      named: [
        { name: 'Halvia', span: find(TEXT, 'Halvia', 3) },
        { name: 'Maravet', span: find(TEXT, 'Maravet', 2) },
      ],
      place: { name: 'Lorn', place: 'p-lorn', span: find(TEXT, 'Lorn') },
      when: { start: null, end: null, pattern: 'XXXX-06-22', span: find(TEXT, 'after June 22') },
      outcome: null,
      evidence: [find(TEXT, 'Envoys of Halvia and Maravet are to meet in Lorn')],
      statements: [],
      hedge: null,
      confidence: 0.7,
      made: [made('interpret/talk')],
    },
  ],
  events: [
    {
      id: 'event',
      type: 'ASSAULT',
      mode: 'shelling',
      actor: 'Halvia',
      target: null,
      named: [],
      place,
      when: { start: '2031-03-03', end: '2031-03-03', pattern: null, span: find(TEXT, 'on 3 March') },
      status: 'happened',
      figures: [{ what: 'killed', low: 9, high: null, span: find(TEXT, 'At least nine people'), by: 'Maravet' }],
      evidence: [find(TEXT, 'Halvian shells hit Nerith')],
      statements: ['s-maravet'],
      hedge: find(TEXT, 'reportedly'),
      confidence: 0.7,
      made: [made('interpret/event')],
    },
  ],
  disputes: [
    {
      id: 'dispute',
      kind: 'denial',
      sides: [
        {
          who: 'Maravet',
          party: 'Maravet',
          content: [find(TEXT, 'Halvian shells hit Nerith')],
          statement: 's-maravet',
        },
        { who: 'Halvia', party: 'Halvia', content: [find(TEXT, 'firing')], statement: 's-denial' },
      ],
      events: ['event'],
      confidence: 0.6,
      made: [made('interpret/dispute')],
    },
  ],
  times: [
    {
      start: '2031-03-03',
      end: '2031-03-03',
      pattern: null,
      span: find(TEXT, 'on 3 March'),
      precision: 'day',
      kind: 'point',
      anchor: 'published',
      made: [made('interpret/time')],
    },
  ],
  places: [
    {
      id: 'p-nerith',
      name: 'Nerith',
      spans: [find(TEXT, 'Nerith')],
      entry: 'own:nerith',
      country: null,
      region: 'Teyl',
      latitude: 41.5,
      longitude: -3.25,
      precision: 'place',
      made: [made('interpret/place')],
    },
    {
      id: 'p-lorn',
      name: 'Lorn',
      spans: [find(TEXT, 'Lorn')],
      entry: null,
      country: null,
      region: null,
      latitude: null,
      longitude: null,
      precision: null,
      made: [made('interpret/place')],
    },
  ],
});
