/** A talk told of by a noun: "talks with Maravet in Lorn", "the Halvian-Maravetian meeting". */
import { nounPhraseAt } from '../grammar/clauses.ts';
import { longestAt } from '../phrases.ts';
import type { Range, Scene } from '../scene.ts';
import { governorOf, isSeat, OVER } from './governor.ts';
import type { Modifier, TalkTrigger } from './lexicon.ts';
import type { Determiner, TalkMention } from './mention.ts';
import { clauseAround, type Party, partiesIn } from './parties.ts';
import { placeFrom, placeIn, placeOnTheWay, timeNear, townBefore } from './setting.ts';
import { isThere, laterOf, type Stand, signIn, standOf, statusOf } from './status.ts';
import { doerOf, points, type TalkTools } from './subject.ts';
import { type Tail, tailOf } from './tail.ts';

const NOWHERE: Range = { first: 0, last: 0 };

function determinerOf({ words }: Scene, { lexicon }: TalkTools, first: number, head: number): Determiner {
  const { lower, tag } = words[first]!;
  if (lower === 'the') return 'the';
  if (lower === 'a' || lower === 'an' || lower === 'another') return 'a';
  if (lower === 'this' || lower === 'these' || lower === 'that' || lower === 'those') return 'this';
  if (lexicon.small.owners.has(lower)) return 'own';
  for (let i = first; i < head; i++) if (words[i]!.text === "'s" || words[i]!.text === '’s') return 'own';
  return tag === 'DET' ? 'other' : 'none';
}

/** "Broke up at Lorn on Friday | without a result": a phrase with a preposition of its own may stand further behind. */
function failedBehind(scene: Scene, lexicon: TalkTools['lexicon'], first: number, last: number): 'stalled' | null {
  for (let i = first; i < last; i++) {
    if (scene.words[i]!.tag === 'ADP' && longestAt(lexicon.signs, scene.words, i, last)?.value.status === 'stalled')
      return 'stalled';
  }
  return null;
}

/** How far behind the words of a talk its place may stand. */
const PLACE_REACH = 10;

/** "The talks ended in Lorn": the first place that a preposition brings in behind the words of a talk. */
function placeBehind(scene: Scene, { lexicon }: TalkTools, from: number, to: number): Range | null {
  for (let i = from; i < Math.min(to, from + PLACE_REACH); i++) {
    const { lower, tag } = scene.words[i]!;
    // "is planned for March, also in Lorn"
    const goesOn = lower === ',' && scene.words[i + 1]?.tag === 'ADV';
    if (tag === 'SCONJ' || tag === 'CCONJ' || (lower === ',' && !goesOn)) return null;
    if (!lexicon.small.at.has(lower)) continue;
    const next = placeFrom(scene, lexicon, i, to);
    if (next >= 0) return placeIn(scene, lexicon, next, to);
  }
  return null;
}

/** Whether the verb behind a noun is a participle that describes it: "talks | also attended by". */
function isAdded(words: Scene['words'], head: number, verb: number): boolean {
  for (let k = head + 1; k < verb; k++) if (words[k]!.tag !== 'ADV') return false;
  return words[verb]!.tag === 'VERB' && words[verb + 1]?.lower === 'by';
}

/** "Will have | no further | participation in": whether a word for none stands between. */
function isDenied(words: Scene['words'], from: number, to: number, none: ReadonlySet<string>): boolean {
  for (let k = from + 1; k < to; k++) if (none.has(words[k]!.lower)) return true;
  return false;
}

/** "Relations between Halvia and Maravet did not improve in | their | talks": the two sides that the sentence has named. */
function twoBefore(scene: Scene, { lexicon }: TalkTools, first: number): readonly Party[] {
  const sentence = scene.sentences[scene.sentenceOf[first]!]!;
  if (!lexicon.small.both.has(scene.words[first]!.lower)) return [];
  const known = partiesIn(scene, lexicon, sentence.first, first).filter((p) => p.known);
  return new Set(known.map((p) => p.name)).size === 2 ? known : [];
}

/** "Cantaran-brokered talks", "talks | backed by": of the sides before a noun, those that bring others together. */
function broughtBy({ words }: Scene, { lexicon }: TalkTools, sides: readonly Party[], first: number, from: number) {
  let at = from - 1;
  while (at >= first && !lexicon.small.brought.has(words[at]!.lower)) at--;
  let floor = at;
  while (floor > first && words[floor - 1]!.text !== ',') floor--;
  return sides.filter((p) => p.first >= floor && p.last <= at);
}

/** Longest clause between a noun and its verb: "the first round, | which took place in Lorn, | was held in April". */
const WITHIN = 14;

/** Finds the verb of the noun's own clause behind a clause that describes the noun, where none was found before. */
function goOn(
  scene: Scene,
  { lexicon }: TalkTools,
  tail: Tail,
  { last }: Range,
): Tail & { readonly rest: Range | null } {
  const { words, sentences, sentenceOf } = scene;
  const sentence = sentences[sentenceOf[last - 1]!]!;
  const which = words[last];
  if (
    tail.predicate ||
    last >= sentence.last ||
    which?.tag === 'PUNCT' ||
    !lexicon.small.relatives.has(which!.lower) ||
    words[last - 1]?.text !== ','
  )
    return { ...tail, rest: null };
  for (let k = last + 1; k < Math.min(sentence.last - 1, last + WITHIN); k++) {
    if (words[k]!.text !== ',') continue;
    let verb = k + 1;
    if (words[verb]!.tag !== 'AUX' && words[verb]!.tag !== 'VERB') break;
    while (
      verb + 1 < sentence.last &&
      words[verb]!.tag !== 'VERB' &&
      /^(?:AUX|PART|ADV|VERB)$/u.test(words[verb + 1]!.tag)
    )
      verb++;
    return { ...tail, predicate: { first: k + 1, last: verb + 1 }, rest: clauseAround(scene, lexicon, verb) };
  }
  return { ...tail, rest: null };
}

/** Where the noun phrase begins: "their closed-door | talks" begins before its joined words. */
function openingOf(scene: Scene, { grammar, lexicon }: TalkTools, from: number, clause: Range): number {
  const { words } = scene;
  let first = Math.min(from, nounPhraseAt(scene, from, grammar).first);
  while (first - 2 >= clause.first && /^[-–]$/u.test(words[first - 1]!.text) && !words[first]!.spaced)
    first = Math.min(first - 2, nounPhraseAt(scene, first - 2, grammar).first);
  // "Three days of | talks", "a fourth round of | talks"
  if (
    first - 2 >= clause.first &&
    words[first - 1]!.lower === 'of' &&
    lexicon.small.measures.has(words[first - 2]!.lemma)
  )
    first = Math.min(first - 2, nounPhraseAt(scene, first - 2, grammar).first);
  return Math.max(clause.first, first);
}

export function nounTalk(
  scene: Scene,
  tools: TalkTools,
  trigger: TalkTrigger,
  from: number,
  head: number,
): TalkMention | null {
  const { words } = scene;
  const { lexicon } = tools;
  const { small } = lexicon;
  const clause = clauseAround(scene, lexicon, head);
  const first = openingOf(scene, tools, from, clause);
  const modifiers = new Set<Modifier>();
  let counted: string | null = null;
  for (let i = first; i < from; i++) {
    const modifier = lexicon.modifiers.get(words[i]!.lower) ?? lexicon.modifiers.get(words[i]!.lemma);
    if (modifier) modifiers.add(modifier);
    if (small.counted.has(words[i]!.lower)) counted = words[i]!.lower;
  }
  // "Survey ships visit the wreck": what carries people meets nobody.
  if (small.craft.has(words[from - 1]?.lemma ?? '') || (modifiers.has('other') && !modifiers.has('joint'))) return null;
  const town = townBefore(scene, first, from);
  // "The Lorn talks": a town alone before the noun is where they are, whosever capital it is.
  const before = partiesIn(scene, lexicon, first, from, false, true).filter(
    (p, _, all) =>
      !(all.length === 1 && town && town.first <= p.first && p.last <= town.last && words[p.last]?.text !== "'s"),
  );
  const tail = goOn(scene, tools, tailOf(scene, tools, trigger, head, clause), clause);
  const end = tail.rest?.last ?? clause.last;
  const bringers = broughtBy(scene, tools, before, first, from);
  const participants: Party[] = [...before.filter((p) => !bringers.includes(p)), ...tail.participants];
  const mediators: Party[] = [...bringers, ...tail.mediators];
  const { last } = tail;
  let place = tail.place ?? (before.length === 0 || !town ? town : placeIn(scene, lexicon, town.first, town.last));
  // The verb that the noun is the subject of, or else the one over it.
  const over = governorOf(scene, first, clause.first);
  // "Said talks had begun": a verb of saying has the whole clause under it.
  const clausal = tail.predicate !== null && words[tail.predicate.first]!.tag === 'AUX';
  const under = over.verb >= 0 && over.through === null && scene.cueOf[over.verb]! < 0 && !clausal;
  // "Met for talks | attended by Cantara": what a participle adds does not hide who came for them.
  const added = tail.predicate !== null && tail.rest === null && isAdded(words, head, tail.predicate.first);
  const joined = over.verb >= 0 && over.through !== null && small.joining.has(over.through);
  const subject = tail.predicate !== null && !under && !(added && joined);
  if (added && !subject) {
    const { agents } = doerOf(scene, tools, tail.predicate!.last - 1);
    if (small.attended.has(words[tail.predicate!.last - 1]!.lemma)) participants.push(...agents);
  }
  if (subject) place ??= placeBehind(scene, tools, tail.predicate!.last, end);
  const governor = subject ? -1 : over.verb;
  const through = subject ? null : over.through;
  if (governor >= 0) place ??= placeOnTheWay(scene, lexicon, governor, first);
  let stand: Stand = 'none';
  let negated = false;
  let since = first - OVER;
  let left = first;
  // "No point in | meeting | a man": what one does, with nobody named, is no talk that anybody held.
  const object = words[head + 1]?.tag;
  if (first === head && words[head]!.lower.endsWith('ing') && (object === 'DET' || object === 'PRON'))
    if (participants.length === 0 && words[head - 1]?.tag === 'ADP') return null;
  const fewSides = new Set(participants.map((p) => p.name)).size < 2 || (added && !subject);
  let verb = subject ? tail.predicate!.last - 1 : governor;
  if (verb < 0 && through !== null) {
    // "In his call with the president, Voss said": the verb comes after the phrase.
    for (let k = last; k < clause.last && verb < 0; k++) if (words[k]!.tag === 'VERB') verb = k;
  }
  if (verb >= 0) {
    const { group, parties, agents } = doerOf(scene, tools, verb);
    stand = standOf(group);
    if (governor >= 0) since = Math.max(since, group.first - 3);
    ({ negated } = group);
    const { lemma } = words[verb]!;
    if (subject) {
      // The noun is the subject: "the talks were hosted by Cantara".
      if (small.mediators.has(lemma)) mediators.push(...agents);
      else if (small.attended.has(lemma))
        // "The talks were led by the Commission's envoy": a body of many states brings others together.
        for (const a of agents)
          (small.assemblies.has(a.name.toLowerCase()) && !small.joins.has(lemma) ? mediators : participants).push(a);
    } else if (small.mediators.has(lemma) && through === null) {
      mediators.push(...(group.passive ? agents : parties));
      left = Math.min(left, ...parties.filter((p) => p.first >= clause.first && p.last <= first).map((p) => p.first));
    } else if (!fewSides && trigger.outcome && tail.link === 'between' && through === null && parties.length > 0) {
      // "Cantara tries to reach a deal between Halvia and Maravet"
      const sides = new Set(participants.map((p) => p.name));
      if (small.support.has(lemma) && !parties.some((p) => sides.has(p.name))) mediators.push(...parties);
    } else if (
      fewSides &&
      (through === null ? small.support.has(lemma) : small.joining.has(through)) &&
      !isSeat(scene, tools, over)
    ) {
      participants.push(...parties);
      if (through === null)
        left = Math.min(
          left,
          verb,
          ...parties.filter((p) => p.first >= clause.first && p.last <= first).map((p) => p.first),
        );
    }
  }
  // "The truce brokered by Halvia and Maravet": where nobody else is named, they made it between them.
  if (participants.length === 0 && trigger.outcome && new Set(mediators.map((p) => p.name)).size > 1)
    participants.push(...mediators);
  // "No part in the talks", "suspended its participation in the talks": the verb tells of the talks all the same.
  const share = through !== null && small.presence.has(words[over.at - 1]?.lemma ?? '');
  const aside = through !== null && small.within.has(through) && !share;
  const sign = signIn(
    scene,
    lexicon,
    { first: Math.max(clause.first, aside || subject ? first : since), last: head },
    subject ? { first: tail.predicate!.first, last: Math.min(end, tail.predicate!.last + 4) } : NOWHERE,
  );
  // "Said during the meeting": the verb tells of something done there.
  const found = subject ? (failedBehind(scene, lexicon, tail.predicate!.last, end) ?? sign?.status) : sign?.status;
  // "Will not give up on the talks": only who holds or attends them can refuse them so.
  const other = governor >= 0 && through !== null && negated && !small.joins.has(words[governor]!.lemma);
  // "Refused to take part in the talks", "was not attending the talks": a side stays away.
  const none = share && words[over.at - 2] !== undefined && isDenied(words, governor, over.at, small.none);
  const stays =
    governor >= 0 && ((small.joins.has(words[governor]!.lemma) && (negated || stand === 'refusal')) || none);
  const status =
    (trigger.outcome && found === undefined && (stand === 'present' || stand === 'past') && !negated ? 'held' : null) ??
    (stays && found !== 'cancelled' && found !== 'postponed' ? 'refused' : null) ??
    (other && found === 'refused' ? 'ongoing' : null) ??
    (found && laterOf(scene, lexicon, found, verb, stand, negated)) ??
    (found === undefined && isThere(scene, lexicon, tools.grammar, first) ? 'ongoing' : null) ??
    (modifiers.has('vague')
      ? 'proposed'
      : aside && stand !== 'future' && stand !== 'plan' && !(stand === 'wish' && small.places.has(through))
        ? 'held'
        : through === 'for' && stand === 'progressive'
          ? 'scheduled'
          : statusOf(stand, negated));
  const determiner = determinerOf(scene, tools, first, from);
  if (participants.length === 0 && determiner === 'own') participants.push(...twoBefore(scene, tools, first));
  const named = participants.length + mediators.length > 0;
  return {
    trigger,
    kind: modifiers.has('line') && trigger.kind !== 'summit' ? 'call' : trigger.kind,
    head,
    words: { first: left, last: Math.max(last, head + 1) },
    phrase: first,
    clause,
    noun: true,
    determiner,
    modifiers,
    counted,
    plural: /s$/u.test(words[head]!.lower) && words[head]!.lemma !== words[head]!.lower,
    participants,
    mediators,
    place,
    time:
      timeNear(scene, lexicon, head, clause) ??
      (subject && stand === 'past' ? timeNear(scene, lexicon, tail.predicate!.last - 1, tail.rest ?? clause) : null),
    status,
    sign: stays ? 'refused' : other && found === 'refused' ? null : (found ?? null),
    stand,
    negated,
    link: tail.link,
    governor: governor >= 0 ? words[governor]!.lemma : null,
    through,
    pointing:
      determiner === 'the' ||
      determiner === 'this' ||
      determiner === 'own' ||
      (!named &&
        points(scene, lexicon, { first: head + 1, last: tail.last + 3 < clause.last ? tail.last + 3 : clause.last })),
  };
}
