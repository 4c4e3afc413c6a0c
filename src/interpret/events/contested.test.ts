/** Nobody is asserted to have done what they are only told to deny, or are only accused of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSure } from '../../record.ts';
import { readDisputes } from '../disputes/disputes.ts';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

/** Who is who, so that the sides are known; tells no event. */
const SIDES =
  ' Aldren Voss, the Halvian foreign minister, and Ketta Amon, the Maravetian deputy foreign minister, were in Lorn. The governments of Halvia and Maravet had no comment.';

/** Doers that the record gives, each with whether it asserts them and the words that accuse them, and its disputes. */
function read(text: string): { doers: string[]; disputes: (string | null)[][]; givers: (string | null)[] } {
  const scene = sceneFrom(text + SIDES, '2031-05-14');
  const { interpret } = testResources();
  const events = readEvents(scene, interpret.events);
  const doers = events.map((e) =>
    [e.actor ?? '-', isSure(e) ? 'sure' : 'possible', e.hedge && text.slice(e.hedge.start, e.hedge.end)]
      .filter((x) => x !== null)
      .join(' '),
  );
  const disputes = readDisputes(scene, events, [], [], interpret.disputes);
  return {
    doers,
    disputes: disputes.map((d) => [d.kind, ...d.sides.map((s) => s.party)]),
    givers: events.flatMap((e) => e.figures.map((f) => f.by)),
  };
}

test('a deed denied has no doer, and is a dispute with whoever tells it', () => {
  for (const denial of [
    'Halvia denied firing on the town.',
    'Halvia denied any involvement in the attack.',
    'Halvia denied that its guns had shelled the town.',
  ]) {
    const { doers, disputes } = read(
      `Nine people were killed in shelling near Nerith on Monday, the Maravetian army said. ${denial}`,
    );
    assert.deepEqual([doers, disputes], [['- sure'], [['denial', 'Maravet', 'Halvia']]], denial);
  }
});

test('what is told only to deny it is no event, and whoever denies it gives no figure of it', () => {
  for (const text of [
    'Halvia denied shelling Nerith.',
    'Voss dismissed reports that Halvian forces had killed four sailors.',
    'Neither Halvia nor the Teyl Front shelled Nerith, a spokesman said.',
    'No Halvian soldier was killed.',
  ])
    assert.deepEqual(read(text).doers, [], text);
});

test('whoever is only accused of a deed is possible, with the words that accuse', () => {
  for (const [text, ...doers] of [
    ['Maravet accused Halvia of shelling Nerith on Monday and killing nine people.', 'Halvia possible accused'],
    ['Halvia is accused of killing nine fishermen off Ombra Point in February.', 'Halvia possible accused'],
    ['Maravet alleged that Halvia had killed two fishermen.', 'Halvia possible alleged'],
    // Told as so elsewhere, it is no mere accusation.
    [
      'Halvian forces shelled Nerith on Monday, killing nine people. Maravet accused Halvia of shelling Nerith.',
      'Halvia sure',
    ],
    ['The Teyl Front claimed responsibility for the bombing of the bridge at Lorn on Sunday.', 'Teyl Front sure'],
  ])
    assert.deepEqual(read(text!).doers, doers, text);
});

test('whoever is accused gives no figure', () => {
  assert.deepEqual(read('Halvia is accused of killing nine fishermen off Ombra Point in February.').givers, [null]);
});

test('a side right before the verb did it, and a pronoun in its object is its own', () => {
  for (const [text, ...doers] of [
    ['In a first step Halvia freed 12 sailors on Tuesday.', 'Halvia possible'],
    ['The town Halvia shelled on Sunday is empty.', 'Halvia sure'],
    [
      'Halvia and Maravet held talks on Friday, a day after their navies fired on each other.',
      'Halvia and Maravet sure',
    ],
  ])
    assert.deepEqual(read(text!).doers, doers, text);
});
