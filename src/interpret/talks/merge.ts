/** One record for each talk: mentions of the same one are brought together. */
import type { Interval } from '../../record.ts';
import type { Scene } from '../scene.ts';
import type { TalkMention } from './mention.ts';

/** A mention with how likely it is one of a talk, 0 to 1. */
export interface Weighed {
  readonly mention: TalkMention;
  readonly share: number;
}

/** The mentions of one talk, in the order of the text. */
export interface Cluster {
  readonly members: Weighed[];
  readonly names: Set<string>;
}

/** How many sentences back "the talks" may point. */
const REACH = 14;
/** How many sentences back a mention that names one side only, or none, and does not point may belong. */
const NEAR = 2;

/** Whether a talk is still to come by what the mention says; `null` where it says nothing of it. */
function ahead({ status, sign, stand, pointing, noun }: TalkMention): boolean | null {
  // "They will talk again"
  if (!noun && (stand === 'future' || stand === 'plan')) return true;
  if (sign === null && (stand === 'none' || pointing)) return null;
  // "The meeting ... the ongoing war": what is said beside a talk named before tells little of when it is.
  if (pointing && (sign === 'held' || sign === 'ongoing')) return null;
  return status === 'scheduled' || status === 'proposed' || status === 'refused';
}

/** Whether a mention may stand at the same time as the rest of a cluster: both to come, or both not. */
function agree({ members }: Cluster, mention: TalkMention): boolean {
  const own = ahead(mention);
  if (own === null) return true;
  let known = false;
  for (const m of members) {
    const other = ahead(m.mention);
    if (other === own) return true;
    known ||= other !== null;
  }
  return !known;
}

const namesOf = (m: TalkMention): Set<string> => new Set([...m.participants, ...m.mediators].map((p) => p.name));

/** Whether two intervals share a time; what is open or unknown shares it with all. */
function meet(a: Interval, b: Interval): boolean {
  if (a.start === null || b.start === null) return true;
  // "~" sorts behind every digit and mark of a date: a day lies inside its month.
  return a.start <= `${b.end ?? '9999'}~` && b.start <= `${a.end ?? '9999'}~`;
}

/** Days in which two times told by the week may lie apart and yet mean one. */
const WEEK = 7;

const isDay = ({ start, end }: Interval): boolean => start !== null && start.length === 10 && start === end;

/** Days from the end of the earlier of two intervals to the start of the later; endless where a day is not told. */
function daysFrom(a: Interval, b: Interval): number {
  const [one, other] = (a.start ?? '') <= (b.start ?? '') ? [a, b] : [b, a];
  const days = (Date.parse(other.start ?? '') - Date.parse(one.end ?? '')) / 864e5;
  return Number.isNaN(days) || one.end?.length !== 10 || other.start?.length !== 10 ? Number.POSITIVE_INFINITY : days;
}

/** Whether two mentions cannot be of one talk, by where, when and how they say it is. */
function clash(scene: Scene, a: TalkMention, b: TalkMention): boolean {
  if (a.counted !== null && b.counted !== null && a.counted !== b.counted) return true;
  const place = [a, b].map((m) => (m.place ? scene.places[scene.placeOf[m.place.first]!] : undefined));
  if (place[0] && place[1] && place[0].id !== place[1].id) {
    const wide = place.find((p) => p!.precision === 'country');
    if (!wide || place[0].country !== place[1].country) return true;
  }
  const time = [a, b].map((m) => (m.time ? scene.times[scene.timeOf[m.time.first]!] : undefined));
  if (time[0] && time[1] && !meet(time[0], time[1])) {
    // Weeks side by side: a report filed late counts them from another day.
    if (!(a.pointing || b.pointing) || (isDay(time[0]) && isDay(time[1])) || daysFrom(time[0], time[1]) > WEEK)
      return true;
  }
  return (a.kind === 'call') !== (b.kind === 'call') && a.noun && b.noun && !a.pointing && !b.pointing;
}

/** Whether the words of one mention stand among those of another: "held talks", "talks brokered by". */
const touches = (a: TalkMention, b: TalkMention): boolean =>
  a.words.first < b.words.last && b.words.first < a.words.last;

/** Whether a mention of the same kind tells the same place or day: "the Lorn summit" points back however far. */
const anchored = (scene: Scene, { members }: Cluster, m: TalkMention): boolean =>
  m.pointing &&
  members.some(({ mention: e }) => {
    if (e.trigger !== m.trigger) return false;
    const [here, there] = [e, m].map(({ place }) => place && scene.places[scene.placeOf[place.first]!]?.id);
    const [one, other] = [e, m].map(({ time }) => time && scene.times[scene.timeOf[time.first]!]);
    return (here && here === there) || (one && other && isDay(one) && one.start === other.start && isDay(other));
  });

/** How well a mention fits a cluster; 0: not at all. */
function fitOf(scene: Scene, cluster: Cluster, mention: TalkMention, names: ReadonlySet<string>): number {
  if (cluster.members.some((m) => clash(scene, m.mention, mention))) return 0;
  const distance = scene.sentenceOf[mention.head]! - scene.sentenceOf[cluster.members.at(-1)!.mention.head]!;
  // "The talks, brokered by Cantara": who brings the sides together is told beside them, not instead.
  const bare =
    mention.pointing &&
    mention.participants.length === 0 &&
    cluster.members.some((m) => m.mention.participants.length > 1);
  const common = [...names].filter((n) => cluster.names.has(n)).length;
  const smaller = bare ? 0 : Math.min(names.size, cluster.names.size);
  const alike = cluster.members.some((m) => m.mention.kind === mention.kind) ? 0.5 : 0;
  const nearness = 1 / (2 + distance);
  if (distance === 0 && cluster.members.some((m) => touches(m.mention, mention)) && common === smaller) return 8;
  // "..., for what would have been the first talks": the noun says what the talk told before it in the sentence is.
  if (distance === 0 && mention.noun && mention.governor === 'be' && mention.through === null && common === smaller)
    return 7;
  // "They agreed to restore ties in a deal brokered by Cantara"
  const last = cluster.members.at(-1)!.mention;
  if (
    distance === 0 &&
    last.trigger.makes &&
    mention.trigger.outcome &&
    mention.participants.length === 0 &&
    mention.head > last.head
  )
    return 6;
  // "Met the envoy in Lorn for talks": the noun says what the verb before it tells.
  const met =
    distance === 0 && !last.noun && mention.noun && mention.through === 'for' && last.head >= mention.clause.first;
  if (met && mention.governor === scene.words[last.head]!.lemma && !last.trigger.makes) return 6;
  const tenses = agree(cluster, mention);
  // "The first round", "an earlier meeting": which of several it is, so not simply the one spoken of.
  const ordered = mention.modifiers.has('order');
  const anchor = smaller < 2 && distance > REACH && anchored(scene, cluster, mention);
  // A deal made on a day of its own is another meeting than talks told without it.
  const made = mention.trigger.outcome || mention.trigger.makes;
  const makes = cluster.members.some((m) => m.mention.trigger.outcome || m.mention.trigger.makes);
  if (
    made !== makes &&
    (!tenses ||
      mention.status === 'refused' ||
      (mention.time !== null && cluster.members.every((m) => m.mention.time === null)))
  )
    return 0;
  if (smaller >= 2) {
    if (common < 2 || (common < smaller && !tenses)) return 0;
    return tenses || mention.pointing ? 5 + nearness + alike : 0;
  }
  if (smaller === 1) {
    if (common === 0 || (distance > REACH && !anchor) || (ordered && !tenses)) return 0;
    if (mention.pointing) return 3 + nearness + alike;
    // "Will boycott the talks ... refused to take part in talks": who stays away is told of again.
    if (
      mention.status === 'refused' &&
      mention.noun &&
      cluster.members.some((m) => m.mention.status === 'refused' || m.mention.status === 'proposed')
    )
      return 2.5 + nearness;
    const near = distance === 0 || (distance < NEAR && alike > 0);
    return tenses && near && !mention.noun ? 2 + nearness + alike : 0;
  }
  if (ordered) return 0;
  // A deal is what came of talks, not the talks: only its sides tie it to them.
  if (mention.trigger.outcome !== cluster.members.some((m) => m.mention.trigger.outcome)) return 0;
  if ((names.size === 0 || bare) && mention.pointing && (distance <= REACH || anchor) && (tenses || mention.noun))
    return 2 + nearness + alike;
  const same = cluster.members.some((m) => m.mention.trigger === mention.trigger);
  if (cluster.names.size === 0 && (distance <= NEAR || (same && names.size === 0))) return 1 + nearness + alike;
  return 0;
}

/** Brings mentions together, going through the text once. */
export function mergeMentions(scene: Scene, mentions: readonly Weighed[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const weighed of mentions) {
    const names = namesOf(weighed.mention);
    let best: Cluster | null = null;
    let bestFit = 0;
    for (const cluster of clusters) {
      const fit = fitOf(scene, cluster, weighed.mention, names);
      if (fit === 0 || fit < bestFit) continue;
      best = cluster;
      bestFit = fit;
    }
    if (best) {
      best.members.push(weighed);
      for (const name of names) best.names.add(name);
    } else clusters.push({ members: [weighed], names });
  }
  return clusters;
}
