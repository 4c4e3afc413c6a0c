/** The taxonomy of events and the lexicon of figures, and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEventLexicon, loadEventModel, loadFigureLexicon } from '../../data/events.ts';
import { parseEventModel } from './event-model.ts';
import { parseFigureLexicon } from './figure-lexicon.ts';
import { EVENT_TYPES, parseEventLexicon, verbForms, withS } from './lexicon.ts';
import { WORD_LISTS } from './word-lists.ts';

test('the files that come with the program are read whole', () => {
  const { families, nouns, verbs, setNames } = loadEventLexicon();
  for (const type of EVENT_TYPES)
    assert.ok(
      families.some((f) => EVENT_TYPES[f.types[0]!] === type),
      type,
    );
  assert.ok(nouns.has('shelling') && verbs.has('shell') && nouns.has('besieged') && !nouns.has('withdraw'));
  assert.ok(setNames.length > 5);
  assert.equal(loadFigureLexicon().outcomes.get('killing'), 'killed');
  assert.ok(loadEventModel().weights.size > 10);
});

test('only modes of an ASSAULT', () => {
  for (const { types, mode, name } of loadEventLexicon().families)
    if (mode !== null) assert.equal(EVENT_TYPES[types[0]!], 'ASSAULT', name);
});

test('forms of words', () => {
  assert.deepEqual(['siege', 'army', 'clash', 'convoy'].map(withS), ['sieges', 'armies', 'clashes', 'convoys']);
  assert.deepEqual(verbForms('bombard'), ['bombarded', 'bombarding']);
  assert.deepEqual(verbForms('seize'), ['seized', 'seizing']);
  assert.deepEqual(verbForms('occupy'), ['occupied', 'occupying']);
  assert.ok(verbForms('ban').includes('banned'));
});

const TYPES = EVENT_TYPES.map((name) => ({ name, definition: 'x', examples: ['x'] }));
const WORDS = Object.fromEntries(WORD_LISTS.map((k) => [k, 'x']));
const whole = (trigger: object) => ({
  types: TYPES,
  sets: { fighters: 'rebel', ground: 'town', weapons: 'shell', vessels: 'ship', doors: 'port', measures: 'import' },
  words: WORDS,
  triggers: [{ name: 'raid', type: 'ASSAULT', weight: 1, nouns: 'raid', ...trigger }],
});

test('a bad taxonomy is refused in plain words', () => {
  assert.equal(parseEventLexicon(whole({})).families.length, 1);
  const cases: [unknown, RegExp][] = [
    [{}, /types: this is not a list/],
    [{ types: TYPES.slice(1) }, /ASSAULT: give it a definition/],
    [whole({ type: 'RAID' }), /"RAID" is no type/],
    [whole({ mode: 'sword' }), /"sword" is no mode/],
    [whole({ weight: 9 }), /weight from -3 to 3/],
    [whole({ needs: ['boats'] }), /no set "boats"/],
    [whole({ scale: 'big' }), /"big" is no scale/],
    [whole({ nouns: '' }), /give nouns or verbs/],
    [{ ...whole({}), words: {} }, /list the words for "planned"/],
  ];
  for (const [raw, message] of cases) assert.throws(() => parseEventLexicon(raw), message);
  assert.throws(() => parseFigureLexicon({}), /this list is missing/);
  assert.throws(() => parseEventModel({ version: 'x' }), /npm run train -- events/);
});
