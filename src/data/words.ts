import { readFileSync } from 'node:fs';
import { parse } from './yaml.ts';

/** Something in data/words is not as it must be, or a sentence was asked for that is not there. */
export class WordsError extends Error {
  override readonly name = 'WordsError';
}

/** What a sentence is filled with; `null` and the empty text are nothing. */
export type Slots = Readonly<Record<string, string | number | null>>;

/** Sentences of ours by their key. */
export interface OurWords {
  /** The sentence with its slots filled. Throws a `WordsError` for a key that is not there, and for a slot left open. */
  (key: string, slots?: Slots): string;
  readonly keys: readonly string[];
}

const SLOT = /\{(\w+)\}/g;
const OPTIONAL = /\[([^[\]]*)\]/g;

/** Checks and reads a map from keys to sentences. */
export function parseWords(raw: unknown, file: string): OurWords {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new WordsError(`${file}: it must map keys to sentences.`);
  }
  const sentences = new Map<string, string>();
  for (const [key, value] of Object.entries(raw)) {
    if (typeof value !== 'string' || value.trim() === '') {
      throw new WordsError(`${file}: ${key} has no words. Give it a sentence in quotation marks, or take it out.`);
    }
    if (/[[\]{}]/.test(value.replace(OPTIONAL, '$1').replace(SLOT, ''))) {
      throw new WordsError(`${file}: ${key} has a bracket that is not closed, or one inside another.`);
    }
    sentences.set(key, value);
  }
  const say = (key: string, slots: Slots = {}): string => {
    const sentence = sentences.get(key);
    if (sentence === undefined) throw new WordsError(`${file}: there is no entry ${key}. Add it.`);
    const given = (slot: string): string => {
      const value = slots[slot];
      return value === null || value === undefined ? '' : String(value);
    };
    return sentence
      .replace(OPTIONAL, (_, part: string) => ([...part.matchAll(SLOT)].every((m) => given(m[1]!) !== '') ? part : ''))
      .replace(SLOT, (_, slot: string) => {
        if (given(slot) === '') throw new WordsError(`${file}: ${key} needs ${slot}.`);
        return given(slot);
      });
  };
  return Object.assign(say, { keys: [...sentences.keys()] });
}

/** Our words in the dossier of a case. */
export const loadDossierWords = (): OurWords => {
  const file = 'data/words/dossier.yaml';
  return parseWords(parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')), file);
};
