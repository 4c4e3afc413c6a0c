/**
 * Short reports on conflicts and parties that nobody has heard of (eval/unheard): three to nine sentences each, in the manner of
 * agencies, relief bulletins, local papers, press statements and live pages. All are our own, and so are their names; each file
 * holds the report beside what a careful reader records of it by docs/codebook.md. A third is kept aside.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../src/record.ts';
import { type GoldReading, parseGold, partyOf } from './gold.ts';
import { sameName } from './likeness.ts';
import type { Tally } from './tally.ts';

export interface Unheard {
  readonly golds: readonly GoldReading[];
  /** The reports, each a line of JSON as ingest takes it in. */
  lines(): AsyncGenerator<Uint8Array>;
}

/** All of a folder, by name. */
export function readUnheard(folder: string): Unheard {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const json = readFileSync(join(folder, name), 'utf8');
      const raw = JSON.parse(json);
      const text: string = raw.report.join('\n\n');
      return { gold: parseGold(json, text, { name, path: `eval/unheard/${name}`, aside: raw.aside }), raw, text };
    });
  return {
    golds: all.map((x) => x.gold),
    async *lines() {
      for (const { raw, text } of all) yield Buffer.from(`${JSON.stringify({ text, published: raw.published })}\n`);
    },
  };
}

/** The parties that a reading speaks of: its speakers', its holders' and those of whomever it names. */
function partiesOf(reading: Pick<Reading, 'statements' | 'positions' | 'referents'>): ReadonlySet<string> {
  const named = [
    ...reading.statements.map((s) => s.speaker.party),
    ...reading.positions.map((p) => p.holder),
    ...reading.referents.map((r) => r.party),
  ];
  return new Set(named.flatMap((name) => name?.split(' and ') ?? []));
}

/** Counts the parties found, of those that there are, by how many were read. */
export function scoreParties(
  gold: GoldReading,
  reading: Pick<Reading, 'statements' | 'positions' | 'referents'> | null,
  tally: Tally,
): void {
  const read = new Set([...(reading ? partiesOf(reading) : [])].map((name) => partyOf(gold, name)));
  const found = [...gold.parties.keys()].filter((party) => [...read].some((name) => sameName(party, name)));
  tally.find('parties', found.length, gold.parties.size, Math.max(found.length, read.size));
}
