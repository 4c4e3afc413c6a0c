import type { ReportHead } from '../../case.ts';
import type { ReportHead as CopyHead, CopyLink, Provenance } from '../../consolidate/copies/copies.ts';

/** What copies are ordered by, the outlet under the case's name for it. */
export const provenanceOf = ({ outlet, agency, published, day }: ReportHead): Provenance => ({
  outlet,
  agency,
  published: day === null || published?.startsWith(day) ? published : day,
});

export const copyHeadOf = (id: string, provenance: string, words: number): CopyHead => ({
  id,
  ...(JSON.parse(provenance) as Provenance),
  words,
});

/** The earlier report that most of a report is copied from; `null` for none. */
export function mostCopied(links: readonly CopyLink[]): string | null {
  let best: CopyLink | null = null;
  for (const link of links) {
    if (link.kind !== 'full' && link.kind !== 'near') continue;
    if (best === null || link.shareOfCopy > best.shareOfCopy) best = link;
  }
  return best?.original ?? null;
}
