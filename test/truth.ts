/** The samples as a careful reader reads them: readings whose positions are those of examples/keld-strait/truth.json. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ReadReport } from '../src/consolidate/consolidate.ts';
import { ingest } from '../src/ingest/ingest.ts';
import type { Document, Movement, Position, Speaker, Stance, Voice } from '../src/record.ts';
import { idOf } from '../src/text/digest.ts';
import { find, readingOf } from './sample.ts';

const FOLDER = fileURLToPath(new URL('../examples/keld-strait/', import.meta.url));

interface Entry {
  readonly date: string;
  readonly report: string;
  readonly words: string;
}

export interface Truth {
  readonly reports: readonly { readonly id: string; readonly file: string; readonly line: number | null }[];
  readonly copies: readonly { readonly original: string; readonly copy: string }[];
  readonly spellings: readonly {
    readonly name: string;
    readonly variants: Readonly<Record<string, readonly string[]>>;
  }[];
  readonly positions: readonly {
    readonly party: string;
    readonly issues: readonly string[];
    readonly entries: readonly (Entry & {
      readonly stance: Stance;
      readonly condition: string | null;
      readonly voice: Voice;
      readonly movement: Movement | null;
    })[];
    readonly movement_said: readonly (Entry & { readonly by: string; readonly movement: Movement })[];
  }[];
}

export const TRUTH: Truth = JSON.parse(readFileSync(`${FOLDER}truth.json`, 'utf8'));

/** The sample reports by the ids of the truth. */
export async function sampleDocuments(): Promise<ReadonlyMap<string, Document>> {
  const documents = new Map<string, Document>();
  for await (const taken of ingest([`${FOLDER}reports`])) {
    if (!('document' in taken)) throw new Error('a sample could not be read');
    const { document } = taken;
    const { path, line } = document.origin;
    const known = TRUTH.reports.find((report) => path.endsWith(`/${report.file}`) && line === report.line);
    if (!known) throw new Error(`${path} is not in the truth`);
    documents.set(known.id, document);
  }
  return documents;
}

/** Readings of all samples that hold the positions of the truth, and who claims that they moved. */
export function truthfulReadings(documents: ReadonlyMap<string, Document>): readonly ReadReport[] {
  const positions = new Map<string, Position[]>();
  const add = (
    entry: Entry,
    more: Pick<Position, 'holder' | 'issues' | 'stance' | 'voice' | 'by'> & Partial<Position>,
  ): void => {
    const { text } = documents.get(entry.report)!;
    const its = positions.get(entry.report) ?? [];
    positions.set(entry.report, its);
    its.push({
      id: idOf(entry.report, entry.words, String(its.length)),
      holderSpan: null,
      content: [find(text, entry.words)],
      objects: [],
      condition: null,
      precondition: false,
      movement: null,
      movementSpan: null,
      statement: null,
      confidence: 1,
      made: [],
      ...more,
    });
  };
  for (const { party, issues, entries, movement_said } of TRUTH.positions) {
    for (const entry of entries) {
      const by: Speaker | null =
        entry.voice === 'narrator'
          ? null
          : { span: null, name: null, party: entry.voice === 'self' ? party : null, referent: null };
      const { text } = documents.get(entry.report)!;
      const condition =
        entry.condition === null || !text.includes(entry.condition) ? null : find(text, entry.condition);
      add(entry, { holder: party, issues, stance: entry.stance, voice: entry.voice, by, condition });
    }
    for (const said of movement_said) {
      const reporter = said.by.endsWith('(narrator)');
      add(said, {
        holder: party,
        issues,
        stance: entries.findLast(({ date }) => date <= said.date)?.stance ?? entries[0]!.stance,
        voice: reporter ? 'narrator' : 'other',
        by: reporter ? null : { span: null, name: said.by, party: null, referent: null },
        movement: said.movement,
        movementSpan: find(documents.get(said.report)!.text, said.words),
      });
    }
  }
  return [...documents].map(([id, document]) => ({
    reading: readingOf(document, { positions: positions.get(id) ?? [] }),
    text: document.text,
  }));
}
