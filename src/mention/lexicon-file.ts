/** What is wrong in which lexicon, and what to do. */
export class MentionLexiconError extends Error {
  constructor(file: string, entry: string, problem: string) {
    super(`data/lexicons/en/${file}, ${entry}: ${problem}`);
    this.name = 'MentionLexiconError';
  }
}

export type Fields = Readonly<Record<string, unknown>>;

export function fields(raw: unknown, file: string, entry: string): Fields {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new MentionLexiconError(file, entry, 'expected names with values; write it as a YAML mapping.');
  return raw as Fields;
}

/** Values parted by " / "; nothing for a field that is not there. */
export function values(raw: unknown, file: string, entry: string): readonly string[] {
  if (raw === undefined || raw === null || raw === '') return [];
  if (typeof raw !== 'string')
    throw new MentionLexiconError(
      file,
      entry,
      'expected words parted by " / "; quote a value that YAML reads as a number, date or truth value.',
    );
  return raw
    .split(/\s+\/\s+/u)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** A table in one block of text: `Name: fields` a line, fields parted by ";". Lines that begin with # are comments. */
export function table(raw: unknown, file: string, entry: string): ReadonlyMap<string, readonly string[]> {
  if (typeof raw !== 'string')
    throw new MentionLexiconError(
      file,
      entry,
      'expected a table; write "' + entry + ': |" and a line for each row below it.',
    );
  const rows = new Map<string, readonly string[]>();
  for (const line of raw.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    if (colon < 1 || name === '')
      throw new MentionLexiconError(file, `${entry}, "${line}"`, 'a row needs a name and a colon before its fields.');
    if (rows.has(name))
      throw new MentionLexiconError(file, `${entry}, ${name}`, 'it stands here twice; join the two rows.');
    rows.set(
      name,
      line
        .slice(colon + 1)
        .split(';')
        .map((field) => field.trim()),
    );
  }
  if (rows.size === 0) throw new MentionLexiconError(file, entry, 'the table is empty.');
  return rows;
}

export function listed(raw: unknown, file: string, entry: string): readonly string[] {
  const list = values(raw, file, entry);
  if (list.length === 0)
    throw new MentionLexiconError(file, entry, 'the list is empty or missing; give at least one word.');
  return list;
}

/** English plurals of a word or of the last word of a phrase (of the first, in "minister of ..."). */
export function pluralOf(phrase: string): string {
  const of = / (?:of|for|to|at|in) /u.exec(phrase);
  if (of) return pluralOf(phrase.slice(0, of.index)) + phrase.slice(of.index);
  if (/man$/u.test(phrase) && !/(?:german|roman)$/iu.test(phrase)) return phrase.replace(/an$/u, 'en');
  if (/child$/u.test(phrase)) return phrase + 'ren';
  if (/[^aeiou]y$/u.test(phrase)) return phrase.replace(/y$/u, 'ies');
  if (/(?:s|x|ch|sh)$/iu.test(phrase)) return phrase + 'es';
  return phrase + 's';
}
