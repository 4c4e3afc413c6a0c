import type { BlockKind } from '../record.ts';
import { type BlockMark, blockMark, isFence } from './markdown-blocks.ts';
import { made, type Piece, type Stretch, trimmed } from './piece.ts';

/**
 * First pass: the text cut into blocks. A blank line always ends one. Inside a group of lines without a blank line
 * between, every line is a block of its own, unless the lines were broken by a fixed width; then they are one.
 *
 * Rules: `clean/line`, `clean/wrapped-lines`, and those of {@link blockMark}.
 */

interface Line extends Stretch {
  /** Units of white space before its first character. */
  readonly indent: number;
  /** The mark at its start, told with its neighbours in view. */
  readonly mark: BlockMark | null;
}

type Bare = Omit<Line, 'mark'>;

const isBreak = (unit: number): boolean =>
  unit === 10 || unit === 13 || unit === 11 || unit === 12 || unit === 0x2028 || unit === 0x2029;

/** Groups of lines between blank lines. */
function* groups(text: string): Generator<readonly Bare[]> {
  let group: Bare[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 10;
    if (!isBreak(unit)) continue;
    const line = trimmed(text, start, at);
    if (line.end > line.start) {
      group.push({ ...line, indent: line.start - start });
    } else if (!(unit === 10 && at > 0 && start === at && text.charCodeAt(at - 1) === 13)) {
      if (group.length > 0) yield group;
      group = [];
    }
    start = at + 1;
  }
  if (group.length > 0) yield group;
}

const endsSentence = /[.!?:…]["'”’»)\]]*$/u;

/**
 * Whether the lines were broken by a fixed width: none is long, some break inside a sentence, and nearly every line
 * is so full that the next line's first word would not have fitted.
 */
function isWrapped(text: string, lines: readonly Line[]): boolean {
  let width = 0;
  for (const l of lines) width = Math.max(width, l.end - l.start);
  // Two short lines are a name and a date rather than a sentence broken in two.
  if (lines.length < 2 || width > 110 || width < (lines.length === 2 ? 60 : 45)) return false;
  let full = 0;
  let open = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    let word = next.start;
    while (word < next.end && text.charCodeAt(word) > 32) word++;
    if (line.end - line.start + 1 + (word - next.start) > width * 0.85) full++;
    if (!endsSentence.test(text.slice(Math.max(line.start, line.end - 4), line.end))) open++;
  }
  const breaks = lines.length - 1;
  return full >= breaks * 0.75 && open >= Math.max(1, breaks * 0.4);
}

/** Divides a group where a line is indented or carries a mark of its own, so that each part wraps by itself. */
function parts(text: string, group: readonly Bare[]): readonly (readonly Line[])[] {
  const out: Line[][] = [];
  const usual = group[0]?.indent ?? 0;
  let before: Line | undefined;
  group.forEach((bare, i) => {
    const line: Line = { ...bare, mark: blockMark(text, bare, group[i + 1], before) };
    const quoted = line.mark?.kind === 'quotation' && before !== undefined && text[before.start] === '>';
    const indented = line.indent > usual + 1 && before?.indent === usual;
    // A heading is one line: what follows it starts afresh.
    const closed = before?.mark?.kind === 'heading' || before?.mark?.kind === 'boilerplate';
    if (before === undefined || (line.mark !== null && !quoted) || indented || closed) out.push([line]);
    else out[out.length - 1]!.push(line);
    before = line;
  });
  return out;
}

/** The blocks of the text, in order, each a heading, paragraph, item, quotation, or a mark that is not read. */
export function splitBlocks(text: string): readonly Piece[] {
  const out: Piece[] = [];
  const put = (lines: readonly Line[], rule: string): void => {
    const first = lines[0]!;
    const last = lines[lines.length - 1]!;
    let kind: BlockKind = 'paragraph';
    let made_ = made(rule);
    const cuts: Stretch[] = [];
    lines.forEach(({ mark }, i) => {
      if (!mark) return;
      if (i === 0) {
        kind = mark.kind;
        made_ = made(mark.rule);
      }
      if (i === 0 || mark.kind === 'quotation') cuts.push(...mark.cuts);
    });
    out.push({ start: first.start, end: last.end, kind, made: made_, cuts });
  };
  let fence: { start: number; end: number } | null = null;
  for (const group of groups(text)) {
    const rest: Bare[] = [];
    for (const line of group) {
      if (isFence(text, line)) {
        if (fence) {
          out.push({
            start: fence.start,
            end: line.end,
            kind: 'boilerplate',
            made: made('clean/code-fence'),
            cuts: [],
          });
          fence = null;
          continue;
        }
        // A fence that nothing closes is a stray mark; the lines after it are read.
        if (rest.length > 0) flush(text, rest.splice(0), put);
        fence = { start: line.start, end: line.end };
        continue;
      }
      if (fence) {
        fence.end = line.end;
        continue;
      }
      rest.push(line);
    }
    if (rest.length > 0) flush(text, rest, put);
  }
  if (fence) {
    const open = fence;
    const firstLine = trimmed(text, open.start, Math.min(lineEnd(text, open.start), open.end));
    out.push({ ...firstLine, kind: 'boilerplate', made: made('clean/code-fence'), cuts: [] });
    const after = splitBlocks(text.slice(firstLine.end, open.end));
    for (const p of after) out.push(shifted(p, firstLine.end));
  }
  return out;
}

const shifted = (p: Piece, by: number): Piece => ({
  ...p,
  start: p.start + by,
  end: p.end + by,
  cuts: p.cuts.map((c) => ({ start: c.start + by, end: c.end + by })),
});

function lineEnd(text: string, at: number): number {
  while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
  return at;
}

function flush(text: string, group: readonly Bare[], put: (lines: readonly Line[], rule: string) => void): void {
  for (const part of parts(text, group)) {
    if (isWrapped(text, part) || (part.length > 1 && text[part[0]!.start] === '>')) {
      put(part, 'clean/wrapped-lines');
    } else {
      for (const line of part) put([line], 'clean/line');
    }
  }
}
