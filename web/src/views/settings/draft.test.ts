import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseFile } from '../../../../src/case.ts';
import { type Draft, draftOf, EMPTY, faultsIn, fileOf } from './draft.ts';

const FILE: CaseFile = {
  name: 'The Keld Strait',
  parties: [
    { name: 'Halvia', aliases: ['Drenholm', 'the Halvian side'], members: ['Aldren Voss'] },
    { name: 'Maravet', aliases: ['Port Asker'], members: [] },
  ],
  actors: [{ name: 'Oumara Tesk', aliases: ['Umara Tesk'] }],
  places: [{ name: 'Nerith', aliases: [], latitude: -46.38, longitude: -124.02 }],
  maps: ['map.geojson'],
  issues: [
    {
      code: 'FISHING_RIGHTS',
      name: 'Fishing rights',
      definition: 'Who may fish where.',
      triggers: { 4: 'fishing licence, catch quota', 2.5: 'trawler' },
      promised: 'demands',
      examples: ['Halvia offers licences.'],
    },
  ],
  sources: [
    { outlet: 'Littoral Press Agency', aliases: ['LPA'], side: null, agency: true },
    { outlet: 'Drenholm Courier', aliases: [], side: 'Halvia', agency: false },
  ],
};

test('what is not changed comes back as it was, also what the form has no field for', () => {
  assert.deepEqual(fileOf(draftOf(FILE)), JSON.parse(JSON.stringify(FILE)));
  assert.deepEqual([...faultsIn(draftOf(FILE))], []);
});

test('every fault is told at its field', () => {
  const good = draftOf(FILE);
  const cases: readonly (readonly [Partial<Draft>, string, RegExp])[] = [
    [{ name: ' ' }, 'name', /Give the case a name/],
    [{ parties: [...good.parties, EMPTY.parties] }, 'parties.2.name', /Give the party a name/],
    [{ parties: [...good.parties, { ...EMPTY.parties, name: 'halvia' }] }, 'parties.2.name', /another party/],
    [
      { parties: [good.parties[0]!, { ...good.parties[1]!, aliases: 'Drenholm' }] },
      'parties.1.aliases',
      /a name of Halvia as well/,
    ],
    [{ places: [{ ...good.places[0]!, latitude: '91' }] }, 'places.0.latitude', /-90 to 90/],
    [{ places: [{ ...good.places[0]!, longitude: 'west' }] }, 'places.0.longitude', /-180 to 180/],
    [{ sources: [{ ...good.sources[1]!, side: 'Cantara' }] }, 'sources.0.side', /No party of the case/],
    [{ issues: [{ ...good.issues[0]!, code: 'fishing' }] }, 'issues.0.code', /Capitals/],
    [{ issues: [good.issues[0]!, good.issues[0]!] }, 'issues.1.code', /twice/],
    [{ issues: [{ ...good.issues[0]!, triggers: { 4: ' ' } }] }, 'issues.0.triggers', /at least one word/],
    [{ issues: [{ ...good.issues[0]!, triggers: { 4: 'fish, ... quota' } }] }, 'issues.0.triggers', /dots/],
  ];
  for (const [change, at, message] of cases) {
    const faults = faultsIn({ ...good, ...change });
    assert.deepEqual([...faults.keys()], [at]);
    assert.match(faults.get(at)!, message);
  }
});
