import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSegmentLexicon } from '../data/segment.ts';
import type { Span } from '../record.ts';
import { makeSegmentTools } from '../segment/segment.ts';
import { span } from '../text/span.ts';
import { BEGIN, cueLevelsOf, LABELS, type LabelledText, labelled, legal } from './labels.ts';
import type { PolnearText, Role } from './polnear.ts';

const tools = makeSegmentTools(loadSegmentLexicon());

const textWith = (text: string, ...parts: readonly (readonly [Role, ...string[]])[]): PolnearText => ({
  name: 'test',
  text,
  parts: parts.map(([role, ...words]) => ({
    role,
    spans: words.map((w): Span => span(text.indexOf(w), text.indexOf(w) + w.length)),
  })),
  attributions: [],
});

const shown = ({ segmented, labels }: LabelledText): string =>
  segmented.words.map((w, i) => (labels[i] === 0 ? w.text : `${w.text}/${LABELS[labels[i]!]}`)).join(' ');

test('inside follows only begin or inside of its own role', () => {
  const allowed = (from: number): string[] => LABELS.filter((_, to) => legal(from, to));
  const openings = ['O', 'B-source', 'B-cue', 'B-content'];
  assert.deepEqual(allowed(-1), openings);
  assert.deepEqual(allowed(0), openings);
  for (const role of ['source', 'cue', 'content'] as const)
    for (const from of [BEGIN[role], BEGIN[role] + 1])
      assert.deepEqual(allowed(from).sort(), [...openings, `I-${role}`].sort(), LABELS[from]);
});

test('words get the labels of the parts that they stand in', () => {
  const text = textWith(
    'Aldren Voss said on Monday that the boats stay.',
    ['source', 'Aldren Voss'],
    ['cue', 'said'],
    ['content', 'that the boats stay'],
  );
  assert.equal(
    shown(labelled(text, tools)),
    'Aldren/B-source Voss/I-source said/B-cue on Monday that/B-content the/I-content boats/I-content stay/I-content .',
  );
});

test('each stretch of an interrupted part begins anew', () => {
  const text = textWith('The boats , said Voss , stay .', ['content', 'The boats', 'stay'], ['cue', 'said']);
  assert.equal(shown(labelled(text, tools)), 'The/B-content boats/I-content , said/B-cue Voss , stay/B-content .');
});

test('a word belongs to the first part that touches it, even by a letter', () => {
  const text = textWith(
    'Voss demanded that Maravet leave.',
    ['content', 'that Maravet leave'],
    ['cue', 'anded that'],
    ['source', 'Voss'],
  );
  const found = labelled(text, tools);
  assert.equal(shown(found), 'Voss/B-source demanded/B-cue that/B-content Maravet/I-content leave/I-content .');
  assert.deepEqual([...found.part], [2, 1, 0, 0, 0, -1]);
});

test('words on several lines are all read', () => {
  const found = labelled(textWith('Voss spoke.\n\n\nTesk did not.', ['source', 'Tesk']), tools);
  assert.equal(shown(found), 'Voss spoke . Tesk/B-source did not .');
  assert.equal(found.segmented.sentences.length, 2);
});

test('how often a lemma is a cue is counted in levels, and what is rare is left out', () => {
  const texts = (text: string, cue: string | null, times: number): LabelledText[] =>
    Array.from({ length: times }, () => labelled(textWith(text, ...(cue ? [['cue', cue] as const] : [])), tools));
  const levels = cueLevelsOf([
    ...texts('Voss said so.', 'said', 20),
    ...texts('Voss called him.', 'called', 4),
    ...texts('Voss called.', null, 16),
    ...texts('Voss swore it.', 'swore', 2),
  ]);
  assert.equal(levels.get('say'), 5);
  assert.equal(levels.get('call'), 2);
  assert.equal(levels.get('swear'), undefined);
  assert.equal(levels.get('voss'), undefined);
});
