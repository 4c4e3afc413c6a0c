import { compare } from '../family.ts';
import { type Bundle, bundleOf, byGrounded, joinedBundles, shortened } from '../join/bundle.ts';
import { grouped } from '../join/group.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { alike, ENOUGH, MARGIN, SURE } from './alike.ts';
import type { Layer } from './keys.ts';
import { type Known, knownOf, type Told } from './told.ts';

/** What is recalled for years is listed by so many of a month; the others are counted. */
const MOST_RECALLED = 12;
/** So many of a bundle are compared with those of another. */
const COMPARED = 5;

const NEVER = Number.NEGATIVE_INFINITY;

/** Joins what a part holds: accounts of one kind of event of one day, or of one month or year recalled. */
export function joinedWithin(told: readonly Told[], layer: Layer, lexicon: MergingLexicon): readonly Bundle<Told>[] {
  const known = [...told].sort(byGrounded).map((one) => knownOf(one, lexicon));
  const bundles = grouped(known, {
    reportsOf: (one) => [one.told.evidence.report],
    score: (a, b) => alike(a, b, lexicon),
    enough: ENOUGH,
    sure: SURE,
    margin: MARGIN,
  }).map((group) => bundleOf(group.map((one) => one.told)));
  return layer === 'recalled' || layer === 'coarse'
    ? bundles.map((bundle) => shortened(bundle, MOST_RECALLED))
    : bundles;
}

/** Layers of which something can be one happening. */
const MEET: Readonly<Partial<Record<Layer, readonly Layer[]>>> = {
  dated: ['dated', 'reported', 'recalled'],
  reported: ['dated', 'reported'],
  recalled: ['dated', 'recalled'],
  loose: ['loose'],
  coarse: ['coarse'],
};

/** A bundle beside what is compared of it. */
interface Stood {
  readonly layer: Layer;
  readonly bundle: Bundle<Told>;
  readonly sample: readonly Known[];
  readonly reports: readonly string[];
}

/** Joins the bundles of all parts of a thread: over days, and what is recalled with what was told at the time. */
export function joinedAcross(
  parts: readonly { readonly layer: Layer; readonly bundles: readonly Bundle<Told>[] }[],
  lexicon: MergingLexicon,
): readonly Bundle<Told>[] {
  const stood = parts
    .flatMap(({ layer, bundles }) => bundles.map((bundle) => stand(layer, bundle, lexicon)))
    .sort((a, b) => byGrounded(a.bundle.told[0]!, b.bundle.told[0]!) || compare(a.layer, b.layer));
  return grouped(stood, {
    reportsOf: ({ reports }) => reports,
    score: (a, b) => (MEET[a.layer]?.includes(b.layer) ? alikeBundles(a.sample, b.sample, lexicon) : NEVER),
    enough: ENOUGH,
    sure: SURE,
    margin: MARGIN,
  }).map((group) => joinedBundles(group.map(({ bundle }) => bundle)));
}

function stand(layer: Layer, bundle: Bundle<Told>, lexicon: MergingLexicon): Stood {
  const fullest = [...bundle.told].sort(
    (a, b) => b.evidence.words.length - a.evidence.words.length || byGrounded(a, b),
  );
  return {
    layer,
    bundle,
    sample: fullest.slice(0, COMPARED).map((told) => knownOf(told, lexicon)),
    reports: [...new Set(bundle.told.map(({ evidence }) => evidence.report))],
  };
}

/** Between the best pair and the mean of all; never where one pair cannot be one. */
function alikeBundles(a: readonly Known[], b: readonly Known[], lexicon: MergingLexicon): number {
  let best = NEVER;
  let sum = 0;
  for (const one of a) {
    for (const other of b) {
      const score = alike(one, other, lexicon);
      if (score === NEVER) return NEVER;
      best = Math.max(best, score);
      sum += score;
    }
  }
  return (best + sum / (a.length * b.length)) / 2;
}
