/** How near a record of the samples is to their truth: what it asserts that is right, and what of the truth it has. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CaseRecord, Evidence } from '../src/case.ts';
import { readGold } from '../src/learn/gold.ts';
import { type Document, isSure, type Span } from '../src/record.ts';
import { find } from './sample.ts';
import { TRUTH } from './truth.ts';

interface Said {
  readonly report: string;
  readonly words: string;
}

interface Told {
  readonly talks: readonly { readonly participants: readonly string[]; readonly life: readonly Said[] }[];
  readonly events: readonly (Said & {
    readonly type: string;
    readonly figures: readonly Said[];
    /** What other reports say of it. */
    readonly mentions: readonly Said[];
  })[];
  readonly disputes: readonly { readonly sides: readonly Said[] }[];
}

const TOLD: Told = JSON.parse(readFileSync(new URL('../examples/keld-strait/truth.json', import.meta.url), 'utf8'));

/** Eight of the reports read whole, by the codebook: the truth of the case leaves out what does not matter over all reports. */
const READINGS = readGold(fileURLToPath(new URL('../examples/keld-strait/gold', import.meta.url)));

/** Of what the record has and of what it asserts, how much is right; of the truth, how much it has. */
export interface Score {
  readonly right: number;
  /** All that the record has, possible or asserted. */
  readonly told: number;
  readonly assertedRight: number;
  readonly asserted: number;
  readonly found: number;
  readonly wanted: number;
}

/** Of the shorter of two stretches, so much must stand in both. */
const SHARED = 0.5;

/**
 * Scores by kind of entry. Words are the same where half of the shorter stretch stands in the longer. Positions and events
 * are right, too, where the careful reading of their report has them.
 */
export function scoresOf(
  record: CaseRecord,
  documents: ReadonlyMap<string, Document>,
): Readonly<Record<'points' | 'talks' | 'events' | 'disputes', Score>> {
  const digest = (report: string): string => documents.get(report)!.text_sha256;
  const tells = ({ report, spans }: Evidence, said: Said): boolean =>
    report === digest(said.report) && isSame(spans, [find(documents.get(said.report)!.text, said.words)]);
  const carries = (evidence: readonly Evidence[], said: Said): boolean => evidence.some((one) => tells(one, said));

  const reading = new Map(READINGS.map((one) => [digest(one.name.replace('.json', '')), one]));
  /** Whether the careful reading of a report has a record as this, where the report was so read. */
  const isRead = <T extends { readonly content: readonly Span[] }>(
    evidence: readonly Evidence[],
    records: (of: (typeof READINGS)[number]) => readonly T[],
    fits: (one: T) => boolean,
  ): boolean =>
    evidence.some(({ report, spans }) => {
      const its = reading.get(report);
      return its !== undefined && records(its).some((one) => fits(one) && isSame(spans, one.content));
    });

  const positions = TRUTH.positions.flatMap(({ party, issues, entries }) =>
    entries.map((entry) => ({ party, issues, entry })),
  );
  const points = record.lines.flatMap(({ holder, issue, points: its }) =>
    its.map((point) => ({ holder, issue, point })),
  );
  return {
    points: scored(
      points,
      positions,
      ({ point }) => point.confidence,
      ({ holder, issue, point }, { party, issues, entry }) =>
        holder === party && issues.includes(issue) && point.stance === entry.stance && carries(point.evidence, entry),
      ({ holder, issue, point }) =>
        isRead(
          point.evidence,
          ({ positions: its }) => its,
          (one) => one.holder === holder && one.issues.includes(issue) && one.stances.includes(point.stance),
        ),
    ),
    talks: scored(
      record.talks,
      TOLD.talks,
      confidenceOf,
      (talk, { participants, life }) =>
        [...talk.participants].sort().join() === [...participants].sort().join() &&
        life.some((step) => carries(talk.evidence, step)),
    ),
    events: scored(
      record.happenings,
      TOLD.events,
      confidenceOf,
      (happening, event) =>
        happening.type === event.type &&
        [event, ...event.figures, ...event.mentions].some((said) =>
          carries([...happening.evidence, ...happening.background], said),
        ),
      ({ type, evidence, background }) =>
        isRead(
          [...evidence, ...background],
          ({ events }) => events,
          ({ types }) => types.includes(type),
        ),
    ),
    disputes: scored(record.disputes, TOLD.disputes, confidenceOf, ({ accounts }, { sides }) =>
      sides.some((side) => accounts.some(({ evidence }) => carries(evidence, side))),
    ),
  };
}

const confidenceOf = ({ confidence }: { readonly confidence: number }): number => confidence;

/** Whether half of the shorter of two stretches stands in the other. */
const isSame = (given: readonly Span[], wanted: readonly Span[]): boolean =>
  given.some((a) =>
    wanted.some((b) => {
      const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
      return both > 0 && both >= SHARED * Math.min(a.end - a.start, b.end - b.start);
    }),
  );

/** `isRight`: what is right though the truth of the case does not have it; `confidence`: how sure the record is of it. */
function scored<A, B>(
  told: readonly A[],
  wanted: readonly B[],
  confidence: (a: A) => number,
  isIt: (a: A, b: B) => boolean,
  isRight: (a: A) => boolean = () => false,
): Score {
  const right = told.filter((a) => wanted.some((b) => isIt(a, b)) || isRight(a));
  const sure = (all: readonly A[]): number => all.filter((a) => isSure({ confidence: confidence(a) })).length;
  return {
    right: right.length,
    told: told.length,
    assertedRight: sure(right),
    asserted: sure(told),
    found: wanted.filter((b) => told.some((a) => isIt(a, b))).length,
    wanted: wanted.length,
  };
}
