/** Events of whole sentences, from text to record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../../record.ts';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

const DAY = '2031-05-14';
const read = (text: string, day: string | null = DAY): readonly Event[] =>
  readEvents(sceneFrom(text, day), testResources().interpret.events);
const show = ({ type, mode, actor, place, when, status, figures }: Event): string =>
  [
    mode ? `${type}/${mode}` : type,
    actor?.name ?? '-',
    place?.name ?? '-',
    when?.start ?? '-',
    status,
    ...figures.map((f) => `${f.what} ${f.low}..${f.high}${f.by ? ` by ${f.by}` : ''}`),
  ].join(', ');

const CASES: readonly (readonly [text: string, ...events: string[]])[] = [
  [
    'Halvian forces shelled the port of Nerith on Monday, killing at least nine people.',
    'ASSAULT/shelling, -, Nerith, 2031-05-12, happened, killed 9..null',
  ],
];

for (const [text, ...events] of CASES) {
  test(`events: ${text}`, () => {
    assert.deepEqual(read(text).map(show), events);
  });
}

const NOTHING: readonly string[] = [
  'Maravet demanded that Halvia withdraw its troops from Nerith.',
  'The Front denied that it planned an attack.',
  'The parties met in Lorn on Monday and agreed to meet again.',
];

for (const text of NOTHING) {
  test(`no event: ${text}`, () => {
    assert.deepEqual(read(text).map(show), []);
  });
}
