import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadAttributionModel } from '../data/attribution.ts';
import { LABELS, legal } from '../learn/labels.ts';
import { ModelFileError } from '../learn/model-file.ts';
import { find } from './model.ts';
import { POLICIES } from './span-choice.ts';
import { SPAN_FEATURES } from './span-features.ts';
import { TRANSITIONS } from './tag-features.ts';
import { sample } from './testing.ts';

const model = loadAttributionModel();
const bytes = readFileSync(new URL('../../models/attribution.bin', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rapporteur-model-'));
after(() => rmSync(folder, { recursive: true }));

/** Loads a model file of these bytes. */
function load(given: Uint8Array): () => unknown {
  const path = join(folder, 'attribution.bin');
  writeFileSync(path, given);
  return () => loadAttributionModel(pathToFileURL(path));
}

test('the model that is shipped has the labels and classes that the tagger uses', () => {
  assert.deepEqual(model.tagger.labels, LABELS);
  assert.equal(model.tagger.classes, TRANSITIONS);
  assert.equal(model.spans.columns, SPAN_FEATURES.length);
  assert.match(model.version, /^attribution@[0-9a-f]{8}$/);
  assert.ok(bytes.length < 15_000_000);
  assert.ok(model.levels.get('say')! >= 4, 'to say is a cue');
});

test('a model file cut short, mixed up or of another program is refused with a remedy', () => {
  const cases: Uint8Array[] = [
    bytes.subarray(0, bytes.length - 100),
    bytes.subarray(0, 1000),
    bytes.subarray(1000),
    new Uint8Array(0),
    new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\n'),
    new TextEncoder().encode('{"name":"attribution","parts":{}}\n'),
  ];
  for (const given of cases)
    assert.throws(load(given), (e) => e instanceof ModelFileError && /npm run train/.test(e.message));
});

test('a model file that is not there is named', () => {
  assert.throws(
    () => loadAttributionModel(pathToFileURL(join(folder, 'none.bin'))),
    (e) => e instanceof ModelFileError && /attribution\.bin/.test(e.message) && /npm run train/.test(e.message),
  );
});

test('nothing is found in a report without words', () => {
  const found = find({ words: [], sentences: [], quotations: [], notes: [] }, [], model);
  assert.deepEqual([found.runs, found.attributions], [[], []]);
});

test('the same words give the same runs, whatever was read between', () => {
  const one = sample('Aldren Voss said/VERB that/SCONJ the/DET boats would/AUX stay/VERB in/ADP Lorn .').segmented;
  const other = sample('Rain fell/VERB . Tesk denied/VERB it/PRON . '.repeat(50).trim()).segmented;
  const first = find(one, ['paragraph'], model);
  find(other, ['paragraph'], model);
  assert.deepEqual(find(one, ['paragraph'], model), first);
});

test('contents that are chosen anew share no word, and sources and cues stay beside them', () => {
  const s = sample(
    '{Ketta Amon} <said/VERB> the/DET boats would/AUX stay/VERB and/CCONJ Tesk <denied/VERB> that/SCONJ they/PRON left/VERB .',
  ).segmented;
  const { runs } = find(s, ['paragraph'], model, POLICIES.polnear);
  runs.forEach((run, i) => {
    assert.ok(run.first < run.last && (i === 0 || runs[i - 1]!.last <= run.first), 'in order, sharing no word');
  });
  for (const role of ['source', 'cue', 'content']) assert.ok(runs.some((r) => r.role === role));
  assert.deepEqual(find(s, ['paragraph'], model, POLICIES.polnear).runs, runs);
});

test('who, how and what of a plain sentence are marked', () => {
  const s = sample(
    '{Aldren Voss} <said/VERB> on/ADP Monday that/SCONJ the/DET patrol boats would/AUX stay/VERB at/ADP Ombra Point .',
  );
  const { runs, attributions } = find(s.segmented, ['paragraph'], model);
  assert.deepEqual(
    runs.filter((r) => r.role !== 'content').map((r) => [r.first, r.last]),
    [s.sources[0], s.cues[0]],
  );
  assert.equal(attributions.length, 1);
  const [a] = attributions;
  assert.equal(runs[a!.source!]!.role, 'source');
  assert.equal(runs[a!.cue!]!.role, 'cue');
  assert.deepEqual(
    a!.content.map((i) => runs[i]!.role),
    ['content'],
  );
});

test('the model knows which label may not follow which', () => {
  const L = LABELS.length;
  for (let kind = 0; kind < TRANSITIONS; kind++)
    for (let from = 0; from <= L; from++)
      for (let to = 0; to < L; to++) {
        const weight = model.tagger.transitions[(kind * (L + 1) + from) * L + to]!;
        if (!legal(from === L ? -1 : from, to)) assert.ok(weight < -1000, `${LABELS[from] ?? 'start'} ${LABELS[to]}`);
      }
});
