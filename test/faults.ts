/** What every reading has to hold, whatever the text: looked at by the tests that read many texts. */
import type { Document, Reading, Span } from '../src/record.ts';
import { contains } from '../src/text/span.ts';

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** Whether the place between two units lies inside a character. */
const splits = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** Every span of every record of a reading, with what it belongs to. */
function* spansOf(reading: Reading): Generator<readonly [where: string, span: Span | null]> {
  for (const [i, b] of reading.blocks.entries()) {
    yield [`block ${i}`, b.span];
    for (const run of b.runs) yield [`run of block ${i}`, run];
  }
  for (const [i, r] of reading.repeats.entries()) {
    yield [`repeat ${i}`, r.span];
    yield [`first copy of repeat ${i}`, r.of];
  }
  for (const [key, span] of Object.entries(reading.filing)) yield [`filing: ${key}`, span];
  for (const [i, m] of reading.mentions.entries()) yield [`mention ${i}`, m.span];
  for (const [i, s] of reading.statements.entries()) {
    for (const c of s.content) yield [`content of statement ${i}`, c];
    yield [`cue of statement ${i}`, s.cue];
    yield [`speaker of statement ${i}`, s.speaker.span];
  }
  for (const [i, n] of reading.notes.entries()) yield [`note ${i} (${n.code})`, n.span];
}

const inOrder = (spans: readonly Span[]): boolean => spans.every((s, i) => i === 0 || spans[i - 1]!.end <= s.start);

/** What is wrong with a reading, in words; nothing where all holds. */
export function faultsOf({ text }: Document, reading: Reading): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  for (const [where, s] of spansOf(reading)) {
    if (s === null) continue;
    const whole = Number.isInteger(s.start) && Number.isInteger(s.end);
    must(whole && s.start >= 0 && s.start < s.end && s.end <= text.length, `${where}: [${s.start}, ${s.end})`);
    must(!splits(text, s.start) && !splits(text, s.end), `${where} cuts a character in two`);
  }
  const { blocks, statements, mentions, referents, repeats } = reading;
  must(inOrder(blocks.map((b) => b.span)), 'blocks overlap or are out of order');
  for (const [i, b] of blocks.entries()) {
    must(inOrder(b.runs), `runs of block ${i} overlap`);
    must(
      b.runs.every((run) => contains(b.span, run)),
      `a run lies outside block ${i}`,
    );
  }
  const referent = new Set(referents.map((r) => r.id));
  must(referent.size === referents.length, 'two referents have one id');
  for (const [i, m] of mentions.entries())
    must(m.referent === null || referent.has(m.referent), `mention ${i} is of nobody in the list`);
  const byId = new Map(statements.map((s) => [s.id, s]));
  must(byId.size === statements.length, 'two statements have one id');
  for (const [i, s] of statements.entries()) {
    must(s.content.length > 0 && inOrder(s.content), `content of statement ${i} is empty or overlaps`);
    must(s.confidence >= 0 && s.confidence <= 1, `confidence of statement ${i}: ${s.confidence}`);
    must(
      s.speaker.referent === null || referent.has(s.speaker.referent),
      `speaker of statement ${i} is not in the list`,
    );
    must(
      s.content.every((c) => !/^\s|\s$/u.test(text.slice(c.start, c.end))),
      `content of statement ${i} has white space at an end`,
    );
    if (s.within === null) continue;
    const holder = byId.get(s.within);
    must(holder !== undefined && holder !== s, `statement ${i} is inside one that is not there`);
    must(
      holder === undefined || s.content.every((c) => holder.content.some((h) => contains(h, c))),
      `statement ${i} reaches out of the one that holds it`,
    );
  }
  for (const [i, r] of repeats.entries()) {
    must(r.of.start < r.span.start, `repeat ${i} stands before its first copy`);
    must(r.likeness > 0 && r.likeness <= 1, `likeness of repeat ${i}: ${r.likeness}`);
  }
  return faults;
}
