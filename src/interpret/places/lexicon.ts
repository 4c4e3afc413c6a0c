/** What a word does beside the name of a place; several may be added up. data/gazetteers/words.yaml says what each is. */
export const WORD = {
  at: 1,
  to: 2,
  moves: 4,
  part: 8,
  bounded: 16,
  direction: 32,
  region: 64,
  kind: 128,
  kept: 256,
  passed: 512,
  body: 1024,
  inner: 2048,
  takes: 4096,
  quarter: 8192,
  talks: 16384,
  deal: 32768,
  appositive: 65536,
} as const;

/** Any word that says of a name beside it that it is a place. */
export const SORTS = WORD.region | WORD.kind | WORD.quarter;

/** The words around names of places, by word or lemma. */
export type PlaceLexicon = ReadonlyMap<string, number>;

/** A fault in data/gazetteers/words.yaml, in plain words. */
export class PlaceLexiconError extends Error {
  override readonly name = 'PlaceLexiconError';
}

const LISTS: readonly (readonly [string, number])[] = [
  ['at', WORD.at],
  ['to', WORD.to],
  ['moves', WORD.moves],
  ['parts', WORD.part],
  ['bounded', WORD.bounded],
  ['directions', WORD.direction],
  ['regions', WORD.region],
  ['kinds', WORD.kind],
  ['kept', WORD.kept],
  ['passed', WORD.passed],
  ['bodies', WORD.body],
  ['inner', WORD.inner],
  ['takes', WORD.takes],
  ['quarters', WORD.quarter],
  ['talks', WORD.talks],
  ['deals', WORD.deal],
  ['appositive', WORD.appositive],
];

const NOUNS = WORD.part | WORD.bounded | WORD.region | WORD.kind | WORD.kept | WORD.quarter;

const pluralOf = (word: string): string =>
  /(?:s|x|ch|sh)$/u.test(word) ? `${word}es` : /[^aeou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;

/** Checks the parsed file and builds the table of it. Throws a `PlaceLexiconError` that names the list and the remedy. */
export function parsePlaceLexicon(raw: unknown): PlaceLexicon {
  const file = raw as Record<string, unknown> | null;
  const words = new Map<string, number>();
  const add = (word: string, flag: number): void => {
    words.set(word, (words.get(word) ?? 0) | flag);
  };
  for (const [key, flag] of LISTS) {
    const list = file?.[key];
    if (typeof list !== 'string')
      throw new PlaceLexiconError(`words.yaml: "${key}" is missing or no text. Write its words, parted by " / ".`);
    for (const word of list.split('/').map((w) => w.trim())) {
      if (!/^[a-z'-]+$/u.test(word))
        throw new PlaceLexiconError(
          `words.yaml, ${key}: "${word}" is not one word in small letters. Mend or remove it.`,
        );
      add(word, flag);
      if (flag & NOUNS) add(pluralOf(word), flag);
    }
  }
  for (const key of Object.keys(file ?? {}))
    if (!LISTS.some(([known]) => known === key))
      throw new PlaceLexiconError(
        `words.yaml: "${key}" is no list of this file. Known are ${LISTS.map(([k]) => k).join(', ')}.`,
      );
  return words;
}
