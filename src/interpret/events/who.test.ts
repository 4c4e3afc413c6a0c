/** Who did it: by a pronoun that owns the deed, by two sides told as one, by no one who only brought it about. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';
import { findCandidates } from './triggers.ts';
import { whoOf } from './who.ts';

/** Who is who, so that the sides are known; tells no event. */
const SIDES =
  ' Aldren Voss, the Halvian foreign minister, and Ketta Amon, the Maravetian deputy foreign minister, were in Lorn. The governments of Halvia and Maravet had no comment.';

const CASES: readonly (readonly [text: string, noun: string, actor: string | null])[] = [
  // The subject of the verb over it, whoever is named last.
  ['Halvia, Maravet said, has launched its offensive on Nerith.', 'offensive', 'Halvia'],
  ['Halvia, which Maravet fears, began its raid on Nerith.', 'raid', 'Halvia'],
  // A verb that is taken for a noun.
  ['Talks will begin once Halvia lifts its blockade of Nerith, Maravet said.', 'blockade', 'Halvia'],
  // Two sides told as one.
  ['Halvian and Maravetian troops clashed near Nerith.', 'clashed', 'Halvia and Maravet'],
  ['Maravet fell silent and Halvian troops clashed with gunmen near Nerith.', 'clashed', 'Halvia'],
  // Who brought a truce about does not keep it.
  ['A truce brokered by Cantara and Halvia halted the fighting in Nerith.', 'halted', null],
  // Of a verb in the passive, and of none, its subject says nothing.
  ['Halvian guns were silent during their raid on Nerith.', 'raid', null],
];

for (const [text, noun, actor] of CASES) {
  test(`doer: ${text}`, () => {
    const scene = sceneFrom(text + SIDES, '2031-05-14');
    const { lexicon, grammar } = testResources().interpret.events;
    const candidate = findCandidates(scene, lexicon).find((c) => scene.words[c.head]!.lower === noun);
    assert.ok(candidate);
    assert.equal(whoOf({ scene, lexicon, grammar }, candidate).actor?.name ?? null, actor);
  });
}

test('how something was done is no plan', () => {
  const text = `Halvia broke the agreement by shelling Nerith.${SIDES}`;
  const [event] = readEvents(sceneFrom(text, '2031-05-14'), testResources().interpret.events);
  assert.equal(event?.status, 'happened');
});
