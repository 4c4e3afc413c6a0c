import type { OriginalOf, OriginOf } from '../../case.ts';
import { type CopyLink, originatorOf, originsOf, type ReportHead } from '../../consolidate/copies/copies.ts';
import type { Queries } from '../database.ts';
import { copyHeadOf } from '../reports/provenance.ts';
import { readingOf } from '../reports/whole.ts';
import { LINKS_OF_COPY, PROVENANCE } from '../sql/reports.ts';

/** Where the words of one report come from, and the reports that they come from. */
export interface Sources {
  readonly originOf: OriginOf;
  readonly originalOf: OriginalOf;
}

/**
 * Where the words of one report come from: follows the links from it to the reports that it has words of, and from those
 * on. Reads only these.
 */
export async function sourcesFor(queries: Queries, caseId: number, report: string): Promise<Sources> {
  const heads = new Map<string, ReportHead>();
  const links: CopyLink[] = [];
  const open = [report];
  const seen = new Set(open);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const head = await queries.first<{ provenance: string; words: number }>(PROVENANCE, [caseId, id]);
    if (head) heads.set(id, copyHeadOf(id, head.provenance, head.words));
    for (const row of await queries.all<{ original: string; body: string }>(LINKS_OF_COPY, [caseId, id])) {
      links.push(JSON.parse(row.body) as CopyLink);
      if (seen.has(row.original)) continue;
      seen.add(row.original);
      open.push(row.original);
    }
  }
  if (links.length === 0) {
    const head = heads.get(report);
    const own = { originator: head ? originatorOf(head) : report, copyOf: null };
    return { originOf: () => own, originalOf: () => null };
  }
  const originals = new Map<string, Awaited<ReturnType<typeof readingOf>>>();
  for (const id of seen) if (id !== report) originals.set(id, await readingOf(queries, caseId, id));
  const origins = originsOf(links, (id) => heads.get(id));
  return {
    originOf(id, spans) {
      const { names, reports } = origins.originatorsOf([{ report: id, spans }]);
      const from = reports[0] ?? id;
      return { originator: names[0] ?? id, copyOf: from === id ? null : from };
    },
    originalOf: (id) => originals.get(id) ?? null,
  };
}
