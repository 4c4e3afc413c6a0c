import type { Word } from '../../record.ts';
import type { FigureLexicon, PhraseTable } from './figure-lexicon.ts';

/** A number as a report tells it, with its bounds. */
export interface Amount {
  /** Words `[first, last)`, bounds included. */
  readonly first: number;
  readonly last: number;
  /** The number itself. */
  readonly core: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the words fix no number ("dozens"). */
  readonly vague: boolean;
}

interface Core {
  readonly last: number;
  readonly low: number | null;
  readonly high: number | null;
}

const DIGITS = /^\d{1,3}(?:,\d{3})+$|^\d+$/;
const DECIMAL = /^\d+\.\d+$/;

/** The longest phrase that begins at a word: where it ends; -1 for none. */
function phraseEnd(words: readonly Word[], at: number, last: number, phrases: PhraseTable): number {
  for (const rest of phrases.get(words[at]?.lower ?? '') ?? []) {
    if (at + rest.length < last && rest.every((w, k) => words[at + 1 + k]!.lower === w)) return at + 1 + rest.length;
  }
  return -1;
}

/** The longest phrase that ends at a word, going back: where it begins; -1 for none. */
function phraseStart(words: readonly Word[], at: number, first: number, phrases: PhraseTable): number {
  for (const rest of phrases.get(words[at]?.lower ?? '') ?? []) {
    if (at - rest.length >= first && rest.every((w, k) => words[at - 1 - k]!.lower === w)) return at - rest.length;
  }
  return -1;
}

/** A number in words or figures that begins at a word, without bounds. */
function numberAt(
  words: readonly Word[],
  at: number,
  last: number,
  lexicon: FigureLexicon,
): { value: number; last: number } | null {
  const { small, large } = lexicon;
  const word = words[at]!;
  let value: number;
  let i = at + 1;
  const part = lexicon.fractions.get(word.lower);
  if (part !== undefined) {
    // "half a million", "a quarter of a million"
    const unit = words[i]?.lower === 'of' ? i + 2 : i + 1;
    const whole = unit < last && words[unit - 1]!.lower === 'a' ? large.get(words[unit]!.lower) : undefined;
    return whole === undefined ? null : { value: part * whole, last: unit + 1 };
  }
  if (DIGITS.test(word.lower)) {
    value = Number(word.lower.replaceAll(',', ''));
    // Thousands set off by a space: "14 000".
    while (word.lower.length <= 3 && i < last && /^\d{3}$/.test(words[i]!.lower) && value > 0) {
      value = value * 1000 + Number(words[i]!.lower);
      i++;
    }
  } else if (DECIMAL.test(word.lower)) {
    if (!large.has(words[i]?.lower ?? '')) return null;
    value = Number(word.lower);
  } else {
    const first = small.get(word.lower);
    if (first === undefined) {
      const unit = large.get(word.lower);
      const article = words[at - 1]?.lower;
      if (unit === undefined || article !== 'a') return null;
      value = unit;
    } else {
      value = first;
      if (first >= 20) {
        const next = words[i]?.text === '-' ? i + 1 : i;
        const units = next < last ? small.get(words[next]!.lower) : undefined;
        if (units !== undefined && units < 10) {
          value += units;
          i = next + 1;
        }
      }
    }
  }
  while (i < last) {
    const unit = large.get(words[i]!.lower);
    if (unit === undefined) break;
    value *= unit;
    i++;
    // "two hundred and fifty"
    const next = words[i]?.lower === 'and' ? i + 1 : i;
    const rest = next < last ? small.get(words[next]!.lower) : undefined;
    if (rest !== undefined && unit >= 100 && rest < unit) {
      const more = numberAt(words, next, last, lexicon)!;
      value += more.value;
      i = more.last;
    }
  }
  return { value: Math.round(value * 1000) / 1000, last: i };
}

/** A number, a range of numbers, or a vague amount that begins at a word. */
function coreAt(words: readonly Word[], at: number, last: number, lexicon: FigureLexicon): Core | null {
  const vague = phraseEnd(words, at, last, lexicon.vague);
  if (vague > 0) return { last: vague, low: null, high: null };
  const first = numberAt(words, at, last, lexicon);
  if (!first) return null;
  const link = words[first.last];
  if (link && first.last + 1 < last) {
    const joined =
      /^[-–]$/.test(link.text) ||
      link.lower === 'to' ||
      link.lower === 'or' ||
      (link.lower === 'and' && words[at - 1]?.lower === 'between');
    const second = joined ? numberAt(words, first.last + 1, last, lexicon) : null;
    if (second && second.value > first.value) {
      // "9 to 12 thousand"
      const thousands = second.last > first.last + 2 || /^\d{2,3},000$/.test(words[first.last + 1]!.lower);
      const factor = first.value < 1000 && second.value >= 1000 && thousands ? 1000 : 1;
      return { last: second.last, low: first.value * factor, high: second.value };
    }
  }
  return { last: first.last, low: first.value, high: first.value };
}

/** The amount that begins at a word, with the bounds around it; `null` where none does. `first` opens the sentence. */
export function amountAt(
  words: readonly Word[],
  at: number,
  first: number,
  last: number,
  lexicon: FigureLexicon,
): Amount | null {
  const core = coreAt(words, at, last, lexicon);
  // "How many people died": asked, not told.
  if (!core || (at > first && words[at - 1]!.lower === 'how')) return null;
  let { low, high } = core;
  let from = at;
  let to = core.last;
  const vague = low === null;
  for (let i = at - 1, skipped = 0; i >= first && skipped < 4; skipped++) {
    const least = phraseStart(words, i, first, lexicon.least);
    const most = least < 0 ? phraseStart(words, i, first, lexicon.most) : -1;
    if (least >= 0 || most >= 0) {
      from = least >= 0 ? least : most;
      if (least >= 0) high = null;
      else low = null;
      break;
    }
    if (!lexicon.about.has(words[i]!.lower)) break;
    i--;
  }
  const behind = phraseEnd(words, to, last, lexicon.leastAfter);
  // "in 2011 at least 280 people died": the bound belongs to the number behind it.
  const least = behind > 0 && words[behind]?.tag === 'NUM' ? -1 : behind;
  const most = least < 0 ? phraseEnd(words, to, last, lexicon.mostAfter) : -1;
  if (least > 0) {
    high = null;
    to = least;
  } else if (most > 0) {
    low = null;
    to = most;
  }
  return { first: from, last: to, core: at, low, high, vague };
}
