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
  /** The longest name that covers a word; a date is one too. */
  mentionAt(word: number): Mention | null;
  /** Whether a word in small letters names a people in this report. */
  isPeople(lower: string): boolean;
  /** The key of words `[first, last)`. */
  keyOf(first: number, last: number): string;
  /** Whether a name that is written small may begin here. */
  smallAt(word: number): boolean;
  /** What the gazetteer has of a key; looked up once. */
  look(key: string): readonly Match[];
}

const isCapital = (text: string): boolean => {
  const c = text.charCodeAt(0);
  return (c >= 65 && c <= 90) || (c >= 192 && c <= 222) || (c > 255 && text[0] !== text[0]!.toLowerCase());
};

export function sightOf(scene: Scene, gazetteer: Gazetteer, lexicon: PlaceLexicon): Sight {
  const { words, mentions, sentenceOf } = scene;
  const nameOf = new Int32Array(words.length).fill(-1);
  mentions.forEach((m, i) => {
    if (m.form !== 'name') return;
    for (let w = m.first; w < m.last; w++) {
      const other = mentions[nameOf[w]!];
      if (!other || m.last - m.first > other.last - other.first) nameOf[w] = i;
    }
  });
  const flags = new Int32Array(words.length).fill(-1);
  let peoples: Set<string> | null = null;
  const known = new Map<string, readonly Match[]>();
  return {
    words,
    sentenceOf,
    scene,
    isPeople(lower) {
      if (!peoples) {
        peoples = new Set();
        for (const { kind, name, aliases } of scene.referents.values())
          if (kind === 'group') for (const each of [name, ...aliases]) peoples.add(each.toLowerCase());
      }
      return peoples.has(lower);
    },
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
    capitalAt: (i) => i >= 0 && i < words.length && isCapital(words[i]!.text),
    mentionAt: (i) => mentions[nameOf[i] ?? -1] ?? null,
    smallAt: (i) => gazetteer.small.size > 0 && gazetteer.small.has(words[i]!.lower),
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
