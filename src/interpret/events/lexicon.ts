import { EVENT_MODES, EVENT_TYPES, type EventMode, type EventType } from '../../record.ts';
import { WORD_LISTS, type WordLists } from './word-lists.ts';

export { EVENT_TYPES };

/** What an event is beside others: a war or campaign, the harm that an attack did, or a single thing done. */
export type Scale = 'war' | 'harm' | 'plain';

/** Words that may tell of an event of one type. */
export interface Family {
  readonly name: string;
  /** Kinds of features that join the family with something else; made once, since every candidate asks for them. */
  readonly kinds: { readonly opens: string; readonly after: string };
  /** Indices into `EVENT_TYPES`, the usual one first. */
  readonly types: readonly number[];
  readonly mode: EventMode | null;
  readonly weight: number;
  readonly scale: Scale;
  /** Whether it tells of people held, driven away or let go, of forces that move by themselves, or of land that is held. */
  readonly people: 'taken' | 'driven' | 'moved' | 'held' | null;
  /** Whether the object of its verbs is the deed or its means, not what is struck: "fired missiles at the port". */
  readonly deed: boolean;
  /** Whether its nouns often name what is only talked of, so that a verb of seeking or an adjective undoes them. */
  readonly sought: boolean;
  /** Whether the needed word must stand in the subject or object of its verbs, or after "with". */
  readonly argument: boolean;
  /** Bits of the sets of which a word must stand in the object of its verbs, where they have one; 0 for no need. */
  readonly objects: number;
  /** Bits of the sets of which a word must stand near; 0: none is needed. */
  readonly needs: number;
  /** Bits of the sets of which none may stand near. */
  readonly never: number;
}

/** One word or phrase of a family. */
export interface Trigger {
  readonly family: Family;
  readonly kind: 'noun' | 'verb';
  /** The words after the first, in lower case. */
  readonly rest: readonly string[];
}

/** What tells of events (data/taxonomies/events.yaml). */
export interface EventLexicon extends WordLists {
  readonly families: readonly Family[];
  /** Nouns, and verbs in forms that no noun has, by their first word. */
  readonly nouns: ReadonlyMap<string, readonly Trigger[]>;
  readonly verbs: ReadonlyMap<string, readonly Trigger[]>;
  /** The sets that a word belongs to, as bits. */
  readonly sets: ReadonlyMap<string, number>;
  readonly setNames: readonly string[];
  /** Bits of the sets whose words name people under arms. */
  readonly fighters: number;
  /** Bits of the sets whose words name what is fired. */
  readonly means: number;
  /** Bits of the sets whose words name ground that is held or struck. */
  readonly grounds: number;
  /** Bits of the set whose words name ships and other vessels. */
  readonly vessels: number;
  /** Bits of the sets whose words name what is closed to others, or banned. */
  readonly doors: number;
  /** The mode that a word near an ASSAULT tells. */
  readonly modes: ReadonlyMap<string, EventMode>;
}

/** Raised when a data file of events does not have the form that its head describes. */
export class EventLexiconError extends Error {
  override readonly name = 'EventLexiconError';
}

const FILE = 'data/taxonomies/events.yaml';
type Raw = Readonly<Record<string, unknown>>;

/** Words of a comma-separated list, hyphens as words of their own, as the tokeniser has them. */
export const phrasesOf = (given: unknown): string[][] =>
  String(given ?? '')
    .split(',')
    .map((p) => p.trim().toLowerCase().replaceAll('-', ' - ').split(/\s+/).filter(Boolean))
    .filter((p) => p.length > 0);

const VOWEL = /[aeiou]/;

/** The regular plural of a noun, or third person of a verb. */
export function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** The regular past and the `-ing` form of a verb, with and without a doubled consonant where that hangs on stress. */
export function verbForms(verb: string): string[] {
  if (verb.endsWith('e')) return [`${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`, `${verb}ing`];
  const last = verb.at(-1)!;
  const forms = [`${verb}ed`, `${verb}ing`];
  const doubles =
    !VOWEL.test(last) && !/[wxy]/.test(last) && VOWEL.test(verb.at(-2) ?? '') && !VOWEL.test(verb.at(-3) ?? 'x');
  return doubles ? [...forms, `${verb}${last}ed`, `${verb}${last}ing`] : forms;
}

function put(map: Map<string, Trigger[]>, key: string, trigger: Trigger): void {
  const all = map.get(key);
  if (all) all.push(trigger);
  else map.set(key, [trigger]);
}

/**
 * Reads the parsed data/taxonomies/events.yaml.
 * @throws {EventLexiconError} where an entry does not have its form.
 */
export function parseEventLexicon(raw: unknown): EventLexicon {
  const fail = (where: string, what: string): never => {
    throw new EventLexiconError(`${FILE}, ${where}: ${what}. The head of the file says what an entry needs.`);
  };
  const file = (raw ?? {}) as Raw;
  const types = file['types'];
  if (!Array.isArray(types)) return fail('types', 'this is not a list');
  for (const type of EVENT_TYPES) {
    const entry = (types as Raw[]).find((t) => t['name'] === type);
    if (!entry?.['definition'] || !Array.isArray(entry['examples'])) fail(type, 'give it a definition and examples');
  }
  if (types.length !== EVENT_TYPES.length) fail('types', `only these are known: ${EVENT_TYPES.join(', ')}`);
  const sets = new Map<string, number>();
  const setNames = Object.keys((file['sets'] ?? {}) as Raw);
  if (setNames.length > 30) fail('sets', 'there may be 30 sets at most');
  setNames.forEach((name, i) => {
    for (const phrase of phrasesOf((file['sets'] as Raw)[name])) {
      if (phrase.length === 1) {
        for (const form of [phrase[0]!, withS(phrase[0]!)]) sets.set(form, (sets.get(form) ?? 0) | (1 << i));
      } else if (phrase[1] !== '-') fail(name, `"${phrase.join(' ')}": a set holds single words`);
    }
  });
  const bitsOf = (given: unknown, where: string): number => {
    if (given === undefined) return 0;
    if (!Array.isArray(given)) return fail(where, 'name sets in a list');
    return given.reduce((bits: number, name: string) => {
      const at = setNames.indexOf(name);
      return at < 0 ? fail(where, `there is no set "${name}"`) : bits | (1 << at);
    }, 0);
  };
  const typeOf = (name: unknown, where: string): number => {
    const at = EVENT_TYPES.indexOf(name as EventType);
    return at < 0 ? fail(where, `"${name}" is no type`) : at;
  };
  const families: Family[] = [];
  const nouns = new Map<string, Trigger[]>();
  const verbs = new Map<string, Trigger[]>();
  if (!Array.isArray(file['triggers'])) return fail('triggers', 'this is not a list');
  for (const entry of file['triggers'] as Raw[]) {
    const name = String(entry['name'] ?? '');
    const where = `triggers, ${name}`;
    if (!/^[a-z]+(?:-[a-z]+)*$/.test(name)) fail(where, 'give it a name of small letters and hyphens');
    if (families.some((f) => f.name === name)) fail(where, 'this name stands twice');
    const mode = (entry['mode'] ?? null) as EventMode | null;
    if (mode !== null && !EVENT_MODES.includes(mode)) fail(where, `"${mode}" is no mode`);
    const weight = entry['weight'];
    if (typeof weight !== 'number' || Math.abs(weight) > 3) return fail(where, 'give a weight from -3 to 3');
    const scale = (entry['scale'] ?? 'plain') as Scale;
    if (!['war', 'harm', 'plain'].includes(scale)) fail(where, `"${scale}" is no scale`);
    const people = (entry['people'] ?? null) as Family['people'];
    if (people !== null && !['taken', 'driven', 'moved', 'held'].includes(people))
      fail(where, 'people are "taken", "driven", "moved" or "held"');
    const also = (entry['also'] ?? []) as unknown[];
    const family: Family = {
      name,
      kinds: { opens: `${name} opens`, after: `${name} after` },
      types: [entry['type'], ...also].map((t) => typeOf(t, where)),
      mode,
      weight,
      scale,
      people,
      deed: entry['deed'] === true,
      argument: entry['argument'] === true,
      objects: bitsOf(entry['objects'], where),
      sought: entry['sought'] === true,
      needs: bitsOf(entry['needs'], where),
      never: bitsOf(entry['never'], where),
    };
    families.push(family);
    const nounPhrases = phrasesOf(entry['nouns']);
    const verbPhrases = phrasesOf(entry['verbs']);
    if (nounPhrases.length + verbPhrases.length === 0) fail(where, 'give nouns or verbs');
    for (const phrase of nounPhrases) {
      const plural = [...phrase.slice(0, -1), withS(phrase.at(-1)!)];
      for (const [first, ...rest] of [phrase, plural]) put(nouns, first!, { family, kind: 'noun', rest });
    }
    for (const [first, ...rest] of verbPhrases) {
      const trigger: Trigger = { family, kind: 'verb', rest };
      for (const form of [first!, withS(first!)]) put(verbs, form, trigger);
      for (const form of verbForms(first!)) {
        put(verbs, form, trigger);
        put(nouns, form, trigger);
      }
    }
  }
  const longestFirst = (a: Trigger, b: Trigger): number => b.rest.length - a.rest.length;
  for (const all of [...nouns.values(), ...verbs.values()]) all.sort(longestFirst);
  const modes = new Map<string, EventMode>();
  for (const [mode, words] of Object.entries((file['modes'] ?? {}) as Raw)) {
    if (!EVENT_MODES.includes(mode as EventMode)) fail('modes', `"${mode}" is no mode`);
    for (const [word] of phrasesOf(words)) if (!modes.has(word!)) modes.set(word!, mode as EventMode);
  }
  const wordsOf = (name: string): ReadonlySet<string> => {
    const words = phrasesOf(((file['words'] ?? {}) as Raw)[name]);
    if (words.length === 0) fail('words', `list the words for "${name}"`);
    return new Set(words.map((w) => w.join(' ')));
  };
  return {
    families,
    nouns,
    verbs,
    sets,
    setNames,
    fighters: bitsOf(['fighters'], 'sets'),
    grounds: bitsOf(['ground'], 'sets'),
    means: bitsOf(['weapons'], 'sets'),
    vessels: bitsOf(['vessels'], 'sets'),
    doors: bitsOf(['doors', 'measures'], 'sets'),
    modes,
    ...(Object.fromEntries(WORD_LISTS.map((name) => [name, wordsOf(name)])) as unknown as WordLists),
  };
}
