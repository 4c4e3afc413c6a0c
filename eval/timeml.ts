/**
 * Scores the reading of times on news annotated in TimeML: `node eval/timeml.ts FOLDER... [--misses]`. FOLDER holds `.tml`
 * files as those of TimeBank and AQUAINT that TempEval-3 gave for training, which the user fetches.
 *
 * Beside ours stands chrono-node alone, as it comes. An extent is right where its words agree but for prepositions and
 * articles at its ends, and overlaps where any word is shared. A value is scored of dates and times that the calendar
 * fixes: the whole interval has to agree, to the day; an open end ("since March") agrees by the end that is told.
 *
 * TimeBank and AQUAINT of TempEval-3's training, 256 reports, 1,822 times; percent, ours / chrono-node 2.10 alone:
 *
 *   extents F1 78.5 / 66.8; overlapping F1 86.0 / 75.3; values right of those found 83.0 / 76.7, of all 71.0 / 58.3
 *
 * "Now", "currently", "recently" and "the future" are times there and none for us; a financial report's "a year earlier"
 * is a quarter there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { casual } from 'chrono-node';
import { loadResources } from '../src/data/load.ts';
import { createStages } from '../src/reading.ts';
import type { Time } from '../src/record.ts';
import { bareDocument } from '../src/text/document.ts';

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

interface Found extends Days {
  readonly start: number;
  readonly end: number;
  readonly season: boolean;
}

const two = (n: number): string => `${n}`.padStart(2, '0');
const day = (utc: number): string => new Date(utc).toISOString().slice(0, 10);
const lastOf = (year: number, month: number): string => day(Date.UTC(year, month, 0));

/** The days of a value of TimeML; `null` where the calendar does not fix it. */
function daysOf(value: string): Days | null {
  let m = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/u.exec(value);
  if (m) return { from: value.slice(0, 10), to: value.slice(0, 10) };
  m = /^(\d{4})-(\d\d)(?:-XX)?$/u.exec(value);
  if (m) return { from: `${m[1]}-${m[2]}-01`, to: lastOf(Number(m[1]), Number(m[2])) };
  m = /^(\d{4})(?:-(?:XX(?:-XX)?|WXX|QX|SU|FA|SP|WI))?$/u.exec(value);
  if (m) return { from: `${m[1]}-01-01`, to: `${m[1]}-12-31` };
  m = /^(\d{4})-([QH])(\d)$/u.exec(value);
  if (m) {
    const months = m[2] === 'Q' ? 3 : 6;
    const first = (Number(m[3]) - 1) * months + 1;
    return { from: `${m[1]}-${two(first)}-01`, to: lastOf(Number(m[1]), first + months - 1) };
  }
  m = /^(\d{4})-W(\d\d?)(-WE)?$/u.exec(value);
  if (m) {
    const fourth = Date.UTC(Number(m[1]), 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 864e5 + (Number(m[2]) - 1) * 6048e5;
    return { from: day(monday + (m[3] ? 5 : 0) * 864e5), to: day(monday + 6 * 864e5) };
  }
  m = /^(\d{3})X?$/u.exec(value);
  return m ? { from: `${m[1]}0-01-01`, to: `${m[1]}9-12-31` } : null;
}

/** The text of a file without its tags, and where its times stand. */
function readFile(xml: string): { text: string; published: string | null; timexes: Timex[] } {
  const published = /<DCT>.*?value="(\d{4}-\d\d-\d\d)/su.exec(xml)?.[1] ?? null;
  const body = /<TEXT>(.*)<\/TEXT>/su.exec(xml)?.[1] ?? '';
  const timexes: Timex[] = [];
  let text = '';
  let open: { start: number; type: string; value: string } | null = null;
  for (const part of body.split(/(<[^>]*>)/u)) {
    if (part.startsWith('<TIMEX3')) {
      const of = (name: string): string => new RegExp(` ${name}="([^"]*)"`, 'u').exec(part)?.[1] ?? '';
      open = { start: text.length, type: of('type'), value: of('value') };
    } else if (part === '</TIMEX3>' && open) {
      timexes.push({ ...open, end: text.length });
      open = null;
    } else if (!part.startsWith('<'))
      text += part.replace(/&amp;/gu, '&').replace(/&lt;/gu, '<').replace(/&gt;/gu, '>');
  }
  return { text, published, timexes };
}

const stages = createStages(loadResources());

function ours(text: string, published: string | null): Found[] {
  const document = bareDocument(text, 'case', { published });
  const cleaned = stages.clean(document);
  const segmented = stages.segment(document, cleaned);
  const mentions = stages.mention(document, cleaned, segmented);
  const { times } = stages.interpret(document, cleaned, segmented, mentions, { statements: [], notes: [] });
  return times.map(foundOf);
}

function foundOf({ span, start, end, kind, precision }: Time): Found {
  const from = start === null ? null : (daysOf(start.slice(0, 10))?.from ?? null);
  const to = end === null ? null : (daysOf(end.slice(0, 10))?.to ?? null);
  const open = kind === 'since' || kind === 'after' || kind === 'until' || kind === 'before';
  return {
    start: span.start,
    end: span.end,
    season: precision === 'season',
    from: open && (kind === 'until' || kind === 'before') ? null : from,
    to: open && (kind === 'since' || kind === 'after') ? null : to,
  };
}

function chronoAlone(text: string, published: string | null): Found[] {
  return casual
    .parse(text, { instant: new Date(`${published ?? '2000-01-01'}T12:00Z`), timezone: 0 })
    .map(({ index, text: words, start, end }): Found => {
      const iso = (c: typeof start): string => {
        const year = `${c.get('year')}`.padStart(4, '0');
        if (c.isCertain('day') || c.isCertain('weekday') || c.isCertain('hour'))
          return `${year}-${two(c.get('month') ?? 1)}-${two(c.get('day') ?? 1)}`;
        return c.isCertain('month') ? `${year}-${two(c.get('month') ?? 1)}` : year;
      };
      const [from, to] = [daysOf(iso(start))?.from ?? null, daysOf(iso(end ?? start))?.to ?? null];
      return { start: index, end: index + words.length, season: false, from, to };
    });
}

const LEADING =
  /^(?:(?:on|in|at|the|of|for|during|from|by|since|after|before|until|till|around|about|nearly|almost|some|as|early|late)\s+)+/iu;

function bare(text: string, { start, end }: { start: number; end: number }): string {
  const words = text.slice(start, end).replace(/(?:'s|[\s.,])+$/u, '');
  const cut = LEADING.exec(words)?.[0].length ?? 0;
  return `${start + cut}-${start + words.length}`;
}

function agrees(found: Found, value: Days, gold: string): boolean {
  if (found.season) return (found.from ?? found.to)?.slice(0, 4) === gold.slice(0, 4);
  if (found.from !== null && found.to !== null) return found.from === value.from && found.to === value.to;
  const within = (d: string | null): boolean => d !== null && d >= (value.from ?? '') && d <= (value.to ?? '9');
  return within(found.from) || within(found.to);
}

const percent = (part: number, of: number): string => (of === 0 ? '-' : ((100 * part) / of).toFixed(1));
const f1 = (hits: number, gold: number, read: number): string => percent(2 * hits, gold + read);

const { positionals, values } = parseArgs({ allowPositionals: true, options: { misses: { type: 'boolean' } } });
if (positionals.length === 0) {
  console.error('node eval/timeml.ts FOLDER... [--misses]\nFOLDER holds .tml files, as those of TimeBank.');
  process.exit(2);
}
const files = positionals.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tml'))
    .sort()
    .map((name) => join(folder, name)),
);
for (const [name, read] of [
  ['ours', ours],
  ['chrono-node alone', chronoAlone],
] as const) {
  let [gold, all, strict, shared, valued, met, right] = [0, 0, 0, 0, 0, 0, 0];
  for (const path of files) {
    const { text, published, timexes } = readFile(readFileSync(path, 'utf8'));
    const found = read(text, published);
    const miss = (what: string, t: { start: number; end: number }, rest: string): void => {
      if (values.misses && read === ours)
        console.log(
          `${what}\t${published}\t${rest}\t${text.slice(Math.max(0, t.start - 40), t.start).replace(/\s+/gu, ' ')}[[${text.slice(t.start, t.end)}]]${text.slice(t.end, t.end + 30).replace(/\s+/gu, ' ')}`,
        );
    };
    all += found.length;
    for (const t of timexes) {
      gold++;
      const over = found.filter((f) => f.start < t.end && t.start < f.end);
      const same = over.find((f) => bare(text, f) === bare(text, t));
      if (same) strict++;
      if (over.length > 0) shared++;
      if (over.length === 0) miss('missed', t, `${t.type} ${t.value}`);
      else if (!same) miss('extent', t, over.map((f) => text.slice(f.start, f.end)).join(' | '));
      const value = t.type === 'DATE' || t.type === 'TIME' ? daysOf(t.value) : null;
      if (!value) continue;
      valued++;
      const best = same ?? over[0];
      if (!best) continue;
      met++;
      if (agrees(best, value, t.value)) right++;
      else miss('value', t, `${t.value} read ${best.from}..${best.to}`);
    }
    for (const f of found)
      if (!timexes.some((t) => f.start < t.end && t.start < f.end)) miss('extra', f, `${f.from}..${f.to}`);
  }
  console.log(
    `${name}: ${files.length} reports, ${gold} times; extents F1 ${f1(strict, gold, all)}, overlapping F1 ${f1(shared, gold, all)} ` +
      `(precision ${percent(shared, all)}, recall ${percent(shared, gold)}); values right ${percent(right, met)} of those found, ${percent(right, valued)} of ${valued}`,
  );
}
