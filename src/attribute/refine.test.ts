import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAttributeLexicon } from '../data/attribution.ts';
import { loadCueLexicon } from '../data/cues.ts';
import type { WordRange } from './act-signs.ts';
import type { Draft } from './draft.ts';
import { RULES, refine } from './refine.ts';
import type { RefineContext } from './refine-rule.ts';
import { sentenceFinder } from './sentence-finder.ts';
import { type Sample, sample } from './testing.ts';

const lexicon = loadAttributeLexicon();

const cues = loadCueLexicon();
const contextOf = ({ segmented }: Sample): RefineContext => ({
  segmented,
  cues,
  lexicon,
  sentenceAt: sentenceFinder(segmented),
});

type Parts = Partial<Pick<Draft, 'content' | 'cue' | 'source'>>;
const draftOf = (parts: Parts): Draft => ({
  content: [],
  cue: null,
  source: null,
  confidence: 1,
  made: { stage: 'attribute', rule: 'attribute/tagged' },
  ...parts,
});

/** What the rules make of some drafts: for each that is left its source, cue, first words and what made it. */
const refined = (s: Sample, ...drafts: readonly Parts[]) =>
  refine(contextOf(s), drafts.map(draftOf)).map((d) => ({
    source: s.words(d.source),
    cue: s.words(d.cue),
    said: s.words(d.content[0]!),
    rule: d.made.rule,
  }));

const part = (ranges: readonly WordRange[], i = 0): WordRange | null => ranges[i] ?? null;
const all = (s: Sample): Parts => ({ content: s.content, cue: part(s.cues), source: part(s.sources) });

test('what is complete is left as it is', () => {
  const s = sample('{Voss} <said/VERB> [the/DET boats stay/VERB] .');
  const draft = draftOf(all(s));
  assert.deepEqual(refine(contextOf(s), [draft]), [draft]);
});

test('a rule that was used is named, and costs certainty', () => {
  const s = sample('Voss <said/VERB> [the/DET boats stay/VERB] .');
  const [draft] = refine(contextOf(s), [draftOf({ content: s.content, cue: part(s.cues) })]);
  assert.equal(draft!.made.rule, 'attribute/subject-of-cue');
  assert.ok(draft!.confidence < 1 && draft!.confidence > 0);
  assert.equal(draft!.made.confidence, draft!.confidence);
});

test('content without a cue takes the word of saying before it', () => {
  for (const [written, cue] of [
    ['{Aid crews} have/AUX warned/VERB that/SCONJ [food is/AUX short/ADJ] .', 'warned'],
    ['{Halvia} denied/VERB [the/DET raid] .', 'denied'],
    ['{Tesk} repeated/VERB his/PRON demand/NOUN that/SCONJ [the/DET boats leave/VERB] .', 'demand'],
  ] as const) {
    const s = sample(written);
    const [found] = refined(s, { content: s.content, source: part(s.sources) });
    assert.equal(found?.cue, cue, written);
    assert.equal(found?.source, s.words(part(s.sources)), 'the source stays');
  }
});

test('content without a cue takes no word that is none, is too far, stands in another sentence or is taken', () => {
  const none = [
    '{Voss} sailed/VERB so/ADV that/SCONJ [the/DET boats stay/VERB] .',
    '{Voss} warned/VERB a/DET crowd at/ADP the/DET old/ADJ quay that/SCONJ [food is/AUX short/ADJ] .',
    '{Voss} warned/VERB . [Food is/AUX short/ADJ] .',
  ];
  for (const written of none) {
    const s = sample(written);
    assert.equal(refined(s, { content: s.content, source: part(s.sources) })[0]?.cue, null, written);
  }
  const s = sample('{Voss} <warned/VERB> that/SCONJ [food] and/CCONJ that/SCONJ [fuel was/AUX short/ADJ] .');
  const [first, second] = s.content;
  const found = refined(
    s,
    { content: [first!], cue: part(s.cues), source: part(s.sources) },
    { content: [second!], source: part(s.sources) },
  );
  assert.deepEqual(
    found.map((d) => d.cue),
    ['warned', null],
  );
});

test('a cue without a source takes its subject, owner or doer', () => {
  const cases = [
    ['{Aldren Voss} <said/VERB> [the/DET boats stay/VERB] .', 'attribute/subject-of-cue'],
    ["{Maravet} 's/PART <demands> for/ADP [the/DET release of/ADP the/DET crew] .", 'attribute/subject-of-cue'],
    ['{their/PRON} <refusal> [to/PART talk/VERB] .', 'attribute/subject-of-cue'],
    ['[The/DET raid] was/AUX <denied/VERB> by/ADP {the/DET ministry} .', 'attribute/subject-of-cue'],
    ['<According/VERB to/ADP> {the/DET ministry} , [the/DET boats stay/VERB] .', 'attribute/subject-of-cue'],
  ] as const;
  for (const [written, rule] of cases) {
    const s = sample(written);
    const [found] = refined(s, { content: s.content, cue: part(s.cues) });
    assert.equal(found?.source, s.words(part(s.sources)), written);
    assert.equal(found?.rule, rule, written);
  }
});

test('a cue without anybody shares the source of the cue before it in the sentence', () => {
  const s = sample('{Voss} <thanked/VERB> [the/DET envoy] and/CCONJ <said/VERB> [Halvia would/AUX return/VERB] .');
  const found = refined(
    s,
    { content: [s.content[0]!], cue: s.cues[0]!, source: s.sources[0]! },
    { content: [s.content[1]!], cue: s.cues[1]! },
  );
  assert.deepEqual(
    found.map((d) => d.source),
    ['Voss', 'Voss'],
  );
  assert.equal(found[1]!.rule, 'attribute/shared-subject');
});

test('no source is shared over the end of a sentence', () => {
  const s = sample(
    '{Voss} <thanked/VERB> [the/DET envoy] . It/PRON was/AUX <said/VERB> [Halvia would/AUX return/VERB] .',
  );
  const found = refined(
    s,
    { content: [s.content[0]!], cue: s.cues[0]!, source: s.sources[0]! },
    { content: [s.content[1]!], cue: s.cues[1]! },
  );
  assert.deepEqual(
    found.map((d) => d.said),
    ['the envoy'],
  );
});

test('a quotation without a cue goes on from the quotation before it', () => {
  for (const written of [
    '“ [We/PRON stay/VERB] , ” {Voss} <said/VERB> . “ [Nobody leaves/VERB] . ”',
    '“ [We/PRON stay/VERB] , ” {Voss} <said/VERB> . ¶ “ [Nobody leaves/VERB] . ”',
  ]) {
    const s = sample(written);
    const found = refined(
      s,
      { content: [s.content[0]!], cue: s.cues[0]!, source: s.sources[0]! },
      { content: [s.content[1]!] },
    );
    const last = found.at(-1)!;
    assert.equal(last.source, 'Voss', written);
    assert.match(last.rule, /quotation-goes-on/);
  }
});

test('a quotation does not go on from plain speech, from far away, or from nobody', () => {
  const cases = [
    '[The/DET boats stay/VERB] , {Voss} <said/VERB> . “ [Nobody leaves/VERB] . ”',
    '“ [We/PRON stay/VERB] , ” {Voss} <said/VERB> . ¶ Rain fell/VERB . ¶ “ [Nobody leaves/VERB] . ”',
  ];
  for (const written of cases) {
    const s = sample(written);
    const found = refined(
      s,
      { content: [s.content[0]!], cue: s.cues[0]!, source: s.sources[0]! },
      { content: [s.content[1]!] },
    );
    assert.equal(found.at(-1)!.said, 'Nobody leaves', written);
    assert.equal(found.at(-1)!.source, null, written);
  }
  const s = sample('“ [We/PRON stay/VERB] . ” “ [Nobody leaves/VERB] . ”');
  const found = refined(s, { content: [s.content[0]!] }, { content: [s.content[1]!] });
  assert.ok(found.every((d) => d.source === null));
});

test('what nobody says is no statement, unless it is quoted', () => {
  const cases: [written: string, kept: boolean][] = [
    ['It/PRON is/AUX <thought/VERB> that/SCONJ [the/DET boats leave/VERB] .', false],
    ['There/PRON were/AUX <claims> that/SCONJ [the/DET boats leave/VERB] .', false],
    ['[The/DET boats leave/VERB] .', false],
    ['[The/DET “ boats ” leave/VERB] .', false],
    ['“ [The/DET boats leave/VERB] . ”', true],
  ];
  for (const [written, kept] of cases) {
    const s = sample(written);
    assert.equal(refined(s, { content: s.content, cue: part(s.cues) }).length, kept ? 1 : 0, written);
  }
});

test('the subject of a passive hears and does not say', () => {
  for (const written of [
    'Voss was/AUX <told/VERB> that/SCONJ [the/DET boats left/VERB] .',
    'He/PRON was/AUX <asked/VERB> whether/SCONJ [the/DET boats left/VERB] .',
    'The/DET commander is/AUX <said/VERB> [to/PART have/AUX fled/VERB] .',
  ]) {
    const s = sample(written);
    assert.deepEqual(refined(s, { content: s.content, cue: part(s.cues) }), [], written);
  }
});

test('rules give no draft that was not there, and change no content', () => {
  const s = sample(
    '“ [We/PRON stay/VERB] , ” {Voss} <said/VERB> . Tesk <denied/VERB> that/SCONJ [it/PRON was/AUX so/ADV] .',
  );
  let drafts: readonly Draft[] = [
    draftOf({ content: [s.content[0]!], cue: s.cues[0]! }),
    draftOf({ content: [s.content[1]!], cue: s.cues[1]! }),
  ];
  const said = drafts.map((d) => d.content);
  for (const rule of RULES) {
    drafts = rule(contextOf(s), drafts);
    assert.deepEqual(
      drafts.map((d) => d.content),
      said,
    );
  }
});

test('a text without statements has none', () => {
  const s = sample('Rain fell/VERB .');
  assert.deepEqual(refine(contextOf(s), []), []);
});
