import { type Context, textOf } from './context.ts';
import type { Entity } from './entities.ts';
import { type RoleEntry, SORT } from './lexicon.ts';
import { made, meaning, type Side, TOLD } from './party.ts';
import type { Owner, Phrase } from './phrases.ts';
import { isUpper } from './writing.ts';

const NONE: Side = { party: null, made: made('mention/no-side') };

/** The side of a name or phrase that stands as somebody's owner. */
function ownerSide(context: Context, owner: Owner, depth: number): Side | null {
  if (owner.phrase) {
    const inner = owner.phrase;
    if (owner.how === 'of' && inner.item === null) return null;
    const body = standsFor(context, inner);
    if (body) return { party: body.party, made: made('mention/short-form') };
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

/** The body of the report that "the Front", "the Commission" is short for. */
export function standsFor(context: Context, phrase: Phrase): Entity | null {
  const { item } = phrase;
  if (item?.kind !== 'role' || phrase.plural || phrase.determiner !== 'the' || phrase.owners.length > 0) return null;
  if (!(item.role!.sorts & SORT.standIn)) return null;
  const body = context.bodies.get(context.items.keys[phrase.head]!);
  return body && isUpper(context.items.words[phrase.head]!) ? body : null;
}

/** "the Halvian Coalition", with capitals: a movement that has a people's name in its own, by the whole name. */
export function ownName(context: Context, phrase: Phrase): string | null {
  const { item } = phrase;
  const { words } = context.items;
  if (item?.kind !== 'role' || phrase.person || phrase.plural || phrase.determiner !== 'the') return null;
  const { sorts } = item.role!;
  if (!(sorts & SORT.movement && sorts & (SORT.side | SORT.standIn)) || sorts & (SORT.home | SORT.institution))
    return null;
  const nation = phrase.owners.find((o) => o.how === 'modifier' && o.item?.kind === 'name')?.item;
  if (!nation || !words[item.first] || meaning(nation.names, true).kind !== 'people') return null;
  for (let i = nation.last; i < item.last; i++) if (!isUpper(words[i]!)) return null;
  const text = textOf(context, nation.first, item.last);
  // "the Halvian Coalitions committee" has lost an apostrophe.
  return item.role!.plural ? text.replace(/s$/u, '') : text;
}

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
  // "the breakaway Sund Republic" is a side itself.
  const itself = phrase.cut === 'opposition' && phrase.item?.names[0]?.entry === TOLD;
  if (phrase.cut === 'former' || phrase.cut === 'close' || (phrase.cut === 'opposition' && !itself))
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
  const own = ownName(context, phrase);
  if (own !== null) return { party: own, made: made('mention/side-by-its-name') };
  // "the Maravetian firm Salt Lines": the word before an unknown name tells what it is.
  const role = phrase.item?.role ?? (phrase.item && !phrase.person ? phrase.roles.at(-1)?.role : null);
  if (role && role.sorts & SORT.privateBody && !(role.sorts & (SORT.institution | SORT.side | SORT.office)))
    return { party: null, made: made('mention/private-body') };
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
  const head = phrase.item?.role;
  const joins = head !== undefined && head !== null && (head.sorts & (SORT.institution | SORT.movement)) !== 0;
  const isPrivate = (role: RoleEntry | null | undefined): boolean =>
    role != null && (role.sorts & SORT.private) !== 0 && role.offices.length === 0;
  // "the Halvia Doctors Union", "the Halvian Doctors' Union", "a federation of scientists": of people who speak for themselves.
  if (joins && phrase.roles.some((r) => r !== phrase.item && r.role!.plural && isPrivate(r.role)))
    return { party: null, made: made('mention/private-body') };
  for (const owner of owners) {
    if (joins && owner.how !== 'at' && isPrivate(owner.phrase?.item?.role))
      return { party: null, made: made('mention/private-body') };
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
    return (
      (phrase.determiner === 'the' ? nearbyState(context, phrase.first, context.home) : null) ?? {
        party: context.home,
        made: made('mention/home-state'),
      }
    );
  return NONE;
}

/** How much shows that a state is the one whose government is meant: by what stands beside its name, and how near. */
const ACTING = { office: 2, subject: 1.5, named: 1, person: 0.8, inPlace: 0.5, home: 0.3 } as const;
const NEARNESS = [1, 0.75, 0.4] as const;
/** How far back is looked, in words. */
const BACK = 80;

/**
 * The state whose "government" or "army" the word at `at` likely is, where nothing says whose: one named in its sentence or the
 * two before it. Whose army or minister was just named goes before who opens a sentence, and that before a state that only
 * owns a region or has something in it; `home` is the one that the report is about.
 */
export function nearbyState(context: Context, at: number, home: string | null = null): Side | null {
  const { items, named } = context;
  const { words, keys, sentence, sentences } = items;
  const scores = new Map<string, number>();
  const give = (party: string, weight: number): void => {
    if (!context.lexicon.blocs.has(party)) scores.set(party, Math.max(scores.get(party) ?? 0, weight));
  };
  for (let i = at - 1; i >= 0 && i > at - BACK; i--) {
    const near = NEARNESS[sentence[at]! - sentence[i]!];
    if (near === undefined) break;
    const item = items.at[i]!;
    i = item.first;
    const entity = item.kind === 'name' || item.kind === 'run' ? named.get(item) : undefined;
    if (entity?.party == null) continue;
    if (entity.sort === 'person') {
      if (entity.partyMade?.rule !== 'mention/nearby-state') give(entity.party, ACTING.person * near);
      continue;
    }
    if (entity.sort !== 'state' && entity.sort !== 'people' && entity.sort !== 'unknown') continue;
    const owned = words[item.last]?.tag === 'PART' ? item.last + 1 : item.last;
    const role = items.at[owned]?.role ?? items.at[owned + 1]?.role;
    const inPlace = context.lexicon.locatives.has(keys[item.first - 1] ?? '') || (owned > item.last && !role);
    const verb = words[item.last]?.tag === 'VERB' || words[item.last]?.tag === 'AUX';
    const opens = sentences[sentence[i]!]!.first >= item.first - 1 && words[item.last]?.tag !== 'PUNCT';
    const subject = opens || (verb && words[item.first - 1]?.tag !== 'ADP');
    const weight =
      role && role.sorts & (SORT.home | SORT.office | SORT.institution | SORT.portfolio)
        ? ACTING.office
        : inPlace
          ? ACTING.inPlace
          : subject
            ? ACTING.subject
            : ACTING.named;
    give(entity.party, weight * near);
  }
  if (home !== null && scores.size > 0) scores.set(home, (scores.get(home) ?? 0) + ACTING.home);
  let best: string | null = null;
  for (const [party, score] of scores) if (best === null || score > scores.get(best)!) best = party;
  return best === null ? null : { party: best, made: made('mention/nearby-state') };
}

/** The state named last before a word in its sentence. */
export function lastState(context: Context, at: number): Side | null {
  const { items, named } = context;
  for (let i = at - 1; i >= 0 && i > at - BACK; i--) {
    if (items.sentence[at] !== items.sentence[i]) return null;
    const item = items.at[i]!;
    const entity = item.kind === 'name' || item.kind === 'run' ? named.get(item) : undefined;
    // "no gun of Maravet's": an owner of whom nothing is known may be the state that is meant; a town or paper is none.
    const owner = items.words[item.last];
    if (entity?.sort === 'unknown' && entity.party === null && owner?.tag === 'PART') return null;
    if (
      entity?.party != null &&
      !context.lexicon.blocs.has(entity.party) &&
      (entity.sort === 'state' ||
        entity.sort === 'people' ||
        entity.sort === 'unknown' ||
        (entity.sort === 'person' && entity.partyMade?.rule !== 'mention/nearby-state'))
    )
      return { party: entity.party, made: made('mention/nearby-state') };
  }
  return null;
}
