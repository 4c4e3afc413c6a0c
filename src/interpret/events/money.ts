/** Sums of money that are given or withheld: "a package worth $61bn", "froze some 260 billion euros". */
import type { Word } from '../../record.ts';
import { amountAt } from './amounts.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import type { Tally } from './figures.ts';
import { EVENT_TYPES } from './lexicon.ts';
import type { Telling } from './telling.ts';

/** How far from the words for a gift or a sanction its sum may stand. */
const REACH = 12;
/** What money is given or kept back by. */
const TYPES: ReadonlySet<string> = new Set(['AID', 'SANCTION']);
const PLAIN = /^\d+(?:\.\d+)?$/;

/** A sum that begins at a number: its bounds, and where its words end; `null` where it is of something else. */
function sumAt(words: readonly Word[], at: number, first: number, last: number, lexicon: FigureLexicon): Tally | null {
  const { money, moneyUnits } = lexicon;
  const before = at > first && money.has(words[at - 1]!.lower);
  const amount = amountAt(words, at, first, last, lexicon);
  const unit = moneyUnits.get(words[amount?.last ?? at + 1]?.lower ?? '');
  const plain = unit === undefined ? null : PLAIN.exec(words[at]!.lower);
  if (amount === null && plain === null) return null;
  const end = unit === undefined ? amount!.last : (amount?.last ?? at + 1) + 1;
  const behind = end < last && money.has(words[end]!.lower);
  // "$61bn (£49bn)": the same again.
  if (before === behind || words[at - 2]?.text === '(' || words[at - 1]?.text === '(') return null;
  const times = (n: number | null): number | null => (n === null ? null : Math.round(n * (unit ?? 1)));
  const low = amount ? times(amount.low) : times(Number(plain![0]));
  const high = amount ? times(amount.high) : low;
  const from = Math.min(before ? at - 1 : at, amount?.first ?? at);
  const to = behind ? end + 1 : end;
  return {
    first: from,
    last: to,
    core: at,
    low,
    high,
    vague: false,
    what: 'other',
    counted: 'open',
    end: to,
    outcome: -1,
    toll: -1,
  };
}

/** The sums of money of a sentence at the mention that each belongs to. */
export function sumsOfMoney(
  words: readonly Word[],
  first: number,
  last: number,
  tellings: readonly Telling[],
  lexicon: FigureLexicon,
): { readonly telling: Telling; readonly tally: Tally }[] {
  const given = tellings.filter((t) => TYPES.has(EVENT_TYPES[t.type]!));
  if (given.length === 0) return [];
  const found: { telling: Telling; tally: Tally }[] = [];
  for (let i = first; i < last; i++) {
    if (words[i]!.tag !== 'NUM') continue;
    const tally = sumAt(words, i, first, last, lexicon);
    if (tally === null || (tally.low ?? tally.high) === null) continue;
    i = tally.last - 1;
    const apart = (t: Telling): number => Math.max(t.first - tally.end, tally.first - t.last, 0);
    const telling = given.reduce((a, b) => (apart(b) < apart(a) ? b : a));
    if (apart(telling) <= REACH) found.push({ telling, tally });
  }
  return found;
}
