import { type Context, keyOf, textOf } from './context.ts';
import { type Entity, settle, vote } from './entities.ts';
import { skeleton } from './fold.ts';
import { type Item, isUpper } from './items.ts';
import { type NameEntry, SORT } from './lexicon.ts';
import { officesOf } from './offices.ts';
import { adjectiveStem, made, meaning, type Side } from './party.ts';
import type { Owner, Phrase } from './phrases.ts';

const NONE: Side = { party: null, made: made('mention/no-side') };

/**
 * Finds out which names that no lexicon has are sides: what has a government, an army, ministers or fighters, is called
 * a rebel or paramilitary body, or calls itself a front. Adjectives are led back to the name that they are made of.
 */
export function findSides(context: Context): void {
  const { items, lexicon, sides } = context;
  const evident = new Set<string>();
  const adjectives = new Map<string, Item>();
  const names = new Map<string, string>();
  for (const item of context.named.keys()) {
    if (item.kind !== 'run' || context.named.get(item)!.sort !== 'unknown') continue;
    const key = keyOf(items, item);
    if (!names.has(key)) names.set(key, textOf(context, item.first, item.last));
    if (item.looks === 'organisation') {
      let sorts = 0;
      let last = 0;
      for (let i = item.first; i < item.last; i++) {
        const node = lexicon.roles.next?.get(items.keys[i]!)?.value;
        if (node) [sorts, last] = [sorts | node.sorts, node.sorts];
      }
      if (!(sorts & SORT.privateBody) && last & SORT.movement) evident.add(key);
    }
  }
  const isUnknown = (item: Item | null): item is Item =>
    item !== null && item.kind === 'run' && context.named.get(item)?.sort === 'unknown';
  const homes = new Map<string, number>();
  for (const phrase of context.all) {
    const role = phrase.item?.role ?? phrase.roles.at(-1)?.role ?? null;
    if (
      phrase.roles.some((r) => r.role!.sorts & SORT.side) &&
      isUnknown(phrase.item) &&
      (phrase.item.looks !== 'unknown' || phrase.determiner === 'the')
    )
      evident.add(keyOf(items, phrase.item));
    if (!role) continue;
    // "Kraken's chief executive" makes no side of Kraken.
    if (phrase.roles.some((r) => r.role!.sorts & SORT.privateBody)) continue;
    const state = phrase.roles.some(
      (r) =>
        r.role!.sorts & SORT.home ||
        r.role!.offices.some((o) => lexicon.stateOffices.has(o)) ||
        lexicon.stateOnlyBodies.has(r.role!.word),
    );
    const only = phrase.roles.some(
      (r) => r.role!.offices.some((o) => lexicon.stateOnlyOffices.has(o)) || lexicon.stateOnlyBodies.has(r.role!.word),
    );
    const officesOnly = phrase.roles.some((r) => r.role!.offices.some((o) => lexicon.stateOnlyOffices.has(o)));
    const last = phrase.roles.at(-1)!;
    const armed =
      (role.sorts & (SORT.side | SORT.movement)) !== 0 ||
      role.offices.includes('soldier') ||
      role.offices.includes('commander');
    for (const owner of phrase.owners) {
      const item = owner.phrase ? owner.phrase.item : owner.item;
      if (isUnknown(item) && owner.how !== 'at') {
        const key = keyOf(items, item);
        const near = owner.how !== 'modifier';
        if (!near && (state || role.sorts & SORT.office) && item.looks !== 'acronym') adjectives.set(key, item);
        // "Halvia's president"; "Halvian foreign minister"; "QRF fighters"; but not "Asker police" or "Barcelona's president".
        if (
          item.looks === 'acronym'
            ? armed || lexicon.stateOnlyBodies.has(role.word)
            : (only && (near || officesOnly || isUpper(items.words[last.first]!))) ||
              (near && armed && item.looks === 'organisation') ||
              (near && role.offices.includes('president'))
        )
          evident.add(key);
      }
      if (state && item?.kind === 'name') {
        const entry = meaning(item.names, owner.how === 'modifier');
        if (
          entry.party &&
          (entry.kind === 'state' || entry.kind === 'people' || entry.kind === 'capital') &&
          role.sorts & SORT.home
        )
          homes.set(entry.party, (homes.get(entry.party) ?? 0) + 1);
      }
    }
  }
  // "Halvian" goes back to "Halvia" when the report has both.
  const byStem = new Map<string, string>();
  for (const key of names.keys())
    for (let n = 4; n <= Math.min(key.length, 14); n++)
      if (!byStem.has(key.slice(0, n)) || byStem.get(key.slice(0, n))!.length > key.length)
        byStem.set(key.slice(0, n), key);
  for (const key of names.keys()) {
    const stem = adjectiveStem(key);
    const base = stem && !key.includes(' ') ? byStem.get(stem) : undefined;
    if (
      base &&
      base !== key &&
      base.length < key.length + 2 &&
      base.length - stem!.length <= 3 &&
      !base.includes(' ') &&
      (adjectives.has(key) || evident.has(base))
    ) {
      evident.add(base);
      sides.set(key, names.get(base)!);
    }
  }
  for (const key of evident) if (!sides.has(key)) sides.set(key, names.get(key)!);
  for (const [item, entity] of context.named) {
    if (entity.sort !== 'unknown') continue;
    const side = sides.get(keyOf(items, item));
    if (side === undefined || entity.party !== null) continue;
    entity.party = side;
    entity.partyMade = made('mention/side-by-its-offices');
    if (entity.kind === 'place' && item.looks === 'unknown' && !adjectives.has(keyOf(items, item)))
      entity.kind = 'organisation';
  }
  let best = 0;
  for (const [party, count] of homes) if (count > best) [context.home, best] = [party, count];
}

/** The side of a name or phrase that stands as somebody's owner. */
function ownerSide(context: Context, owner: Owner, depth: number): Side | null {
  if (owner.phrase) {
    const inner = owner.phrase;
    if (owner.how === 'of' && inner.item === null) return null;
    const side = phraseSide(context, inner, depth + 1);
    return side.party === null && side.made.rule === 'mention/no-side' ? null : side;
  }
  if (!owner.item) return null;
  if (owner.item.kind === 'name') {
    const entry = meaning(owner.item.names, owner.how === 'modifier');
    if (entry.kind === 'leader') return entitySide(context.named.get(owner.item));
    return { party: entry.party, made: made(`mention/${owner.how}-${entry.kind}`, entry.entry) };
  }
  return entitySide(context.named.get(owner.item));
}

const entitySide = (entity: Entity | undefined): Side | null =>
  entity?.party != null ? { party: entity.party, made: entity.partyMade ?? made('mention/name') } : null;

const RANK: Readonly<Record<Owner['how'], number>> = { modifier: 1, possessor: 2, of: 3, by: 3, at: 5 };

const weightOf = (owner: Owner): number => {
  if (owner.how !== 'modifier') return RANK[owner.how];
  if (owner.item?.kind !== 'name') return 1.6;
  // A group, body or office before a role is nearer than a nationality: "the Kurdish YPG militia".
  const { kind } = meaning(owner.item.names, true);
  return kind === 'group' || kind === 'body' || kind === 'organ' ? 0 : kind === 'people' ? 1 : 3.5;
};

/** The side that the words of a phrase themselves give it, by whoever owns its head. */
export function phraseSide(context: Context, phrase: Phrase, depth = 0): Side {
  const known = context.meant.get(phrase.head);
  if (known && known.party !== null)
    return { party: known.party, made: known.partyMade ?? made('mention/same-referent') };
  if (phrase.cut === 'former' || phrase.cut === 'close' || phrase.cut === 'opposition')
    return { party: null, made: made(`mention/cut-off-${phrase.cut}`) };
  if (phrase.item && (phrase.person === null || phrase.roles.length === 0)) {
    const side =
      phrase.item.kind === 'name'
        ? entitySide(context.named.get(phrase.item))
        : entitySide(context.named.get(phrase.item));
    if (side) return side;
    if (context.named.get(phrase.item)?.sort === 'civil') return { party: null, made: made('mention/private-body') };
    if (phrase.item.kind === 'name') return { party: null, made: made('mention/name-without-side') };
  }
  if (phrase.person) {
    const side = entitySide(context.named.get(phrase.person));
    if (side) return side;
  }
  return ownersSide(context, phrase, depth);
}

/** The side of whoever owns a phrase. */
export function ownersSide(context: Context, phrase: Phrase, depth = 0): Side {
  if (depth > 6) return NONE;
  const owners =
    phrase.owners.length > 1
      ? phrase.owners
          .map((o, i) => ({ o, i }))
          .sort((a, b) => weightOf(a.o) - weightOf(b.o) || a.i - b.i)
          .map((x) => x.o)
      : phrase.owners;
  for (const owner of owners) {
    const side = ownerSide(context, owner, depth);
    if (side) return side;
  }
  if (phrase.possessive >= 0) {
    const side = entitySide(context.meant.get(phrase.possessive));
    if (side) return { party: side.party, made: made('mention/possessive-pronoun') };
  }
  // "government spokesman", "the army": of the state that the report is about.
  const home = phrase.roles.find((r) => r.role!.sorts & SORT.home && !(r.role!.sorts & SORT.side));
  if (
    home &&
    context.home !== null &&
    !(phrase.determiner === 'none' && phrase.plural && phrase.item === home) &&
    !(phrase.item === home && phrase.determiner === 'a')
  )
    return { party: context.home, made: made('mention/home-state') };
  return NONE;
}

const WHO = SORT.office | SORT.alone | SORT.private;

/** Notes what a role says of the person who has it. */
export function giveRole(context: Context, entity: Entity, phrase: Phrase, weight: number): void {
  const roles = phrase.roles.filter((r) => r.role!.sorts & WHO);
  if (roles.length === 0) {
    const owner = phrase.owners.find((o) => o.how === 'possessor');
    if (owner && phrase.person && weight > 1) {
      const side = ownersSide(context, phrase);
      if (side.party !== null && side.made.rule !== 'mention/home-state') vote(entity, side.party, 0.5, side.made);
    }
    return;
  }
  let sorts = 0;
  for (const role of roles) {
    sorts |= role.role!.sorts;
    entity.words.add(role.role!.word);
    const gender = context.lexicon.genders.get(role.role!.word);
    if (gender && role.role!.sorts & WHO) entity.gender ??= gender;
  }
  if (phrase.cut !== 'former') for (const office of officesOf(context, phrase)) entity.offices.add(office);
  const { words } = context.items;
  const person = phrase.person;
  let first = person && person.first < roles[0]!.first ? roles[0]!.first : phrase.first;
  while (first < phrase.last && (words[first]!.tag === 'DET' || words[first]!.tag === 'PUNCT')) first++;
  const last = person && person.first > first ? person.first : phrase.last;
  if (entity.role === null && last > first) entity.role = textOf(context, first, last).replace(/[\s,]+$/u, '');
  if (phrase.cut)
    vote(entity, null, weight * (phrase.cut === 'former' ? 1.5 : 1), made(`mention/cut-off-${phrase.cut}`));
  else if (sorts & SORT.office) {
    const side = ownersSide(context, phrase);
    if (side.party !== null)
      vote(entity, side.party, side.made.rule === 'mention/home-state' ? weight / 4 : weight, side.made);
  } else
    vote(
      entity,
      null,
      weight,
      made(
        sorts & SORT.alone ? 'mention/speaks-for-himself' : 'mention/private-person',
        `roles.yaml: ${roles.at(-1)!.role!.word}`,
      ),
    );
}

/** The state named last before a word, in its sentence or the two before it. */
export function nearbyState(context: Context, at: number, sentences = 2): Side | null {
  const { items, named } = context;
  for (let i = at - 1; i >= 0 && i > at - 80; i--) {
    if (items.sentence[at]! - items.sentence[i]! > sentences) return null;
    const item = items.at[i]!;
    const entity = item.kind === 'name' || item.kind === 'run' ? named.get(item) : undefined;
    if (
      entity?.party != null &&
      (entity.sort === 'state' ||
        entity.sort === 'people' ||
        entity.sort === 'unknown' ||
        (entity.sort === 'person' && entity.partyMade?.rule !== 'mention/nearby-state'))
    )
      return { party: entity.party, made: made('mention/nearby-state') };
  }
  return null;
}

/** A leader of the list whose full name sounds like a run's, or like it without the s of a lost apostrophe. */
function listedLeader(context: Context, item: Item): NameEntry | undefined {
  const key = keyOf(context.items, item).replaceAll(' ', '');
  const { leaders } = context.lexicon;
  return leaders.get(skeleton(key)) ?? (key.endsWith('s') ? leaders.get(skeleton(key.slice(0, -1))) : undefined);
}

/** The state that opens the sentence of word `at`, or the one before it: whose president "the president" is likely to be. */
function subjectState(context: Context, at: number): Side | null {
  const { items, named } = context;
  const here = items.sentence[at]!;
  for (const index of [here, here - 1]) {
    const s = items.sentences[index];
    if (!s || s.block !== items.sentences[here]!.block) continue;
    for (let i = s.first; i < Math.min(s.last, s.first + 4, at); i++) {
      const item = items.at[i]!;
      const entity = named.get(item);
      if (entity?.party == null || item.first !== i) continue;
      if (entity.sort === 'state' || entity.sort === 'unknown')
        return { party: entity.party, made: made('mention/nearby-state') };
    }
  }
  return null;
}

/** Works out everybody's roles and side: from the words around the name, and from what stands beside it. */
export function giveSides(context: Context): void {
  const { named } = context;
  for (let round = 0; round < 2; round++) {
    for (const phrase of context.all) {
      const entity = phrase.person ? named.get(phrase.person) : undefined;
      if (entity && (round === 0 || entity.votes.size === 0)) giveRole(context, entity, phrase, 3);
    }
    for (const { name, role } of context.appositions) {
      const entity = named.get(name);
      if (entity && (round === 0 || entity.votes.size === 0)) apply(entity, role);
    }
    for (const entity of context.roster.all) if (entity.sort === 'person') settle(entity);
  }
  for (const [item, entity] of named) {
    if (entity.sort !== 'person' || entity.votes.size > 0 || entity.first !== item.first) continue;
    const entry = listedLeader(context, item);
    if (item.kind === 'name' || entry) continue;
    if (![...entity.offices].some((o) => context.lexicon.stateOffices.has(o))) continue;
    const word = [...entity.words].find((w) => context.lexicon.implied.has(w));
    if (word !== undefined) {
      vote(entity, context.lexicon.implied.get(word)!, 0.5, made('mention/implied-by-office', `roles.yaml: ${word}`));
      continue;
    }
    const side = subjectState(context, item.first) ?? nearbyState(context, item.first, 0);
    if (side) vote(entity, side.party, 0.4, side.made);
  }
  // What the report does not say, the list of leaders may.
  for (const [item, entity] of named) {
    if (entity.sort !== 'person' || entity.votes.size > 0) continue;
    const entry = item.kind === 'name' ? item.names[0]! : listedLeader(context, item);
    if (entry?.kind === 'leader') vote(entity, entry.party, 1, made('mention/leader', entry.entry));
  }
  for (const entity of context.roster.all) if (entity.sort === 'person') settle(entity);

  function apply(entity: Entity, role: Phrase): void {
    if (entity.sort === 'unknown' && entity.kind === 'place') {
      entity.kind = 'person';
      entity.sort = 'person';
    }
    const sorts = role.roles.reduce((sum, r) => sum | r.role!.sorts, 0);
    const side =
      role.determiner === 'none' && !(sorts & SORT.office) && entity.offices.size > 0
        ? ownersSide(context, role)
        : null;
    // "a Front veteran and its chief negotiator": an office outweighs what else somebody is; the side is of both.
    if (entity.sort === 'person' && side?.party != null && !role.cut) vote(entity, side.party, 2.5, side.made);
    else if (entity.sort === 'person') giveRole(context, entity, role, 2.5);
    else for (const r of role.roles) entity.words.add(r.role!.word);
  }
}
