/**
 * Where a talk is looked for among others: in the half of a year of its day, calls apart from meetings. So long,
 * since talks are proposed weeks before they are held.
 */
import type { ItemOf } from '../../case.ts';
import { keyOf, piecesOf } from '../family.ts';
import { daysBetween, halfOf } from '../join/days.ts';
import { talkTiming } from './told.ts';

/** From so many days after it a report recalls a talk: kept apart by month of report, since it may be for years. */
const RECALLED = 45;

export function partOfTalk(item: ItemOf<'talk'>): string {
  const form = item.record.kind === 'call' ? 'call' : 'meeting';
  const timing = talkTiming(item.record.when);
  const { day } = item.report;
  const month = day?.slice(0, 7) ?? '-';
  if (timing.kind === 'days') {
    const { from } = timing;
    const recalled = day === null || daysBetween(from, day) > RECALLED;
    return keyOf('talk', halfOf(from), form, from, recalled ? month : 'new');
  }
  if (timing.kind === 'coarse') {
    const asMonth = monthOf(timing.label);
    const near = day !== null && asMonth !== null && halfOf(`${asMonth}-01`) === halfOf(day);
    return near
      ? keyOf('talk', halfOf(day), form, day, 'new')
      : keyOf('talk', `in ${timing.label}`, form, month, 'recalled');
  }
  return day === null
    ? keyOf('talk', `undated ${item.report.id.slice(0, 2)}`, form, '-', 'new')
    : keyOf('talk', halfOf(day), form, day, 'new');
}

/** The month of a label of a coarse time that is one month; `null` for another. */
export const monthOf = (label: string): string | null => /^(\d{4}-\d{2})\.\.\1$/.exec(label)?.[1] ?? null;

export const threadOfTalk = (part: string): string => keyOf(...piecesOf(part).slice(0, 3));

/** Whether what a part holds may be told again for years. */
export const isRecalled = (part: string): boolean => piecesOf(part)[4] !== 'new';
