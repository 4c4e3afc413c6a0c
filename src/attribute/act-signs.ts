import type { Word } from '../record.ts';
import { phrasesAt } from '../text/phrases.ts';
import type { Mood, MoodLexicon, MoodPattern, Subject, VerbForm } from './act-lexicon.ts';
import { type CueMatch, cueAt, cueIn } from './cue.ts';
import type { CueFamily, CueLexicon } from './cue-lexicon.ts';
import { cueEnd } from './cue-phrase.ts';

/** Words `[first, last)` of a report. */
export type WordRange = readonly [first: number, last: number];

/** A statement whose act is asked for. */
export interface ActInput {
  /** The words of the whole report. */
  readonly words: readonly Word[];
  /** The content, in order; at least one range. */
  readonly content: readonly WordRange[];
  /** The words that report it; `null` where only quotation marks do. */
  readonly cue: WordRange | null;
  /** The words that name the source. */
  readonly speaker: WordRange | null;
  /** The sentence that holds the cue, or the content where there is no cue. */
  readonly sentence: WordRange;
  /** The side the speaker speaks for; it tells whom a name in the content is, and nothing else. */
  readonly party: string | null;
}

/** What a statement's words show of its act. Sets are bits: bit `i` is the mood with `at` = `i`. */
export interface Signs {
  readonly cue: CueMatch | null;
  /** Whether the cue is denied: "did not rule out". */
  readonly cueNegated: boolean;
  /** A noun or adjective that leads the content: "| support for talks |", "| a willingness to meet |". */
  readonly lead: CueMatch | null;
  /** Families of cues said in the speaker's own voice: "We demand", "I condemn". */
  readonly performed: readonly CueFamily[];
  readonly moods: number;
  /** Moods among the first words of a stretch of content. */
  readonly headMoods: number;
  /** Moods whose words are denied: "not ready". */
  readonly deniedMoods: number;
  readonly subject: Subject;
  /** The first verb or auxiliary of the content; -1 where there is none. */
  readonly verb: number;
  readonly verbForm: VerbForm;
  /** The patterns of moods that hold. */
  readonly patterns: readonly MoodPattern[];
  /** Names in the content that are not the speaker's own side. */
  readonly otherNames: number;
  readonly firstPerson: boolean;
  readonly numbers: boolean;
  readonly question: boolean;
  readonly quoted: 'all' | 'some' | 'none';
  readonly length: number;
}

/** How many words count as the head of a stretch of content. */
const HEAD = 8;
/** Where the content's first noun or pronoun is looked for. */
const SUBJECT_WITHIN = 6;
/** Within how many words a noun or adjective leads the content. */
const LEAD = 4;
/** How many words of content are read: signs of the act stand early, and a statement of pages costs no more. */
const READ = 80;

const FIRST = new Set(['i', 'we', 'us', 'our', 'my', 'me', 'ours']);
const NONE = new Set(['no', 'nothing', 'neither', 'none', 'nobody']);
const OWN = new Set(['he', 'she', 'it', 'they', 'his', 'her', 'its', 'their']);
const NEGATIVE = new Set(['not', 'no', 'never', "n't", 'neither', 'nor', 'without']);

const isCapital = (word: Word): boolean => word.text.charCodeAt(0) !== word.lower.charCodeAt(0);

const isNegative = (word: Word | undefined): boolean =>
  word !== undefined && (NEGATIVE.has(word.lower) || NEGATIVE.has(word.lemma));

/** Whether one of the two words before `at`, back to `from`, is a negation. */
const negatedAt = (words: readonly Word[], at: number, from: number): boolean =>
  (at - 1 >= from && isNegative(words[at - 1])) || (at - 2 >= from && isNegative(words[at - 2]));

/** Whether the verb at `at` has its denial behind it: "would accept no corridor", "will discuss neither". */
const deniedAfter = (words: readonly Word[], at: number, stop: number): boolean =>
  at + 1 < stop && words[at]!.tag === 'VERB' && NONE.has(words[at + 1]!.lower);

/** "Maravetian" and "Maravet" share their stem: the length of the shorter name less one, four letters at least. */
function sameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const n = Math.max(4, Math.min(a.length, b.length) - 1);
  return a.length >= n && b.length >= n && a.startsWith(b.slice(0, n));
}

/** Whether a name is the speaker's own: a word of its party's name, its adjective, or a name of the speaker's words. */
function ownName(word: Word, input: ActInput, partyWords: readonly string[]): boolean {
  for (const p of partyWords) if (sameStem(p, word.lower)) return true;
  if (input.speaker) {
    for (let i = input.speaker[0]; i < input.speaker[1]; i++) {
      const s = input.words[i]!;
      if (isCapital(s) && (s.tag === 'PROPN' || s.tag === 'ADJ') && sameStem(s.lower, word.lower)) return true;
    }
  }
  return false;
}

/** Whether a noun that ends before `at` takes a complement: "support for", not "the demand is". */
function leads(words: readonly Word[], at: number, stop: number): boolean {
  if (at >= stop) return true;
  const { tag } = words[at]!;
  return tag === 'ADP' || tag === 'PART' || tag === 'SCONJ';
}

/** Whether "we" or "I" stands before the verb at `at`, an adverb or auxiliary between them or none. */
function weSay(words: readonly Word[], at: number, from: number): boolean {
  const before = at > from ? words[at - 1]! : undefined;
  const ahead = before && (before.tag === 'ADV' || before.tag === 'AUX') ? words[at - 2] : before;
  return ahead !== undefined && (ahead.lower === 'we' || ahead.lower === 'i');
}

const NO_WORDS: readonly string[] = [];

/** Reads the signs of a statement's act. Time grows with its length up to `READ` words, and no further. */
export function signsOf(input: ActInput, cues: CueLexicon, lexicon: MoodLexicon): Signs {
  const { words } = input;
  const cue = input.cue ? cueIn(words, input.cue[0], input.cue[1], cues) : null;
  const cueNegated =
    input.cue !== null &&
    (negatedAt(words, cue ? cue.first : input.cue[0], input.sentence[0]) || isNegative(words[input.cue[0]]));
  const partyWords = input.party === null ? NO_WORDS : input.party.toLowerCase().split(' ');
  const performed: CueFamily[] = [];
  let lead: CueMatch | null = null;
  let moods = 0;
  let headMoods = 0;
  let deniedMoods = 0;
  let subject: Subject = 'none';
  let verb = -1;
  let mainVerb = -1;
  let verbForm: VerbForm = 'plain';
  let nominals = 0;
  let otherNames = 0;
  let firstPerson = false;
  let numbers = false;
  let question = false;
  let quotedWords = 0;
  let length = 0;
  for (const [first, last] of input.content) {
    const stop = Math.min(last, first + READ - length);
    for (let i = first; i < stop; i++) {
      const word = words[i]!;
      const into = i - first;
      length++;
      if (word.quote > 0) quotedWords++;
      if (word.tag === 'PUNCT') {
        if (word.text === '?') question = true;
        else if (word.quote === 0) quotedWords++;
        continue;
      }
      if (word.tag === 'NUM') numbers = true;
      // The pronouns have five letters at most; most words need no look-up.
      const short = word.lower.length <= 5;
      const isFirst = short && FIRST.has(word.lower) && word.text !== 'US';
      if (isFirst) firstPerson = true;
      const nominal =
        word.tag === 'PRON' || word.tag === 'NOUN' || word.tag === 'PROPN' || (short && OWN.has(word.lower));
      if (nominal) nominals++;
      const name = word.tag === 'PROPN';
      const own = name && ownName(word, input, partyWords);
      if (name && !own) otherNames++;
      if (subject === 'none' && into < SUBJECT_WITHIN && (nominal || isFirst)) {
        if (isFirst) subject = 'first';
        else if (word.lower === 'you' || word.lower === 'your') subject = 'second';
        else if (own || OWN.has(word.lower)) subject = 'own';
        else subject = !name ? 'thing' : input.party === null ? 'name' : 'other';
      }
      if (verb < 0 && (word.tag === 'VERB' || word.tag === 'AUX')) {
        verb = i;
        const negated = isNegative(words[i + 1]) || (i > first && isNegative(words[i - 1]));
        // "Open the strait": a bare base form with nothing before it that could be its subject, and no "to".
        const bare = nominals === 0 && into < 3 && word.lower === word.lemma && words[i - 1]?.lower !== 'to';
        if (bare && (word.tag === 'VERB' || negated) && word.quote > 0) verbForm = 'imperative';
        else if (negated) verbForm = 'negated';
      }
      if (mainVerb < 0 && word.tag === 'VERB') {
        mainVerb = i;
        if (verbForm === 'plain' && deniedAfter(words, i, stop)) verbForm = 'negated';
      }

      const phrases = phrasesAt(lexicon.index, word);
      // "in May": a capital inside running text is a name, whatever the tag.
      const named = phrases !== undefined && into > 0 && isCapital(word) && !isCapital(words[i - 1]!);
      if (phrases && !named) {
        for (const phrase of phrases) {
          const mood: Mood = phrase.value;
          const bit = 1 << mood.at;
          if (mood.tags !== null && !mood.tags.has(word.tag)) continue;
          if ((moods & bit) !== 0 && ((headMoods & bit) !== 0 || into >= HEAD)) continue;
          if (phrase.words.length > 1 && cueEnd(words, i, stop, phrase) < 0) continue;
          if ((negatedAt(words, i, first) && !NEGATIVE.has(word.lower)) || deniedAfter(words, i, stop)) {
            deniedMoods |= bit;
            continue;
          }
          moods |= bit;
          if (into < HEAD) headMoods |= bit;
        }
      }
      if (word.tag === 'VERB' && weSay(words, i, first)) {
        const family = cueAt(words, i, stop, cues)?.entry.family;
        if (family && !performed.includes(family)) performed.push(family);
      } else if (lead === null && into < LEAD && (word.tag === 'NOUN' || word.tag === 'ADJ')) {
        const match = cueAt(words, i, stop, cues);
        if (match && match.entry.kind !== 'verb' && leads(words, match.last, stop)) lead = match;
      }
    }
    if (length >= READ) break;
  }
  const quoted = quotedWords >= length && length > 0 ? 'all' : quotedWords * 5 > length ? 'some' : 'none';
  if (verb < 0) verbForm = 'none';
  const patterns: MoodPattern[] = [];
  for (const p of lexicon.patterns) {
    if ((moods & p.all) !== p.all || (headMoods & p.head) !== p.head || (moods & p.none) !== 0) continue;
    if ((deniedMoods & p.denied) !== p.denied) continue;
    if (p.subject !== null && !p.subject.includes(subject)) continue;
    if (p.verb === null || p.verb.includes(verbForm)) patterns.push(p);
  }
  return {
    cue,
    cueNegated,
    lead,
    performed,
    moods,
    headMoods,
    deniedMoods,
    subject,
    verb,
    verbForm,
    patterns,
    otherNames,
    firstPerson,
    numbers,
    question,
    quoted,
    length,
  };
}
