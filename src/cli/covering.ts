import type {
  Block,
  Dispute,
  Event,
  Mention,
  Place,
  Position,
  Reading,
  Referent,
  Repeat,
  Span,
  Statement,
  Talk,
  Time,
} from '../record.ts';
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
  readonly positions: readonly Position[];
  readonly talks: readonly Talk[];
  readonly events: readonly Event[];
  readonly disputes: readonly Dispute[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
}

/** Where the words of a record's parts stand. */
const spansOf = (parts: readonly ({ readonly span: Span | null } | null)[]): (Span | null)[] =>
  parts.map((p) => p?.span ?? null);

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
    positions: reading.positions.filter((p) => [...p.content, p.holderSpan, p.condition, p.movementSpan].some(here)),
    talks: reading.talks.filter((t) =>
      [...t.evidence, ...spansOf([...t.named, t.place, t.when]), t.outcome].some(here),
    ),
    events: reading.events.filter((e) =>
      [...e.evidence, ...spansOf([...e.named, e.place, e.when, ...e.figures])].some(here),
    ),
    disputes: reading.disputes.filter((d) => d.sides.some((s) => s.content.some(here))),
    times: reading.times.filter((t) => here(t.span)),
    places: reading.places.filter((p) => p.spans.some(here)),
  };
}
