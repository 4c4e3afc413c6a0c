import type { Upos } from '../record.ts';
import { type PhraseIndex, phraseIndex, splitWords } from '../text/phrases.ts';
import { actWeights, CueLexiconError, namedEntries, textField } from './cue-lexicon.ts';

/** Signs in the content of one act or another. */
export interface Mood {
  /** As `explain` shows it: `moods.yaml: obligation`. */
  readonly name: string;
  readonly means: string;
  /** Its place among the moods, from 0. */
  readonly at: number;
  /** Weights of acts, in the order of `ACTS`. */
  readonly acts: Float64Array;
  /** Tags with which a match may begin; `null` for any. */
  readonly tags: ReadonlySet<Upos> | null;
}

/** Whom the content is about, by its first noun or pronoun. */
export type Subject = 'first' | 'second' | 'own' | 'name' | 'other' | 'thing' | 'none';

/** How the first verb of the content stands. */
export type VerbForm = 'plain' | 'negated' | 'imperative' | 'none';

/** Moods that mean something together; the fields are explained at the head of `patterns` in `moods.yaml`. */
export interface MoodPattern {
  readonly name: string;
  readonly means: string;
  /** Sets of moods, as bits by their place. */
  readonly all: number;
  readonly head: number;
  readonly none: number;
  readonly denied: number;
  /** `null` for any. */
  readonly subject: readonly Subject[] | null;
  readonly verb: readonly VerbForm[] | null;
  readonly acts: Float64Array;
}

export interface MoodLexicon {
  readonly moods: readonly Mood[];
  readonly patterns: readonly MoodPattern[];
  readonly index: PhraseIndex<Mood>;
}

const TAGS: readonly string[] = 'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(
  ' ',
);

function tagsOf(raw: string, where: string): ReadonlySet<Upos> | null {
  if (raw === '') return null;
  const tags = raw.split(/[\s,]+/);
  const wrong = tags.find((t) => !TAGS.includes(t));
  if (wrong !== undefined)
    throw new CueLexiconError(`${where}: ${JSON.stringify(wrong)} is no tag. Use universal tags.`);
  return new Set(tags as Upos[]);
}

const SUBJECTS: readonly Subject[] = ['first', 'second', 'own', 'name', 'other', 'thing', 'none'];
const VERBS: readonly VerbForm[] = ['plain', 'negated', 'imperative', 'none'];

function oneOf<T extends string>(raw: string, choices: readonly T[], where: string): readonly T[] | null {
  const given = splitWords(raw);
  const wrong = given.find((g) => !(choices as readonly string[]).includes(g));
  if (wrong !== undefined) throw new CueLexiconError(`${where}: "${wrong}" is none of ${choices.join(', ')}.`);
  return given.length === 0 ? null : (given as T[]);
}

function parsePatterns(raw: unknown, file: string, moods: readonly Mood[]): MoodPattern[] {
  return namedEntries(raw, file, 'patterns').map((entry) => {
    const name = entry['name'] as string;
    const where = `${file}, ${name}`;
    const bits = (field: string): number => {
      let set = 0;
      for (const wanted of splitWords(textField(entry, field, where, ''))) {
        const mood = moods.find((m) => m.name === wanted);
        if (!mood) throw new CueLexiconError(`${where}: "${wanted}" is no mood. Use a name from the list \`moods\`.`);
        set |= 1 << mood.at;
      }
      return set;
    };
    return {
      name,
      means: textField(entry, 'means', where),
      all: bits('all'),
      head: bits('head'),
      none: bits('none'),
      denied: bits('denied'),
      subject: oneOf(textField(entry, 'subject', where, ''), SUBJECTS, where),
      verb: oneOf(textField(entry, 'verb', where, ''), VERBS, where),
      acts: actWeights(entry['acts'], where, -3, 5),
    };
  });
}

/**
 * Reads the parsed `moods.yaml`.
 * @throws {CueLexiconError} where an entry does not have the form described at the head of that file.
 */
export function parseMoodLexicon(raw: unknown, file = 'data/lexicons/en/moods.yaml'): MoodLexicon {
  const moods: Mood[] = [];
  const words: (readonly [string, Mood])[] = [];
  for (const entry of namedEntries(raw, file, 'moods')) {
    const name = entry['name'] as string;
    const where = `${file}, ${name}`;
    const mood: Mood = {
      name,
      means: textField(entry, 'means', where),
      at: moods.length,
      acts: actWeights(entry['acts'], where, -3, 5),
      tags: tagsOf(textField(entry, 'tags', where, ''), where),
    };
    // Moods are kept as bits of one number.
    if (moods.length === 31) throw new CueLexiconError(`${where}: more than 31 moods. Merge some.`);
    moods.push(mood);
    for (const phrase of splitWords(textField(entry, 'words', where))) words.push([phrase, mood]);
  }
  const patterns = parsePatterns(raw, file, moods);
  return { moods, patterns, index: phraseIndex(words) };
}
