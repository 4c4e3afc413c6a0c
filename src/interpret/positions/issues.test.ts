import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadIssues } from '../../data/positions.ts';
import { sceneFrom } from '../testing.ts';
import { addIssueScores, IssuesError, parseIssues, withOwnIssues } from './issues.ts';

const taxonomy = loadIssues();

/** The issues of a sentence by their words alone, the strongest first. */
function issuesOf(text: string, issues = taxonomy): string[] {
  const scene = sceneFrom(text);
  const scores = new Float64Array(issues.issues.length);
  addIssueScores(scene, 0, scene.words.length, issues, scores);
  return [...scores]
    .map((score, i) => ({ score, code: issues.issues[i]!.code }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ code }) => code);
}

test('the codebook has 35 issues, each with a definition, words and an example', () => {
  assert.equal(taxonomy.issues.length, 35);
  for (const { code, definition, triggers, examples } of taxonomy.issues) {
    assert.ok(definition.endsWith('.'), `${code}: the definition is a sentence`);
    assert.ok(triggers.length > 0, `${code} has words`);
    assert.ok(examples.length > 0, `${code} has an example`);
    const seen = triggers.map(([phrase]) => phrase);
    assert.deepEqual(
      seen.filter((phrase, i) => seen.indexOf(phrase) !== i),
      [],
      `${code}: no phrase stands twice`,
    );
  }
});

for (const { code, examples } of taxonomy.issues) {
  for (const example of examples) {
    test(`${code}: ${example}`, () =>
      assert.ok(issuesOf(example).slice(0, 2).includes(code), issuesOf(example).join()));
  }
}

test('words with a hyphen, words between, and counter-words count', () => {
  assert.equal(issuesOf('Maravet wants a cease-fire.')[0], 'CEASEFIRE');
  assert.equal(issuesOf('Halvia must withdraw all of its troops.')[0], 'TERR_WITHDRAW');
  assert.deepEqual(issuesOf('The harbour office was painted green.').slice(0, 1), ['SEA_TRADE']);
  assert.deepEqual(issuesOf('Nobody said a word.'), []);
});

test('one word of a longer name counts for no issue, and a gun barrage is no gift of arms', () => {
  assert.ok(!issuesOf('The Sea Harvest Company was founded in Lorn.').includes('SEA_TRADE'));
  assert.notEqual(issuesOf('Halvia must end its shelling of Nerith.')[0], 'ARMS_AID');
});

const OWN = {
  code: 'CARPETS',
  name: 'Carpets',
  definition: 'Who weaves what.',
  triggers: { 4: 'carpet, weave ... wool' },
};

test('a case adds issues of its own and changes those it knows', () => {
  const own = parseIssues({ issues: [OWN, { ...OWN, code: 'AMNESTY', triggers: { 4: 'mercy' } }] });
  const both = withOwnIssues(taxonomy, own.issues);
  assert.equal(both.issues.length, taxonomy.issues.length + 1);
  assert.equal(both.issues.at(-1)!.code, 'CARPETS');
  assert.deepEqual(issuesOf('Maravet wants its carpets back.', both).slice(0, 1), ['CARPETS']);
  assert.deepEqual(issuesOf('Maravet weaves blue wool.', both), ['CARPETS']);
  assert.deepEqual(issuesOf('The Front begs for mercy.', both), ['AMNESTY']);
  assert.equal(taxonomy.issues.length, 35, 'the given taxonomy stays as it was');
});

test('what is wrong with a list of issues is told with a remedy', () => {
  const cases: [unknown, RegExp][] = [
    [null, /no list `issues`/],
    [{ issues: [{ code: 'low' }] }, /issue 1: no code\. Give it/],
    [{ issues: [{ code: 'X', name: 'X' }] }, /X: `definition` is missing\. Say/],
    [{ issues: [OWN, OWN] }, /CARPETS stands twice\. Rename/],
    [{ issues: [{ ...OWN, triggers: { 9: 'a' } }] }, /weight "9", which is not from 1 to 4/],
    [{ issues: [{ ...OWN, triggers: { 4: 'a ...' } }] }, /begins or ends with/],
    [{ issues: [{ ...OWN, triggers: 'a' }] }, /is not a table of weights/],
    [{ issues: [{ ...OWN, examples: 'a' }] }, /`examples` is not a list/],
  ];
  for (const [raw, message] of cases) assert.throws(() => parseIssues(raw), { name: IssuesError.name, message });
});
