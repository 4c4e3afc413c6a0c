import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { FILE } from '../../../test/case.ts';
import { DOCUMENT, READING } from '../../../test/records.ts';
import { find } from '../../../test/sample.ts';
import { CaseFileError, parseCaseFile } from './parse.ts';
import { caseFileText } from './print.ts';
import { Proposal } from './propose.ts';

const back = (text: string): unknown => parseCaseFile(load(text));

test('a case file that is written reads back the same', () => {
  assert.deepEqual(back(caseFileText(FILE)), FILE);
  const name = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('no', 'Null', '- x', 'a: b', '#', '"', "Voss' men", '2031-03-04', 'a # b'),
    )
    .map((s) => s.trim())
    .filter((s) => s !== '');
  const names = fc.array(name, { maxLength: 3 });
  fc.assert(
    fc.property(name, names, names, (of, aliases, members) => {
      const file = { ...FILE, name: of, parties: [{ name: of, aliases, members }], maps: aliases };
      assert.deepEqual(back(caseFileText(file)), file);
    }),
    { numRuns: 200 },
  );
});

test('an empty file is a case without anything set; what is wrong is told with the place and the remedy', () => {
  assert.deepEqual(parseCaseFile(null).parties, []);
  const cases: [string, RegExp][] = [
    ['- a', /the file must give name, parties/],
    ['nmae: x', /has "nmae", which means nothing here. Use name, parties/],
    ['parties: Halvia', /parties must be a list/],
    ['parties: [{aliases: []}]', /parties, entry 1, name must be a name/],
    ['parties: [{name: A}, {name: A}]', /the party A stands twice/],
    ['parties: [{name: A, members: Voss}]', /members must be a list/],
    ['places: [{name: A, latitude: 91, longitude: 0}]', /latitude must be a number of degrees from -90 to 90/],
    ['sources: [{outlet: A, agency: perhaps}]', /agency must be true or false/],
  ];
  for (const [yaml, message] of cases) {
    assert.throws(
      () => parseCaseFile(load(yaml)),
      (e) => e instanceof CaseFileError && e.message.startsWith('case.yaml: ') && message.test(e.message),
      yaml,
    );
  }
});

test('a first case file names the sides, whoever speaks for them, and the outlets, in whatever order reports come', () => {
  const referent = (id: string, name: string, party: string | null, kind: 'person' | 'organisation' = 'person') => ({
    id,
    kind,
    name,
    aliases: [],
    role: null,
    party,
    partyMade: null,
    generic: false,
  });
  const reading = {
    ...READING,
    filing: { ...READING.filing, agency: find(DOCUMENT.text, 'Maravet') },
    referents: [
      referent('a', 'Aldren Voss', 'Halvia'),
      referent('b', 'Voss', 'Halvia'),
      referent('c', 'Ombra Guard', 'Halvia', 'organisation'),
      referent('d', 'Halvia', 'Halvia', 'organisation'),
      referent('e', 'Ilse Dovrane', null),
    ],
  };
  const other = { ...DOCUMENT, outlet: 'Maravet' };
  const once = new Proposal();
  for (const document of [DOCUMENT, other]) once.add(document, reading);
  const again = new Proposal();
  for (const document of [other, DOCUMENT]) again.add(document, reading);
  const file = once.file('Keld');
  assert.deepEqual(again.file('Keld'), file);
  assert.deepEqual(file.parties, [
    { name: 'Halvia', aliases: [], members: ['Aldren Voss', 'Ombra Guard'] },
    { name: 'Maravet', aliases: [], members: [] },
  ]);
  assert.deepEqual(
    file.sources.map((s) => [s.outlet, s.agency]),
    [
      ['Maravet', true],
      ['Strait Courier', false],
    ],
  );
});

test('a capital or an adjective that some reports take for a side of its own is another name of the state', () => {
  const referent = (name: string, party: string, kind: 'place' | 'group' = 'place', aliases: string[] = []) => ({
    id: name,
    kind,
    name,
    aliases,
    role: null,
    party,
    partyMade: null,
    generic: false,
  });
  const [position] = READING.positions;
  const reading = (holder: string, ...referents: ReturnType<typeof referent>[]) => ({
    ...READING,
    statements: [],
    disputes: [],
    talks: [],
    positions: [{ ...position!, holder }],
    referents,
  });
  const proposed = (talks: string[][]) => {
    const proposal = new Proposal();
    const whole = reading(
      'Halvia',
      referent('Halvia', 'Halvia', 'place', ['Drenholm']),
      referent('Halvian', 'Halvia', 'group'),
    );
    for (const one of [whole, whole, whole]) proposal.add(DOCUMENT, one);
    for (const name of ['Drenholm', 'Halvian', 'Lorn']) {
      for (let i = 0; i < 2; i++) proposal.add(DOCUMENT, reading(name, referent(name, name)));
    }
    const [talk] = READING.talks;
    for (const participants of talks) {
      proposal.add(DOCUMENT, { ...reading('Halvia'), talks: [{ ...talk!, participants }] });
    }
    return proposal.file('Keld').parties.map(({ name, aliases }) => [name, ...aliases]);
  };
  assert.deepEqual(proposed([]), [['Halvia', 'Drenholm', 'Halvian'], ['Lorn']]);
  // Two that talk with each other are two.
  assert.deepEqual(proposed([['Halvia', 'Drenholm']]), [['Halvia', 'Halvian'], ['Drenholm'], ['Lorn']]);
});
