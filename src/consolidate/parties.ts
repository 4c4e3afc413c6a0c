import type { CaseFile } from '../case.ts';

/** A name as names of a case file are compared: without case, accents, points and a leading "the". */
export function plainName(name: string): string {
  let plain = plainNames.get(name);
  if (plain === undefined) {
    plain = makePlain(name);
    // The same few names are compared over and over; whatever is kept, the answer is the same.
    if (plainNames.size >= MOST_KEPT) plainNames.clear();
    plainNames.set(name, plain);
  }
  return plain;
}

const plainNames = new Map<string, string>();
const MOST_KEPT = 20_000;

const makePlain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .replace(/[’ʼ‘ʻ]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .replace(/^the /, '');

/** Names under which a case shows what reports name. */
export interface CaseNames {
  /** A party under the case's name for it; a name that the case does not know is given back as it is. */
  party(name: string): string;
  /** The party that a name is another name of; `null` where the case knows none of that name. */
  partyNamed(name: string): string | null;
  /** The party that the case file says a person or body speaks for; `null` where it says none. */
  partyOfMember(name: string): string | null;
  /** The usual name of a person or body, where the case file gives it several. */
  actor(name: string): string;
  place(name: string): CaseFile['places'][number] | null;
  outlet(name: string): string;
}

const made = new WeakMap<CaseFile, CaseNames>();

/** The names of a case file. Made once for each file, since they are asked for every report. */
export function caseNames(file: CaseFile): CaseNames {
  const known = made.get(file);
  if (known) return known;
  const names = makeNames(file);
  made.set(file, names);
  return names;
}

function makeNames(file: CaseFile): CaseNames {
  const party = usual(file.parties);
  const actor = usual(file.actors);
  const members = new Map<string, string>();
  for (const { name, members: its } of file.parties) {
    for (const member of its) {
      if (!members.has(plainName(member))) members.set(plainName(member), name);
      const usualName = actor.get(plainName(member));
      if (usualName !== undefined && !members.has(plainName(usualName))) members.set(plainName(usualName), name);
    }
  }
  const places = new Map<string, CaseFile['places'][number]>();
  for (const place of file.places) {
    for (const name of [place.name, ...place.aliases]) {
      if (!places.has(plainName(name))) places.set(plainName(name), place);
    }
  }
  const outlets = usual(file.sources.map(({ outlet, aliases }) => ({ name: outlet, aliases })));
  return {
    party: (name) => party.get(plainName(name)) ?? name,
    partyNamed: (name) => party.get(plainName(name)) ?? null,
    partyOfMember: (name) => members.get(plainName(name)) ?? null,
    actor: (name) => actor.get(plainName(name)) ?? name,
    place: (name) => places.get(plainName(name)) ?? null,
    outlet: (name) => outlets.get(plainName(name)) ?? name,
  };
}

/** From every name to the usual one; the first entry that has a name keeps it, and usual names go before others. */
function usual(
  entries: readonly { readonly name: string; readonly aliases: readonly string[] }[],
): Map<string, string> {
  const map = new Map<string, string>();
  for (const { name } of entries) if (!map.has(plainName(name))) map.set(plainName(name), name);
  for (const { name, aliases } of entries) {
    for (const alias of aliases) if (!map.has(plainName(alias))) map.set(plainName(alias), name);
  }
  return map;
}
