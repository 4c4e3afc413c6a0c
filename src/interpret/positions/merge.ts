/** Makes one position of several mentions: the same demand in the title and the text, and words found twice. */
import type { Stance } from '../../record.ts';
import type { Scene } from '../scene.ts';
import type { Signs } from './signs.ts';
import { hullOf, type Unit } from './unit.ts';

/** A candidate that came out as a position. */
export interface Weighed {
  readonly unit: Unit;
  readonly signs: Signs;
  /** The issue's place in the taxonomy. */
  readonly issue: number;
  readonly stance: Stance;
  /** How sure, 0 to 1. */
  readonly share: number;
  /** How often such were right, 0 to 1. */
  readonly confidence: number;
  /** Whether it is the condition of another position. */
  readonly asked: boolean;
}

/** Mentions of one position: the surest first. */
export type Cluster = readonly [Weighed, ...Weighed[]];

/** Two mentions with one stance are one demand when so much of the shorter one's content words stand in the other. */
const LIKE = 0.1;
/** The same where one offers and one accepts ("ready for talks", "supports talks"), and where the stances differ more. */
const ALIKE = 0.4;
const OPPOSED = 0.75;
const NEVER = 2;

const isConsent = (stance: Stance): boolean => stance === 'offers' || stance === 'accepts';

/** What is accepted or offered is never one with what is refused. */
const leastLike = (a: Stance, b: Stance): number => {
  if (a === b) return LIKE;
  if (isConsent(a) && isConsent(b)) return ALIKE;
  return (isConsent(a) && b === 'rejects') || (isConsent(b) && a === 'rejects') ? NEVER : OPPOSED;
};

/**
 * Whether no source speaks of one change in one of them and of another in the other, and none of a change beside what
 * somebody else says: change as the reporter tells it is not the party's own word.
 */
const sameMovement = (a: Weighed, b: Weighed): boolean =>
  moved(a) === moved(b) || ((moved(a) === null || moved(b) === null) && a.unit.voice === b.unit.voice);
const moved = ({ signs }: Weighed): string | null => {
  const found = signs.marks.find(({ mark }) => mark.kind === 'movement');
  return found?.mark.kind === 'movement' ? found.mark.movement : null;
};

const CONTENT = new Set(['NOUN', 'VERB', 'ADJ', 'PROPN']);

/** The base forms of a candidate's content words. */
function formsOf(scene: Scene, { content }: Unit): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { first, last } of content) {
    for (let i = first; i < last; i++) {
      const word = scene.words[i]!;
      if (CONTENT.has(word.tag)) out.add(word.lemma);
    }
  }
  return out;
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let both = 0;
  for (const form of small) if (large.has(form)) both++;
  return both / small.size;
}

/** Whether two candidates share words. */
export function touches(a: Unit, b: Unit): boolean {
  const x = hullOf(a);
  const y = hullOf(b);
  return x.first < y.last && y.first < x.last;
}

const sentenceOf = (scene: Scene, { unit }: Weighed): number => scene.sentenceOf[hullOf(unit).first]!;

/** Puts mentions of one position together; of two readings of the same words the surer one stays. */
export function merged(scene: Scene, weighed: readonly Weighed[]): Cluster[] {
  const order = weighed.map((w, i) => ({ w, i })).sort((a, b) => b.w.share - a.w.share || a.i - b.i);
  const clusters: { members: [Weighed, ...Weighed[]]; forms: ReadonlySet<string> }[] = [];
  for (const { w } of order) {
    const forms = formsOf(scene, w.unit);
    const own = clusters.filter((c) => c.members[0].unit.holder === w.unit.holder);
    const overlapping = own.find((c) => c.members.some((m) => touches(m.unit, w.unit)));
    if (overlapping) {
      const [head] = overlapping.members;
      if (head.issue === w.issue && head.stance === w.stance) overlapping.members.push(w);
      continue;
    }
    const same = own.find(
      ({ members, members: [head], forms: theirs }) =>
        head.issue === w.issue &&
        sameMovement(head, w) &&
        (likeness(forms, theirs) >= leastLike(head.stance, w.stance) ||
          (head.stance === w.stance &&
            members.some((m) => Math.abs(sentenceOf(scene, m) - sentenceOf(scene, w)) <= 1))),
    );
    if (same) same.members.push(w);
    else clusters.push({ members: [w], forms });
  }
  return clusters
    .map(({ members }) => members)
    .sort(
      (a, b) => hullOf(a[0].unit).first - hullOf(b[0].unit).first || (a[0].unit.holder < b[0].unit.holder ? -1 : 1),
    );
}
