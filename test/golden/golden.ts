/**
 * Golden readings: what is read from each sample report, as text that a person can check line by line and whose changes show
 * in a diff. Nothing in it varies without the reading: no ids, offsets, versions, rules or confidence.
 */
import { basename } from 'node:path';
import { SAMPLES } from '../../src/cli/samples.ts';
import { loadResources } from '../../src/data/load.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { createReader } from '../../src/reading.ts';
import type { Document, Reading, Span, Statement } from '../../src/record.ts';
import { recordsOf } from './records.ts';

/** Where the golden readings lie. */
export const GOLDEN = new URL('readings/', import.meta.url);

/** Blocks that carry the report itself. */
const READ = new Set(['paragraph', 'item', 'quotation']);

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Every reading of the samples, by the name of its file. */
export async function goldenReadings(): Promise<ReadonlyMap<string, string>> {
  const read = createReader(loadResources());
  const out = new Map<string, string>();
  for await (const source of ingest([SAMPLES])) {
    if ('failure' in source) throw new Error(`${source.failure.path}: ${source.failure.message}`);
    const { document } = source;
    const { path, line } = document.origin;
    const stem = basename(path).replace(/\.[a-z]+$/, '');
    out.set(`${stem}${line === null ? '' : `-${line}`}.txt`, goldenOf(document, read(document)));
  }
  return out;
}

/** One reading as text. */
export function goldenOf(document: Document, reading: Reading): string {
  const words = (s: Span): string => oneLine(document.text.slice(s.start, s.end));
  const quoted = (spans: readonly Span[]): string => spans.map((s) => `[${words(s)}]`).join(' ');
  const lines: string[] = [];
  const section = (name: string, entries: readonly string[]): void => {
    if (entries.length > 0) lines.push('', name, ...entries);
  };

  for (const key of ['title', 'outlet', 'published', 'language'] as const)
    if (document[key] !== null) lines.push(`${key}: ${oneLine(document[key])}`);
  for (const [key, span] of Object.entries(reading.filing)) if (span) lines.push(`filing, ${key}: ${words(span)}`);

  section(
    'statements',
    [...inOrder(reading.statements)].map((s) => statementOf(s, reading.statements, words, quoted)),
  );
  for (const [name, entries] of recordsOf(reading, words, quoted)) section(name, entries);
  section(
    'repeats',
    reading.repeats.map(
      (r) => `  ${quoted([r.span])}\n    of ${quoted([r.of])}, ${r.likeness >= 1 ? 'exact' : 'near'}`,
    ),
  );
  section(
    'blocks that are not paragraphs',
    reading.blocks.filter((b) => !READ.has(b.kind)).map((b) => `  ${b.kind}: ${words(b.span)}`),
  );
  section(
    'notes',
    reading.notes.map((n) => `  ${n.severity}: ${n.code}${n.span ? ` ${quoted([n.span])}` : ''}`),
  );
  return `${lines.join('\n')}\n`;
}

const startOf = (s: Statement): number => s.content[0]?.start ?? s.cue?.start ?? 0;

const inOrder = (statements: readonly Statement[]): readonly Statement[] =>
  [...statements].sort(
    (a, b) => startOf(a) - startOf(b) || (b.content.at(-1)?.end ?? 0) - (a.content.at(-1)?.end ?? 0),
  );

/** The words that name the source stand after its name where they differ: `Aldren Voss <he>`. */
function statementOf(
  s: Statement,
  all: readonly Statement[],
  words: (s: Span) => string,
  quoted: (spans: readonly Span[]) => string,
): string {
  const { name, party, span } = s.speaker;
  const named = span && words(span) !== name ? ` <${words(span)}>` : '';
  const outer = all.find((other) => other.id === s.within);
  return [
    `  ${name ?? 'nobody named'}${named}, ${party === null ? 'no party' : `for ${party}`}: ${s.act}, ${s.form}`,
    `    ${s.cue ? words(s.cue) : 'no cue'}: ${quoted(s.content)}`,
    ...(outer ? [`    within what ${outer.speaker.name ?? 'nobody named'} says`] : []),
  ].join('\n');
}
