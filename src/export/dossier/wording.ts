/** How the fields of a record are put in words. Plain, and of the same strength as the record. */
import type {
  Dispute,
  Event,
  Figure,
  Interval,
  Movement,
  Position,
  Reading,
  Stance,
  Talk,
  When,
} from '../../record.ts';
import { slice } from '../../text/span.ts';
import { oneLine } from '../harmless.ts';
import { dateInWords } from '../words.ts';

/** A stretch of the report's words, on one line. */
export type Words = (span: { readonly start: number; readonly end: number }) => string;

export const wordsOf =
  (text: string): Words =>
  (span) =>
    oneLine(text.slice(span.start, span.end));

const STANCES: Readonly<Record<Stance, string>> = {
  demands: 'demands',
  offers: 'offers',
  accepts: 'accepts',
  rejects: 'rejects',
};

const MOVEMENTS: Readonly<Record<Movement, string>> = {
  unchanged: 'said to be unchanged',
  softer: 'said to be softer',
  harder: 'said to be harder',
  new: 'said to be new',
  dropped: 'said to be dropped',
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The year is written only where it is known; what is not fixed says so. */
function patternInWords(pattern: string): string {
  const weekday = /^XXXX-WXX-([1-7])$/.exec(pattern);
  if (weekday) return `${WEEKDAYS[Number(weekday[1]) - 1]}, week not stated`;
  const ends = pattern.split('/').map((part) => {
    const month = /^XXXX-(\d\d)(?:-(\d\d))?$/.exec(part);
    return month && dateInWords(`2000-${month[1]}${month[2] ? `-${month[2]}` : ''}`).replace(/ 2000$/, '');
  });
  return ends.every((date) => date) ? `${ends.join(' to ')}, year not stated` : `${pattern}, not fixed by the report`;
}

/** An interval in words; the report's own words where it fixes none. */
export function whenInWords({ start, end, pattern, span }: When, words: Words): string {
  return intervalInWords({ start, end, pattern }) ?? `“${words(span)}”`;
}

/** `null` where neither end is known. */
export function intervalInWords({ start, end, pattern }: Interval): string | null {
  if (start !== null && end !== null)
    return start === end ? dateInWords(start) : `${dateInWords(start)} to ${dateInWords(end)}`;
  if (start !== null) return `from ${dateInWords(start)} on`;
  if (end !== null) return `until ${dateInWords(end)}`;
  return pattern === null ? null : patternInWords(pattern);
}

const named = (people: readonly string[]): string => people.map(oneLine).join(', ');

/** A number as it is bounded: `9`, `at least 9`, `up to 9`, `9 to 12`; the words where no number is told. */
export function figureInWords(figure: Figure, words: Words): string {
  const { low, high, what, by, span } = figure;
  const n = (x: number): string => x.toLocaleString('en');
  const amount =
    low !== null && high !== null
      ? low === high
        ? n(low)
        : `${n(low)} to ${n(high)}`
      : low !== null
        ? `at least ${n(low)}`
        : high !== null
          ? `up to ${n(high)}`
          : `“${words(span)}”`;
  const counted = what === 'other' ? `“${words(span)}”` : what;
  const number = low === null && high === null ? amount : what === 'other' ? counted : `${amount} ${counted}`;
  return `${low === null && high === null && what !== 'other' ? `${what}: ` : ''}${number} (${by === null ? 'the report' : `according to ${oneLine(by)}`})`;
}

/** What a position is, without its holder and issue: those stand above it. */
export function positionInWords(position: Position, words: Words, issues: ReadonlyMap<string, string>): string {
  const also = position.issues.slice(1).map((code) => issues.get(code) ?? code);
  return [
    STANCES[position.stance],
    position.condition
      ? `${position.precondition ? 'as a precondition' : 'on condition'}: “${words(position.condition)}”`
      : position.precondition
        ? 'a precondition'
        : null,
    position.movement
      ? `${MOVEMENTS[position.movement]}${position.movementSpan ? ` (“${words(position.movementSpan)}”)` : ''}`
      : null,
    also.length > 0 ? `also on ${also.join(', ')}` : null,
  ]
    .filter((x) => x !== null)
    .join('; ');
}

export function talkInWords(talk: Talk, words: Words): string {
  const { kind, status, participants, mediators, place, when, outcome, hedge } = talk;
  return [
    `${kind}, ${status}${participants.length > 0 ? `: ${named(participants)}` : ''}`,
    mediators.length > 0 ? `mediated or hosted by ${named(mediators)}` : null,
    place ? `at ${oneLine(place.name)}` : null,
    when ? whenInWords(when, words) : null,
    outcome ? `outcome: “${words(outcome)}”` : null,
    hedge ? `“${words(hedge)}”` : null,
  ]
    .filter((x) => x !== null)
    .join('; ');
}

export function eventInWords(event: Event, words: Words): string {
  const { type, mode, status, actor, target, place, when, figures, hedge } = event;
  return [
    `${type}${mode ? `, ${mode}` : ''}, ${status}`,
    actor ? `by ${oneLine(actor)}` : 'by whom is not said',
    target ? `on ${oneLine(target)}` : null,
    place ? `at ${oneLine(place.name)}` : null,
    when ? whenInWords(when, words) : null,
    ...figures.map((f) => figureInWords(f, words)),
    hedge ? `“${words(hedge)}”` : null,
  ]
    .filter((x) => x !== null)
    .join('; ');
}

const DISPUTES: Readonly<Record<Dispute['kind'], string>> = {
  denial: 'denied',
  counterclaim: 'rival accounts',
  figures: 'figures that differ',
  unverified: 'not verified',
};

export const disputeInWords = (dispute: Dispute): string => DISPUTES[dispute.kind];

/** Who tells it: the speaker with their party, or the report itself. */
export function tellerOf(document: { readonly text: string }, reading: Reading, statement: string | null): string {
  const told = statement === null ? undefined : reading.statements.find((s) => s.id === statement);
  if (!told) return 'the report itself';
  const { name, party, span } = told.speaker;
  const who = name ?? (span ? slice(document.text, span) : null);
  if (who === null) return party === null ? 'somebody not named' : oneLine(party);
  return party !== null && party !== who ? `${oneLine(who)} (${oneLine(party)})` : oneLine(who);
}
