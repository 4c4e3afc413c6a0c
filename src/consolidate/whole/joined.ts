import type { PositionLine, PositionPoint } from '../../case.ts';
import { type SubjectLexicon, stemsOf } from '../positions/subject.ts';

/** Whether anything sets two parties beside each other. */
export type Joined = (a: string, b: string) => boolean;

/**
 * A case may hold reports of several conflicts. Two parties can stand against each other only where something joins them: a
 * report that tells what both hold, on whatever issue; or what is told of one names the other, as who says so, in its objects
 * or in its words. Likeness of words alone joins nobody: there is a truce in every war.
 */
export function joinedBy(lines: readonly PositionLine[], lexicon: SubjectLexicon): Joined {
  const byHolder = Map.groupBy(lines, ({ holder }) => holder);
  const reports = kept((holder) => new Set(pointsOf(byHolder, holder).flatMap(reportsOf)));
  const named = kept((holder) =>
    pointsOf(byHolder, holder)
      .flatMap(namesIn)
      .map((words) => stemsOf(words, lexicon)),
  );
  const stems = kept((holder) => [...stemsOf(holder, lexicon)]);
  const names = (a: string, b: string): boolean => {
    const its = stems(b);
    return its.length > 0 && named(a).some((words) => its.every((stem) => words.has(stem)));
  };
  const known = new Map<string, boolean>();
  return (a, b) => {
    const key = [a, b].sort().join('\n');
    let joined = known.get(key);
    if (joined === undefined) {
      joined = !reports(a).isDisjointFrom(reports(b)) || names(a, b) || names(b, a);
      known.set(key, joined);
    }
    return joined;
  };
}

function kept<V>(make: (holder: string) => V): (holder: string) => V {
  const known = new Map<string, V>();
  return (holder) => {
    const before = known.get(holder);
    if (before !== undefined) return before;
    const value = make(holder);
    known.set(holder, value);
    return value;
  };
}

const pointsOf = (byHolder: ReadonlyMap<string, readonly PositionLine[]>, holder: string): readonly PositionPoint[] =>
  (byHolder.get(holder) ?? []).flatMap(({ points }) => points);

const reportsOf = ({ evidence }: PositionPoint): readonly string[] => evidence.map(({ report }) => report);

/** Each by itself, so that no name is put together of two. */
const namesIn = ({ words, objects, by, condition }: PositionPoint): readonly string[] => [
  words,
  ...objects,
  ...(by?.party ? [by.party] : []),
  ...(condition === null ? [] : [condition]),
];
