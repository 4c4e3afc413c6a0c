import type { PositionLine, PositionPoint } from '../../case.ts';
import { compare } from '../family.ts';
import { plainName } from '../parties.ts';
import { isTurned, type SubjectLexicon, sameSubject, stemsOf } from '../positions/subject.ts';

/** A point that still stands, with the words that tell what it is about. */
export interface Standing extends Subject {
  readonly line: PositionLine;
  readonly point: PositionPoint;
}

/** What the words of a point are about. */
export interface Subject {
  readonly stems: ReadonlySet<string>;
  /** Its objects but parties, as compared. */
  readonly objects: readonly string[];
  /** Whether its words speak of an end of something, not of the thing. */
  readonly turned: boolean;
  /** Of its condition; empty where it has none. */
  readonly conditionStems: ReadonlySet<string>;
}

/** What points are about: asked again for what is sure and for all, and worked out once for each. */
export type SubjectOf = (point: PositionPoint) => Subject;

/** `names`: the stems of the names of parties. */
export function subjectsIn(lexicon: SubjectLexicon, names: ReadonlySet<string>): SubjectOf {
  const known = new Map<PositionPoint, Subject>();
  return (point) => {
    let subject = known.get(point);
    if (!subject) {
      subject = {
        stems: stemsOf(point.words, lexicon, names),
        conditionStems: point.condition === null ? new Set() : stemsOf(point.condition, lexicon, names),
        objects: point.objects.filter((name) => stemsOf(name, lexicon, names).size > 0).map(plainName),
        turned: isTurned(point.words, lexicon),
      };
      known.set(point, subject);
    }
    return subject;
  };
}

/** How many points of a line are looked at, the newest. Older ones on other subjects may stand still; they are shown by the line. */
const LOOKED_AT = 60;
const MOST = 12;

/** Names of parties say who, not what; their adjectives mostly share the stem. */
export const stemsOfNames = (lines: readonly PositionLine[], lexicon: SubjectLexicon): ReadonlySet<string> =>
  new Set(lines.flatMap(({ holder }) => [...stemsOf(holder, lexicon)]));

/**
 * The points of a line that nothing later of the same party on the same subject took the place of, the newest first.
 * On some issues, such as a truce or a seat, the last answer took the place of all answers before it that were the other way. What
 * others say of a party counts only where it says nothing itself, and no reporter tells it.
 */
export function standingOf(line: PositionLine, lexicon: SubjectLexicon, subjectOf: SubjectOf): readonly Standing[] {
  const own = line.points.filter(({ voice }) => voice !== 'other');
  const standing: Standing[] = [];
  const newest = (own.length > 0 ? own : line.points).slice(-LOOKED_AT).reverse();
  newest.sort((a, b) => compare(b.day ?? '', a.day ?? ''));
  const answer = lexicon.lastAnswer.has(line.issue) ? newest.find(({ stance }) => stance !== 'demands') : undefined;
  for (const point of newest) {
    if (standing.length === MOST) break;
    if (answer && point.day !== answer.day && isOtherWay(point, answer)) continue;
    const subject = subjectOf(point);
    if (standing.some((later) => sameSubject(later.stems, subject.stems))) continue;
    standing.push({ line, point, ...subject });
  }
  return standing;
}

/** Whether one refuses and the other grants. */
const isOtherWay = ({ stance: a }: PositionPoint, { stance: b }: PositionPoint): boolean =>
  a !== 'demands' && b !== 'demands' && (a === 'rejects') !== (b === 'rejects');

/** How much a shared word tells: 1 for one in 16 points, less for one in many, more for a rare one. */
export type Telling = (stem: string) => number;

/** Fewer points tell nothing of how common a word is. */
const FEW = 100;
const ONE_IN = 4;
const MOST_TOLD = 1.5;

/** Words that stand in many points of a case ("war", "sanctions") are no sign that two of them are about one thing. */
export function tellingOf(standing: readonly Standing[]): Telling {
  if (standing.length < FEW) return () => 1;
  const counts = new Map<string, number>();
  for (const { stems } of standing) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => Math.min(MOST_TOLD, Math.log2(standing.length / (counts.get(stem) ?? 1)) / ONE_IN);
}

/** How much shared words tell. */
export function told(a: ReadonlySet<string>, b: ReadonlySet<string>, telling: Telling): number {
  let sum = 0;
  for (const stem of a) if (b.has(stem)) sum += telling(stem);
  return sum;
}

/** How near two points are to being about one thing: words shared, and objects, one as much as a word. */
export function nearness(a: Standing, b: Standing, telling: Telling): number {
  const objects = new Set(a.objects);
  return told(a.stems, b.stems, telling) + b.objects.filter((object) => objects.has(object)).length;
}

/** Quoted words in a sentence are cut at a blank after so many characters. */
const LONGEST = 160;

/** Words short enough for a sentence. */
export function shortened(words: string): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  if (flat.length <= LONGEST) return flat || '…';
  const cut = flat.lastIndexOf(' ', LONGEST);
  return `${flat.slice(0, cut > LONGEST / 2 ? cut : LONGEST)} …`;
}
