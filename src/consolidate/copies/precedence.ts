import type { Provenance, ReportHead } from './sketch.ts';

/** A name as compared: lower case, letters and digits only. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "Littoral Press Agency" gives "lpa". */
const initials = (name: string): string =>
  plain(name)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');

/** Whether one name is the initials of the other. */
export const isShortFor = (short: string, name: string): boolean =>
  plain(short) === initials(name) && plain(short) !== plain(name);

/** Whether two names are one source's: the same words, or one the initials of the other. */
export const sameSource = (a: string, b: string): boolean =>
  plain(a) === plain(b) || isShortFor(a, b) || isShortFor(b, a);

/**
 * How near a report stands to where its words come from: 0 an agency's own report, 1 an outlet's that credits nobody,
 * 2 one that credits an agency.
 */
function distance({ outlet, agency }: Provenance): number {
  if (agency === null) return 1;
  return outlet === null || sameSource(outlet, agency) ? 0 : 2;
}

/** Later than every date. */
const UNDATED = '~';
/** Reports with more words than this count as equally long. */
const LONGEST = 9_999_999;

/**
 * Which report has shared words first: the one whose key sorts first as a string. Days decide. Within a day the hour
 * often tells of an update or of a collector's round, so the agency goes before the outlet that credits it; then come the
 * hour (as written; a day without one counts as its end), the longer before the shorter, and last the digest. A report
 * without a date comes last. A total order: of any number of reports the same one is first, in whatever order they come.
 */
export function precedenceOf(report: ReportHead): string {
  const day = report.published?.slice(0, 10) || UNDATED;
  const hour = report.published?.slice(10) || UNDATED;
  const length = String(LONGEST - Math.min(report.words, LONGEST)).padStart(7, '0');
  return `${day} ${distance(report)} ${hour} ${length} ${report.id}`;
}

/**
 * Who a report's own words come from, as counted among independent originators: the agency that it credits, else its
 * outlet, else the report itself. Several reports of one outlet are one originator.
 */
export const originatorOf = ({ outlet, agency, id }: ReportHead): string =>
  agency !== null && (outlet === null || !sameSource(outlet, agency)) ? agency : (outlet ?? id);
