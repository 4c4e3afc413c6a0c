import { compare } from '../family.ts';
import { fitsLone, isLone, type NameReader, type PersonName, sameFullName } from '../names/compare.ts';
import { type Group, type Row, usualName } from './group.ts';

interface Named {
  readonly row: Row;
  readonly name: PersonName;
}

/** One person as far as full names tell, the fullest name first. */
interface Person {
  readonly head: PersonName;
  readonly named: Named[];
}

/**
 * People whose family names sound alike, told apart. Full names are one where their given names agree. A family name
 * alone joins the one full name that has its party, or where no party is known its office; among several, or none, it
 * stays apart. The same for the same rows, in whatever order.
 */
export function groupPeople(rows: readonly Row[], reader: NameReader): readonly Group[] {
  const named = rows.map((row) => ({ row, name: reader.person(row.name) })).sort(byFullness);
  const people: Person[] = [];
  for (const one of named.filter(({ name }) => !isLone(name))) {
    const person = personFor(one, people);
    if (person) person.named.push(one);
    else people.push({ head: one.name, named: [one] });
  }
  // Lone names are held against full names alone, not against lone ones that joined before.
  const known = people.map((person) => ({ person, parties: partiesOf(person), offices: officesOf(person) }));
  const alone = new Map<string, Named[]>();
  for (const one of named.filter(({ name }) => isLone(name))) {
    const { party, office } = one.row;
    const fitting = known.filter(
      ({ person, parties, offices }) =>
        fitsLone(one.name, person.head) &&
        (party !== null ? parties.has(party) : office !== null && offices.has(office.toLowerCase())),
    );
    if (fitting.length === 1) {
      fitting[0]!.person.named.push(one);
      continue;
    }
    const key = JSON.stringify([one.name.family, one.name.initials, party ?? '']);
    alone.set(key, [...(alone.get(key) ?? []), one]);
  }
  const taken = new Set<string>();
  /** Short names that sound alike but are spelt otherwise are told apart by their letters. */
  const idOfPerson = ({ sound, given, family }: PersonName): readonly string[] => {
    const key = [sound, ...given].join(' ');
    const free = !taken.has(key);
    taken.add(key);
    return ['person', sound, ...given, ...(free ? [] : [family])];
  };
  return [
    ...people.map(
      ({ head, named: its }): Group => ({
        id: idOfPerson(head),
        kind: 'person',
        name: usualName(
          its.map(({ row }) => row),
          (row) => !isLone(reader.person(row.name)),
        ),
        rows: its.map(({ row }) => row),
      }),
    ),
    ...[...alone].map(
      ([key, its]): Group => ({
        id: ['person', key],
        kind: 'person',
        name: usualName(its.map(({ row }) => row)),
        rows: its.map(({ row }) => row),
      }),
    ),
  ];
}

/** The person that a full name is; `null` for a new one, also where it could be either of two. */
function personFor({ row, name }: Named, people: readonly Person[]): Person | null {
  const sure = people.filter(({ head }) => sameFullName(head, name) === 'surely');
  if (sure.length === 1) return sure[0]!;
  if (sure.length > 1) return sure.find(({ head }) => String(head.given) === String(name.given)) ?? null;
  const perhaps = people.filter(
    (person) => sameFullName(person.head, name) === 'perhaps' && row.party !== null && partiesOf(person).has(row.party),
  );
  return perhaps.length === 1 ? perhaps[0]! : null;
}

const partiesOf = ({ named }: Person): ReadonlySet<string> => new Set(named.flatMap(({ row }) => row.party ?? []));
const officesOf = ({ named }: Person): ReadonlySet<string> =>
  new Set(named.flatMap(({ row }) => row.office?.toLowerCase() ?? []));

/** Fuller names first, so that shorter ones find them. */
const byFullness = (a: Named, b: Named): number =>
  b.name.given.length - a.name.given.length ||
  compare(String(a.name.given), String(b.name.given)) ||
  compare(a.row.name, b.row.name) ||
  compare(a.row.party ?? '', b.row.party ?? '') ||
  compare(a.row.office ?? '', b.row.office ?? '') ||
  compare(a.row.reports[0]!.id, b.row.reports[0]!.id);
