import type { Origin } from '../record.ts';
import { isoDate } from './article/dates.ts';
import type { Metadata } from './document.ts';
import type { Context } from './formats/reader.ts';
import { type FieldKind, type FieldLexicon, type IngestLexicon, plainName } from './lexicon.ts';

/** Which field of a table or object stands for what; `null` where none does. */
export type FieldMap = Readonly<Partial<Record<FieldKind, string>>>;

/** Which of some fields are what, by their names. Each field counts once; `text` comes first. */
export function guessFields(names: readonly string[], lexicon: FieldLexicon): FieldMap {
  const plain = new Map<string, string>();
  for (const name of names) {
    const key = plainName(name);
    if (!plain.has(key)) plain.set(key, name);
  }
  const map: Partial<Record<FieldKind, string>> = {};
  const taken = new Set<string>();
  for (const kind of Object.keys(lexicon) as FieldKind[]) {
    const key = lexicon[kind].find((word) => plain.has(word) && !taken.has(word));
    if (key === undefined || (kind === 'summary' && map.text !== undefined)) continue;
    taken.add(key);
    map[kind] = plain.get(key)!;
  }
  return map;
}

/** A map in words: `"body" as text, "headline" as title`. */
export const inWords = (map: FieldMap): string =>
  Object.entries(map)
    .map(([kind, name]) => `"${name.slice(0, 60)}" as ${kind}`)
    .join(', ');

/** How many fields that go unused are named. */
const named = 5;

/** The fields that stand for nothing, in words. */
function leftOut(map: FieldMap, names: readonly string[]): string {
  const used = new Set(Object.values(map).flatMap((name) => [name, name.split('.')[0]!]));
  const rest = names.filter((name) => name !== '' && !used.has(name) && !name.includes('.'));
  if (rest.length === 0) return '';
  const first = rest.slice(0, named).map((name) => `"${name.slice(0, 60)}"`);
  return ` Not used: ${first.join(', ')}${rest.length > named ? ` and ${rest.length - named} more` : ''}.`;
}

const metadataFields: readonly (keyof Metadata)[] = [
  'title',
  'url',
  'outlet',
  'published',
  'language',
  'byline',
  'modified',
];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a value is in words: of an object its name, of a list its parts. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.slice(0, 50).map(wordsIn).filter(Boolean).join(', ');
  if (isObject(value)) return typeof value['name'] === 'string' ? value['name'] : '';
  return '';
}

/** Text and metadata of an object by a map. `dayFirst`: whether `04/05/2031` is the 4th of May, if that is known. */
export function readFields(
  raw: Readonly<Record<string, unknown>>,
  map: FieldMap,
  lexicon: IngestLexicon,
  dayFirst?: boolean,
): { text: string | null; meta: Partial<Metadata> } {
  const valueAt = (name: string | undefined): unknown => {
    if (name === undefined) return null;
    if (Object.hasOwn(raw, name)) return raw[name];
    const [outer, inner] = name.split('.');
    const value = raw[outer ?? ''];
    return isObject(value) && Object.hasOwn(value, inner ?? '') ? value[inner ?? ''] : null;
  };
  const meta: { -readonly [K in keyof Metadata]?: string } = {};
  for (const field of metadataFields) {
    const dated = field === 'published' || field === 'modified';
    const given = valueAt(map[field]);
    // Only of dates is a number (seconds since 1970) a value.
    const value = (dated && typeof given === 'number' ? String(given) : wordsIn(given)).trim();
    if (value !== '') meta[field] = dated ? (isoDate(value, lexicon.pages.months, dayFirst) ?? value) : value;
  }
  const text = valueAt(map.text ?? map.summary);
  return { text: typeof text === 'string' ? text : null, meta };
}

/** Guesses the fields of objects that come one after another, and tells each guess once. */
export class Fields {
  readonly #context: Context;
  readonly #origin: Origin;
  readonly #maps = new Map<string, FieldMap>();

  constructor(context: Context, origin: Origin) {
    this.#context = context;
    this.#origin = origin;
  }

  get lexicon(): IngestLexicon {
    return this.#context.lexicon();
  }

  /** The map for objects with these fields. */
  of(names: readonly string[]): FieldMap {
    const key = names.join('\u0000');
    const known = this.#maps.get(key);
    if (known) return known;
    const map = guessFields(names, this.lexicon.fields);
    // Objects of ever new fields: what was guessed for them is not kept, nor told.
    if (this.#maps.size < 100) {
      this.#maps.set(key, map);
      if (this.#maps.size <= 5 && Object.entries(map).some(([kind, name]) => kind !== name)) this.#tell(map, names);
    }
    return map;
  }

  /** Text and metadata of an object. */
  read(raw: Readonly<Record<string, unknown>>): { text: string | null; meta: Partial<Metadata> } {
    return readFields(raw, this.of(fieldsOf(raw)), this.lexicon);
  }

  #tell(map: FieldMap, names: readonly string[]): void {
    const missing = map.text === undefined ? ' There is no field for the whole text.' : '';
    this.#context.tell({
      ...this.#origin,
      code: 'fields',
      message: `Its fields are read so: ${inWords(map) || 'none is known'}.${missing}${leftOut(map, names)} If that is wrong, rename the fields to text, title, url, outlet, published.`,
    });
  }
}

/** The fields of an object, and those of objects in it (`source.name`). */
export function fieldsOf(raw: Readonly<Record<string, unknown>>): readonly string[] {
  const names: string[] = [];
  for (const [name, value] of Object.entries(raw).slice(0, 500)) {
    names.push(name);
    if (isObject(value)) {
      for (const inner of Object.keys(value).slice(0, 50)) names.push(`${name}.${inner}`);
    }
  }
  return names;
}
