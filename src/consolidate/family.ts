import type { Item, Judgement, Thread } from '../case.ts';

/** A part as a store kept it. */
export interface PartResult {
  readonly key: string;
  /** What `part` gave, through JSON. */
  readonly result: unknown;
}

/**
 * How one kind of entry is made of items. Each folder of `src/consolidate/` has one, exported from the file that bears
 * the folder's name: `events/events.ts` exports `events: Family`, or where it needs data `eventsFamily(data): Family`.
 *
 * All functions are pure, and none looks at the order of what it is given: `consolidation.ts` hands over items in the
 * order of `byItem` and parts in the order of their keys, each once.
 */
export interface Family {
  /** What its keys begin with, up to the first slash: `position`, `actor`, `talk`, `event`, `dispute`, `deeds`. */
  readonly prefix: string;
  /** The keys of its parts that an item belongs to, each beginning with `prefix/`; none for items of other kinds. */
  partsOf(item: Item): readonly string[];
  /** What a part yields, as plain JSON: no `undefined`, no maps, no dates. */
  part(key: string, items: readonly Item[]): unknown;
  /** The key of the thread of a part; begins with `prefix/` too. */
  threadOf(part: string): string;
  /**
   * The entries of a thread. `ledger` holds all judgements in order of time, undone ones and their undoing left out.
   * `parts` may come from several threads where a judgement joins entries of them.
   */
  thread(key: string, parts: readonly PartResult[], ledger: readonly Judgement[]): Thread;
}

/** A piece of a key: keys are pieces joined by slashes, so a slash within a piece is written `%2F`. */
export const keyPiece = (piece: string): string => piece.replaceAll('%', '%25').replaceAll('/', '%2F');

/** Joins pieces to a key. */
export const keyOf = (...pieces: readonly string[]): string => pieces.map(keyPiece).join('/');

/** The pieces of a key, the prefix first. */
export const piecesOf = (key: string): readonly string[] =>
  key.split('/').map((piece) => piece.replaceAll('%2F', '/').replaceAll('%25', '%'));

/** The order in which items are handed to `Family.part`: by day, undated ones last, then by report and id. */
export const byItem = (a: Item, b: Item): number =>
  compare(a.report.day ?? '~', b.report.day ?? '~') ||
  compare(a.report.id, b.report.id) ||
  compare(a.kind, b.kind) ||
  compare(a.id, b.id);

/** By code units: the same on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
