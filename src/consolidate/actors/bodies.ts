import { lettersOf } from '../names/compare.ts';
import { type Group, type Row, usualName } from './group.ts';

/** What comparing names of bodies knows. */
export interface Bodies {
  readonly letters: ReadonlyMap<string, string>;
}

/** Words of a name that an abbreviation leaves out begin with a small letter: "Organization for the Prohibition of ...". */
const initialsOf = (name: string): string => (name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('').toLowerCase();

const isAbbreviation = (name: string): boolean => /^(?:the )?(?:\p{Lu}\.?){2,7}$/u.test(name);

const plain = (name: string, { letters }: Bodies): string => lettersOf(name.replace(/^the /i, ''), letters);

/** What a body shares with all that may be it: its abbreviation, or its name where it has fewer than three words. */
export function bodyKey(name: string, bodies: Bodies): string {
  if (isAbbreviation(name)) return plain(name.replaceAll('.', ''), bodies);
  // "U.S." and "US" are one word.
  const initials = initialsOf(name.replace(/^the /i, '').replaceAll('.', ''));
  return initials.length > 2 ? initials : plain(name, bodies);
}

/** Bodies of one abbreviation, told apart by their names; the abbreviation joins the one name there is for it. */
export function groupBodies(rows: readonly Row[], bodies: Bodies): readonly Group[] {
  const groups = new Map<string, Row[]>();
  const short: Row[] = [];
  for (const row of rows) {
    if (isAbbreviation(row.name)) short.push(row);
    else {
      const name = plain(row.name, bodies);
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
  }
  const only = groups.size === 1 ? [...groups.values()][0] : undefined;
  if (only) only.push(...short);
  else if (short.length > 0) groups.set(bodyKey(short[0]!.name, bodies), short);
  return [...groups].map(([name, its]) => ({
    id: ['body', name],
    kind: its.some((row) => row.kind === 'organisation') ? 'organisation' : 'group',
    name: usualName(its, (row) => !isAbbreviation(row.name) || its.every((each) => isAbbreviation(each.name))),
    rows: its,
  }));
}
