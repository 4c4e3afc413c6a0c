/** Where lists of noun phrases begin and end: "the presidents of Halvia and Maravet, the envoy of Cantara". */
import type { Scene } from '../scene.ts';
import type { TalkLexicon } from './lexicon.ts';

/** Longest stretch in brackets that may stand within a name: "the Littoral Commission (LC) envoy". */
const BRACKETS = 6;

/** Tags that may stand inside a list of noun phrases. */
const IN_LIST: ReadonlySet<string> = new Set([
  'DET',
  'ADJ',
  'NOUN',
  'PROPN',
  'NUM',
  'CCONJ',
  'PRON',
  'PART',
  'X',
  'SYM',
]);

/**
 * Where the list of noun phrases that begins at `from` ends: "the presidents of X and Y, the envoy of Z". `stop` is one
 * past the last word that may belong to it.
 */
export function listEnd(scene: Scene, lexicon: TalkLexicon, from: number, stop: number): number {
  const { words, mentionOf, mentions } = scene;
  let i = from;
  let nouns = 0;
  while (i < stop) {
    const word = words[i]!;
    const mention = mentions[mentionOf[i]!];
    if (mention && mention.first === i && mention.form !== 'pronoun') {
      i = Math.min(mention.last, stop);
      nouns++;
      continue;
    }
    if (word.text === ',') {
      const next = words[i + 1];
      if (nouns === 0 || !next || i + 1 >= stop) break;
      const after = next.tag === 'CCONJ' ? i + 2 : i + 1;
      // ", the Halvian envoy, ..." goes on; ", Halvia said" and ", when" do not.
      const named =
        mentions[mentionOf[after]!] ?? (words[after]?.tag === 'DET' ? mentions[mentionOf[after + 1]!] : undefined);
      if (!named || named.first > after + 1) break;
      const verb = words[named.last]?.tag;
      if (verb === 'VERB' || verb === 'AUX') break;
      i = after;
      continue;
    }
    // "The Littoral Commission (LC) | and"
    if (word.text === '(' && nouns > 0) {
      let close = i + 1;
      while (close < stop && close - i < BRACKETS && words[close]!.text !== ')') close++;
      if (words[close]?.text !== ')' || close >= stop) break;
      i = close + 1;
      continue;
    }
    if (word.tag === 'ADP') {
      if (nouns === 0 && !lexicon.small.of.has(word.lower)) break;
      if (!lexicon.small.of.has(word.lower) && word.lower !== 'for') break;
      i++;
      continue;
    }
    if ((word.text === '-' || word.text === '–' || word.text === '/') && !word.spaced) {
      i++;
      continue;
    }
    if (word.tag === 'CCONJ') {
      const verb = words[i + 1]?.tag;
      if (verb === 'VERB' || verb === 'AUX' || verb === 'ADV') break;
      i++;
      continue;
    }
    // "A hastily arranged delegation", "Cantaran-backed mediation": a participle before its noun.
    const next = words[i + 1];
    if (lexicon.small.brought.has(word.lower) && next && i + 1 < stop && (next.tag === 'NOUN' || next.tag === 'ADJ')) {
      i++;
      continue;
    }
    if (word.tag === 'VERB' && /(?:ed|ing|en)$/u.test(word.lower) && next && i + 1 < stop && nouns === 0) {
      if (next.tag === 'NOUN' || next.tag === 'ADJ' || next.tag === 'PROPN') {
        i++;
        continue;
      }
    }
    if (!IN_LIST.has(word.tag) && word.text !== "'" && word.text !== '’') {
      if (word.tag === 'ADV' && words[i + 1] && IN_LIST.has(words[i + 1]!.tag)) {
        i++;
        continue;
      }
      break;
    }
    if (word.tag === 'NOUN') nouns++;
    i++;
  }
  return i;
}

/** Tags of words inside one noun phrase. */
const IN_PHRASE: ReadonlySet<string> = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'SYM']);

/**
 * Where the list begins whose last noun phrase begins at `from`: "Halvia's government and the Teyl Front (TF) | rebel
 * group". Only a list that opens its clause counts; of "met Voss and Tesk said" the verb's own noun phrase is left alone.
 */
export function listStart(scene: Scene, { small }: TalkLexicon, from: number, floor: number): number {
  const { words, mentions, mentionOf, timeOf, blocks, sentences, sentenceOf } = scene;
  const heading = blocks[sentences[sentenceOf[from]!]!.block]?.kind !== 'paragraph';
  let start = from;
  let joined = false;
  for (;;) {
    let i = start - 1;
    if (i < floor) return start;
    const { tag, text, lower } = words[i]!;
    if (text === ')') {
      let open = i;
      while (open > floor && i - open < BRACKETS && words[open]!.text !== '(') open--;
      if (words[open]!.text !== '(') break;
      i = open - 1;
    } else if (tag === 'CCONJ' && lower === 'and') {
      i -= words[i - 1]?.text === ',' ? 2 : 1;
      joined = true;
    } else if (tag === 'ADP' && (lower === 'of' || lower === 'from')) i--;
    else if (text === ',' && (joined || heading) && mentionOf[i - 1]! >= 0) {
      i--;
      joined = true;
    } else break;
    let first = i + 1;
    while (first > floor && first - 1 <= i) {
      const at = first - 1;
      const name = mentions[mentionOf[at]!];
      const hyphen = /^[-–]$/u.test(words[at]!.text);
      if (timeOf[at]! >= 0) break;
      if (name && name.form !== 'pronoun' && name.first >= floor && name.first <= at) first = name.first;
      else if (IN_PHRASE.has(words[at]!.tag) || hyphen) first = at;
      else break;
    }
    if (first > i) break;
    start = first;
  }
  const before = words[start - 1];
  const opens =
    start === floor ||
    before?.tag === 'PUNCT' ||
    before?.tag === 'SCONJ' ||
    small.breaks.has(before!.lower) ||
    small.asides.has(before!.lower);
  return opens || !joined ? start : from;
}
