/**
 * Learned weights as bytes: one line of JSON that says what they are, then the weights. Rows are kept sparse (only those
 * that training gave a weight) and as 8-bit numbers with one scale, so that a model of half a million features takes a
 * few megabytes and loads in milliseconds. Little-endian throughout.
 */
import { type PackedModel, pack } from './packed.ts';
import type { Ranker } from './ranker.ts';
import type { SequenceModel } from './sequence.ts';

/** A model file that cannot be used. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/** Collects named parts into one file. */
export class ModelWriter {
  readonly #header: Record<string, unknown>;
  readonly #parts: Uint8Array[] = [];
  readonly #sizes: Record<string, number> = {};

  /** `header` is any JSON data about the model: name, labels, counted lexicons. */
  constructor(header: Record<string, unknown>) {
    this.#header = header;
  }

  add(name: string, bytes: Uint8Array): this {
    this.#parts.push(bytes);
    this.#sizes[name] = bytes.length;
    return this;
  }

  bytes(): Uint8Array {
    const header = new TextEncoder().encode(`${JSON.stringify({ ...this.#header, parts: this.#sizes })}\n`);
    const out = new Uint8Array(header.length + this.#parts.reduce((n, p) => n + p.length, 0));
    out.set(header);
    let at = header.length;
    for (const part of this.#parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }
}

export interface ModelFile {
  readonly header: Readonly<Record<string, unknown>>;
  part(name: string): Uint8Array;
}

/** Splits a model file into its parts. Throws `ModelFileError` where it is cut short or no model at all. */
export function readModelFile(bytes: Uint8Array, path: string): ModelFile {
  const broken = (what: string): ModelFileError =>
    new ModelFileError(`${path}: ${what}. Restore the file, or make it again with \`npm run train\`.`);
  const end = bytes.indexOf(10);
  if (end < 0) throw broken('this is not a model file (no header)');
  let header: Record<string, unknown>;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  } catch {
    throw broken('this is not a model file (its header is not JSON)');
  }
  const sizes = header['parts'] as Record<string, number> | undefined;
  if (!sizes) throw broken('its header lists no parts');
  const places = new Map<string, readonly [number, number]>();
  let at = end + 1;
  for (const [name, size] of Object.entries(sizes)) {
    places.set(name, [at, at + size]);
    at += size;
  }
  if (at !== bytes.length) throw broken(`it has ${bytes.length} bytes, its header says ${at}`);
  return {
    header,
    part(name) {
      const place = places.get(name);
      if (!place) throw broken(`it has no part "${name}"`);
      return bytes.subarray(place[0], place[1]);
    },
  };
}

/** Weights as one scale and an 8-bit number each; values beyond `limit` are cut off. */
function quantise(weights: Float32Array, limit: number): Uint8Array {
  const out = new Uint8Array(4 + weights.length);
  new DataView(out.buffer).setFloat32(0, limit / 127, true);
  const numbers = new Int8Array(out.buffer, 4);
  weights.forEach((w, i) => {
    numbers[i] = Math.max(-127, Math.min(127, Math.round((w / limit) * 127)));
  });
  return out;
}

function quantised(bytes: Uint8Array): { readonly scale: number; readonly numbers: Int8Array } {
  const scale = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true);
  return { scale, numbers: new Int8Array(bytes.buffer, bytes.byteOffset + 4, bytes.length - 4) };
}

/** The size below which nearly all weights lie; the few beyond it are cut off. */
function limitOf(weights: Float32Array): number {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  return Math.max(1e-6, sizes[Math.floor(sizes.length * 0.9998)] ?? 1e-6);
}

/** Bucket numbers as the steps from one to the next, seven bits a byte. */
function packSteps(buckets: readonly number[]): Uint8Array {
  const out: number[] = [];
  let before = 0;
  for (const b of buckets) {
    let step = b - before;
    before = b;
    while (step >= 128) {
      out.push((step & 127) | 128);
      step >>>= 7;
    }
    out.push(step);
  }
  return Uint8Array.from(out);
}

/**
 * Adds a sequence model under a name, with at most `most` rows: those with the largest weights. The small ones change
 * little, and a table half the size is read from a nearer cache.
 */
export function addSequence(
  writer: ModelWriter,
  name: string,
  model: SequenceModel,
  most = Number.POSITIVE_INFINITY,
): ModelWriter {
  const L = model.labels.length;
  const limit = limitOf(model.weights);
  const sizeOf = (row: number): number => {
    let size = 0;
    for (let l = 0; l < L; l++) size = Math.max(size, Math.abs(model.weights[row * L + l]!));
    return size;
  };
  const sizes = Float32Array.from({ length: model.weights.length / L - 1 }, (_, i) => sizeOf(i + 1)).sort();
  const least = Math.max(limit / 254, sizes[Math.max(0, sizes.length - most)] ?? 0);
  const buckets: number[] = [];
  const rows: number[] = [];
  model.index.forEach((row, bucket) => {
    if (row === 0 || rows.length === most || sizeOf(row) < least) return;
    buckets.push(bucket);
    rows.push(row);
  });
  const weights = new Float32Array(rows.length * L);
  rows.forEach((row, i) => {
    weights.set(model.weights.subarray(row * L, row * L + L), i * L);
  });
  const transitions = new Uint8Array(model.transitions.slice().buffer);
  const shape = new TextEncoder().encode(
    JSON.stringify({ labels: model.labels, bits: model.bits, classes: model.classes, rows: rows.length }),
  );
  return writer
    .add(`${name}.shape`, shape)
    .add(`${name}.buckets`, packSteps(buckets))
    .add(`${name}.weights`, quantise(weights, limit))
    .add(`${name}.transitions`, transitions);
}

export function sequenceFrom(file: ModelFile, name: string): PackedModel {
  const { labels, bits, classes, rows } = JSON.parse(new TextDecoder().decode(file.part(`${name}.shape`))) as {
    labels: string[];
    bits: number;
    classes: number;
    rows: number;
  };
  const buckets = new Int32Array(rows);
  const steps = file.part(`${name}.buckets`);
  let bucket = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    let shift = 0;
    let step = 0;
    for (;;) {
      const byte = steps[at++]!;
      step |= (byte & 127) << shift;
      if (byte < 128) break;
      shift += 7;
    }
    bucket += step;
    buckets[row] = bucket;
  }
  const { scale, numbers } = quantised(file.part(`${name}.weights`));
  // A copy, since the part may begin at an odd place.
  const transitions = new Float32Array(Uint8Array.from(file.part(`${name}.transitions`)).buffer);
  return pack({ labels, classes, transitions }, bits, buckets, numbers, scale);
}

export function addRanker(writer: ModelWriter, name: string, ranker: Ranker): ModelWriter {
  // All of them: the few large weights of a ranker are what decides.
  const limit = ranker.weights.reduce((most, w) => Math.max(most, Math.abs(w)), 1e-6);
  return writer.add(name, quantise(ranker.weights, limit));
}

export function rankerFrom(file: ModelFile, name: string): Ranker {
  const { scale, numbers } = quantised(file.part(name));
  const weights = new Float32Array(numbers.length);
  for (let i = 0; i < weights.length; i++) weights[i] = numbers[i]! * scale;
  return { bits: Math.log2(numbers.length), weights };
}
