/** A talk told of by a noun: "talks with Maravet in Lorn", "the Halvian-Maravetian meeting". */
import type { Range, Scene } from '../scene.ts';
import type { Modifier, TalkLexicon, TalkTrigger } from './lexicon.ts';
import type { Determiner, TalkMention, Tense } from './mention.ts';
import { clauseAround, listEnd, type Party, partiesIn, subjectOf } from './parties.ts';
import { placeIn, timeNear, townBefore } from './setting.ts';
import { STATUS_OF_TENSE, signAround, tenseOf } from './status.ts';

/** Tags of words that may stand before a noun in its phrase. */
const BEFORE: ReadonlySet<string> = new Set(['ADJ', 'NOUN', 'PROPN', 'DET', 'NUM', 'PART', 'X', 'PRON', 'SYM']);
/** Words after the noun that are read. */
const REACH = 40;

/** Where the phrase of the noun at `head` begins. */
function phraseStart({ words, sentences, sentenceOf }: Scene, head: number): number {
  const floor = sentences[sentenceOf[head]!]!.first;
  let first = head;
  for (let i = head - 1; i >= floor; i--) {
    const { tag, lower, text } = words[i]!;
    const hyphen = text === '-' || text === '–' || text === '/' || text === '&';
    const possessive = text === "'" || text === '’';
    const participle =
      tag === 'VERB' && /(?:ed|ing|en)$/u.test(lower) && i + 1 < head + 1 && i > floor && BEFORE.has(words[i - 1]!.tag);
    if (hyphen || possessive || participle || BEFORE.has(tag)) {
      if (tag === 'PRON' && !/(?:his|her|their|its|our|my|your)/u.test(lower)) break;
      first = i;
      if (tag === 'DET' && i - 1 >= floor && words[i - 1]!.tag !== 'DET') break;
      continue;
    }
    break;
  }
  while (first < head && (words[first]!.tag === 'PUNCT' || words[first]!.tag === 'PART')) first++;
  return first;
}

function determinerOf({ words }: Scene, lexicon: TalkLexicon, first: number, head: number): Determiner {
  const { lower, tag } = words[first]!;
  if (lower === 'the') return 'the';
  if (lower === 'a' || lower === 'an' || lower === 'another') return 'a';
  if (lower === 'this' || lower === 'these' || lower === 'that' || lower === 'those') return 'this';
  if (lexicon.small.owners.has(lower)) return 'own';
  for (let i = first; i < head; i++) if (words[i]!.text === "'s" || words[i]!.text === '’s') return 'own';
  return tag === 'DET' ? 'other' : 'none';
}

export function nounTalk(
  scene: Scene,
  lexicon: TalkLexicon,
  trigger: TalkTrigger,
  from: number,
  head: number,
): TalkMention | null {
  const { words } = scene;
  const { small } = lexicon;
  const clause = clauseAround(scene, lexicon, head);
  const first = Math.max(clause.first, phraseStart(scene, from));
  const modifiers = new Set<Modifier>();
  for (let i = first; i < from; i++) {
    const modifier = lexicon.modifiers.get(words[i]!.lower) ?? lexicon.modifiers.get(words[i]!.lemma);
    if (modifier) modifiers.add(modifier);
  }
  const before = partiesIn(scene, first, from);
  const participants: Party[] = [...before];
  const mediators: Party[] = [];
  let place: Range | null = null;
  let link: string | null = null;
  let last = head + 1;
  let i = head + 1;
  const stop = Math.min(clause.last, head + REACH);
  let predicate = -1;
  while (i < stop) {
    const word = words[i]!;
    if (small.with.has(word.lower)) {
      const end = listEnd(scene, lexicon, i + 1, clause.last);
      const list = partiesIn(scene, i + 1, end);
      if (list.length > 0) {
        link ??= word.lower;
        participants.push(...list);
        last = Math.max(last, list.at(-1)!.last);
      }
      i = Math.max(end, i + 1);
      continue;
    }
    if (small.of.has(word.lower)) {
      const end = listEnd(scene, lexicon, i + 1, clause.last);
      if (i === head + 1 || word.lower !== 'of') {
        const list = partiesIn(scene, i + 1, end);
        if (list.length > 0) {
          link ??= word.lower;
          participants.push(...list);
          last = Math.max(last, list.at(-1)!.last);
        }
      }
      i = Math.max(end, i + 1);
      continue;
    }
    if (word.tag === 'VERB' && small.mediators.has(word.lemma) && words[i + 1]?.lower === 'by') {
      const end = listEnd(scene, lexicon, i + 2, clause.last);
      mediators.push(...partiesIn(scene, i + 2, end));
      last = Math.max(last, mediators.at(-1)?.last ?? last);
      i = Math.max(end, i + 1);
      continue;
    }
    if (small.places.has(word.lower)) {
      const end = listEnd(scene, lexicon, i + 1, clause.last);
      if (!place && end > i + 1 && word.lower !== 'on' && word.lower !== 'to') {
        const named = placeIn(scene, i + 1, end);
        if (named) {
          place = named;
          last = Math.max(last, named.last);
        }
      }
      i = Math.max(end, i + 1);
      continue;
    }
    if (word.tag === 'VERB' || word.tag === 'AUX') {
      predicate = i;
      break;
    }
    i++;
  }
  if (!place) place = townBefore(scene, first, from);
  // The verb over it.
  let governor = -1;
  let through: string | null = null;
  for (let k = first - 1; k >= Math.max(clause.first, first - 8); k--) {
    const { tag, lower } = words[k]!;
    if (tag === 'VERB') {
      governor = k;
      break;
    }
    if (tag === 'ADP' || tag === 'SCONJ') through ??= lower;
    if (tag === 'PUNCT') break;
  }
  let tense: Tense = 'none';
  let negated = false;
  if (governor >= 0) {
    ({ tense, negated } = tenseOf(scene, lexicon, governor, clause.first));
  } else if (predicate >= 0) {
    let verb = predicate;
    while (
      verb + 1 < clause.last &&
      words[verb]!.tag !== 'VERB' &&
      ['AUX', 'PART', 'ADV'].includes(words[verb + 1]!.tag)
    )
      verb++;
    if (words[verb + 1]?.tag === 'VERB') verb++;
    ({ tense, negated } = tenseOf(scene, lexicon, verb, predicate));
  }
  if (new Set(participants.map((p) => p.name)).size < 2) {
    let subject: Party[] = [];
    if (governor >= 0) subject = subjectOf(scene, lexicon, governor, clause);
    else if (through !== null && predicate < 0) {
      // "In his call with the president, Voss said": the subject comes after the phrase.
      for (let k = last; k < clause.last; k++)
        if (words[k]!.tag === 'VERB') {
          subject = subjectOf(scene, lexicon, k, { first: last, last: clause.last });
          break;
        }
    }
    const lemma = governor >= 0 ? words[governor]!.lemma : '';
    if (small.mediators.has(lemma)) {
      mediators.push(...subject);
      if (subject.length > 0) last = Math.max(last, head + 1);
    } else if (governor < 0 || through !== null || small.support.has(lemma)) participants.push(...subject);
  }
  // "The truce brokered by Halvia and Maravet": where nobody else is named, they made it between them.
  if (participants.length === 0 && mediators.length > 1) participants.push(...mediators);
  const talk: Range = { first, last: head + 1 };
  const sign = signAround(scene, lexicon, talk, clause);
  const status = sign?.status ?? (modifiers.has('vague') ? 'proposed' : STATUS_OF_TENSE[tense]);
  const own = [...participants, ...mediators];
  const left = Math.min(
    first,
    governor >= 0 ? governor : first,
    ...own.filter((p) => p.first >= clause.first).map((p) => p.first),
  );
  return {
    trigger,
    kind: modifiers.has('line') && trigger.kind !== 'summit' ? 'call' : trigger.kind,
    head,
    words: { first: left, last },
    clause,
    noun: true,
    determiner: determinerOf(scene, lexicon, first, from),
    modifiers,
    participants,
    mediators,
    place,
    time: timeNear(scene, head, clause),
    status,
    sign: sign?.status ?? null,
    tense,
    negated,
    link,
    governor: governor >= 0 ? words[governor]!.lemma : null,
  };
}
