import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addRanker,
  addSequence,
  ModelFileError,
  ModelWriter,
  rankerFrom,
  readModelFile,
  sequenceFrom,
} from './model-file.ts';
import { isPresent } from './packed.ts';
import type { SequenceModel } from './sequence.ts';

const PATH = 'models/toy.bin';
const written = (): Uint8Array =>
  new ModelWriter({ name: 'toy', levels: { say: 5 } })
    .add('first', Uint8Array.of(1, 2, 3))
    .add('none', new Uint8Array(0))
    .add('second', Uint8Array.of(10, 10, 123, 10))
    .bytes();

test('what is written is read again: header, parts, and bytes that look like line ends', () => {
  const file = readModelFile(written(), PATH);
  assert.equal(file.header['name'], 'toy');
  assert.deepEqual(file.header['levels'], { say: 5 });
  assert.deepEqual([...file.part('first')], [1, 2, 3]);
  assert.deepEqual([...file.part('none')], []);
  assert.deepEqual([...file.part('second')], [10, 10, 123, 10]);
});

test('any parts come back as they were', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.uint8Array()), (parts) => {
      // Numbers as names come first in any object of JSON, so their order would not be kept.
      fc.pre(Object.keys(parts).every((name) => !/^\d+$/.test(name) && name !== '__proto__'));
      const writer = new ModelWriter({});
      for (const [name, bytes] of Object.entries(parts)) writer.add(name, bytes);
      const file = readModelFile(writer.bytes(), PATH);
      for (const [name, bytes] of Object.entries(parts)) assert.deepEqual([...file.part(name)], [...bytes]);
    }),
  );
});

const refused = (make: () => unknown, what: RegExp): void => {
  assert.throws(make, (e) => {
    assert.ok(e instanceof ModelFileError, `${e}`);
    assert.equal(e.name, 'ModelFileError');
    assert.match(e.message, what);
    assert.match(e.message, /^models\/toy\.bin: /, 'names the file');
    assert.match(e.message, /npm run train/, 'names the remedy');
    return true;
  });
};

test('a file that is no model, or not all of one, is refused by name and with the remedy', () => {
  const bytes = written();
  const text = (s: string): Uint8Array => new TextEncoder().encode(s);
  const cases: [bytes: Uint8Array, what: RegExp][] = [
    [new Uint8Array(0), /not a model file/],
    [text('no line end here'), /not a model file/],
    [Uint8Array.of(0, 255, 254, 10, 1, 2), /header is not JSON/],
    [text('version https://git-lfs.github.com/spec/v1\noid sha256:0\n'), /header is not JSON/],
    [text('{"name":"toy"}\n'), /lists no parts/],
    [bytes.subarray(0, bytes.length - 1), /bytes, its header says/],
    [bytes.subarray(0, 20), /not a model file/],
    [Uint8Array.of(...bytes, 0), /bytes, its header says/],
  ];
  for (const [given, what] of cases) refused(() => readModelFile(given, PATH), what);
});

test('a part that is not there is refused by name', () => {
  const file = readModelFile(written(), PATH);
  refused(() => file.part('third'), /no part "third"/);
  refused(() => sequenceFrom(file, 'tagger'), /no part "tagger\.shape"/);
  refused(() => rankerFrom(file, 'linker'), /no part "linker"/);
});

const model: SequenceModel = {
  labels: ['O', 'B', 'I'],
  classes: 2,
  bits: 16,
  // Three features far apart, one of them without weight.
  index: Int32Array.from({ length: 2 ** 16 }, (_, b) => (b === 0 ? 1 : b === 300 ? 2 : b === 65_535 ? 3 : 0)),
  weights: Float32Array.from([0, 0, 0, 1, -1, 0.5, 0, 0, 0, -0.25, 2, 0]),
  transitions: Float32Array.from({ length: 24 }, (_, i) => i / 3),
};

test('a sequence model keeps labels and transitions as they are, and leaves out rows without weight', () => {
  // An odd part before it, so that its numbers begin at an odd place.
  const writer = new ModelWriter({}).add('odd', Uint8Array.of(1));
  const read = sequenceFrom(readModelFile(addSequence(writer, 'm', model).bytes(), PATH), 'm');
  assert.deepEqual(read.labels, model.labels);
  assert.equal(read.classes, 2);
  assert.equal(read.bits, 16);
  assert.deepEqual(read.transitions, model.transitions);
  const kept = Array.from({ length: 2 ** 16 }, (_, bucket) => bucket).filter((bucket) => isPresent(read, bucket));
  assert.deepEqual(kept, [0, 65_535]);
});

test('the same model gives the same bytes', () => {
  const bytes = (): Uint8Array => addSequence(new ModelWriter({ name: 'm' }), 'm', model).bytes();
  assert.deepEqual(bytes(), bytes());
});

test('a choice keeps its size and its weights to half a step', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.infiniteStream(fc.double({ min: -5, max: 5, noNaN: true })),
      (bits, stream) => {
        const weights = Float32Array.from({ length: 2 ** bits }, () => stream.next().value as number);
        const file = readModelFile(addRanker(new ModelWriter({}), 'r', { bits, weights }).bytes(), PATH);
        const read = rankerFrom(file, 'r');
        assert.equal(read.bits, bits);
        const most = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 1e-6);
        weights.forEach((w, i) => {
          assert.ok(Math.abs(w - read.weights[i]!) <= most / 127 / 1.99, `${w} became ${read.weights[i]}`);
        });
      },
    ),
  );
});
