import type { BlockKind, Producer } from '../record.ts';
import { span } from '../text/span.ts';
import { keep } from './lines.ts';
import { entryAt, entryFrom } from './patterns.ts';
import { type Context, type Found, isRead, made, type Piece, type Stretch, split } from './piece.ts';

/**
 * What stands before the first sentence: the date, agency, byline and furniture at the head of a body whose lines were
 * run together, among them the title once more; and the place, date and agency that open a dispatch.
 *
 * Rules: those of the lexicon for `head`; `clean/dateline`; `clean/head-author`.
 */

type Part = Stretch & { readonly kind: BlockKind; readonly made: Producer };

/** How many paragraphs from the start may open with a place that is told only by its capitals and dash. */
const early = 4;
/** How many pieces a head may have; it bounds the work. */
const most = 12;
const author = /by (?=\p{Lu})/uy;
/** What every dateline that counts holds: a dash that does not join small letters or figures, or a bracket that closes. */
const signOfDateline = /[-–—―](?![a-z\d])|\)/;

/** The place, date and agency that open the paragraph at `at`, kept in `found`; the end of it, or -1. */
function dateline(context: Context, at: number, limit: number, isEarly: boolean, found: Found): number {
  const source = context.text.slice(at, Math.min(limit, at + 160));
  if (!signOfDateline.test(source)) return -1;
  const expression = context.lexicon.dateline;
  expression.lastIndex = 0;
  const m = expression.exec(source);
  if (!m) return -1;
  const g = m.groups ?? {};
  let place = g['place'] ?? '';
  let agency = g['agency'] ?? g['bare'] ?? g['alone'] ?? '';
  if (place && !agency) {
    // The agency may stand right behind the place, as in `Lorn AFP -`, or be all there is.
    const space = place.lastIndexOf(' ');
    const last = place.slice(space + 1);
    context.lexicon.agency.lastIndex = 0;
    const known = context.lexicon.agency.exec(last);
    if (known && known[0].length === last.length) {
      agency = last;
      place = space > 0 ? place.slice(0, space) : '';
    }
  }
  const dashed = /[-–—―]/u.test(g['dash'] ?? '');
  const capitals = /^[\p{Lu}][\p{Lu}\p{M}'’. -]{2,}(?:,|$)/u.test(place);
  const signed = g['agency'] !== undefined || g['signed'] !== undefined;
  const sure =
    (signed && (capitals || (g['agency'] !== undefined && dashed))) ||
    (dashed && agency !== '') ||
    (dashed && capitals && (g['date'] !== undefined || isEarly)) ||
    (dashed && place !== '' && g['date'] !== undefined && isEarly);
  if (!sure) return -1;
  // `Ostrava-born`, `NATO-led`: a dash that joins is no dateline, unless an agency stands before it.
  if (/^[-–]$/u.test(g['dash'] ?? '') && agency === '') return -1;
  const put = (key: 'place' | 'agency' | 'date', words: string): void => {
    const from = words ? source.indexOf(words) : -1;
    if (from >= 0 && !found[key]) found[key] = span(at + from, at + from + words.length);
  };
  put('place', place);
  put('agency', agency || (g['signed'] ?? ''));
  put('date', g['date'] ?? '');
  return at + m[0].trimEnd().length;
}

/** The head of a body: dates, agencies, buttons and copies of the title, one after another. */
function headParts(context: Context, piece: Piece, repeats: readonly Stretch[], found: Found): readonly Part[] {
  const { text, lexicon } = context;
  const { head } = lexicon.patterns;
  const parts: Part[] = [];
  let at = piece.start;
  for (let n = 0; n < most && at < piece.end; n++) {
    while (at < piece.end && /[\s.,:|·•]/u.test(text[at]!)) at++;
    const repeat = repeats.find((r) => r.start <= at && at < r.end);
    if (repeat) {
      at = repeat.end;
      continue;
    }
    const hit = entryAt(head, text, at);
    if (hit && at + hit.match[0].length <= piece.end) {
      keep(found, hit.match, 0);
      const end = at + hit.match[0].trimEnd().length;
      parts.push({ start: at, end, kind: hit.entry.kind, made: made(hit.entry.rule, hit.entry.entry) });
      at = end;
      continue;
    }
    // `by` and names, as far as the title's second copy: without it nothing tells where the names end.
    author.lastIndex = at;
    const next = author.test(text) ? repeats.find((r) => r.start > at && r.start - at < 120) : undefined;
    if (next) {
      const end = at + text.slice(at, next.start).trimEnd().length;
      if (!found.author) found.author = span(Math.min(at + 3, end), end);
      parts.push({ start: at, end, kind: 'byline', made: made('clean/head-author') });
      at = next.end;
      continue;
    }
    break;
  }
  return parts;
}

/** How far into the first paragraph a summary may reach before the report's own agency and date, in units. */
const summary = 500;
/** How many pieces from the start may hold such a summary: a heading may stand above it. */
const summed = 2;

/** The agency and date between a summary and the first sentence behind it, from `at` on. */
function breakIn({ text, lexicon }: Context, at: number, limit: number, found: Found): Part | null {
  const source = text.slice(at, Math.min(limit, at + summary));
  const hit = entryFrom(lexicon.patterns.break, source, 0);
  if (!hit || hit.match.index === 0) return null;
  keep(found, hit.match, at);
  const start = at + hit.match.index;
  const end = start + hit.match[0].trimEnd().length;
  return { start, end, kind: hit.entry.kind, made: made(hit.entry.rule, hit.entry.entry) };
}

export function readHeads(
  context: Context,
  pieces: readonly Piece[],
  repeats: readonly (Stretch & { readonly piece: number })[],
  found: Found,
): readonly Piece[] {
  const { text } = context;
  let paragraphs = 0;
  let next = 0;
  return pieces.flatMap((piece, i) => {
    // Repeats come in order of position, as pieces do.
    const own: Stretch[] = [];
    while (next < repeats.length && repeats[next]!.piece <= i) {
      if (repeats[next]!.piece === i) own.push(repeats[next]!);
      next++;
    }
    if (!isRead(piece.kind) || piece.kind === 'title') return [piece];
    paragraphs++;
    const parts: Part[] = paragraphs === 1 ? [...headParts(context, piece, own, found)] : [];
    let at = parts.length > 0 ? parts[parts.length - 1]!.end : piece.start;
    for (const r of own) if (r.start <= at + 1) at = Math.max(at, r.end);
    while (at < piece.end && /[\s.,]/u.test(text[at]!)) at++;
    const end = dateline(context, at, piece.end, paragraphs <= early, found);
    if (end > at) parts.push({ start: at, end, kind: 'dateline', made: made('clean/dateline') });
    else if (paragraphs <= summed) {
      const part = breakIn(context, at, piece.end, found);
      if (part) parts.push(part);
    }
    return parts.length > 0 ? split(text, piece, parts) : [piece];
  });
}
