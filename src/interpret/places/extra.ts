/** How tables of data/gazetteers/extra.yaml are written: `Name: field; field; value / value`. */

/** The lines of a table, each a name and its fields. */
export function table(text: string): [string, string[]][] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const colon = line.indexOf(': ');
      const [name, rest] = colon < 0 ? [line.replace(/:$/u, ''), ''] : [line.slice(0, colon), line.slice(colon + 2)];
      return [name, rest.split(';').map((field) => field.trim())];
    });
}

/** The values of one field, parted by " / ". */
export const values = (field: string | undefined): string[] =>
  (field ?? '')
    .split(' / ')
    .map((value) => value.trim())
    .filter((value) => value !== '');
