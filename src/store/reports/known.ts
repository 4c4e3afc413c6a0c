import type { ReportHead } from '../../case.ts';
import { caseNames } from '../../consolidate/parties.ts';
import { isBefore, placeOf } from '../../consolidate/twins.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import { PRODUCERS } from '../sql/reports.ts';
import type { AskedReport } from '../store.ts';

/** Digests are asked for in lists of so many. */
const ASKED = 500;

/** Digests of reports that are there as this version reads them, and from no later place than the ones given. */
export async function knownAmong(
  context: Context,
  queries: Queries,
  reports: readonly (string | AskedReport)[],
): Promise<ReadonlySet<string>> {
  const names = caseNames(context.file());
  const given = new Map<string, AskedReport[]>();
  for (const report of reports) {
    const [digest, places] = typeof report === 'string' ? [report, []] : [report.text_sha256, [report]];
    given.set(digest, [...(given.get(digest) ?? []), ...places]);
  }
  const digests = [...given.keys()];
  const known = new Set<string>();
  for (let i = 0; i < digests.length; i += ASKED) {
    const some = digests.slice(i, i + ASKED);
    const sql = `${PRODUCERS}(${some.map(() => '?').join(', ')})`;
    const params = [context.caseId, context.producer, ...some];
    for (const { digest, head } of await queries.all<{ digest: string; head: string }>(sql, params)) {
      const places = given.get(digest)!;
      const isFirst =
        places.length === 0 ||
        !places.some((place) =>
          isBefore(
            { ...place, outlet: place.outlet === null ? null : names.outlet(place.outlet) },
            placeOf(JSON.parse(head) as ReportHead),
          ),
        );
      if (isFirst) known.add(digest);
    }
  }
  return known;
}
