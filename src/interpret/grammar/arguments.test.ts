import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sceneFrom, testResources, textOf, wordAt } from '../testing.ts';
import { argumentsOf, nounArgumentsOf } from './arguments.ts';
import { nounPhrasesIn } from './chunks.ts';
import { clauseOf } from './clauses.ts';
import { verbGroupAt } from './verb-group.ts';

const { grammar } = testResources().interpret;

/** Sentence, verb, subject, object, agent. */
type Case = readonly [string, string, string | null, string | null, string | null];

const table = (name: string, cases: readonly Case[]): void => {
  test(name, () => {
    for (const [text, verb, ...expected] of cases) {
      const scene = sceneFrom(text);
      const { subject, object, agent } = argumentsOf(scene, verbGroupAt(scene, wordAt(scene, verb), grammar), grammar);
      assert.deepEqual([textOf(scene, subject), textOf(scene, object), textOf(scene, agent)], expected, text);
    }
  });
};

table('plain clauses', [
  ['Front fighters shelled the port on Monday.', 'shelled', 'Front fighters', 'the port', null],
  ['On Monday, Front fighters shelled the port.', 'shelled', 'Front fighters', 'the port', null],
  ['The commander of the garrison rejected the offer.', 'rejected', 'The commander', 'the offer', null],
  ['Talks resumed in Lorn on Monday.', 'resumed', 'Talks', null, null],
  ['Ketta Amon, deputy foreign minister of Maravet, met Voss in Lorn.', 'met', 'Ketta Amon', 'Voss', null],
]);

table('passives', [
  ['Three sailors were detained by Halvian troops.', 'detained', 'Three sailors', null, 'Halvian troops'],
  ['The strikes carried out by Halvian forces killed nine people.', 'carried', 'The strikes', null, 'Halvian forces'],
  ['The strikes carried out by Halvian forces killed nine people.', 'killed', 'The strikes', 'nine people', null],
  ['Nine people were killed in the attack.', 'killed', 'Nine people', null, null],
]);

table('relative clauses and asides', [
  ['Maravet, which has refused to cede Nerith, said talks would fail.', 'refused', 'Maravet', null, null],
  ['Maravet, which has refused to cede Nerith, said talks would fail.', 'cede', 'Maravet', 'Nerith', null],
  ['Maravet, which has refused to cede Nerith, said talks would fail.', 'said', 'Maravet', null, null],
  ['Maravet, backed by Cantara, rejected the plan.', 'rejected', 'Maravet', 'the plan', null],
  ['The sailors who seized the ship surrendered.', 'seized', 'The sailors', 'the ship', null],
]);

table('verbs that share a subject', [
  ['Voss met Tesk and signed the accord on Monday.', 'signed', 'Voss', 'the accord', null],
  ['Front fighters shelled the port, killing nine people.', 'killing', 'Front fighters', 'nine people', null],
  ['Halvia agreed to release the prisoners.', 'release', 'Halvia', 'the prisoners', null],
  ['Maravet refused to sign the accord.', 'sign', 'Maravet', 'the accord', null],
]);

table('verbs whose object acts', [
  ['Cantara urged Halvia to withdraw its troops.', 'withdraw', 'Halvia', 'its troops', null],
  ['Cantara called on Maravet to accept the truce.', 'accept', 'Maravet', 'the truce', null],
  ['Voss was urged by Cantara to sign the accord.', 'sign', 'Voss', 'the accord', null],
  ['Tesk told sailors not to leave the port.', 'leave', 'sailors', 'the port', null],
]);

test('what hangs on nouns', () => {
  const cases: readonly [string, string, Readonly<Record<string, string>>][] = [
    ["Halvia's demand for talks was rejected.", 'demand', { owner: 'Halvia', for: 'talks' }],
    ['Halvian strikes on Nerith killed nine people.', 'strikes', { owner: 'Halvian', on: 'Nerith' }],
    ['An attack by Front fighters on the port was reported.', 'attack', { owner: 'Front fighters', on: 'the port' }],
    ['Its refusal to sign angered Cantara.', 'refusal', { owner: 'Its' }],
    ['The shelling of Nerith went on.', 'shelling', { of: 'Nerith' }],
    ['Talks with the Front are over.', 'Talks', { with: 'the Front' }],
    ['Talks between Halvia and Maravet are over.', 'Talks', { between: 'Halvia' }],
    // What belongs to the verb is not the noun's.
    ['The attack was condemned by Cantara.', 'attack', {}],
  ];
  for (const [text, noun, expected] of cases) {
    const scene = sceneFrom(text);
    const found = nounArgumentsOf(scene, wordAt(scene, noun), grammar);
    const given = Object.entries(found).filter(([, r]) => r !== null);
    assert.deepEqual(Object.fromEntries(given.map(([k, r]) => [k, textOf(scene, r)])), expected, text);
  }
});

test('answers stay inside the sentence, whatever the text', () => {
  const word = fc.constantFrom(
    ..."Halvia the Front and , which who shelled killed by to has not been if “ ” said port - 's of signing . ; will".split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const scene = sceneFrom(words.join(' '));
      for (const s of scene.sentences) {
        let end = s.first;
        for (const p of nounPhrasesIn(scene, s.first, s.last, grammar)) {
          assert.ok(p.first >= end && p.first <= p.head && p.head < p.last && p.last <= s.last);
          end = p.last;
        }
      }
      scene.words.forEach((_, i) => {
        const s = scene.sentences[scene.sentenceOf[i]!];
        if (!s) return;
        const group = verbGroupAt(scene, i, grammar);
        const { subject, object, agent } = argumentsOf(scene, group, grammar);
        for (const r of [group, clauseOf(scene, i, grammar), subject, object, agent])
          if (r) assert.ok(s.first <= r.first && r.first < r.last && r.last <= s.last);
      });
    }),
    { numRuns: 60 },
  );
});
