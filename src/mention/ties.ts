import type { Context } from './context.ts';
import type { Entity } from './entities.ts';
import { vote } from './entities.ts';
import type { Item } from './items.ts';
import { SORT } from './lexicon.ts';
import { made } from './party.ts';
import { HEAD, type State, stateAt, will, willBefore } from './wills.ts';
import { isUpper } from './writing.ts';

/** Least evidence for a side that the report shows only by whom somebody speaks for, and by how much it must lead. */
const LEAST = 0.5;
const LEAD = 0.3;
/** The same for those of whom no office is told. */
const LEAST_PLAIN = 1.5;

/** The two states that the report names far more often than any third, if there are two. */
export function mainStates(context: Context): readonly [string, string] | null {
  const counts = new Map<string, number>();
  const unknown = new Set<string>();
  for (const [item, { sort, kind, party, name }] of context.named) {
    const state = party !== null && (sort === 'state' || sort === 'people');
    // A name of which nothing is known may be the other state.
    if (!state && (sort !== 'unknown' || kind !== 'place' || party !== null)) continue;
    if (!isUpper(context.items.words[item.first]!)) continue;
    const key = state ? party : name;
    if (!state) unknown.add(key);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || !second || unknown.has(first[0]) || unknown.has(second[0])) return null;
  return second[1] >= 2 * (third?.[1] ?? 0) ? [first[0], second[0]] : null;
}

const holdsOffice = (context: Context, entity: Entity): boolean =>
  [...entity.offices].some((o) => context.lexicon.stateOffices.has(o));

/** How many sentences may stand before the one that begins with the state where the report was filed. */
const OPENING = 4;

/** The state in whose seat the report was filed: known or told as its capital, or a place unknown that the first state goes with. */
function filedSide(context: Context): string | null {
  const { filed, items } = context;
  if (filed === null || filed.party !== null) return filed?.party ?? null;
  for (const { first, last } of items.sentences.slice(0, OPENING)) {
    const state = first < last ? stateAt(context, first) : null;
    if (state) return state.party;
  }
  return null;
}

/** The side of each person whose name the report puts beside a state's name, of both the office and the owner. */
function ownersOf(context: Context): Map<Item, string> {
  const out = new Map<Item, string>();
  for (const phrase of context.all) {
    const entity = phrase.person ? context.named.get(phrase.person) : undefined;
    if (entity && phrase.person && entity.party !== null) out.set(phrase.person, entity.party);
  }
  return out;
}

/**
 * Ties those whose office names no state to one that the report shows: what they say their state will do ("Voss said Halvia
 * would not"), whose sentence or paragraph they stand in, where they speak; and not to whom they accuse or meet. Nothing is
 * said where the evidence is split.
 */
export function tieToStates(context: Context, untied: ReadonlySet<Entity>): void {
  const { items, named } = context;
  const { words, keys, at, sentence, sentences } = items;
  const scores = new Map<Entity, Map<string, number>>();
  const give = (entity: Entity, party: string, weight: number): void => {
    const of = scores.get(entity) ?? new Map<string, number>();
    scores.set(entity, of.set(party, (of.get(party) ?? 0) + weight));
  };
  const owners = ownersOf(context);
  for (let s = 0; s < sentences.length; s++) {
    const here = sentences[s]!;
    const present: Item[] = [];
    const states: State[] = [];
    const others = new Set<string>();
    for (let i = here.first; i < here.last; i = Math.max(i + 1, at[i]!.last)) {
      const item = at[i]!;
      const entity = item.kind === 'run' || item.kind === 'name' ? named.get(item) : undefined;
      if (!entity) continue;
      if (untied.has(entity)) present.push(item);
      else if (owners.has(item)) others.add(owners.get(item)!);
      const state = stateAt(context, i);
      if (state) states.push(state);
    }
    for (const item of present) {
      const entity = named.get(item)!;
      const first = entity.first === item.first;
      const subject = subjectBefore(s, item.first);
      const whose = willBefore(context, here.first, item.first, item.last);
      if (whose !== null) give(entity, whose, 1.6);
      else if (subject) give(entity, subject, first ? 1 : 0.4);
      else if (first && seatBefore(here.first, item) !== null) give(entity, seatBefore(here.first, item)!, 0.9);
      if (first && !subject) {
        const before = s > 0 ? subjectBefore(s - 1, Infinity) : null;
        if (before) give(entity, before, sentences[s - 1]!.block === here.block ? 0.7 : 0.6);
      }
      for (const { party, item: of } of states) {
        if (of.first < item.last) continue;
        // "Voss told reporters in Drenholm"
        if (keys[of.first - 1] === 'in' && of.last - of.first <= 3 && named.get(of)!.name !== keyText(of)) {
          give(entity, party, 0.6);
          continue;
        }
        if (of.first - item.last > 12) continue;
        const verb = saidBetween(item.last, of.first);
        // "Voss said that Halvia would": a subject of what is said; "accused Maravet": an object.
        if (verb === 'clause' && isSubject(of.last)) give(entity, party, will(context, of.last) ? 1.2 : 0.8);
        else if (verb === 'object') give(entity, party, -1);
      }
      // "Voss said. Maravet put the number at six": who answers is somebody else.
      const next = s + 1 < sentences.length && first ? subjectBefore(s + 1, Infinity) : null;
      if (next !== null && next !== subject) give(entity, next, -0.6);
      // "Amon had been due to meet Halvian Foreign Minister Aldren Voss"
      for (const party of others) give(entity, party, -0.5);
    }
  }
  giveFiled();
  const two = mainStates(context);
  for (const [entity, of] of scores) {
    // Of the two states that the report is about, whoever is not of the one is of the other.
    if (two && ![...of.values()].some((w) => w > 0)) {
      const [a, b] = two;
      if (entity.offices.size > 0 && (of.get(a) ?? 0) < 0 !== (of.get(b) ?? 0) < 0)
        of.set((of.get(a) ?? 0) < 0 ? b : a, LEAST);
    }
    const sorted = [...of].filter(([, w]) => w > 0).sort((a, b) => b[1] - a[1]);
    const [best, next] = sorted;
    if (best && best[1] >= (entity.offices.size > 0 ? LEAST : LEAST_PLAIN) && best[1] - (next?.[1] ?? 0) >= LEAD)
      vote(entity, best[0], 0.4, made('mention/tied-state'));
  }

  /**
   * Officials of whom no state is told are those of the seat where the report was filed. Agencies write so of everybody; a
   * place that nothing knows, and other reports, only where what officials say bears it out.
   */
  function giveFiled(): void {
    const filed = filedSide(context);
    if (filed === null) return;
    const officials = [...untied].filter((entity) => holdsOffice(context, entity));
    if (context.filed!.party === null || !context.filed!.agency) {
      const own = officials.flatMap((e) => [...(scores.get(e) ?? [])].filter(([, w]) => w >= LEAST).map(([p]) => p));
      if (own.length === 0 || own.some((party) => party !== filed)) return;
    }
    for (const entity of officials) give(entity, filed, LEAST);
  }

  function keyText(item: Item): string {
    return context.document.text.slice(words[item.first]!.start, words[item.last - 1]!.end);
  }

  /** Whether what stands between a name and a state makes the state a subject of what is said, or an object. */
  function saidBetween(from: number, to: number): 'clause' | 'object' | null {
    let said: 'clause' | 'object' | null = null;
    let verbs = 0;
    for (let i = from; i < to; i++) {
      const word = words[i]!;
      if (word.quote > 0) return null;
      if (word.tag === 'VERB' && context.lexicon.speech.has(word.lemma)) {
        verbs++;
        if (said !== null) return null;
        said = i === to - 1 ? 'object' : null;
        const that = keys[i + 1] === 'that';
        if (i + 1 + (that ? 1 : 0) === to)
          said = that || context.lexicon.speechBeforeSubject.has(word.lemma) ? 'clause' : 'object';
      }
    }
    // "said in a radio address that Maravet was ready"
    return said ?? (verbs > 0 && keys[to - 1] === 'that' ? 'clause' : null);
  }

  /** Whether a verb follows. */
  function isSubject(i: number): boolean {
    const word = words[i];
    return word !== undefined && (word.tag === 'VERB' || word.tag === 'AUX');
  }

  /** The state that opens a sentence before word `limit`, itself or as an owner. */
  function subjectBefore(s: number, limit: number): string | null {
    const { first, last } = sentences[s]!;
    for (let i = first; i < Math.min(last, first + HEAD, limit); i++) {
      const state = stateAt(context, i);
      if (!state || sentence[i] !== s) continue;
      // "Cantara's envoy met President Tesk": what an envoy does tells nothing of others.
      const owned = at[state.item.last + 1];
      if (words[state.item.last]?.tag === 'PART' && owned?.role && owned.role.sorts & SORT.office) return null;
      return words[i - 1]?.tag === 'ADP' && i > first ? null : state.party;
    }
    return null;
  }

  /** "In Drenholm, Aldren Voss": the seat that opens the sentence of a name right before it. */
  function seatBefore(first: number, name: Item): string | null {
    if (keys[first] !== 'in' || keys[name.first - 1] !== ',') return null;
    const seat = stateAt(context, first + 1);
    return seat && seat.item.last === name.first - 1 && named.get(seat.item)!.name !== keyText(seat.item)
      ? seat.party
      : null;
  }
}
