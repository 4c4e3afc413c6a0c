/** Whether every span of a reading is an exact slice of its report, and every id stands for one thing. */
import type { Reading, Span } from '../src/record.ts';
import type { Tally } from './tally.ts';

/** A fault of a reading: of what record, and what is wrong. */
export interface Fault {
  readonly what: 'span' | 'edge' | 'id';
  readonly record: string;
  readonly message: string;
  readonly span: Span | null;
}

/** Every span of a reading, with the record that holds it. */
export function* spansOf(reading: Reading): Generator<readonly [record: string, span: Span]> {
  for (const s of reading.statements) {
    for (const part of s.content) yield ['statement content', part];
    if (s.cue) yield ['statement cue', s.cue];
    if (s.speaker.span) yield ['statement speaker', s.speaker.span];
  }
  yield* spansOfRecords(reading);
  for (const m of reading.mentions) yield ['mention', m.span];
  for (const r of reading.repeats) {
    yield ['repeat', r.span];
    yield ['first copy', r.of];
  }
  for (const b of reading.blocks) {
    yield ['block', b.span];
    for (const run of b.runs) yield ['block run', run];
  }
  for (const part of Object.values(reading.filing)) if (part) yield ['filing', part];
  for (const n of reading.notes) if (n.span) yield ['note', n.span];
}

/** The spans of what interpretation adds. */
function* spansOfRecords(reading: Reading): Generator<readonly [record: string, span: Span]> {
  for (const p of reading.positions) {
    for (const part of p.content) yield ['position content', part];
    for (const part of [p.holderSpan, p.condition, p.movementSpan]) if (part) yield ['position', part];
  }
  for (const t of [...reading.talks, ...reading.events]) {
    const kind = 'type' in t ? 'event' : 'talk';
    for (const part of t.evidence) yield [`${kind} evidence`, part];
    for (const part of [...t.named, t.place, t.when]) if (part?.span) yield [kind, part.span];
    if (t.hedge) yield [kind, t.hedge];
    if ('type' in t) for (const f of t.figures) yield ['figure', f.span];
    else if (t.outcome) yield [kind, t.outcome];
  }
  for (const d of reading.disputes) for (const s of d.sides) for (const part of s.content) yield ['dispute', part];
  for (const t of reading.times) yield ['time', t.span];
  for (const p of reading.places) for (const part of p.spans) yield ['place', part];
}

const isWhole = (n: number, length: number): boolean => Number.isInteger(n) && n >= 0 && n <= length;

/** Whether a place lies between the two halves of one character. */
const splitsCharacter = (text: string, at: number): boolean =>
  /^[\ud800-\udbff]$/.test(text[at - 1] ?? '') && /^[\udc00-\udfff]$/.test(text[at] ?? '');

/**
 * Whether a place lies inside a word. Letters may touch where the report lacks a space, as in `scarvesTen`: there the second
 * is a capital after a small letter or a figure.
 */
function splitsWord(text: string, at: number): boolean {
  const before = /[\p{L}\p{N}\p{M}]$/u.exec(text.slice(Math.max(0, at - 2), at))?.[0];
  const after = /^[\p{L}\p{N}\p{M}]/u.exec(text.slice(at, at + 2))?.[0];
  if (before === undefined || after === undefined) return false;
  return !(/[\p{Ll}\p{N}]/u.test(before) && /\p{Lu}/u.test(after));
}

/** What is wrong with one span, if anything. */
export function faultOf(text: string, { start, end }: Span): { what: Fault['what']; message: string } | null {
  if (!isWhole(start, text.length) || !isWhole(end, text.length)) return { what: 'span', message: 'outside the text' };
  if (start >= end) return { what: 'span', message: 'holds no text' };
  if (splitsCharacter(text, start) || splitsCharacter(text, end))
    return { what: 'span', message: 'begins or ends inside a character' };
  if (splitsWord(text, start)) return { what: 'edge', message: 'begins inside a word' };
  if (splitsWord(text, end)) return { what: 'edge', message: 'ends inside a word' };
  return null;
}

/** What the program's notes point at may be a character, and a block may be cut where words are glued together. */
const MAY_SPLIT_WORDS = new Set(['note', 'block', 'block run', 'filing']);

/** Adds one reading to a tally; gives its faults. */
export function checkExactness(text: string, reading: Reading, tally: Tally): readonly Fault[] {
  const faults: Fault[] = [];
  for (const [record, span] of spansOf(reading)) {
    const fault = faultOf(text, span);
    tally.choose('spans', fault?.what !== 'span');
    if (!MAY_SPLIT_WORDS.has(record)) tally.choose('ends at words', fault?.what !== 'edge');
    else if (fault?.what === 'edge') continue;
    if (fault) faults.push({ ...fault, record, span });
  }
  const referents = new Set(reading.referents.map((r) => r.id));
  const statements = new Set(reading.statements.map((s) => s.id));
  const id = (record: string, right: boolean, message: string): void => {
    tally.choose('ids', right);
    if (!right) faults.push({ what: 'id', record, message, span: null });
  };
  id('referents', referents.size === reading.referents.length, 'two have the same id');
  id('statements', statements.size === reading.statements.length, 'two have the same id');
  for (const s of reading.statements) {
    const { referent } = s.speaker;
    id(
      'statement',
      s.within === null || (s.within !== s.id && statements.has(s.within)),
      'is within none that is there',
    );
    id('statement', referent === null || referents.has(referent), 'its speaker is no referent that is there');
  }
  for (const m of reading.mentions)
    id('mention', m.referent === null || referents.has(m.referent), 'its referent is not there');
  const places = new Set(reading.places.map((p) => p.id));
  const events = new Set(reading.events.map((e) => e.id));
  for (const kind of ['positions', 'talks', 'events', 'disputes', 'places'] as const)
    id(kind, new Set(reading[kind].map((r) => r.id)).size === reading[kind].length, 'two have the same id');
  for (const p of reading.positions)
    id('position', p.statement === null || statements.has(p.statement), 'its statement is not there');
  for (const t of [...reading.talks, ...reading.events]) {
    id(
      'talk or event',
      t.statements.every((s) => statements.has(s)),
      'a statement of it is not there',
    );
    id('talk or event', t.place === null || places.has(t.place.place), 'its place is not there');
  }
  for (const d of reading.disputes) {
    id(
      'dispute',
      d.events.every((e) => events.has(e)),
      'an event of it is not there',
    );
    id(
      'dispute',
      d.sides.every((s) => s.statement === null || statements.has(s.statement)),
      'a statement is not there',
    );
  }
  return faults;
}
