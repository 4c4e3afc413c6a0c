/** Made copies for the comparison with MinHash, and the score of what is found. */
import { CHANGES, changed, randomOf, vocabularyOf } from '../eval/copies-made.ts';
import { linksOf, newCopyIndex, sketchOf, wordsOf } from '../src/consolidate/copies/copies.ts';

export const SHARES = [0, 0.1, 0.2, 0.3, 0.4];

export interface MadeCopy {
  /** Number of the report that was changed. */
  readonly source: number;
  readonly share: number;
  readonly text: string;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Numbers of reports that share a tenth of their runs of eight words: copies in truth, told by neither side's code. */
export function relatives(texts: readonly string[]): readonly ReadonlySet<number>[] {
  const holders = new Map<string, number[]>();
  const runs = texts.map((text, number) => {
    const words = text.toLowerCase().match(WORD) ?? [];
    const own = new Set<string>();
    for (let i = 0; i + 8 <= words.length; i += 1) own.add(words.slice(i, i + 8).join(' '));
    for (const run of own) holders.set(run, [...(holders.get(run) ?? []), number]);
    return own;
  });
  return runs.map((own, number) => {
    const shared = new Map<number, number>();
    for (const run of own) for (const other of holders.get(run)!) shared.set(other, (shared.get(other) ?? 0) + 1);
    const near = [...shared].filter(([other, count]) => count >= Math.min(own.size, runs[other]!.size) / 10);
    return new Set([number, ...near.map(([other]) => other)]);
  });
}

/** One copy of every report for each share of words changed, the ways of change in turn. */
export function makeCopies(texts: readonly string[]): readonly MadeCopy[] {
  const vocabulary = vocabularyOf(texts);
  return SHARES.flatMap((share) =>
    texts.map((text, source) => {
      const way = CHANGES[source % CHANGES.length]!;
      return { source, share, text: changed(text, way, share, vocabulary, randomOf(`${source} ${way} ${share}`)) };
    }),
  );
}

/** Numbers of what each copy is linked to: reports, then copies, in one count. */
export function ourLinks(texts: readonly string[], copies: readonly MadeCopy[]): readonly (readonly number[])[] {
  const all = [...texts, ...copies.map((c) => c.text)].map((text, number) => ({
    text,
    text_sha256: String(number),
    blocks: [],
    outlet: `Outlet ${number}`,
    agency: null,
    published: number < texts.length ? '2031-02-05' : '2031-02-06',
  }));
  const words = all.map((report) => wordsOf(report));
  const index = newCopyIndex();
  for (const [number, report] of all.entries()) index.add(sketchOf(report, words[number]));
  return copies.map((_, i) =>
    linksOf(index, String(texts.length + i), (id) => words[Number(id)]!)
      .filter((link) => link.kind !== 'quotation')
      .map((link) => Number(link.original)),
  );
}

export interface CopyScore {
  readonly precision: number;
  /** The share of copies that lead to their source, over all and by share of words changed. */
  readonly recall: number;
  readonly byShare: readonly number[];
}

/** A link is right where it leads to the source, to another copy of it, or to a report that is its copy in truth. */
export function scoreCopies(
  links: readonly (readonly number[])[],
  copies: readonly MadeCopy[],
  families: readonly ReadonlySet<number>[],
): CopyScore {
  let [given, right] = [0, 0];
  const found = new Map<number, number>();
  for (const [i, copy] of copies.entries()) {
    const family = families[copy.source]!;
    const own = families.length + i;
    const others = (links[i] ?? []).filter((n) => n !== own);
    const sourceOf = (n: number): number => (n < families.length ? n : copies[n - families.length]!.source);
    const hits = others.filter((n) => family.has(sourceOf(n)));
    given += others.length;
    right += hits.length;
    if (hits.some((n) => n < families.length)) found.set(copy.share, (found.get(copy.share) ?? 0) + 1);
  }
  const each = copies.length / SHARES.length;
  const byShare = SHARES.map((share) => (found.get(share) ?? 0) / each);
  return {
    precision: given === 0 ? 1 : right / given,
    recall: byShare.reduce((a, b) => a + b, 0) / SHARES.length,
    byShare,
  };
}
