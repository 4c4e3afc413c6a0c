/** When a deed was, where the words of a statement stand between. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scene } from '../scene.ts';
import { sceneFrom, testResources, wordAt } from '../testing.ts';
import { findCandidates } from './triggers.ts';
import { timeOf } from './where-when.ts';

/** The day that the truce of a text has, where the words before `verb` are the content of a statement that it reports. */
function truceDay(text: string, verb: string): string | null | undefined {
  const scene = sceneFrom(text, '2031-05-14');
  const { lexicon, grammar } = testResources().interpret.events;
  const cue = wordAt(scene, verb);
  const within = (to: number, value: number): Int32Array =>
    Int32Array.from(scene.words, (_, i) => (i < to ? value : -1));
  const told: Scene = {
    ...scene,
    statementOf: within(cue, 0),
    cueOf: Int32Array.from(scene.words, (_, i) => (i === cue ? 0 : -1)),
  };
  const truce = findCandidates(told, lexicon).find((c) => c.kind === 'noun' && told.words[c.head]!.lower === 'truce');
  assert.ok(truce);
  return timeOf(told, truce, { first: 0, last: told.words.length }, lexicon, grammar)?.start;
}

test('a truce has the day on which it was announced, also where the verb reports it', () => {
  assert.equal(truceDay('A truce announced by Halvia on Monday has had little impact.', 'announced'), '2031-05-12');
});

test('what somebody said of it on a day gives it none', () => {
  assert.equal(truceDay('The truce is broken, said Voss on Monday.', 'said'), undefined);
});
