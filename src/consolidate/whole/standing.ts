import type { PositionLine, PositionPoint } from '../../case.ts';
import { compare } from '../family.ts';
import { plainName } from '../parties.ts';
import { isTurned, type SubjectLexicon, sameSubject, sharedStems, stemsOf } from '../positions/subject.ts';

/** A point that still stands, with the words that tell what it is about. */
export interface Standing {
  readonly line: PositionLine;
  readonly point: PositionPoint;
  readonly stems: ReadonlySet<string>;
  /** Whether its words speak of an end of something, not of the thing. */
  readonly turned: boolean;
  /** Of its condition; empty where it has none. */
  readonly conditionStems: ReadonlySet<string>;
}

/** How many points of a line are looked at, the newest. Older ones on other subjects may stand still; they are shown by the line. */
const LOOKED_AT = 60;
const MOST = 12;

/** Names of parties say who, not what; their adjectives mostly share the stem. */
export const stemsOfNames = (lines: readonly PositionLine[], lexicon: SubjectLexicon): ReadonlySet<string> =>
  new Set(lines.flatMap(({ holder }) => [...stemsOf(holder, lexicon)]));

/**
 * The points of a line that nothing later of the same party on the same subject took the place of, the newest first.
 * What others say of a party counts only where it says nothing itself, and no reporter tells it.
 */
export function standingOf(
  line: PositionLine,
  lexicon: SubjectLexicon,
  names: ReadonlySet<string>,
): readonly Standing[] {
  const told = line.points.filter(({ voice }) => voice !== 'other');
  const standing: Standing[] = [];
  const newest = (told.length > 0 ? told : line.points).slice(-LOOKED_AT).reverse();
  newest.sort((a, b) => compare(b.day ?? '', a.day ?? ''));
  for (const point of newest) {
    if (standing.length === MOST) break;
    const stems = stemsOf(point.words, lexicon, names);
    if (standing.some((later) => sameSubject(later.stems, stems))) continue;
    const conditionStems = point.condition === null ? new Set<string>() : stemsOf(point.condition, lexicon, names);
    standing.push({ line, point, stems, conditionStems, turned: isTurned(point.words, lexicon) });
  }
  return standing;
}

/** How near two points are to being about one thing: words shared, and objects, which weigh more. */
export function nearness(a: Standing, b: Standing): number {
  const objects = new Set(a.point.objects.map(plainName));
  const both = b.point.objects.filter((object) => objects.has(plainName(object))).length;
  return sharedStems(a.stems, b.stems) + 2 * both;
}

/** Quoted words in a sentence are cut at a blank after so many characters. */
const LONGEST = 160;

/** Words short enough for a sentence. */
export function shortened(words: string): string {
  const flat = words.replace(/\s+/gu, ' ').trim();
  if (flat.length <= LONGEST) return flat;
  const cut = flat.lastIndexOf(' ', LONGEST);
  return `${flat.slice(0, cut > LONGEST / 2 ? cut : LONGEST)} …`;
}
