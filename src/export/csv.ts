/** One field: quoted where it must be (RFC 4180). */
function field(value: string): string {
  // A spreadsheet takes a cell that begins so for a formula; reports are written by others, who may want just that.
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d+(?:\.\d+)?$/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/**
 * One record of a CSV file (RFC 4180), with its line break. Text that a spreadsheet would run as a formula gets an
 * apostrophe before it (OWASP, CSV injection).
 */
export const csvLine = (values: readonly (string | number | null)[]): string =>
  `${values.map((v) => field(v === null ? '' : String(v))).join(',')}\r\n`;
