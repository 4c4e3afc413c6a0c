/** Times that a single name tells: a month, a weekday, a season, a quarter, a year, a decade. */
import {
  at,
  dateOf,
  dayAt,
  type Expression,
  figures,
  isCapital,
  isFigure,
  isName,
  type Meaning,
  point,
  type Scan,
  tagAt,
  yearAt,
} from './expression.ts';

/** -1, 0 or 1 from the word before ("last March"), and where the expression begins then. */
function stepBefore(scan: Scan, i: number): { first: number; step: number | null } {
  const step = scan.lexicon.which.get(at(scan, i - 1));
  return step === undefined ? { first: i, step: null } : { first: i - 1, step };
}

/** A year after the name ("March 2031" is a written date; this is for seasons and quarters). */
function yearAfter(scan: Scan, i: number): { last: number; year: number | null } {
  const here = yearAt(scan, i);
  if (here !== null) return { last: i + 1, year: here };
  if (at(scan, i) === 'of' || at(scan, i) === ',' || at(scan, i) === 'in') {
    const year = yearAt(scan, i + 1);
    if (year !== null) return { last: i + 2, year };
  }
  return { last: i, year: null };
}

/** A month by itself: "in March", "last May". */
export function month(scan: Scan, i: number): Expression | null {
  const { months, doubtful, leadsIn } = scan.lexicon;
  const word = at(scan, i);
  const number = months.get(word);
  if (number === undefined || !isName(scan, i)) return null;
  if (doubtful.has(word) && !leadsIn.has(at(scan, i - 1)) && at(scan, i - 1) !== '-' && at(scan, i - 1) !== '–')
    return null;
  // A name: "by May Ostra", "in March Street".
  if (
    doubtful.has(word) &&
    tagAt(scan, i + 1) === 'PROPN' &&
    isCapital(scan, i + 1) &&
    yearAt(scan, i + 1) === null &&
    at(scan, i - 1) !== 'in'
  )
    return null;
  const { first, step } = stepBefore(scan, i);
  return point(first, i + 1, dateOf({ month: number }, step), 'month');
}

/** "Thursday", "last Tuesday", "Mon." beside a date. */
export function weekday(scan: Scan, i: number): Expression | null {
  const { weekdays, doubtful, sets } = scan.lexicon;
  const word = at(scan, i);
  // "Mondays raids", its apostrophe lost; "on Mondays" is a habit.
  const next = scan.words[i + 1];
  const deed = next?.tag === 'NOUN' || next?.tag === 'ADJ' || (next?.tag === 'VERB' && next.lower.endsWith('ing'));
  const owner = word.endsWith('s') && deed && isCapital(scan, i) && at(scan, i - 1) !== 'on';
  const number = weekdays.get(word) ?? (owner ? weekdays.get(word.slice(0, -1)) : undefined);
  if (number === undefined || !isName(scan, i)) return null;
  if (doubtful.has(word)) {
    const next = at(scan, i + 1) === ',' ? i + 2 : i + 1;
    if (
      !scan.lexicon.months.has(at(scan, next)) &&
      !(dayAt(scan, next) !== null && scan.lexicon.months.has(at(scan, next + 1)))
    )
      return null;
  }
  if (sets.has(at(scan, i - 1))) return point(i - 1, i + 1, { is: 'set', unit: 'day' }, 'set');
  // "the following Friday" is reckoned from something that the words before tell.
  if (scan.lexicon.following.has(at(scan, i - 1)) && !scan.lexicon.which.has(at(scan, i - 1)))
    return point(at(scan, i - 2) === 'the' ? i - 2 : i - 1, i + 1, { is: 'vague' }, 'vague');
  const { first, step } = stepBefore(scan, i);
  return point(first, i + 1, dateOf({ weekday: number }, step), 'weekday');
}

/** "the", "its", the "'s" of an owner. */
const isDeterminer = (scan: Scan, i: number): boolean => {
  const tag = tagAt(scan, i);
  return tag === 'DET' || tag === 'PRON' || tag === 'PART';
};

/** A number of four figures where only a year stands: "in 2014", "the 2014 accord", "2014-15", "2022/23". */
export function year(scan: Scan, i: number): Expression | null {
  const { leadsIn, range, units } = scan.lexicon;
  const word = at(scan, i);
  if (word.length === 7 && (word[4] === '/' || word[4] === '-')) return twoYears(i, figures(word, 4), word.slice(5));
  const value = yearAt(scan, i);
  if (value === null || value < 1500 || value > 2150) return null;
  const next = at(scan, i + 1);
  if (value < 1800 && !(at(scan, i - 1) === 'in')) return null;
  // An amount: "2,000" has its own form, but "in 2014 cases", "after 1945 days" may stand so.
  if (units.has(next) || next === '%' || next === 'percent') return null;
  if (
    (next === '-' || next === '–') &&
    at(scan, i + 2).length === 2 &&
    scan.words[i + 2]!.start === scan.words[i]!.end + 1
  ) {
    const two = twoYears(i, value, at(scan, i + 2));
    if (two) return { ...two, last: i + 3 };
  }
  const before = at(scan, i - 1);
  const tag = tagAt(scan, i + 1);
  const counted = tag === 'NOUN' && scan.words[i + 1]!.lemma !== next;
  const listed = before === 'and' || before === 'or' || before === 'to';
  const led = (leadsIn.has(before) && (!listed || yearAt(scan, i - 2) !== null)) || before === 'year';
  const inRange = range.has(before) && before !== 'to' && yearAt(scan, i - 2) !== null;
  if (led || inRange) {
    if (counted && before !== 'in' && before !== 'since') return null;
    if (
      (before === 'to' ||
        before === 'by' ||
        before === 'about' ||
        before === 'around' ||
        before === 'and' ||
        before === 'or' ||
        before === 'between' ||
        before === 'of' ||
        before === 'on') &&
      tag === 'NOUN'
    )
      return null;
    return point(before === 'year' ? i - 1 : i, i + 1, dateOf({ year: value }), 'year');
  }
  if (before === '-' && scan.lexicon.parts.has(at(scan, i - 2)))
    return point(i, i + 1, dateOf({ year: value }), 'year');
  // "the 2014 accord", "its 2014 invasion": a single thing of that year.
  if (
    (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ') &&
    !counted &&
    value >= 1800 &&
    (isDeterminer(scan, i - 1) || (tagAt(scan, i - 1) === 'ADJ' && isDeterminer(scan, i - 2)))
  )
    return point(i, i + 1, dateOf({ year: value }), 'year-of-thing');
  // "2014–2022", without a word before it.
  if (range.has(next) && next !== 'and' && next !== 'to' && yearAt(scan, i + 2) !== null)
    return point(i, i + 1, dateOf({ year: value }), 'year');
  // "(2014)", "2014:", "Lorn, 2014"; and lists "2014, 2015 and 2016".
  const after =
    i + 1 >= scan.to || next === ')' || next === ',' || next === '.' || next === ':' || next === 'and' || next === 'or';
  if (before === '(' && (next === ')' || range.has(next))) return point(i, i + 1, dateOf({ year: value }), 'year');
  if (after && (before === ',' || before === 'and') && yearAt(scan, i - 2) !== null)
    return point(i, i + 1, dateOf({ year: value }), 'year');
  return null;
}

/** "2014-15": the second by its last two figures. */
function twoYears(i: number, from: number, ending: string): Expression | null {
  const short = ending.length === 2 ? figures(ending, 2) : -1;
  if (short < 0 || from < 1800 || from > 2150) return null;
  const to = from - (from % 100) + short;
  if (to <= from || to - from > 20) return null;
  return point(i, i + 1, { is: 'range', from: dateOf({ year: from }), to: dateOf({ year: to }) }, 'year');
}

/** Whether figures tell the year after `year`, in full or by its last two. */
const follows = (year: number, word: string): boolean =>
  (word.length === 2 && figures(word, 2) === (year + 1) % 100) || (word.length === 4 && figures(word, 4) === year + 1);

/** "spring 2022", "last summer", "the winter of 2021-22", "this autumn". */
export function season(scan: Scan, i: number): Expression | null {
  const { seasons, doubtfulSeasons, opensRange } = scan.lexicon;
  const word = at(scan, i);
  const number = seasons.get(word);
  if (number === undefined) return null;
  const { first, step } = stepBefore(scan, i);
  const after = yearAfter(scan, i + 1);
  let { last, year } = after;
  // A winter of two years: "winter 2021-22", "the winter of 2021/22".
  let both = false;
  if (number === 4) {
    const [mark, short] = [at(scan, last), at(scan, last + 1)];
    if (year !== null && (mark === '-' || mark === '–') && follows(year, short)) {
      both = true;
      last += 2;
    }
    const head = at(scan, i + 1) === 'of' ? i + 2 : i + 1;
    const joined = at(scan, head);
    if (year === null && joined.length === 7 && joined[4] === '/' && follows(figures(joined, 4), joined.slice(5))) {
      both = true;
      year = figures(joined, 4);
      last = head + 1;
    }
  }
  if (year === null && step === null) {
    const before = at(scan, i - 1);
    const led =
      before === 'in' ||
      before === 'since' ||
      before === 'until' ||
      before === 'by' ||
      before === 'during' ||
      before === 'through';
    const the =
      before === 'the' &&
      (at(scan, i - 2) === 'in' ||
        at(scan, i - 2) === 'by' ||
        at(scan, i - 2) === 'since' ||
        at(scan, i - 2) === 'until');
    const part = scan.lexicon.parts.has(before);
    if (!led && !the && !part) return null;
    if (doubtfulSeasons.has(word) && tagAt(scan, i) !== 'NOUN' && tagAt(scan, i) !== 'PROPN') return null;
    if (tagAt(scan, i + 1) === 'NOUN' || at(scan, i + 1) === 'of') return null;
  }
  if (opensRange.has(word)) return null;
  return point(first, last, { is: 'season', season: number, year, both, step }, 'season');
}

/** "Q1 2022", "the first quarter of 2022", "the second half of the year", "H1". */
export function quarter(scan: Scan, i: number): Expression | null {
  const { quarters, halves, ordinals } = scan.lexicon;
  const word = at(scan, i);
  let nth = quarters.get(word);
  let months: 3 | 6 = 3;
  if (nth === undefined) {
    nth = halves.get(word);
    months = 6;
  }
  let first = i;
  let last = i + 1;
  if (nth === undefined) {
    if (word !== 'quarter' && word !== 'half') return null;
    months = word === 'half' ? 6 : 3;
    nth =
      ordinals.get(at(scan, i - 1)) ??
      (at(scan, i - 1) === 'last' || at(scan, i - 1) === 'final' ? 12 / months : undefined);
    if (nth === undefined || nth * months > 12) return null;
    first = i - 1;
    const of = at(scan, i + 1) === 'of' ? i + 2 : i + 1;
    const which = at(scan, of) === 'the' ? undefined : scan.lexicon.which.get(at(scan, of));
    const unit = at(scan, of) === 'the' || which !== undefined ? of + 1 : of;
    if (at(scan, unit) === 'year' && unit > i + 1) {
      if (tagAt(scan, first - 1) === 'DET') first--;
      return point(first, unit + 1, { is: 'share', nth, months, year: null, step: which ?? 0 }, 'quarter');
    }
    const after = yearAfter(scan, i + 1);
    if (after.year === null) return null;
    if (at(scan, first - 1) === 'the') first--;
    return point(first, after.last, { is: 'share', nth, months, year: after.year, step: null }, 'quarter');
  }
  if (!isCapital(scan, i)) return null;
  const after = yearAfter(scan, last);
  last = after.last;
  if (after.year === null && months === 6) return null;
  const before = after.year === null ? yearAt(scan, i - 1) : null;
  if (before !== null) first = i - 1;
  return point(first, last, { is: 'share', nth, months, year: after.year ?? before, step: null }, 'quarter');
}

/** "the 1990s", "the '90s", "the nineties", "the 19th century". */
export function decade(scan: Scan, i: number): Expression | null {
  const word = at(scan, i);
  const the = at(scan, i - 1) === 'the' ? i - 1 : i;
  let first: number | null = null;
  let last = i + 1;
  if (word.length === 5 && word[4] === 's') first = figures(word, 4);
  else if (word.length === 4 && word[3] === 's' && isFigure(word.charCodeAt(1)))
    first = 1900 + figures(word.slice(1), 2);
  else if (
    yearAt(scan, i) !== null &&
    (at(scan, last) === "'s" || at(scan, last) === '’s') &&
    at(scan, i - 1) === 'the' &&
    word[3] === '0'
  ) {
    first = figures(word, 4);
    last++;
  } else {
    const tens = scan.lexicon.decades.get(word);
    if (tens !== undefined && the < i && tagAt(scan, i + 1) !== 'NOUN') first = 1900 + tens * 10;
  }
  if (first === null || first < 1000 || first % 10 !== 0) return null;
  const meaning: Meaning = { is: 'decade', year: first, part: null };
  return point(the, last, meaning, 'decade');
}

/** "the 15th", after a word that leads in a time: a day of the month that the text is in. */
export function dayOfMonth(scan: Scan, i: number): Expression | null {
  const day = dayAt(scan, i);
  const word = at(scan, i);
  if (day === null || isFigure(word.charCodeAt(word.length - 1)) || at(scan, i - 1) !== 'the') return null;
  const lead = at(scan, i - 2);
  if (lead !== 'on' && lead !== 'since' && lead !== 'until' && lead !== 'by') return null;
  const tag = tagAt(scan, i + 1);
  if (tag === 'NOUN' || tag === 'PROPN' || tag === 'ADJ' || tag === 'NUM' || at(scan, i + 1) === '-') return null;
  return point(i - 1, i + 1, dateOf({ day }), 'day-of-month');
}
