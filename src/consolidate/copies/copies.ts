/**
 * Copies among reports: which report has words of which, who has them first, and how many independent originators
 * stand behind an entry.
 *
 * 1. `sketchOf` boils a report down to some hundred numbers.
 * 2. `newCopyIndex().add(sketch)` says whose links have to be looked at again: of most reports, only the new one's.
 * 3. `linksOf` compares those with the few reports that may share words, by alignment.
 * 4. `originsOf` follows the links from an entry's words to the report that has them first, and counts originators.
 *
 * Every answer depends on which reports there are, never on the order in which they came.
 */
import type { CopyIndex } from './index.ts';
import { newCopyIndex } from './index.ts';
import { type CopyLink, linkOf, type Side } from './link.ts';
import { type Provenance, sketchOf } from './sketch.ts';
import { type Text, type Words, wordsOf } from './words.ts';

export { type CopyIndex, newCopyIndex } from './index.ts';
export { type CopyKind, type CopyLink, linkOf, type Passage, type Side } from './link.ts';
export {
  type CopyFamily,
  type Evidence,
  type Originators,
  type Origins,
  originsOf,
} from './origins.ts';
export { originatorOf, precedenceOf, sameSource } from './precedence.ts';
export {
  bytesOfShingles,
  type Provenance,
  type ReportHead,
  type Sketch,
  shinglesOfBytes,
  sketchOf,
} from './sketch.ts';
export { type Text, type Words, wordsOf } from './words.ts';

/** The links in which a report is the copy. `wordsOfReport` gives the words of a report that the index names. */
export function linksOf(index: CopyIndex, id: string, wordsOfReport: (id: string) => Words): readonly CopyLink[] {
  const candidates = index.candidatesOf(id);
  if (candidates.length === 0) return [];
  const copy: Side = { id, words: wordsOfReport(id) };
  return candidates.flatMap((original) => {
    const side = { id: original, words: wordsOfReport(original) };
    return linkOf(side, copy, (shingle) => index.isStanding(shingle, original, id)) ?? [];
  });
}

/** All links among reports, in order of the copies' ids. A text given twice counts once. */
export function copiesAmong(reports: readonly (Text & Provenance)[]): readonly CopyLink[] {
  const index = newCopyIndex();
  const words = new Map<string, Words>();
  for (const report of reports) {
    if (words.has(report.text_sha256)) continue;
    const its = wordsOf(report);
    words.set(report.text_sha256, its);
    index.add(sketchOf(report, its));
  }
  return [...words.keys()].sort().flatMap((id) => linksOf(index, id, (other) => words.get(other)!));
}
