import { type Context, isRead, made, type Piece, type Stretch, split } from './piece.ts';

/**
 * Headlines of other stories, all in capitals: a line of its own, or glued between two sentences of a paragraph. A
 * text that is itself in capitals has none. Rules: `clean/capital-headline`, `clean/capital-headline-glued`.
 */

/** Fewest words in capitals: of a line (a shorter one is a subhead), and of a headline glued into a paragraph. */
const fewest = { line: 6, glued: 6 };
/** The longest headline, in units. */
const longest = 200;

/** Whether the report is written in capitals throughout: judged on the basic Latin letters of its head. */
function shouts(text: string): boolean {
  const end = Math.min(text.length, 4000);
  let capitals = 0;
  let smalls = 0;
  for (let i = 0; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 97 && unit <= 122) smalls++;
    else if (unit >= 65 && unit <= 90) capitals++;
  }
  return capitals > 2 * smalls;
}

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.&/-]*/gu;
/** A word in capitals: at least two letters, or one that stands alone; none small but a lone `s` after an apostrophe. */
const upper = /^(?:[\p{Lu}\p{M}\p{N}.&/-]|['’]s?)+$/u;
const letters = /\p{Lu}{2}/u;

function isHeadline(line: string): boolean {
  const words = line.match(word) ?? [];
  return (
    words.length >= fewest.line &&
    words.every((w) => upper.test(w)) &&
    words.filter((w) => letters.test(w)).length >= fewest.line - 2
  );
}

const likely = /[\p{Lu}]{2}[\p{Lu}'’,.:;-]* [\p{Lu}'’‘-]+[,:]? [\p{Lu}'’‘-]+[,:]? [\p{Lu}]/u;
const opening = /["“‘«]/u;

/** Runs of words in capitals in a paragraph that begin after a sentence's end and are followed by a new sentence. */
function gluedIn(source: string): readonly Stretch[] {
  if (!likely.test(source)) return [];
  const out: Stretch[] = [];
  let start = -1;
  let end = 0;
  let many = 0;
  let known = 0;
  let quotes = 0;
  let counted = 0;
  const close = (next: number): void => {
    if (many >= fewest.glued && known >= fewest.glued - 1 && end - start <= longest) {
      for (; counted < start; counted++) if (source[counted] === '"') quotes++;
      const before = source.slice(Math.max(0, start - 3), start).trimEnd();
      const after = source.slice(end, next);
      const inQuotes = quotes % 2 === 1 || opening.test(before.slice(-1)) || /["”]/u.test(source.slice(end, end + 2));
      const fresh = before === '' || /[.!?”"…)\]]$/u.test(before);
      const on = next >= source.length || (/\s/u.test(after) && /^[\p{Lu}\p{N}"“]/u.test(source.slice(next, next + 2)));
      if (fresh && on && !inQuotes) out.push({ start, end });
    }
    start = -1;
    many = 0;
    known = 0;
  };
  word.lastIndex = 0;
  for (let m = word.exec(source); m; m = word.exec(source)) {
    const w = m[0].replace(/[.]$/, '');
    if (upper.test(w) && !(many > 0 && /[.!?]["”]?\s/u.test(source.slice(end, m.index)))) {
      // The last word of a headline may be the first of a sentence ("A", "I"): a lone letter does not end one.
      if (start < 0) start = m.index;
      end = m.index + m[0].length;
      many++;
      if (letters.test(w)) known++;
    } else if (start >= 0) close(m.index);
  }
  if (start >= 0) close(source.length);
  return out;
}

export function findCapitalHeadlines({ text }: Context, pieces: readonly Piece[]): readonly Piece[] {
  if (shouts(text)) return pieces;
  const first = pieces.findIndex((p) => isRead(p.kind));
  return pieces.flatMap((piece, i) => {
    if (!isRead(piece.kind) || piece.kind === 'title') return [piece];
    const source = text.slice(piece.start, piece.end);
    if (i !== first && source.length <= longest && isHeadline(source) && !/^["“‘]/u.test(source)) {
      return [{ ...piece, kind: 'link' as const, made: made('clean/capital-headline') }];
    }
    const parts = gluedIn(source).map((s) => ({
      start: piece.start + s.start,
      end: piece.start + s.end,
      kind: 'link' as const,
      made: made('clean/capital-headline-glued'),
    }));
    return parts.length > 0 ? split(text, piece, parts) : [piece];
  });
}
