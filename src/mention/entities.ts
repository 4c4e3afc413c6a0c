import type { MentionKind, Producer } from '../record.ts';
import { fold, skeleton, within } from './fold.ts';
import type { Item, Items } from './items.ts';
import type { Gender, MentionLexicon } from './lexicon.ts';

/** Somebody or something that the report speaks of, while its mentions are being gathered. */
export interface Entity {
  readonly serial: number;
  kind: MentionKind;
  /** The fullest name, without article or title; a description where there is no name. */
  name: string;
  named: boolean;
  readonly aliases: Set<string>;
  /** The words of all its aliases, in lower case, so that one look-up tells whether a name has a word. */
  readonly aliasWords: Set<string>;
  /** Offices held (`foreign minister`) and the words for them as read. */
  readonly offices: Set<string>;
  readonly words: Set<string>;
  role: string | null;
  /** What the list of leaders has them down for. */
  listed: 'foreign minister' | 'leader' | null;
  /** What the report says of its side, by party ('' for none): the evidence's weight and what made it. */
  readonly votes: Map<string, { weight: number; made: Producer }>;
  party: string | null;
  partyMade: Producer | null;
  gender: Gender | null;
  plural: boolean;
  generic: boolean;
  /** Sort of body: a state, a group and so on, or a description. */
  sort:
    | 'person'
    | 'state'
    | 'organ'
    | 'body'
    | 'group'
    | 'media'
    | 'civil'
    | 'people'
    | 'unknown'
    | 'description'
    | 'document';
  count: number;
  /** First word of its first mention. */
  readonly first: number;
}

export const vote = (entity: Entity, party: string | null, weight: number, made: Producer): void => {
  const key = party ?? '';
  const old = entity.votes.get(key);
  if (old) old.weight += weight;
  else entity.votes.set(key, { weight, made });
};

/** Settles the side by the evidence: the heaviest, the first of equals. */
export function settle(entity: Entity): void {
  let best: string | null = null;
  let weight = 0;
  // "a retired general" does not undo the office that somebody is said to hold now.
  const left = entity.votes.get('');
  if (left?.made.rule === 'mention/cut-off-former' && left.weight > 0) {
    const held = [...entity.votes].some(([party, v]) => party !== '' && v.weight >= 2.5);
    if (held) entity.votes.delete('');
  }
  for (const [party, v] of entity.votes) if (v.weight > weight) [best, weight] = [party, v.weight];
  if (best === null) return;
  entity.party = best === '' ? null : best;
  entity.partyMade = entity.votes.get(best)!.made;
}

/** All entities of one report. */
/** Adds another name of an entity. */
export function addAlias(entity: Entity, name: string): void {
  if (entity.aliases.has(name)) return;
  entity.aliases.add(name);
  for (const word of name.toLowerCase().split(/[\s-]+/u)) entity.aliasWords.add(word);
}

export class Roster {
  readonly all: Entity[] = [];
  readonly #byKey = new Map<string, Entity>();

  make(kind: MentionKind, sort: Entity['sort'], name: string, named: boolean, first: number): Entity {
    const entity: Entity = {
      serial: this.all.length,
      kind,
      name,
      named,
      aliases: new Set(),
      aliasWords: new Set(),
      offices: new Set(),
      words: new Set(),
      role: null,
      listed: null,
      votes: new Map(),
      party: null,
      partyMade: null,
      gender: null,
      plural: false,
      generic: false,
      sort,
      count: 0,
      first,
    };
    this.all.push(entity);
    return entity;
  }

  /** The entity of this key, made if there is none. */
  keyed(key: string, make: () => Entity): Entity {
    let entity = this.#byKey.get(key);
    if (!entity) {
      entity = make();
      this.#byKey.set(key, entity);
    }
    return entity;
  }

  find(key: string): Entity | undefined {
    return this.#byKey.get(key);
  }

  alias(key: string, entity: Entity): void {
    if (!this.#byKey.has(key)) this.#byKey.set(key, entity);
  }
}

/** The words of a personal name that tell people apart: no joining parts, initials or hyphens. */
export function nameParts(items: Items, lexicon: MentionLexicon, item: Item): string[] {
  const parts: string[] = [];
  for (let i = item.first; i < item.last; i++) {
    const key = items.keys[i]!;
    if (key.length < 2 || (lexicon.particles.has(key) && i + 1 < item.last)) continue;
    parts.push(key);
  }
  if (parts.length === 0) for (let i = item.first; i < item.last; i++) parts.push(items.keys[i]!);
  return parts;
}

/** How many changed letters still make one name, by its length: spellings differ, short names differ more. */
const slack = (length: number): number => (length >= 9 ? 2 : length >= 5 ? 1 : 0);

const alike = (a: string, b: string): boolean => a === b || within(a, b, slack(Math.min(a.length, b.length)));

/** Of the people who share a part of a name, only the last few are compared, so that the work grows with the text. */
const NEAR = 50;

interface Known {
  readonly entity: Entity;
  parts: string[];
  skeletons: string[];
}

/**
 * People by their names: one entity for each, whatever the spelling or shortening. Full names are given first, then
 * single ones, so that a surname finds its owner even before the full name is read.
 */
export class People {
  readonly #known: Known[] = [];
  readonly #byPart = new Map<string, Known[]>();

  #index(known: Known): void {
    for (const part of new Set([...known.parts, ...known.skeletons])) {
      const list = this.#byPart.get(part);
      if (list) list.push(known);
      else this.#byPart.set(part, [known]);
    }
  }

  add(entity: Entity, parts: string[]): void {
    const known = { entity, parts, skeletons: parts.map(skeleton) };
    this.#known.push(known);
    this.#index(known);
  }

  /** Widens what is known of a person by a fuller or other spelling. */
  #learn(known: Known, parts: readonly string[]): void {
    if (parts.length <= known.parts.length) return;
    known.parts = [...parts];
    known.skeletons = parts.map(skeleton);
    this.#index(known);
  }

  /** The person known by a name of at least two parts. */
  full(parts: readonly string[]): Entity | null {
    const bones = parts.map(skeleton);
    const same = (known: Known): boolean => {
      const [few, many] = known.parts.length <= bones.length ? [known.skeletons, bones] : [bones, known.skeletons];
      if (few.length < 2) return alike(few[0]!, many.at(-1)!) && few[0]!.length > 2;
      if (few.at(-1)![0] !== many.at(-1)![0] && few.length === many.length) return false;
      const last = alike(few.at(-1)!, many.at(-1)!);
      const first =
        alike(few[0]!, many[0]!) || (few[0]![0] === many[0]![0] && few[0]!.length > 3 && within(few[0]!, many[0]!, 2));
      return (first && last) || (many.length > few.length && few.every((p) => many.some((q) => alike(p, q))));
    };
    const near = new Set<Known>();
    for (const p of [...parts, ...bones]) for (const k of (this.#byPart.get(p) ?? []).slice(-NEAR)) near.add(k);
    for (const k of near) if (same(k)) return this.#take(k, parts);
    if (this.#known.length <= 200) for (const k of this.#known) if (same(k)) return this.#take(k, parts);
    return null;
  }

  #take(known: Known, parts: readonly string[]): Entity {
    this.#learn(known, parts);
    return known.entity;
  }

  /** The person known by one part of a name, the nearest before word `at` among several. */
  single(part: string, at: number): Entity | null {
    const bone = skeleton(part);
    const nearest = (list: readonly Known[]): Entity | null => {
      let best: Known | null = null;
      for (const k of list)
        if (!best || (k.entity.first < at && (best.entity.first > at || k.entity.first > best.entity.first))) best = k;
      return best?.entity ?? null;
    };
    const any = (this.#byPart.get(part) ?? []).slice(-NEAR);
    const exact = any.filter((k) => k.parts.at(-1) === part);
    if (exact.length > 0) return nearest(exact);
    if (any.length > 0) return nearest(any);
    if (bone.length < 4) return null;
    const spelt = (this.#byPart.get(bone) ?? []).slice(-NEAR).filter((k) => k.skeletons.at(-1) === bone);
    if (spelt.length > 0) return nearest(spelt);
    if (this.#known.length > 200) return null;
    const close = this.#known.filter(
      (k) =>
        part.length >= 6 &&
        part[0] === k.parts.at(-1)![0] &&
        alike(bone, k.skeletons.at(-1)!) &&
        !fold(k.parts[0]!).includes(part),
    );
    return close.length === 1 ? close[0]!.entity : null;
  }
}
