import { idOf } from '../../text/digest.ts';

/** Reports and items share one index of words: even numbers are reports, odd ones items. */
export const numberOf = {
  report: (n: number): number => 2 * n,
  item: (n: number): number => 2 * n + 1,
} as const;

const MOST = 5000;
const made = new Map<string, string>();

/** Letters and digits that stand for a name; those of names that come again and again are remembered. */
function digestOf(name: string): string {
  let digest = made.get(name);
  if (digest === undefined) {
    digest = idOf(name);
    if (made.size >= MOST) made.clear();
    made.set(name, digest);
  }
  return digest;
}

/** Made-up words by which hits are narrowed: a letter, and letters and digits that no tokenizer splits. */
export const markOf = {
  kind: (kind: string): string => `k${kind}`,
  party: (name: string): string => `p${digestOf(name)}`,
  issue: (code: string): string => `i${digestOf(code)}`,
  outlet: (name: string): string => `o${digestOf(name)}`,
  speaker: (name: string): string => `s${digestOf(name.toLowerCase())}`,
  report: (digest: string): string => `r${digest.slice(0, 24)}`,
} as const;
