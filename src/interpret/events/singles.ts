/** One person killed, hurt or taken, told without a number: "a woman was killed", "killing a child". */
import type { Word } from '../../record.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import type { Tally } from './figures.ts';

/** How many words may stand between the article and the noun. */
const INNER = 3;
/** How many words may stand between the noun and what became of them: "was later also". */
const BEHIND = 4;
/** How far behind a deed another one's clause may begin: "two died in Nerith and | another man died". */
const CLAUSE = 12;

/** The single people of a sentence whose fate its words tell right beside them. */
export function singlesIn(words: readonly Word[], first: number, last: number, lexicon: FigureLexicon): Tally[] {
  const found: Tally[] = [];
  const add = (from: number, end: number, outcome: number | null): void => {
    const what = outcome === null ? undefined : lexicon.outcomes.get(words[outcome]!.lower);
    if (outcome === null || what === undefined || what === 'displaced') return;
    found.push({
      first: from,
      last: end,
      core: from,
      low: 1,
      high: 1,
      vague: false,
      what,
      counted: 'people',
      end,
      outcome,
      toll: -1,
    });
  };
  for (let i = first; i < last; i++) {
    const { lower } = words[i]!;
    if (lower === 'one' && words[i + 1]?.lower === 'of') {
      const end = membersEnd(words, i + 2, last, lexicon);
      if (end > 0) add(i, end, fateBehind(words, end, last, lexicon) ?? fateBefore(words, i, first, lexicon));
      continue;
    }
    if (!lexicon.singles.has(lower)) continue;
    const article = articleOf(words, i, first, lexicon);
    if (article < 0) continue;
    const before = isListed(words, i) ? null : fateBefore(words, article, first, lexicon);
    const behind = fateBehind(words, i + 1, last, lexicon);
    // "five women and a child were killed": one of those told together.
    if (isJoined(words, article, first, lexicon)) continue;
    add(article, i + 1, behind ?? before);
  }
  return found;
}

/** "one of | their activists": the end of the noun for those it is one of; -1 where they are not people, or told before. */
function membersEnd(words: readonly Word[], from: number, last: number, lexicon: FigureLexicon): number {
  for (let i = from; i < Math.min(last, from + 2 + INNER); i++) {
    const { tag, lower } = words[i]!;
    if (lexicon.counted.get(lower) === 'people' && !lexicon.counted.has(words[i + 1]?.lower ?? '')) return i + 1;
    if (
      lexicon.pronouns.has(lower) ||
      (tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'PRON' && tag !== 'DET')
    )
      return -1;
  }
  return -1;
}

/** The article before a noun; -1 for none, or where it counts a part of others. */
function articleOf(words: readonly Word[], noun: number, first: number, lexicon: FigureLexicon): number {
  for (let i = noun - 1; i >= Math.max(first, noun - 1 - INNER); i--) {
    const { tag, lower } = words[i]!;
    // "including a child"
    if (lexicon.one.has(lower)) return i > first && lexicon.parts.has(words[i - 1]!.lower) ? -1 : i;
    if (tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'PROPN') return -1;
  }
  return -1;
}

/** Whether "and" before an article joins its noun to others, and not a clause to the one before. */
function isJoined(words: readonly Word[], article: number, first: number, lexicon: FigureLexicon): boolean {
  if (article <= first || words[article - 1]!.tag !== 'CCONJ') return false;
  for (let i = article - 2; i >= Math.max(first, article - CLAUSE); i--) {
    const { tag, lower } = words[i]!;
    if (tag === 'VERB') return false;
    if (tag === 'NUM' || lexicon.counted.has(lower) || lexicon.singles.has(lower)) return true;
  }
  return true;
}

/** "was killed", "has died": what became of those named right before; `null` for nothing. */
export function fateBehind(
  words: readonly Word[],
  from: number,
  last: number,
  { outcomes }: FigureLexicon,
): number | null {
  let be = false;
  for (let i = from; i < Math.min(last, from + BEHIND); i++) {
    const { tag, lower, lemma } = words[i]!;
    if (tag === 'VERB' && outcomes.has(lower)) return be || lemma === 'die' ? i : null;
    if (tag !== 'AUX' && tag !== 'ADV') return null;
    if (tag === 'AUX' && lemma === 'be') be = true;
  }
  return null;
}

/** "killing a woman and nine children", "killed a nurse, a driver": one of several. */
function isListed(words: readonly Word[], noun: number): boolean {
  const next = words[noun + 1];
  return next?.tag === 'CCONJ' || next?.text === ',' || next?.tag === 'DET' || next?.tag === 'NUM';
}

/** "killing | a woman": what became of those named right behind; `null` for nothing. */
export function fateBefore(
  words: readonly Word[],
  at: number,
  first: number,
  { outcomes }: FigureLexicon,
): number | null {
  const verb = words[at - 1];
  if (at - 1 < first || verb?.tag !== 'VERB' || !outcomes.has(verb.lower)) return null;
  return words[at - 2]?.lemma === 'be' ? null : at - 1;
}
