/** The sides named in a stretch of words, and those that stand around a verb or noun. */
import type { Mention, Participant } from '../../record.ts';
import type { Range, Scene } from '../scene.ts';
import type { TalkLexicon } from './lexicon.ts';

/** A side or person that the words name. */
export interface Party extends Range {
  readonly name: string;
  /** Whether the name is that of a known party. */
  readonly known: boolean;
  readonly kind: Mention['kind'];
  readonly form: Mention['form'];
}

export const participantOf = (scene: Scene, { first, last, name }: Party): Participant => ({
  name,
  span: {
    start: scene.words[first]!.start,
    end: scene.words[last - 1]!.end,
  },
});

/** Whom a mention names: its party, or the person or body itself; `null` for places, things and nobody in particular. */
function nameOf(scene: Scene, mention: Mention, places: boolean): Pick<Party, 'name' | 'known'> | null {
  const referent = mention.referent === null ? undefined : scene.referents.get(mention.referent);
  if (!referent) return null;
  if (referent.party !== null) return { name: referent.party, known: true };
  if (referent.generic || (mention.kind === 'place' && !(places && mention.form === 'name'))) return null;
  // "he" stands for a person whom the report names; "the leaders", "they" for nobody in particular.
  const named = mention.form === 'name' || (mention.form === 'pronoun' && mention.kind === 'person');
  if (!named || !/^\p{Lu}/u.test(referent.name)) return null;
  return { name: referent.name, known: false };
}

/** The parties that a joint name stands for, where the report names each of them by itself. */
export function eachOf({ referents }: Scene, name: string): readonly string[] {
  const parts = name.split(/, (?:and )?| and /u);
  if (parts.length < 2) return [name];
  const known = new Set<string | null>();
  for (const { party } of referents.values()) known.add(party);
  return parts.every((p) => known.has(p)) ? parts : [name];
}

/** Mentions that begin in words `[from, to)`, the longer of two first, in order. */
function* mentionsIn(scene: Scene, from: number, to: number): Generator<Mention> {
  const { mentions } = scene;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < from) low = middle + 1;
    else high = middle;
  }
  for (; low < mentions.length && mentions[low]!.first < to; low++) {
    const mention = mentions[low]!;
    if (mention.kind !== 'date' && mention.kind !== 'quantity') yield mention;
  }
}

/** Whether what stands right behind a name tells of others by it: "Halvia | 's closest allies". */
function isOthers({ words }: Scene, others: ReadonlySet<string>, at: number): boolean {
  let i = at;
  const own = words[i]?.text;
  if (own === "'s" || own === '’s' || own === "'" || own === '’') i++;
  while (words[i]?.tag === 'ADJ' || words[i]?.tag === 'ADV') i++;
  return others.has(words[i]?.lemma ?? '');
}

/**
 * The sides that words `[from, to)` name, each stretch of words read once. With `places`, a place of no known party
 * counts: it stands where only a side can ("talks between ... and ...").
 */
export function partiesIn(scene: Scene, { small }: TalkLexicon, from: number, to: number, places = false): Party[] {
  const found: Party[] = [];
  let taken = from;
  for (const mention of mentionsIn(scene, from, to)) {
    if (mention.first < taken || mention.last > to) continue;
    const named = nameOf(scene, mention, places);
    if (!named) continue;
    // "Polish | media", "Russian | troops": whose they are, but not that side.
    const next = scene.words[mention.last];
    if (mention.kind === 'group' && next && small.press.has(next.lemma)) continue;
    if (isOthers(scene, small.others, mention.last)) continue;
    // "La Stampa newspaper", "the agency"
    const paper = next && mention.form === 'name' && mention.kind === 'organisation' && small.press.has(next.lemma);
    if (paper || (mention.form === 'nominal' && small.press.has(scene.words[mention.last - 1]!.lemma))) {
      taken = mention.last;
      continue;
    }
    const { first, last, kind, form } = mention;
    // "They", of two who spoke with one voice: both take part.
    for (const name of eachOf(scene, named.name)) found.push({ ...named, name, first, last, kind, form });
    taken = mention.last;
  }
  return found;
}

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

/** Longest stretch in brackets that may stand within a name: "the Littoral Commission (LC) envoy". */
const BRACKETS = 6;

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
  const opens = start === floor || before?.tag === 'PUNCT' || before?.tag === 'SCONJ' || small.breaks.has(before!.lower);
  return opens || !joined ? start : from;
}

/** The words of the clause around `at`: between breaks, in one sentence. */
export function clauseAround(scene: Scene, { small }: TalkLexicon, at: number): Range {
  const sentence = scene.sentences[scene.sentenceOf[at]!]!;
  const { words } = scene;
  const breaks = (i: number): boolean => small.breaks.has(words[i]!.lower);
  let first = at;
  while (first > sentence.first && !breaks(first - 1)) first--;
  let last = at + 1;
  while (last < sentence.last && !breaks(last)) last++;
  return { first, last };
}
