import type { FigureKind, Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import { type Amount, amountAt } from './amounts.ts';
import type { Counted, FigureLexicon } from './figure-lexicon.ts';
import { isLoose, isMore, isPart } from './loose.ts';
import { fateAt, isActive, outcomeBefore, outcomeBehind, outcomeShared } from './outcomes.ts';

/** A number of a sentence that counts people or things. */
export interface Tally extends Amount {
  /** What became of those who are counted, or what they are; `null` where no word of the sentence says. */
  readonly what: FigureKind | null;
  readonly counted: Counted | null;
  /** The end of the noun that is counted, as a word index. */
  readonly end: number;
  /** The word that says what became of them; -1 for none. */
  readonly outcome: number;
  /** The word for a count of what was told before: "put the | number | at six"; -1 for none. */
  readonly toll: number;
  /** Who gives such a count, where the words right around it say. */
  readonly giver?: string | null;
}

/** How far after a number its outcome may stand. */
const REACH = 30;
/** How many words may stand between a number and the noun that it counts. */
const INNER = 8;
const INSIDE: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'DET', 'NUM']);

/** The counted noun after a number: people, weapons, things, or any other noun in the plural. */
function countedAfter(
  words: readonly Word[],
  from: number,
  last: number,
  lexicon: FigureLexicon,
): { counted: Counted | null; end: number } {
  let i = from;
  if (words[i]?.lower === 'of' && i + 1 < last) {
    i++;
    // "four of her crew"
    if (words[i]!.tag === 'PRON' && words[i + 1]?.tag === 'NOUN' && i + 1 < last) i++;
  }
  let counted: Counted | null = null;
  let end = from;
  let plural = -1;
  for (let k = 0; i < last && k < INNER; i++, k++) {
    const word = words[i]!;
    // "one rebel-held | district": what is counted stands behind.
    const joined = /^[-–]$/.test(words[i + 1]?.text ?? '') && words[i + 2]?.tag === 'VERB' && i + 2 < last;
    if (joined) {
      i += 2;
      continue;
    }
    const named = lexicon.counted.get(word.lower);
    const found = named === 'things' && i > from && lexicon.armed.has(words[i - 1]!.lower) ? 'weapons' : named;
    // "Nine rounds of talks"
    const shots = lexicon.shots.has(word.lower) && words[i + 1]?.lower === 'of';
    if (shots && lexicon.counted.get(words[i + 2]?.lower ?? '') !== 'weapons') break;
    if (found) {
      // "59 missile strikes": the noun behind is what is counted.
      const further = words[i + 1];
      if (
        (found === 'weapons' || found === 'things') &&
        !word.lower.endsWith('s') &&
        i + 1 < last &&
        further?.tag === 'NOUN' &&
        !lexicon.counted.has(further.lower)
      )
        continue;
      counted = found;
      end = i + 1;
      // "soldiers killed" ends here; "rebel fighters", "air raids" go on.
      const next = words[i + 1];
      if (!next || (next.tag !== 'NOUN' && !lexicon.counted.has(next.lower))) break;
      continue;
    }
    if (counted) break;
    // "In 2013 the rebels": the number is of something else.
    if (word.tag === 'DET' && i === from) break;
    if (lexicon.outcomes.has(word.lower) && word.tag === 'VERB') break;
    // "30 manoeuvring missiles"
    if (word.tag === 'VERB' && k === 0 && word.lower.endsWith('ing') && words[i + 1]?.tag === 'NOUN') continue;
    if (word.tag === 'NOUN') plural = word.lower.endsWith('s') && word.lemma !== word.lower ? i : -1;
    // "70 Halvian navy and militia fighters"
    if (word.tag === 'CCONJ' && k > 0 && plural < 0 && INSIDE.has(words[i + 1]?.tag ?? '')) continue;
    if (!INSIDE.has(word.tag) && word.text !== '-' && word.lower !== 'more' && word.lower !== 'square') break;
  }
  return counted === null && plural >= 0 ? { counted: 'open', end: plural + 1 } : { counted, end };
}

interface Toll {
  readonly word: number;
  /** The word that says what became of those counted; -1: whatever was told before. */
  readonly outcome: number;
  readonly what: FigureKind | null;
}

/** "the death toll could be over 50", "the number of people abducted stands at 220", "put the number at six". */
function tollBefore(words: readonly Word[], at: number, first: number, lexicon: FigureLexicon): Toll | null {
  for (let i = at - 1, k = 0; i >= first && k < 18; i--, k++) {
    const kind = lexicon.tolls.get(words[i]!.lower);
    if (kind === undefined) continue;
    const before = words[i - 1];
    if (i > first && lexicon.outcomes.has(before!.lower)) return { word: i, outcome: i - 1, what: null };
    for (let j = i + 1; j < at; j++)
      if (lexicon.outcomes.has(words[j]!.lower)) return { word: i, outcome: j, what: null };
    if (words[i + 1]?.lower !== 'of') return { word: i, outcome: -1, what: kind };
    // "The number of massed soldiers reaches ..." counts people; "the number of breaches" something else.
    for (let j = i + 2; j < Math.min(at, i + 5); j++)
      if (lexicon.counted.get(words[j]!.lower) === 'people') return { word: i, outcome: -1, what: 'other' };
    return null;
  }
  return null;
}

/** How few words may stand between a count and the next one of the same: "of at least 17, Maravet of nine". */
const NEXT_TOLL = 5;

/** Whether a number stands for a time, a distance, an age, money, a share, or a name. */
function isMeasure(words: readonly Word[], a: Amount, first: number, last: number, lexicon: FigureLexicon): boolean {
  const after = words[a.last];
  const before = words[a.core - 1];
  if (after && a.last < last) {
    if (lexicon.measures.has(after.lower)) return true;
    if (/^[-–]$/.test(after.text) && !after.spaced) return true;
    if (after.lower === 'square') return false;
    if (/^[%$€£/:]/.test(after.text)) return true;
  }
  if (before && a.core - 1 >= first) {
    if (lexicon.measures.has(before.lower) || /^[$€£#.]$/.test(before.text)) return true;
    if (/^[-–/:]$/.test(before.text) && !words[a.core]!.spaced) return true;
    // "Nord Stream 1", "Group of Seven": a name goes on into the number.
    if (
      before.tag === 'PROPN' &&
      !words[a.core]!.lower.match(/^\d{2,}/) &&
      !(after && lexicon.counted.has(after.lower)) &&
      !(after && lexicon.outcomes.has(after.lower))
    )
      return true;
  }
  return false;
}

/** The numbers of a sentence that count people, weapons or things, in order. Work grows with its words. */
export function talliesIn({ words, timeOf }: Scene, first: number, last: number, lexicon: FigureLexicon): Tally[] {
  const amounts: Amount[] = [];
  for (let i = first; i < last; i++) {
    const word = words[i]!;
    if (
      word.tag !== 'NUM' &&
      !lexicon.vague.has(word.lower) &&
      !lexicon.small.has(word.lower) &&
      !lexicon.large.has(word.lower) &&
      !lexicon.fractions.has(word.lower)
    )
      continue;
    if (word.lower === 'many' && words[i - 1]?.lower === 'as') continue;
    // "the Three Harbours Alliance": a part of a name.
    if (i > first && /^[A-Z][a-z]/.test(word.text) && words[i + 1]?.tag === 'PROPN' && words[i - 1]!.text !== '.')
      continue;
    const amount = amountAt(words, i, first, last, lexicon);
    if (!amount) continue;
    i = amount.last - 1;
    if (!isPart(words, amount, lexicon) && !isMeasure(words, amount, first, last, lexicon)) amounts.push(amount);
  }
  const tallies: Tally[] = [];
  amounts.forEach((a, k) => {
    // "Five civilians, including three children, were killed": a part does not end what is told of the whole.
    let behind = k + 1;
    while (amounts[behind] && lexicon.parts.has(words[amounts[behind]!.first - 1]!.lower)) behind++;
    const next = amounts[behind]?.first ?? last;
    const { counted, end } = countedAfter(words, a.last, last, lexicon);
    if (lexicon.measures.has(words[end - 1]?.lower ?? '') && end > a.last) return;
    if (words[a.core]!.lower === 'one' && words[a.last]?.lower === 'of') return;
    const from = a.first - 1;
    // A year stands alone; so does a part of what was counted before.
    const value = a.low ?? a.high;
    const bare = counted === null;
    if (
      bare &&
      value !== null &&
      value >= 1900 &&
      value < 2100 &&
      a.last - a.core === 1 &&
      a.first === a.core &&
      words[a.core]!.text.length === 4
    )
      return;
    if (from >= first && lexicon.parts.has(words[from]!.lower)) return;
    // "15 of the 350 hostages": the first is the figure.
    const before = amounts[k - 1];
    if (before && words[before.last]?.lower === 'of' && a.first - before.last <= 2) return;
    const previous = tallies.at(-1);
    let outcome = outcomeBefore(words, a.first, first, lexicon);
    // "4 killed, over 43 injured": the word before belongs to the number before it.
    if (
      outcome >= 0 &&
      previous &&
      previous.outcome === outcome &&
      // "Two car bombs killed at least 25": bombs do not die.
      (previous.counted === 'people' || previous.counted === null || previous.counted === 'open') &&
      outcome >= previous.end &&
      outcome - previous.end <= 2
    )
      outcome = -1;
    // "A woman killed 30 injured": the word behind belongs to this number.
    if (outcome >= 0 && words[outcome]!.tag === 'VERB' && !words[outcome]!.lower.endsWith('ing')) {
      const behind = outcomeBehind(words, a.last, last, lexicon);
      if (behind >= 0 && lexicon.outcomes.get(words[behind]!.lower) !== lexicon.outcomes.get(words[outcome]!.lower))
        outcome = behind;
    }
    if (outcome < 0) {
      let verb = -1;
      for (let i = Math.max(a.last, end - 1), n = 0; i < Math.min(next, last) && n < REACH; i++, n++) {
        const { lower, tag } = words[i]!;
        if (!lexicon.outcomes.has(lower)) {
          if (tag === 'VERB' && i >= end) verb = i;
          continue;
        }
        // "112 people sank, and both blamed each other for the dead": those are others. "Were confirmed dead" are these.
        if (tag !== 'VERB' && verb >= 0 && verb < i - 1) break;
        // "Left seven people | injured": nothing else can be meant.
        const left = i === Math.max(end, a.last) && lexicon.leaving.has(words[from]?.lower ?? '');
        // "273 injured | Saturday": a day is nobody's object.
        if (!left && (timeOf[i + 1] ?? -1) < 0 && isActive(words, i, first, last, lexicon)) break;
        // "31 wounded", "45 people dead": right after, or after a noun that names people.
        if (bare && i > a.last + 6 && !a.vague) break;
        outcome = i;
        break;
      }
    }
    let toll: Toll | null = null;
    // "a death toll of 34 civilians"
    if (outcome < 0 && (bare || counted === 'people')) {
      toll = tollBefore(words, a.first, first, lexicon);
      if (!toll && previous && previous.toll >= 0 && a.first - previous.end <= NEXT_TOLL)
        toll = { word: a.first - 1, outcome: previous.outcome, what: previous.what };
      if (toll) outcome = toll.outcome;
    }
    if (outcome < 0 && counted === 'people' && previous) outcome = outcomeShared(words, a, previous, lexicon);
    let what: FigureKind | null = outcome >= 0 ? fateAt(words, outcome, lexicon) : (toll?.what ?? null);
    // "killing and injuring a number of soldiers": both under one number
    if (outcome >= 2 && outcome < a.first && /^(?:and|or)$/.test(words[outcome - 1]!.lower)) {
      const other = lexicon.outcomes.get(words[outcome - 2]!.lower);
      if (other && other !== what && words[outcome - 2]!.tag === 'VERB') what = 'other';
    }
    // "dead and wounded" under one number
    const joined = words[outcome + 1]?.lower;
    if (outcome > a.core && (joined === 'and' || joined === 'or')) {
      const other = lexicon.outcomes.get(words[outcome + 2]?.lower ?? '');
      if (other && other !== what && words[outcome + 2]!.tag !== 'NUM') what = 'other';
    }
    if (counted === 'weapons' || counted === 'things') {
      if (what !== null && counted === 'things') {
        what = null;
        outcome = -1;
      } else if (counted === 'weapons') what = 'weapons';
    }
    if (counted === 'casualties') what ??= 'other';
    // "Several villages", "many things": an amount only of people whose fate is told.
    if (
      a.vague &&
      isLoose(words, a, lexicon) &&
      (what === null || (counted !== 'people' && !isMore(words, a, lexicon)))
    )
      return;
    // "it holds 19": only the verb right before tells what is counted.
    if (what === null && bare && !toll && (a.first === first || words[a.first - 1]!.tag !== 'VERB')) return;
    // "killed | in two other districts": where it was, not what was done to them.
    const stand = words[from]?.lower === 'the' ? from - 1 : from;
    if ((what === null || counted === 'things') && stand >= first && lexicon.where.has(words[stand]!.lower)) return;
    tallies.push({ ...a, what, counted, end: Math.max(end, a.last), outcome, toll: toll?.word ?? -1 });
  });
  for (let k = tallies.length - 2; k >= 0; k--) {
    // "12 men and two women were abducted"
    const [one, next] = [tallies[k]!, tallies[k + 1]!];
    if (one.what !== null || one.counted !== 'people' || next.outcome < next.end || next.counted !== 'people') continue;
    if (next.first - one.end > 1 || !/^(?:and|,)$/.test(words[one.end]?.lower ?? '')) continue;
    tallies[k] = { ...one, what: next.what, outcome: next.outcome };
  }
  return tallies;
}
