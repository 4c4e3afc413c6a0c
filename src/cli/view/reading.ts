import { dossierOf, type IssueNames } from '../../export/dossier/dossier.ts';
import { titleOf } from '../../export/dossier/title.ts';
import { harmless, oneLine } from '../../export/harmless.ts';
import { count, dateInWords, originOf } from '../../export/words.ts';
import type { BlockKind, Document, Note, Reading, Statement } from '../../record.ts';
import { slice } from '../../text/span.ts';
import type { Screen } from '../terminal/paint.ts';
import { hang } from '../terminal/wrap.ts';
import { dossierSections } from './dossier.ts';
import { type Side, sidesOf, speakerName } from './speakers.ts';
import { opening, type Place, placesIn, quoted } from './words.ts';

const INDENT = '  ';

/** Outlet, date, place and file, as far as each is known. */
function headOf(document: Document, reading: Reading, screen: Screen): string {
  const { filing } = reading;
  const words = (s: { start: number; end: number } | null): string | null =>
    s ? oneLine(document.text.slice(s.start, s.end)) : null;
  const outlet = document.outlet ? oneLine(document.outlet) : words(filing.agency);
  const day = document.published ?? reading.filed;
  const date = day ? dateInWords(day) : words(filing.date);
  const place = words(filing.place);
  const author = words(filing.author);
  const facts = [
    outlet,
    date,
    place ? `filed from ${place}` : null,
    author ? `by ${author}` : null,
    originOf(document.origin),
  ].filter((x) => x !== null);
  const { paint, width } = screen;
  return `${hang(paint.title(titleOf(document, reading)), width, '')}\n${hang(paint.quiet(facts.join(' · ')), width, '')}`;
}

/** Who speaks, side by side. */
function speakersOf(sides: readonly Side[], screen: Screen): string {
  const { paint, width } = screen;
  return sides
    .map((side, rank) => {
      const voices = side.voices.map(
        (v) =>
          harmless(v.name) +
          paint.quiet(`${v.role ? `, ${oneLine(v.role)}` : ''}${v.statements > 1 ? ` (${v.statements})` : ''}`),
      );
      // A party that speaks under its own name alone needs no second mention.
      const only = side.voices.length === 1 && side.voices[0]!.name === side.party ? side.voices[0]! : null;
      const party = side.party === null ? 'for no party' : paint.name(harmless(side.party));
      const text = only
        ? `${party}${paint.quiet(only.statements > 1 ? ` (${only.statements})` : '')}`
        : `${party}: ${voices.join('; ')}`;
      return hang(text, width, `${INDENT}${paint.bar(side.party === null ? null : rank)} `, INDENT.repeat(2));
    })
    .join('\n');
}

/** Statements in order of their words, each followed by those told within it. */
function inOrder(statements: readonly Statement[]): readonly { statement: Statement; depth: number }[] {
  const ids = new Set(statements.map((s) => s.id));
  const children = new Map<string | null, Statement[]>();
  const start = (s: Statement): number => s.content[0]?.start ?? s.cue?.start ?? 0;
  for (const s of [...statements].sort((a, b) => start(a) - start(b))) {
    const parent = s.within !== null && ids.has(s.within) && s.within !== s.id ? s.within : null;
    const list = children.get(parent);
    if (list) list.push(s);
    else children.set(parent, [s]);
  }
  const out: { statement: Statement; depth: number }[] = [];
  const seen = new Set<string>();
  // Statements that hold each other in a ring have no outermost one: what is left after the roots comes after them.
  for (const root of [...(children.get(null) ?? []), ...statements]) {
    const stack = [{ statement: root, depth: 0 }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (seen.has(next.statement.id)) continue;
      seen.add(next.statement.id);
      out.push(next);
      const inner = children.get(next.statement.id) ?? [];
      for (let i = inner.length - 1; i >= 0; i--) stack.push({ statement: inner[i]!, depth: next.depth + 1 });
    }
  }
  return out;
}

function statementsOf(document: Document, reading: Reading, sides: readonly Side[], screen: Screen): string {
  const { paint, width } = screen;
  const ranks = new Map(sides.map((s, rank) => [s.party, rank]));
  return inOrder(reading.statements)
    .map(({ statement: s, depth }) => {
      const indent = INDENT.repeat(1 + Math.min(depth, 4));
      const name = speakerName(document, s);
      const party = s.speaker.party;
      const who = name === null ? paint.quiet('nobody named') : paint.name(harmless(name));
      const side = party !== null && party !== name ? ` (${harmless(party)})` : '';
      const cue = s.cue ? ` ${oneLine(slice(document.text, s.cue)).replace(/[:,]$/, '')}` : '';
      const place = s.content[0] ? ` @${s.content[0].start}` : '';
      const rank = party === null ? null : (ranks.get(party) ?? null);
      const said = `${who}${side}${cue} ${paint.quiet(`[${s.act}, ${s.form}]`)}`;
      const text = `${said} ${paint.words(quoted(document, s.content))}${paint.quiet(place)}`;
      return hang(text, width, `${indent}${paint.bar(rank)} `, `${indent}    `);
    })
    .join('\n');
}

function repeatsOf(document: Document, reading: Reading, screen: Screen): string {
  const { text } = document;
  const placeOf = placesIn(text);
  return reading.repeats
    .map((r) => {
      const likeness = r.likeness >= 1 ? 'word for word' : `${Math.floor(r.likeness * 100)} in 100 words the same`;
      const where = `line ${placeOf(r.span.start).line} repeats line ${placeOf(r.of.start).line}, ${likeness}`;
      const length = count(slice(text, r.span).split(/\s+/).filter(Boolean).length, 'word');
      const place = screen.paint.quiet(`(${where}; ${length}) @${r.span.start}`);
      return hang(`${opening(document, r.span, 56)} ${place}`, screen.width, INDENT.repeat(2));
    })
    .join('\n');
}

// What is left out of the reading, in the words that the closing line uses.
const LEFT_OUT: Partial<Record<BlockKind, readonly [string, string]>> = {
  caption: ['caption', 'captions'],
  advert: ['advert', 'adverts'],
  link: ['link or headline of another story', 'links or headlines of other stories'],
  boilerplate: ['standing text', 'standing texts'],
};

function leftOutOf(reading: Reading): string | null {
  const counts = new Map<BlockKind, number>();
  for (const b of reading.blocks) counts.set(b.kind, (counts.get(b.kind) ?? 0) + 1);
  const parts = Object.entries(LEFT_OUT).flatMap(([kind, [one, many]]) => {
    const n = counts.get(kind as BlockKind) ?? 0;
    return n > 0 ? [count(n, one, many)] : [];
  });
  return parts.length > 0 ? `Not read as the report: ${parts.join(', ')}.` : null;
}

/** A note in plain words, with the line it is about. */
function noteLine(note: Note, placeOf: (offset: number) => Place, screen: Screen): string {
  const { paint } = screen;
  const label = { error: paint.error('error'), warning: paint.warning('warning'), info: paint.quiet('note') };
  const where = note.span ? ` (line ${placeOf(note.span.start).line})` : '';
  return hang(`${label[note.severity]}: ${oneLine(note.message)}${where}`, screen.width, INDENT, INDENT.repeat(2));
}

/** The whole reading of one report, for people. Ends with a line break. */
export function viewOfReading(document: Document, reading: Reading, screen: Screen, issues: IssueNames): string {
  const sides = sidesOf(document, reading);
  const { paint } = screen;
  const heading = (text: string): string => paint.quiet(text);
  const unread = reading.notes.some((n) => n.severity === 'error' || n.code === 'not-english');
  const parts: string[] = [headOf(document, reading, screen)];
  parts.push(...dossierSections(dossierOf([{ document, reading }], issues), screen, true));
  if (sides.length > 0) parts.push(`${heading('Who speaks')}\n${speakersOf(sides, screen)}`);
  if (reading.statements.length > 0) {
    parts.push(
      `${heading(`What they say (${count(reading.statements.length, 'statement')})`)}\n${statementsOf(document, reading, sides, screen)}`,
    );
  } else if (!unread) parts.push(`${INDENT}No statement was found in this report.`);
  if (reading.repeats.length > 0)
    parts.push(`${heading('What stands again')}\n${repeatsOf(document, reading, screen)}`);
  const leftOut = leftOutOf(reading);
  if (leftOut) parts.push(hang(paint.quiet(leftOut), screen.width, ''));
  if (reading.notes.length > 0) {
    const placeOf = placesIn(document.text);
    parts.push(reading.notes.map((n) => noteLine(n, placeOf, screen)).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}
