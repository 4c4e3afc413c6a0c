/** Whose deed it is that a pronoun owns: "its offensive". */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
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
