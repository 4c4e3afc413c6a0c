/** One person killed, hurt or taken, told without a number: "a woman was killed", "killing a child". */
import type { Word } from '../../record.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import type { Tally } from './figures.ts';

/** How many words may stand between the article and the noun. */
const INNER = 3;
/** How many words may stand between the noun and what became of them: "was later also". */
const BEHIND = 4;

/** The single people of a sentence whose fate its words tell right beside them. */
export function singlesIn(words: readonly Word[], first: number, last: number, lexicon: FigureLexicon): Tally[] {
  const found: Tally[] = [];
  for (let i = first; i < last; i++) {
    if (!lexicon.singles.has(words[i]!.lower)) continue;
    const article = articleOf(words, i, first, lexicon);
    if (article < 0) continue;
    const outcome = fateBehind(words, i + 1, last, lexicon) ?? fateBefore(words, article, i, first, lexicon);
    const what = outcome === null ? undefined : lexicon.outcomes.get(words[outcome]!.lower);
    if (outcome === null || what === undefined || what === 'displaced') continue;
    const amount = { first: article, last: i + 1, core: article, low: 1, high: 1, vague: false };
    found.push({ ...amount, what, counted: 'people', end: i + 1, outcome, toll: -1 });
  }
  return found;
}

/** The article before a noun, which no part of a larger number may open; -1 for none. */
function articleOf(words: readonly Word[], noun: number, first: number, lexicon: FigureLexicon): number {
  for (let i = noun - 1; i >= Math.max(first, noun - 1 - INNER); i--) {
    const { tag, lower } = words[i]!;
    if (lexicon.one.has(lower)) {
      const before = i > first ? words[i - 1]! : undefined;
      // "five women and a child", "including a child": a part of what is counted with them.
      return before && (before.tag === 'CCONJ' || lexicon.parts.has(before.lower)) ? -1 : i;
    }
    if (tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'PROPN') return -1;
  }
  return -1;
}

/** "was killed", "has died": what became of those named right before; `null` for nothing. */
function fateBehind(words: readonly Word[], from: number, last: number, { outcomes }: FigureLexicon): number | null {
  let be = false;
  for (let i = from; i < Math.min(last, from + BEHIND); i++) {
    const { tag, lower, lemma } = words[i]!;
    if (tag === 'VERB' && outcomes.has(lower)) return be || lemma === 'die' ? i : null;
    if (tag !== 'AUX' && tag !== 'ADV') return null;
    if (tag === 'AUX' && lemma === 'be') be = true;
  }
  return null;
}

/** "killing | a woman": what became of those named right behind; `null` for nothing. */
function fateBefore(
  words: readonly Word[],
  article: number,
  noun: number,
  first: number,
  { outcomes }: FigureLexicon,
): number | null {
  const verb = words[article - 1];
  // "killing a woman and nine children", "killed a nurse, a driver": one of several.
  const next = words[noun + 1];
  if (next?.tag === 'CCONJ' || next?.text === ',' || next?.tag === 'DET' || next?.tag === 'NUM') return null;
  if (article - 1 < first || verb?.tag !== 'VERB' || !outcomes.has(verb.lower)) return null;
  return words[article - 2]?.lemma === 'be' ? null : article - 1;
}
