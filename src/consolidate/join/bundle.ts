import type { EntryKind, Evidence, Judgement, Support } from '../../case.ts';
import { idOf } from '../../text/digest.ts';
import { compare } from '../family.ts';
import { idsAfterMerges } from '../judgements.ts';
import { byEvidence, countOriginators, supportOf } from '../support.ts';

/** Anything that rests on one item. */
export interface Grounded {
  readonly evidence: Evidence;
  /** Told apart from others that rest on the same item. */
  readonly mark?: string | null;
}

/** What is told by more reports than are listed, in numbers. */
export interface Rest {
  readonly reports: number;
  readonly outlets: readonly string[];
  readonly originators: readonly string[];
  readonly copies: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** What several reports tell of one thing. */
export interface Bundle<T extends Grounded> {
  /** In the order of `byEvidence`; each of another report, unless a user joined them. */
  readonly told: readonly T[];
  /** Of those beyond the longest list that is kept; `null` for none. */
  readonly rest: Rest | null;
}

export const byGrounded = (a: Grounded, b: Grounded): number =>
  byEvidence(a.evidence, b.evidence) || compare(a.mark ?? '', b.mark ?? '');

export const bundleOf = <T extends Grounded>(told: readonly T[]): Bundle<T> => ({
  told: [...told].sort(byGrounded),
  rest: null,
});

/** Keeps the first `most` and counts the others: what is told again for years must not grow for ever. */
export function shortened<T extends Grounded>(bundle: Bundle<T>, most: number): Bundle<T> {
  if (bundle.told.length <= most) return bundle;
  const left = bundle.told.slice(most).map(({ evidence }) => evidence);
  const { reports, copies, first, last } = supportOf(left);
  const outlets = [...new Set(left.flatMap(({ outlet }) => outlet ?? []))].sort(compare);
  const originators = [...new Set(left.map(({ originator }) => originator))].sort(compare);
  return { told: bundle.told.slice(0, most), rest: { reports, outlets, originators, copies, first, last } };
}

export function joinedBundles<T extends Grounded>(bundles: readonly Bundle<T>[]): Bundle<T> {
  const rests = bundles.flatMap(({ rest }) => rest ?? []);
  return {
    told: bundles.flatMap(({ told }) => told).sort(byGrounded),
    rest: rests.length === 0 ? null : rests.reduce(sumOfRests),
  };
}

const sumOfRests = (a: Rest, b: Rest): Rest => ({
  reports: a.reports + b.reports,
  outlets: [...new Set([...a.outlets, ...b.outlets])].sort(compare),
  originators: [...new Set([...a.originators, ...b.originators])].sort(compare),
  copies: a.copies + b.copies,
  first: a.first === null || (b.first !== null && b.first < a.first) ? b.first : a.first,
  last: a.last === null || (b.last !== null && b.last > a.last) ? b.last : a.last,
});

/** The support of a bundle: what is listed, and the numbers of the rest. */
export function supportOfBundle(evidence: readonly Evidence[], rest: Rest | null): Support {
  const support = supportOf(evidence);
  if (!rest) return support;
  const outlets = new Set([...evidence.flatMap(({ outlet }) => outlet ?? []), ...rest.outlets]);
  const days = [support.first, support.last, rest.first, rest.last].filter((day) => day !== null).sort(compare);
  return {
    reports: support.reports + rest.reports,
    outlets: outlets.size,
    originators: countOriginators([...evidence.map(({ originator }) => originator), ...rest.originators]),
    copies: support.copies + rest.copies,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
  };
}

/** A bundle under its id. */
export interface Named<T extends Grounded> {
  readonly id: string;
  readonly bundle: Bundle<T>;
}

const entryId = (kind: EntryKind, { evidence, mark }: Grounded): string =>
  idOf(kind, evidence.report, evidence.item, mark ?? '');

/**
 * Bundles under their ids, merged and split as the ledger says. An id is that of the first item told, so it stays while
 * later reports come. A judgement finds its entry by the id of any item in it, and an entry keeps the id by which it was
 * judged, so both hold when an earlier report comes, or two entries become one. `ledger`: what stands, in order of time.
 */
export function judgedBundles<T extends Grounded>(
  kind: EntryKind,
  bundles: readonly Bundle<T>[],
  ledger: readonly Judgement[],
): readonly Named<T>[] {
  const judgedId = judgedIds(kind, ledger);
  const named = bundles.map((bundle) => ({ id: idOfBundle(kind, bundle, judgedId), bundle }));
  const about = ledger.filter(
    ({ action }) =>
      (action.do === 'merge' && action.targets.every((target) => target.kind === kind)) ||
      (action.do === 'split' && action.target.kind === kind),
  );
  if (about.length === 0) return named.sort((a, b) => compare(a.id, b.id));

  const whole = new Map<string, Named<T>>();
  const put = (entry: Named<T>): void => {
    for (const told of entry.bundle.told) whole.set(entryId(kind, told), entry);
  };
  for (const entry of named) put(entry);
  const finalId = idsAfterMerges(about, kind);
  for (const { action } of about) {
    if (action.do === 'merge') {
      const found = [...new Set(action.targets.flatMap(({ id }) => whole.get(id) ?? []))];
      if (found.length < 2) continue;
      put({ id: finalId(action.targets[0]!.id), bundle: joinedBundles(found.map(({ bundle }) => bundle)) });
    } else if (action.do === 'split') {
      const entry = whole.get(action.target.id);
      if (entry) for (const piece of pieces(kind, entry, action.away)) put(piece);
    }
  }
  return [...new Set(whole.values())].sort((a, b) => compare(a.id, b.id));
}

/** When an id was judged: the place in the ledger of the last judgement that decides of it, else of the first that names it. */
type Judged = ReadonlyMap<string, { readonly decided: number; readonly named: number }>;

function judgedIds(kind: EntryKind, ledger: readonly Judgement[]): Judged {
  const found = new Map<string, { decided: number; named: number }>();
  for (const [at, { action }] of ledger.entries()) {
    if (action.do === 'undo') continue;
    for (const { kind: its, id, report } of action.do === 'merge' ? action.targets : [action.target]) {
      if (its !== kind || report !== null) continue;
      const known = found.get(id) ?? { decided: -1, named: at };
      found.set(id, action.do === 'accept' || action.do === 'reject' ? { ...known, decided: at } : known);
    }
  }
  return found;
}

/** The id of a bundle: the one on which was last decided, else the one first judged, else that of the first item told. */
function idOfBundle<T extends Grounded>(kind: EntryKind, { told }: Bundle<T>, judgedId: Judged): string {
  const own = entryId(kind, told[0]!);
  if (judgedId.size === 0) return own;
  const ids = told.map((one) => entryId(kind, one)).filter((id) => judgedId.has(id));
  const [first] = ids.sort((a, b) => {
    const [one, other] = [judgedId.get(a)!, judgedId.get(b)!];
    return other.decided - one.decided || one.named - other.named;
  });
  return first ?? own;
}

/** An entry without the items that do not belong to it, and these as one of their own. */
function pieces<T extends Grounded>(kind: EntryKind, entry: Named<T>, away: readonly string[]): readonly Named<T>[] {
  const gone = entry.bundle.told.filter(({ evidence }) => away.includes(evidence.item));
  const left = entry.bundle.told.filter(({ evidence }) => !away.includes(evidence.item));
  if (gone.length === 0 || left.length === 0) return [entry];
  // An entry keeps its id where that is not the id of what goes.
  const keeps = !gone.some((told) => entryId(kind, told) === entry.id);
  return [
    { id: keeps ? entry.id : entryId(kind, left[0]!), bundle: { told: left, rest: entry.bundle.rest } },
    { id: entryId(kind, gone[0]!), bundle: bundleOf(gone) },
  ];
}
