import { idOf } from '../../text/digest.ts';

/** Reports and items share one index of words: even numbers are reports, odd ones items. */
export const numberOf = {
  report: (n: number): number => 2 * n,
  item: (n: number): number => 2 * n + 1,
} as const;

/** Made-up words by which hits are narrowed: a letter, and letters and digits that no tokenizer splits. */
export const markOf = {
  kind: (kind: string): string => `k${kind}`,
  party: (name: string): string => `p${idOf(name)}`,
  issue: (code: string): string => `i${idOf(code)}`,
  outlet: (name: string): string => `o${idOf(name)}`,
  speaker: (name: string): string => `s${idOf(name.toLowerCase())}`,
  report: (digest: string): string => `r${digest.slice(0, 24)}`,
} as const;
