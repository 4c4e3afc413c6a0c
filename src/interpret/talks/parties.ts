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
function nameOf(
  scene: Scene,
  small: TalkLexicon['small'],
  mention: Mention,
  places: boolean,
): Pick<Party, 'name' | 'known'> | null {
  const referent = mention.referent === null ? undefined : scene.referents.get(mention.referent);
  if (!referent) return null;
  if (referent.party === referent.name && mention.kind === 'organisation') {
    const owner = small.offices.has(scene.words[mention.last - 1]!.lemma) ? ownerOf(scene, referent.id) : null;
    if (owner !== null) return { name: owner, known: true };
  }
  if (referent.party !== null) return { name: referent.party, known: true };
  if (referent.generic || (mention.kind === 'place' && !(places && mention.form === 'name'))) return null;
  // "he" stands for a person whom the report names; "the leaders", "they" for nobody in particular.
  const named = mention.form === 'name' || (mention.form === 'pronoun' && mention.kind === 'person');
  if (!named || !/^\p{Lu}/u.test(referent.name)) return null;
  return { name: referent.name, known: false };
}

/** Whose body it is, where the report says so anywhere: "Halvia's Sovereign Council", "the Halvian Sovereign Council". */
function ownerOf({ words, mentions, mentionOf, referents }: Scene, referent: string): string | null {
  for (const { first, referent: its } of mentions) {
    if (its !== referent || first < 1) continue;
    const own = words[first - 1]!.text;
    const before = own === "'s" || own === '’s' ? first - 2 : words[first - 1]!.tag === 'ADJ' ? first - 1 : -1;
    const party = referents.get(mentions[mentionOf[before] ?? -1]?.referent ?? '')?.party ?? null;
    if (party !== null) return party;
  }
  return null;
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

/** Whether the noun phrase that goes on at word `at` is of the press: "Halvian | - Maravetian media delegation". */
function isPress({ words }: Scene, press: ReadonlySet<string>, at: number): boolean {
  for (let i = at; i < at + 5; i++) {
    const word = words[i];
    if (!word) return false;
    if (press.has(word.lemma) || press.has(word.lower)) return true;
    if (word.tag !== 'ADJ' && word.tag !== 'NOUN' && word.tag !== 'PROPN' && word.text !== '-') return false;
  }
  return false;
}

/** How far before a name the one may stand who is sent to it. */
const SENT_REACH = 5;

/** Whether a name stands behind "for" or "to" in the noun phrase of another: "Cantara's special envoy for | Halvia". */
function isSentTo({ words }: Scene, before: Party | undefined, at: number): boolean {
  const by = words[at - 1]?.tag === 'DET' ? at - 2 : at - 1;
  const { lower } = words[by] ?? { lower: '' };
  if (!before || (lower !== 'for' && lower !== 'to') || by <= before.last || by - before.last > SENT_REACH)
    return false;
  for (let i = before.last; i < by; i++) {
    const { tag, text } = words[i]!;
    if (tag !== 'NOUN' && tag !== 'ADJ' && tag !== 'PROPN' && text !== "'s" && text !== '’s') return false;
  }
  return true;
}

/**
 * Of the last two of several names, drops the one that only says again, or less: "the Teyl Front (TF) | rebels", "the
 * Federal | Halvian government", "officials, including | Otray".
 */
function dropVaguer({ words }: Scene, found: Party[], { of }: TalkLexicon['small']): void {
  const b = found.at(-1)!;
  const a = found.at(-2)!;
  let apart = 0;
  let including = false;
  let owned = false;
  for (let i = a.last; i < b.first; i++) {
    const { text, lower, tag } = words[i]!;
    including ||= lower === 'including';
    if (text === "'s" || text === '’s' || text === '(') owned = true;
    else if (text !== '(' && text !== ')' && tag !== 'ADJ' && tag !== 'DET' && !of.has(lower)) apart++;
  }
  const vague = (p: Party): boolean => p.form === 'nominal' && !/\p{Lu}/u.test(p.name);
  const plain = apart === 0 && a.last <= b.first;
  // "Halvia's Sovereign Council", "the government of Halvia (GH)"
  const part = plain && (a.last === b.first || owned) && a.known && !b.known && b.kind !== 'person';
  // "Halvia's Teyl Front": whose it is only says where it is from, where it is a side of its own.
  const theirs = plain && owned && b.first === a.last + 1 && a.known && b.known && a.name !== b.name;
  if (theirs) found.splice(-2, 1);
  else if ((plain && vague(b)) || part || (including && a.known && !b.known)) found.pop();
  else if (plain && (vague(a) || (a.last === b.first && b.known && !a.known))) found.splice(-2, 1);
}

/**
 * The sides that words `[from, to)` name, each stretch of words read once. With `places`, a place of no known party
 * counts: it stands where only a side can ("talks between ... and ...").
 */
export function partiesIn(
  scene: Scene,
  { small }: TalkLexicon,
  from: number,
  to: number,
  places = false,
  backers = false,
): Party[] {
  const found: Party[] = [];
  let taken = from;
  for (const mention of mentionsIn(scene, from, to)) {
    if (mention.first < taken || mention.last > to) continue;
    const named = nameOf(scene, small, mention, places);
    if (!named) continue;
    // "Polish | media", "Russian | troops": whose they are, but not that side.
    const next = scene.words[mention.last];
    if (mention.kind !== 'person' && isPress(scene, small.press, mention.last)) continue;
    // "The Cantara | -backed government": who backs a side is not that side.
    if (!backers && next && /^[-–]$/u.test(next.text) && small.brought.has(scene.words[mention.last + 1]?.lower ?? ''))
      continue;
    // "The warring sides | in Halvia": where they are.
    const by = scene.words[mention.first - 1];
    if (by && mention.first - 1 > from && small.at.has(by.lower)) continue;
    // "Cantara's envoy | for Halvia": whom somebody is sent to is not who sends.
    if (isSentTo(scene, found.at(-1), mention.first)) continue;
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
    if (found.length > 1) dropVaguer(scene, found, small);
    taken = mention.last;
  }
  return found.length > 0 ? found : bothSides(scene, small, from, to);
}

/** How many words behind a word for two the noun may stand: "the two naval staffs". */
const OF_TWO = 3;

/** "Both navies", "the two staffs": the two that the report has told of most so far, where no third comes near them. */
function bothSides(
  { words, mentions, referents }: Scene,
  small: TalkLexicon['small'],
  from: number,
  to: number,
): Party[] {
  let at = from;
  let noun = -1;
  for (; at < to && noun < 0; at++) {
    if (!small.of_two.has(words[at]!.lower)) continue;
    for (let k = at + 1; k < Math.min(to, at + 1 + OF_TWO) && noun < 0; k++)
      if (small.bodies.has(words[k]!.lemma)) noun = k;
  }
  if (noun < 0) return [];
  const counts = new Map<string, number>();
  for (const { first, referent } of mentions) {
    if (first >= from) break;
    const party = referents.get(referent ?? '')?.party;
    if (party) counts.set(party, (counts.get(party) ?? 0) + 1);
  }
  const [a, b, c] = [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  if (!a || !b || (c && 2 * c[1] > b[1])) return [];
  return [a, b].map(([name]) => ({
    name,
    known: true,
    kind: 'organisation',
    form: 'nominal',
    first: at - 1,
    last: noun + 1,
  }));
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
