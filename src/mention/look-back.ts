import type { Entity } from './entities.ts';
import { SORT } from './lexicon.ts';
import { back, type Memory } from './memory.ts';
import { spelledOut } from './offices.ts';
import { made, type Side } from './party.ts';
import type { Phrase } from './phrases.ts';
import { ownersSide } from './sides.ts';

const WHO = SORT.office | SORT.alone | SORT.private;
const BODY = SORT.institution | SORT.movement | SORT.privateBody | SORT.side;

/** No report has so many referents but a dump of many; there, looking ahead would cost more than it finds. */
const MOST = 300;

/** Somebody spoken of before (or, failing that, named later) whom "the minister", "the group" may mean. */
export function lookBack(memory: Memory, phrase: Phrase): Entity | null {
  const { context } = memory;
  const role = phrase.item!.role!;
  const { sorts } = role;
  if (phrase.plural && !(sorts & SORT.home))
    return (
      sameWord(memory, phrase) ??
      (sorts & SORT.side && phrase.owners.length === 0 && phrase.determiner === 'the' ? onlyGroup(memory) : null)
    );
  // 'the leader of the "Open Water" initiative': of whom could not be read, so it may be anybody.
  const unread = phrase.owners.length === 0 && context.items.keys[phrase.last] === 'of';
  const side = phrase.owners.length > 0 || phrase.possessive >= 0 ? ownersSide(context, phrase) : null;
  const person = sorts & WHO && !(sorts & SORT.movement && sorts & BODY && !(sorts & SORT.office)) && !phrase.plural;
  if (person && unread) return null;
  return person ? personMeant(memory, phrase, side) : bodyMeant(memory, phrase, side?.party ?? null);
}

/** The person whom "the minister", "the Halvian leader" may mean. */
function personMeant(memory: Memory, phrase: Phrase, side: Side | null): Entity | null {
  const { context, seen } = memory;
  const { lexicon } = context;
  const role = phrase.item!.role!;
  const { sorts } = role;
  const party = side?.party ?? null;
  // "the Observatory official": nobody of a side.
  const { named } = context;
  const civil = phrase.owners.some(({ item }) => {
    const sort = item ? named.get(item)?.sort : undefined;
    return sort === 'civil' || sort === 'media';
  });
  const fits = (e: Entity): boolean =>
    (!civil || e.party === null) &&
    (party === null ? phrase.owners.length === 0 || !side || side.made.rule === 'mention/no-side' : e.party === party);
  const formerly = phrase.cut === 'former';
  const special = spelledOut(context, phrase);
  // Any minister is an official; "the official" is only somebody called so.
  const loose = role.offices.includes('official');
  const strict = (e: Entity): boolean =>
    special.length > 0
      ? special.some((o) => e.offices.has(o))
      : e.words.has(role.word) ||
        [...e.words].some((w) => w.startsWith(role.word + ' ') || w.endsWith(' ' + role.word)) ||
        (!loose && role.offices.some((o) => e.offices.has(o)));
  const wide = (e: Entity): boolean =>
    special.length > 0
      ? [...e.offices].some((o) => special.some((mine) => lexicon.wider.get(o)?.has(mine)))
      : !loose &&
        [...e.offices].some(
          (o) => lexicon.wider.get(o)?.has(role.word) || role.offices.some((mine) => lexicon.wider.get(o)?.has(mine)),
        );
  const isPerson = (e: Entity): boolean => e.kind === 'person' && !e.plural && e.sort !== 'document';
  const test = formerly
    ? (e: Entity): boolean => isPerson(e) && e.named && (strict(e) || wide(e)) && e.party === null
    : (e: Entity): boolean => isPerson(e) && fits(e);
  const found =
    back(memory, (e) => test(e) && strict(e)) ??
    back(memory, (e) => test(e) && wide(e) && e.named) ??
    (phrase.determiner === 'the' || phrase.determiner === 'none'
      ? (ahead(memory, (e) => test(e) && strict(e)) ?? ahead(memory, (e) => test(e) && wide(e)))
      : null);
  if (found) return found;
  const chief = [...role.offices, ...special].some((o) => lexicon.stateOffices.has(o) || o === 'leader');
  const office = [...role.offices, ...special].includes('foreign minister') ? 'foreign minister' : 'leader';
  if (chief && party !== null && !formerly) {
    const listed = back(
      memory,
      (e) =>
        isPerson(e) &&
        e.named &&
        e.party === party &&
        e.offices.size === 0 &&
        (e.listed === office || (e.listed === null && office === 'leader')),
    );
    return listed ?? bareLeader(memory, phrase, party);
  }
  if (role.word === 'politician' && phrase.determiner === 'the') {
    for (let k = seen.length - 1; k >= 0 && k > seen.length - 25; k--) {
      const s = seen[k]!;
      if (s.speaker && isPerson(s.entity) && s.entity.named && fits(s.entity)) return s.entity;
    }
  }
  if (role.word === 'politician' || sorts & SORT.private)
    return phrase.owners.length === 0 && phrase.determiner === 'the'
      ? back(
          memory,
          (e) =>
            isPerson(e) &&
            e.named &&
            (role.word === 'politician' ? e.party !== null : e.party === null && e.offices.size === 0),
          25,
        )
      : null;
  return null;
}

/**
 * "Tesk rejected the plan. The Maravetian president ...": somebody so well known that the report names no office, whom the
 * sentence before is about. Takes note of the side.
 */
function bareLeader(memory: Memory, phrase: Phrase, party: string): Entity | null {
  const { context, seen } = memory;
  const here = context.items.sentence[phrase.first]!;
  const opens = context.items.sentences[here]!.first >= phrase.first - 1;
  if (phrase.determiner !== 'the' || !opens || phrase.owners.some((o) => o.how !== 'modifier')) return null;
  for (let k = seen.length - 1; k >= 0 && k > seen.length - 30; k--) {
    const { entity, subject, speaker, sentence } = seen[k]!;
    if (here - sentence > 2) return null;
    if (sentence === here || entity.kind !== 'person' || !(subject || speaker)) continue;
    const bare = entity.named && entity.party === null && entity.offices.size === 0 && entity.words.size === 0;
    if (!bare || entity.votes.size > 0) return null;
    entity.party = party;
    entity.partyMade = made('mention/called-by-office');
    return entity;
  }
  return null;
}

/** The body that "the ministry", "the group" may mean. */
function bodyMeant(memory: Memory, phrase: Phrase, party: string | null): Entity | null {
  const { keys } = memory.context.items;
  const role = phrase.item!.role!;
  const { sorts } = role;
  const key = keys[phrase.head]!;
  const sameBody = (e: Entity): boolean =>
    e.kind !== 'person' &&
    e.sort !== 'state' &&
    e.sort !== 'people' &&
    e.sort !== 'document' &&
    (e.words.has(role.word) || e.words.has(key));
  const named_ = (e: Entity): boolean =>
    e.kind !== 'person' &&
    (e.sort === 'civil' ||
      e.sort === 'body' ||
      e.sort === 'group' ||
      e.sort === 'organ' ||
      e.sort === 'media' ||
      e.sort === 'unknown') &&
    nameHas(e, key);
  const found = back(memory, (e) => (sameBody(e) || named_(e)) && (party === null || e.party === party));
  if (found && (found.party !== null || found.named || !(sorts & SORT.standIn))) return found;
  if (phrase.owners.length > 0) return found;
  if (sorts & SORT.standIn && phrase.determiner === 'the') {
    const sort = sorts & SORT.privateBody ? ['civil', 'media', 'unknown'] : ['group', 'body', 'civil', 'unknown'];
    return back(memory, (e) => sort.includes(e.sort) && e.kind === 'organisation', 20) ?? found;
  }
  return found ?? ahead(memory, (e) => named_(e) && e.sort === 'civil');
}

/** Whether a name or one of its other forms has this word. */
function nameHas(entity: Entity, key: string): boolean {
  const stem = key.replace(/s$/u, '');
  if (entity.aliasWords.has(key) || entity.aliasWords.has(stem)) return true;
  const own = entity.name.toLowerCase().split(/[\s-]+/u);
  if (own.includes(key) || own.includes(stem)) return true;
  return (stem === 'monitor' || stem === 'monitoring') && /observatory|monitor/iu.test(entity.name);
}

/** The one armed group or movement of the report: "the rebels" are it. */
function onlyGroup(memory: Memory): Entity | null {
  const { roster } = memory.context;
  if (roster.all.length > MOST) return null;
  const groups = roster.all.filter(
    (e) =>
      e.sort === 'group' ||
      (e.sort === 'unknown' && e.party === e.name && e.kind === 'organisation' && e.name.includes(' ')),
  );
  return groups.length === 1 ? groups[0]! : null;
}

/** The last thing spoken of by the same word. */
export function sameWord(memory: Memory, phrase: Phrase): Entity | null {
  const { context } = memory;
  const { word } = phrase.item!.role!;
  const party = phrase.owners.length > 0 ? ownersSide(context, phrase).party : null;
  return back(
    memory,
    (e) =>
      e.words.has(word) &&
      e.plural === phrase.plural &&
      (phrase.owners.length === 0 || (party !== null && e.party === party)),
  );
}

/** The first entity of the report that fits, wherever it is named. */
function ahead(memory: Memory, test: (entity: Entity) => boolean): Entity | null {
  const { roster } = memory.context;
  if (roster.all.length > MOST) return null;
  return roster.all.find((e) => e.named && test(e)) ?? null;
}
