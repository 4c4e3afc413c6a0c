import type { BlockKind, Cleaned, Document, Note, Quotation, Segmented, Sentence, Word } from '../record.ts';
import { span } from '../text/span.ts';
import type { SegmentLexicon } from './lexicon.ts';
import { pairMarks } from './quotations.ts';
import { makeSentenceFinder, type SentenceFinder } from './sentences.ts';
import type { TagLexicon } from './tag-lexicon.ts';
import { makeTagger, type Tagger } from './tags.ts';
import { makeTokeniser, newTokens, type Tokeniser, type Tokens } from './tokens.ts';

/** What segmenting needs, made once from the lexicon and used for every report. */
export interface SegmentTools {
  readonly tokenise: Tokeniser;
  readonly sentencesOf: SentenceFinder;
  readonly tag: Tagger;
  readonly lexicon: SegmentLexicon;
}

/** All that the stage's tools are made of. */
export interface SegmentResources extends SegmentLexicon {
  readonly tagLexicon: TagLexicon;
}

/** Compiles the lexicon's patterns and makes the tagger. */
export const makeSegmentTools = (lexicon: SegmentResources): SegmentTools => ({
  tokenise: makeTokeniser(lexicon),
  sentencesOf: makeSentenceFinder(lexicon),
  tag: makeTagger(lexicon, lexicon.tagLexicon),
  lexicon,
});

/** The kinds of block that carry the report itself. */
export const READ_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'title',
  'heading',
  'paragraph',
  'item',
  'quotation',
]);

/** The tagger sees at least this many words at a time, and no more than this and one sentence. */
const BATCH = 2048;

/**
 * No report holds this many words; a file that does is something else (a dump, an archive), and its rest is left
 * unread with a note, so that time and memory stay bounded.
 */
const MOST_WORDS = 400_000;

/**
 * Cuts the read parts of a report into words, sentences and quotations. The end of a block ends a sentence. Words
 * cover every character of the runs but white space and control and format characters.
 */
export function segment(document: Document, cleaned: Cleaned, tools: SegmentTools): Segmented {
  const tokens = newTokens();
  const paragraphs: number[] = [];
  const blockOf: number[] = [];
  const starts: number[] = [];
  cleaned.blocks.forEach((block, index) => {
    if (!READ_KINDS.has(block.kind) || tokens.text.length >= MOST_WORDS) return;
    const first = tokens.text.length;
    let end = -1;
    for (const run of block.runs) {
      const before = tokens.text.length;
      tools.tokenise(document.text, run.start, run.end, tokens, MOST_WORDS);
      if (end >= 0 && tokens.text.length > before) tokens.gap[before] = gapOver(document.text, end, tokens, before);
      end = run.end;
    }
    const last = tokens.text.length;
    if (last === first) return;
    tokens.gap[first] = 2;
    paragraphs.push(first);
    for (const start of tools.sentencesOf(tokens, first, last)) {
      starts.push(start);
      blockOf.push(index);
    }
  });
  const count = tokens.text.length;
  paragraphs.push(count);
  starts.push(count);
  const { quoted, depth, marks } = pairMarks(tokens, paragraphs, starts, tools.lexicon);

  const words: Word[] = [];
  for (let s = 0, from = 0; s + 1 < starts.length; s++) {
    const to = starts[s + 1]!;
    if (to - from < BATCH && to < count) continue;
    const { forms, tags, lemmas } = tools.tag(tokens, from, to);
    for (let i = from; i < to; i++) {
      const form = forms[i - from]!;
      const possessive = marks[i] === 0 && tokens.gap[i] === 0 && i > 0 && isPossessive(tokens.text[i - 1]!, form.text);
      const tag = possessive ? 'PART' : tags[i - from]!;
      const { start, end } = span(tokens.start[i]!, tokens.end[i]!);
      words.push({
        start,
        end,
        text: form.text,
        lower: form.lower,
        lemma: possessive ? form.lower : lemmas[i - from]!,
        tag,
        spaced: tokens.gap[i]! > 0,
        quote: depth[i]!,
      });
    }
    from = to;
  }

  const sentences: Sentence[] = [];
  for (let s = 0; s + 1 < starts.length; s++) {
    const first = starts[s]!;
    const last = starts[s + 1]!;
    sentences.push({ span: span(tokens.start[first]!, tokens.end[last - 1]!), first, last, block: blockOf[s]! });
  }
  const quotations: Quotation[] = quoted.map(({ first, last, closed }) => ({
    span: span(tokens.start[first]!, tokens.end[last - 1]!),
    first,
    last,
    depth: Math.max(1, depth[first]!),
    closed,
  }));
  const notes: Note[] = [];
  if (count >= MOST_WORDS) {
    notes.push({
      code: 'too-long',
      severity: 'warning',
      message: `Only the first ${MOST_WORDS} words were read. Split the file into its reports; the rest is not read.`,
      span: span(tokens.end[count - 1]!, document.text.length),
      stage: 'segment',
    });
  }
  return { sentences, words, quotations, notes };
}

/** Voss' boat: an apostrophe of its own after a name or noun that ends in s. */
const isPossessive = (before: string, text: string): boolean =>
  (text === "'" || text === '’') && /[sxz]$/iu.test(before);

/**
 * What stands between two runs: nothing where marks were left out, a blank where the text left out held one, the end of
 * a sentence where so much was left out that it held words of its own and a capital follows.
 */
function gapOver(text: string, end: number, tokens: Tokens, at: number): number {
  const left = text.slice(end, tokens.start[at]!);
  if (!/\s/u.test(left)) return tokens.gap[at]!;
  return WORDS.test(left) && BEGINS.test(tokens.text[at]!) ? 2 : 1;
}

/** At least three words. */
const WORDS = /\p{L}+\P{L}+\p{L}+\P{L}+\p{L}/u;
const BEGINS = /^[\p{Lu}\p{N}“"„«‘]/u;
