import type { Zone } from './article/local-day.ts';
import type { Metadata } from './document.ts';
import { IngestError } from './error.ts';

/** What readers of tables and web pages know of words. Loaded by `src/data/ingest.ts`. */
export interface IngestLexicon {
  readonly fields: FieldLexicon;
  readonly pages: PageLexicon;
}

/** What a field of a table can hold. `summary` stands in where there is no text. */
export type FieldKind = 'text' | 'summary' | keyof Metadata;

/** For each kind, the names that such fields go by, plain (see {@link plainName}), in order of preference. */
export type FieldLexicon = Readonly<Record<FieldKind, readonly string[]>>;

/** Words that tell what a part of a web page is, and dates in words. */
export interface PageLexicon {
  /** Words in class names and ids of elements that are no part of the report, if they are short. */
  readonly outside: ReadonlySet<string>;
  /** The same, for elements that are part of it unless they hold little but links. */
  readonly inserted: ReadonlySet<string>;
  /** The same, for what readers wrote. */
  readonly comments: ReadonlySet<string>;
  /** The same, for elements that hold the body of the report. */
  readonly body: readonly string[];
  /** Words in class names of elements with the paragraph that sums a report up above its body. */
  readonly standfirst: ReadonlySet<string>;
  /** Class names and ids of elements that show when a page was published, best first. */
  readonly dated: readonly string[];
  /** Words in such names, best first. */
  readonly datedParts: readonly string[];
  /** Names under which data in a page keeps its date, best first. */
  readonly datedKeys: readonly string[];
  /** Words in the names of elements that hold other reports, comments or what every page of a site has. */
  readonly elsewhere: ReadonlySet<string>;
  /** Class names and ids of elements that name who wrote it. */
  readonly signed: readonly string[];
  /** Whole lines that are no part of a report, lower case, without marks at their ends. */
  readonly lines: ReadonlySet<string>;
  /** Beginnings of lines that are no part of a report, lower case. */
  readonly leads: readonly string[];
  /** Beginnings of lines after which nothing of the report comes, lower case. */
  readonly ends: readonly string[];
  /** Words anywhere in a short paragraph that ask the reader for something, lower case. */
  readonly calls: readonly string[];
  /** Words in a short line that say whose a picture is, lower case. */
  readonly credits: readonly string[];
  /** What stands before the writer's name in a note on how to reach them, lower case. */
  readonly toWriters: readonly string[];
  /** What follows the writer's name in a note on who that is, lower case. */
  readonly ofWriters: readonly string[];
  /** Names in a PDF of programs that print pages of the web, lower case. */
  readonly printers: readonly string[];
  /** Words before a date that say what it is the date of. */
  readonly publishedWords: readonly string[];
  readonly modifiedWords: readonly string[];
  /** Words that say so anywhere in a line, right before the date. */
  readonly publishedBefore: readonly string[];
  /** The same, after the date. */
  readonly publishedAfter: readonly string[];
  /** Languages, and endings of addresses with a dot before, where `04/05/2031` is the 4th of May. */
  readonly dayFirst: ReadonlySet<string>;
  /** Endings of addresses where it is the 5th of April. */
  readonly monthFirst: ReadonlySet<string>;
  /** Zones of countries by the ending of their addresses. */
  readonly zones: ReadonlyMap<string, Zone>;
  /** Ids of what archives put on top of the pages that they keep. */
  readonly archiveBars: readonly string[];
  /** Number of the month, 1 to 12, by its name in any language, lower case, without a full stop. */
  readonly months: ReadonlyMap<string, number>;
  /** Months by language, with names that mean another month there. */
  readonly monthsOf: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const kinds: readonly FieldKind[] = [
  'text',
  'summary',
  'title',
  'url',
  'outlet',
  'published',
  'modified',
  'byline',
  'language',
];

/** The name of a field without letter case, spaces and marks; dots stay. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');

const endMark = /[^\p{L}\p{N}©]/u;

/**
 * A line of a page without marks at its ends, lower case, as the lexicon has it. The end is looked at letter by letter: a
 * search for marks "to the end" begins anew at each mark, and a line of nothing but dots takes the square of its length.
 */
export function bareLine(text: string): string {
  const line = text.toLowerCase().replace(/^[^\p{L}\p{N}©@#]+/u, '');
  let end = line.length;
  while (end > 0) {
    const low = line.charCodeAt(end - 1);
    const size = low >= 0xdc00 && low <= 0xdfff && end > 1 ? 2 : 1;
    if (!endMark.test(line.slice(end - size, end))) break;
    end -= size;
  }
  return line.slice(0, end).replace(/\s+/gu, ' ');
}

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

function wordsOf(raw: unknown, file: string, entry: string): readonly string[] {
  const list: unknown = isRecord(raw) ? raw[entry] : undefined;
  if (!Array.isArray(list) || list.length === 0 || !list.every((w) => typeof w === 'string' && w.trim() !== '')) {
    throw new IngestError('lexicon', `${file}: "${entry}" must be a list of words. Correct the file.`);
  }
  return list as string[];
}

/** Throws {@link IngestError} that names the entry at fault. */
export function parseFieldLexicon(raw: unknown): FieldLexicon {
  return Object.fromEntries(
    kinds.map((kind) => [kind, wordsOf(raw, 'data/lexicons/fields.yaml', kind).map(plainName)]),
  ) as unknown as FieldLexicon;
}

function zonesOf(raw: unknown, file: string): ReadonlyMap<string, Zone> {
  const out = new Map<string, Zone>();
  for (const [entry, summer] of [
    ['zones', false],
    ['zones-summer', true],
  ] as const) {
    const lists: unknown = isRecord(raw) ? raw[entry] : undefined;
    if (!isRecord(lists))
      throw new IngestError('lexicon', `${file}: "${entry}" must be lists by hour. Correct the file.`);
    for (const [key, endings] of Object.entries(lists)) {
      const hours = Number(key);
      const fine = Array.isArray(endings) && endings.every((e) => typeof e === 'string');
      if (!(hours >= -12 && hours <= 14) || !fine) {
        throw new IngestError(
          'lexicon',
          `${file}: "${entry}", "${key}", must be an hour and endings. Correct the file.`,
        );
      }
      for (const ending of endings as string[]) out.set(ending, { hours, summer });
    }
  }
  return out;
}

function monthsByLanguage(
  raw: unknown,
  months: ReadonlyMap<string, number>,
  file: string,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const given: unknown = isRecord(raw) ? raw['months-of-language'] : undefined;
  const fine =
    isRecord(given) &&
    Object.values(given).every((names) => isRecord(names) && Object.values(names).every((n) => typeof n === 'number'));
  if (!fine) {
    const message = `${file}: "months-of-language" must give numbers of months by name, by language. Correct the file.`;
    throw new IngestError('lexicon', message);
  }
  return new Map(
    Object.entries(given as Record<string, Record<string, number>>).map(([language, names]) => [
      language,
      new Map([...months, ...Object.entries(names)]),
    ]),
  );
}

/** Throws {@link IngestError} that names the entry at fault. */
export function parsePageLexicon(raw: unknown): PageLexicon {
  const file = 'data/lexicons/pages.yaml';
  const words = (entry: string): readonly string[] => wordsOf(raw, file, entry).map((w) => w.toLowerCase());
  const months = new Map<string, number>();
  const given: unknown = isRecord(raw) ? raw['months'] : undefined;
  if (!Array.isArray(given) || given.length !== 12) {
    throw new IngestError('lexicon', `${file}: "months" must be twelve lists of names. Correct the file.`);
  }
  for (const [i, names] of given.entries()) {
    if (!Array.isArray(names) || !names.every((n) => typeof n === 'string')) {
      throw new IngestError(
        'lexicon',
        `${file}: "months", number ${i + 1}, must be a list of names. Correct the file.`,
      );
    }
    for (const name of names as string[]) months.set(name.toLowerCase(), i + 1);
  }
  return {
    outside: new Set(words('outside')),
    inserted: new Set(words('inserted')),
    comments: new Set(words('comments')),
    body: words('body'),
    standfirst: new Set(words('standfirst')),
    dated: words('dated'),
    datedParts: words('dated-parts'),
    datedKeys: words('dated-keys'),
    elsewhere: new Set(words('elsewhere')),
    signed: words('signed'),
    lines: new Set(words('lines').map(bareLine)),
    leads: words('leads').map(bareLine),
    ends: words('ends').map(bareLine),
    calls: words('calls').map((w) => w.toLowerCase()),
    printers: words('printers').map((w) => w.toLowerCase()),
    toWriters: words('to-writers').map((w) => w.toLowerCase()),
    ofWriters: words('of-writers').map((w) => w.toLowerCase()),
    credits: words('credits').map((w) => w.toLowerCase()),
    publishedWords: words('published-words'),
    modifiedWords: words('modified-words'),
    publishedBefore: words('published-before'),
    publishedAfter: words('published-after'),
    dayFirst: new Set(words('day-first')),
    monthFirst: new Set(words('month-first')),
    zones: zonesOf(raw, file),
    archiveBars: wordsOf(raw, file, 'archive-bars'),
    months,
    monthsOf: monthsByLanguage(raw, months, file),
  };
}

/** Knows only the names that this program itself writes, and no words of pages. For use without data files. */
export const NO_LEXICON: IngestLexicon = {
  fields: {
    text: ['text'],
    summary: ['summary'],
    title: ['title'],
    url: ['url'],
    outlet: ['outlet'],
    published: ['published'],
    modified: ['modified'],
    byline: ['byline'],
    language: ['language'],
  },
  pages: {
    outside: new Set(),
    inserted: new Set(),
    comments: new Set(),
    body: [],
    standfirst: new Set(),
    dated: [],
    datedParts: [],
    datedKeys: [],
    elsewhere: new Set(),
    signed: [],
    lines: new Set(),
    leads: [],
    ends: [],
    calls: [],
    credits: [],
    toWriters: [],
    ofWriters: [],
    printers: [],
    publishedWords: [],
    modifiedWords: [],
    publishedBefore: [],
    publishedAfter: [],
    dayFirst: new Set(),
    monthFirst: new Set(),
    zones: new Map(),
    archiveBars: [],
    months: new Map(),
    monthsOf: new Map(),
  },
};
