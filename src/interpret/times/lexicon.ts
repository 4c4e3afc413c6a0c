/** A length of the calendar. A weekend is Saturday and Sunday; a fortnight is two weeks. */
export type Unit =
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

export type Part = 'early' | 'mid' | 'late';
export type Bound = 'since' | 'after' | 'until' | 'before';

type Words = ReadonlySet<string>;
type Numbers = ReadonlyMap<string, number>;

/** The words that tell when; data/lexicons/en/times-words.yaml says what each list is. Keys are in lower case. */
export interface TimeLexicon {
  readonly months: Numbers;
  readonly weekdays: Numbers;
  readonly doubtful: Words;
  readonly capitalOnly: Words;
  readonly leadsIn: Words;
  readonly seasons: Numbers;
  readonly doubtfulSeasons: Words;
  readonly quarters: Numbers;
  readonly halves: Numbers;
  readonly units: ReadonlyMap<string, Unit>;
  readonly days: Numbers;
  readonly overnight: Words;
  readonly dayParts: Words;
  readonly moments: Words;
  /** -1, 0 or 1 by word. */
  readonly which: Numbers;
  readonly rolling: Numbers;
  readonly following: Words;
  readonly same: Words;
  readonly vague: Words;
  readonly unsaid: Words;
  readonly numbers: Numbers;
  readonly tens: Numbers;
  readonly ordinals: Numbers;
  readonly numberth: Words;
  readonly latter: Words;
  readonly beforeDuration: Words;
  readonly ago: Words;
  readonly textBack: Words;
  readonly textOn: Words;
  readonly parts: ReadonlyMap<string, Part>;
  readonly nearer: ReadonlyMap<string, Part>;
  readonly bounds: ReadonlyMap<string, Bound>;
  readonly range: Words;
  readonly opensRange: Words;
  readonly sets: Words;
  readonly setWords: Words;
  readonly decades: Numbers;
  readonly meridiem: Words;
  readonly zones: Words;
  readonly future: ReadonlyMap<string, 'future' | 'perhaps'>;
  readonly ahead: Words;
  readonly aheadWith: Words;
  readonly aheadLinks: Words;
  readonly bodies: Words;
  readonly present: Words;
  readonly lasting: Words;
  readonly clause: Words;
  readonly toAhead: Words;
  readonly aheadClause: Words;
  readonly age: Words;
  readonly hours: Words;
}

/** What is wrong with data/lexicons/en/times-words.yaml, which entry, and what to do. */
export class TimeLexiconError extends Error {
  constructor(entry: string, problem: string) {
    super(`data/lexicons/en/times-words.yaml, ${entry}: ${problem}`);
    this.name = 'TimeLexiconError';
  }
}

type Fields = Readonly<Record<string, unknown>>;

const UNITS: readonly Unit[] = [
  'minute',
  'hour',
  'day',
  'week',
  'weekend',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
];

/** Checks what was read from the YAML file and makes the lexicon of it. */
export function parseTimeLexicon(raw: unknown): TimeLexicon {
  const root = mapping(raw, 'the file');
  const set = (key: string): Words => new Set(words(root[key], key));
  /** Words by their place in the list, from `from`; short forms also with their full stop. */
  const places = (key: string, count: number, from = 1): Map<string, number> => {
    const groups = text(root[key], key).split(/\s+\/\s+/u);
    if (groups.length !== count)
      throw new TimeLexiconError(key, `expected ${count} places parted by " / ", found ${groups.length}.`);
    const out = new Map<string, number>();
    groups.forEach((group, i) => {
      for (const word of words(group, key)) out.set(word, i + from);
    });
    return out;
  };
  const stopped = (map: Map<string, number>): Numbers => {
    for (const [word, value] of [...map]) if (word.length < 6) map.set(`${word}.`, value);
    return map;
  };
  /** The key of the sub-list by word. */
  const kinds = <K extends string>(key: string, allowed: readonly K[]): ReadonlyMap<string, K> => {
    const lists = mapping(root[key], key);
    const out = new Map<string, K>();
    for (const kind of Object.keys(lists)) {
      if (!allowed.includes(kind as K))
        throw new TimeLexiconError(`${key}.${kind}`, `write one of ${allowed.join(', ')}.`);
      for (const word of words(lists[kind], `${key}.${kind}`)) out.set(word, kind as K);
    }
    return out;
  };
  const steps = (key: string): Numbers => {
    const step = { back: -1, here: 0, on: 1 } as const;
    return new Map([...kinds(key, ['back', 'here', 'on'])].map(([word, kind]) => [word, step[kind]]));
  };
  const days = mapping(root['days'], 'days');
  const doubtful = new Set(words(root['doubtful'], 'doubtful').flatMap((word) => [word, `${word}.`]));
  return {
    months: stopped(places('months', 12)),
    weekdays: stopped(places('weekdays', 7)),
    doubtful,
    capitalOnly: set('capital_only'),
    leadsIn: set('leads_in'),
    seasons: places('seasons', 4),
    doubtfulSeasons: set('doubtful_seasons'),
    quarters: places('quarters', 4),
    halves: places('halves', 2),
    units: kinds('units', UNITS),
    days: new Map(
      Object.keys(days).map((word) => {
        const value = days[word];
        if (typeof value !== 'number') throw new TimeLexiconError(`days.${word}`, 'expected a number of days.');
        return [word, value];
      }),
    ),
    overnight: set('overnight'),
    dayParts: set('day_parts'),
    moments: set('moments'),
    which: steps('which'),
    rolling: steps('rolling'),
    following: set('following'),
    same: set('same'),
    vague: set('vague'),
    unsaid: set('unsaid'),
    numbers: places('numbers', 20),
    tens: places('tens', 8, 2),
    ordinals: places('ordinals', 4),
    numberth: set('numberth'),
    latter: set('latter'),
    beforeDuration: set('before_duration'),
    ago: set('ago'),
    textBack: set('text_back'),
    textOn: set('text_on'),
    parts: kinds('parts', ['early', 'mid', 'late']),
    nearer: kinds('nearer', ['early', 'late']),
    bounds: kinds('bounds', ['since', 'after', 'until', 'before']),
    range: set('range'),
    opensRange: set('opens_range'),
    sets: set('sets'),
    setWords: set('set_words'),
    decades: places('decades', 8, 2),
    meridiem: set('meridiem'),
    zones: set('zones'),
    future: kinds('future', ['future', 'perhaps']),
    ahead: set('ahead'),
    aheadWith: set('ahead_with'),
    aheadLinks: set('ahead_links'),
    bodies: set('bodies'),
    present: set('present'),
    lasting: set('lasting'),
    clause: set('clause'),
    toAhead: set('to_ahead'),
    aheadClause: set('ahead_clause'),
    age: set('age'),
    hours: set('hours'),
  };
}

function mapping(raw: unknown, entry: string): Fields {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new TimeLexiconError(entry, 'expected names with values; write it as a YAML mapping.');
  return raw as Fields;
}

function text(raw: unknown, entry: string): string {
  if (typeof raw !== 'string' || raw.trim() === '')
    throw new TimeLexiconError(entry, 'expected words parted by spaces; quote the list if YAML reads it otherwise.');
  return raw.trim();
}

const words = (raw: unknown, entry: string): readonly string[] => text(raw, entry).split(/\s+/u);
