import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAttributeLexicon } from '../data/attribution.ts';
import type { Producer } from '../record.ts';
import { draftsOf } from './draft.ts';
import type { Run } from './runs.ts';
import { sample } from './testing.ts';

const lexicon = loadAttributeLexicon();

const made: Producer = { stage: 'attribute', rule: 'attribute/tagged', model: 'toy@1' };
const s = sample('{Voss} <said/VERB> [that/SCONJ boats , “ old/ADJ and/CCONJ new/ADJ , ”] [“ stay/VERB . ”] [”]');
const runs: Run[] = [
  { role: 'source', first: s.sources[0]![0], last: s.sources[0]![1] },
  { role: 'cue', first: s.cues[0]![0], last: s.cues[0]![1] },
  ...s.content.map(([first, last]): Run => ({ role: 'content', first, last })),
];
const { words } = s.segmented;

test('content is trimmed, the rest as it was marked', () => {
  const [draft, ...more] = draftsOf(
    words,
    runs,
    [{ source: 0, cue: 1, content: [2, 3], confidence: 0.7 }],
    made,
    lexicon,
  );
  assert.deepEqual(more, []);
  assert.deepEqual(
    draft!.content.map((range) => s.words(range)),
    ['boats , “ old and new', 'stay'],
  );
  assert.equal(s.words(draft!.cue), 'said');
  assert.equal(s.words(draft!.source), 'Voss');
  assert.equal(draft!.confidence, 0.7);
  assert.deepEqual(draft!.made, { ...made, confidence: 0.7 });
});

test('a cue without content, or with nothing but marks, is no statement', () => {
  const none = { source: 0, cue: 1, confidence: 1 };
  assert.deepEqual(draftsOf(words, runs, [{ ...none, content: [] }], made, lexicon), []);
  assert.deepEqual(draftsOf(words, runs, [{ ...none, content: [4] }], made, lexicon), []);
  const [draft] = draftsOf(words, runs, [{ ...none, content: [3, 4] }], made, lexicon);
  assert.equal(draft!.content.length, 1);
});

test('content may stand without cue and source', () => {
  const [draft] = draftsOf(words, runs, [{ source: null, cue: null, content: [3], confidence: 1 }], made, lexicon);
  assert.deepEqual([draft!.cue, draft!.source], [null, null]);
});
