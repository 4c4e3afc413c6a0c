/** Scores the statements and repeats of one reading against a gold reading of the same report. */
import type { Reading, Statement } from '../src/record.ts';
import { type GoldReading, type GoldStatement, partyOf } from './gold.ts';
import { inCommon, lengthOfAll, likeness, listOf, pairs, sameName } from './likeness.ts';
import type { Tally } from './tally.ts';

/** A statement is found where its content shares this much with the gold content (Jaccard over code units). */
export const ENOUGH = 0.5;

/** What is compared of a statement that was found. */
export interface Agreement {
  readonly speaker: boolean;
  readonly party: boolean;
  readonly form: boolean;
  readonly act: boolean;
}

/** One gold statement beside the one read for it; either is `null` where it has no partner. */
export interface Compared {
  readonly gold: GoldStatement | null;
  readonly read: Statement | null;
  readonly agreement: Agreement | null;
}

/** What scoring needs of a reading. */
export type Scored = Pick<Reading, 'statements' | 'repeats'>;

const NOTHING: Scored = { statements: [], repeats: [] };

/** Sets each gold statement beside what was read; then what was read and is in no gold. */
export function compare(gold: GoldReading, reading: Scored | null): readonly Compared[] {
  const reads = (reading ?? NOTHING).statements;
  const found = pairs(gold.statements, reads, (g, r) => {
    const alike = likeness(g.content, r.content);
    return alike >= ENOUGH ? alike : 0;
  });
  const partner = new Map(found);
  const taken = new Set(partner.values());
  return [
    ...gold.statements.map((g, i): Compared => {
      const j = partner.get(i);
      if (j === undefined) return { gold: g, read: null, agreement: null };
      return { gold: g, read: reads[j]!, agreement: agreementOf(gold, g, reads[j]!) };
    }),
    ...reads.filter((_, j) => !taken.has(j)).map((read): Compared => ({ gold: null, read, agreement: null })),
  ];
}

/** The speaker is right by any of its names or by its words; a party, by the names the gold reading lists for it. */
function agreementOf(gold: GoldReading, g: GoldStatement, r: Statement): Agreement {
  const { names, span, party } = g.speaker;
  const touches = r.speaker.span !== null && span.length > 0 && inCommon(span, [r.speaker.span]) > 0;
  return {
    speaker: touches || names.some((name) => sameName(name, r.speaker.name)),
    party: party === null ? !r.speaker.party : sameName(partyOf(gold, party), partyOf(gold, r.speaker.party)),
    form: g.form === r.form,
    act: g.acts.includes(r.act),
  };
}

/** Adds one report to a tally. Without a reading, everything in the gold reading is missed. */
export function scoreReading(gold: GoldReading, reading: Scored | null, tally: Tally): readonly Compared[] {
  const compared = compare(gold, reading);
  const { statements, repeats } = reading ?? NOTHING;
  const agreements = compared.flatMap((c) => c.agreement ?? []);
  const joint = agreements.filter((a) => a.speaker && a.act).length;
  tally.find('statements', agreements.length, gold.statements.length, statements.length);
  tally.find('with speaker and act', joint, gold.statements.length, statements.length);
  for (const a of agreements) {
    tally.choose('speaker', a.speaker);
    tally.choose('party', a.party);
    tally.choose('form', a.form);
    tally.choose('act', a.act);
  }
  // Where the gold reading has no repeat it was not looked for, so one that is read counts neither way.
  if (gold.repeats.length > 0) {
    const spans = listOf(repeats).map((r) => r.span);
    tally.find('repeats', inCommon(gold.repeats, spans), lengthOfAll(gold.repeats), lengthOfAll(spans));
  }
  return compared;
}
