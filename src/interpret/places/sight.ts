import type { Mention, Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import type { Gazetteer, Match } from './gazetteer.ts';
import type { PlaceLexicon } from './lexicon.ts';
import { placeKey } from './spelling.ts';

/** A report as the search for places looks at it. Word indexes outside the report are harmless. */
export interface Sight {
  readonly words: readonly Word[];
  readonly sentenceOf: Int32Array;
  readonly scene: Scene;
  /** What a word does beside a name: any of `WORD`. */
  flagsAt(word: number): number;
  /** As written; '' outside. */
  textAt(word: number): string;
  capitalAt(word: number): boolean;
  /** The longest mention that covers a word. */
  mentionAt(word: number): Mention | null;
  /** The key of words `[first, last)`. */
  keyOf(first: number, last: number): string;
  /** What the gazetteer has of a key; looked up once. */
  look(key: string): readonly Match[];
}

const isCapital = (text: string): boolean => {
  const c = text.charCodeAt(0);
  return (c >= 65 && c <= 90) || (c >= 192 && c <= 222) || (c > 255 && text[0] !== text[0]!.toLowerCase());
};

export function sightOf(scene: Scene, gazetteer: Gazetteer, lexicon: PlaceLexicon): Sight {
  const { words, mentions, mentionOf, sentenceOf } = scene;
  const flags = new Int16Array(words.length).fill(-1);
  const known = new Map<string, readonly Match[]>();
  return {
    words,
    sentenceOf,
    scene,
    flagsAt(i) {
      if (i < 0 || i >= words.length) return 0;
      let found = flags[i]!;
      if (found < 0) {
        const { lower, lemma } = words[i]!;
        found = lexicon.get(lower) ?? (lemma === lower ? 0 : (lexicon.get(lemma) ?? 0));
        flags[i] = found;
      }
      return found;
    },
    textAt: (i) => words[i]?.text ?? '',
    capitalAt: (i) => i < words.length && isCapital(words[i]!.text),
    mentionAt: (i) => mentions[mentionOf[i] ?? -1] ?? null,
    keyOf(first, last) {
      let text = words[first]!.lower;
      for (let i = first + 1; i < last; i++) text += (words[i]!.spaced ? ' ' : '') + words[i]!.lower;
      return placeKey(text);
    },
    look(key) {
      let found = known.get(key);
      if (!found) {
        found = gazetteer.find(key);
        known.set(key, found);
      }
      return found;
    },
  };
}
