import type { Document, Reading } from '../src/record.ts';
import { sha256 } from '../src/text/digest.ts';

export interface Seed {
  readonly document: Document;
  readonly reading: Reading;
}

/** So large a share of the words is another than in the seed: far from a copy, as one report is from the next. */
const CHANGED = 0.6;
/** Each name of a person or body has so many forms; parties stay who they are: a case has a few of them. */
const NAMES = 40;
/** Days over which the reports are spread. */
const DAYS = 3 * 365;
/** One report in so many keeps a passage of its seed as it is: a partial copy of the others that do. */
const COPIES = 8;

/** Numbers from 0 that follow from a start. */
export function numbersFrom(start: number): (below: number) => number {
  let state = Math.imul(start + 1, 0x9e3779b1);
  return (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

const dayAfter = (day: string, days: number): string => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
};

/**
 * Makes texts of others: figures and three small words in five are others of the same length, so that what stands where
 * stays. The first `keeps` characters are left as they are. `words` is what may be another: unless told, also the small letters
 * of a name.
 */
export function rewording(
  texts: readonly string[],
  words = /\d|[a-z]{3,}/gu,
): (text: string, number: number, keeps?: number) => string {
  const byLength = new Map<number, string[]>();
  for (const text of texts) {
    for (const word of new Set(text.match(/(?<![\p{L}\p{N}])[a-z]{3,}(?![\p{L}\p{N}])/gu) ?? [])) {
      byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
    }
  }
  return (text, number, keeps = 0) => {
    const below = numbersFrom(number);
    return text.replace(words, (found, at: number) => {
      if (at < keeps) return found;
      if (found.length === 1) return String(below(10));
      const others = byLength.get(found.length);
      return others && below(1000) < CHANGED * 1000 ? others[below(others.length)]! : found;
    });
  };
}

/**
 * Makes reports of read ones: names, dates, figures and three words in five are others of the same length, so that every
 * span of the reading stays right and nothing has to be read. The same for the same number.
 */
export function varier(seeds: readonly Seed[], count: number): (number: number) => Seed {
  const reword = rewording(seeds.map(({ document }) => document.text));
  const names = new Map<string, string>();
  const nameOf = (name: string, form: number): string => {
    const key = `${form} ${name}`;
    let made = names.get(key);
    if (made === undefined) {
      const below = numbersFrom(form * 7919 + name.length * 31 + name.charCodeAt(0));
      // The first letter of a word stays, the others turn: a name of the same length.
      made = name.replace(/(?<=\p{L})[a-z]/gu, () => String.fromCharCode(97 + below(26)));
      names.set(key, made);
    }
    return made;
  };

  return (number) => {
    const seed = seeds[number % seeds.length]!;
    const below = numbersFrom(number);
    const form = below(NAMES);
    const keeps = number % COPIES === 0 ? Math.floor(seed.document.text.length / 3) : 0;
    const text = reword(seed.document.text, number, keeps);
    const id = sha256(text);
    const day = dayAfter('2031-01-01', Math.floor((number / count) * DAYS));
    const shift = below(30) - 15;
    const salt = id.slice(0, 8);
    const json = JSON.stringify(seed.reading)
      .replace(/"([0-9a-f]{8})[0-9a-f]{8}"/g, (_, head: string) => `"${head}${salt}"`)
      .replace(/"(start|end)":"(\d{4}-\d\d-\d\d)"/g, (_, key: string) => `"${key}":"${dayAfter(day, shift)}"`);
    const read = JSON.parse(json) as Reading;
    const renamed = <T extends { readonly name: string | null; readonly party: string | null }>(one: T): T =>
      one.name === null || one.name === one.party ? one : { ...one, name: nameOf(one.name, form) };
    const reading: Reading = {
      ...read,
      statements: read.statements.map((one) => ({ ...one, speaker: renamed(one.speaker) })),
      referents: read.referents.map(renamed),
    };
    const head = {
      ...reading.document,
      text_sha256: id,
      published: `${day}T0${below(10)}:00:00Z`,
      outlet: `Outlet ${below(60)}`,
      origin: { path: `made/${number}.txt`, line: null },
    };
    return { document: { ...head, text, notes: [] }, reading: { ...reading, document: head } };
  };
}
