import type { EntryKind, Item, ItemKind, JudgedItems, Judgement, Target } from '../case.ts';
import { isOfRecord } from './editable.ts';
import { compare } from './family.ts';

type Action = Judgement['action'];
type Doing<K extends Action['do']> = Judgement & { readonly action: Extract<Action, { readonly do: K }> };

/** Kinds that only items have; `talk` and `dispute` are entries too, and mean an item where a report stands beside. */
const ONLY_ITEMS: readonly string[] = ['statement', 'position', 'event'] satisfies ItemKind[];

const meansItem = ({ kind, report }: Target): boolean => report !== null || ONLY_ITEMS.includes(kind);

const standingOf = new WeakMap<readonly Judgement[], readonly Judgement[]>();

/**
 * The judgements that stand, in order of time: undone ones and their undoing are left out, and what an undone undoing
 * took away is there again. The same in whatever order the ledger is given.
 */
export function standing(ledger: readonly Judgement[]): readonly Judgement[] {
  const known = standingOf.get(ledger);
  if (known) return known;
  const all = [...new Map(ledger.map((judgement) => [judgement.id, judgement])).values()];
  all.sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  const undone = new Set<string>();
  for (const { id, action } of [...all].reverse()) {
    if (action.do === 'undo' && !undone.has(id)) undone.add(action.judgement);
  }
  const left = all.filter(({ id, action }) => action.do !== 'undo' && !undone.has(id));
  standingOf.set(ledger, left);
  standingOf.set(left, left);
  return left;
}

const does = <K extends Action['do']>(kind: K, judgement: Judgement): judgement is Doing<K> =>
  judgement.action.do === kind;

// ------------------------------------------------------------------------------------------------ items

/**
 * Items as the ledger leaves them. A judgement finds its item by the id, else by the report and the exact words, where
 * these belong to one item alone; one about a report of these items that finds none is lost.
 */
export function judged(items: readonly Item[], ledger: readonly Judgement[]): JudgedItems {
  const about = standing(ledger).filter(
    (judgement): judgement is Doing<'accept' | 'reject' | 'edit'> =>
      (does('accept', judgement) || does('reject', judgement) || does('edit', judgement)) &&
      meansItem(judgement.action.target),
  );
  if (about.length === 0) return { items, lost: [] };
  const left = new Map(items.map((item) => [placeOf(item), item]));
  const reports = new Set(items.map((item) => item.report.id));
  const lost: string[] = [];
  const rejected = new Set<string>();
  for (const { id, action } of about) {
    const { target } = action;
    // Of a report that now has no items at all, the judgements are lost as well.
    if (items.length > 0 && target.report !== null && !reports.has(target.report)) continue;
    const found = anchor(items, target);
    if (!found) {
      lost.push(id);
      continue;
    }
    const key = placeOf(found);
    const item = left.get(key)!;
    if (action.do === 'reject') rejected.add(key);
    else rejected.delete(key);
    if (action.do === 'accept') left.set(key, { ...item, accepted: true });
    if (action.do === 'edit') left.set(key, edited(item, action.set));
  }
  return { items: [...left].flatMap(([key, item]) => (rejected.has(key) ? [] : [item])), lost };
}

const placeOf = ({ kind, id, report }: Item): string => `${report.id} ${kind} ${id}`;

/** The item a target means among those of its kind; `null` where none or more than one could be meant. */
function anchor(items: readonly Item[], { kind, id, report, words }: Target): Item | null {
  const ofKind = items.filter((item) => item.kind === kind && (report === null || item.report.id === report));
  const byId = ofKind.find((item) => item.id === id);
  if (byId) return byId;
  if (report === null || words === null) return null;
  const byWords = ofKind.filter((item) => item.words === words);
  return byWords.length === 1 ? byWords[0]! : null;
}

function edited(item: Item, set: Readonly<Record<string, unknown>>): Item {
  const fields = Object.entries(set).filter(([field]) => isOfRecord(item.kind, field));
  const by = sayerAfter(item, set);
  // Set fields were checked where the judgement was taken in; here they only may not reach other fields.
  return { ...item, by, accepted: true, record: { ...item.record, ...Object.fromEntries(fields) } } as Item;
}

/** `speaker` and `party` of an edit say who says it. */
function sayerAfter({ by }: Item, set: Readonly<Record<string, unknown>>): Item['by'] {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  if (!('speaker' in set || 'party' in set)) return by;
  return {
    name: 'speaker' in set ? text(set['speaker']) : (by?.name ?? null),
    party: 'party' in set ? text(set['party']) : (by?.party ?? null),
  };
}

// ------------------------------------------------------------------------------------------------ entries

/**
 * The id under which an entry stands after all merges: that of the first target, or of what that was merged into.
 * An entry that no merge names keeps its own.
 */
export function idsAfterMerges(ledger: readonly Judgement[], kind: EntryKind): (id: string) => string {
  return joined(
    standing(ledger).flatMap((judgement) =>
      does('merge', judgement) && judgement.action.targets.every((target) => target.kind === kind)
        ? [judgement.action.targets.map((target) => target.id)]
        : [],
    ),
  );
}

const joinsOf = new WeakMap<readonly Judgement[], (thread: string) => string>();

/** The thread that a thread is part of after all merges: that of the first target. */
export function threadAfterMerges(ledger: readonly Judgement[]): (thread: string) => string {
  let known = joinsOf.get(ledger);
  if (!known) {
    known = joined(
      standing(ledger).flatMap((judgement) =>
        does('merge', judgement) ? [judgement.action.targets.flatMap((target) => target.thread ?? [])] : [],
      ),
    );
    joinsOf.set(ledger, known);
  }
  return known;
}

/** What is said to be away from an entry, by the entry's id: ids of items, or names of an actor. */
export function splitsOf(ledger: readonly Judgement[], kind: EntryKind): ReadonlyMap<string, readonly string[]> {
  const splits = new Map<string, string[]>();
  for (const judgement of standing(ledger)) {
    if (!does('split', judgement) || judgement.action.target.kind !== kind) continue;
    const { target, away } = judgement.action;
    splits.set(target.id, [...new Set([...(splits.get(target.id) ?? []), ...away])].sort());
  }
  return splits;
}

/** Entries (`kind id`) that a user rejected and nobody accepted since. */
export function rejectedEntries(ledger: readonly Judgement[]): ReadonlySet<string> {
  const rejected = new Set<string>();
  for (const judgement of standing(ledger)) {
    const { action } = judgement;
    if ((action.do !== 'reject' && action.do !== 'accept') || meansItem(action.target)) continue;
    const entry = `${action.target.kind} ${action.target.id}`;
    if (action.do === 'reject') rejected.add(entry);
    else rejected.delete(entry);
  }
  return rejected;
}

/** Entries (`kind id`) that a user accepted and nobody rejected since, with the items they rested on; `null`: not known. */
export function acceptedEntries(ledger: readonly Judgement[]): ReadonlyMap<string, ReadonlySet<string> | null> {
  const accepted = new Map<string, ReadonlySet<string> | null>();
  for (const { action } of standing(ledger)) {
    if ((action.do !== 'reject' && action.do !== 'accept') || meansItem(action.target)) continue;
    const { kind, id, items } = action.target;
    const entry = `${kind} ${id}`;
    if (action.do === 'reject') accepted.delete(entry);
    else
      accepted.set(
        entry,
        items && accepted.get(entry) !== null ? new Set([...items, ...(accepted.get(entry) ?? [])]) : null,
      );
  }
  return accepted;
}

/** From each name to the first of its group, groups that share a name joined in order. */
function joined(groups: readonly (readonly string[])[]): (name: string) => string {
  const up = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = up.get(root); next !== undefined; next = up.get(root)) root = next;
    return root;
  };
  for (const [first, ...others] of groups) {
    if (first === undefined) continue;
    const root = rootOf(first);
    for (const other of others) {
      const its = rootOf(other);
      if (its !== root) up.set(its, root);
    }
  }
  return rootOf;
}
