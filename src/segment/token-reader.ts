/** What tagging has to know of a token by itself: its usual tag, the tags that rules may give it, its lemmas. */
import type { Upos } from '../record.ts';
import { type CutLexicon, cut, KIND } from './cut.ts';
import { type LemmaLexicon, lemmaOf } from './lemmas.ts';
import type { Guesses } from './lexicon.ts';
import { ENTRY, PART_SIZE, type TagLexicon } from './tag-lexicon.ts';

/** Tags by wink-eng-lite-web-model's numbers. It also has one for blank lines, which no word has here. */
export const TAGS: readonly Upos[] = [
  ...(['X', 'ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM'] as const),
  ...(['PART', 'PRON', 'PROPN', 'PUNCT', 'X', 'SYM', 'VERB', 'X', 'SCONJ'] as const),
];
const NOUN = TAGS.indexOf('NOUN');
const ADJ = TAGS.indexOf('ADJ');
const PROPN = TAGS.indexOf('PROPN');

/** The tag of what is no word, by its kind (wink-eng-lite-web-model's numbers); 0 where its writing decides. */
const TAG_OF_KIND: readonly number[] = [17, 0, 9, 15, 15, 12, 15, 15, 15, 15, 11, 15, 13, 15, 14, 0, 0, 0, 9, 0];

const LOWER = /^[a-z][a-z\-–—.]*$/u;
const TITLED = /^[A-Z][a-z\-–—.]*$/u;

/** One token of a text between blanks. */
export interface Token {
  readonly text: string;
  /** Number of its usual tag. */
  readonly tag: number;
  /** The number by which rules know this word, 0 for none. */
  readonly hint: number;
  /** The tags that rules may give it, as bits. */
  readonly may: number;
  /** Whether its tag never changes: it is part of a contraction. */
  readonly fixed: boolean;
  /** Its lemma whatever its tag; `null` where the tag decides. */
  readonly lemma: string | null;
  /** In lower case and its usual spelling: what lemmas are made of. */
  readonly normal: string;
}

/** Reads texts between blanks. The same text gives the same tokens, whatever was read before. */
export interface TokenReader {
  tokensOf(text: string): readonly Token[];
  /** The lemma of a token that has this tag. */
  lemmaOf(token: Token, tag: Upos): string;
}

export function makeTokenReader(lexicon: TagLexicon, guesses: Guesses): TokenReader {
  const { words, entries, parts, classes } = lexicon;
  const { tagBits, hintBits, classBits } = ENTRY;
  const flags = (word: number): number => entries[word * ENTRY.size]!;
  /** The lemma, for a contraction the place of its parts, for another spelling that of the usual one. */
  const link = (word: number): number => entries[word * ENTRY.size + 1]!;
  const tagOf = (word: number): number => flags(word) & ((1 << tagBits) - 1);
  const hintOf = (word: number): number => (flags(word) >>> tagBits) & ((1 << hintBits) - 1);
  const mayOf = (word: number): number => classes[(flags(word) >>> (tagBits + hintBits)) & ((1 << classBits) - 1)]!;
  /** The usual spelling of a word of the lexicon. */
  const usual = (word: number): number => ((flags(word) & ENTRY.mapped) !== 0 ? link(word) : word);

  const cutting: CutLexicon = { ...lexicon, isWord: (text) => words.find(text) >= 0 };
  const lemmas: LemmaLexicon = {
    irregular: lexicon.irregular,
    isBase(text, tag) {
      const word = words.find(text);
      if (word < 0 || (flags(word) & ENTRY.contraction) !== 0 || (flags(word) & ENTRY.base) === 0) return false;
      return ((mayOf(word) >>> TAGS.indexOf(tag)) & 1) === 1;
    },
  };

  /** The parts of a contraction. */
  const partsOf = (word: number): Token[] => {
    const found: Token[] = [];
    const first = link(word) & 0xffff;
    const end = first + (link(word) >>> 16) * PART_SIZE;
    for (let at = first; at < end; at += PART_SIZE) {
      const [part, normal, lemma, tag] = parts.subarray(at, at + PART_SIZE);
      found.push({
        text: words.at(part!),
        tag: tag!,
        hint: hintOf(part!),
        may: mayOf(normal!),
        fixed: true,
        lemma: words.at(lemma!),
        normal: words.at(normal!),
      });
    }
    return found;
  };

  const known = (text: string, word: number): Token => {
    const mapped = usual(word);
    const small = mapped === word ? words.find(text.toLowerCase()) : mapped;
    return {
      text,
      tag: tagOf(mapped) || NOUN,
      hint: hintOf(word),
      may: mayOf(small),
      fixed: false,
      lemma: (flags(mapped) & ENTRY.oneLemma) !== 0 ? words.at(link(mapped)) : null,
      normal: words.at(small),
    };
  };

  /** The usual tag of a word that the lexicon does not have: by the same word in small letters, else by how it ends. */
  const guess = (text: string): number => {
    const lower = text.toLowerCase();
    const word = words.find(lower);
    if (word >= 0 && (flags(word) & ENTRY.contraction) === 0) {
      const tag = tagOf(word);
      return tag === NOUN || tag === ADJ ? PROPN : tag;
    }
    if (!LOWER.test(text)) return PROPN;
    for (const length of [4, 3, 2]) {
      const tag = guesses.endings.get(lower.slice(-length));
      if (tag) return TAGS.indexOf(tag);
    }
    for (const length of [5, 4, 3, 2]) {
      const tag = guesses.beginnings.get(lower.slice(0, length));
      if (tag) return TAGS.indexOf(tag);
    }
    return NOUN;
  };

  const unknown = (text: string, kind: number): Token => {
    const lower = text.toLowerCase();
    const small = words.find(lower);
    const tag = kind === KIND.word ? guess(text) : TAG_OF_KIND[kind];
    return {
      text,
      tag: tag || (TITLED.test(text) ? PROPN : NOUN),
      hint: 0,
      may: small >= 0 ? mayOf(usual(small)) : 0,
      fixed: false,
      lemma: null,
      normal: small >= 0 ? words.at(usual(small)) : lower,
    };
  };

  return {
    tokensOf: (text) =>
      cut(text, cutting).flatMap(([piece, kind]) => {
        const word = words.find(piece);
        if (word < 0) return unknown(piece, kind);
        return (flags(word) & ENTRY.contraction) !== 0 ? partsOf(word) : known(piece, word);
      }),
    lemmaOf: (token, tag) => token.lemma ?? lemmaOf(token.normal, tag, lemmas),
  };
}
