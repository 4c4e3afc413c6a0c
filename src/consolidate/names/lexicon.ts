/** What comparing names across reports knows of spelling. Data: data/lexicons/en/spellings.yaml. */
export interface NameLexicon {
  /** Words that are no part of a name, each as words joined by a space. */
  readonly titles: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** Words that begin a description or an office where no name follows: "her office", "two diplomats". */
  readonly openers: ReadonlySet<string>;
  /** What joins parties that speak in one voice. */
  readonly joins: ReadonlySet<string>;
  /** Names of one party that have such a word in them. */
  readonly undivided: ReadonlySet<string>;
  readonly letters: ReadonlyMap<string, string>;
  /** What is heard for letters, by the letters. */
  readonly sounds: ReadonlyMap<string, string>;
  /** Given names that are one, each with the first of its group. */
  readonly given: ReadonlyMap<string, string>;
}

/** A fault of the file, with the entry and what to do. */
export class NameLexiconError extends Error {
  override readonly name = 'NameLexiconError';
}

const FILE = 'data/lexicons/en/spellings.yaml';

/** @throws {NameLexiconError} where an entry is missing or of another form. */
export function parseNameLexicon(raw: unknown): NameLexicon {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new NameLexiconError(
      `${FILE}: must hold titles, particles, openers, joins, undivided, letters, sounds and given.`,
    );
  }
  const entries = raw as Readonly<Record<string, unknown>>;
  const text = (entry: string): string => {
    const value = entries[entry];
    if (typeof value === 'string' && value.trim() !== '') return value;
    throw new NameLexiconError(`${FILE}: "${entry}" must be words parted by " / ". Write them so.`);
  };
  const words = (line: string): string[] => line.split('/').map((word) => word.trim());
  const plain = (entry: string, all: readonly string[]): readonly string[] => {
    const bad = all.find((word) => !/^[\p{Ll} -]+$/u.test(word));
    if (bad === undefined) return all;
    throw new NameLexiconError(
      `${FILE}: "${bad}" in "${entry}" is not in small letters. Write it so, or leave it out.`,
    );
  };
  const table = (entry: string): ReadonlyMap<string, string> => {
    const value = entries[entry];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new NameLexiconError(`${FILE}: "${entry}" must map letters to letters, as in {ph: f}.`);
    }
    const rows = Object.entries(value).map(([from, to]): [string, string] => {
      if (typeof to === 'string' && /^\p{Ll}*$/u.test(to) && /^\p{Ll}+$/u.test(from)) return [from, to];
      throw new NameLexiconError(`${FILE}: "${from}" in "${entry}" must stand for small letters. Write them as text.`);
    });
    return new Map(rows);
  };
  const given = new Map<string, string>();
  for (const line of text('given').split('\n')) {
    const group = plain('given', words(line).filter(Boolean));
    for (const name of group) {
      if (given.has(name)) {
        throw new NameLexiconError(`${FILE}: "${name}" stands in two groups of "given". Leave one out.`);
      }
      given.set(name, group[0]!);
    }
  }
  return {
    titles: new Set(plain('titles', words(text('titles')))),
    particles: new Set(plain('particles', words(text('particles')))),
    openers: new Set(plain('openers', words(text('openers')))),
    joins: new Set(plain('joins', words(text('joins')))),
    undivided: new Set(plain('undivided', words(text('undivided')))),
    letters: table('letters'),
    sounds: table('sounds'),
    given,
  };
}
