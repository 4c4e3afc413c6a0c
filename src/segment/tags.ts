import { createRequire } from 'node:module';
import type { Upos } from '../record.ts';
import type { SegmentLexicon } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/** One distinct word as written, with what depends on nothing else. Shared by all its occurrences. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  /** Its lemma as each part of speech, as far as met. */
  readonly lemmas: Map<Upos, string>;
}

/** Tags the words `[first, last)`; `forms[i]` and `tags[i]` are those of word `first + i`. */
export type Tagger = (tokens: Tokens, first: number, last: number) => { readonly forms: Form[]; readonly tags: Upos[] };

interface WinkTokens {
  out(): string[];
  out(its: unknown): string[];
  itemAt(i: number): { out(its: unknown): unknown };
}
interface Wink {
  readDoc(text: string): { tokens(): WinkTokens };
  readonly its: { readonly pos: unknown; readonly lemma: unknown };
}

/**
 * wink-nlp keeps every unknown word that it meets, for ever, and so does the table of forms. Both are made anew after
 * this many distinct words: it costs a tenth of a second, and memory stays flat however many reports are read.
 */
const MOST_FORMS = 150_000;

const PLAIN = /^[A-Za-z\u00C0-\u024F](?:[A-Za-z\u00C0-\u024F0-9'’.-]{0,62})$/u;
/** A clitic or a word cut at its front: 's, 'em, '90s. */
const TAIL = /^['’‘`´ʼ][A-Za-z0-9]{1,8}$/u;
const GLUED = /(?:'s|n't)$/iu;
const LETTER = /^\p{L}/u;
const TITLED = /^\p{Lu}\p{Ll}/u;
const WORD = /^[\p{L}\p{N}'’]/u;
const LONG_LOWER = /^\p{Ll}{3}/u;
const UPPER = /^\p{Lu}/u;
const FIGURE = /^\p{N}/u;
const SYMBOL = /^[\p{S}§%&@#*/\\^~|_]/u;
const KNOWN_MARK = /^[!-/:-@[-`{-~“”‘’„«»…–—£€]$/u;

/** What wink-nlp is shown for a word: the word itself where it knows what to do with it, else one of its kind. */
function shown(text: string): string {
  if (KNOWN_MARK.test(text)) return text;
  if (PLAIN.test(text)) return text.includes('’') ? text.replaceAll('’', "'") : text;
  if (text.length > 1 && TAIL.test(text)) return "'" + text.slice(1);
  if (FIGURE.test(text)) return /^\p{Nd}{1,9}(?:\.\p{Nd}{1,4})?$/u.test(text) ? text : '100';
  if (LETTER.test(text)) return UPPER.test(text) ? 'Keld' : 'thing';
  return /^[.!?]/u.test(text) ? '.' : ',';
}

/** The tag of a word that wink-nlp was not shown as it stands; `null` where its own tag holds. */
function fixedTag(text: string): Upos | null {
  const c = text.charCodeAt(0);
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) {
    return text.includes('@') || text.includes('://') ? 'X' : null;
  }
  if (c >= 48 && c <= 57) return null;
  if (LETTER.test(text)) return null;
  if (FIGURE.test(text)) return 'NUM';
  if (text.length > 1 && (c === 39 || c === 0x2019 || c === 0x2018)) return null;
  if (text.length > 1 && (c === 64 || c === 35)) return 'X';
  return SYMBOL.test(text) ? 'SYM' : /^\p{P}/u.test(text) ? 'PUNCT' : 'X';
}

const LEMMATISED: ReadonlySet<Upos> = new Set<Upos>(['VERB', 'AUX', 'NOUN', 'ADJ']);

function makeWink(): Wink {
  // Both packages are CommonJS; requiring them late keeps them out of runs that need no tags.
  const require = createRequire(import.meta.url);
  const wink = require('wink-nlp') as (model: unknown, pipe: string[]) => Wink;
  return wink(require('wink-eng-lite-web-model'), ['pos']);
}

/** Makes the tagger. Its tables are caches: what it answers depends on the words given only. */
export function makeTagger(lexicon: SegmentLexicon): Tagger {
  let wink = makeWink();
  let forms = new Map<string, Form>();

  const formOf = (text: string): Form => {
    let form = forms.get(text);
    if (!form) {
      form = { text, lower: text.toLowerCase(), lemmas: new Map() };
      forms.set(text, form);
    }
    return form;
  };

  return (tokens, first, last) => {
    if (forms.size > MOST_FORMS) {
      wink = makeWink();
      forms = new Map();
    }
    let text = '';
    const lengths: number[] = [];
    for (let i = first; i < last; i++) {
      const word = shown(tokens.text[i]!);
      // wink-nlp knows he's and don't as wholes; the other clitics it knows better on their own.
      text += i === first || (tokens.joined[i] && GLUED.test(word)) ? word : ' ' + word;
      lengths.push(word.length);
    }
    const read = wink.readDoc(text).tokens();
    const values = read.out();
    const pos = read.out(wink.its.pos);
    const outForms: Form[] = [];
    const tags: Upos[] = [];
    // wink may cut words differently; the tag of a word is that of wink's token at the word's first character.
    let token = 0;
    let tokenEnd = values.length > 0 ? values[0]!.length : 0;
    let at = 0;
    for (let i = first; i < last; i++) {
      while (tokenEnd <= at && token + 1 < values.length) tokenEnd += values[++token]!.length;
      const given = tokens.text[i]!;
      const form = formOf(given);
      let tag = (pos[token] ?? 'X') as Upos | 'SPACE';
      if (tag === 'SPACE') tag = 'X';
      const fixed = fixedTag(given);
      if (fixed) tag = fixed;
      else {
        tag = lexicon.retag.get(form.lower + ' ' + tag) ?? tag;
        if (tag === 'VERB' && isNameLike(tokens, i, first, last)) tag = 'PROPN';
      }
      outForms.push(form);
      tags.push(tag);
      if (!form.lemmas.has(tag)) {
        const exact = values[token] === given && pos[token] === tag;
        form.lemmas.set(
          tag,
          lemmaOf(lexicon, form.lower, tag, tokens, i, exact ? () => read.itemAt(token).out(wink.its.lemma) : null),
        );
      }
      at += lengths[i - first]!;
    }
    return { forms: outForms, tags };
  };
}

/** A word with a capital inside a sentence that is not a headline: a name, though wink-nlp may know a verb like it. */
function isNameLike(tokens: Tokens, i: number, first: number, last: number): boolean {
  if (i === first || tokens.gap[i] === 2 || !TITLED.test(tokens.text[i]!) || !WORD.test(tokens.text[i - 1]!))
    return false;
  let lower = 0;
  for (let at = Math.max(first, i - 5); at < Math.min(last, i + 6); at++)
    if (LONG_LOWER.test(tokens.text[at]!)) lower++;
  return lower >= 3;
}

/** The lemma: of clitics and the stems before n't by the lexicon, of verbs, nouns and adjectives by wink-nlp. */
function lemmaOf(
  lexicon: SegmentLexicon,
  lower: string,
  tag: Upos,
  tokens: Tokens,
  i: number,
  ask: (() => unknown) | null,
): string {
  if (tokens.joined[i]) {
    const form = lower.endsWith('t') ? 't' : lower.replace(/^['’`´‘ʼ]/u, '');
    return lexicon.clitics.get(form)?.get(tag) ?? lower;
  }
  if (tokens.joined[i + 1]) {
    const stem = lexicon.stems.get(lower);
    if (stem && tokens.text[i + 1]!.toLowerCase().startsWith('n')) return stem;
  }
  if (!LEMMATISED.has(tag) || !ask) return lower;
  const lemma = ask();
  return typeof lemma === 'string' && lemma !== '' ? lemma : lower;
}
