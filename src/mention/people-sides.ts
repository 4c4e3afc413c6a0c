import { type Context, keyOf, textOf } from './context.ts';
import { type Entity, settle, vote } from './entities.ts';
import type { Item } from './items.ts';
import { leaderLike } from './leaders.ts';
import { type NameEntry, SORT } from './lexicon.ts';
import { officesOf } from './offices.ts';
import { made, type Side } from './party.ts';
import type { Phrase } from './phrases.ts';
import { lastState, ownersSide, standsFor } from './sides.ts';
import { tieToStates } from './ties.ts';

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

/** A leader of the list whose full name sounds like a run's, or like it without the s of a lost apostrophe. */
function listedLeader(context: Context, item: Item): NameEntry | undefined {
  const key = keyOf(context.items, item);
  const { leaders } = context.lexicon;
  return leaderLike(leaders, key) ?? (key.endsWith('s') ? leaderLike(leaders, key.slice(0, -1)) : undefined);
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

/** The one state of a report that is filed nowhere else: its ministers are those of whom no state is told. */
function onlyState(context: Context, holder: Entity): Side | null {
  const { filed, lexicon, named } = context;
  if (![...holder.offices].some((o) => lexicon.stateOnlyOffices.has(o) || o === 'president')) return null;
  const states = new Set<string | null>();
  for (const { sort, party } of named.values()) if (sort === 'state' || sort === 'people') states.add(party);
  const [state] = states;
  if (states.size !== 1 || state == null || (filed !== null && filed.party !== state)) return null;
  return { party: state, made: made('mention/only-state') };
}

/** "Sael Otray, who speaks for the Front": whom somebody is said to lead or speak for tells the side. */
function giveFollowed(context: Context): void {
  const { items, named, top, lexicon } = context;
  const { words, keys } = items;
  const byFirst = new Map(top.map((phrase) => [phrase.first, phrase]));
  for (const [item, entity] of named) {
    if (entity.sort !== 'person') continue;
    let i = keys[item.last] === ',' ? item.last + 1 : item.last;
    if (keys[i] !== 'who') continue;
    i++;
    while (words[i]?.tag === 'AUX' || words[i]?.tag === 'ADV') i++;
    if (!words[i] || !lexicon.leads.has(words[i]!.lemma)) continue;
    i++;
    const phrase = byFirst.get(keys[i] === 'for' ? i + 1 : i);
    const side = phrase ? followed(context, phrase) : null;
    if (side !== null) vote(entity, side, 2, made('mention/leads-it'));
    else if (phrase) context.follows.set(phrase, entity);
  }
}

/** The side of a phrase that names one, by its own name or a short form of it. */
function followed(context: Context, phrase: Phrase): string | null {
  const body = standsFor(context, phrase);
  if (body) return body.party;
  if (phrase.person || phrase.cut) return null;
  const entity = phrase.item ? context.named.get(phrase.item) : undefined;
  return entity ? entity.party : ownersSide(context, phrase).party;
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
    if (round === 0) giveFollowed(context);
    for (const entity of context.roster.all) if (entity.sort === 'person') settle(entity);
  }
  const untied = new Set<Entity>();
  const weak: [Item, Entity][] = [];
  for (const [item, entity] of named) {
    if (entity.sort !== 'person' || entity.votes.size > 0 || entity.first !== item.first) continue;
    if (item.kind === 'name' || listedLeader(context, item)) continue;
    const { stateOffices, implied } = context.lexicon;
    if (entity.offices.size === 0 && entity.words.size === 0) untied.add(entity);
    if (![...entity.offices].some((o) => stateOffices.has(o) || o === 'commander' || o === 'negotiator')) continue;
    const word = [...entity.words].find((w) => implied.has(w));
    if (word !== undefined)
      vote(entity, implied.get(word)!, 0.5, made('mention/implied-by-office', `roles.yaml: ${word}`));
    else {
      untied.add(entity);
      if ([...entity.offices].some((o) => stateOffices.has(o))) weak.push([item, entity]);
    }
  }
  if (untied.size > 0) tieToStates(context, untied);
  for (const [item, entity] of weak) {
    if (entity.votes.size > 0) continue;
    const side = subjectState(context, item.first) ?? lastState(context, item.first) ?? onlyState(context, entity);
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
