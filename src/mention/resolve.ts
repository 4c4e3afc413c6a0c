import { bodiesBeside } from './beside.ts';
import { type Context, flatten, speaks } from './context.ts';
import type { Entity } from './entities.ts';
import { SORT } from './lexicon.ts';
import type { Memory, Seen } from './memory.ts';
import { meaningOf } from './nominals.ts';
import { made } from './party.ts';
import type { Phrase } from './phrases.ts';
import { firstPersons, pronounMeans } from './pronouns.ts';

/** How many mentions back the subject of a sentence is looked for. */
const NEAR = 20;

/** Rules that give a side to whoever has none told; what the words beside a name mean is surer. */
const WEAK: ReadonlySet<string> = new Set(['mention/home-state', 'mention/nearby-state', 'mention/tied-state']);

/** Reads the report from beginning to end and settles what each phrase and pronoun means. */
export function resolve(context: Context): void {
  const { items, named, meant, top } = context;
  const { words, keys } = items;
  const apposed = new Map<Phrase, Entity>();
  for (const { name, role } of context.appositions) {
    const entity = named.get(name);
    if (entity?.sort === 'person' && role.person === null) apposed.set(role, entity);
  }
  for (const [phrase, entity] of bodiesBeside(context)) apposed.set(phrase, entity);
  const seen: Seen[] = [];
  const memory: Memory = { context, seen, apposed };
  let nextPhrase = 0;
  const note = (entity: Entity, first: number, last: number, inner: boolean): void => {
    entity.count++;
    // "the Port Workers' Union (PWU) wants"
    let after = words[last]?.text === '(' && words[last + 2]?.text === ')' ? last + 3 : last;
    while (after < words.length && after < last + 2 && words[after]!.tag === 'ADV') after++;
    const verb = words[after]?.tag;
    const before = words[first - 1];
    const afterPreposition = before?.tag === 'ADP';
    // "Cantara's envoy, Ilse Dovrane, said": the comma that ends an apposition stands before the verb.
    const end =
      words[last]?.text === ',' && words[first - 1]?.text === ',' && words[last + 1]?.tag === 'VERB' ? last + 1 : last;
    const speaker = !inner && speaks(context, first, end);
    // An apposition or clause in commas does not part a subject from its verb.
    const apposed =
      words[last]?.text === ',' && !afterPreposition && items.sentences[items.sentence[first]!]!.first >= first - 1;
    seen.push({
      entity,
      at: first,
      sentence: items.sentence[first]!,
      subject: !inner && !afterPreposition && (verb === 'VERB' || verb === 'AUX' || apposed || speaker),
      speaker,
      quote: words[first]!.quote,
      inner: inner || afterPreposition,
      block: items.sentences[items.sentence[first]!]!.block,
      opens: opening(first),
    });
  };

  for (let i = 0; i < words.length; i++) {
    const phrase = top[nextPhrase];
    if (phrase && phrase.first === i) {
      nextPhrase++;
      for (const inner of flatten(phrase.inner).reverse()) {
        pronounAt(inner.possessive);
        const entity = mean(inner);
        if (entity) note(entity, inner.first, inner.last, true);
      }
      pronounAt(phrase.possessive);
      const entity = mean(phrase);
      for (const owner of phrase.owners) {
        const other = !owner.phrase && owner.item ? named.get(owner.item) : undefined;
        if (other && owner.item && !meant.has(owner.item.last - 1)) {
          meant.set(owner.item.last - 1, other);
          if (other.sort !== 'people') note(other, owner.item.first, owner.item.last, true);
        }
      }
      if (entity) note(entity, phrase.first, phrase.last, false);
      learn(phrase, entity);
      if (keys[i - 1] === 'and' && entity?.sort === 'state') pairUp(entity, i - 2);
      i = phrase.last - 1;
    } else pronounAt(i);
  }
  firstPersons(memory);

  function pronounAt(i: number): void {
    if (i < 0 || meant.has(i)) return;
    const key = keys[i]!;
    if (words[i]!.tag !== 'PRON' && words[i]!.tag !== 'DET') return;
    const entity = pronounMeans(memory, i);
    if (!entity) return;
    meant.set(i, entity);
    // "Maud Ferrin summoned her cabinet": whoever the sentence is about.
    if ((key === 'his' || key === 'her') && entity.kind === 'person' && entity === lastSubject(items.sentence[i]!))
      entity.gender ??= key === 'his' ? 'male' : 'female';
    if (key === 'he' || key === 'she') entity.gender ??= key === 'he' ? 'male' : 'female';
    note(entity, i, i + 1, key === 'his' || key === 'her' || key === 'its' || key === 'their');
  }

  /** What only reading on has shown of somebody: "its secretary", "the navy's spokeswoman", "who commands the coastguard". */
  function learn(phrase: Phrase, entity: Entity | null): void {
    const leader = context.follows.get(phrase);
    if (leader && leader.party === null && entity?.party != null) give(leader, entity.party, 'mention/leads-it');
    const person = phrase.person ? named.get(phrase.person) : apposed.get(phrase);
    if (person?.sort !== 'person' || phrase.cut !== null) return;
    if (!phrase.roles.some((r) => r.role!.sorts & SORT.office)) return;
    const weak = person.party === null ? person.votes.size === 0 : WEAK.has(person.partyMade?.rule ?? '');
    if (!weak) return;
    const possessor = phrase.possessive >= 0 ? meant.get(phrase.possessive) : undefined;
    // "Its envoy": of whom the sentence before is about, and of nobody further off.
    const here = items.sentence[phrase.first]!;
    const own = possessor && isTopic(possessor, here) ? possessor.party : undefined;
    const owner = phrase.owners.find(
      (o) => o.how !== 'at' && o.phrase?.item?.kind === 'role' && meant.get(o.phrase.head)?.party != null,
    );
    if (own != null) give(person, own, 'mention/possessive-pronoun');
    else if (owner) give(person, meant.get(owner.phrase!.head)!.party!, 'mention/same-referent');
  }

  /** Whether a sentence, or the one before it, is about somebody. */
  function isTopic(entity: Entity, here: number): boolean {
    for (let k = seen.length - 1; k >= 0 && k > seen.length - NEAR && seen[k]!.sentence >= here - 1; k--)
      if (seen[k]!.subject && seen[k]!.entity === entity) return true;
    return false;
  }

  /** Whom a sentence is about, as far as it was read. */
  function lastSubject(sentence: number): Entity | null {
    for (let k = seen.length - 1; k >= 0 && k > seen.length - NEAR && seen[k]!.sentence === sentence; k--)
      if (seen[k]!.subject) return seen[k]!.entity;
    return null;
  }

  /** "Halvia and Maravet": the two of whom "both states" will tell. */
  function pairUp(second: Entity, last: number): void {
    const first = last >= 0 ? named.get(items.at[last]!) : undefined;
    if (first?.sort === 'state' && first !== second && first.party !== null && second.party !== null)
      context.pair = { two: [first.party, second.party], sentence: items.sentence[last]! };
  }

  function give(entity: Entity, party: string, rule: string): void {
    entity.party = party;
    entity.partyMade = made(rule);
  }

  /** Whether word `i` opens a paragraph, but for an article or mark before it. */
  function opening(i: number): boolean {
    const s = items.sentences[items.sentence[i]!]!;
    const before = items.sentences[items.sentence[i]! - 1];
    return i <= s.first + 1 && (before === undefined || before.block !== s.block);
  }

  function mean(phrase: Phrase): Entity | null {
    const before = meant.get(phrase.head);
    if (before) return before;
    const entity = meaningOf(memory, phrase);
    if (entity) meant.set(phrase.head, entity);
    return entity;
  }
}
