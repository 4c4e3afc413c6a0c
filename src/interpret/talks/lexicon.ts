/** The words by which talks are found, as `data/lexicons/en/talks.yaml` lists them. */
import { TALK_KINDS, TALK_STATUSES, type TalkKind, type TalkStatus } from '../../record.ts';
import { type Phrase, type PhraseTable, phraseTable } from '../phrases.ts';

/** Raised where the file does not have the form described at its head. */
export class TalkLexiconError extends Error {
  override readonly name = 'TalkLexiconError';
}

/** What may tell of a talk. */
export interface TalkTrigger {
  /** As `explain` shows it: `talks.yaml: meeting`. */
  readonly name: string;
  readonly means: string;
  /** The entry whose learned weights count for this one too: its own name, where the file names no other. */
  readonly like: string;
  readonly kind: TalkKind;
  /** Words that bring in whom one talks with; `object` for none, `joint` where the subject may name all sides. */
  readonly links: ReadonlySet<string>;
  readonly notBefore: readonly Phrase[];
  readonly notAfter: readonly Phrase[];
  /** Whether an object that a second phrase describes shows that it is something else: "called the envoy a friend". */
  readonly plainObject: boolean;
  /** Whether its object must be a person or people: "received the envoy", not "received support". */
  readonly toPeople: boolean;
  /** Whether an object that is a pronoun shows that both are together already: "told her". */
  readonly toName: boolean;
  /** Whether its object must name a side or a place: "visited Lorn", not "visited the wreck". */
  readonly toPlace: boolean;
  /** Whether an object right behind it shows that it is something else: "gathered troops". */
  readonly noObject: boolean;
  /** Whether its subject must be people: "the envoy went to Lorn". */
  readonly byPeople: boolean;
  /** Whether it counts only with a second side named, or pointed to. */
  readonly needsSides: boolean;
  /** Whether two known sides in their places are enough to take it for a talk. */
  readonly sure: boolean;
  /** Whether it tells that sides came to terms: what it makes is told with it. */
  readonly makes: boolean;
  /** Whether it names what talks end in, not the talks. */
  readonly outcome: boolean;
  /** Whether one side alone may hold it: a meeting of a cabinet is none between sides. */
  readonly inside: boolean;
  /** Whether "a second" one has the sides of the one told before. */
  readonly again: boolean;
}

/** What becomes of a talk, by words in its clause. */
export interface Sign {
  readonly status: TalkStatus;
  /** Where it stands to what tells of the talk. */
  readonly side: 'before' | 'after' | 'both';
}

/** What a modifier says of a talk. */
export type Modifier = 'line' | 'other' | 'vague' | 'single' | 'order' | 'joint' | 'peace';

/** Classes of small words. */
export const SMALL = [
  'with',
  'of',
  'mediators',
  'support',
  'attended',
  'places',
  'at',
  'owners',
  'breaks',
  'pairs',
  'within',
  'press',
  'assemblies',
  'joining',
  'arranged',
  'others',
  'asides',
  'later',
  'shares',
  'negotiating',
  'bringing',
  'beside',
  'brought',
  'capitals',
  'joins',
  'aims',
  'counted',
  'topics',
  'presence',
  'measures',
  'both',
  'of_two',
  'bodies',
  'craft',
  'offices',
  'at_which',
  'then',
  'there',
  'none',
  'strife',
  'relatives',
] as const;
export type SmallWords = (typeof SMALL)[number];

export interface TalkLexicon {
  readonly nouns: PhraseTable<TalkTrigger & { readonly plural: boolean }>;
  readonly verbs: PhraseTable<TalkTrigger>;
  readonly modifiers: ReadonlyMap<string, Modifier>;
  readonly signs: PhraseTable<Sign>;
  readonly small: Readonly<Record<SmallWords, ReadonlySet<string>>>;
}

const MODIFIERS: readonly string[] = ['line', 'other', 'vague', 'single', 'order', 'joint', 'peace'];

/**
 * Reads the parsed `talks.yaml`.
 * @throws {TalkLexiconError} where an entry does not have the form described at the head of that file.
 */
export function parseTalkLexicon(raw: unknown, file = 'data/lexicons/en/talks.yaml'): TalkLexicon {
  const fail = (entry: string, problem: string): never => {
    throw new TalkLexiconError(`${file}, ${entry}: ${problem}`);
  };
  const map = (value: unknown, entry: string): Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : fail(entry, 'expected names with values; write it as a YAML mapping.');
  const words = (value: unknown, entry: string): string[] => {
    if (value === undefined) return [];
    if (typeof value !== 'string') return fail(entry, 'expected words parted by commas.');
    const list = value
      .split(/[,\n]/)
      .map((w) => w.trim())
      .filter((w) => w !== '');
    const wrong = list.find((w) => w !== w.toLowerCase());
    return wrong === undefined ? list : fail(entry, `"${wrong}" has capitals; write it in lower case.`);
  };
  const some = (value: unknown, entry: string): string[] => {
    const list = words(value, entry);
    return list.length > 0 ? list : fail(entry, 'the list is empty or missing; give at least one word.');
  };
  const oneOf = (value: unknown, choices: readonly string[], entry: string): string =>
    typeof value === 'string' && choices.includes(value)
      ? value
      : fail(entry, `${JSON.stringify(value)} is none of ${choices.join(', ')}.`);
  const list = (value: unknown, entry: string): readonly unknown[] =>
    Array.isArray(value) ? value : fail(entry, 'expected a list.');

  const root = map(raw, 'the file');
  const nouns: [string, TalkTrigger & { plural: boolean }][] = [];
  const verbs: [string, TalkTrigger][] = [];
  const seen = new Set<string>();
  for (const given of list(root['triggers'], 'triggers')) {
    const entry = map(given, 'triggers');
    const name = typeof entry['name'] === 'string' ? entry['name'] : fail('triggers', 'an entry has no name.');
    if (seen.has(name)) fail(name, 'the name stands twice; give each entry its own.');
    seen.add(name);
    const needs = entry['needs'] === undefined ? null : oneOf(entry['needs'], ['sides'], `${name}, needs`);
    const objects = words(entry['object'], `${name}, object`);
    for (const object of objects) oneOf(object, ['plain', 'people', 'named', 'side', 'none'], `${name}, object`);
    const trigger: TalkTrigger = {
      name,
      means: typeof entry['means'] === 'string' ? entry['means'] : fail(name, 'say in plain words what it means.'),
      like: typeof entry['like'] === 'string' ? entry['like'] : name,
      kind: oneOf(entry['kind'], TALK_KINDS, `${name}, kind`) as TalkKind,
      links: new Set(words(entry['links'], `${name}, links`)),
      notBefore: words(entry['not_before'], `${name}, not_before`).map((p) => p.split(' ')),
      notAfter: words(entry['not_after'], `${name}, not_after`).map((p) => p.split(' ')),
      plainObject: objects.includes('plain'),
      toPeople: objects.includes('people'),
      toName: objects.includes('named'),
      toPlace: objects.includes('side'),
      noObject: objects.includes('none'),
      byPeople: entry['subject'] !== undefined && oneOf(entry['subject'], ['people'], `${name}, subject`) === 'people',
      needsSides: needs !== null,
      sure: entry['sure'] === true,
      makes: entry['makes'] === true,
      outcome: entry['outcome'] === true,
      inside: entry['inside'] === true,
      again: entry['again'] === true,
    };
    for (const noun of words(entry['nouns'], `${name}, nouns`)) {
      const form = noun.replace(/\+$/, '');
      nouns.push([form, { ...trigger, plural: noun.endsWith('+') }]);
      // A plural with a capital, which taggers leave as it is.
      nouns.push([`${form}s`, { ...trigger, plural: noun.endsWith('+') }]);
    }
    for (const verb of words(entry['verbs'], `${name}, verbs`)) verbs.push([verb, trigger]);
  }
  const modifiers = new Map<string, Modifier>();
  for (const [kind, value] of Object.entries(map(root['modifiers'], 'modifiers'))) {
    const modifier = oneOf(kind, MODIFIERS, 'modifiers') as Modifier;
    for (const word of some(value, `modifiers, ${kind}`)) {
      if (modifiers.has(word)) fail(`modifiers, ${kind}`, `"${word}" stands twice; keep one.`);
      modifiers.set(word, modifier);
    }
  }
  const signs: [string, Sign][] = [];
  for (const given of list(root['signs'], 'signs')) {
    const entry = map(given, 'signs');
    const status = oneOf(entry['status'], TALK_STATUSES, 'signs, status') as TalkStatus;
    const side = oneOf(entry['side'], ['before', 'after', 'both'], `signs, ${status}, side`) as Sign['side'];
    for (const word of some(entry['words'], `signs, ${status}`)) signs.push([word, { status, side }]);
  }
  const grammar = map(root['grammar'], 'grammar');
  const small = Object.fromEntries(
    SMALL.map((kind) => [kind, new Set(some(grammar[kind], `grammar, ${kind}`))]),
  ) as unknown as TalkLexicon['small'];
  return { nouns: phraseTable(nouns), verbs: phraseTable(verbs), modifiers, signs: phraseTable(signs), small };
}
