/** One record for each talk: mentions of the same one are brought together. */
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
const REACH = 8;

const wordsOf = (scene: Scene, mention: TalkMention, which: 'place' | 'time'): string | null => {
  const range = mention[which];
  if (!range) return null;
  return scene.words
    .slice(range.first, range.last)
    .map((w) => w.lower)
    .join(' ');
};

const future = (m: TalkMention): boolean =>
  m.status === 'scheduled' || m.status === 'proposed' || m.status === 'refused';
const namesOf = (m: TalkMention): Set<string> => new Set([...m.participants, ...m.mediators].map((p) => p.name));

/** Whether two mentions may be of one talk, by what both say. */
function clash(scene: Scene, a: TalkMention, b: TalkMention): boolean {
  const place = [wordsOf(scene, a, 'place'), wordsOf(scene, b, 'place')];
  if (place[0] !== null && place[1] !== null && place[0] !== place[1]) return true;
  const time = [wordsOf(scene, a, 'time'), wordsOf(scene, b, 'time')];
  if (time[0] !== null && time[1] !== null && time[0] !== time[1]) return true;
  const line = (m: TalkMention): boolean => m.kind === 'call';
  if (line(a) !== line(b) && a.determiner !== 'the' && b.determiner !== 'the' && a.noun && b.noun) return true;
  return false;
}

const pointing = ({ determiner }: TalkMention): boolean =>
  determiner === 'the' || determiner === 'this' || determiner === 'own';

/** Brings mentions together, going through the text once. */
export function mergeMentions(scene: Scene, mentions: readonly Weighed[]): Cluster[] {
  const clusters: Cluster[] = [];
  for (const weighed of mentions) {
    const { mention } = weighed;
    const names = namesOf(mention);
    let best: Cluster | null = null;
    let bestFit = 0;
    const sentence = scene.sentenceOf[mention.head]!;
    for (let c = clusters.length - 1; c >= 0; c--) {
      const cluster = clusters[c]!;
      if (cluster.members.some((m) => clash(scene, m.mention, mention))) continue;
      const common = [...names].filter((n) => cluster.names.has(n)).length;
      const distance = sentence - scene.sentenceOf[cluster.members.at(-1)!.mention.head]!;
      const tenses = cluster.members.some((m) => future(m.mention) === future(mention));
      let fit = 0;
      if (distance === 0 && overlapping(cluster, mention)) fit = 6;
      else if (names.size > 0 && cluster.names.size > 0) {
        const smaller = Math.min(names.size, cluster.names.size);
        if (common === smaller && common >= 2) fit = tenses || pointing(mention) ? 5 : 0;
        else if (common >= 2) fit = tenses ? 4 : 0;
        else if (common === 1 && smaller === 1 && distance <= REACH)
          fit = pointing(mention) ? 3 : tenses && distance <= 2 ? 2 : 0;
      } else if (names.size === 0 && distance <= REACH && pointing(mention)) fit = 3 - distance / 10;
      else if (
        cluster.names.size === 0 &&
        distance <= 3 &&
        (pointing(mention) || pointing(cluster.members[0]!.mention))
      )
        fit = 2;
      else if (names.size === 0 && distance === 0) fit = 1;
      if (fit > bestFit) {
        best = cluster;
        bestFit = fit;
      }
    }
    if (best) {
      best.members.push(weighed);
      for (const name of names) best.names.add(name);
    } else clusters.push({ members: [weighed], names });
  }
  return clusters;
}

/** Whether the words of a mention touch those of the cluster's last: "held talks", "talks brokered by". */
function overlapping(cluster: Cluster, mention: TalkMention): boolean {
  return cluster.members.some(
    ({ mention: m }) =>
      m.words.first < mention.words.last &&
      mention.words.first < m.words.last &&
      [...namesOf(m)].some((n) => namesOf(mention).has(n)),
  );
}
