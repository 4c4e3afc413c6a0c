/**
 * Reads the cases of two public sets of tests for date expressions, neither of which is part of this project:
 * the specifications of Microsoft's Recognizers-Text (Specs/DateTime/English, *.json) and the English tests of chrono
 * (test/en, *.test.ts). Both are read from a folder that the user names; nothing of them is kept here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An interval to the minute, `[from, to)`; `null` is open. `2031-05-16T00:00`. */
export interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
}

export interface Expected {
  readonly start: number;
  readonly end: number;
  /** `date`, `daterange`, `time`, `duration` ... as the set names it. */
  readonly type: string;
  /** Any of them is right; `null` where the set gives none, or no interval (a duration, a time of the clock). */
  readonly values: readonly Stretch[] | null;
}

export interface Case {
  readonly set: 'recognizers' | 'chrono';
  readonly file: string;
  readonly text: string;
  /** ISO 8601 day of reference. */
  readonly reference: string | null;
  readonly expected: readonly Expected[];
}

/** Specifications of general reading; the others are of product modes (calendar, tasks, experiments) or time zones. */
const SPECIFICATIONS =
  /^(?:Date|DatePeriod|DateTime|DateTimePeriod|Duration|Holiday|Merged|Set|Time|TimePeriod)(?:Extractor|Parser)\.json$|^DateTimeModel\.json$/u;

type Json = Readonly<Record<string, unknown>>;

const two = (n: number): string => `${n}`.padStart(2, '0');

/** To the minute, from a day or a day and time. */
export const minute = (iso: string): string =>
  iso.length === 10 ? `${iso}T00:00` : iso.replace(' ', 'T').slice(0, 16);

/** The day after, by UTC alone. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export function readCases(folder: string): Case[] {
  const cases: Case[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (SPECIFICATIONS.test(file)) cases.push(...readSpecification(folder, file));
    else if (file.endsWith('.test.ts')) cases.push(...readChronoTests(folder, file));
  }
  return cases;
}

// ------------------------------------------------------------------------------------------------ Recognizers-Text

function readSpecification(folder: string, file: string): Case[] {
  const entries = JSON.parse(readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/u, '')) as readonly Json[];
  return entries.flatMap((entry) => {
    // What its own reference implementation (.NET) does not do is no case for others.
    if (/dotnet/iu.test(`${entry['NotSupported'] ?? ''},${entry['NotSupportedByDesign'] ?? ''}`)) return [];
    const reference = (entry['Context'] as Json | undefined)?.['ReferenceDateTime'];
    return [
      {
        set: 'recognizers' as const,
        file: file.replace('.json', ''),
        text: String(entry['Input']),
        reference: typeof reference === 'string' ? reference.slice(0, 10) : null,
        expected: (entry['Results'] as readonly Json[]).map(readResult),
      },
    ];
  });
}

function readResult(result: Json): Expected {
  const start = Number(result['Start']);
  const end = 'Length' in result ? start + Number(result['Length']) : Number(result['End']) + 1;
  const type = String(result['TypeName'] ?? result['Type'] ?? '').replace('datetimeV2.', '');
  const value = (result['Value'] ?? result['Resolution']) as Json | undefined;
  const listed = value?.['values'] as readonly Json[] | undefined;
  const found = listed
    ? listed.map((v) => stretchOf(v['value'] ?? null, v['start'] ?? null, v['end'] ?? null, type))
    : [value?.['PastResolution'], value?.['FutureResolution']].map((r) => {
        const of = (r ?? {}) as Json;
        return stretchOf(
          of['date'] ?? of['dateTime'] ?? null,
          of['startDate'] ?? of['startDateTime'] ?? null,
          of['endDate'] ?? of['endDateTime'] ?? null,
          type,
        );
      });
  const values = found.filter((v) => v !== null);
  return { start, end, type, values: values.length > 0 && type.startsWith('date') ? values : null };
}

function stretchOf(value: unknown, start: unknown, end: unknown, type: string): Stretch | null {
  const iso = (raw: unknown): string | null =>
    typeof raw === 'string' && /^\d{4}-\d\d-\d\d/u.test(raw) ? minute(raw) : null;
  const at = iso(value);
  if (at !== null) return { from: at, to: type === 'date' ? minute(dayAfter(at)) : at };
  const [from, to] = [iso(start), iso(end)];
  return from === null && to === null ? null : { from, to };
}

// ------------------------------------------------------------------------------------------------ chrono

/** A call of chrono's test helpers: the input, the rest up to the next call. */
const CALL =
  /test(SingleCase|UnexpectedResult)\(\s*chrono(?:\.\w+)?,\s*(["'`])((?:(?!\2)[^\\])*)\2([\s\S]*?)(?=test(?:SingleCase|UnexpectedResult)\(|$)/gu;

/** `new Date(2012, 8 - 1, 10, 12)`, as its day. Months count from 0 there. */
const DATE = /new Date\(\s*(\d{4}),\s*(\d+)(?:\s*-\s*1)?(?:,\s*(\d+))?/u;

function dayIn(source: string): string | null {
  const found = DATE.exec(source);
  if (!found) return null;
  const month = /,\s*\d+\s*-\s*1/u.test(found[0]) ? Number(found[2]) : Number(found[2]) + 1;
  return `${found[1]}-${two(month)}-${two(Number(found[3] ?? 1))}`;
}

function readChronoTests(folder: string, file: string): Case[] {
  const source = readFileSync(join(folder, file), 'utf8');
  return [...source.matchAll(CALL)].flatMap(([, kind, , text, rest]): Case[] => {
    const base = { set: 'chrono' as const, file: file.replace('.test.ts', ''), text: text!.replace(/\\n/gu, '\n') };
    const head = rest!.slice(0, rest!.indexOf('=>') + 1 || rest!.length);
    const reference = dayIn(head);
    if (kind === 'UnexpectedResult') return [{ ...base, reference, expected: [] }];
    if (/forwardDate|timezone/iu.test(head)) return [];
    const words =
      /result\.text\)\.toBe\(\s*(["'])((?:(?!\1).)*)\1/u.exec(rest!)?.[2] ??
      (/result\.text\)\.toBe\(text\)/u.test(rest!) ? text! : null);
    if (words === null) return [];
    const start = Number(/result\.index\)\.toBe\((\d+)\)/u.exec(rest!)?.[1] ?? Math.max(0, text!.indexOf(words)));
    const [from, to] = [dayTold(rest!, 'start'), dayTold(rest!, 'end')];
    const values = from === null ? null : [{ from: minute(from), to: minute(dayAfter(to ?? from)) }];
    const type = from === null ? 'time' : to === null ? 'date' : 'daterange';
    return [{ ...base, reference, expected: [{ start, end: start + words.length, type, values }] }];
  });
}

/** The day that a test expects of one end. */
function dayTold(source: string, end: 'start' | 'end'): string | null {
  const field = (name: string): string | undefined =>
    new RegExp(`result\\.${end}!?\\.get\\("${name}"\\)\\)\\.toBe\\((\\d+)\\)`, 'u').exec(source)?.[1];
  const [year, month, day] = [field('year'), field('month'), field('day')];
  if (year && month && day) return `${year.padStart(4, '0')}-${two(Number(month))}-${two(Number(day))}`;
  const at = source.search(new RegExp(`result\\.${end}!?\\)\\.toBeDate\\(`, 'u'));
  return at < 0 ? null : dayIn(source.slice(at, at + 120));
}
