import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

const SIDES =
  ' Aldren Voss, the Halvian foreign minister, and Ketta Amon, the Maravetian deputy foreign minister, had no comment.';
const days = (text: string): readonly (string | null)[] =>
  readEvents(sceneFrom(text + SIDES, '2031-05-14'), testResources().interpret.events).map((e) => e.when?.start ?? null);

test('an attack told without a day has that of the report, where it tells one day of news only', () => {
  const first = 'Halvian forces shelled the port of Nerith on Tuesday, killing three sailors.';
  const second = ' Two fishermen were wounded when rockets were fired at the village of Teyl Major.';
  assert.deepEqual(days(first + second), ['2031-05-13', '2031-05-13']);
  const other = ' Halvian jets bombed the harbour of Port Asker on Sunday.';
  assert.deepEqual(days(first + second + other), ['2031-05-13', null, '2031-05-11']);
  assert.deepEqual(days(first.replace('on Tuesday', 'in April') + second), ['2031-04', null]);
});
