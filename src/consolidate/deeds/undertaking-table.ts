import type { EventType } from '../../record.ts';
import { type SubjectLexicon, stemsOf } from '../positions/subject.ts';

/** Which deeds are on an issue. */
export interface DeedsOn {
  readonly types: ReadonlySet<EventType>;
  /** Stems of which a deed's own words have one; `null` where all deeds of these types are on it. */
  readonly stems: ReadonlySet<string> | null;
}

/** By issue; what is not in it has no deeds. */
export type UndertakingTable = ReadonlyMap<string, DeedsOn>;

export class UndertakingTableError extends Error {
  override readonly name = 'UndertakingTableError';
}

const FILE = 'data/taxonomies/undertakings.yaml';

/** @throws {UndertakingTableError} where an entry is of another form, or names a type that `types` lacks. */
export function parseUndertakingTable(
  raw: unknown,
  types: readonly EventType[],
  lexicon: SubjectLexicon,
): UndertakingTable {
  const fault = (issue: string, what: string) => new UndertakingTableError(`${FILE}, ${issue}: ${what}`);
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw fault('the file', 'must hold an entry for each issue. Write it so.');
  const table = new Map<string, DeedsOn>();
  for (const [issue, entry] of Object.entries(raw as Readonly<Record<string, unknown>>)) {
    const { deeds, words } = (entry ?? {}) as { readonly deeds?: unknown; readonly words?: unknown };
    if (!Array.isArray(deeds) || deeds.length === 0 || !deeds.every((one) => types.includes(one as EventType)))
      throw fault(issue, `"deeds" must list types of ${types.join(', ')}. Correct it.`);
    if (words !== undefined && (typeof words !== 'string' || words.trim() === ''))
      throw fault(issue, '"words" must be words parted by commas. Write it so, or leave it out.');
    table.set(issue, {
      types: new Set(deeds as EventType[]),
      stems: words === undefined ? null : stemsOf(words, lexicon),
    });
  }
  return table;
}
