/** Entries with as much of their evidence as a list or a map shows. */
import type { Actor, CaseDispute, Evidence, Happening, Item, PositionLine, TalkLife } from '../case.ts';
import type { Matrix, Overview } from '../store/store.ts';

type Entry = PositionLine | TalkLife | Happening | CaseDispute | Actor;

/** The first, and one that shows that it is not told by one side alone, where there is one. */
function few(evidence: readonly Evidence[]): readonly Evidence[] {
  const [first] = evidence;
  if (!first || first.by === null) return evidence.slice(0, 1);
  const other = evidence.find((one) => one.by === null || one.by.party !== first.by!.party);
  return other ? [first, other] : [first];
}

/** An entry in short: the same fields, most of the evidence left out. It is whole at its own address. */
export function shortEntry(entry: Entry): Entry {
  if ('actors' in entry) {
    const named = (all: Happening['actors']): Happening['actors'] => all.map(({ name }) => ({ name, evidence: [] }));
    const { evidence, actors, targets } = entry;
    return {
      ...entry,
      evidence: few(evidence),
      background: [],
      figures: [],
      actors: named(actors),
      targets: named(targets),
    };
  }
  if ('steps' in entry)
    return {
      ...entry,
      evidence: few(entry.evidence),
      steps: entry.steps.slice(-1).map((s) => ({ ...s, evidence: [] })),
    };
  if ('accounts' in entry)
    return { ...entry, accounts: entry.accounts.map((a) => ({ ...a, evidence: few(a.evidence) })), figures: [] };
  return entry;
}

/** The report that holds the evidence which is shown first; `null` where there is none, as for actors. */
export function firstReport(entry: Entry | Item): string | null {
  if ('spans' in entry) return entry.report.id;
  const [first] =
    'points' in entry
      ? entry.now.evidence
      : 'accounts' in entry
        ? entry.accounts.flatMap((a) => a.evidence)
        : 'actors' in entry
          ? [...entry.evidence, ...entry.background]
          : 'steps' in entry
            ? entry.evidence
            : [];
  return first?.report ?? null;
}

/** So many of a line's points are shown at first. */
const POINTS = 30;

/** A line with its newest points; `earlier` counts what is left out. Undated points are the last. */
export function shortLine(line: PositionLine): PositionLine {
  const { points } = line;
  if (points.length <= POINTS) return line;
  const dated = points.filter(({ day }) => day !== null);
  // Without a day nothing is newer than anything else: half the place at most, unless the dated ones leave more.
  const undated = points.filter(({ day }) => day === null).slice(0, Math.max(POINTS / 2, POINTS - dated.length));
  const shown = [...dated.slice(-(POINTS - undated.length)), ...undated];
  return { ...line, points: shown, earlier: line.earlier + points.length - shown.length };
}

/** An entry as a printed line says it: what stands now, with all its sources; nothing of how it came to that. */
export function briefEntry(entry: Entry): Entry {
  if ('points' in entry)
    return {
      ...entry,
      points: [],
      claimed: [],
      observed: entry.observed.slice(-1),
      split: [],
      scopes: [],
      earlier: entry.earlier + entry.points.length,
    };
  if ('accounts' in entry) return { ...entry, figures: [] };
  const short = shortEntry(entry);
  if ('actors' in short && 'actors' in entry) {
    const figures = entry.figures.map((f) => ({ ...f, told: f.told.slice(-1) }));
    return { ...short, evidence: entry.evidence, figures };
  }
  if ('steps' in short && 'steps' in entry) return { ...short, evidence: entry.evidence };
  return short;
}

/** So many weeks does the first view show. */
const WEEKS = 16;

/**
 * What stands at a glance, without the evidence behind it: every line of it opens on its entry, which is whole at its own
 * address. Words and deeds of the last weeks alone.
 */
export function shortOverview(whole: Overview): Overview {
  const weeks = new Set([...new Set(whole.wordsAndDeeds.map((r) => r.week))].sort().slice(-WEEKS));
  const pair = <T extends { readonly evidence: readonly Evidence[] }>(p: T): T => ({ ...p, evidence: [] });
  return {
    ...whole,
    stickingPoints: whole.stickingPoints.map((s) => ({
      ...s,
      reasons: s.reasons.slice(0, 1),
      opposed: s.opposed.map(pair),
      blocked: s.blocked.map(pair),
    })),
    agreed: whole.agreed.map((a) => ({ ...a, evidence: a.evidence.slice(0, 1) })),
    unanswered: whole.unanswered.map((u) => ({ ...u, point: { ...u.point, evidence: few(u.point.evidence) } })),
    nextTalks: whole.nextTalks.map((t) => shortEntry(t) as TalkLife),
    latestTalks: whole.latestTalks.map((t) => shortEntry(t) as TalkLife),
    openDisputes: whole.openDisputes.map((d) => ({
      ...(shortEntry(d) as CaseDispute),
      figures: d.figures.map((f) => ({ ...f, told: f.told.slice(-1) })),
    })),
    wordsAndDeeds: whole.wordsAndDeeds.filter((r) => weeks.has(r.week)),
  };
}

/** The table of positions with the columns of these parties alone; its list of parties stays whole. */
export const matrixOfParties = (matrix: Matrix, parties: readonly string[]): Matrix => {
  const wanted = new Set(parties);
  return { ...matrix, cells: matrix.cells.filter((c) => wanted.has(c.holder)) };
};
