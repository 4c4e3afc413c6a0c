import type { Agreed } from '../../case.ts';
import { compare } from '../family.ts';
import { daysBetween } from '../positions/points.ts';
import { sameSubject } from '../positions/subject.ts';
import { eachOnce } from '../support.ts';
import { type Standing, type Telling, told } from './standing.ts';

/** How much the words that two share must tell. */
const SAME = 1.5;
/** What is granted in like words so many days apart may be of two things: aid is promised again every year. */
const ONE_TIME = 60;
/** Pieces of evidence shown for each party. */
const SHOWN = 5;

const grants = ({ point }: Standing): boolean => point.stance === 'accepts' || point.stance === 'offers';

/**
 * What several parties accept or offer in like words, at least one of them accepting: two offers alone may be rivals.
 * Left out where one of them, or anybody, makes it wait for a condition.
 */
export function agreedAmong(standing: readonly Standing[], telling: Telling): readonly Agreed[] {
  const granted = standing.filter((one) => grants(one) && one.point.condition === null);
  const taken = new Set<Standing>();
  const found: Agreed[] = [];
  for (const one of granted) {
    if (one.point.stance !== 'accepts' || taken.has(one)) continue;
    const alike = granted.filter(
      (other) =>
        other.line.issue === one.line.issue &&
        (other === one || (other.line.holder !== one.line.holder && isSame(one, other, telling))),
    );
    const parties = [...new Set(alike.map(({ line }) => line.holder))].sort();
    if (parties.length < 2) continue;
    for (const each of alike) taken.add(each);
    found.push({
      issue: one.line.issue,
      parties,
      lines: [...new Set(alike.map(({ line }) => line.id))].sort(),
      evidence: eachOnce(alike.flatMap(({ point }) => point.evidence.slice(0, SHOWN))),
    });
  }
  return found.sort((a, b) => compare(a.issue, b.issue) || compare(a.lines.join(), b.lines.join()));
}

/** In like words at one time, or by the same words of the same report: a joint agreement is a position of each who joins it. */
const isSame = (a: Standing, b: Standing, telling: Telling): boolean =>
  (a.turned === b.turned &&
    daysBetween(a.point.day, b.point.day) <= ONE_TIME &&
    sameSubject(a.stems, b.stems) &&
    told(a.stems, b.stems, telling) >= SAME) ||
  a.point.evidence.some(({ report, words }) =>
    b.point.evidence.some((other) => other.report === report && other.words === words),
  );
