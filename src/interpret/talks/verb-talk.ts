/** A talk told of by a verb: "Voss met his Maravetian counterpart in Lorn". */
import type { Range, Scene } from '../scene.ts';
import type { TalkTrigger } from './lexicon.ts';
import { listEnd } from './lists.ts';
import type { TalkMention } from './mention.ts';
import { clauseAround, type Party, partiesIn } from './parties.ts';
import { placeIn, placeOnTheWay, timeNear } from './setting.ts';
import { isLater, signIn, standOf, statusOf } from './status.ts';
import { doerOf, points, type TalkTools } from './subject.ts';

/** Tags with which an object begins. */
const OBJECT: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'DET', 'NUM', 'ADJ']);
/** Tags behind a pronoun that owns what follows: "told | his | French counterpart". */
const POSSESSED: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ']);
/** Words behind the verb that are read. */
const REACH = 30;

/** Whether the first words behind a verb name people: "the Halvian envoy", not "Halvian television", "a review from the envoy". */
function isPeople({ words, mentions, mentionOf }: Scene, verb: number, { first, last }: Party): boolean {
  for (let i = verb + 1; i < first; i++) {
    const { tag } = words[i]!;
    if (tag === 'ADP' || (tag === 'NOUN' && mentionOf[i]! < 0)) return false;
  }
  const mention = mentions[mentionOf[first]!];
  if (mention?.kind !== 'person' && mention?.kind !== 'group') return false;
  const end = Math.max(last, mention.last);
  const next = words[end]?.tag;
  return mention.kind === 'person' || (next !== 'NOUN' && next !== 'ADJ' && next !== 'PROPN');
}

/** The last word of the run of nouns that begins at a word. */
function phraseEnd({ words }: Scene, at: number, limit: number): number {
  let last = at;
  while (last + 1 < limit && words[last + 1]!.tag === 'NOUN') last++;
  return last;
}

const isPerson = ({ mentions, mentionOf }: Scene, at: number): boolean => mentions[mentionOf[at]!]?.kind === 'person';

/** How far behind a verb of coming to terms the deal may stand. */
const DEAL_REACH = 7;

/** One past the noun for what sides come to terms on: "signed | a truce", "agreed to | a ceasefire"; -1 for none. */
function dealBehind({ words }: Scene, { lexicon }: TalkTools, verb: number, stop: number): number {
  for (let i = verb + 1; i < Math.min(stop, verb + DEAL_REACH); i++) {
    if (words[i]!.tag === 'VERB' || words[i]!.tag === 'PUNCT') return -1;
    if (words[i]!.tag === 'NOUN' && lexicon.nouns.get(words[i]!.lemma)?.some((e) => e.value.outcome)) return i + 1;
  }
  return -1;
}

export function verbTalk(scene: Scene, tools: TalkTools, trigger: TalkTrigger, head: number): TalkMention | null {
  const { words } = scene;
  const { lexicon } = tools;
  const { small } = lexicon;
  const next = words[head + 1];
  // "A truce brokered by Cantara", "the brokered truce": the noun tells of it.
  if (next && lexicon.nouns.has(next.lemma) && trigger.kind === 'mediation') return null;
  // "a negotiated solution": what it is like, not that anybody does it.
  const before = words[head - 1]?.tag;
  if (next?.tag === 'NOUN' && words[head]!.lower.endsWith('ed') && (before === 'DET' || before === 'ADJ')) return null;
  // "Negotiating teams from both countries": who they are, not that they talk.
  if (words[head]!.lower.endsWith('ing') && next && small.negotiating.has(next.lemma)) return null;
  const clause = clauseAround(scene, lexicon, head);
  // "Gathered troops", "gathered about 120 boats"
  const object = next?.tag === 'ADV' && words[head + 2]?.tag === 'NUM' ? head + 2 : head + 1;
  if (trigger.noObject && OBJECT.has(words[object]?.tag ?? '') && scene.timeOf[object]! < 0) return null;
  const objects: Party[] = [];
  let place: Range | null = null;
  let link: string | null = null;
  let last = head + 1;
  let topic = false;
  const take = (from: number, by: string): number => {
    const end = listEnd(scene, lexicon, from, clause.last);
    const list = partiesIn(scene, lexicon, from, end);
    if (list.length > 0) link ??= by;
    objects.push(...list);
    last = Math.max(last, list.at(-1)?.last ?? last);
    // "Met officials in Lorn": the place read with the name.
    for (let k = from + 1; k < end && !place; k++)
      if (small.at.has(words[k - 1]!.lower) && scene.placeOf[k]! >= 0) place = placeIn(scene, lexicon, k, end);
    return Math.max(end, from);
  };
  let i = trigger.links.has('object') ? take(head + 1, 'object') : head + 1;
  // "Voss told her": who is told by a pronoun is in the room already; no contact of its own.
  if (trigger.toName && next?.tag === 'PRON' && !POSSESSED.has(words[head + 2]?.tag ?? 'PUNCT')) return null;
  // "Received | his | law degree": what is his is nobody.
  if (next && objects[0]?.last === head + 2 && small.owners.has(next.lower) && words[head + 2]?.tag === 'NOUN')
    if (!isPerson(scene, phraseEnd(scene, head + 2, clause.last))) return null;
  if (trigger.toPeople && !(objects[0] && isPeople(scene, head, objects[0]))) {
    const { group, parties } = doerOf(scene, tools, head);
    if (!group.passive || parties[0]?.kind !== 'person') return null;
  }
  const behind = words[i];
  if (trigger.plainObject && objects.length > 0 && behind && (behind.tag === 'DET' || /^["“‘'«]$/u.test(behind.text)))
    return null;
  while (i < Math.min(clause.last, head + REACH)) {
    const { lower, tag, lemma } = words[i]!;
    if (tag === 'VERB' && i > head + 1 && !small.support.has(lemma)) break;
    // "Met for the first time since | fighting between"
    if (i > head + 1 && small.asides.has(lower)) break;
    // "Talked about concessions to Maravet"
    topic ||= small.topics.has(lower) && tag === 'ADP';
    const linked =
      (trigger.links.has(lower) && !(topic && lower === 'to')) ||
      (small.with.has(lower) && objects.length === 0 && !small.beside.has(words[i - 1]!.lower));
    if (linked || small.places.has(lower)) {
      const from = i + 1;
      i = linked ? take(from, lower) : Math.max(listEnd(scene, lexicon, from, clause.last), from);
      // "Spoke in an interview with a reporter"
      if (trigger.needsSides) for (let k = from; k < i; k++) if (small.press.has(words[k]!.lemma)) return null;
      if (small.places.has(lower) && !place) {
        // "Talked about the fighting in Halvia": what they talked about is there.
        const found = placeIn(scene, lexicon, from, i);
        if (found && (!topic || scene.places[scene.placeOf[found.first]!]!.precision === 'place')) place = found;
      }
      if (place) last = Math.max(last, place.last);
      continue;
    }
    i++;
  }
  // "Agreed to a truce": the verb and what it makes are told together.
  if (trigger.makes) last = Math.max(last, dealBehind(scene, tools, head, clause.last));
  const { group, words: subject, parties, agents, pointing } = doerOf(scene, tools, head);
  if (trigger.kind === 'contact' && !place && objects.length > 0 && trigger.links.has('object'))
    // "Visited Cantara": where one goes is where it is.
    place = trigger.name === 'visit-to' ? placeIn(scene, lexicon, head + 1, last) : null;
  if (!place && group.governor !== null && group.governor < head)
    place = placeOnTheWay(scene, lexicon, group.governor, group.first);
  // "Visit the wreck": nobody is met there.
  if (trigger.toPlace && place === null && objects.length === 0 && !group.passive) return null;
  // "Survey ships visit the wreck": what carries people meets nobody.
  if (trigger.kind === 'contact' && subject && small.craft.has(words[subject.last - 1]!.lemma)) return null;
  if (trigger.byPeople && parties[0] && parties[0].kind !== 'person' && parties[0].kind !== 'group') return null;
  // "Have not signed the convention": nothing was agreed.
  if (group.negated && trigger.name === 'strike-deal') return null;
  const mediating = trigger.kind === 'mediation';
  const doers = group.passive ? agents : parties;
  const done = group.passive ? [...parties, ...objects] : objects;
  const sides = new Set([...doers, ...done].map((p) => p.name));
  const backward =
    pointing ||
    (sides.size === 0 && points(scene, lexicon, { first: head + 1, last: Math.min(clause.last, head + 5) }));
  if (trigger.needsSides && sides.size < 2 && !backward) return null;
  const stand = standOf(group);
  const sign =
    stand === 'past' && group.first >= head - 2
      ? null
      : signIn(
          scene,
          lexicon,
          { first: Math.max(clause.first, group.first - 3), last: head },
          { first: head + 1, last: head + 1 },
        );
  const when = timeNear(scene, lexicon, head, clause);
  // "On 5 March, when Voss meets Tesk": a present at a day to come.
  const start = when && scene.times[scene.timeOf[when.first]!]?.start;
  const toCome = stand === 'present' && !!start && scene.day !== null && start.slice(0, 10) > scene.day;
  const told = stand === 'wish' && when !== null && !group.conditional && isLater(scene, small, head);
  const left = subject && subject.last <= head && subject.first >= clause.first ? subject.first : group.first;
  return {
    trigger,
    kind: trigger.kind,
    head,
    words: { first: Math.max(clause.first, Math.min(left, head)), last },
    phrase: group.first,
    clause,
    noun: false,
    determiner: 'verb',
    modifiers: new Set(),
    counted: null,
    plural: false,
    participants: mediating ? (done.length > 0 || doers.length < 2 ? done : doers) : [...doers, ...done],
    mediators: mediating ? doers : [],
    place,
    time: when,
    // "Said that they would meet next week"
    status: sign?.status ?? ((told || toCome) && !group.negated ? 'scheduled' : statusOf(stand, group.negated)),
    sign: sign?.status ?? null,
    stand,
    negated: group.negated,
    link,
    governor: group.governor === null ? null : words[group.governor]!.lemma,
    through: null,
    pointing: backward,
  };
}
