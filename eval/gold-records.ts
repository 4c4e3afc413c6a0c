/** Positions, talks, events and disputes as gold readings give them, their words located in the text. */
import { listOf, type Stretch } from './likeness.ts';

export interface GoldPosition {
  readonly holder: string;
  readonly issues: readonly string[];
  /** Every stance, and every voice, that a careful reader may choose. */
  readonly stances: readonly string[];
  readonly voices: readonly string[];
  readonly content: readonly Stretch[];
  readonly condition: readonly Stretch[];
  readonly movement: string | null;
}

/** ISO 8601 at the precision stated. */
export interface GoldInterval {
  readonly start?: string | null;
  readonly end?: string | null;
}

export interface GoldTalk {
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  readonly participants: readonly string[];
  readonly mediators: readonly string[];
  /** Every name of the place that is right. */
  readonly places: readonly string[];
  readonly when: GoldInterval | null;
  readonly content: readonly Stretch[];
}

export interface GoldFigure {
  readonly what: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly by: string | null;
}

export interface GoldEvent {
  readonly types: readonly string[];
  readonly modes: readonly string[];
  readonly statuses: readonly string[];
  readonly actor: string | null;
  readonly target: string | null;
  readonly places: readonly string[];
  readonly when: GoldInterval | null;
  readonly figures: readonly GoldFigure[];
  readonly content: readonly Stretch[];
}

export interface GoldDispute {
  readonly kinds: readonly string[];
  readonly sides: readonly { readonly who: string | null; readonly content: readonly Stretch[] }[];
}

export interface GoldRecords {
  readonly positions: readonly GoldPosition[];
  readonly talks: readonly GoldTalk[];
  readonly events: readonly GoldEvent[];
  readonly disputes: readonly GoldDispute[];
}

/** Some words, or none, as a gold file gives them. */
type Given<Words> = Words | readonly Words[] | null | undefined;
/** An entry of a gold file: made by hand, so nothing is sure of it. */
type Raw<Words> = Readonly<
  Record<string, unknown> & { content?: Given<Words>; condition?: Given<Words>; sides?: readonly Raw<Words>[] }
>;

/** From the parsed gold file; `spans` locates words in the text. */
export function parseRecords<Words>(
  raw: Readonly<Record<string, unknown>>,
  spans: (given: Given<Words>) => readonly Stretch[],
): GoldRecords {
  const entries = (kind: string): readonly Raw<Words>[] => listOf(raw[kind] as readonly Raw<Words>[] | undefined);
  const names = (x: unknown): readonly string[] => listOf(x as string | readonly string[] | null | undefined);
  const name = (x: unknown): string | null => (x as string | null | undefined) ?? null;
  const interval = (x: unknown): GoldInterval | null => (x as GoldInterval | null | undefined) ?? null;
  return {
    positions: entries('positions').map((p) => ({
      holder: name(p['holder']) ?? '',
      issues: names(p['issues']),
      stances: names(p['stance']),
      voices: names(p['voice']),
      content: spans(p.content),
      condition: spans(p.condition),
      movement: name(p['movement']),
    })),
    talks: entries('talks').map((t) => ({
      kinds: names(t['kind']),
      statuses: names(t['status']),
      participants: names(t['participants']),
      mediators: names(t['mediators']),
      places: names(t['place']),
      when: interval(t['when']),
      content: spans(t.content),
    })),
    events: entries('events').map((e) => ({
      types: names(e['type']),
      modes: names(e['mode']),
      statuses: names(e['status']),
      actor: name(e['actor']),
      target: name(e['target']),
      places: names(e['place']),
      when: interval(e['when']),
      figures: listOf(e['figures'] as readonly GoldFigure[] | undefined),
      content: spans(e.content),
    })),
    disputes: entries('disputes').map((d) => ({
      kinds: names(d['kind']),
      sides: listOf(d.sides).map((s) => ({ who: name(s['who']), content: spans(s.content) })),
    })),
  };
}

/** The same records after a change of every name and place in the text. */
export function mapRecords(
  records: GoldRecords,
  words: (name: string) => string,
  spans: (of: readonly Stretch[]) => readonly Stretch[],
): GoldRecords {
  const name = (x: string | null): string | null => x && words(x);
  return {
    positions: records.positions.map((p) => ({
      ...p,
      holder: words(p.holder),
      content: spans(p.content),
      condition: spans(p.condition),
    })),
    talks: records.talks.map((t) => ({
      ...t,
      participants: t.participants.map(words),
      mediators: t.mediators.map(words),
      places: t.places.map(words),
      content: spans(t.content),
    })),
    events: records.events.map((e) => ({
      ...e,
      actor: name(e.actor),
      target: name(e.target),
      places: e.places.map(words),
      figures: e.figures.map((f) => ({ ...f, by: name(f.by) })),
      content: spans(e.content),
    })),
    disputes: records.disputes.map((d) => ({
      ...d,
      sides: d.sides.map((s) => ({ who: name(s.who), content: spans(s.content) })),
    })),
  };
}
