import { dayOf } from './dates.ts';

/** How far the clocks of a place are from Greenwich in winter, in hours, and whether they keep Europe's summer time. */
export interface Zone {
  readonly hours: number;
  readonly summer: boolean;
}

const instant = /T\d\d:\d\d.*(?:Z|[+-]00:00)$/u;

/** The same instant as another date gives it with the hours of its own place (`18:40+01:00` for `17:40Z`), if one does. */
export function localTime(given: string, others: readonly string[]): string | null {
  if (!instant.test(given)) return null;
  const at = Date.parse(given);
  return others.find((o) => /T.*[+-](?!00:00)\d\d:\d\d$/u.test(o) && Math.abs(Date.parse(o) - at) < 120_000) ?? null;
}

/**
 * The day of an instant where the report came out, if another date beside it tells: `2031-02-05T02:00Z` beside an address
 * with `/2031/02/04/` is the 4th there, and "on Monday" in the report counts from it. `null` where it is the same day,
 * and where no clock on earth shows that day at that instant.
 */
export function localDay(given: string, beside: string | null): string | null {
  if (beside === null || !instant.test(given)) return null;
  const day = beside.slice(0, 10);
  const apart = Date.parse(day) - Date.parse(given.slice(0, 10));
  const hour = Number(given.slice(11, 13)) + Number(given.slice(14, 16)) / 60;
  // Clocks run from 12 hours behind Greenwich to 14 before it.
  if (apart === -86_400_000 && hour < 12) return beside;
  return apart === 86_400_000 && hour >= 10 ? beside : null;
}

/** The instant at which Europe's clocks change in a month: 1 o'clock of its last Sunday. */
function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month, 0, 1));
  return end.getTime() - end.getUTCDay() * 86_400_000;
}

/** The zone of a site by the ending of its address, where the country that it stands for keeps one time. */
export function zoneOfAddress(address: string, zones: ReadonlyMap<string, Zone>): Zone | null {
  const labels = /^https?:\/\/([^/:?#]+)/iu.exec(address)?.[1]?.toLowerCase().split('.') ?? [];
  return zones.get(labels.slice(-2).join('.')) ?? zones.get(labels.at(-1) ?? '') ?? null;
}

/** An instant by the clocks of a zone, if their day is another than Greenwich's; else `null`. Midnight is a bare day. */
export function inZone(given: string, zone: Zone): string | null {
  if (!instant.test(given) || /T00:00(?::00)?(?:\.0+)?(?:Z|[+-])/u.test(given)) return null;
  const at = Date.parse(given);
  if (Number.isNaN(at)) return null;
  const year = Number(given.slice(0, 4));
  const summer = zone.summer && at >= lastSunday(year, 3) && at < lastSunday(year, 10);
  const hours = zone.hours + (summer ? 1 : 0);
  const there = new Date(at + hours * 3_600_000);
  const day = dayOf(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate());
  if (day === null || day === given.slice(0, 10)) return null;
  const pad = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const off = `${hours < 0 ? '-' : '+'}${pad(Math.abs(hours))}:${pad((Math.abs(hours) % 1) * 60)}`;
  return `${day}T${there.toISOString().slice(11, 19)}${off}`;
}
