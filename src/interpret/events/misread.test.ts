import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

const SIDES =
  ' Aldren Voss, the Halvian foreign minister, and Ketta Amon, the Maravetian deputy foreign minister, were in Lorn. The governments of Halvia and Maravet had no comment.';
const read = (text: string) => readEvents(sceneFrom(text + SIDES, '2031-05-14'), testResources().interpret.events);

test('words of events that tell of none where they stand', () => {
  for (const text of [
    'A pilot who had taken tankers past the port for thirty years shook his head.',
    'The Commission used to send food to the islanders every ten days.',
    'A fire broke out at a depot in Nerith before dawn. Six people were hurt.',
    'Nine people died in a train crash near Drenholm on Monday.',
    'Both sides spoke of how to exchange the wounded, and only the wounded.',
    'Halvia wants three men to be counted as wounded.',
    'A truce with a gun on the table is not a truce.',
  ])
    assert.deepEqual(
      read(text).map((e) => e.type),
      [],
      text,
    );
});

test('what looks like these and tells of an event', () => {
  for (const [text, type] of [
    ['Halvian troops took the town of Nerith from the Front on Monday.', 'ASSAULT'],
    ['Halvian missiles were used to strike the port of Nerith on Monday.', 'ASSAULT'],
    ['A fire broke out after a Halvian drone strike on Nerith on Monday. Six people were killed.', 'ASSAULT'],
    ['Six people were killed by Halvian shelling in Nerith on Monday.', 'ASSAULT'],
  ] as const)
    assert.deepEqual([...new Set(read(text).map((e) => e.type))], [type], text);
});

test('what is done to ships and to ports decides of which type it is', () => {
  for (const [text, type] of [
    ['The Halvian navy seized a Maravetian tanker on Monday.', 'COERCE'],
    ['Halvian troops seized the town of Nerith on Monday.', 'ASSAULT'],
    ['Halvia closed its ports to Maravetian ships on Monday.', 'SANCTION'],
    ['Fighters closed the narrows to Maravetian ships on Monday.', 'COERCE'],
  ] as const)
    assert.deepEqual(
      read(text).map((e) => e.type),
      [type],
      text,
    );
});

test('a deed by which something else is dated does not take its day', () => {
  const [shelling] = read('The ministers spoke on Wednesday for the first time since the shelling of Nerith.');
  assert.equal(shelling?.type, 'ASSAULT');
  assert.equal(shelling?.when, null);
});

test('a place in another of several phrases is not that of the deed', () => {
  const [attack] = read(
    'Halvia asked for the crew held in Lorn and for an inquiry into who fired first on 3 February.',
  );
  assert.equal(attack?.place, null);
});

test('what is asked is no number, what lasts has no time of what is done meanwhile, and talks have their own place', () => {
  const asked = read('Nobody yet knows how many people died in the shelling of Nerith.');
  assert.deepEqual(
    asked.flatMap((e) => e.figures),
    [],
  );
  const [ban] = read(
    'Maravet called off a meeting for the next day while the ports of Halvia were closed to its ships.',
  );
  assert.deepEqual([ban?.type, ban?.status, ban?.when], ['SANCTION', 'ongoing', null]);
  const [boarding] = read('Halvian marines boarded a tanker on Monday, on the eve of a second round of talks in Lorn.');
  assert.deepEqual([boarding?.type, boarding?.place], ['COERCE', null]);
});
