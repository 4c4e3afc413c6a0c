/** Words cut and set for headings; quotation marks; the slots that accounts share. Pure. */
import { longDay } from './dates.ts';
import { capital, EVENT_TYPE, label } from './words.ts';

/** Quotation marks around the whole are ours to set. */
export const trimmed = (words: string): string => words.replace(/^[“"]+|[”"]+$/gu, '');

/** Longer quotations are cut where they are listed; the report has them whole. */
const LONGEST = 1200;
/** Words of any length, cut after so many letters, never within a letter of two units. */
export function shorten(words: string, most = LONGEST): string {
  if (words.length <= most) return words;
  const last = words.charCodeAt(most - 1);
  return `${words.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most).trimEnd()} …`;
}

/** The first words of a longer stretch, for a heading. */
export function clip(words: string, most = 22): string {
  const all = shorten(trimmed(words)).split(/\s+/);
  return all.length > most ? `${all.slice(0, most).join(' ')} …` : all.join(' ');
}

/** Of words from several places, joined by ` … `, the longest stretch: the headline's come first and say less. */
export const fullest = (words: string): string =>
  words.split(' … ').reduce((most, part) => (part.length > most.length ? part : most));

/** What a report without a headline is known by. */
export const fileName = (path: string): string => path.split(/[/\\]/).at(-1) || path;

const EVENT_TYPE_NAMES: Readonly<Record<string, string>> = EVENT_TYPE;

const CONNECTIVE =
  /^(?:but )?(?:only (?:if|once|after|when)|on condition that|provided(?: that)?|in (?:return|exchange) for|as long as|so long as|if|once|unless|until|before|after|when|against)\b/i;

/** A condition in two: the word that joins it, which is ours to set in sans, and the rest as it stands. */
export function splitCondition(condition: string): readonly [string, string] {
  const joined = CONNECTIVE.exec(condition)?.[0] ?? '';
  return [joined, condition.slice(joined.length).trimStart()];
}

/** Slots that the accounts share (`ASSAULT, Nerith, 2031-03-14`) in words; what is no code or date stands as it is. */
export function commonWords(common: string): string {
  const slots = common.split(', ').map((slot) => {
    if (/^\d{4}(?:-\d\d){0,2}$/.test(slot)) return longDay(slot);
    return /^[A-Z_]{3,}$/.test(slot) ? label(EVENT_TYPE, slot) : slot;
  });
  return capital(slots.join(', '));
}

/** A sentence of ours with its codes and dates in words; what is quoted in it stays as it is. */
export const inWords = (sentence: string): string =>
  sentence
    .split(/(“[^”]*”)/u)
    .map((part) =>
      part.startsWith('“')
        ? part
        : part
            .replace(/\b\d{4}-\d\d(?:-\d\d)?\b/g, longDay)
            .replace(/\b[A-Z][A-Z_]{3,}\b/g, (code) => EVENT_TYPE_NAMES[code] ?? code),
    )
    .join('');
