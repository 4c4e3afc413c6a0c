/**
 * Groups what several reports tell of one thing: agglomerative clustering, the most alike first, under constraints
 * (after Wagstaff and Cardie 2000, "Clustering with instance-level constraints").
 */
export interface GroupingRules<T> {
  /** The reports that a thing rests on. Two things of one report are never joined: the reading kept them apart. */
  reportsOf(thing: T): readonly string[];
  /** How alike two things are; `-Infinity` where they cannot be one. */
  score(a: T, b: T): number;
  /** From here on two are one, where nothing else is nearly as good. */
  readonly enough: number;
  /** From here on two are one even where another thing of the same report is nearly as good, though not as good. */
  readonly sure: number;
  /** How far behind another must stay. */
  readonly margin: number;
  /** Where a thing stands in time: things come in this order, and those farther apart than `reach` are never one. */
  readonly at?: (thing: T) => number;
  readonly reach?: number;
}

const NEVER = Number.NEGATIVE_INFINITY;

/** How far the mean over all pairs of two groups may stay below `enough`. */
const SLACK = 1;

/**
 * Groups in the order of their first members. The order of `things` decides between equals, so it must not depend on
 * the order of arrival. Quadratic in the number of those within reach.
 */
export function grouped<T>(things: readonly T[], rules: GroupingRules<T>): readonly (readonly T[])[] {
  const count = things.length;
  if (count < 2) return things.map((thing) => [thing]);
  const reports = things.map((thing) => rules.reportsOf(thing));
  const scores = newScores(count);
  const pairs: (readonly [number, number])[] = [];
  const { at, reach = Number.POSITIVE_INFINITY } = rules;
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      if (at && at(things[b]!) - at(things[a]!) > reach) break;
      if (overlaps(reports[a]!, reports[b]!)) continue;
      const score = rules.score(things[a]!, things[b]!);
      if (score === NEVER) continue;
      scores.set(a, b, score);
      if (score >= rules.enough) pairs.push([a, b]);
    }
  }
  const scoreOf = scores.of;
  pairs.sort((p, q) => scoreOf(...q) - scoreOf(...p) || p[0] - q[0] || p[1] - q[1]);

  const byReport = new Map<string, number[]>();
  for (const [i, its] of reports.entries()) {
    for (const report of its) byReport.set(report, [...(byReport.get(report) ?? []), i]);
  }
  const groupOf: number[][] = things.map((_, i) => [i]);
  /** Whether another thing of `b`'s reports fits `a` as well, or nearly so. */
  const rivalled = (a: number, b: number, score: number): boolean => {
    const least = score < rules.sure ? score - rules.margin : score;
    return reports[b]!.some((report) =>
      byReport.get(report)!.some((other) => other !== b && scoreOf(a, other) >= least),
    );
  };
  for (const [a, b] of pairs) {
    const [one, other] = [groupOf[a]!, groupOf[b]!];
    if (one === other) continue;
    const score = scoreOf(a, b);
    if (rivalled(a, b, score) || rivalled(b, a, score)) continue;
    if (!fits(one, other, scoreOf, rules.enough - SLACK)) continue;
    const joined = [...one, ...other];
    for (const i of joined) groupOf[i] = joined;
  }
  return [...new Set(groupOf)].map((group) => group.sort((a, b) => a - b).map((i) => things[i]!));
}

/** Up to so many things all pairs stand in one table; of more, most pairs cannot be one, and the others are listed. */
const TABLE = 700;

interface Scores {
  set(a: number, b: number, score: number): void;
  of(a: number, b: number): number;
}

function newScores(count: number): Scores {
  if (count > TABLE) {
    const listed = new Map<number, number>();
    const key = (a: number, b: number): number => (a < b ? a * count + b : b * count + a);
    return { set: (a, b, score) => listed.set(key(a, b), score), of: (a, b) => listed.get(key(a, b)) ?? NEVER };
  }
  const table = new Float64Array(count * count).fill(NEVER);
  return {
    set(a, b, score) {
      table[a * count + b] = score;
      table[b * count + a] = score;
    },
    of: (a, b) => table[a * count + b]!,
  };
}

/** Whether no pair is forbidden and the mean is high enough. */
function fits(
  one: readonly number[],
  other: readonly number[],
  scoreOf: (a: number, b: number) => number,
  least: number,
): boolean {
  let sum = 0;
  for (const a of one) {
    for (const b of other) {
      const score = scoreOf(a, b);
      if (score === NEVER) return false;
      sum += score;
    }
  }
  return sum / (one.length * other.length) >= least;
}

const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 1 && b.length === 1 ? a[0] === b[0] : a.some((one) => b.includes(one));

/**
 * Things of one mark, none of one report twice: a short cut for what is told again and again in the same few words. In
 * the order of their first members.
 */
export function alikeByMark<T>(
  things: readonly T[],
  reportsOf: (thing: T) => readonly string[],
  markOf: (thing: T) => string | null,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  const open = new Map<string, { readonly group: T[]; readonly reports: Set<string> }>();
  for (const thing of things) {
    const mark = markOf(thing);
    const reports = reportsOf(thing);
    const known = mark === null ? undefined : open.get(mark);
    if (known && !reports.some((report) => known.reports.has(report))) {
      known.group.push(thing);
      for (const report of reports) known.reports.add(report);
    } else {
      const group = [thing];
      groups.push(group);
      if (mark !== null && !known) open.set(mark, { group, reports: new Set(reports) });
    }
  }
  return groups;
}
