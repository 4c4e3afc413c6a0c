/** How near a record of the samples is to their truth: what it asserts that is right, and what of the truth it has. */
import { readFileSync } from 'node:fs';
import type { CaseRecord, Evidence } from '../src/case.ts';
import type { Document } from '../src/record.ts';
import { find } from './sample.ts';
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

/** Of the shorter of two stretches, so much must stand in both. */
const SHARED = 0.5;

/** Scores by kind of entry. Words are the same where half of the shorter stretch stands in the longer. */
export function scoresOf(
  record: CaseRecord,
  documents: ReadonlyMap<string, Document>,
): Readonly<Record<'points' | 'talks' | 'events' | 'disputes', Score>> {
  const digest = (report: string): string => documents.get(report)!.text_sha256;
  const tells = ({ report, spans }: Evidence, said: Said): boolean => {
    if (report !== digest(said.report)) return false;
    const { start, end } = find(documents.get(said.report)!.text, said.words);
    return spans.some((one) => {
      const both = Math.min(one.end, end) - Math.max(one.start, start);
      return both > 0 && both >= SHARED * Math.min(one.end - one.start, end - start);
    });
  };
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
