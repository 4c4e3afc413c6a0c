import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadMentionLexicon } from '../data/mention.ts';
import { loadNameModel } from '../data/names.ts';
import { loadSegmentLexicon } from '../data/segment.ts';
import { makeSegmentTools, segment } from '../segment/segment.ts';
import { documentOf, linesOf } from '../segment/testing.ts';
import { itemise } from './items.ts';
import { classify, NAME_CLASSES, nameScores } from './name-model.ts';

const lexicon = loadMentionLexicon();
const tools = makeSegmentTools(loadSegmentLexicon());
const model = loadNameModel();

describe('unknown names', () => {
  for (const [text, name, kind] of [
    ['Later Sorvan Taldek, who had left early, spoke of it.', 'Sorvan', 'person'],
    ['They met in Nerith on Friday.', 'Nerith', 'place'],
    ['The ship left for Port Lorn, near Ombra Point.', 'Ombra', 'place'],
  ] as const)
    it(`${name} in "${text}" is a ${kind}`, () => {
      const { words, sentences } = segment(documentOf(text), linesOf(text), tools);
      const items = itemise(words, sentences, lexicon);
      const item = items.at[words.findIndex((w) => w.text === name)]!;
      assert.equal(item.kind, 'run');
      assert.equal(classify(model, items, lexicon, item), kind);
    });
  it('scores every class, and equally where no weight is known', () => {
    const scores = nameScores({ weights: new Int8Array(4 * 8) }, [0, 3, 7]);
    assert.deepEqual(
      [...scores],
      NAME_CLASSES.map(() => 0),
    );
  });
});
