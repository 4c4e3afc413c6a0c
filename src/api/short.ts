/** Entries with as much of their evidence as a list or a map shows. */
import type { Actor, CaseDispute, Evidence, Happening, PositionLine, TalkLife } from '../case.ts';

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
