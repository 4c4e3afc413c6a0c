import type { EntryRow, Item, ItemOf, Judgement, Thread } from '../../case.ts';
import { idOf } from '../../text/digest.ts';
import { type Family, keyOf, type PartResult, piecesOf } from '../family.ts';
import { idsAfterMerges, splitsOf } from '../judgements.ts';
import { newNameReader } from '../names/compare.ts';
import type { NameLexicon } from '../names/lexicon.ts';
import { plainName } from '../parties.ts';
import { type Bodies, bodyKey, groupBodies } from './bodies.ts';
import { actorId, actorOf, type Group, type Row, usualName } from './group.ts';
import { type NamePart, type Naming, partOf } from './mentions.ts';
import { groupPeople } from './people.ts';

/**
 * People, bodies and parties under all their names, from whoever is quoted. A thread holds what may be one: people whose
 * family names sound alike, bodies with one name or one abbreviation, one party. Within it, names are compared.
 */
export function actorsFamily(lexicon: NameLexicon): Family {
  const reader = newNameReader(lexicon);
  const bodies: Bodies = { letters: lexicon.letters };

  const keysOf = (item: ItemOf<'statement'>): (readonly [key: readonly string[], naming: Naming])[] => {
    const { name = null, party = null } = item.by ?? {};
    const keys: [string[], Naming][] = [];
    const { kind, generic, aliases } = item.speaker;
    const office = item.speaker.office && reader.office(item.speaker.office);
    const isSide = name !== null && (kind === 'place' || (party !== null && isSame(name, party)));
    const its = [...(item.record.speaker.name === null ? [] : [item.record.speaker.name]), ...aliases];
    if (party !== null) {
      const sides = [...new Set(reader.sidesOf(party))];
      for (const side of sides) {
        const beside = isSide && sides.length === 1 ? others(its, side) : [];
        keys.push([['side', side], { item, name: side, kind: 'group', office, beside }]);
      }
    }
    if (name === null || isSide || generic) return keys;
    const body = name.replace(/^the /i, '');
    const beside = others(its, kind === 'person' ? name : body);
    if (kind === 'person') {
      if (reader.isPersonal(name))
        keys.push([['person', reader.person(name).sound], { item, name, kind, office, beside }]);
    } else if (kind !== null && kind !== 'place' && reader.isProper(name)) {
      keys.push([['body', bodyKey(body, bodies)], { item, name: body, kind, office, beside }]);
    }
    return keys;
  };

  return {
    prefix: 'actor',
    partsOf: (item: Item) =>
      item.kind === 'statement'
        ? keysOf(item).map(([pieces]) => keyOf('actor', ...pieces, item.report.day?.slice(0, 7) ?? ''))
        : [],
    part(key, items): NamePart {
      const [, ...pieces] = piecesOf(key);
      const thread = keyOf(...pieces.slice(0, 2));
      return partOf(
        items.flatMap((item) =>
          item.kind === 'statement'
            ? keysOf(item).flatMap(([its, naming]) => (keyOf(...its) === thread ? [naming] : []))
            : [],
        ),
      );
    },
    threadOf: (part) => keyOf(...piecesOf(part).slice(0, 3)),
    thread: (_key, parts, ledger) =>
      threadOfActors(parts, ledger, (thread, rows) => {
        const [, what, which] = piecesOf(thread);
        if (what === 'side') return [{ id: ['side', which!], kind: 'party', name: which!, rows }];
        return what === 'person' ? groupPeople(rows, reader) : groupBodies(rows, bodies);
      }),
  };
}

/** Rows of all parts, gathered to groups thread by thread, then merged and split as the ledger says. */
function threadOfActors(
  parts: readonly PartResult[],
  ledger: readonly Judgement[],
  groupsOf: (thread: string, rows: readonly Row[]) => readonly Group[],
): Thread {
  const threads = new Map<string, Row[]>();
  for (const { key, result } of parts) {
    const thread = keyOf(...piecesOf(key).slice(0, 3));
    const rows = threads.get(thread) ?? [];
    threads.set(thread, rows);
    const { reports, rows: its } = result as NamePart;
    const told = (at: readonly number[]): Row['reports'] => at.map((each) => reports[each]!);
    for (const row of its) {
      const aliases = row.aliases.map(([name, at]) => [name, told(at)] as const);
      rows.push({ ...row, reports: told(row.reports), aliases });
    }
  }
  const idAfter = idsAfterMerges(ledger, 'actor');
  const splits = splitsOf(ledger, 'actor');
  const merged = new Map<string, { group: Group; rows: Row[] }>();
  for (const [thread, rows] of threads) {
    for (const whole of groupsOf(thread, rows)) {
      for (const [id, group] of splitUp(whole, splits)) {
        const stays = idAfter(id);
        const known = merged.get(stays);
        if (!known) merged.set(stays, { group, rows: [...group.rows] });
        else {
          known.rows.push(...group.rows);
          // The first target gives its usual name, wherever it comes among the threads.
          if (id === stays) known.group = group;
        }
      }
    }
  }
  const entries: EntryRow[] = [...merged].map(([id, { group, rows }]) => actorOf(id, group, rows));
  return { entries: entries.sort((a, b) => (a.id < b.id ? -1 : 1)), wordsAndDeeds: [] };
}

/** A group and what is split from it: rows under the names that do not belong. */
function splitUp(group: Group, splits: ReadonlyMap<string, readonly string[]>): [id: string, group: Group][] {
  const id = actorId(group);
  const away = splits.get(id);
  if (!away) return [[id, group]];
  const goes = (row: Row): boolean => away.some((name) => isSame(name, row.name));
  const gone = group.rows.filter(goes);
  const stays = group.rows.filter((row) => !goes(row));
  if (gone.length === 0 || stays.length === 0) return [[id, group]];
  return [
    [id, { ...group, name: usualName(stays), rows: stays }],
    [idOf('actor-split', id, ...away), { ...group, name: usualName(gone), rows: gone }],
  ];
}

const isSame = (a: string, b: string): boolean => plainName(a) === plainName(b);

const others = (names: readonly string[], name: string): string[] =>
  [...new Set(names)].filter((other) => other.replace(/^the /i, '') !== name);
