/** A record narrowed to one party, one issue, a period: what a dossier of part of a case is made of. */
import type {
  CaseRecord,
  Evidence,
  FigureRange,
  Happening,
  PositionLine,
  StickingPoint,
  TalkLife,
} from '../../case.ts';
import { narrowedTo } from '../../consolidate/positions/standing-point.ts';

/** Fields that are absent do not narrow. Days are ISO 8601, both included. */
export interface Only {
  readonly party?: string;
  readonly issue?: string;
  readonly from?: string;
  readonly to?: string;
}

type Within = (day: string | null) => boolean;

/** Whether a day lies in the period. What has no day is in no period, and in the whole. */
function withinOf({ from, to }: Only): Within {
  if (from === undefined && to === undefined) return () => true;
  return (day) =>
    day !== null && (from === undefined || day.slice(0, 10) >= from) && (to === undefined || day.slice(0, 10) <= to);
}

function lineWithin(line: PositionLine, within: Within): PositionLine | null {
  const left = narrowedTo(
    line,
    line.points.filter((p) => within(p.day)),
  );
  return (
    left && {
      ...left,
      claimed: line.claimed.filter((c) => within(c.day)),
      observed: line.observed.filter((o) => within(o.to.day) && within(o.from.day)),
      split: line.split.filter(([a, b]) => within(a.day) && within(b.day)),
      scopes: line.scopes
        .map((s) => ({ ...s, evidence: s.evidence.filter((e) => within(e.day)) }))
        .filter((s) => s.evidence.length > 0),
    }
  );
}

const some = (evidence: readonly Evidence[], within: Within): readonly Evidence[] =>
  evidence.filter((e) => within(e.day));

function figuresWithin(figures: readonly FigureRange[], within: Within): readonly FigureRange[] {
  return figures.map((f) => ({ ...f, told: f.told.filter((t) => within(t.day)) })).filter((f) => f.told.length > 0);
}

function talkWithin(talk: TalkLife, within: Within): TalkLife | null {
  const evidence = some(talk.evidence, within);
  if (evidence.length === 0) return null;
  const steps = talk.steps.filter((s) => within(s.day));
  const outcome = talk.outcome && within(talk.outcome.evidence.day) ? talk.outcome : null;
  return { ...talk, evidence, steps, outcome, status: steps.at(-1)?.status ?? talk.status };
}

function happeningWithin(h: Happening, within: Within): Happening | null {
  const evidence = some(h.evidence, within);
  const background = some(h.background, within);
  if (evidence.length === 0 && background.length === 0) return null;
  const who = (list: Happening['actors']): Happening['actors'] =>
    list.map((a) => ({ ...a, evidence: some(a.evidence, within) })).filter((a) => a.evidence.length > 0);
  return {
    ...h,
    evidence: evidence.length > 0 ? evidence : background,
    background: evidence.length > 0 ? background : [],
    actors: who(h.actors),
    targets: who(h.targets),
    figures: figuresWithin(h.figures, within),
  };
}

const kept = <T>(list: readonly (T | null)[]): readonly T[] => list.filter((x) => x !== null);

/** What of a sticking point is about a party and told in a period: what stands there, and the sentences that quote it. */
function stickingFor(
  point: StickingPoint,
  party: string | undefined,
  lines: ReadonlySet<string>,
  within: Within,
): StickingPoint | null {
  const own = (pairs: StickingPoint['opposed']): StickingPoint['opposed'] =>
    pairs.filter(
      ({ a, b, evidence }) =>
        (party === undefined || lines.has(a) || lines.has(b)) && evidence.every(({ day }) => within(day)),
    );
  const [opposed, blocked] = [own(point.opposed), own(point.blocked)];
  const left = [...opposed, ...blocked];
  if (left.length === 0) return null;
  const all = left.length === point.opposed.length + point.blocked.length;
  // A reason quotes the words that it rests on.
  const reasons = point.reasons.filter(
    (reason) =>
      all ||
      ((party === undefined || reason.includes(party)) &&
        left.some(({ evidence }) => evidence.some(({ words }) => reason.includes(words)))),
  );
  return { ...point, opposed, blocked, reasons: reasons.length > 0 ? reasons : point.reasons };
}

/** What of a record is about the party and issue asked for, with the evidence of the period. */
export function narrow(record: CaseRecord, only: Only): CaseRecord {
  const { party, issue } = only;
  const within = withinOf(only);
  const about = (...names: readonly (string | null)[]): boolean => party === undefined || names.includes(party);
  const wide = issue === undefined;
  const lines = kept(
    record.lines.filter((l) => about(l.holder) && (wide || l.issue === issue)).map((line) => lineWithin(line, within)),
  );
  const ids = new Set(lines.map((l) => l.id));
  return {
    ...record,
    lines,
    talks: wide
      ? kept(record.talks.filter((t) => about(...t.participants, ...t.mediators)).map((t) => talkWithin(t, within)))
      : [],
    happenings: wide
      ? kept(
          record.happenings
            .filter((h) => about(...[...h.actors, ...h.targets].map((a) => a.name)))
            .map((h) => happeningWithin(h, within)),
        )
      : [],
    disputes: wide
      ? record.disputes
          .filter((d) => about(...d.accounts.map((a) => a.party)))
          .map((d) => ({
            ...d,
            accounts: d.accounts
              .map((a) => ({ ...a, evidence: some(a.evidence, within) }))
              .filter((a) => a.evidence.length > 0),
            figures: figuresWithin(d.figures, within),
          }))
          .filter((d) => d.accounts.length > 0 || d.figures.length > 0)
      : [],
    stickingPoints: kept(
      record.stickingPoints.filter((s) => wide || s.issue === issue).map((s) => stickingFor(s, party, ids, within)),
    ),
    agreed: record.agreed
      .filter((a) => about(...a.parties) && (wide || a.issue === issue))
      .map((a) => ({ ...a, evidence: some(a.evidence, within) }))
      .filter((a) => a.evidence.length > 0),
    unanswered: record.unanswered.filter((u) => ids.has(u.line) && within(u.point.day)),
    wordsAndDeeds: wide ? record.wordsAndDeeds.filter((w) => about(w.party) && within(w.week)) : [],
    // What was done after a word within the period may be of a day behind it.
    undertakings: wide ? (record.undertakings ?? []).filter((u) => ids.has(u.line) && within(u.point.day)) : [],
  };
}
