import type { BlockKind } from '../record.ts';
import { beginningsOf, type Known, partBeginnings } from './beginnings.ts';
import type { HeadlineWords } from './headlines.ts';

/**
 * Where a pattern has to stand to count.
 * - `line`: it is the whole line.
 * - `lead`, `end`: a line of ordinary length begins or ends with it, and the whole line goes.
 * - `head`: it stands at the very start of the body, before the first sentence, among the date and the place.
 * - `break`: it stands near the start of the first paragraph; its words go, and a new sentence begins behind them.
 * - `glued`: it stands between two sentences of a paragraph, and only its own words go.
 * - `credit`: it stands between two sentences, and it goes with the headline in capital letters behind it.
 * - `tail`: it stands after a paragraph's last full stop, and everything from it to the paragraph's end goes.
 * - `close`: it stands near the report's very end, wherever, and everything from it on goes.
 * - `within`: it stands inside a sentence, and only its own words go; the sentence reads on.
 */
export type Place = 'line' | 'lead' | 'end' | 'head' | 'break' | 'glued' | 'credit' | 'tail' | 'close' | 'within';

/** Places that are searched for; the others are tried where a line or sentence begins. */
const searched: ReadonlySet<Place> = new Set<Place>(['end', 'break', 'close', 'within']);

const places: readonly Place[] = ['line', 'lead', 'end', 'head', 'break', 'glued', 'credit', 'tail', 'close', 'within'];
const kinds: readonly BlockKind[] = ['caption', 'byline', 'dateline', 'advert', 'link', 'boilerplate'];

/** One entry of `clean.yaml`, ready to use. */
export interface CleanPattern {
  /** The rule it belongs to: `clean/advert-line`. */
  readonly rule: string;
  /** Where it is written, as `clean.yaml: advert-line 3`. */
  readonly entry: string;
  readonly kind: BlockKind;
  readonly where: Place;
  /** What a match can begin with, in small letters; `null` for anything. */
  readonly beginnings: ReadonlySet<string> | null;
  /** Sticky, for trying at one place. */
  readonly at: RegExp;
}

/** All entries for one place. */
export interface PatternGroup {
  readonly each: readonly CleanPattern[];
  /** Which of them may match where certain characters stand, as far as they were met: a cache. */
  readonly met: Map<string, readonly CleanPattern[]>;
  /**
   * For searching: all that ignore letter case as one, and all that do not as another. They are kept apart because V8
   * misses matches where an alternation mixes the two by inline flags (seen in Node 24.21).
   */
  readonly sought: readonly RegExp[];
}

/** What cleaning has to know about the ways of the press, as data. */
export interface CleanLexicon {
  readonly patterns: Readonly<Record<Place, PatternGroup>>;
  /** A written date at one place (sticky): `Tue 4 Apr 2031 10:07`, `12 March`, `04.04.2031`. */
  readonly date: RegExp;
  /** The name of an agency or outlet that signs datelines, at one place (sticky). */
  readonly agency: RegExp;
  /**
   * The place, date and agency that open a dispatch, up to its dash, at one place (sticky), with the groups `place`,
   * `date`, `agency` (one that the lexicon knows), `signed` (anything in brackets) and `dash`.
   */
  readonly dateline: RegExp;
  readonly headlines: HeadlineWords;
}

/** Raised when `clean.yaml` does not have the form that it must have. */
export class CleanLexiconError extends Error {
  override readonly name = 'CleanLexiconError';
}

function fail(where: string, what: string, remedy: string): never {
  throw new CleanLexiconError(`data/lexicons/en/clean.yaml, ${where}: ${what}. ${remedy}`);
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

function words(raw: unknown, where: string): readonly string[] {
  if (!Array.isArray(raw) || raw.length === 0 || raw.some((w) => typeof w !== 'string' || w === '')) {
    fail(where, 'not a list of words', 'Write one word or name a line, each behind a dash.');
  }
  return raw as string[];
}

/** Longest first, so that `September` is not read as `Sep`; the characters that a regular expression reads are taken as written. */
const alternation = (list: readonly string[]): string =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((w) => w.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|');

function compile(source: string, flags: string, where: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (cause) {
    fail(where, `"${source}" is no regular expression (${(cause as Error).message})`, 'Correct the pattern.');
  }
}

const unnamed = (source: string): string => source.replace(/\(\?<[A-Za-z]+>/g, '(?:');

/** Names as written and in capitals, so that letter case need not be ignored around them. */
const eitherCase = (list: readonly string[]): string =>
  alternation([...new Set([...list, ...list.map((w) => w.toUpperCase())])]);

function dateExpression(raw: Record<string, unknown>): string {
  const month = `(?:${eitherCase(words(raw['months'], 'months'))})\\b\\.?`;
  const weekday = `(?:${eitherCase(words(raw['weekdays'], 'weekdays'))})\\b\\.?`;
  const day = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\\d)';
  const year = '(?:19|20)\\d\\d';
  const clock = '(?:,?\\s+(?:at\\s+)?\\d{1,2}[:.]\\d\\d(?:\\s*[apAP]\\.?[mM]\\.?)?)?';
  const written = `(?:${day}\\s+${month}|${month}\\s*${day})(?:,?\\s*${year}\\b)?`;
  const figures = `${day}[-./](?:0?[1-9]|1[0-2])[-./]${year}|${year}[-./](?:0[1-9]|1[0-2])[-./](?:0[1-9]|[12]\\d|3[01])`;
  return `(?:${weekday},?\\s+)?(?:${written}|${figures})${clock}`;
}

function datelineExpression(date: string, agency: string): string {
  const name = "\\p{Lu}[\\p{L}\\p{M}'’.]{1,24}(?:-[\\p{L}\\p{M}'’.]{1,24}){0,2}";
  const names = `${name}(?: (?:${name}|d[eiu]|la|al|el|of|on|upon)){0,3}`;
  const place = `(?<place>${names}(?:(?:, ?|/)${names}){0,2})`;
  const when = `(?:,? (?<date>${date}),?)?`;
  const signed = `(?: ?\\((?:(?<agency>${agency})|(?<signed>\\p{Lu}[\\p{L}\\p{N} .&/-]{1,40}))\\)| (?<bare>${agency}))?`;
  // The agency may stand first, or alone.
  return `(?:${place}${when}${signed}|(?<alone>${agency}))(?<dash> ?(?:[-–—―]{1,2}|:(?= ))(?=[ \\p{Lu}"“‘']|$) ?| ?$|(?<=\\)) (?=[\\p{Lu}"“]))`;
}

/** Reads what `clean.yaml` holds. Throws {@link CleanLexiconError}, which names the entry and the remedy. */
export function parseCleanLexicon(raw: unknown): CleanLexicon {
  if (!isRecord(raw)) fail('the whole file', 'not a table', 'It needs months, weekdays, agencies and patterns.');
  const groups = raw['patterns'];
  if (!Array.isArray(groups)) fail('patterns', 'not a list', 'Each entry needs rule, kind, where and match.');
  const agency = `(?:${alternation(words(raw['agencies'], 'agencies'))})(?![\\p{L}\\p{N}])`;
  const date = dateExpression(raw);
  const fill = (source: string): string => source.replaceAll('{date}', `(?:${date})`).replaceAll('{agency}', agency);

  const parts: Known = new Map([
    ['date', partBeginnings(date)],
    ['agency', partBeginnings(agency)],
  ]);

  const each: CleanPattern[] = [];
  groups.forEach((group: unknown, g) => {
    const where = `patterns, entry ${g + 1}`;
    if (!isRecord(group)) fail(where, 'not a table', 'It needs rule, kind, where and match.');
    const { rule, kind, case: letters } = group;
    const place = group['where'];
    if (typeof rule !== 'string') fail(where, 'no rule', 'Name the rule, as in `rule: advert-line`.');
    if (!kinds.includes(kind as BlockKind)) fail(where, `no kind "${kind}"`, `Choose among ${kinds.join(', ')}.`);
    if (!places.includes(place as Place)) fail(where, `no place "${place}"`, `Choose among ${places.join(', ')}.`);
    if (letters !== undefined && letters !== 'exact')
      fail(where, 'case can only be exact', 'Leave it out or write `case: exact`.');
    words(group['match'], `${where}, match`).forEach((match, m) => {
      const full = fill(match);
      const flags = letters === 'exact' ? 'yu' : 'iyu';
      each.push({
        rule: `clean/${rule}`,
        entry: `clean.yaml: ${rule} ${m + 1}`,
        kind: kind as BlockKind,
        where: place as Place,
        beginnings: beginningsOf(match, parts),
        at: compile(place === 'line' || place === 'end' ? `(?:${full})$` : full, flags, `${where}, match ${m + 1}`),
      });
    });
  });
  const groupOf = (place: Place): PatternGroup => {
    const own = each.filter((p) => p.where === place);
    const sought = searched.has(place)
      ? ['iu', 'u'].flatMap((letters) => {
          const some = own.filter((p) => p.at.flags.replace('y', '') === letters);
          return some.length > 0
            ? [compile(some.map((p) => unnamed(p.at.source)).join('|'), `${letters}g`, place)]
            : [];
        })
      : [];
    return { each: own, met: new Map(), sought };
  };
  return {
    patterns: {
      line: groupOf('line'),
      lead: groupOf('lead'),
      end: groupOf('end'),
      head: groupOf('head'),
      break: groupOf('break'),
      glued: groupOf('glued'),
      credit: groupOf('credit'),
      tail: groupOf('tail'),
      close: groupOf('close'),
      within: groupOf('within'),
    },
    date: compile(date, 'yu', 'months and weekdays'),
    agency: compile(agency, 'yu', 'agencies'),
    dateline: compile(datelineExpression(date, agency), 'yu', 'agencies'),
    headlines: {
      small: new Set(words(raw['headline-small'], 'headline-small')),
      openers: new Set(words(raw['sentence-openers'], 'sentence-openers')),
    },
  };
}
