import type { Block, Mention, Reading, Referent, Repeat, Span, Statement } from '../record.ts';
import { overlaps } from '../text/span.ts';

/** Which part of a statement covers a place. */
export type Part = 'content' | 'cue' | 'speaker';

/** Every record of a reading that covers a place, in order of position. */
export interface Covering {
  readonly blocks: readonly Block[];
  readonly repeats: readonly Repeat[];
  readonly mentions: readonly Mention[];
  /** Whom those mentions, and the speakers of those statements, stand for. */
  readonly referents: readonly Referent[];
  readonly statements: readonly { readonly statement: Statement; readonly parts: readonly Part[] }[];
}

/** Finds the records that cover any part of a place. */
export function covering(reading: Reading, place: Span): Covering {
  const here = (s: Span | null): boolean => s !== null && overlaps(s, place);
  const mentions = reading.mentions.filter((m) => here(m.span));
  const statements = reading.statements.flatMap((statement) => {
    const parts: Part[] = [];
    if (statement.content.some(here)) parts.push('content');
    if (here(statement.cue)) parts.push('cue');
    if (here(statement.speaker.span)) parts.push('speaker');
    return parts.length > 0 ? [{ statement, parts }] : [];
  });
  const ids = new Set([
    ...mentions.map((m) => m.referent),
    ...statements.filter((s) => s.parts.includes('speaker')).map((s) => s.statement.speaker.referent),
  ]);
  return {
    blocks: reading.blocks.filter((b) => here(b.span)),
    repeats: reading.repeats.filter((r) => here(r.span) || here(r.of)),
    mentions,
    referents: reading.referents.filter((r) => ids.has(r.id)),
    statements,
  };
}
