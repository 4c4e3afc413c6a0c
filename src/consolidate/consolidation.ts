import type { Consolidation, EntryRow, Item, PositionLine, Whole } from '../case.ts';
import { withAccepted } from './accepted.ts';
import { actorsFamily } from './actors/actors.ts';
import { changesBetween } from './changes.ts';
import type { UndertakingTable } from './deeds/undertaking-table.ts';
import { undertakingsIn } from './deeds/undertakings.ts';
import { byItem, compare, type Family } from './family.ts';
import { itemsOf } from './items.ts';
import { acceptedEntries, judged, rejectedEntries, standing, threadAfterMerges } from './judgements.ts';
import type { NameLexicon } from './names/lexicon.ts';
import { positionsFamily } from './positions/positions.ts';
import type { SubjectLexicon } from './positions/subject.ts';
import { wholeOf } from './whole/whole.ts';
import type { Wording } from './wording.ts';

/** What consolidation is made of: data, and the families that stand in folders of their own. */
export interface ConsolidationOptions {
  /** A mark of the program and its data: what was made with another is made again. */
  readonly version: string;
  readonly names: NameLexicon;
  readonly subjects: SubjectLexicon;
  /** Words that join a condition (`only if`, `unless`), the longest first. */
  readonly joining: readonly string[];
  readonly words: Wording;
  /** What an issue is called in a sentence; its code where this says nothing. */
  readonly issueNames?: ReadonlyMap<string, string>;
  /** Which deeds are on which issue: those that are set beside what was said on it. None where it is left out. */
  readonly undertakings?: UndertakingTable;
  /** Of talks, events, disputes, words and deeds. */
  readonly families: readonly Family[];
}

/** A key that belongs to no family; only a store that was made by another version can hold one. */
export class UnknownKeyError extends Error {
  override readonly name = 'UnknownKeyError';
}

/**
 * Puts the families together: each key goes to the family that its first piece names. What a family is given is always
 * in one order, so that none can depend on the order of arrival.
 */
export function createConsolidation(options: ConsolidationOptions): Consolidation {
  const { version, subjects, words } = options;
  const families = [positionsFamily(subjects), actorsFamily(options.names), ...options.families];
  const byPrefix = new Map(families.map((family) => [family.prefix, family]));
  const familyOf = (key: string): Family => {
    const family = byPrefix.get(key.slice(0, Math.max(0, key.indexOf('/'))));
    if (family) return family;
    throw new UnknownKeyError(`No kind of entry has the key "${key}". Consolidate the case anew.`);
  };
  return {
    version,
    itemsOf: (reading, text, file, originOf, originalOf) =>
      itemsOf(reading, text, file, originOf, originalOf, options.joining),
    judged,
    partsOf: (item) => families.flatMap((family) => family.partsOf(item)),
    part: (key, items) => familyOf(key).part(key, inOrder(items)),
    threadOf(part, ledger = []) {
      const thread = familyOf(part).threadOf(part);
      return ledger.length === 0 ? thread : threadAfterMerges(ledger)(thread);
    },
    thread(key, parts, ledger) {
      const left = standing(ledger);
      const sorted = [...parts].sort((a, b) => compare(a.key, b.key));
      const { entries, ...counts } = familyOf(key).thread(key, sorted, left);
      const rejected = rejectedEntries(left);
      const accepted = acceptedEntries(left);
      const kept = rejected.size === 0 ? entries : entries.filter(({ kind, id }) => !rejected.has(`${kind} ${id}`));
      if (accepted.size === 0) return { entries: kept, ...counts };
      const judgedRight = (row: EntryRow): EntryRow => {
        const items = accepted.get(`${row.kind} ${row.id}`);
        return items === undefined ? row : withAccepted(row, items);
      };
      return { entries: kept.map(judgedRight), ...counts };
    },
    changes: (before, after) => changesBetween(before, after, words, (code) => options.issueNames?.get(code) ?? code),
    undertakings: (lines, happenings) => undertakingsIn(lines, happenings, options.undertakings ?? new Map(), subjects),
    whole: (lines: readonly PositionLine[]): Whole => wholeOf(lines, subjects, words),
  };
}

/** Each item once, in the order of `byItem`. */
function inOrder(items: readonly Item[]): readonly Item[] {
  const sorted = [...items].sort(byItem);
  return sorted.filter((item, i) => i === 0 || byItem(sorted[i - 1]!, item) !== 0);
}
