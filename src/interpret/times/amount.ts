import { at, type Scan } from './expression.ts';

/** How many, and the first word of it. `value` is `null` where no number is told ("several", "a few"). */
export interface Amount {
  readonly value: number | null;
  readonly first: number;
}

/** The amount that ends right before word `end`: "three", "twenty-five", "a", "a few", "two and a half", "several". */
export function amountBefore(scan: Scan, end: number): Amount | null {
  const { unsaid, numbers, tens } = scan.lexicon;
  const i = end - 1;
  const word = at(scan, i);
  if (word === '') return null;
  if (word === 'a' || word === 'an' || word === 'one') {
    if (word !== 'one' && at(scan, i - 1) === 'half') return { value: 0.5, first: i - 1 };
    return { value: 1, first: i };
  }
  if (word === 'half' && at(scan, i - 1) === 'a' && at(scan, i - 2) === 'and') {
    const whole = amountBefore(scan, i - 2);
    return whole && whole.value !== null ? { value: whole.value + 0.5, first: whole.first } : null;
  }
  if (word === 'half' && at(scan, i - 1) === 'a') return { value: 0.5, first: i - 1 };
  if (word === 'of' || word === 'couple' || unsaid.has(word)) {
    const head = word === 'of' ? i - 1 : i;
    const noun = at(scan, head);
    const first = at(scan, head - 1) === 'a' || at(scan, head - 1) === 'the' ? head - 1 : head;
    if (noun === 'couple') return { value: 2, first };
    if (word === 'of' && noun !== 'dozens' && noun !== 'scores' && noun !== 'hundreds' && noun !== 'thousands')
      return null;
    return unsaid.has(noun) ? { value: null, first: at(scan, first) === 'the' ? head : first } : null;
  }
  if (word === 'dozen') return { value: 12, first: at(scan, i - 1) === 'a' ? i - 1 : i };
  if (word === 'decade') return null;
  const figure = /^\d{1,4}(?:\.\d{1,2})?$/u.test(word) ? Number(word) : null;
  if (figure !== null) return { value: figure, first: i };
  const unit = numbers.get(word) ?? tensOf(tens, word);
  if (unit === undefined) return null;
  // twenty-five, twenty five
  const dash = at(scan, i - 1) === '-' ? i - 2 : i - 1;
  const ten = tens.get(at(scan, dash));
  if (ten !== undefined && unit < 10) return { value: ten * 10 + unit, first: dash };
  if (dash < i - 1 && at(scan, dash) !== '') return { value: unit, first: i };
  return { value: unit, first: i };
}

const tensOf = (tens: ReadonlyMap<string, number>, word: string): number | undefined => {
  const ten = tens.get(word);
  return ten === undefined ? undefined : ten * 10;
};
