import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAttributeLexicon } from '../data/attribution.ts';
import { loadActResources } from '../data/cues.ts';
import type { Document, Span } from '../record.ts';
import { slice } from '../text/span.ts';
import type { Draft } from './draft.ts';
import { sentenceFinder } from './sentence-finder.ts';
import { type ResolvedSpeaker, statementOf } from './statement.ts';
import { type Sample, sample } from './testing.ts';

const lexicon = loadAttributeLexicon();

const act = loadActResources();
const VOSS: ResolvedSpeaker = {
  name: 'Aldren Voss',
  party: 'Halvia',
  referent: 'r1',
  made: [{ stage: 'mention', rule: 'mention/name' }],
};
const made = { stage: 'attribute', rule: 'attribute/tagged', model: 'toy@1' } as const;

function statementFor(s: Sample, more: Partial<Draft> = {}, sha = 'abc') {
  const asked: Span[] = [];
  const draft: Draft = {
    content: s.content,
    cue: s.cues[0] ?? null,
    source: s.sources[0] ?? null,
    confidence: 0.8,
    made,
    ...more,
  };
  const context = { segmented: s.segmented, cues: act.cues, lexicon, sentenceAt: sentenceFinder(s.segmented) };
  const document = { text: s.text, text_sha256: sha } as Document;
  const resolve = (span: Span): ResolvedSpeaker => {
    asked.push(span);
    return VOSS;
  };
  return { statement: statementOf(document, context, draft, resolve, act), asked };
}

const s = sample('“ [We/PRON stay/VERB] , ” {the/DET minister} <said/VERB> , “ [until/ADP dawn] . ”');

test('spans are the words as they stand, and the speaker is whoever the words stand for', () => {
  const { statement, asked } = statementFor(s);
  assert.deepEqual(
    statement.content.map((c) => slice(s.text, c)),
    ['We stay', 'until dawn'],
  );
  assert.equal(slice(s.text, statement.cue!), 'said');
  assert.deepEqual(asked, [statement.speaker.span]);
  assert.equal(slice(s.text, asked[0]!), 'the minister');
  assert.deepEqual(statement.speaker, { span: asked[0]!, name: 'Aldren Voss', party: 'Halvia', referent: 'r1' });
  assert.equal(statement.form, 'direct');
  assert.equal(statement.within, null);
  assert.equal(statement.confidence, 0.8);
});

test('what made it: who found it, who chose the speaker, who chose the act', () => {
  const { statement } = statementFor(s);
  assert.deepEqual(
    statement.made.map((m) => m.rule),
    ['attribute/tagged', 'mention/name', 'attribute/act'],
  );
});

test('without a source there is no speaker, and nobody is asked', () => {
  const { statement, asked } = statementFor(s, { source: null });
  assert.deepEqual(statement.speaker, { span: null, name: null, party: null, referent: null });
  assert.deepEqual(asked, []);
  assert.equal(statementFor(s, { cue: null }).statement.cue, null);
});

test('the id tells the report and the content, and nothing else', () => {
  const { id } = statementFor(s).statement;
  assert.match(id, /^[0-9a-f]{16}$/);
  assert.equal(statementFor(s, { cue: null, source: null, confidence: 0.1 }).statement.id, id);
  assert.notEqual(statementFor(s, {}, 'abd').statement.id, id);
  assert.notEqual(statementFor(s, { content: [s.content[0]!] }).statement.id, id);
});
