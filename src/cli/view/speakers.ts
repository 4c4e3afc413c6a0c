import { oneLine } from '../../export/harmless.ts';
import type { Document, Reading, Statement } from '../../record.ts';
import { slice } from '../../text/span.ts';

/** Somebody who speaks in a report. */
export interface Voice {
  readonly name: string;
  readonly role: string | null;
  readonly party: string | null;
  readonly statements: number;
}

/** A side, and who speaks for it; `party` is `null` for those who speak for none. */
export interface Side {
  readonly party: string | null;
  readonly voices: readonly Voice[];
  readonly statements: number;
}

/** How a statement's speaker is called: the resolved name, or else the words that name the source. */
export function speakerName(document: Document, statement: Statement): string | null {
  const { name, span } = statement.speaker;
  return name ?? (span ? oneLine(slice(document.text, span)) : null);
}

/**
 * The sides of a report in order of how much they say, and in order of appearance among equals; those without a party
 * come last. Within a side, voices are in the same order.
 */
export function sidesOf(document: Document, reading: Reading): readonly Side[] {
  const roles = new Map(reading.referents.map((r) => [r.id, r.role]));
  const sides = new Map<string | null, Map<string, { -readonly [K in keyof Voice]: Voice[K] }>>();
  for (const statement of reading.statements) {
    const name = speakerName(document, statement);
    if (name === null) continue;
    const { party, referent } = statement.speaker;
    const voices = sides.get(party) ?? new Map<string, { -readonly [K in keyof Voice]: Voice[K] }>();
    sides.set(party, voices);
    const key = referent ?? name.toLowerCase();
    const voice = voices.get(key);
    if (voice) voice.statements++;
    else voices.set(key, { name, role: referent ? (roles.get(referent) ?? null) : null, party, statements: 1 });
  }
  return [...sides]
    .map(([party, voices]) => ({
      party,
      voices: [...voices.values()].sort((a, b) => b.statements - a.statements),
      statements: [...voices.values()].reduce((n, v) => n + v.statements, 0),
    }))
    .sort((a, b) => Number(a.party === null) - Number(b.party === null) || b.statements - a.statements);
}
