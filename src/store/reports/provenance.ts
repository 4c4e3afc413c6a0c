import type { ReportHead as CopyHead, CopyLink, Provenance } from '../../consolidate/copies/copies.ts';
import type { Reading } from '../../record.ts';
import { slice } from '../../text/span.ts';

/** What copies are ordered by: as the report gives it, whatever the case file calls its outlet. */
export const provenanceOf = (reading: Reading, text: string): Provenance => ({
  outlet: reading.document.outlet,
  agency: reading.filing.agency && slice(text, reading.filing.agency),
  published: reading.document.published,
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
