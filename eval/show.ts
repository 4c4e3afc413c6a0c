/** The report that `npm run eval` prints. */
import type { Verdict } from './floors.ts';
import type { Column, Measured } from './measure.ts';
import { type Figure, scoreOf } from './tally.ts';

const percent = (share: number): string => (100 * share).toFixed(1);

/** Rows of cells as aligned lines: the first column to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What a figure counts, in the words of the table. */
const ROWS: Readonly<Record<string, string>> = {
  parties: 'parties, F1',
  statements: 'statements found, F1',
  'with speaker and act': '  and speaker and act right, F1',
  speaker: 'of those found: speaker',
  party: '  party',
  form: '  form',
  act: '  act',
  repeats: 'repeats, characters, F1',
  positions: 'positions, F1',
  'positions asserted': '  of those asserted: right',
  matrix: '  parties by issues, F1',
  stance: '  of those found: stance',
  voice: '  voice',
  movement: '  movement',
  condition: '  condition',
  talks: 'talks, F1',
  'talks asserted': '  of those asserted: right',
  participants: '  of those found: participants, F1',
  'talk status': '  status',
  'talk time': '  time',
  'talk place': '  place',
  events: 'events, F1',
  'events asserted': '  of those asserted: right',
  figures: '  of those found: figures, F1',
  'event status': '  status',
  'event time': '  time',
  'event place': '  place',
  actor: '  actor',
  disputes: 'disputes, F1',
  'disputes asserted': '  of those asserted: right',
  'dispute kind': '  of those found: kind',
  spans: 'spans that are slices of the text',
  'ends at words': 'spans that begin and end at words',
  ids: 'ids that stand for one thing',
};

const HEADS: Readonly<Record<string, string>> = {
  samples: 'samples',
  gold: 'all gold',
  'gold, working': 'working',
  'gold, aside': 'aside',
  'gold, renamed': 'renamed',
  'fresh, working': 'fresh, working',
  'fresh, aside': 'fresh, aside',
  'unheard, working': 'unheard, working',
  'unheard, aside': 'unheard, aside',
};

/** A set of gold readings: all, the part worked with, the part kept aside, and how far the last two lie apart. */
function recordTable(columns: readonly Column[]): string {
  const [working, aside] = [', working', ', aside'].map((part) => columns.find((c) => c.name.endsWith(part)));
  const both = working !== undefined && aside !== undefined;
  const rows = [['', ...columns.map((c) => HEADS[c.name] ?? c.name), ...(both ? ['fitted'] : [])]];
  rows.push(['reports', ...columns.map((c) => `${c.reports}  `)]);
  // In the order of the table's words: not every column counts every figure.
  const there = new Set(columns.flatMap((c) => [...c.figures.keys()]));
  const names = [...new Set([...Object.keys(ROWS), ...there])].filter((name) => there.has(name));
  for (const name of names) {
    const cell = (column: Column): string => {
      const figure = column.figures.get(name);
      return figure ? percent(scoreOf(figure)) : '-  ';
    };
    const [w, a] = [working?.figures.get(name), aside?.figures.get(name)];
    const apart = w && a ? [signed(100 * (scoreOf(w) - scoreOf(a)))] : [];
    rows.push([ROWS[name] ?? name, ...columns.map(cell), ...apart]);
    if (!['parties', 'statements', 'positions', 'talks', 'events', 'disputes'].includes(name)) continue;
    const part = (label: string, of: (f: Figure) => number): void => {
      rows.push([label, ...columns.map((c) => (c.figures.has(name) ? percent(of(c.figures.get(name)!)) : '-  '))]);
    };
    part('  precision', (f) => ('f1' in f ? f.precision : 0));
    part('  recall', (f) => ('f1' in f ? f.recall : 0));
  }
  const note = both
    ? '\nModels learned from the working part, and rules were written with it at hand: the honest figures are those\n' +
      'of the part kept aside. "Fitted" is by how much the working part does better.\n' +
      (columns.some((c) => c.name === 'gold, renamed')
        ? '"Renamed" is all gold with invented names for its states, capitals and leaders, which no lexicon knows.\n'
        : '')
    : '';
  return `${aligned(rows)}\n${note}`;
}

const signed = (n: number): string => `${n >= 0 ? '+' : ''}${n.toFixed(1)}`;

function annotatedTable(column: Column): string {
  const rows = [['', 'words: P', 'R', 'F1', 'halves: P', 'R', 'F1']];
  for (const role of ['content', 'source', 'cue']) {
    const cells = ['words', 'halves'].flatMap((kind) => {
      const f = column.figures.get(`${role}, ${kind}`)!;
      return 'f1' in f ? [f.precision, f.recall, f.f1].map(percent) : [];
    });
    rows.push([role, ...cells]);
  }
  const how = column.name.endsWith('as marked')
    ? 'by its own guideline: the tagger and linker alone'
    : "by the codebook, whose rules differ from its annotators': no unsaid and nested ones, joining words left out";
  return `PolNeAR dev, ${column.reports} texts, ${how}\n${aligned(rows)}\n`;
}

function exactTable(columns: readonly Column[]): string {
  const rows = [['exactness', ...columns.map((c) => c.name.replace('exact, ', '')), 'not so']];
  rows.push(['reports', ...columns.map((c) => `${c.reports}  `)]);
  for (const name of columns[0]!.figures.keys()) {
    const figures = columns.map((c) => c.figures.get(name)!);
    const wrong = figures.reduce((n, f) => n + ('of' in f ? f.of - f.right : 0), 0);
    rows.push([ROWS[name] ?? name, ...figures.map((f) => exactly(scoreOf(f))), `${wrong}`]);
  }
  return `${aligned(rows)}\n`;
}

/** Never says 100 of what is less. */
const exactly = (share: number): string => (share === 1 ? '100.0' : Math.min(99.999, 100 * share).toFixed(3));

/** The whole report. */
export function showMeasured({ columns, absent }: Measured, verdict: Verdict): string {
  const unheard = columns.filter((c) => c.name.startsWith('unheard'));
  const statements = columns.filter((c) => c.figures.has('statements') && !unheard.includes(c));
  const records = columns.filter((c) => c.figures.has('positions') && !c.figures.has('statements'));
  const exact = columns.filter((c) => c.figures.has('spans'));
  const parts: string[] = [];
  if (statements.length > 0) parts.push(recordTable(statements));
  if (records.length > 0) parts.push(recordTable(records));
  for (const c of columns) if (c.figures.has('content, words')) parts.push(annotatedTable(c));
  if (unheard.length > 0) parts.push(recordTable(unheard));
  if (exact.length > 0) parts.push(exactTable(exact));
  for (const { name, unread } of columns) {
    if (unread.length === 0 || name.startsWith('gold,')) continue;
    const first = unread[0]!.split('\n').slice(0, 4).join('\n');
    const many = `${unread.length} could not be read, and count as read with nothing found`;
    parts.push(`${name}: ${many}. The first:\n${first}\n`);
  }
  if (absent.length > 0) parts.push(`Not here, so not scored: ${absent.join(', ')}.\n`);
  parts.push(showVerdict(verdict));
  return parts.join('\n');
}

function showVerdict({ broken, other, none, compared, lowered }: Verdict): string {
  const lines: string[] = [];
  for (const b of broken)
    lines.push(`Below its floor: ${b.column}, ${b.figure}: ${b.is.toFixed(2)}, floor ${b.floor}.`);
  for (const name of other)
    lines.push(`The corpus of "${name}" is not the one that its floors were measured on: not compared.`);
  if (none.length > 0) lines.push(`Without floors: ${none.join(', ')}. --raise sets them.`);
  if (compared > 0 && broken.length === 0) lines.push(`All ${compared} figures are at or above their floors.`);
  if (lowered > 0) lines.push(`Floors that stand lower than they once did: ${lowered}; eval/floors.json says why.`);
  return `${lines.join('\n')}\n`;
}

/** Figures as data: shares, 0 to 1. */
export const asJson = ({ columns, absent }: Measured, verdict: Verdict): string =>
  JSON.stringify(
    {
      columns: columns.map(({ figures, ...column }) => ({ ...column, figures: Object.fromEntries(figures) })),
      absent,
      floors: verdict,
    },
    null,
    1,
  );
