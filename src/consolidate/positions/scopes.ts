import type { Evidence, PositionLine, PositionPoint } from '../../case.ts';
import { compare } from '../family.ts';
import { plainName } from '../parties.ts';
import { eachOnce } from '../support.ts';
import { daysBetween, type Gathered } from './points.ts';
import { sameSubject } from './subject.ts';

/** Reports this far apart may tell of two demands. */
const ONE_TIME = 30;

/**
 * Where reports that did not copy each other give one demand different reach. Empty where they agree. Only demands and
 * refusals with one subject that share some of what they reach to are compared; of several, those with the most evidence.
 */
export function scopesIn(gathered: readonly Gathered[]): PositionLine['scopes'] {
  const withReach = gathered.filter(({ point }) => point.objects.length > 0);
  let best: PositionLine['scopes'] = [];
  let most = 0;
  for (const [i, one] of withReach.entries()) {
    const alike = withReach.slice(i).filter((other) => other === one || isSameDemand(one, other));
    const scopes = new Map<string, { objects: readonly string[]; evidence: Evidence[] }>();
    for (const { point } of alike) {
      const key = [...new Set(point.objects.map(plainName))].sort().join('|');
      const scope = scopes.get(key) ?? { objects: point.objects, evidence: [] };
      scope.evidence.push(...point.evidence);
      scopes.set(key, scope);
    }
    const count = alike.reduce((sum, { point }) => sum + point.evidence.length, 0);
    if (scopes.size < 2 || count <= most || !independent([...scopes.values()])) continue;
    most = count;
    best = [...scopes]
      .sort(([a], [b]) => compare(a, b))
      .map(([, { objects, evidence }]) => ({ objects, evidence: eachOnce(evidence) }));
  }
  return best;
}

function isSameDemand({ point: a, stems }: Gathered, { point: b, stems: its }: Gathered): boolean {
  return a.stance === b.stance && daysBetween(a.day, b.day) <= ONE_TIME && shareObject(a, b) && sameSubject(stems, its);
}

const shareObject = (a: PositionPoint, b: PositionPoint): boolean => {
  const objects = new Set(a.objects.map(plainName));
  return b.objects.some((object) => objects.has(plainName(object)));
};

/** Whether some two of them come from different originators. */
const independent = (scopes: readonly { readonly evidence: readonly Evidence[] }[]): boolean =>
  new Set(scopes.flatMap(({ evidence }) => evidence.map(({ originator }) => originator))).size > 1;
