/** Talks: meetings, calls, negotiations, mediation and contacts about the conflict, one record for each. */
import type { Participant, Producer, Span, Talk, TalkKind, TalkStatus, When, Where } from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import { overlaps } from '../../text/span.ts';
import { hedgeAt } from '../grammar/hedges.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import { onlyTime } from '../times/only-time.ts';
import { shareOf, type TalkModel } from './accept.ts';
import { featuresOf, hasSides } from './features.ts';
import type { TalkLexicon } from './lexicon.ts';
import type { TalkMention } from './mention.ts';
import { talkMentions } from './mentions.ts';
import { type Cluster, mergeMentions, type Weighed } from './merge.ts';
import { participantOf } from './parties.ts';
import { isElsewhere, placeBeside } from './setting.ts';
import { points, type TalkTools } from './subject.ts';

export interface TalkResources extends TalkTools {
  readonly model: TalkModel;
}

/** Reads the talks of a report, in the order of their first mention. Pure. */
export function readTalks(scene: Scene, resources: TalkResources): readonly Talk[] {
  const { model } = resources;
  const weighed = wholeNames(talkMentions(scene, resources))
    .map((mention) => weigh(scene, mention, resources))
    .filter(({ share }) => share >= model.floor);
  const clusters = mergeMentions(scene, weighed).filter(({ members, names }) => {
    const bar = model.thresholds[Math.min(names.size, model.thresholds.length - 1)]!;
    return members.some(({ share }) => share >= bar) && !isInside(members, names, resources.lexicon);
  });
  const talks: Talk[] = [];
  for (const cluster of clusters) {
    const talk = talkOf(scene, cluster, resources);
    talks.push(
      talk.participants.length > 0 || !pointsToSides(scene, cluster, resources)
        ? talk
        : { ...talk, participants: talks.findLast((t) => t.participants.length > 1)?.participants ?? [] },
    );
  }
  return talks;
}

/** Gives a side without a name of its own the longer name that another mention has for it: "junta", "Halvian junta". */
function wholeNames(mentions: readonly TalkMention[]): readonly TalkMention[] {
  const names = new Set(mentions.flatMap((m) => [...m.participants, ...m.mediators].map((p) => p.name)));
  const whole = new Map<string, string>();
  for (const name of names) {
    if (/^\p{Lu}/u.test(name)) continue;
    const longer = [...names].filter((n) => n.endsWith(` ${name}`));
    if (longer.length === 1) whole.set(name, longer[0]!);
  }
  if (whole.size === 0) return mentions;
  const named = (parties: TalkMention['participants']): TalkMention['participants'] =>
    parties.map((p) => ({ ...p, name: whole.get(p.name) ?? p.name }));
  return mentions.map((m) => ({ ...m, participants: named(m.participants), mediators: named(m.mediators) }));
}

/** Whether the sides are those of the talks told before: "the two ministers", "a second round". */
const pointsToSides = (scene: Scene, { members }: Cluster, { lexicon }: TalkResources): boolean =>
  members.some(({ mention: { trigger, words, phrase, modifiers, determiner } }) =>
    trigger.again || determiner === 'own'
      ? modifiers.has('order')
      : points(scene, lexicon, { first: Math.min(words.first, phrase), last: words.last }),
  );

/** "Made no statement regarding | meetings with Maravet": talk of talks, which shows none. */
const isTopic = ({ through, governor, noun }: TalkMention, { topics }: TalkLexicon['small']): boolean =>
  noun &&
  ((through !== null && through.length > 2 && topics.has(through)) || (governor !== null && topics.has(governor)));

/** Whether a word for none stands before it in its clause. */
function isDenied({ words }: Scene, { clause, phrase }: TalkMention, { none }: TalkLexicon['small']): boolean {
  for (let i = clause.first; i < phrase; i++) if (none.has(words[i]!.lower)) return true;
  return false;
}

/** What a mention of a sure kind counts at least where it names its sides. */
const SURE = 0.65;

/** How likely a mention is one of a talk: as learned, but not less than the sides in their places show. */
function weigh(scene: Scene, mention: TalkMention, { model, lexicon }: TalkResources): Weighed {
  const { trigger, noun, negated, stand } = mention;
  const known = shareOf(model, featuresOf(scene, mention));
  const share = isTopic(mention, lexicon.small) && isDenied(scene, mention, lexicon.small) ? 0 : known;
  const { small } = lexicon;
  // "Talks between Halvia and Maravet will not take place" tells of talks too.
  const undone = mention.status === 'cancelled' || mention.status === 'refused';
  const plain = (!negated || undone) && (noun || (stand !== 'wish' && stand !== 'purpose'));
  if (trigger.sure && plain && hasSides(mention) && !isTopic(mention, small))
    return { mention, share: Math.max(share, SURE) };
  // "A truce brokered by Cantara", "Halvia and Maravet signed a truce": somebody made it.
  if (isMade(mention))
    return { mention: { ...mention, status: mention.sign ? mention.status : 'held' }, share: Math.max(share, TURN) };
  if (trigger.sure && noun && isTurn(mention)) return { mention, share: Math.max(share, TURN) };
  if (trigger.sure && isAsked(scene, mention)) {
    const asked: TalkMention = noun || mention.stand === 'future' ? mention : { ...mention, status: 'proposed' };
    return { mention: asked, share: Math.max(share, ASKED) };
  }
  return { mention, share };
}

/** Whether a deal is told as made, with who made it or who brought it about. */
function isMade({
  trigger,
  noun,
  negated,
  stand,
  sign,
  mediators,
  participants,
  modifiers,
  plural,
}: TalkMention): boolean {
  const told = stand === 'past' || stand === 'loose' || stand === 'none' || stand === 'present';
  if (negated || !told || modifiers.has('vague') || (sign !== null && sign !== 'held')) return false;
  const known = (parties: TalkMention['participants']): number =>
    new Set(parties.filter((p) => p.known).map((p) => p.name)).size;
  if (noun) return trigger.outcome && known(mediators) > 0 && !plural;
  return trigger.makes && stand === 'past' && known(participants) > 1;
}

/** Whether a verb tells a talk itself as something that took place: "Voss met Tesk". */
const isDone = ({ noun, stand, sign, negated }: TalkMention): boolean =>
  !noun && stand === 'past' && sign === null && !negated;

/** What a mention counts at least where one known side turns it, at a place or time: "ready to resume talks in March". */
const TURN = 0.8;

function isTurn({ participants, governor, sign, place, time, modifiers }: TalkMention): boolean {
  if (sign === null || sign === 'held' || sign === 'ongoing' || governor === null || modifiers.has('vague'))
    return false;
  return participants.some((p) => p.known) && (place !== null || time !== null);
}

/** What a mention counts at least where somebody proposes it for a day, or it is planned at a place for a time. */
const ASKED = 0.86;

/** "She proposed that delegations meet on Feb 12", "a second round is planned for March in Lorn". */
function isAsked({ statements, statementOf }: Scene, mention: TalkMention): boolean {
  const { noun, pointing, place, time, sign, negated, modifiers, determiner } = mention;
  if (time === null || negated || modifiers.has('vague')) return false;
  if (noun) return (place !== null || determiner === 'own') && sign === 'scheduled';
  const act = statements[statementOf[mention.head]!]?.act;
  // "They will talk again on 3 March"
  if (pointing && mention.stand === 'future' && !mention.trigger.inside) return true;
  return pointing && mention.stand !== 'past' && (act === 'offer' || act === 'demand');
}

/** Statuses that only a talk known to the report has. */
const TURNS: ReadonlySet<TalkStatus> = new Set<TalkStatus>(['cancelled', 'postponed', 'stalled']);

/** Whether all mentions may be of a meeting inside one side: one side named, and nobody that it meets. */
function isInside(members: Cluster['members'], names: ReadonlySet<string>, { small }: TalkLexicon): boolean {
  // With nobody named, only a place, a time or a turn of it shows that one talk is meant.
  if (names.size === 0)
    return !members.some(({ mention: { place, time, status } }) => place || time || TURNS.has(status));
  if (names.size !== 1) return false;
  for (const name of names) if (small.assemblies.has(name.toLowerCase())) return false;
  return members.every(
    ({ mention: { trigger, link, kind } }) =>
      trigger.inside && kind !== 'call' && (link === null || !small.with.has(link)),
  );
}

/** Kinds from the one that says most to the one that says least. */
const KINDS: readonly TalkKind[] = ['call', 'mediation', 'summit', 'negotiation', 'contact'];
/** Statuses from the one that overrules others to the one that yields. */
const STATUSES: readonly TalkStatus[] = [
  'cancelled',
  'postponed',
  'stalled',
  'refused',
  'held',
  'scheduled',
  'ongoing',
  'proposed',
];

/** Writes down what the mentions of one talk say together. */
function talkOf(scene: Scene, { members }: Cluster, { model, lexicon, grammar }: TalkResources): Talk {
  const mentions = members.map(({ mention }) => mention);
  const fullest = [...members].sort((a, b) => b.share - a.share || a.mention.head - b.mention.head)[0]!.mention;
  const evidence = evidenceOf(scene, [fullest, ...mentions.filter((m) => m !== fullest)]);
  const mediators = distinct(
    scene,
    mentions.flatMap((m) => m.mediators),
  );
  const participants = distinct(
    scene,
    mentions.flatMap((m) => m.participants),
  );
  // "Talks brokered by Cantara": who alone brings the sides together is none of them.
  const [lone] = participants;
  if (participants.length === 1 && mediators.some((m) => m.name === lone!.name)) participants.length = 0;
  // Nor is one of several that does, where two are left.
  const others = participants.filter((p) => !mediators.some((m) => m.name === p.name));
  if (others.length > 1) participants.splice(0, participants.length, ...others);
  const told = STATUSES.find((s) => mentions.some((m) => m.sign === s && s !== 'held')) ?? fullest.status;
  // What is told as done, or made, was not only proposed; a deal that has since broken down was made all the same.
  const done = mentions.some(isDone) && (told === 'proposed' || told === 'scheduled' || told === 'ongoing');
  const status = done || mentions.some(isMade) ? 'held' : told;
  const made: Producer = {
    stage: 'interpret',
    rule: 'interpret/talk',
    entry: `talks.yaml: ${fullest.trigger.name}`,
    model: model.version,
    confidence: Math.max(...members.map((m) => m.share)),
  };
  const times = [...mentions.map((m) => m.time), ownOnly(scene, fullest.head, { lexicon, grammar })];
  const statements = new Set<string>();
  for (const m of mentions) {
    const at = scene.statementOf[m.head]!;
    if (at >= 0) statements.add(scene.statements[at]!.id);
  }
  return {
    id: idOf(scene.document.text_sha256, 'talk', evidence[0]!.start, evidence[0]!.end),
    kind: KINDS.find((k) => mentions.some((m) => m.kind === k))!,
    status: fullest.sign === null && status !== fullest.status && fullest.stand === 'past' ? fullest.status : status,
    participants: participants.map((p) => p.name),
    mediators: mediators.map((p) => p.name),
    named: [...participants, ...mediators].filter((p) => p.span !== null),
    place:
      mostExact(scene, mentions) ?? firstOf(times, (time) => time && whereOf(scene, placeBeside(scene, lexicon, time))),
    when: firstOf(times, (time) => whenOf(scene, time)),
    outcome: outcomeOf(scene, mentions),
    evidence,
    statements: [...statements],
    hedge: hedgeAt(scene, fullest.words, grammar),
    confidence: made.confidence!,
    made: [made],
  };
}

/** The only time of the sentence, unless it is that of another clause. */
function ownOnly(scene: Scene, head: number, { lexicon, grammar }: TalkTools): Range | null {
  const only = onlyTime(scene, head, grammar.reporting);
  const { first } = scene.sentences[scene.sentenceOf[head]!]!;
  return only && !isElsewhere(scene, lexicon.small, only.first, head, first) ? only : null;
}

/** What came of it: the words of a deal that the sides made or that somebody brought about. */
function outcomeOf(scene: Scene, mentions: readonly TalkMention[]): Span | null {
  const deal = mentions.find((m) => m.trigger.outcome && (m.governor !== null || m.mediators.length > 0));
  return deal ? spanOf(scene, { first: deal.phrase, last: deal.words.last }) : null;
}

/** A town rather than a region or a state, the first of them. */
function mostExact(scene: Scene, mentions: readonly TalkMention[]): Where | null {
  const exact = (m: TalkMention): boolean =>
    m.place !== null && scene.places[scene.placeOf[m.place.first]!]?.precision === 'place';
  return (
    firstOf(mentions.filter(exact), (m) => whereOf(scene, m.place)) ?? firstOf(mentions, (m) => whereOf(scene, m.place))
  );
}

function firstOf<From, T>(all: readonly From[], get: (one: From) => T | null): T | null {
  for (const one of all) {
    const found = get(one);
    if (found !== null) return found;
  }
  return null;
}

/** The words of every mention; one that touches an earlier one is left out. */
function evidenceOf(scene: Scene, mentions: readonly TalkMention[]): Span[] {
  const spans: Span[] = [];
  for (const { words } of mentions) {
    const span = spanOf(scene, words);
    if (!spans.some((s) => overlaps(s, span))) spans.push(span);
  }
  return spans;
}

function distinct(scene: Scene, parties: TalkMention['participants']): Participant[] {
  const seen = new Map<string, Participant>();
  for (const party of parties) if (!seen.has(party.name)) seen.set(party.name, participantOf(scene, party));
  return [...seen.values()];
}

function whereOf(scene: Scene, range: Range | null): Where | null {
  const place = range && scene.places[scene.placeOf[range.first]!];
  return place ? { name: place.name, place: place.id, span: spanOf(scene, range) } : null;
}

function whenOf(scene: Scene, range: Range | null): When | null {
  const time = range && scene.times[scene.timeOf[range.first]!];
  // "In recent weeks" fixes no day: it says nothing that a calendar could hold.
  if (!time || (time.start ?? time.end ?? time.pattern) === null) return null;
  return { start: time.start, end: time.end, pattern: time.pattern, span: time.span };
}
