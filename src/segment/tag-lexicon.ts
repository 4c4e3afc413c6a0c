/**
 * The words, tags and lemmas of English that tagging rests on. They are those of wink-eng-lite-web-model 1.8.1, packed by
 * `npm run train -- tags` into models/tags.bin.
 */
import { type ModelFile, ModelFileError } from '../learn/model-file.ts';
import { WordList } from '../learn/word-list.ts';
import { compileMachine, type TagMachine } from './tag-machine.ts';

/** What is kept of a word, beside its place in the list, in two numbers. */
export const ENTRY = {
  size: 2,
  /** In the first: tag, then hint, then class, each that many bits; then one bit each. */
  tagBits: 5,
  hintBits: 8,
  classBits: 8,
  contraction: 1 << 21,
  mapped: 1 << 22,
  base: 1 << 23,
  oneLemma: 1 << 24,
} as const;

/** Words in a contraction are kept as four numbers: the word, its usual spelling, its lemma, its tag. */
export const PART_SIZE = 4;

/** A pattern and the kind of token that it shows. */
export type KindPattern = readonly [pattern: RegExp, kind: number];

/** How text between blanks is cut into tokens. */
export interface CutPatterns {
  /** Of a whole token: what kind it is. */
  readonly whole: readonly KindPattern[];
  /** Of tokens within a text, tried one after another on what the earlier ones left. */
  readonly within: readonly KindPattern[];
  /** A word with a mark after it, before it, on both sides. */
  readonly after: RegExp;
  readonly before: RegExp;
  readonly around: RegExp;
}

/** Irregular forms of one part of speech, and the lemma of each. */
export interface Irregular {
  readonly forms: WordList;
  readonly lemmas: WordList;
  /** The lemma of each form, as its place in `lemmas`. */
  readonly of: Uint16Array;
}

export interface TagLexicon {
  readonly words: WordList;
  /** `ENTRY.size` numbers a word. */
  readonly entries: Uint32Array;
  readonly parts: Uint32Array;
  /** Of each class of words: the tags that they can have, as bits. */
  readonly classes: Uint32Array;
  readonly machines: readonly TagMachine[];
  readonly irregular: Readonly<Record<'VERB' | 'NOUN' | 'ADJ', Irregular>>;
  readonly patterns: CutPatterns;
  /** Beginnings and ends of words that are not parted at their hyphen. */
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
}

/** What stands in the file's header. */
export interface TagHeader {
  readonly classes: readonly number[];
  readonly machines: readonly string[];
  readonly whole: readonly (readonly [string, string, number])[];
  readonly within: readonly (readonly [string, string, number])[];
  readonly sides: readonly (readonly [string, string])[];
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
}

/** Reads the parts of models/tags.bin. Throws `ModelFileError` where one is not there. */
export function tagLexiconFrom(file: ModelFile): TagLexicon {
  const header = file.header as unknown as TagHeader & { readonly name: unknown };
  if (header.name !== 'tags')
    throw new ModelFileError('models/tags.bin: this is another model. Make it again with `npm run train -- tags`.');
  const decoder = new TextDecoder('utf-16le');
  const list = (name: string): WordList =>
    new WordList(decoder.decode(file.part(`${name}.text`)), file.part(`${name}.lengths`));
  // Copies, since a part may begin at any place.
  const copy = (name: string): ArrayBuffer => new Uint8Array(file.part(name)).buffer;
  const irregular = (name: string): Irregular => ({
    forms: list(`${name}.forms`),
    lemmas: list(`${name}.lemmas`),
    of: new Uint16Array(copy(`${name}.of`)),
  });
  const kinds = (given: TagHeader['whole']): KindPattern[] =>
    given.map(([source, flags, kind]) => [new RegExp(source, flags), kind]);
  const [after, before, around] = header.sides.map(([source, flags]) => new RegExp(source, flags));
  return {
    words: list('words'),
    entries: new Uint32Array(copy('entries')),
    parts: new Uint32Array(copy('parts')),
    classes: Uint32Array.from(header.classes),
    machines: header.machines.map(compileMachine),
    irregular: { VERB: irregular('verb'), NOUN: irregular('noun'), ADJ: irregular('adjective') },
    patterns: {
      whole: kinds(header.whole),
      within: kinds(header.within),
      after: after!,
      before: before!,
      around: around!,
    },
    prefixes: new Set(header.prefixes),
    suffixes: new Set(header.suffixes),
  };
}
