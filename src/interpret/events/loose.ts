/** Amounts that count a part of what was counted before, or that say next to nothing. */
import type { Word } from '../../record.ts';
import type { Amount } from './amounts.ts';
import type { FigureLexicon } from './figure-lexicon.ts';

/** Whether a number is a part of what was counted before: "two of them", "two children among them", "among them two". */
export function isPart(
  words: readonly Word[],
  { first, last }: Amount,
  { outcomes, pronouns }: FigureLexicon,
): boolean {
  const lower = (i: number): string => words[i]?.lower ?? '';
  if (lower(last + 1) === 'among' && words[last]!.tag === 'NOUN') return true;
  if (lower(first - 2) === 'among' && pronouns.has(lower(first - 1))) return true;
  // "killing 14 of them" counts them.
  return lower(last) === 'of' && pronouns.has(lower(last + 1)) && !outcomes.has(lower(first - 1));
}

export function isLoose(words: readonly Word[], { core, last }: Amount, { loose }: FigureLexicon): boolean {
  for (let i = core; i < last; i++) if (loose.has(words[i]!.lower)) return true;
  return false;
}

/** "Killed nine and wounded many more": a loose amount of the same as before. */
export const isMore = (words: readonly Word[], { core, last }: Amount, { again }: FigureLexicon): boolean =>
  last - core > 1 && again.has(words[last - 1]!.lower);
