import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { slice } from '../text/span.ts';
import { readPolnear } from './polnear.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-polnear-'));
after(() => rmSync(folder, { recursive: true }));
for (const sub of ['text', 'attributions']) mkdirSync(join(folder, sub));

const write = (name: string, text: string, lines?: readonly string[]): void => {
  writeFileSync(join(folder, 'text', `${name}.txt`), text);
  if (lines) writeFileSync(join(folder, 'attributions', `${name}.ann`), lines.join('\n'));
};

/** A line of brat's for some words, whose offsets count code points. */
const part = (id: string, role: string, text: string, ...words: readonly string[]): string => {
  const places = words.map((w) => {
    const start = [...text.slice(0, text.indexOf(w))].length;
    return `${start} ${start + [...w].length}`;
  });
  return `${id}\t${role} ${places.join(';')}\t${words.join(' ')}`;
};

// Two letters outside the Basic Multilingual Plane and an accent stand before the words.
const emoji = 'Nerith 🛳🛳 harbour café: Voss said the 🐟 boats stay.';
const broken = '“The boats,” said Aldren Voss, “stay.” Tesk agreed.';
write('b-emoji', emoji, [
  part('T1', 'Source', emoji, 'Voss'),
  part('T2', 'Cue', emoji, 'said'),
  part('T3', 'Content', emoji, 'the 🐟 boats stay'),
  'E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3',
]);
write('a-broken', broken, [
  part('T1', 'Content', broken, '“The boats,”', '“stay.”'),
  part('T2', 'Cue', broken, 'said'),
  part('T3', 'Source', broken, 'Aldren Voss'),
  part('T4', 'Source', broken, 'Tesk'),
  part('T5', 'Cue', broken, 'agreed'),
  'E1\tAttribution:T2 Source:T3 Cue:T2 Content:T1',
  'E2\tAttribution:T5 Source:T4 Cue:T5 Content2:T1 Content:T9',
  '#1\tAnnotatorNotes T1\tnothing to read here',
  '',
]);
write('c-unread', 'Nobody has read this.');

const read = readPolnear(folder);

test('texts come in the order of their names, and those without annotations not at all', () => {
  assert.deepEqual(
    read.map((t) => t.name),
    ['a-broken', 'b-emoji'],
  );
});

test('offsets of code points become UTF-16 offsets', () => {
  const { text, parts } = read[1]!;
  assert.equal(text, emoji);
  assert.deepEqual(
    parts.map((p) => [p.role, ...p.spans.map((s) => slice(text, s))]),
    [
      ['source', 'Voss'],
      ['cue', 'said'],
      ['content', 'the 🐟 boats stay'],
    ],
  );
});

test('interrupted words have several spans', () => {
  const { text, parts } = read[0]!;
  assert.deepEqual(
    parts[0]!.spans.map((s) => slice(text, s)),
    ['“The boats,”', '“stay.”'],
  );
});

test('attributions point at their parts; what is not there is left out', () => {
  assert.deepEqual(read[0]!.attributions, [
    { source: [2], cue: [1], content: [0] },
    { source: [3], cue: [4], content: [0] },
  ]);
});
