import type { Word } from '../record.ts';
import type { Mood, MoodLexicon, MoodPattern, Subject, VerbForm } from './act-lexicon.ts';
import { type CueMatch, cueAt, cueIn } from './cue.ts';
import type { CueFamily, CueLexicon } from './cue-lexicon.ts';
import { phraseEnd, phrasesAt } from './cue-phrase.ts';

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
  /** The side the speaker speaks for. */
  readonly party: string | null;
  /** What is known of the speaker apart from its words: nobody in particular, an analyst, an outlet. */
  readonly kind?: 'generic' | 'analyst' | 'media' | null;
}

/** What a statement's words show of its act. Sets are bits: bit `i` is the mood or speaker kind with `at` = `i`. */
export interface Signs {
  readonly cue: CueMatch | null;
  /** Whether the cue is denied: "did not rule out". */
  readonly cueNegated: boolean;
  /** A noun or adjective that leads the content: "| support for talks |", "| a willingness to meet |". */
  readonly lead: CueMatch | null;
  /** Families of cues said in the speaker's own voice: "We demand", "I condemn". */
  readonly performed: readonly CueFamily[];
  /** Families of cues anywhere in the content. */
  readonly inside: readonly CueFamily[];
  readonly moods: number;
  /** Moods among the first words of a stretch of content. */
  readonly headMoods: number;
  /** Moods whose words are denied: "not ready". */
  readonly deniedMoods: number;
  readonly subject: Subject;
  /** The first verb or auxiliary of the content, and the verb after it; -1 where there is none. */
  readonly verb: number;
  readonly mainVerb: number;
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
  readonly speakerKinds: number;
}

/** How many words count as the head of a stretch of content. */
const HEAD = 8;
/** Where the content's first noun or pronoun is looked for. */
const SUBJECT_WITHIN = 6;
/** How many words of content are read: signs of the act stand early, and a statement of pages costs no more. */
const READ = 160;

const FIRST = new Set(['i', 'we', 'us', 'our', 'my', 'me', 'ours']);
const OWN = new Set(['he', 'she', 'it', 'they', 'his', 'her', 'its', 'their']);
const NEGATIVE = new Set(['not', 'no', 'never', "n't", 'neither', 'nor', 'without']);

const isCapital = (word: Word): boolean => word.text.charCodeAt(0) !== word.lower.charCodeAt(0);

const isNegative = (word: Word | undefined): boolean =>
  word !== undefined && (NEGATIVE.has(word.lower) || NEGATIVE.has(word.lemma));

/** Whether one of the two words before `at`, back to `from`, is a negation. */
const negatedAt = (words: readonly Word[], at: number, from: number): boolean =>
  (at - 1 >= from && isNegative(words[at - 1])) || (at - 2 >= from && isNegative(words[at - 2]));

/** Whether a name is the speaker's own: a word of its party's name, its adjective, or a name of the speaker's words. */
function ownName(word: Word, input: ActInput, partyWords: readonly string[]): boolean {
  for (const p of partyWords) {
    // "Maravetian" and "Maravet" share their stem: the length of the shorter name less one, four letters at least.
    const n = Math.max(4, p.length - 1);
    if (p === word.lower || (p.length >= 4 && word.lower.length >= n && word.lower.startsWith(p.slice(0, n))))
      return true;
  }
  if (input.speaker) {
    for (let i = input.speaker[0]; i < input.speaker[1]; i++) {
      const s = input.words[i]!;
      if (s.tag === 'PROPN' && s.lower === word.lower) return true;
    }
  }
  return false;
}

function speakerKindsOf(input: ActInput, moods: MoodLexicon): number {
  let kinds = 0;
  if (!input.speaker) return kinds;
  for (let i = input.speaker[0]; i < input.speaker[1]; i++) {
    for (const phrase of phrasesAt(moods.speakerIndex, input.words[i]!) ?? []) {
      if (phraseEnd(input.words, i, input.speaker[1], phrase) >= 0) kinds |= 1 << phrase.value.at;
    }
  }
  return kinds;
}

/** Reads the signs of a statement's act. Time grows with its length up to `READ` words, and no further. */
export function signsOf(input: ActInput, cues: CueLexicon, lexicon: MoodLexicon): Signs {
  const { words } = input;
  const cue = input.cue ? cueIn(words, input.cue[0], input.cue[1], cues) : null;
  const cueNegated =
    input.cue !== null &&
    (negatedAt(words, cue ? cue.first : input.cue[0], input.sentence[0]) || isNegative(words[input.cue[0]]));
  const partyWords = input.party === null ? [] : input.party.toLowerCase().split(' ');
  const performed: CueFamily[] = [];
  const inside: CueFamily[] = [];
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
      const isFirst = FIRST.has(word.lower) && word.text !== 'US';
      if (isFirst) firstPerson = true;
      const nominal = word.tag === 'PRON' || word.tag === 'NOUN' || word.tag === 'PROPN' || OWN.has(word.lower);
      if (nominal) nominals++;
      const name = word.tag === 'PROPN';
      const own = name && ownName(word, input, partyWords);
      if (name && !own) otherNames++;
      if (subject === 'none' && into < SUBJECT_WITHIN && (nominal || isFirst)) {
        if (isFirst) subject = 'first';
        else if (word.lower === 'you' || word.lower === 'your') subject = 'second';
        else if (own || OWN.has(word.lower)) subject = 'own';
        else subject = name ? 'other' : 'thing';
      }
      if (verb < 0 && (word.tag === 'VERB' || word.tag === 'AUX')) {
        verb = i;
        const negated = isNegative(words[i + 1]) || (i > first && isNegative(words[i - 1]));
        // "Open the strait": a bare base form with nothing before it that could be its subject, and no "to".
        const bare = nominals === 0 && into < 3 && word.lower === word.lemma && words[i - 1]?.lower !== 'to';
        if (bare && (word.tag === 'VERB' || negated) && word.quote > 0) verbForm = 'imperative';
        else if (negated) verbForm = 'negated';
      }
      if (mainVerb < 0 && word.tag === 'VERB') mainVerb = i;

      // "in May": a capital inside running text is a name, whatever the tag.
      const named = into > 0 && isCapital(word) && !isCapital(words[i - 1]!);
      const phrases = named ? undefined : phrasesAt(lexicon.index, word);
      if (phrases) {
        for (const phrase of phrases) {
          const mood: Mood = phrase.value;
          const bit = 1 << mood.at;
          if (mood.tags !== null && !mood.tags.has(word.tag)) continue;
          if ((moods & bit) !== 0 && ((headMoods & bit) !== 0 || into >= HEAD)) continue;
          if (phrase.words.length > 1 && phraseEnd(words, i, stop, phrase) < 0) continue;
          if (negatedAt(words, i, first) && !NEGATIVE.has(word.lower)) {
            deniedMoods |= bit;
            continue;
          }
          moods |= bit;
          if (into < HEAD) headMoods |= bit;
        }
      }
      if (word.tag === 'VERB' || word.tag === 'NOUN' || word.tag === 'ADJ') {
        const match = cueAt(words, i, stop, cues);
        if (match) {
          const family = match.entry.family;
          if (!inside.includes(family)) inside.push(family);
          if (lead === null && into < 4 && match.entry.kind !== 'verb') lead = match;
          const before = i - 1 >= first ? words[i - 1]! : undefined;
          const ahead = before && (before.tag === 'ADV' || before.tag === 'AUX') ? words[i - 2] : before;
          const speaks = ahead !== undefined && (ahead.lower === 'we' || ahead.lower === 'i');
          if (match.entry.kind === 'verb' && speaks && !performed.includes(family)) performed.push(family);
        }
      }
    }
    if (length >= READ) break;
  }
  const quoted = quotedWords >= length && length > 0 ? 'all' : quotedWords * 5 > length ? 'some' : 'none';
  const speakerKinds = speakerKindsOf(input, lexicon);
  const patterns = lexicon.patterns.filter(
    (p) =>
      (moods & p.all) === p.all &&
      (headMoods & p.head) === p.head &&
      (moods & p.none) === 0 &&
      (p.subject === null || p.subject.includes(subject)) &&
      (p.verb === null || (verb >= 0 && p.verb.includes(verbForm))),
  );
  return {
    cue,
    cueNegated,
    lead,
    performed,
    inside,
    moods,
    headMoods,
    deniedMoods,
    subject,
    verb,
    mainVerb,
    verbForm,
    patterns,
    otherNames,
    firstPerson,
    numbers,
    question,
    quoted,
    length,
    speakerKinds,
  };
}
