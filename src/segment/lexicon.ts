import type { Upos } from '../record.ts';
import { UPOS } from '../text/upos.ts';

/**
 * How an abbreviation bears on the end of a sentence: it never ends one (`before-name`), is one only before a figure
 * (`before-figure`), or may end one: a month or day where no figure follows (`date`), before a word that often begins
 * sentences (`open`), before any word with a capital (`ending`).
 */
export type AbbreviationKind = 'before-name' | 'before-figure' | 'date' | 'open' | 'ending';

/** The words that decide where a word or a sentence ends; data/lexicons/en/segment.yaml says what each list is. */
export interface SegmentLexicon {
  /** By the abbreviation as written, without its last full stop. */
  readonly abbreviations: ReadonlyMap<string, AbbreviationKind>;
  readonly starters: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly hosts: readonly string[];
  readonly files: readonly string[];
  readonly elisions: readonly string[];
  readonly bullets: ReadonlySet<string>;
  /** Lemma by tag, by what stands after the apostrophe. */
  readonly clitics: ReadonlyMap<string, ReadonlyMap<Upos, string>>;
  /** By word in lower case: the right tag by the wrong one. */
  readonly retag: ReadonlyMap<string, ReadonlyMap<Upos, Upos>>;
  /** Lemmas of the stems before n't. */
  readonly stems: ReadonlyMap<string, string>;
  readonly guesses: Guesses;
}

/** The likely tag of an unknown word by its last two to four letters, or else by its first two to five. */
export interface Guesses {
  readonly endings: ReadonlyMap<string, Upos>;
  readonly beginnings: ReadonlyMap<string, Upos>;
}

/** What is wrong with data/lexicons/en/segment.yaml, which entry, and what to do. */
export class SegmentLexiconError extends Error {
  constructor(entry: string, problem: string) {
    super(`data/lexicons/en/segment.yaml, ${entry}: ${problem}`);
    this.name = 'SegmentLexiconError';
  }
}

const TAGS: ReadonlySet<string | undefined> = new Set<Upos>(UPOS);
const KINDS: readonly AbbreviationKind[] = ['before-name', 'before-figure', 'date', 'open', 'ending'];

function mapping(raw: unknown, entry: string): Readonly<Record<string, unknown>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new SegmentLexiconError(entry, 'expected names with values; write it as a YAML mapping.');
  return raw as Readonly<Record<string, unknown>>;
}

/** A list of words in one string, parted by white space. */
function words(raw: unknown, entry: string): readonly string[] {
  if (typeof raw !== 'string' || raw.trim() === '')
    throw new SegmentLexiconError(
      entry,
      'expected words parted by spaces; quote the list if YAML reads it as another type.',
    );
  return raw.trim().split(/\s+/u);
}

function text(raw: unknown, entry: string): string {
  if (typeof raw !== 'string' || raw === '')
    throw new SegmentLexiconError(entry, 'expected a word; quote it if need be.');
  return raw;
}

/** Checks what was read from the YAML file and makes the lexicon of it. */
export function parseSegmentLexicon(raw: unknown): SegmentLexicon {
  const root = mapping(raw, 'the file');
  const lists = mapping(root['abbreviations'], 'abbreviations');
  const abbreviations = new Map<string, AbbreviationKind>();
  for (const kind of KINDS)
    for (const word of words(lists[kind], `abbreviations.${kind}`))
      if (!abbreviations.has(word)) abbreviations.set(word, kind);
  const given = root['clitics'];
  if (!Array.isArray(given)) throw new SegmentLexiconError('clitics', 'expected a list of form and lemmas.');
  const clitics = new Map<string, ReadonlyMap<Upos, string>>();
  given.forEach((item: unknown, i) => {
    const entry = mapping(item, `clitics, entry ${i + 1}`);
    const lemmas = mapping(entry['lemmas'], `clitics, entry ${i + 1}, lemmas`);
    const byTag = new Map<Upos, string>();
    for (const tag of Object.keys(lemmas)) {
      if (!TAGS.has(tag)) throw new SegmentLexiconError(`clitics, entry ${i + 1}`, `${tag} is no part of speech.`);
      byTag.set(tag as Upos, text(lemmas[tag], `clitics, entry ${i + 1}, ${tag}`));
    }
    clitics.set(text(entry['form'], `clitics, entry ${i + 1}, form`), byTag);
  });
  const retag = new Map<string, Map<Upos, Upos>>();
  const retags = mapping(root['retag'], 'retag');
  for (const key of Object.keys(retags)) {
    const [wrong, right] = key.split('>');
    if (!TAGS.has(wrong) || !TAGS.has(right))
      throw new SegmentLexiconError(`retag.${key}`, 'expected two parts of speech, as in "VERB>NOUN".');
    for (const word of words(retags[key], `retag.${key}`))
      retag.set(word, (retag.get(word) ?? new Map<Upos, Upos>()).set(wrong as Upos, right as Upos));
  }
  const stems = mapping(root['stems'], 'stems');
  const guesses = mapping(root['guesses'], 'guesses');
  const guessesBy = (part: string): ReadonlyMap<string, Upos> => {
    const byLetters = new Map<string, Upos>();
    const entry = `guesses.${part}`;
    for (const [tag, list] of Object.entries(mapping(guesses[part], entry))) {
      if (!TAGS.has(tag)) throw new SegmentLexiconError(entry, `${tag} is no part of speech.`);
      for (const letters of words(list, `${entry}.${tag}`)) byLetters.set(letters, tag as Upos);
    }
    return byLetters;
  };
  return {
    abbreviations,
    starters: new Set(words(root['starters'], 'starters')),
    speech: new Set(words(root['speech'], 'speech')),
    speakers: new Set(words(root['speakers'], 'speakers')),
    months: new Set(words(root['months'], 'months')),
    hosts: words(root['hosts'], 'hosts'),
    files: words(root['files'], 'files'),
    elisions: words(root['elisions'], 'elisions'),
    bullets: new Set(words(root['bullets'], 'bullets')),
    clitics,
    retag,
    stems: new Map(Object.keys(stems).map((stem) => [stem, text(stems[stem], `stems.${stem}`)])),
    guesses: { endings: guessesBy('endings'), beginnings: guessesBy('beginnings') },
  };
}

/** The kind of an abbreviation without its full stop, also where a headline has it in capitals (GEN. VOSS). */
export function abbreviationKind(lexicon: SegmentLexicon, word: string): AbbreviationKind | undefined {
  const kind = lexicon.abbreviations.get(word);
  if (kind || word.length < 2 || !/^\p{Lu}+$/u.test(word)) return kind;
  const titled = lexicon.abbreviations.get(word[0] + word.slice(1).toLowerCase());
  return titled === 'open' || titled === 'ending' ? undefined : titled;
}
