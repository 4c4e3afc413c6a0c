import type { Context } from './context.ts';
import type { Entity } from './entities.ts';
import type { Phrase } from './phrases.ts';

/** One place where something was spoken of, as later pronouns see it. */
export interface Seen {
  readonly entity: Entity;
  readonly at: number;
  readonly sentence: number;
  /** Whether it is the subject of a verb, or of a verb of saying. */
  readonly subject: boolean;
  readonly speaker: boolean;
  readonly quote: number;
  /** Whether it stands inside another phrase, or after a preposition. */
  readonly inner: boolean;
  readonly block: number;
  /** Whether a paragraph begins with it. */
  readonly opens: boolean;
}

/** What has been spoken of so far, while a report is read from beginning to end. */
export interface Memory {
  readonly context: Context;
  readonly seen: Seen[];
  /** Roles that stand beside a name: "Halvia's foreign minister, Aldren Voss". */
  readonly apposed: ReadonlyMap<Phrase, Entity>;
}

/** How many earlier mentions are looked at, so that the work grows with the text and no faster. */
export const WINDOW = 60;

/** The last thing spoken of that fits. */
export function back(memory: Memory, test: (entity: Entity) => boolean, window = WINDOW): Entity | null {
  const { seen } = memory;
  for (let k = seen.length - 1; k >= 0 && k > seen.length - window * 3; k--)
    if (test(seen[k]!.entity)) return seen[k]!.entity;
  return null;
}
