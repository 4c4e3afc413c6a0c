/** Times told by a unit of the calendar: "last week", "three days ago", "the past two months", "for two years". */
import { amountBefore } from './amount.ts';
import { at, type Expression, isCapital, type Meaning, point, type Scan, tagAt } from './expression.ts';
import type { Unit } from './lexicon.ts';

const isPlural = (scan: Scan, i: number): boolean => at(scan, i).endsWith('s');

/** Everything that a unit can end; in order, the first that fits. */
export function unit(scan: Scan, i: number): Expression | null {
  const kind = scan.lexicon.units.get(at(scan, i));
  if (kind === undefined) return null;
  return (
    fromHere(scan, i, kind) ??
    rolling(scan, i, kind) ??
    which(scan, i, kind) ??
    same(scan, i, kind) ??
    partOfUnit(scan, i, kind) ??
    duration(scan, i, kind)
  );
}

/** "two days ago", "a week earlier", "three months later", "ten days from now", "the day before". */
function fromHere(scan: Scan, i: number, kind: Unit): Expression | null {
  const { ago, textBack, textOn, following } = scan.lexicon;
  const next = at(scan, i + 1);
  const amount = amountBefore(scan, i);
  const make = (meaning: Meaning, first: number, last: number, rule: string): Expression =>
    point(first, last, meaning, rule);
  if (ago.has(next)) {
    if (amount?.value == null) return make({ is: 'vague' }, amount?.first ?? i, i + 2, 'vague');
    // "two years and a month ago": the coarser unit tells how exact it is.
    const coarser = unitBefore(scan, amount.first);
    if (coarser)
      return make(
        { is: 'offset', amount: -coarser.value, unit: coarser.unit, from: 'report' },
        coarser.first,
        i + 2,
        'ago',
      );
    return make({ is: 'offset', amount: -amount.value, unit: kind, from: 'report' }, amount.first, i + 2, 'ago');
  }
  if (amount && next === 'from' && (at(scan, i + 2) === 'now' || at(scan, i + 2) === 'today')) {
    if (amount.value === null) return make({ is: 'vague' }, amount.first, i + 3, 'vague');
    return make({ is: 'offset', amount: amount.value, unit: kind, from: 'report' }, amount.first, i + 3, 'ago');
  }
  // "the day before", "the week after": only where no clause follows, which would be what it is reckoned from.
  const one = at(scan, i - 1) === 'the' ? { value: 1, first: i - 1 } : null;
  const count = amount ?? one;
  const back = textBack.has(next);
  if (count && (back || textOn.has(next))) {
    const whole = next === 'before' || next === 'after' || next === 'prior';
    if (count === one && !whole) return null;
    const open = whole && !endsClause(scan, i + 2);
    if (open) return make({ is: 'vague' }, count.first, i + 2, 'from-what-follows');
    if (count.value === null) return make({ is: 'vague' }, count.first, i + 2, 'vague');
    // "a week earlier this month" is no such thing; "two days later than planned" neither.
    if (at(scan, i + 2) === 'than') return null;
    return make(
      { is: 'offset', amount: back ? -count.value : count.value, unit: kind, from: 'text' },
      count.first,
      i + 2,
      'from-text',
    );
  }
  if (
    (following.has(at(scan, i - 1)) || at(scan, i - 1) === 'previous' || at(scan, i - 1) === 'preceding') &&
    at(scan, i - 2) === 'the' &&
    !isPlural(scan, i)
  ) {
    const step = following.has(at(scan, i - 1)) ? 1 : -1;
    const from = scan.lexicon.which.has(at(scan, i - 1)) && step > 0 ? 'next' : 'text';
    return make({ is: 'offset', amount: step, unit: kind, from }, i - 2, i + 1, 'from-text');
  }
  return null;
}

/** "two years" right before word `end`, or before an "and" or comma there. */
function unitBefore(scan: Scan, end: number): { value: number; unit: Unit; first: number } | null {
  const i = at(scan, end - 1) === 'and' || at(scan, end - 1) === ',' ? end - 2 : end - 1;
  const unit = scan.lexicon.units.get(at(scan, i));
  const amount = unit && amountBefore(scan, i);
  return unit && amount && amount.value !== null ? { value: amount.value, unit, first: amount.first } : null;
}

/** Whether nothing follows that the words before could be reckoned from. */
function endsClause(scan: Scan, i: number): boolean {
  if (i >= scan.to) return true;
  const tag = tagAt(scan, i);
  return tag === 'PUNCT' || tag === 'CCONJ' || tag === 'VERB' || tag === 'AUX' || tag === 'ADP' || tag === 'PART';
}

/** "the past three days", "the last week", "the coming two months", "in the next 48 hours"; "recent weeks". */
function rolling(scan: Scan, i: number, kind: Unit): Expression | null {
  const { rolling: words, vague } = scan.lexicon;
  const amount = amountBefore(scan, i);
  const head = amount ? amount.first - 1 : i - 1;
  const step = words.get(at(scan, head));
  const the = at(scan, head - 1) === 'the' || at(scan, head - 1) === 'these';
  const first = the ? head - 1 : head;
  if (step !== undefined && step !== 0) {
    // "the last four months of 2030" do not end with the report.
    if (amount && at(scan, i + 1) === 'of') return null;
    if (amount && amount.value !== null && amount.value !== 1)
      return point(first, i + 1, { is: 'rolling', amount: amount.value, unit: kind, forward: step > 0 }, 'rolling');
    if (amount || isPlural(scan, i)) return point(first, i + 1, { is: 'vague' }, 'vague');
    if (the && kind !== 'quarter' && at(scan, i + 1) !== 'of')
      return point(first, i + 1, { is: 'rolling', amount: 1, unit: kind, forward: step > 0 }, 'rolling');
  }
  if (isPlural(scan, i) && vague.has(at(scan, i - 1)) && !amount)
    return point(the ? i - 2 : i - 1, i + 1, { is: 'vague' }, 'vague');
  return null;
}

/** "last week", "this month", "next year", "earlier this week" (a refiner takes in "earlier"), "the weekend". */
function which(scan: Scan, i: number, kind: Unit): Expression | null {
  if (isPlural(scan, i)) return null;
  const step = scan.lexicon.which.get(at(scan, i - 1));
  if (step !== undefined && kind !== 'minute' && kind !== 'hour') {
    if (kind === 'day' && step === 0)
      return point(i - 1, i + 1, { is: 'unit', unit: kind, step: 0, part: null }, 'unit');
    if (kind === 'day') return null;
    return point(i - 1, i + 1, { is: 'unit', unit: kind, step, part: null }, 'unit');
  }
  if (kind === 'weekend' && at(scan, i - 1) === 'the') return point(i - 1, i + 1, { is: 'weekend' }, 'weekend');
  if (scan.lexicon.sets.has(at(scan, i - 1))) return point(i - 1, i + 1, { is: 'set', unit: kind }, 'set');
  return null;
}

/** "the end of the year", "early in the week", "later in the day": the unit is the report's own. */
function partOfUnit(scan: Scan, i: number, kind: Unit): Expression | null {
  const link = at(scan, i - 2);
  if (at(scan, i - 1) !== 'the' || (link !== 'of' && link !== 'in')) return null;
  const { parts, nearer } = scan.lexicon;
  const word = at(scan, i - 3);
  const near = nearer.get(word);
  const part = near ?? parts.get(word);
  if (part === undefined || isPlural(scan, i) || at(scan, i + 1) === 'of') return null;
  if (kind === 'minute' || kind === 'hour' || kind === 'weekend' || (kind === 'day' && near === undefined)) return null;
  const first = at(scan, i - 4) === 'the' ? i - 4 : i - 3;
  return point(first, i + 1, { is: 'unit', unit: kind, step: 0, part: kind === 'day' ? null : part }, 'part');
}

/** "that day", "the same month". */
function same(scan: Scan, i: number, kind: Unit): Expression | null {
  if (isPlural(scan, i) || kind === 'minute' || kind === 'hour') return null;
  if (!scan.lexicon.same.has(at(scan, i - 1))) return null;
  const first = at(scan, i - 2) === 'the' || at(scan, i - 2) === 'that' ? i - 2 : i - 1;
  return point(first, i + 1, { is: 'same', unit: kind }, 'same');
}

/** "two days", "a three-week pause", "half a year". */
function duration(scan: Scan, i: number, kind: Unit): Expression | null {
  const end = at(scan, i - 1) === '-' ? i - 1 : i;
  const amount = amountBefore(scan, end);
  if (!amount || (amount.value === null && end < i) || isAge(scan, i + 1)) return null;
  if (
    kind === 'quarter' ||
    (amount.value === 1 &&
      at(scan, i - 1) !== 'one' &&
      end === i &&
      !scan.lexicon.beforeDuration.has(at(scan, amount.first - 1)))
  )
    return null;
  return point(amount.first, i + 1, { is: 'duration', unit: kind }, 'duration');
}

/** "a 25-year-old", "12 years old", "six years of age". */
const isAge = (scan: Scan, next: number): boolean =>
  scan.lexicon.age.has(at(scan, at(scan, next) === '-' || at(scan, next) === 'of' ? next + 1 : next));

/** "yesterday", "today", "overnight", "last night", "this morning", "daily". */
export function namedDay(scan: Scan, i: number): Expression | null {
  const { days, overnight, dayParts, which: steps, setWords, sets } = scan.lexicon;
  const word = at(scan, i);
  const step = days.get(word);
  if (step !== undefined) return point(i, i + 1, { is: 'unit', unit: 'day', step, part: null }, 'named-day');
  if (overnight.has(word)) return point(i, i + 1, { is: 'overnight' }, 'overnight');
  if (setWords.has(word) && (tagAt(scan, i - 1) === 'DET' || (isCapital(scan, i) && isCapital(scan, i + 1))))
    return null;
  if (setWords.has(word)) return point(i, i + 1, { is: 'set', unit: 'day' }, 'set');
  if (!dayParts.has(word)) return null;
  const before = at(scan, i - 1);
  if (sets.has(before)) return point(i - 1, i + 1, { is: 'set', unit: 'day' }, 'set');
  const by = before === 'same' || before === 'that' ? undefined : steps.get(before);
  if (by !== undefined && before !== 'past' && before !== 'current')
    return point(i - 1, i + 1, { is: 'unit', unit: 'day', step: by, part: null }, 'named-day');
  if (before === 'that' || before === 'same')
    return point(at(scan, i - 2) === 'the' ? i - 2 : i - 1, i + 1, { is: 'same', unit: 'day' }, 'same');
  return null;
}
