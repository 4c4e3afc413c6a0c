/** A talk told of by a noun: "talks with Maravet in Lorn", "the Halvian-Maravetian meeting". */
import { nounPhraseAt } from '../grammar/clauses.ts';
import { longestAt } from '../phrases.ts';
import type { Range, Scene } from '../scene.ts';
import type { Modifier, TalkTrigger } from './lexicon.ts';
import type { Determiner, TalkMention } from './mention.ts';
import { clauseAround, type Party, partiesIn } from './parties.ts';
import { placeIn, placeOnTheWay, timeNear, townBefore } from './setting.ts';
import { laterOf, type Stand, signIn, standOf, statusOf } from './status.ts';
import { doerOf, points, type TalkTools } from './subject.ts';
import { tailOf } from './tail.ts';

/** Words before the noun phrase among which the verb over it and signs of status are looked for. */
const OVER = 9;

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

/** Longest description between two commas. */
const ASIDE = 7;

/** The comma that opens what the comma at `close` ends, where no verb stands between; -1 for none. */
function asideFrom(words: Scene['words'], close: number, floor: number): number {
  for (let k = close - 1; k >= floor; k--) {
    const { tag, text } = words[k]!;
    if (text === ',') return k;
    if (tag === 'VERB' || tag === 'AUX' || tag === 'PUNCT' || tag === 'SCONJ') return -1;
  }
  return -1;
}

/** The verb over a noun phrase (-1 for none), and the preposition between them, with the word where it stands. */
interface Governor {
  readonly verb: number;
  readonly through: string | null;
  readonly at: number;
}

function governorOf({ words }: Scene, first: number, floor: number): Governor {
  let through: string | null = null;
  let at = -1;
  for (let k = first - 1; k >= Math.max(floor, first - OVER - (at >= 0 ? ASIDE : 0)); k--) {
    const { tag, lower } = words[k]!;
    if (tag === 'VERB' || (tag === 'AUX' && k === first - 1)) return { verb: k, through, at };
    if ((tag === 'ADP' || tag === 'SCONJ') && through === null) {
      through = lower;
      at = k;
    }
    if (tag === 'PUNCT' && lower !== '-') {
      // "Came to Lorn, Cantara's largest port, for talks": what stands between two commas may only describe.
      const open = lower === ',' && through !== null ? asideFrom(words, k, Math.max(floor, k - ASIDE)) : -1;
      if (open < 0) break;
      k = open;
    }
  }
  return { verb: -1, through, at };
}

/** "A seat | at | the talks": a noun of its own has the talk behind it, so that who acts need not take part. */
function isSeat({ words, mentionOf, placeOf, timeOf }: Scene, { lexicon }: TalkTools, over: Governor): boolean {
  const { at, through } = over;
  if (through === null || !lexicon.small.places.has(through)) return false;
  const before = at - 1;
  if (lexicon.small.shares.has(words[before]?.lemma ?? '')) return false;
  return words[before]?.tag === 'NOUN' && mentionOf[before]! < 0 && placeOf[before]! < 0 && timeOf[before]! < 0;
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
    const next = scene.words[i + 1]?.tag === 'DET' ? i + 2 : i + 1;
    if (next < to && scene.placeOf[next]! >= 0) return placeIn(scene, lexicon, next, to);
  }
  return null;
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
  if (modifiers.has('other') && !modifiers.has('joint')) return null;
  const town = townBefore(scene, first, from);
  // "The Lorn talks": a town alone before the noun is where they are, whosever capital it is.
  const before = partiesIn(scene, lexicon, first, from, false, true).filter(
    (p, _, all) =>
      !(all.length === 1 && town && town.first <= p.first && p.last <= town.last && words[p.last]?.text !== "'s"),
  );
  const tail = tailOf(scene, tools, trigger, head, clause);
  const bringers = broughtBy(scene, tools, before, first, from);
  const participants: Party[] = [...before.filter((p) => !bringers.includes(p)), ...tail.participants];
  const mediators: Party[] = [...bringers, ...tail.mediators];
  const { last } = tail;
  let place = tail.place ?? (before.length === 0 || !town ? town : placeIn(scene, lexicon, town.first, town.last));
  // The verb that the noun is the subject of, or else the one over it.
  const over = governorOf(scene, first, clause.first);
  // "Said talks had begun": a verb of saying has the whole clause under it.
  const under = over.verb >= 0 && over.through === null && scene.cueOf[over.verb]! < 0;
  const subject = tail.predicate !== null && !under;
  if (subject) place ??= placeBehind(scene, tools, tail.predicate!.last, clause.last);
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
  const fewSides = new Set(participants.map((p) => p.name)).size < 2;
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
        for (const a of agents) (small.assemblies.has(a.name.toLowerCase()) ? mediators : participants).push(a);
    } else if (small.mediators.has(lemma) && through === null) {
      mediators.push(...(group.passive ? agents : parties));
      left = Math.min(left, ...parties.filter((p) => p.first >= clause.first && p.last <= first).map((p) => p.first));
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
  const aside = through !== null && small.within.has(through);
  const sign = signIn(
    scene,
    lexicon,
    { first: Math.max(clause.first, aside || subject ? first : since), last: head },
    subject ? { first: tail.predicate!.first, last: Math.min(clause.last, tail.predicate!.last + 4) } : NOWHERE,
  );
  // "Said during the meeting": the verb tells of something done there.
  const found = subject
    ? (failedBehind(scene, lexicon, tail.predicate!.last, clause.last) ?? sign?.status)
    : sign?.status;
  // "Will not give up on the talks": only who holds or attends them can refuse them so.
  const other = governor >= 0 && through !== null && negated && !small.joins.has(words[governor]!.lemma);
  // "Refused to take part in the talks", "was not attending the talks": a side stays away.
  const stays = governor >= 0 && small.joins.has(words[governor]!.lemma) && (negated || stand === 'refusal');
  const status =
    (stays && found !== 'cancelled' && found !== 'postponed' ? 'refused' : null) ??
    (other && found === 'refused' ? 'ongoing' : null) ??
    (found && laterOf(scene, lexicon, found, verb, stand, negated)) ??
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
      (subject && stand === 'past' ? timeNear(scene, lexicon, tail.predicate!.last - 1, clause) : null),
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
