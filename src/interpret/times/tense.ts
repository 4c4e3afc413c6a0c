import { at, type Expression, type Scan, tagAt } from './expression.ts';

/** `perhaps`: of what may come ("would sign", "agreed to sign"). */
export type Tense = 'past' | 'perhaps' | 'future' | null;

export const isAhead = (tense: Tense): boolean => tense === 'future' || tense === 'perhaps';

/** How far from a time its verb is looked for, in words. */
const REACH = 20;

/**
 * Whether the words about a time speak of what was or of what is to come: by the nearest verb of its clause, first to
 * the left, then to the right, with the auxiliaries before it. `null`: nothing tells.
 */
export function tenseOf(scan: Scan, { first, last, kind }: Expression): Tense {
  const { ahead, aheadWith, aheadLinks, clause } = scan.lexicon;
  const left = verbBefore(scan, first);
  const right = verbAfter(scan, last);
  // "scheduled for Monday", "due on June 3", "Monday's planned meeting"
  for (let i = first - 1; i >= scan.from && i >= first - 5; i--) {
    if (clause.has(at(scan, i))) break;
    // "set Friday as the deadline"
    const asEnd = i === first - 1 && at(scan, last) === 'as';
    if (
      ahead.has(at(scan, i)) ||
      (aheadWith.has(at(scan, i)) && (asEnd || aheadLinks.has(at(scan, i + 1)) || aheadLinks.has(at(scan, first - 1))))
    )
      return 'future';
  }
  if (ahead.has(at(scan, last)) || (at(scan, last) === "'s" && ahead.has(at(scan, last + 1)))) return 'future';
  // "said talks on Monday would ...": the auxiliary right after tells of the talks.
  const told =
    right !== null &&
    right.at === last &&
    scan.lexicon.future.has(at(scan, last)) &&
    left !== null &&
    first - left.at > 2
      ? right
      : (left ?? right);
  // "to get around Monday's ruling": what is named after a day has most likely been.
  if (told === left && told?.tense === 'perhaps' && at(scan, last) === "'s") return null;
  if (told !== null && kind === 'until' && told.lasts) return 'future';
  if (told !== null) return told.tense ?? inPresent(scan, told, kind);
  return kind === 'until' ? 'future' : null;
}

/** A verb in the present says nothing by itself; with "until", or in a clause with "when" or "if", it looks ahead. */
function inPresent(scan: Scan, verb: Verb, kind: Expression['kind']): Tense {
  if (kind === 'until') return 'future';
  if (!verb.passive && (tagAt(scan, verb.at) !== 'VERB' || !at(scan, verb.at).endsWith('s'))) return null;
  for (let i = verb.at - 1; i >= scan.from && i >= verb.at - 4; i--)
    if (scan.lexicon.aheadClause.has(at(scan, i))) return 'future';
  return null;
}

interface Verb {
  readonly at: number;
  readonly tense: Tense;
  /** "has given", which may go on. */
  readonly lasts?: boolean;
  /** "is heard", which is not past though its verb has that form. */
  readonly passive?: boolean;
}

function verbBefore(scan: Scan, first: number): Verb | null {
  for (let i = first - 1; i >= scan.from && i >= first - REACH; i--) {
    const tag = tagAt(scan, i);
    const word = at(scan, i);
    if (word === ';' || word === ':' || scan.lexicon.clause.has(word)) return null;
    if (tag === 'VERB' || tag === 'AUX') return verbAt(scan, i);
  }
  return null;
}

function verbAfter(scan: Scan, last: number): Verb | null {
  let commas = 0;
  for (let i = last; i < scan.to && i < last + REACH; i++) {
    const tag = tagAt(scan, i);
    const word = at(scan, i);
    if (word === ';' || word === ':' || scan.lexicon.clause.has(word)) return null;
    if (word === ',' && ++commas > 1) return null;
    if (tag === 'VERB' || tag === 'AUX') {
      // "on Monday to stop the fighting" tells what for, not when.
      if (at(scan, i - 1) === 'to') continue;
      // The whole group: "will meet", "has been cancelled".
      let end = i;
      while (
        end + 1 < scan.to &&
        (tagAt(scan, end + 1) === 'AUX' || tagAt(scan, end + 1) === 'VERB' || tagAt(scan, end + 1) === 'ADV')
      )
        end++;
      while (end > i && tagAt(scan, end) === 'ADV') end--;
      // "is to visit"
      if (end === i && scan.words[i]!.lemma === 'be' && at(scan, i + 1) === 'to' && tagAt(scan, i + 2) === 'VERB')
        return { at: i, tense: 'future' };
      return { ...verbAt(scan, end), at: i };
    }
  }
  return null;
}

/** What the verb at `i` and the auxiliaries before it tell. */
function verbAt(scan: Scan, i: number): Verb {
  const { future, toAhead, present, lasting } = scan.lexicon;
  let had = false;
  let lasts = false;
  let now = false;
  for (let k = i; k >= scan.from && k > i - 6; k--) {
    const tag = tagAt(scan, k);
    const word = at(scan, k);
    if (k < i && word === 'to') {
      const governor = k - 1;
      const before = tagAt(scan, governor);
      const ahead =
        toAhead.has(scan.words[governor]?.lemma ?? '') ||
        before === 'NOUN' ||
        before === 'PROPN' ||
        before === 'ADJ' ||
        governor < scan.from;
      // "is to meet" is settled, "agreed to meet" is not.
      if (ahead) return { at: i, tense: had ? 'past' : before === 'AUX' ? 'future' : 'perhaps' };
      return before === 'VERB' ? { ...verbAt(scan, governor), at: i } : { at: i, tense: had ? 'past' : null };
    }
    // "could have met", "would have signed" look back.
    const coming = future.get(word);
    if (coming) return { at: i, tense: had ? 'past' : coming };
    if (k < i && tag !== 'AUX' && tag !== 'PART' && tag !== 'ADV') break;
    if (word === 'have' || word === 'had' || word === 'has' || word === "'ve") had = true;
    if (lasting.has(word)) lasts = true;
    if (k < i && present.has(word)) now = true;
  }
  if (now && !had) return { at: i, tense: null, passive: true };
  return { at: i, tense: had || isPastForm(scan, i) ? 'past' : null, lasts };
}

const isPastForm = (scan: Scan, i: number): boolean => {
  const { lower, lemma } = scan.words[i]!;
  return (
    lower !== lemma &&
    !lower.endsWith('ing') &&
    !(lower.endsWith('s') && lower !== 'was') &&
    lower !== 'are' &&
    lower !== 'am' &&
    lower !== "'re"
  );
};
