/** People told together, some by number and some one by one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFigureLexicon } from '../../data/events.ts';
import { sceneFrom } from '../testing.ts';
import { talliesIn } from './figures.ts';
import { withJoint } from './joint.ts';

const lexicon = loadFigureLexicon();

const CASES: readonly (readonly [text: string, ...figures: string[]])[] = [
  ['Five women and a child were killed in Nerith.', 'killed 6..6 Five women and a child'],
  ['Shells hit the camp, killing at least five women and a child.', 'killed 6..null at least five women and a child'],
  ['The shell injured a female teacher and 19 others.', 'wounded 20..20 a female teacher and 19 others'],
  ['A father, a mother and a son were killed in Nerith.', 'killed 3..3 A father, a mother and a son'],
  ['One mother and her child have died.', 'killed 2..2 One mother and her child'],
  ['The raid killed a nurse as well as nine soldiers.', 'killed 10..10 a nurse as well as nine soldiers'],
  ['A fisherman and three of his comrades were detained.', 'captured 4..4 A fisherman and three of his comrades'],
  // Two numbers stay two.
  ['The blast killed three soldiers and 13 civilians.', 'killed 3..3 three soldiers', 'killed 13..13 13 civilians'],
  ['The raid killed two women, three men and a child.', 'killed 2..2 two women', 'killed 3..3 three men'],
  // A part of those counted before.
  ['The raid killed nine people, including a woman and a child.', 'killed 9..9 nine people'],
  // No fate of their own.
  ['A teacher and three students spoke in Lorn.', '- 3..3 three students'],
  ['A soldier and a sailor killed nine people.', 'killed 9..9 nine people'],
];

for (const [text, ...figures] of CASES) {
  test(`people told together: ${text}`, () => {
    const scene = sceneFrom(text, '2031-05-14');
    const { sentences, words } = scene;
    const found = sentences.flatMap(({ first, last }) =>
      withJoint(words, first, last, talliesIn(scene, first, last, lexicon), lexicon),
    );
    assert.deepEqual(
      found.map((t) => {
        const told = text.slice(words[t.first]!.start, words[t.end - 1]!.end);
        return `${t.what ?? '-'} ${t.low}..${t.high} ${told}`;
      }),
      figures,
    );
  });
}
