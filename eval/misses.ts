/** What was missed, what was read and is not there, and what was read otherwise, as `npm run eval -- --misses` prints it. */
import type { Beside, LocatedFault } from './measure.ts';
import type { ComparedRecord } from './records.ts';
import type { Compared } from './statements.ts';

/** One line: spaces and line ends as one space, cut where it is long. */
const brief = (words: string, most: number): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
};

/** What was missed, what was read and is not there, and what was read otherwise, report by report. */
export function showMisses(beside: readonly Beside[]): string {
  const out: string[] = [];
  for (const { gold, compared, records } of beside) {
    const lines = [
      ...compared.flatMap((c) => missesOf(gold.text, c)),
      ...records.flatMap((r) => recordMissesOf(gold.text, r)),
    ];
    if (lines.length > 0) out.push(`${gold.name}\n${lines.join('\n')}\n`);
  }
  return out.join('\n');
}

function missesOf(text: string, { gold, read, agreement }: Compared): string[] {
  const words = (stretches: readonly { start: number; end: number }[]): string =>
    brief(stretches.map((s) => text.slice(s.start, s.end)).join(' ... '), 120);
  if (gold && !read) {
    const who = gold.speaker.names[0] ?? '?';
    return [`  missed   ${who} [${words(gold.cue)}] ${gold.acts.join('/')}: ${words(gold.content)}`];
  }
  if (read && !gold) {
    const who = read.speaker.name ?? '?';
    return [`  too many ${who} [${read.cue ? words([read.cue]) : ''}] ${read.act}: ${words(read.content)}`];
  }
  if (!gold || !read || !agreement) return [];
  const other: string[] = [];
  if (!agreement.speaker) other.push(`speaker ${read.speaker.name ?? '-'}, not ${gold.speaker.names[0] ?? '-'}`);
  if (!agreement.party) other.push(`party ${read.speaker.party ?? '-'}, not ${gold.speaker.party ?? '-'}`);
  if (!agreement.form) other.push(`form ${read.form}, not ${gold.form}`);
  if (!agreement.act) other.push(`act ${read.act}, not ${gold.acts.join('/')}`);
  return other.length === 0 ? [] : [`  other    ${other.join('; ')}: ${words(read.content)}`];
}

/** What a record is, in a line: its fields as words, lists joined, then the words that carry it. */
function recordLine(text: string, record: object): string {
  const { content, evidence, sides, ...rest } = record as Record<string, unknown>;
  const words = (of: unknown): string =>
    brief((of as readonly { start: number; end: number }[]).map((s) => text.slice(s.start, s.end)).join(' ... '), 160);
  if (sides) {
    const given = (sides as readonly { who: string | null; content: unknown }[]).map(
      (s) => `${s.who ?? '-'}: ${words(s.content)}`,
    );
    return `${plain(rest['kinds'] ?? rest['kind'])} ${given.join(' | ')}`;
  }
  const told = [
    'holder',
    'issues',
    'stances',
    'stance',
    'voices',
    'voice',
    'types',
    'type',
    'kinds',
    'kind',
    'statuses',
    'status',
  ]
    .concat(['actor', 'target', 'participants', 'places', 'place', 'when', 'figures', 'movement'])
    .filter((key) => rest[key] !== undefined && rest[key] !== null && plain(rest[key]) !== '')
    .map((key) => plain(rest[key]));
  return `${told.join(' ')}: ${words(content ?? evidence)}`;
}

/** A field in a few words. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('/');
  if (typeof value !== 'object' || value === null) return `${value ?? ''}`;
  const { name, what, low, high, by, start, end } = value as Record<string, unknown>;
  if (what !== undefined) return `[${what} ${low ?? ''}..${high ?? ''} by ${by ?? '-'}]`;
  return name !== undefined ? `${name}` : `${start ?? ''}..${end ?? ''}`;
}

function recordMissesOf(text: string, { kind, gold, read, wrong }: ComparedRecord): string[] {
  if (gold && !read) return [`  missed   ${kind} ${recordLine(text, gold)}`];
  if (read && !gold) return [`  too many ${kind} ${recordLine(text, read)}`];
  if (!gold || !read || wrong.length === 0) return [];
  return [
    `  other    ${kind}, ${wrong.join(', ')}: ${recordLine(text, read)}`,
    `           gold: ${recordLine(text, gold)}`,
  ];
}

/** Spans and ids that are not as they should be. */
export const showFaults = (faults: readonly LocatedFault[]): string =>
  faults
    .map((f) => `  ${f.path}${f.span ? `@${f.span.start}` : ''}: ${f.record} ${f.message}: ${brief(f.words, 60)}\n`)
    .join('');
