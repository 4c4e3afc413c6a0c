/**
 * Gold readings whose states, capitals and leaders have been given invented names, in the text and in the gold alike. What is
 * read of them shows how well the program does on a conflict that no lexicon knows.
 */
import { readFileSync } from 'node:fs';
import { ingest } from '../src/ingest/ingest.ts';
import { sha256 } from '../src/text/digest.ts';
import type { GoldReading, GoldStatement } from './gold.ts';
import { mapRecords } from './gold-records.ts';
import type { Stretch } from './likeness.ts';

/** A text under invented names, and where its places have gone. */
export interface Rename {
  readonly text: string;
  /** The place in the renamed text; one inside a name goes to where that name's invented one begins. */
  at(offset: number): number;
}

/** A function that puts invented names in the place of real ones, the longest first, in one pass. */
export function renamer(names: Readonly<Record<string, string>>): (text: string) => Rename {
  const longestFirst = Object.keys(names).sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'g');
  return (text) => {
    const changes: { start: number; end: number; shift: number }[] = [];
    let shift = 0;
    const renamed = text.replace(pattern, (name, start: number) => {
      shift += names[name]!.length - name.length;
      changes.push({ start, end: start + name.length, shift });
      return names[name]!;
    });
    const at = (offset: number): number => {
      let before = 0;
      for (const change of changes) {
        if (offset <= change.start) break;
        if (offset < change.end) return change.start + before;
        before = change.shift;
      }
      return offset + before;
    };
    return { text: renamed, at };
  };
}

/** The names that stand in renamed.json. */
export const inventedNames = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL('renamed.json', import.meta.url), 'utf8')).names;

/** A gold reading under invented names. */
export function renameGold(gold: GoldReading, rename: (text: string) => Rename): GoldReading {
  const { text, at } = rename(gold.text);
  const words = (name: string): string => rename(name).text;
  const spans = (of: readonly Stretch[]): Stretch[] => of.map((s) => ({ start: at(s.start), end: at(s.end) }));
  const textDigest = sha256(text);
  return {
    ...gold,
    text,
    textDigest,
    digest: sha256(`${gold.digest}\u001f${textDigest}`),
    parties: new Map([...gold.parties].map(([party, others]) => [words(party), others.map(words)])),
    statements: gold.statements.map(
      (s): GoldStatement => ({
        ...s,
        content: spans(s.content),
        cue: spans(s.cue),
        speaker: {
          span: spans(s.speaker.span),
          names: s.speaker.names.map(words),
          party: s.speaker.party && words(s.speaker.party),
        },
      }),
    ),
    repeats: spans(gold.repeats),
    ...mapRecords(gold, words, spans),
  };
}

/** The reports under invented names, each a line of JSON as ingest takes it in. */
export async function* renamedLines(
  golds: readonly GoldReading[],
  rename: (text: string) => Rename,
): AsyncGenerator<Uint8Array> {
  for await (const source of ingest([...new Set(golds.map((g) => g.path))])) {
    if (!('document' in source)) continue;
    const { text, title, outlet, published, language } = source.document;
    const line = { text: rename(text).text, title: title && rename(title).text, outlet, published, language };
    yield Buffer.from(`${JSON.stringify(line)}\n`);
  }
}
