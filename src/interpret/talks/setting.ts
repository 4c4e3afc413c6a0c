/** Where and when a talk is, by the times and places of the report around the words that tell of it. */
import type { Range, Scene } from '../scene.ts';
import type { TalkLexicon } from './lexicon.ts';

/** The stretch of words around `at` that names the same place or tells the same time. */
function stretch(of: Int32Array, at: number, from: number, to: number): Range {
  let first = at;
  while (first > from && of[first - 1] === of[at]) first--;
  let last = at + 1;
  while (last < to && of[last] === of[at]) last++;
  return { first, last };
}

/** How far behind a larger place the town in it may stand: "Halvia's small northern capital city of". */
const TOWN_REACH = 6;

/**
 * The first place named in words `[from, to)`, or the town in it where that follows: "Halvia's capital, Drenholm", "the
 * Cantaran city of Lorn".
 */
export function placeIn(scene: Scene, { small }: TalkLexicon, from: number, to: number): Range | null {
  const { words, placeOf, sentences, sentenceOf } = scene;
  for (let i = from; i < to; i++) {
    if (placeOf[i]! < 0) continue;
    const found = stretch(placeOf, i, from, to);
    if (small.strife.has(words[found.last]?.lemma ?? '')) return null;
    if (scene.places[placeOf[i]!]!.precision === 'place') return found;
    const stop = Math.min(sentences[sentenceOf[i]!]!.last, found.last + TOWN_REACH);
    // "The capital of Halvia, Drenholm"
    let named = words[i - 1]?.lower === 'of' && small.capitals.has(words[i - 2]?.lower ?? '');
    for (let k = found.last; k < stop; k++) {
      const { tag, lower, text } = words[k]!;
      if (placeOf[k]! >= 0) {
        const exact = scene.places[placeOf[k]!]!.precision === 'place';
        // "Halvia's Drenholm" needs no word for a town between.
        return exact && (named || k === found.last + 1) ? stretch(placeOf, k, found.last, stop) : found;
      }
      named ||= small.capitals.has(lower);
      const own = text === "'s" || text === '’s' || (named && (text === ',' || lower === 'of'));
      if (!own && tag !== 'NOUN' && tag !== 'ADJ') break;
    }
    return found;
  }
  return null;
}

/** How many words may stand between a preposition and the place that it brings in. */
const BEFORE_PLACE = 4;

/** "In | the Cantaran capital Lorn": where the place begins that a preposition at word `at` brings in; -1 for none. */
export function placeFrom(
  { words, placeOf, mentionOf }: Scene,
  { small }: TalkLexicon,
  at: number,
  to: number,
): number {
  for (let i = at + 1; i < Math.min(to, at + 1 + BEFORE_PLACE); i++) {
    if (placeOf[i]! >= 0) return i;
    const { tag, lower } = words[i]!;
    // "Cantaran" names a side, and no place.
    const by = tag === 'DET' || tag === 'ADJ' || mentionOf[i]! >= 0;
    if (!by && !small.capitals.has(lower) && lower !== 'of') return -1;
  }
  return -1;
}

/** "The Lorn talks": a town, and nothing larger, named among the words right before the noun. */
export function townBefore(scene: Scene, from: number, to: number): Range | null {
  for (let i = from; i < to; i++) {
    const place = scene.places[scene.placeOf[i]!];
    if (place?.precision === 'place') return stretch(scene.placeOf, i, from, to);
  }
  return null;
}

/** "Came to Lorn for talks", "flew to Lorn to meet": the place that a preposition brings in between a verb and a talk. */
export function placeOnTheWay(scene: Scene, lexicon: TalkLexicon, verb: number, to: number): Range | null {
  for (let i = verb + 1; i < to - 1; i++) {
    if (!lexicon.small.places.has(scene.words[i]!.lower)) continue;
    const next = placeFrom(scene, lexicon, i, to);
    if (next >= 0) return placeIn(scene, lexicon, next, to);
  }
  return null;
}

/** How far from the word that tells of a talk its time may stand. */
const TIME_REACH = 14;
/** A time behind the word is that of the talk more often than one before it. */
const BEFORE_COSTS = 4;

/** Whether the time at word `i` is not that of another noun: "a February truce and the talks". */
function ownTime({ words, timeOf }: Scene, asides: ReadonlySet<string>, i: number, head: number): boolean {
  let end = i + 1;
  while (end < words.length && timeOf[end] === timeOf[i]) end++;
  // "Ahead of | Saturday | 's summit": the day of what it owns.
  const own = words[end]?.text;
  const before = words[i - 1]?.lower === 'of' ? words[i - 2] : words[i - 1];
  if (i > head && (own === "'s" || own === '’s') && before !== undefined && asides.has(before.lower)) return false;
  if (words[i - 1]?.tag === 'ADP' || end > head) return true;
  for (let k = end; k < head; k++) {
    const { tag, text } = words[k]!;
    if (tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN' || text === "'s" || text === '’s') continue;
    return k === end;
  }
  return true;
}

/** Whether a noun stands between the time at word `i` and a word that sets it apart: "since the clashes on May 3". */
function datesNoun(
  words: Scene['words'],
  timeOf: Int32Array,
  i: number,
  from: number,
  asides: ReadonlySet<string>,
): boolean {
  for (let k = i - 1, noun = false; k >= from; k--) {
    const { tag, lower, text } = words[k]!;
    if (tag === 'VERB' || text === ',') return false;
    if (noun && asides.has(lower)) return true;
    noun ||= tag === 'NOUN' && timeOf[k]! < 0;
  }
  return false;
}

/** Whether a clause of its own begins right behind the time at word `i`. */
function opensClause(words: Scene['words'], timeOf: Int32Array, i: number): boolean {
  let end = i + 1;
  while (end < words.length && timeOf[end] === timeOf[i]) end++;
  return words[end]?.tag === 'PRON' && (words[end + 1]?.tag === 'AUX' || words[end + 1]?.tag === 'VERB');
}

/**
 * Whether the time at word `i` is that of another clause: "talks since | they clashed | in May", "drove them out | in
 * 2029 |, wants to sit at the talks".
 */
export function isElsewhere(
  { words, timeOf, times }: Scene,
  small: TalkLexicon['small'],
  i: number,
  head: number,
  from: number,
): boolean {
  const { asides, at_which: atWhich } = small;
  if (i > head) {
    let verb = false;
    for (let k = i - 1; k > head; k--) {
      const { tag, lower } = words[k]!;
      // "Goes to Lorn for talks, | and then | on Tuesday to Drenholm"
      if (tag === 'CCONJ' && (small.then.has(words[k + 1]!.lower) || small.then.has(words[k + 2]?.lower ?? '')))
        return true;
      if (tag === 'VERB') verb = true;
      else if (verb && asides.has(lower)) return true;
      // "Is to visit Lorn, | the next day | he will go to Drenholm": the time of the clause that it opens.
      if (lower === ',' && opensClause(words, timeOf, i)) return true;
      // "Would build on a deal | reached | in May": the time of another noun's participle.
      if (
        tag === 'VERB' &&
        k > head + 2 &&
        words[k - 1]!.tag === 'NOUN' &&
        words[k + 1]?.tag === 'ADP' &&
        /(?:ed|en)$/u.test(lower)
      )
        if (words[k - 2]!.tag === 'DET' || words[k - 2]!.tag === 'ADJ') return true;
    }
    return false;
  }
  // "Stood in silence at 11am | and | met": an hour is that of its own verb.
  const { precision } = times[timeOf[i]!] ?? {};
  if (precision === 'hour' || precision === 'minute')
    for (let k = i + 1, verb = false; k <= head; k++) {
      if (words[k]!.tag === 'CCONJ') verb = true;
      else if (verb && words[k]!.tag === 'VERB') return true;
    }
  let comma = i;
  while (comma < head && words[comma]!.text !== ',') comma++;
  // "Ahead of the day of the invasion | on May 3 |, Voss took part in talks": the time of a noun that only dates them.
  if (comma < head && datesNoun(words, timeOf, i, from, asides)) return true;
  if (comma === head || atWhich.has(words[comma + 1]!.lower)) return false;
  for (let k = i - 1; k >= from && words[k]!.text !== ','; k--) if (words[k]!.tag === 'VERB') return true;
  return false;
}

/** The time told nearest to a word in its clause. */
export function timeNear(scene: Scene, { small }: TalkLexicon, head: number, clause: Range): Range | null {
  const { timeOf, times, statementOf } = scene;
  let best = -1;
  let nearest = TIME_REACH;
  const from = Math.max(clause.first, head - TIME_REACH);
  const to = Math.min(clause.last, head + TIME_REACH);
  for (let i = from; i < to; i++) {
    const time = times[timeOf[i]!];
    if (!time || time.kind === 'duration' || time.kind === 'set') continue;
    // "said on Monday that talks ...": the day of the saying is not that of the talks.
    if (statementOf[head]! >= 0 && statementOf[i]! !== statementOf[head]!) continue;
    if (!ownTime(scene, small.asides, i, head) || isElsewhere(scene, small, i, head, clause.first)) continue;
    const distance = i > head ? i - head : head - i + BEFORE_COSTS;
    if (distance >= nearest) continue;
    nearest = distance;
    best = i;
  }
  return best < 0 ? null : stretch(timeOf, best, from, to);
}

/** How many words may stand between a time and the place beside it: "on Wednesday | in | the Cantaran capital Lorn". */
const BESIDE = 1;

/** "It goes on | on Wednesday in Lorn |, when Voss meets the envoy": the place that a preposition brings in right beside a time. */
export function placeBeside(scene: Scene, lexicon: TalkLexicon, { first, last }: Range): Range | null {
  const { words, sentences, sentenceOf, placeOf } = scene;
  const s = sentences[sentenceOf[first]!]!;
  if (last < s.last && lexicon.small.at.has(words[last]!.lower)) {
    const next = placeFrom(scene, lexicon, last, s.last);
    if (next >= 0) return placeIn(scene, lexicon, next, s.last);
  }
  // "in Lorn | on | Wednesday"
  let at = first - 1;
  for (let k = 0; k < BESIDE && at > s.first && placeOf[at]! < 0 && words[at]!.tag === 'ADP'; k++) at--;
  if (at <= s.first || placeOf[at]! < 0) return null;
  const { first: from, last: to } = stretch(placeOf, at, s.first, s.last);
  return from > s.first && lexicon.small.at.has(words[from - 1]!.lower) ? { first: from, last: to } : null;
}
