import { scatter, type Text, type Words, wordsOf } from './words.ts';

/** How many words make a shingle: enough to be rare by chance, few enough to survive reworking. */
export const SHINGLE = 4;

/**
 * One shingle in this many is kept, those with the lowest hashes. Which are kept depends on the shingle alone, so two
 * reports that share words keep the same ones, and a passage keeps its share of them wherever it stands. This is
 * MinHash by a fixed fraction instead of a fixed number (Broder 1997, "mod m"; Irber et al. 2022, "FracMinHash"):
 * unlike one of fixed length, it sees a paragraph inside a long report.
 */
export const KEPT = 4;

const LIMIT = Math.floor(2 ** 32 / KEPT);

/** What is known of where a report comes from. */
export interface Provenance {
  readonly outlet: string | null;
  /** The agency that its dateline or signature names; `null` for none. */
  readonly agency: string | null;
  /** ISO 8601, as precise as given. */
  readonly published: string | null;
}

/** What is known of a report besides its words. */
export interface ReportHead extends Provenance {
  /** SHA-256 of the report's text. */
  readonly id: string;
  /** How many words of the report are read. */
  readonly words: number;
}

/** A small stand-in for a report: which reports may share words with it is found by sketches alone. */
export interface Sketch extends ReportHead {
  /** The hashes of the kept shingles, rising, each once. */
  readonly shingles: Uint32Array;
}

/** Calls `each` with hash and first word of every shingle. */
export function eachShingle(words: Words, length: number, each: (hash: number, at: number) => void): void {
  const { hashes, count } = words;
  for (let at = 0; at + length <= count; at += 1) {
    let hash = 0;
    for (let i = 0; i < length; i += 1) hash = Math.imul(hash, 0x2c1b3c6d) + hashes[at + i]!;
    each(scatter(hash), at);
  }
}

/** Whether the sketch keeps a shingle. */
export const isKept = (hash: number): boolean => hash < LIMIT;

export function sketchOf(report: Text & Provenance, words: Words = wordsOf(report)): Sketch {
  const kept: number[] = [];
  eachShingle(words, SHINGLE, (hash) => {
    if (hash < LIMIT) kept.push(hash);
  });
  const sorted = Uint32Array.from(kept).sort();
  let size = 0;
  for (const hash of sorted) if (size === 0 || sorted[size - 1] !== hash) sorted[size++] = hash;
  return {
    id: report.text_sha256,
    outlet: report.outlet,
    agency: report.agency,
    published: report.published,
    words: words.count,
    shingles: sorted.slice(0, size),
  };
}

/** The shingles as bytes to keep, 4 each, little-endian. */
export function bytesOfShingles(shingles: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(shingles.length * 4);
  const view = new DataView(bytes.buffer);
  shingles.forEach((hash, i) => {
    view.setUint32(i * 4, hash, true);
  });
  return bytes;
}

/** The way back from `bytesOfShingles`. */
export function shinglesOfBytes(bytes: Uint8Array): Uint32Array {
  if (bytes.length % 4 !== 0) {
    throw new RangeError(
      `A sketch of ${bytes.length} bytes is damaged: it must be a multiple of 4. Make it again from the report.`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(i * 4, true));
}
