import { createRequire } from 'node:module';
import type { Upos } from '../record.ts';
import type { SegmentLexicon } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

/** One distinct word as written, with what depends on nothing else. Shared by all its occurrences. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  /** Its lemma as each part of speech, as far as asked for. */
  readonly lemmas: Map<Upos, string>;
  /** The right tag by a wrong one, for words that wink-nlp tags wrongly. */
  readonly retag: ReadonlyMap<Upos, Upos> | undefined;
  /** What wink-nlp is shown in its place. */
  readonly shown: string;
  /** Its tag whatever wink-nlp says; `null` for words. */
  readonly fixed: Upos | null;
}

/** Word `first + i` has `forms[i]`, `tags[i]` and `lemmas[i]`. */
export interface Tagged {
  readonly forms: readonly Form[];
  readonly tags: readonly Upos[];
  readonly lemmas: readonly string[];
}

/** Tags the words `[first, last)`, whole sentences. */
export type Tagger = (tokens: Tokens, first: number, last: number) => Tagged;

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
const MOST_FORMS = 80_000;

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
      const lower = text.toLowerCase();
      form = {
        text,
        lower,
        lemmas: new Map(),
        retag: lexicon.retag.get(lower),
        shown: shown(text),
        fixed: fixedTag(text),
      };
      forms.set(text, form);
    }
    return form;
  };

  /** The lemma of a clitic, or of the stem before n't, by the lexicon; `null` for all other words. */
  const cliticLemma = (tokens: Tokens, i: number, lower: string, tag: Upos): string | null => {
    if (tokens.joined[i]) {
      const form = lower.endsWith('t') ? 't' : lower.slice(1);
      return lexicon.clitics.get(form)?.get(tag) ?? lower;
    }
    if (!tokens.joined[i + 1]) return null;
    const stem = lexicon.stems.get(lower);
    return stem && /^n/iu.test(tokens.text[i + 1]!) ? stem : null;
  };

  /** `token` is wink's token for the word where the two agree on word and tag, else -1. */
  const lemmaOf = (form: Form, tag: Upos, token: number, read: WinkTokens): string => {
    if (token < 0 || !LEMMATISED.has(tag)) return form.lower;
    let lemma = form.lemmas.get(tag);
    if (lemma === undefined) {
      const given = read.itemAt(token).out(wink.its.lemma);
      lemma = typeof given === 'string' && given !== '' ? given : form.lower;
      form.lemmas.set(tag, lemma);
    }
    return lemma;
  };

  return (tokens, first, last) => {
    if (forms.size > MOST_FORMS) {
      wink = makeWink();
      forms = new Map();
    }
    let text = '';
    const outForms: Form[] = [];
    for (let i = first; i < last; i++) {
      const form = formOf(tokens.text[i]!);
      const word = form.shown;
      // wink-nlp knows he's and don't as wholes; the other clitics it knows better on their own.
      text += i === first || (tokens.joined[i] && GLUED.test(word)) ? word : ' ' + word;
      outForms.push(form);
    }
    const read = wink.readDoc(text).tokens();
    const values = read.out();
    const pos = read.out(wink.its.pos);
    const tags: Upos[] = [];
    const lemmas: string[] = [];
    // wink may cut words differently; the tag of a word is that of wink's token at the word's first character.
    let token = 0;
    let tokenEnd = values.length > 0 ? values[0]!.length : 0;
    let at = 0;
    for (let i = first; i < last; i++) {
      while (tokenEnd <= at && token + 1 < values.length) tokenEnd += values[++token]!.length;
      const given = tokens.text[i]!;
      const form = outForms[i - first]!;
      let tag = (pos[token] ?? 'X') as Upos | 'SPACE';
      if (tag === 'SPACE') tag = 'X';
      if (form.fixed) tag = form.fixed;
      else {
        tag = form.retag?.get(tag) ?? tag;
        if (tag === 'VERB' && isNameLike(tokens, i, first, last)) tag = 'PROPN';
      }
      tags.push(tag);
      const agreed = values[token] === given && pos[token] === tag ? token : -1;
      lemmas.push(cliticLemma(tokens, i, form.lower, tag) ?? lemmaOf(form, tag, agreed, read));
      at += form.shown.length;
    }
    return { forms: outForms, tags, lemmas };
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
