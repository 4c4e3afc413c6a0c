import type { Word } from '../record.ts';
import { fold } from './fold.ts';

/** A tree of phrases by their words, folded. Built once with a lexicon and then only read. */
export interface Trie<T> {
  next: Map<string, Trie<T>> | null;
  value: T | null;
}

export const newTrie = <T>(): Trie<T> => ({ next: null, value: null });

const PARTS = /\p{L}(?:\.\p{L})+\.?|[\p{L}\p{M}\p{N}]+(?:'(?!s\b)[\p{L}\p{M}]+)*|'s\b|[^\s\p{L}\p{N}']/gu;

/** The words of a lexicon phrase, cut as the segment stage cuts them; a second way where a hyphen may not be cut. */
export function phraseWords(phrase: string): readonly (readonly string[])[] {
  const folded = fold(phrase);
  const cut = folded.match(PARTS) ?? [];
  if (!/^.-|-\d|\.(?:\s|$)/u.test(folded)) return [cut];
  return [cut, folded.split(/\s+/u)];
}

/** Adds a phrase; `merge` joins its value with one that stands there already. */
export function insert<T>(trie: Trie<T>, phrase: string, value: T, merge: (old: T, added: T) => T): void {
  for (const words of phraseWords(phrase)) {
    let node = trie;
    for (const word of words) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (!child) {
        child = newTrie();
        node.next.set(word, child);
      }
      node = child;
    }
    node.value = node.value === null ? value : merge(node.value, value);
  }
}

export interface Match<T> {
  /** One past the last word. */
  readonly last: number;
  readonly value: T;
}

/** The longest phrase that begins at word `at` and that `accept` takes. `keys` are the folded words. */
export function longest<T>(
  trie: Trie<T>,
  keys: readonly string[],
  words: readonly Word[],
  at: number,
  accept: (value: T, last: number) => boolean,
): Match<T> | null {
  let node: Trie<T> | undefined = trie;
  let best: Match<T> | null = null;
  for (let i = at; i < words.length; i++) {
    const key = keys[i]!;
    // The apostrophe of "Workers' Party" stands in no lexicon.
    if (key === "'" && i > at) continue;
    node = node.next?.get(key);
    if (!node) break;
    if (node.value !== null && accept(node.value, i + 1)) best = { last: i + 1, value: node.value };
    if (!node.next) break;
  }
  return best;
}
