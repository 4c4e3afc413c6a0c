import { type Context, keyOf, speaks, textOf } from './context.ts';
import { addAlias, type Entity, nameParts } from './entities.ts';
import { fold } from './fold.ts';
import type { Item } from './items.ts';
import { leaderLike } from './leaders.ts';
import { SORT } from './lexicon.ts';
import { classify, type NameClass } from './name-model.ts';
import { made, meaning } from './party.ts';
import type { Phrase } from './phrases.ts';

/** Items of the report in order, each once. */
function* distinct(context: Context): Generator<Item> {
  const { at } = context.items;
  for (let i = 0; i < at.length; ) {
    const item = at[i]!;
    yield item;
    i = Math.max(i + 1, item.last);
  }
}

/** Makes an entity for every name of the report: people first by their full names, then by parts of them, then the rest. */
export function nameEntities(context: Context): void {
  const { items, lexicon, roster, people, named } = context;
  const phraseOf = new Map<Item, Phrase>();
  for (const phrase of context.all) if (phrase.item) phraseOf.set(phrase.item, phrase);
  const apposed = new Set(context.appositions.map((a) => a.name));
  const runs: Item[] = [];
  const certain: Item[] = [];
  for (const item of distinct(context)) {
    const leader = item.kind === 'name' && item.names[0]!.kind === 'leader';
    if (item.kind !== 'run' && !leader) continue;
    const phrase = phraseOf.get(item);
    const beside = item.looks === 'unknown' && item.last - item.first > 1 && (apposed.has(item) || relative(item.last));
    const person = leader || item.looks === 'person' || phrase?.person === item || beside;
    (person ? certain : runs).push(item);
  }
  const person = (item: Item, parts: readonly string[]): Entity => {
    const known = parts.length > 1 ? people.full(parts) : people.single(parts[0]!, item.first);
    let name = textOf(context, item.first, item.last);
    // A known name that lost its apostrophe: "Mareks" for "Marek's".
    if (item.kind === 'name' && name.endsWith('s') && !fold(item.names[0]!.name).endsWith('s'))
      name = name.slice(0, -1);
    const entity = known ?? roster.make('person', 'person', name, true, item.first);
    if (!known) {
      const entry = item.kind === 'name' ? item.names[0] : undefined;
      people.add(
        entity,
        entry
          ? fold(entry.name)
              .split(/[\s-]+/u)
              .filter((p) => p.length > 1 && !lexicon.particles.has(p))
          : [...parts],
      );
    }
    if (name.split(/[\s-]+/u).length > entity.name.split(/[\s-]+/u).length && isFuller(entity.name, name)) {
      addAlias(entity, entity.name);
      entity.name = name;
    } else if (entity.name === `${name}s`) {
      addAlias(entity, entity.name);
      entity.name = name;
    } else if (name !== entity.name) addAlias(entity, name);
    entity.listed ??=
      item.kind === 'name'
        ? (item.names[0]!.office ?? null)
        : (leaderLike(lexicon.leaders, keyOf(items, item))?.office ?? null);
    named.set(item, entity);
    genderOf(context, entity, item, parts);
    return entity;
  };
  /** What the learned model takes a run for; `other` without a model. */
  function classOf(item: Item): NameClass {
    return context.model ? classify(context.model, items, lexicon, item) : 'other';
  }
  /** ", who": only people are followed by it. */
  function relative(i: number): boolean {
    return items.keys[i] === 'who' || (items.keys[i] === ',' && items.keys[i + 1] === 'who');
  }
  const partsOf = new Map<Item, string[]>();
  for (const item of [...certain, ...runs]) partsOf.set(item, nameParts(items, lexicon, item));
  for (const item of certain) if (partsOf.get(item)!.length > 1) person(item, partsOf.get(item)!);
  for (const item of certain) if (partsOf.get(item)!.length === 1) person(item, partsOf.get(item)!);
  // "in Drenholm", "in Port Asker": what things are in is no person.
  const located = new Set<string>();
  for (const item of runs)
    if (item.looks === 'unknown' && lexicon.locatives.has(items.keys[item.first - 1] ?? ''))
      located.add(keyOf(items, item));
  // What no title or given name marks is a person when a person is known by it, or when it speaks as one.
  const rest: Item[] = [];
  for (const item of runs) {
    if (item.looks !== 'unknown') {
      rest.push(item);
      continue;
    }
    const parts = partsOf.get(item)!;
    const opener = items.words[item.first - 1];
    const kind = classOf(item);
    const saying =
      speaks(context, item.first, item.last) && opener?.tag !== 'DET' && opener?.tag !== 'NUM' && opener?.tag !== 'ADJ';
    if (
      parts.length > 1 &&
      ((saying && !located.has(keyOf(items, item)) && kind !== 'organisation') ||
        kind === 'person' ||
        people.full(parts))
    )
      person(item, parts);
    else rest.push(item);
  }
  const alone: Item[] = [];
  for (const item of rest) {
    const parts = partsOf.get(item)!;
    const before = items.keys[item.first - 1];
    const article = (before === 'the' && items.at[item.last]?.kind !== 'role') || before === 'a';
    if (item.looks === 'unknown' && parts.length === 1 && !article && people.single(parts[0]!, item.first))
      person(item, parts);
    else if (
      item.looks === 'unknown' &&
      parts.length === 1 &&
      !article &&
      speaks(context, item.first, item.last, true) &&
      !located.has(keyOf(items, item)) &&
      parts[0]!.length > 2 &&
      !isBeforeNoun(context, item)
    )
      person(item, parts);
    else alone.push(item);
  }
  for (const item of alone) bodyEntity(context, item, item.looks === 'unknown' ? classOf(item) : 'other');
  for (const item of distinct(context)) {
    if (item.kind !== 'name' || item.names[0]!.kind === 'leader') continue;
    const next = items.at[item.last];
    const entry = meaning(
      item.names,
      next !== undefined &&
        item.last < items.words.length &&
        (next.kind === 'role' || items.words[item.last]!.tag === 'NOUN'),
    );
    named.set(item, knownEntity(context, item, entry));
  }
}

/** Whether a longer name holds a shorter one ("Voss" in "Aldren Voss"). */
const isFuller = (short: string, long: string): boolean => {
  const parts = fold(long).split(/[\s-]+/u);
  const last = fold(short)
    .split(/[\s-]+/u)
    .at(-1)!;
  return parts.some((p) => p === last) || parts.at(-1)![0] === last[0];
};

const isBeforeNoun = (context: Context, item: Item): boolean => {
  const next = context.items.words[item.last];
  return next !== undefined && (next.tag === 'NOUN' || next.tag === 'PROPN');
};

function genderOf(context: Context, entity: Entity, item: Item, parts: readonly string[]): void {
  const { items, lexicon } = context;
  let before = item.first - 1;
  if (items.words[before]?.text === '.') before--;
  const title =
    before >= 0
      ? (lexicon.titleGenders.get(items.keys[before]!) ?? lexicon.titleGenders.get(items.keys[before]! + '.'))
      : undefined;
  if (title === 'male' || title === 'female') entity.gender = title;
  entity.gender ??= parts.length > 1 ? (lexicon.genders.get(parts[0]!) ?? null) : null;
}

/** A state, body, group or news organisation of the lexicons. */
function knownEntity(context: Context, item: Item, entry: ReturnType<typeof meaning>): Entity {
  const { roster } = context;
  const text = textOf(context, item.first, item.last).replace(/^the /iu, '');
  const whole = entry.kind === 'state' || entry.kind === 'capital';
  const key = whole
    ? `state ${entry.party}`
    : entry.kind === 'people'
      ? `people ${entry.party}`
      : `${entry.kind} ${entry.party === entry.name || entry.kind === 'group' || entry.kind === 'body' ? entry.party : entry.name}`;
  const sort = whole ? 'state' : entry.kind === 'leader' ? 'person' : (entry.kind as Entity['sort']);
  const entity = roster.keyed(key, () => {
    const e = roster.make(
      whole ? 'place' : entry.kind === 'people' ? 'group' : 'organisation',
      sort,
      whole ? entry.party! : text,
      true,
      item.first,
    );
    e.party = entry.party;
    e.partyMade = made(`mention/${entry.kind}`, entry.entry);
    e.plural = entry.kind === 'people';
    return e;
  });
  if (!whole && text.length > entity.name.length && entry.kind !== 'people') {
    addAlias(entity, entity.name);
    entity.name = text;
  } else if (text !== entity.name) addAlias(entity, text);
  return entity;
}

/** An organisation or place that no lexicon has. */
function bodyEntity(context: Context, item: Item, kind: NameClass): Entity {
  const { roster, items, named, lexicon } = context;
  const key = keyOf(items, item);
  const organisation = item.looks === 'organisation' || item.looks === 'acronym' || kind === 'organisation';
  const entity = roster.keyed(`name ${key}`, () => {
    const e = roster.make(
      organisation ? 'organisation' : 'place',
      'unknown',
      textOf(context, item.first, item.last),
      true,
      item.first,
    );
    let sorts = 0;
    for (let i = item.first; i < item.last; i++) {
      e.words.add(items.keys[i]!);
      sorts |= lexicon.roles.next?.get(items.keys[i]!)?.value?.sorts ?? 0;
    }
    if (item.looks === 'organisation' && sorts & SORT.privateBody) {
      e.sort = 'civil';
      e.partyMade = made('mention/private-body');
    }
    return e;
  });
  // "Rapid Support Forces (RSF)", "the Teyl Front (TF)": the letters in brackets are its other name.
  const open = items.words[item.last];
  const letters = items.at[item.last + 1];
  if (
    open?.text === '(' &&
    letters?.kind === 'run' &&
    letters.looks === 'acronym' &&
    items.words[letters.last]?.text === ')'
  ) {
    roster.alias(`name ${keyOf(items, letters)}`, entity);
    addAlias(entity, textOf(context, letters.first, letters.last));
  }
  named.set(item, entity);
  return entity;
}
