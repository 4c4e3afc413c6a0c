import type { Happening, PositionLine, PositionPoint, Undertaking } from '../../case.ts';
import { isSure } from '../../record.ts';
import { compare } from '../family.ts';
import { hasDay } from '../join/days.ts';
import { plainName } from '../parties.ts';
import { daysBetween } from '../positions/points.ts';
import { type SubjectLexicon, sameSubject, sharedStems, stemsOf } from '../positions/subject.ts';
import type { DeedsOn, UndertakingTable } from './undertaking-table.ts';

/** Days after its words in which a deed of a party is set beside them: eight weeks. */
export const WEEKS_AFTER = 56;
/** Deeds that are named beside words. */
const NAMED = 6;

/**
 * What parties said that they would do or not do, the newest first, and what each did afterwards on the same issue. A deed is
 * on an issue by its type and words (`table`), and later than words where its day comes after the day of the report that has
 * them: what a report tells was said before it. Nothing is said of whether a deed keeps a word: a refusal to leave and a
 * withdrawal stand beside each other as they are. The same for the same lines and happenings, in whatever order; a store may
 * give the lines and happenings of a few parties and weeks alone, and gets the same for these.
 */
export function undertakingsIn(
  lines: readonly PositionLine[],
  happenings: readonly Happening[],
  table: UndertakingTable,
  lexicon: SubjectLexicon,
): readonly Undertaking[] {
  const deeds = deedsByParty(happenings);
  const wordsOfDeed = keptFor((happening: Happening) => stemsOf(wordsIn(happening), lexicon));
  return lines
    .flatMap((line) => {
      const on = table.get(line.issue);
      return on ? spokenIn(line, lexicon).map((point) => beside(line, point, on)) : [];
    })
    .sort((a, b) => compare(b.point.day!, a.point.day!) || compare(a.line, b.line) || compare(a.point.id, b.point.id));

  function beside({ id, holder, issue }: PositionLine, point: PositionPoint, on: DeedsOn): Undertaking {
    const names = stemsOf(holder, lexicon);
    const said = stemsOf(
      `${point.words} ${point.objects.join(' ')}`,
      lexicon,
      new Set([...names, ...(on.stems ?? [])]),
    );
    const after = (deeds.get(plainName(holder)) ?? []).filter(
      ({ happening, day }) =>
        on.types.has(happening.type) &&
        day > point.day! &&
        daysBetween(point.day, day) <= WEEKS_AFTER &&
        (on.stems === null || sharedStems(on.stems, wordsOfDeed(happening)) > 0),
    );
    const ranked = after.map((deed) => ({ ...deed, alike: sharedStems(said, wordsOfDeed(deed.happening)) > 0 }));
    ranked.sort(
      (a, b) =>
        Number(b.alike) - Number(a.alike) ||
        Number(isSure(b.happening)) - Number(isSure(a.happening)) ||
        compare(a.day, b.day) ||
        compare(a.happening.id, b.happening.id),
    );
    return {
      line: id,
      holder,
      issue,
      point,
      deeds: ranked
        .slice(0, NAMED)
        .sort((a, b) => compare(a.day, b.day) || compare(a.happening.id, b.happening.id))
        .map(({ happening }) => happening),
      total: ranked.length,
      alike: ranked.filter(({ alike }) => alike).length,
    };
  }
}

/**
 * The points in which a party itself, or the reporter, says what it will do or not do. What is said again on one subject within
 * the weeks after is the same undertaking, told from its first day on.
 */
function spokenIn(line: PositionLine, lexicon: SubjectLexicon): readonly PositionPoint[] {
  const kept: { readonly point: PositionPoint; readonly stems: ReadonlySet<string> }[] = [];
  for (const point of [...line.points].sort((a, b) => compare(a.day ?? '', b.day ?? '') || compare(a.id, b.id))) {
    if (point.day === null || point.voice === 'other' || (point.stance === 'demands' && point.said === undefined))
      continue;
    const stems = stemsOf(point.words, lexicon);
    const again = kept.some(
      (before) =>
        before.point.stance === point.stance &&
        daysBetween(before.point.day, point.day) <= WEEKS_AFTER &&
        sameSubject(before.stems, stems),
    );
    if (!again) kept.push({ point, stems });
  }
  return kept.map(({ point }) => point);
}

interface Done {
  readonly happening: Happening;
  readonly day: string;
}

/** What happened and was no plan, by each who is said to have done it. */
function deedsByParty(happenings: readonly Happening[]): ReadonlyMap<string, readonly Done[]> {
  const byParty = new Map<string, Done[]>();
  for (const happening of happenings) {
    if (happening.status !== 'happened' && happening.status !== 'ongoing') continue;
    const start = happening.when ? happening.when.start : happening.support.first;
    if (!hasDay(start)) continue;
    for (const party of new Set(happening.actors.map(({ name }) => plainName(name)))) {
      const known = byParty.get(party);
      const done = { happening, day: start.slice(0, 10) };
      if (known) known.push(done);
      else byParty.set(party, [done]);
    }
  }
  return byParty;
}

const wordsIn = ({ evidence, place, targets }: Happening): string =>
  [...evidence.map(({ words }) => words), place?.name ?? '', ...targets.map(({ name }) => name)].join(' ');

function keptFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
