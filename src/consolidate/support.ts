import type { Evidence, Support } from '../case.ts';
import { isShortFor } from './copies/precedence.ts';
import { compare } from './family.ts';

/** By day, undated ones last; what is copied after what is not; then report and item: however they came. */
export const byEvidence = (a: Evidence, b: Evidence): number =>
  compare(a.day ?? '~', b.day ?? '~') ||
  Number(a.copyOf !== null) - Number(b.copyOf !== null) ||
  compare(a.report, b.report) ||
  compare(a.item, b.item) ||
  compare(a.words, b.words);

/** Each piece of evidence once, in order. */
export function eachOnce(evidence: readonly Evidence[]): Evidence[] {
  const kept = new Map<string, Evidence>();
  for (const one of [...evidence].sort(byEvidence)) {
    const key = `${one.report} ${one.kind} ${one.item} ${one.words}`;
    if (!kept.has(key)) kept.set(key, one);
  }
  return [...kept.values()];
}

/** How much stands behind evidence: distinct reports, outlets and originators. "LPA" beside its full name is one. */
export function supportOf(evidence: readonly Evidence[]): Support {
  const reports = new Set<string>();
  const outlets = new Set<string>();
  const originators = new Set<string>();
  let first: string | null = null;
  let last: string | null = null;
  for (const { report, outlet, originator, day } of evidence) {
    reports.add(report);
    if (outlet !== null) outlets.add(outlet);
    originators.add(originator);
    if (day === null) continue;
    if (first === null || day < first) first = day;
    if (last === null || day > last) last = day;
  }
  return {
    reports: reports.size,
    outlets: outlets.size,
    originators: countOriginators(originators),
    copies: copiesAmong(evidence),
    first,
    last,
  };
}

/** What several tell independently is never surer than this, whoever they are; what a user judged right is. */
const SUREST = 0.99;

/** How sure it is that not all of several readings are wrong, in thousandths. */
export function unlessAllWrong(confidences: readonly number[]): number {
  const wrong = [...confidences].sort((a, b) => a - b).reduce((all, confidence) => all * (1 - confidence), 1);
  return Math.round(1000 * Math.min(SUREST, 1 - wrong)) / 1000;
}

/**
 * How sure an entry is by its evidence: that not all of those who tell it independently are misread, of each the surest.
 * What is copied adds nothing.
 */
export function confidenceOf(evidence: readonly Evidence[]): number {
  const surest = new Map<string, number>();
  for (const { originator, confidence } of evidence) {
    if (confidence >= 1) return 1;
    surest.set(originator, Math.max(confidence, surest.get(originator) ?? 0));
  }
  return unlessAllWrong([...surest.values()]);
}

/** How many reports say it in words of others alone. */
export function copiesAmong(evidence: readonly Pick<Evidence, 'report' | 'copyOf'>[]): number {
  const own = new Set(evidence.flatMap(({ report, copyOf }) => (copyOf === null ? report : [])));
  return new Set(evidence.map(({ report }) => report)).size - own.size;
}

/** How many originators there are, short names beside the one full name that they stand for not counted. */
export function countOriginators(names: Iterable<string>): number {
  const all = [...new Set(names)];
  const short = all.filter((name) => name.length <= 8 && !name.includes(' '));
  const long = all.filter((name) => name.includes(' '));
  return all.length - short.filter((name) => long.filter((other) => isShortFor(name, other)).length === 1).length;
}
