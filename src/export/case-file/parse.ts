/** `case.yaml`: what a user sets for a case, checked and read. */
import type { CaseFile } from '../../case.ts';

/** Something in `case.yaml` is not as it must be. The message says where, and what to do. */
export class CaseFileError extends Error {
  override readonly name = 'CaseFileError';
}

type Fields = Readonly<Record<string, unknown>>;

const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': ['name', 'parties', 'actors', 'places', 'maps', 'issues', 'sources'],
  parties: ['name', 'aliases', 'members'],
  actors: ['name', 'aliases'],
  places: ['name', 'aliases', 'latitude', 'longitude'],
  sources: ['outlet', 'aliases', 'side', 'agency'],
};

/** Checks and reads what the YAML of a case file says. `file` is named in errors. */
export function parseCaseFile(raw: unknown, file = 'case.yaml'): CaseFile {
  const wrong = (what: string): never => {
    throw new CaseFileError(`${file}: ${what}`);
  };
  const fields = (value: unknown, where: string, keys: readonly string[]): Fields => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return wrong(`${where} must give ${keys.join(', ')}, each on a line of its own.`);
    }
    const unknown = Object.keys(value).find((key) => !keys.includes(key));
    if (unknown !== undefined) wrong(`${where} has "${unknown}", which means nothing here. Use ${keys.join(', ')}.`);
    return value as Fields;
  };
  const text = (value: unknown, where: string): string =>
    typeof value === 'string' && value.trim() !== ''
      ? value.trim()
      : typeof value === 'number'
        ? String(value)
        : wrong(`${where} must be a name. Put it in quotation marks.`);
  const texts = (value: unknown, where: string): readonly string[] => {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return wrong(`${where} must be a list: [one, another].`);
    return value.map((entry, i) => text(entry, `${where}, entry ${i + 1},`));
  };
  const degrees = (value: unknown, most: number, where: string): number =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most
      ? value
      : wrong(`${where} must be a number of degrees from -${most} to ${most}.`);
  const all = fields(raw ?? {}, 'the file', KEYS['']!);
  const list = <T>(key: string, read: (entry: Fields, where: string) => T): readonly T[] => {
    const value = all[key];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return wrong(`${key} must be a list: each entry begins with "- ".`);
    return value.map((entry, i) => {
      const where = `${key}, entry ${i + 1},`;
      return read(fields(entry, where, KEYS[key]!), where);
    });
  };
  const parties = list('parties', (entry, where) => ({
    name: text(entry['name'], `${where} name`),
    aliases: texts(entry['aliases'], `${where} aliases`),
    members: texts(entry['members'], `${where} members`),
  }));
  const twice = parties.find((p, i) => parties.findIndex((q) => q.name === p.name) < i);
  if (twice) wrong(`the party ${twice.name} stands twice. Put the two into one.`);
  const issues = all['issues'] ?? [];
  if (!Array.isArray(issues)) wrong('issues must be a list, in the form of data/taxonomies/issues.yaml.');
  return {
    name: all['name'] === undefined || all['name'] === null ? '' : text(all['name'], 'name'),
    parties,
    actors: list('actors', (entry, where) => ({
      name: text(entry['name'], `${where} name`),
      aliases: texts(entry['aliases'], `${where} aliases`),
    })),
    places: list('places', (entry, where) => ({
      name: text(entry['name'], `${where} name`),
      aliases: texts(entry['aliases'], `${where} aliases`),
      latitude: degrees(entry['latitude'], 90, `${where} latitude`),
      longitude: degrees(entry['longitude'], 180, `${where} longitude`),
    })),
    maps: texts(all['maps'], 'maps'),
    issues: issues as readonly unknown[],
    sources: list('sources', (entry, where) => ({
      outlet: text(entry['outlet'], `${where} outlet`),
      aliases: texts(entry['aliases'], `${where} aliases`),
      side: entry['side'] === undefined || entry['side'] === null ? null : text(entry['side'], `${where} side`),
      agency:
        entry['agency'] === undefined || entry['agency'] === null
          ? false
          : typeof entry['agency'] === 'boolean'
            ? entry['agency']
            : wrong(`${where} agency must be true or false.`),
    })),
  };
}
