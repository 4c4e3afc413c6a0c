/** What the program is scored on, and where it lies. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Gold readings of eight of our own sample reports. */
export const SAMPLE_GOLD = at('../examples/keld-strait/gold');
export const SAMPLE_REPORTS = at('../examples/keld-strait/reports');

/** Our own readings of real reports, as stretches of texts in the shared corpora. */
export const READINGS = at('readings');

/** Short reports of our own on parties that nobody has heard of, with what a careful reader records. */
export const UNHEARD = at('unheard');

/** Real reports and what others made of them. They are not ours to publish, so they may be absent. */
export const SHARED = at('../../shared');

/** Scored by `--only`. */
export const CORPORA = ['samples', 'gold', 'fresh', 'unheard', 'polnear', 'exact'] as const;
export type Corpus = (typeof CORPORA)[number];

/** A place in the shared corpora, or `null` where it is absent. */
export function shared(path: string): string | null {
  const whole = `${SHARED}/${path}`;
  return existsSync(whole) ? whole : null;
}
