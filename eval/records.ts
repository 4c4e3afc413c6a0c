/** Scores positions, talks, events and disputes of one reading against a gold reading of the same report. */
import { isSure, type Reading } from '../src/record.ts';
import { type GoldReading, partyOf } from './gold.ts';
import type { GoldDispute, GoldInterval } from './gold-records.ts';
import { fold, inCommon, likeness, pairs, sameName } from './likeness.ts';
import type { Tally } from './tally.ts';

/** What scoring needs of a reading. */
export type ScoredRecords = Pick<Reading, 'positions' | 'talks' | 'events' | 'disputes'>;

const NOTHING: ScoredRecords = { positions: [], talks: [], events: [], disputes: [] };

/** One record beside its partner; either is `null` where it has none. `wrong` names what does not agree. */
export interface ComparedRecord {
  readonly kind: 'position' | 'talk' | 'event' | 'dispute';
  readonly gold: object | null;
  readonly read: object | null;
  readonly wrong: readonly string[];
}

/** Sets pairs, then gold alone, then read alone, side by side. */
function beside<G extends object, R extends object>(
  kind: ComparedRecord['kind'],
  golds: readonly G[],
  reads: readonly R[],
  found: readonly (readonly [number, number])[],
  wrongOf: (gold: G, read: R) => readonly string[],
): ComparedRecord[] {
  const gold = new Map(found);
  const taken = new Set(gold.values());
  return [
    ...golds.map((g, i): ComparedRecord => {
      const j = gold.get(i);
      if (j === undefined) return { kind, gold: g, read: null, wrong: [] };
      return { kind, gold: g, read: reads[j]!, wrong: wrongOf(g, reads[j]!) };
    }),
    ...reads.filter((_, j) => !taken.has(j)).map((read): ComparedRecord => ({ kind, gold: null, read, wrong: [] })),
  ];
}

/** Whether an interval begins and ends within the one that the gold reading states. */
const within = (gold: GoldInterval, read: { readonly start: string | null; readonly end: string | null } | null) =>
  read !== null &&
  (read.start ?? '').startsWith(gold.start ?? '') &&
  (read.end ?? read.start ?? '').startsWith(gold.end ?? gold.start ?? '');

/** Adds one report to a tally, and sets its records side by side. */
export function scoreRecords(gold: GoldReading, reading: ScoredRecords | null, tally: Tally): ComparedRecord[] {
  const given = reading ?? NOTHING;
  const party = (name: string | null): string | null => partyOf(gold, name);
  const same = (a: string | null, b: string | null): boolean =>
    a !== null && b !== null && sameName(party(a), party(b));
  /** Counts a choice, and gives its name where it is wrong. */
  const choose = (name: string, right: boolean): string[] => {
    tally.choose(name, right);
    return right ? [] : [name];
  };
  /** Counts what is asserted, and not only possible, by whether it is right at all. */
  const asserted = (
    name: string,
    reads: readonly { readonly confidence: number }[],
    pairs: readonly (readonly [number, number])[],
  ): void => {
    const right = new Set(pairs.map(([, j]) => j));
    reads.forEach((read, j) => {
      if (isSure(read)) tally.choose(`${name} asserted`, right.has(j));
    });
  };
  return [...positions(), ...talks(), ...events(), ...disputes()];

  function positions(): ComparedRecord[] {
    const found = pairs(gold.positions, given.positions, (g, r) =>
      same(g.holder, r.holder) && g.issues.some((i) => r.issues.includes(i)) ? likeness(g.content, r.content) : 0,
    );
    tally.find('positions', found.length, gold.positions.length, given.positions.length);
    asserted('positions', given.positions, found);
    const wants = new Map<string, Set<string>>();
    const has = new Map<string, Set<string>>();
    const cell = (cells: Map<string, Set<string>>, holder: string, issue: string, stances: readonly string[]): void => {
      const key = `${fold(party(holder))}|${issue}`;
      cells.set(key, new Set([...(cells.get(key) ?? []), ...stances]));
    };
    for (const p of gold.positions) for (const issue of p.issues) cell(wants, p.holder, issue, p.stances);
    for (const p of given.positions) for (const issue of p.issues) cell(has, p.holder, issue, [p.stance]);
    const cells = [...wants].filter(([key, stances]) => [...(has.get(key) ?? [])].some((s) => stances.has(s)));
    tally.find('matrix', cells.length, wants.size, has.size);
    return beside('position', gold.positions, given.positions, found, (g, r) => [
      ...choose('stance', g.stances.includes(r.stance)),
      ...choose('voice', g.voices.includes(r.voice)),
      ...choose('movement', g.movement === r.movement),
      ...(g.condition.length === 0
        ? []
        : choose('condition', r.condition !== null && inCommon(g.condition, [r.condition]) > 0)),
    ]);
  }

  function talks(): ComparedRecord[] {
    const found = pairs(gold.talks, given.talks, (g, r) => likeness(g.content, r.evidence));
    tally.find('talks', found.length, gold.talks.length, given.talks.length);
    asserted('talks', given.talks, found);
    return beside('talk', gold.talks, given.talks, found, (g, r) => {
      const there = g.participants.filter((x) => r.participants.some((y) => same(x, y) || sameName(x, y)));
      const most = Math.max(r.participants.length, there.length);
      tally.find('participants', there.length, g.participants.length, most);
      return [
        ...(there.length < Math.max(g.participants.length, most) ? ['participants'] : []),
        ...choose('talk status', g.statuses.includes(r.status)),
        ...(g.when ? choose('talk time', within(g.when, r.when)) : []),
        ...(g.places.length > 0
          ? choose(
              'talk place',
              g.places.some((p) => sameName(p, r.place?.name)),
            )
          : []),
      ];
    });
  }

  function events(): ComparedRecord[] {
    const found = pairs(gold.events, given.events, (g, r) =>
      g.types.includes(r.type) ? likeness(g.content, r.evidence) : 0,
    );
    tally.find('events', found.length, gold.events.length, given.events.length);
    asserted('events', given.events, found);
    return beside('event', gold.events, given.events, found, (g, r) => {
      const equal = pairs(g.figures, r.figures, (x, y) =>
        x.what === y.what && x.low === y.low && x.high === y.high ? 1 : 0,
      );
      tally.find('figures', equal.length, g.figures.length, r.figures.length);
      return [
        ...(equal.length < Math.max(g.figures.length, r.figures.length) ? ['figures'] : []),
        ...choose('event status', g.statuses.includes(r.status)),
        ...(g.when ? choose('event time', within(g.when, r.when)) : []),
        ...(g.places.length > 0
          ? choose(
              'event place',
              g.places.some((p) => sameName(p, r.place?.name)),
            )
          : []),
        ...(g.actor ? choose('actor', same(g.actor, r.actor)) : []),
      ];
    });
  }

  function disputes(): ComparedRecord[] {
    const touching = (g: GoldDispute, r: ScoredRecords['disputes'][number]): number => {
      const sides = g.sides.filter((s) => r.sides.some((t) => inCommon(s.content, t.content) > 0)).length;
      return sides >= Math.min(2, g.sides.length) ? sides : 0;
    };
    const found = pairs(gold.disputes, given.disputes, touching);
    tally.find('disputes', found.length, gold.disputes.length, given.disputes.length);
    asserted('disputes', given.disputes, found);
    return beside('dispute', gold.disputes, given.disputes, found, (g, r) =>
      choose('dispute kind', g.kinds.includes(r.kind)),
    );
  }
}
