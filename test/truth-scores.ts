/** How near a record of the samples is to their truth: what it asserts that is right, and what of the truth it has. */
import { readFileSync } from 'node:fs';
import type { CaseRecord, Evidence } from '../src/case.ts';
import type { Document } from '../src/record.ts';
import { TRUTH } from './truth.ts';

interface Said {
  readonly report: string;
  readonly words: string;
}

interface Told {
  readonly talks: readonly { readonly participants: readonly string[]; readonly life: readonly Said[] }[];
  readonly events: readonly (Said & { readonly type: string; readonly figures: readonly Said[] })[];
  readonly disputes: readonly { readonly sides: readonly Said[] }[];
}

const TOLD: Told = JSON.parse(readFileSync(new URL('../examples/keld-strait/truth.json', import.meta.url), 'utf8'));

/** Of what the record asserts, how much is right; of the truth, how much it has. */
export interface Score {
  readonly right: number;
  readonly asserted: number;
  readonly found: number;
  readonly wanted: number;
}

/** Scores by kind of entry. Words are the same where one stretch holds the other. */
export function scoresOf(
  record: CaseRecord,
  documents: ReadonlyMap<string, Document>,
): Readonly<Record<'points' | 'talks' | 'events' | 'disputes', Score>> {
  const digest = (report: string): string => documents.get(report)!.text_sha256;
  const tells = ({ report, words }: Evidence, said: Said): boolean =>
    report === digest(said.report) &&
    words.split(' … ').some((piece) => piece.includes(said.words) || said.words.includes(piece));
  const carries = (evidence: readonly Evidence[], said: Said): boolean => evidence.some((one) => tells(one, said));

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
      ({ holder, issue, point }, { party, issues, entry }) =>
        holder === party && issues.includes(issue) && point.stance === entry.stance && carries(point.evidence, entry),
    ),
    talks: scored(
      record.talks,
      TOLD.talks,
      (talk, { participants, life }) =>
        [...talk.participants].sort().join() === [...participants].sort().join() &&
        life.some((step) => carries(talk.evidence, step)),
    ),
    events: scored(
      record.happenings,
      TOLD.events,
      (happening, event) =>
        happening.type === event.type &&
        [event, ...event.figures].some((said) => carries([...happening.evidence, ...happening.background], said)),
    ),
    disputes: scored(record.disputes, TOLD.disputes, ({ accounts }, { sides }) =>
      sides.some((side) => accounts.some(({ evidence }) => carries(evidence, side))),
    ),
  };
}

function scored<A, B>(asserted: readonly A[], wanted: readonly B[], isIt: (a: A, b: B) => boolean): Score {
  return {
    right: asserted.filter((a) => wanted.some((b) => isIt(a, b))).length,
    asserted: asserted.length,
    found: wanted.filter((b) => asserted.some((a) => isIt(a, b))).length,
    wanted: wanted.length,
  };
}
