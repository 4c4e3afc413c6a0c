import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseDispute, CaseRecord, ChangedEntry, EntryKind, Evidence } from '../case.ts';
import { changesBetween } from './changes.ts';
import { consolidate } from './consolidate.ts';
import { eventsFamily } from './events/events.ts';
import { eventItem, LEXICON as MERGING, made, PLACES, QUADS } from './join/testing.ts';
import { talksFamily } from './talks/talks.ts';
import { consolidationWith, EMPTY, type GivenReport, reportBy, WORDS } from './testing.ts';

const WHOLE = consolidationWith(talksFamily(MERGING));
const entriesOf = (record: CaseRecord): readonly ChangedEntry[] =>
  (
    [
      ['line', record.lines],
      ['talk', record.talks],
      ['actor', record.actors],
    ] as const
  ).flatMap(([kind, entries]) => entries.map((entry) => ({ kind: kind as EntryKind, id: entry.id, entry })));
const recordOf = (reports: readonly GivenReport[]) => entriesOf(consolidate(reports.map(reportBy), EMPTY, [], WHOLE));
const changes = (before: readonly GivenReport[], more: readonly GivenReport[]) =>
  changesBetween(recordOf(before), recordOf([...before, ...more]), WORDS, (code) =>
    code === 'SEA_TRADE' ? 'navigation' : code,
  );
const words = (before: readonly GivenReport[], more: readonly GivenReport[]) =>
  changes(before, more).map((change) => `${change.what}: ${change.words}`);

const VOSS = { name: 'Aldren Voss', party: 'Halvia', office: 'envoy' };
const held = { holder: 'Halvia', issue: 'SEA_TRADE', by: VOSS } as const;
const FIRST: GivenReport = {
  outlet: 'Courier',
  day: '2031-03-01',
  positions: [{ ...held, stance: 'rejects', words: 'no search of boats at Nerith' }],
};

test('a line: new, moved, claimed, split, repeated, gone', () => {
  const later = (position: Partial<NonNullable<GivenReport['positions']>[number]>): GivenReport => ({
    outlet: 'Post',
    day: '2031-03-20',
    positions: [{ ...held, stance: 'rejects', words: 'boats stay where they are', ...position }],
  });
  const cases: readonly (readonly [GivenReport, string])[] = [
    [
      later({}),
      'changed: Halvia on navigation now rejects “boats stay where they are”; before: rejects “no search of boats at Nerith”.',
    ],
    [
      later({ stance: 'accepts', words: 'a search of boats at Nerith' }),
      'changed: Halvia on navigation: softer by its own words, “a search of boats at Nerith” after “no search of boats at Nerith”.',
    ],
    [
      later({ voice: 'other', by: { name: 'Ilse Dovrane' }, movement: ['softer', 'gave way'] }),
      'changed: Halvia on navigation: Ilse Dovrane says softer, “gave way”.',
    ],
    [later({ voice: 'narrator' }), 'changed: Halvia on navigation: 1 report more.'],
  ];
  assert.deepEqual(words([], [FIRST]), ['new: Halvia on navigation: rejects “no search of boats at Nerith”.']);
  for (const [report, expected] of cases) assert.deepEqual(words([FIRST], [report]), [expected]);
  const [gone] = changesBetween(recordOf([FIRST]), [], WORDS);
  assert.deepEqual([gone?.what, gone?.words], ['gone', 'Halvia on SEA_TRADE: no report says so any more.']);
  assert.deepEqual(changes([FIRST], []), []);
  assert.equal(changes([], [FIRST])[0]?.evidence[0]?.words, 'no search of boats at Nerith');
});

test('a talk and an actor', () => {
  const talk = (status: 'scheduled' | 'held', day: string): GivenReport => ({
    outlet: `Paper of ${day}`,
    day,
    talks: [
      {
        status,
        words: `the envoys in Lorn, ${status}`,
        when: { start: '2031-03-05', end: '2031-03-05', pattern: null, span: null as never },
      },
    ],
  });
  assert.deepEqual(words([], [talk('scheduled', '2031-03-01')]), [
    'new: Negotiation of Halvia and Maravet: scheduled.',
  ]);
  assert.deepEqual(words([talk('scheduled', '2031-03-01')], [talk('held', '2031-03-06')]), [
    'changed: Negotiation of Halvia and Maravet: held, scheduled before.',
  ]);
  const says = (day: string, office: string): GivenReport => ({
    outlet: 'Ledger',
    day,
    statements: [{ ...VOSS, party: null, office, words: `as ${office}` }],
  });
  assert.deepEqual(words([], [says('2031-03-01', 'envoy')]), ['new: Aldren Voss, envoy.']);
  assert.deepEqual(words([says('2031-03-01', 'envoy')], [says('2031-03-02', 'minister')]), [
    'changed: Aldren Voss: reports also write “minister”.',
  ]);
});

test('there is a word for whatever a change may have to tell', () => {
  const kinds = ['summit', 'negotiation', 'mediation', 'call', 'contact'];
  const statuses = ['proposed', 'scheduled', 'ongoing', 'held', 'stalled', 'postponed', 'cancelled', 'refused'];
  const types = ['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT', 'SANCTION', 'AID', 'COOPERATE', 'PROTEST'];
  const stances = ['demands', 'offers', 'accepts', 'rejects'];
  const movements = ['unchanged', 'softer', 'harder', 'new', 'dropped'];
  for (const key of [...kinds, ...statuses, ...types, ...stances, ...movements])
    assert.match(WORDS(key), /^\p{L}/u, key);
});

test('a happening: a figure, another culprit', () => {
  const family = eventsFamily(MERGING, QUADS);
  const pier = {
    in: 'Courier',
    words: 'Shells struck the pier and the customs house, killing four dockers',
    at: PLACES.nerith,
    when: '2031-03-14',
    mode: 'shelling' as const,
    actor: 'Halvia',
    figures: [['killed', 4, 4, null, 'four dockers']] as const,
  };
  const told = (...given: readonly Parameters<typeof eventItem>[0][]) => made(family, given.map(eventItem)).entries;
  const said = (more: Partial<Parameters<typeof eventItem>[0]>) =>
    changesBetween(told(pier), told(pier, { ...pier, in: 'Post', day: '2031-03-15', ...more }), WORDS).map(
      (change) => change.words,
    );
  assert.deepEqual(
    changesBetween([], told(pier), WORDS).map((change) => change.words),
    ['Assault by Halvia at Nerith, 2031-03-14.'],
  );
  assert.deepEqual(said({ figures: [['killed', 6, 6, 'Maravet', 'six dead']] }), [
    'Assault at Nerith, 2031-03-14: Maravet says “six dead”.',
  ]);
  assert.deepEqual(said({ actor: 'Teyl Front' }), [
    'Assault at Nerith, 2031-03-14: now said to be done by Halvia and Teyl Front; before: Halvia.',
  ]);
});

test('an entry with next to nothing in it is still told', () => {
  const support = { reports: 1, outlets: 0, originators: 1, copies: 0, first: null, last: null };
  const bare = [
    {
      kind: 'dispute',
      id: 'd',
      entry: {
        id: 'd',
        kind: 'denial',
        accounts: [],
        happenings: [],
        common: null,
        figures: [],
        confidence: 0.8,
        support,
      },
    },
    {
      kind: 'dispute',
      id: 'e',
      entry: {
        id: 'e',
        kind: 'denial',
        accounts: [{ who: '', party: null, words: ' ', evidence: [] }],
        happenings: [],
        common: null,
        figures: [],
        confidence: 0.8,
        support,
      },
    },
    {
      kind: 'talk',
      id: 't',
      entry: {
        id: 't',
        kind: 'call',
        status: 'held',
        participants: [],
        mediators: [],
        place: null,
        when: null,
        outcome: null,
        steps: [],
        evidence: [],
        confidence: 0.8,
        support,
      },
    },
    {
      kind: 'actor',
      id: 'a',
      entry: { id: 'a', kind: 'person', name: 'Voss', names: [], offices: [], parties: [], statements: 0, support },
    },
  ] as const satisfies readonly ChangedEntry[];
  assert.deepEqual(
    changesBetween([], bare, WORDS).map((change) => change.words),
    ['Voss.', 'Somebody not named.', 'Somebody not named says “…”.', 'Call: held.'],
  );
  assert.equal(changesBetween(bare, [], WORDS).length, 4);
});

test('what the reporter tells beside an account is told as the words of a reporter, not of somebody unnamed', () => {
  const by = (name: string | null) => ({ by: name === null ? null : { name, party: null } }) as Evidence;
  const support = { originators: 1, outlets: 1, reports: 1, copies: 0, first: null, last: null };
  const row = (accounts: CaseDispute['accounts']): ChangedEntry => ({
    kind: 'dispute',
    id: 'd',
    entry: { id: 'd', kind: 'denial', accounts, happenings: [], common: null, figures: [], confidence: 0.8, support },
  });
  const reporter = { who: null, party: null, words: 'a shell hit the quay', evidence: [by(null)] };
  const unnamed = { who: null, party: null, words: 'nothing was hit', evidence: [by(null), by('')] };
  const of = (before: readonly ChangedEntry[], after: ChangedEntry): readonly string[] =>
    changesBetween(before, [after], WORDS).map((change) => change.words);
  assert.deepEqual(of([], row([reporter, unnamed])), [
    'A reporter writes “a shell hit the quay” and somebody not named says “nothing was hit”.',
  ]);
  assert.deepEqual(of([row([unnamed])], row([unnamed, reporter])), ['A reporter now writes “a shell hit the quay”.']);
});
