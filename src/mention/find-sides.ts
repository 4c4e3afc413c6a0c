import { type Context, keyOf, textOf } from './context.ts';
import { fold } from './fold.ts';
import type { Item } from './items.ts';
import { SORT } from './lexicon.ts';
import { adjectiveStem, made, meaning, TOLD } from './party.ts';
import { isUpper } from './writing.ts';

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
      // "Halvia's 36th Marine Brigade"
      let apart = /^\d/u.test(items.words[item.first - 1]?.text ?? '');
      for (let i = item.first; i < item.last; i++) {
        const node = lexicon.roles.next?.get(items.keys[i]!)?.value;
        apart ||= lexicon.groups.private.has(items.keys[i]!);
        if (node) [sorts, last] = [sorts | node.sorts, node.sorts];
      }
      if (!(sorts & SORT.privateBody) && last & SORT.movement && !apart) evident.add(key);
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
  for (const entity of context.roster.all) {
    if (entity.kind !== 'organisation' || entity.party === null || !entity.name.includes(' ')) continue;
    const word = fold(entity.name.slice(entity.name.lastIndexOf(' ') + 1));
    context.bodies.set(word, context.bodies.has(word) ? null : entity);
  }
  let best = 0;
  for (const [party, count] of homes) if (count > best) [context.home, best] = [party, count];
  if (context.home === null) context.home = onlyTold(context);
}

/** The one state of a report that no lexicon knows, where it tells of no other: "the army" is its own. */
function onlyTold({ named }: Context): string | null {
  const states = new Set<string | null>();
  for (const [item, { sort, party }] of named)
    if (sort === 'state') states.add(item.names[0]?.entry === TOLD ? party : null);
  const [state] = states;
  return states.size === 1 ? (state ?? null) : null;
}
