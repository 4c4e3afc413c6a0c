import { type Context, textOf } from './context.ts';
import type { Entity } from './entities.ts';
import { SORT } from './lexicon.ts';
import { lookBack, sameWord } from './look-back.ts';
import { back, type Memory } from './memory.ts';
import { officesOf } from './offices.ts';
import { made, type Side } from './party.ts';
import type { Phrase } from './phrases.ts';
import { nearbyState, ownersSide, ownName } from './sides.ts';
import { mainStates } from './ties.ts';
import { willBefore } from './wills.ts';

const WHO = SORT.office | SORT.alone | SORT.private;
const BODY = SORT.institution | SORT.movement | SORT.privateBody | SORT.side;
/** For so many sentences two states that were named together are "both sides". */
const PAIR = 3;

/** The description of a phrase: its words without article. */
export function describe(context: Context, phrase: Phrase): string {
  const { words, keys } = context.items;
  let first = phrase.first;
  while (
    first < phrase.last - 1 &&
    (['a', 'an', 'the', 'this', 'these', 'that', 'those'].includes(keys[first]!) || words[first]!.tag === 'PUNCT')
  )
    first++;
  let last = phrase.last;
  while (last > first + 1 && words[last - 1]!.tag === 'PUNCT') last--;
  return textOf(context, first, last);
}

/** What a phrase means: an entity known by name, one spoken of before, or a new one. */
export function meaningOf(memory: Memory, phrase: Phrase): Entity | null {
  const { context, apposed } = memory;
  const { lexicon, roster, named, meant } = context;
  if (phrase.person) return named.get(phrase.person) ?? null;
  const item = phrase.item;
  if (!item) return null;
  if (item.kind !== 'role') return named.get(item) ?? null;
  const beside = apposed.get(phrase);
  if (beside) return beside;
  const { sorts } = item.role!;
  if (
    lexicon.countries.has(item.role!.word) &&
    !phrase.plural &&
    (phrase.determiner === 'the' || phrase.possessive >= 0) &&
    phrase.owners.length === 0
  ) {
    const owner = phrase.possessive >= 0 ? meant.get(phrase.possessive)?.party : undefined;
    const state = (owner ? roster.find(`state ${owner}`) : undefined) ?? back(memory, (e) => e.sort === 'state', 12);
    if (state) return state;
  }
  // "the YPG militia", "AFP news agency": the name says who it is.
  if (sorts & BODY && !(sorts & WHO)) {
    const owner = phrase.owners.find(
      (o) =>
        o.how === 'modifier' &&
        o.item?.kind === 'name' &&
        ['group', 'body', 'media', 'civil', 'organ'].includes(o.item.names[0]!.kind) &&
        o.item.last === item.first,
    );
    if (owner && !phrase.plural && !(sorts & SORT.institution && named.get(owner.item!)!.sort === 'body'))
      return named.get(owner.item!) ?? null;
  }
  if (sorts & (WHO | BODY | SORT.standIn)) {
    const old =
      phrase.determiner === 'a' || phrase.determiner === 'some' || (phrase.plural && phrase.determiner === 'none')
        ? null
        : lookBack(memory, phrase);
    if (old) return old;
  } else if (sorts & SORT.document) {
    const old = phrase.determiner === 'the' && phrase.owners.length === 0 ? sameWord(memory, phrase) : null;
    if (old) return old;
  }
  return describedEntity(memory, phrase);
}

/** A new entity, known by its description only. */
function describedEntity(memory: Memory, phrase: Phrase): Entity {
  const { context, seen } = memory;
  const { items, lexicon, roster } = context;
  const { keys } = items;
  const role = phrase.item!.role!;
  const { sorts } = role;
  const person = (sorts & WHO) !== 0 && !(sorts & BODY && phrase.plural);
  const kind = person && !phrase.plural ? 'person' : sorts & WHO ? 'group' : 'organisation';
  const text = describe(context, phrase);
  const entity = roster.make(
    kind,
    sorts & SORT.document && !(sorts & (WHO | BODY)) ? 'document' : 'description',
    text,
    false,
    phrase.first,
  );
  entity.plural = phrase.plural;
  entity.words.add(role.word);
  entity.words.add(keys[phrase.head]!);
  if (phrase.cut !== 'former') for (const office of officesOf(context, phrase)) entity.offices.add(office);
  if (person) for (const r of phrase.roles) entity.words.add(r.role!.word);
  entity.gender = lexicon.genders.get(role.word) ?? null;
  entity.generic = (sorts & SORT.generic) !== 0 && phrase.owners.length === 0;
  const side = sideOf(context, phrase);
  if (
    side.party === null &&
    lexicon.officialPapers.has(role.word) &&
    !phrase.plural &&
    phrase.determiner !== 'none' &&
    phrase.determiner !== 'some' &&
    !phrase.owners.some((o) => o.phrase?.item?.role || o.how === 'by')
  ) {
    // "the parliament adopted a resolution": that of the subject; "the statement": that of whoever was speaking.
    for (let k = seen.length - 1; k >= 0 && k > seen.length - 20; k--) {
      const s = seen[k]!;
      const near = items.sentence[phrase.first]! - s.sentence;
      if (near > 2) break;
      if (s.entity.party === null || s.inner || !(near === 0 ? s.subject : s.speaker && phrase.determiner === 'the'))
        continue;
      entity.party = s.entity.party;
      entity.partyMade = made('mention/paper-of-the-speaker');
      return entity;
    }
  }
  entity.party = side.party;
  entity.partyMade = side.made;
  // "The Front denied it. A spokesman told reporters ...": of whom the sentence before is about.
  if (side.made.rule === 'mention/no-side' && role.offices.includes('spokesperson') && phrase.determiner === 'a') {
    const topic = topicBefore(memory, phrase);
    if (topic !== null) [entity.party, entity.partyMade] = [topic, made('mention/speaks-for-the-subject')];
  }
  return entity;
}

/** The party that opens the sentence before a phrase's own, in its paragraph. */
function topicBefore({ context: { items }, seen }: Memory, phrase: Phrase): string | null {
  const { sentence, sentences } = items;
  const here = sentence[phrase.first]!;
  let topic: string | null = null;
  for (let k = seen.length - 1; k >= 0 && seen[k]!.sentence >= here - 1; k--) {
    const { entity, at, inner, block } = seen[k]!;
    if (seen[k]!.sentence === here || inner || block !== sentences[here]!.block) continue;
    if (at <= sentences[here - 1]!.first + 3) topic = entity.party;
  }
  return topic;
}

/** The side of somebody unnamed, by what the description says. */
function sideOf(context: Context, phrase: Phrase): Side {
  const { lexicon, named } = context;
  const role = phrase.item!.role!;
  const { sorts } = role;
  // "rebel fighters", "opposition forces": of the side that the word before says.
  const ofSide =
    phrase.cut === 'opposition' &&
    phrase.plural &&
    (sorts & SORT.institution || role.offices.includes('soldier')) &&
    phrase.roles.some((r) => r.role!.sorts & SORT.side);
  const sideWord = (sorts & SORT.side) !== 0 || ofSide;
  if (phrase.cut && !sideWord) return { party: null, made: made(`mention/cut-off-${phrase.cut}`) };
  if (sorts & SORT.private && !role.offices.length && !(sorts & SORT.side))
    return { party: null, made: made('mention/private-person', `roles.yaml: ${role.word}`) };
  if (
    phrase.roles.some(
      (r) => r.role!.sorts & SORT.privateBody && !(r.role!.sorts & (SORT.institution | SORT.side | SORT.office)),
    )
  )
    return { party: null, made: made('mention/private-body') };
  if (sorts & SORT.alone && !phrase.plural && !(sorts & BODY))
    return { party: null, made: made('mention/speaks-for-himself') };
  // "a draft resolution of the Commission": what nobody has adopted speaks for nobody.
  if (phrase.roles.some((r) => r.role!.sorts & SORT.document && r.role!.word.startsWith('draft')))
    return { party: null, made: made('mention/no-side') };
  const own = ownName(context, phrase);
  if (own !== null) return { party: own, made: made('mention/side-by-its-name') };
  if (sideWord) {
    const group = phrase.owners.find(
      (o) =>
        o.how !== 'at' &&
        o.item &&
        named.get(o.item)?.party != null &&
        !['state', 'people'].includes(named.get(o.item)!.sort),
    );
    if (group) return ownersSide(context, phrase);
    // "the junta", "Halvia's junta": who rules a state speaks for it.
    const ruled = lexicon.groups.seated.has(role.word) && !phrase.plural ? ruledState(context, phrase) : null;
    if (ruled) return ruled;
    return {
      party: sideName(context, phrase),
      made: made('mention/side-by-description', `roles.yaml: ${role.word}`),
    };
  }
  const side = ownersSide(context, phrase);
  const both = side.party === null && phrase.owners.length === 0 ? bothSides(context, phrase) : null;
  if (both) return both;
  // "Maravet would accept a truce, an official in Port Asker said"
  if (side.party === null && side.made.rule === 'mention/no-side' && sorts & SORT.office) {
    const first = context.items.sentences[context.items.sentence[phrase.first]!]!.first;
    const whose = willBefore(context, first, phrase.first, phrase.last);
    if (whose !== null) return { party: whose, made: made('mention/tied-state') };
  }
  if (
    side.party !== null ||
    phrase.owners.length > 0 ||
    phrase.possessive >= 0 ||
    phrase.plural ||
    phrase.determiner !== 'the'
  )
    return side;
  const ofState =
    role.offices.some((o) => lexicon.stateOffices.has(o)) ||
    sorts & SORT.home ||
    lexicon.stateOnlyBodies.has(role.word) ||
    role.word === 'ministry';
  return ofState ? (nearbyState(context, phrase.first) ?? side) : side;
}

/** The state that those who rule it are told of: their owner, or the one that the report is about. */
function ruledState(context: Context, phrase: Phrase): Side | null {
  if (phrase.owners.length > 0 || phrase.possessive >= 0) {
    const side = ownersSide(context, phrase);
    return side.party === null ? null : side;
  }
  return phrase.determiner === 'the' ? nearbyState(context, phrase.first, context.home) : null;
}

/** "both states", "each side", "the two governments": the two that the report is about. */
function bothSides(context: Context, phrase: Phrase): Side | null {
  const { keys } = context.items;
  const { lexicon } = context;
  const role = phrase.item!.role!;
  const two =
    keys[phrase.first] === 'both' ||
    keys[phrase.first] === 'each' ||
    (keys[phrase.first] === 'the' && keys[phrase.first + 1] === 'two');
  const capable = lexicon.countries.has(role.word) || lexicon.groups.pairs.has(role.word) || role.sorts & SORT.home;
  if (!two || !capable) return null;
  const here = context.items.sentence[phrase.first]!;
  const pair = context.pair !== null && here - context.pair.sentence <= PAIR ? context.pair.two : null;
  if (pair === null) context.main ??= { two: mainStates(context) };
  const main = pair ?? context.main?.two ?? null;
  if (!main) return null;
  const [a, b] = main;
  const state = (party: string): number => context.roster.find(`state ${party}`)?.first ?? Infinity;
  return { party: (state(a) <= state(b) ? [a, b] : [b, a]).join(' and '), made: made('mention/both-sides') };
}

/** What a side without a name is called: "Maravetian rebels" of "many Maravetian rebel fighters in the north". */
function sideName(context: Context, phrase: Phrase): string {
  const nation = phrase.owners.find((o) => o.how === 'modifier' && o.item?.kind === 'name');
  const side = phrase.roles.find((r) => r.role!.sorts & SORT.side) ?? phrase.item!;
  const first = phrase.roles.find((r) => r.role!.sorts & (SORT.side | SORT.opposition))?.first ?? phrase.item!.first;
  const { keys } = context.items;
  // "rebel groups", "rebel fighters", "rebels": one side by one name.
  const one = context.lexicon.sideWords.get(keys[side.first]!);
  const text = one ?? textOf(context, first, phrase.head + 1).toLowerCase();
  return nation?.item && nation.item.last === first
    ? `${textOf(context, nation.item.first, nation.item.last)} ${text}`
    : text;
}
