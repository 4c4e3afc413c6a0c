import type { Upos } from '../record.ts';
import type { SegmentLexicon } from './lexicon.ts';
import type { TagLexicon } from './tag-lexicon.ts';
import { runMachine, symbolOf } from './tag-machine.ts';
import { makeTokenReader, TAGS, type Token } from './token-reader.ts';
import type { Tokens } from './tokens.ts';

/** One distinct word as written, with what depends on nothing else. Shared by all its occurrences. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  /** Its lemma as each part of speech, as far as asked for. */
  readonly lemmas: Map<Upos, string>;
  /** The right tag by a wrong one, for words that the rules tag wrongly. */
  readonly retag: ReadonlyMap<Upos, Upos> | undefined;
  /** What is tagged in its place, and that cut into tokens. */
  readonly shown: string;
  readonly tokens: readonly Token[];
  /** Its tag whatever the rules say; `null` for words. */
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

/**
 * The tables of words met are made anew after this many, so that memory stays flat however many reports are read.
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

/** What is tagged for a word: the word itself where the tagger knows what to do with it, else one of its kind. */
function shown(text: string): string {
  if (KNOWN_MARK.test(text)) return text;
  if (PLAIN.test(text)) return text.includes('’') ? text.replaceAll('’', "'") : text;
  if (text.length > 1 && TAIL.test(text)) return "'" + text.slice(1);
  if (FIGURE.test(text)) return /^\p{Nd}{1,9}(?:\.\p{Nd}{1,4})?$/u.test(text) ? text : '100';
  if (LETTER.test(text)) return UPPER.test(text) ? 'Keld' : 'thing';
  return /^[.!?]/u.test(text) ? '.' : ',';
}

/** The tag of a word that is not tagged as it stands; `null` where the tagger's tag holds. */
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

/** Numbers of the tokens being tagged; made longer when more come at a time. */
interface Columns {
  readonly token: Token[];
  tag: Uint8Array;
  symbol: Uint8Array;
}

/** Makes the tagger. Its tables are caches: what it answers depends on the words given only. */
export function makeTagger(lexicon: SegmentLexicon, tagLexicon: TagLexicon): Tagger {
  const reader = makeTokenReader(tagLexicon, lexicon.guesses);
  const { machines } = tagLexicon;
  let forms = new Map<string, Form>();
  let joined = new Map<string, readonly Token[]>();
  const columns: Columns = { token: [], tag: new Uint8Array(4096), symbol: new Uint8Array(4096) };

  const formOf = (text: string): Form => {
    let form = forms.get(text);
    if (!form) {
      const lower = text.toLowerCase();
      const show = shown(text);
      form = {
        text,
        lower,
        lemmas: new Map(),
        retag: lexicon.retag.get(lower),
        shown: show,
        tokens: reader.tokensOf(show),
        fixed: fixedTag(text),
      };
      forms.set(text, form);
    }
    return form;
  };

  /** The tokens of words written together. */
  const joinedOf = (text: string): readonly Token[] => {
    let tokens = joined.get(text);
    if (!tokens) {
      tokens = reader.tokensOf(text);
      joined.set(text, tokens);
    }
    return tokens;
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

  /** `token` is the token for the word where the two agree on word and tag, else `null`. */
  const lemmaOf = (form: Form, tag: Upos, token: Token | null): string => {
    if (token === null || !LEMMATISED.has(tag)) return form.lower;
    let lemma = form.lemmas.get(tag);
    if (lemma === undefined) {
      lemma = reader.lemmaOf(token, tag) || form.lower;
      form.lemmas.set(tag, lemma);
    }
    return lemma;
  };

  /** Puts tokens behind those being tagged. */
  const take = (tokens: readonly Token[]): void => {
    const { token } = columns;
    for (const t of tokens) {
      if (token.length === columns.tag.length) {
        const wider = new Uint8Array(token.length * 2);
        wider.set(columns.tag);
        columns.tag = wider;
        columns.symbol = new Uint8Array(token.length * 2);
      }
      columns.tag[token.length] = t.tag;
      token.push(t);
    }
  };

  return (tokens, first, last) => {
    if (forms.size + joined.size > MOST_FORMS) {
      forms = new Map();
      joined = new Map();
    }
    const { token } = columns;
    token.length = 0;
    const outForms: Form[] = [];
    // For each word, the token at its first character.
    const at = new Int32Array(last - first);
    for (let i = first; i < last; ) {
      const form = formOf(tokens.text[i]!);
      outForms.push(form);
      const begin = token.length;
      at[i - first] = begin;
      let end = i + 1;
      let text = form.shown;
      // The lexicon knows he's and don't as wholes; the other clitics it knows better on their own.
      for (; end < last && tokens.joined[end]; end++) {
        const clitic = formOf(tokens.text[end]!);
        if (!GLUED.test(clitic.shown)) break;
        outForms.push(clitic);
        text += clitic.shown;
      }
      take(end === i + 1 ? form.tokens : joinedOf(text));
      for (let k = i + 1, from = form.shown.length, t = begin, to = token[t]!.text.length; k < end; k++) {
        while (to <= from && t + 1 < token.length) to += token[++t]!.text.length;
        at[k - first] = t;
        from += outForms[k - first]!.shown.length;
      }
      i = end;
    }
    for (const machine of machines) {
      for (let t = 0; t < token.length; t++) columns.symbol[t] = symbolOf(columns.tag[t]!, token[t]!.hint);
      const given: number[] = [];
      runMachine(machine, columns.symbol, token.length, (t, tag) => given.push(t, tag));
      for (let g = 0; g < given.length; g += 2) {
        const t = given[g]!;
        const tag = given[g + 1]!;
        if (tag < 0) columns.tag[t] = -tag;
        else if ((token[t]!.may >>> tag) & 1) columns.tag[t] = tag;
      }
    }
    const tags: Upos[] = [];
    const lemmas: string[] = [];
    for (let i = first; i < last; i++) {
      const form = outForms[i - first]!;
      const mine = token[at[i - first]!]!;
      const own = TAGS[mine.fixed ? mine.tag : columns.tag[at[i - first]!]!]!;
      let tag = own;
      if (form.fixed) tag = form.fixed;
      else {
        tag = form.retag?.get(tag) ?? tag;
        if (tag === 'VERB' && isNameLike(tokens, i, first, last)) tag = 'PROPN';
      }
      tags.push(tag);
      const agreed = own === tag && mine.text === form.text ? mine : null;
      lemmas.push(cliticLemma(tokens, i, form.lower, tag) ?? lemmaOf(form, tag, agreed));
    }
    return { forms: outForms, tags, lemmas };
  };
}

/** A word with a capital inside a sentence that is not a headline: a name, though the tagger may know a verb like it. */
function isNameLike(tokens: Tokens, i: number, first: number, last: number): boolean {
  if (i === first || tokens.gap[i] === 2 || !TITLED.test(tokens.text[i]!) || !WORD.test(tokens.text[i - 1]!))
    return false;
  let lower = 0;
  for (let at = Math.max(first, i - 5); at < Math.min(last, i + 6); at++)
    if (LONG_LOWER.test(tokens.text[at]!)) lower++;
  return lower >= 3;
}
