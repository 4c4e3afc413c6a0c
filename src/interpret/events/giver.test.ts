/** Whose a figure is, and whom those counted belong to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

const SIDES =
  ' Aldren Voss, the Halvian foreign minister, and Ketta Amon, the Maravetian deputy foreign minister, were in Lorn. The governments of Halvia and Maravet had no comment.';
const read = (text: string) => readEvents(sceneFrom(text + SIDES, '2031-05-14'), testResources().interpret.events);

test('whoever sits in a country gives no figure of that country', () => {
  for (const text of [
    'The raid on Nerith on Monday killed 15 people, the Halvia-based Littoral Monitor said.',
    'The raid on Nerith on Monday killed 15 people. The Halvia-based opposing Littoral Monitor put the death toll at 58.',
  ]) {
    const givers = read(text).flatMap((e) => e.figures.map((f) => f.by));
    assert.ok(givers.length > 0 && !givers.includes('Halvia'), `${text}: ${givers.join()}`);
  }
  const [event] = read('The raid on Nerith on Monday killed 15 people, the Halvian army said.');
  assert.equal(event?.figures[0]?.by, 'Halvia');
});

test('members of a side are of that side', () => {
  const [event] = read('At least 38 members of the Halvian army were killed in a blast in Nerith on Monday.');
  assert.equal(event?.target, 'Halvia');
});
