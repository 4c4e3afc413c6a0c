/** Finds who a cue belongs to where the tagger marked nobody: its subject, its owner, or the words after "by". */
import type { Sentence, Word } from '../record.ts';
import type { WordRange } from './act-signs.ts';
import type { AttributeLexicon } from './lexicon.ts';

/** What may stand between a subject and its verb. */
const BETWEEN = new Set(['AUX', 'ADV', 'PART']);
/** What a noun phrase is made of, from its head leftwards. */
const PHRASE = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'NUM', 'PRON']);
const HEADS = new Set(['NOUN', 'PROPN', 'PRON']);
const POSSESSIVE = /^['’]s?$/u;
const HYPHEN = /^[-–‑]$/u;
/** At most this many words make a source. */
const LONGEST = 14;

/** The noun phrase whose head is word `head`, reaching left; `null` where that word is no noun. */
function phraseEnding(
  words: readonly Word[],
  head: number,
  floor: number,
  { noSource, owners }: AttributeLexicon,
): WordRange | null {
  const last = words[head];
  if (!last || head < floor || !HEADS.has(last.tag) || noSource.has(last.lower)) return null;
  let first = head;
  if (last.tag !== 'PRON') {
    while (first > floor && head - first < LONGEST) {
      const w = words[first - 1]!;
      const beyond = words[first - 2];
      // An article opens the phrase; only another word of its kind stands before it ("all the boats").
      if (words[first]!.tag === 'DET' && w.tag !== 'DET') break;
      if (owners.has(w.lower)) {
        first--;
        break;
      }
      if (PHRASE.has(w.tag) && w.tag !== 'PRON' && !noSource.has(w.lower)) first--;
      else if (POSSESSIVE.test(w.text) && beyond && first - 2 >= floor && HEADS.has(beyond.tag)) first -= 2;
      else if (HYPHEN.test(w.text) && !w.spaced && beyond && first - 2 >= floor) first -= 2;
      else if (
        w.lower === 'of' &&
        !isFullName(words, first, head) &&
        beyond &&
        first - 2 >= floor &&
        HEADS.has(beyond.tag)
      )
        first -= 2;
      else break;
    }
  }
  return [first, head + 1];
}

/** Whether a phrase ends in a name of two words or more: it needs no "of" before it ("the backdrop of Ketta Amon ..."). */
const isFullName = (words: readonly Word[], first: number, head: number): boolean =>
  head > first && words[head]!.tag === 'PROPN' && words[head - 1]!.tag === 'PROPN';

/** The noun phrase that begins at word `from`; `null` where none does. */
export function phraseStarting(
  words: readonly Word[],
  from: number,
  ceiling: number,
  { noSource }: AttributeLexicon,
): WordRange | null {
  let end = from;
  let head = -1;
  while (end < ceiling && end - from < LONGEST) {
    const w = words[end]!;
    const joins =
      POSSESSIVE.test(w.text) || (HYPHEN.test(w.text) && !w.spaced) || (w.lower === 'of' && head === end - 1);
    if (!PHRASE.has(w.tag) && !(joins && end > from)) break;
    // Another phrase begins where an article or pronoun follows a noun, unless "of" leads on.
    const opens = w.tag === 'DET' || w.tag === 'PRON' || noSource.has(w.lower);
    if (opens && head >= 0 && words[end - 1]!.lower !== 'of') break;
    if (HEADS.has(w.tag)) head = end;
    end++;
  }
  return head < 0 || noSource.has(words[head]!.lower) ? null : [from, head + 1];
}

/** The subject of the verb that begins at `at`: the noun phrase right before it, auxiliaries and adverbs passed over. */
export function subjectOf(
  words: readonly Word[],
  at: number,
  sentence: Sentence,
  lexicon: AttributeLexicon,
): WordRange | null {
  let i = at - 1;
  while (i >= sentence.first && BETWEEN.has(words[i]!.tag)) i--;
  return phraseEnding(words, i, sentence.first, lexicon);
}

/** Links inside a noun phrase: "a union | in | Sudan". */
const LINKS = new Set(['in', 'of', 'at', 'from', 'for']);

/** What stands between the names of a list. */
const LISTS = new Set([',', 'and']);
/** A phrase that is a subject of its own begins so. */
const OPENS = new Set(['DET', 'NUM']);

/** The whole subject of a cue of which only the last name was found: "a doctors' union in | Cantara | called for". */
export function wholeSubject(
  words: readonly Word[],
  source: WordRange,
  cue: WordRange,
  sentence: Sentence,
  lexicon: AttributeLexicon,
): WordRange | null {
  let link = source[0] - 1;
  // "factions in Nerith, Lorn and | Drenholm"
  while (link > sentence.first && (words[link]!.tag === 'PROPN' || LISTS.has(words[link]!.lower))) link--;
  if (link - 1 < sentence.first || !LINKS.has(words[link]!.lower)) return null;
  for (let i = source[1]; i < cue[0]; i++) if (!BETWEEN.has(words[i]!.tag)) return null;
  if (cue[0] < source[1] || words[link - 1]!.tag !== 'NOUN') return null;
  const before = phraseEnding(words, link - 1, sentence.first, lexicon);
  // "after talks in Lorn said", "on the day of Voss said": a phrase behind a preposition is no subject.
  return before && words[before[0] - 1]?.tag !== 'ADP' && OPENS.has(words[before[0]]!.tag)
    ? [before[0], source[1]]
    : null;
}

/** Whoever a noun cue belongs to: "Maravet's demands", "their refusal", "demands by the Front". */
export function ownerOf(
  words: readonly Word[],
  cue: WordRange,
  sentence: Sentence,
  lexicon: AttributeLexicon,
): WordRange | null {
  let i = cue[0] - 1;
  while (i >= sentence.first && (words[i]!.tag === 'ADJ' || words[i]!.tag === 'ADV' || words[i]!.tag === 'NUM')) i--;
  const before = words[i];
  if (before && i >= sentence.first) {
    if (lexicon.owners.has(before.lower)) return [i, i + 1];
    if (POSSESSIVE.test(before.text)) return phraseEnding(words, i - 1, sentence.first, lexicon);
  }
  return doerOf(words, cue, sentence, lexicon);
}

/** The doer after a cue: "was denied by the ministry", "according to the ministry". */
export function doerOf(
  words: readonly Word[],
  cue: WordRange,
  sentence: Sentence,
  lexicon: AttributeLexicon,
): WordRange | null {
  const at = cue[1];
  const link = words[at];
  const inside = words[at - 1];
  if (inside && lexicon.leads.has(inside.lower)) return phraseStarting(words, at, sentence.last, lexicon);
  const noun = inside?.tag === 'NOUN';
  if (link && at + 1 < sentence.last && (noun ? lexicon.doers : lexicon.agents).has(link.lower))
    return phraseStarting(words, at + 1, sentence.last, lexicon);
  return null;
}
