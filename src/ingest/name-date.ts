/** A day of publication that stands in the name of a file, as in `2031-03-27-talks.txt`. */
import type { Note } from '../record.ts';

/** A whole day in the form of ISO 8601, by itself in a name: no digit and no other such piece beside it. */
const DAY = /(?<!\d|\d-)((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d|-\d)/g;
/** A year in the head of a report: its dateline may well tell the day, which is better than a name. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** So far into a text a dateline stands, in UTF-16 units. */
const HEAD = 400;

/** The only day that a name tells; `null` where it tells none, several, or one that no calendar has. */
export function dayInName(name: string): string | null {
  const file = name.replace(/^.*[/\\]/su, '');
  const [found, another] = [...file.matchAll(DAY)];
  if (!found || another) return null;
  const day = new Date(`${found[0]}T00:00:00Z`);
  return day.toISOString().startsWith(found[0]) ? found[0] : null;
}

/** What the name of a file adds to what is known of its report, and the note that says so. */
export function datedByName<Known extends { readonly published?: string | null }>(
  name: string,
  text: string,
  known: Known,
): { readonly known: Known; readonly notes: readonly Note[] } {
  const day = known.published || YEAR.test(text.slice(0, HEAD)) ? null : dayInName(name);
  if (day === null) return { known, notes: [] };
  return {
    known: { ...known, published: day },
    notes: [
      {
        code: 'published-by-name',
        severity: 'info',
        message: `Its day of publication, ${day}, is taken from the name of its file, since nothing else tells one. A metadata.jsonl can tell another.`,
        span: null,
        stage: 'ingest',
      },
    ],
  };
}
