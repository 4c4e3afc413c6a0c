/**
 * Scores sources, cues and contents against a corpus in PolNeAR's layout (Newell, Margolin and Ruths 2018): `text/NAME.txt`
 * and `attributions/NAME.ann` in brat's standoff form, whose offsets count code points. Words are counted, not characters,
 * so that nothing hangs on punctuation.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../src/record.ts';
import { sha256 } from '../src/text/digest.ts';
import { pairs, type Stretch } from './likeness.ts';
import type { Tally } from './tally.ts';

export const ROLES = ['content', 'source', 'cue'] as const;
export type Role = (typeof ROLES)[number];

/** A part of an attribution: one or more stretches. */
type Part = readonly Stretch[];

export interface Annotated {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly textDigest: string;
  readonly digest: string;
  readonly parts: Readonly<Record<Role, readonly Part[]>>;
}

/** Annotations of one text. */
export function parseAnnotations(annotations: string, text: string): Record<Role, Part[]> {
  const units: number[] = [];
  let at = 0;
  for (const character of text) {
    units.push(at);
    at += character.length;
  }
  units.push(at);
  const parts: Record<Role, Part[]> = { content: [], source: [], cue: [] };
  for (const match of annotations.matchAll(/^T\d+\t(Source|Cue|Content) ([\d ;]+)\t/gm)) {
    const role = match[1]!.toLowerCase() as Role;
    const part = match[2]!.split(';').map((pair) => {
      const [start, end] = pair.split(' ').map((n) => units[Number(n)]!);
      return { start: start!, end: end! };
    });
    parts[role].push(part);
  }
  return parts;
}

/** The annotated texts of a folder, by name. */
export const readAnnotated = (folder: string): readonly Annotated[] =>
  readdirSync(join(folder, 'text'))
    .sort()
    .flatMap((file) => {
      const name = file.replace(/\.txt$/, '');
      const beside = join(folder, 'attributions', `${name}.ann`);
      if (!existsSync(beside)) return [];
      const path = join(folder, 'text', file);
      const text = readFileSync(path, 'utf8');
      const annotations = readFileSync(beside, 'utf8');
      const digest = sha256(`${annotations}\u001f${text}`);
      return [{ name, path, text, textDigest: sha256(text), digest, parts: parseAnnotations(annotations, text) }];
    });

/** The parts that a reading's statements stand for. */
const partsOf = (reading: Pick<Reading, 'statements'> | null): Record<Role, Part[]> => {
  const statements = reading?.statements ?? [];
  return {
    content: statements.map((s) => s.content).filter((content) => content.length > 0),
    source: statements.flatMap((s) => (s.speaker.span ? [[s.speaker.span]] : [])),
    cue: statements.flatMap((s) => (s.cue ? [[s.cue]] : [])),
  };
};

/** Adds one text to a tally: words by role, and parts met by half or more of the words of either. */
export function scoreAnnotated(gold: Annotated, reading: Pick<Reading, 'statements'> | null, tally: Tally): void {
  const words = [...gold.text.matchAll(/[\p{L}\p{N}]+/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const covered = (part: Part): Set<number> =>
    new Set(words.flatMap((w, i) => (part.some((s) => s.start < w.end && s.end > w.start) ? [i] : [])));
  const read = partsOf(reading);
  for (const role of ROLES) {
    const golds = gold.parts[role].map(covered);
    const reads = read[role].map(covered);
    const goldWords = new Set(golds.flatMap((s) => [...s]));
    const readWords = new Set(reads.flatMap((s) => [...s]));
    const met = pairs(golds, reads, (a, b) => {
      const both = a.intersection(b).size;
      const either = a.size + b.size - both;
      return either > 0 && both / either >= 0.5 ? both / either : 0;
    });
    tally.find(`${role}, words`, goldWords.intersection(readWords).size, goldWords.size, readWords.size);
    tally.find(`${role}, halves`, met.length, golds.length, reads.length);
  }
}
