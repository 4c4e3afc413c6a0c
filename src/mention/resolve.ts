import { type Context, flatten, speaks, textOf } from './context.ts';
import type { Entity } from './entities.ts';
import { SORT } from './lexicon.ts';
import { officesOf, spelledOut } from './offices.ts';
import { made } from './party.ts';
import type { Phrase } from './phrases.ts';
import { nearbyState, ownersSide } from './sides.ts';

/** One place where something was spoken of, as later pronouns see it. */
interface Seen {
  readonly entity: Entity;
  readonly at: number;
  readonly sentence: number;
  /** Whether it is the subject of a verb, or of a verb of saying. */
  readonly subject: boolean;
  readonly speaker: boolean;
  readonly quote: number;
  /** Whether it stands inside another phrase, or after a preposition. */
  readonly inner: boolean;
  readonly block: number;
  /** Whether a paragraph begins with it. */
  readonly opens: boolean;
}

const HE: ReadonlySet<string> = new Set(['he', 'him', 'his', 'himself']);
const SHE: ReadonlySet<string> = new Set(['she', 'her', 'hers', 'herself']);
const IT: ReadonlySet<string> = new Set(['it', 'its', 'itself']);
const THEY: ReadonlySet<string> = new Set(['they', 'them', 'their', 'themselves']);
const WHO_WORDS: ReadonlySet<string> = new Set(['who', 'whose', 'whom']);
const FIRST: ReadonlySet<string> = new Set(['i', 'we', 'us', 'our', 'my', 'me']);
const WHO = SORT.office | SORT.alone | SORT.private;
const BODY = SORT.institution | SORT.movement | SORT.privateBody | SORT.side;

/** How many earlier mentions are looked at, so that the work grows with the text and no faster. */
const WINDOW = 60;

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

/** Reads the report from beginning to end and settles what each phrase and pronoun means. */
export function resolve(context: Context): void {
  const { items, lexicon, roster, named, meant, top } = context;
  const { words, keys } = items;
  const seen: Seen[] = [];
  /** Roles that stand beside a name: "Halvia's foreign minister, Aldren Voss". */
  const apposed = new Map<Phrase, Entity>();
  for (const { name, role } of context.appositions) {
    const entity = named.get(name);
    if (entity?.sort === 'person' && role.person === null) apposed.set(role, entity);
  }
  let nextPhrase = 0;
  const note = (entity: Entity, first: number, last: number, inner: boolean): void => {
    entity.count++;
    let after = last;
    while (after < words.length && after < last + 2 && words[after]!.tag === 'ADV') after++;
    const verb = words[after]?.tag;
    const before = words[first - 1];
    const afterPreposition = before?.tag === 'ADP';
    const speaker = !inner && speaks(context, first, last);
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
      i = phrase.last - 1;
    } else pronounAt(i);
  }
  firstPersons();

  function pronounAt(i: number): void {
    if (i < 0 || meant.has(i)) return;
    const key = keys[i]!;
    if (words[i]!.tag !== 'PRON' && words[i]!.tag !== 'DET') return;
    const entity = HE.has(key)
      ? who(i, 'male')
      : SHE.has(key)
        ? who(i, 'female')
        : IT.has(key)
          ? what(i, false)
          : THEY.has(key)
            ? what(i, true)
            : WHO_WORDS.has(key)
              ? antecedent(i)
              : null;
    if (!entity) return;
    meant.set(i, entity);
    if (key === 'he' || key === 'she') entity.gender ??= key === 'he' ? 'male' : 'female';
    note(entity, i, i + 1, key === 'his' || key === 'her' || key === 'its' || key === 'their');
  }

  /** Whether word `i` opens a paragraph, but for an article or mark before it. */
  function opening(i: number): boolean {
    const s = items.sentences[items.sentence[i]!]!;
    const before = items.sentences[items.sentence[i]! - 1];
    return i <= s.first + 1 && (before === undefined || before.block !== s.block);
  }

  /** The person or body right before "who". */
  function antecedent(i: number): Entity | null {
    const last = seen.at(-1);
    if (!last) return null;
    for (let k = seen.length - 1; k >= 0 && k > seen.length - 4; k--) {
      const s = seen[k]!;
      if (s.sentence !== items.sentence[i]) return null;
      if ((!s.inner || k === seen.length - 1) && !s.entity.sort.startsWith('doc')) return s.entity;
    }
    return null;
  }

  /** The likeliest person for "he" or "she": near, a subject, a speaker, often named; none when the evidence is thin. */
  function who(i: number, gender: 'male' | 'female'): Entity | null {
    const here = items.sentence[i]!;
    const { block } = items.sentences[here]!;
    const saying = speaks(context, i, i + 1) || (keys[i - 1] === 'to' && keys[i - 2] === 'according');
    let best: Entity | null = null;
    let most = saying ? -6 : -3.5;
    const tried = new Set<Entity>();
    for (let k = seen.length - 1; k >= 0 && k > seen.length - WINDOW; k--) {
      const s = seen[k]!;
      const e = s.entity;
      if (e.kind !== 'person' || e.plural || e.generic || here - s.sentence > (saying ? 14 : 8)) continue;
      if (e.gender !== null && e.gender !== gender) continue;
      let score = -(saying ? 0.5 : 1.1) * (here - s.sentence) - (tried.has(e) ? 0.2 : 0);
      tried.add(e);
      if (s.block !== block) score -= 0.8;
      if (s.subject) score += s.opens ? 2.4 : 1.6;
      if (s.speaker) score += saying ? 2.4 : 0.8;
      if (s.inner) score -= 0.8;
      if (s.quote > words[i]!.quote) score -= 2.2;
      if (gender === 'female' && e.gender === null) score -= 1.2;
      score += 0.15 * Math.min(e.count, 6);
      if (!e.named) score -= 0.3;
      if (score > most) [best, most] = [e, score];
    }
    return best;
  }

  /** The likeliest body, state or group for "it" or "they". */
  function what(i: number, many: boolean): Entity | null {
    const here = items.sentence[i]!;
    let best: Entity | null = null;
    let most = -2;
    for (let k = seen.length - 1; k >= 0 && k > seen.length - WINDOW; k--) {
      const s = seen[k]!;
      const e = s.entity;
      if (here - s.sentence > 3 || (e.kind === 'person' && !e.plural) || e.kind === 'date' || e.kind === 'quantity')
        continue;
      if (!many && e.plural) continue;
      if (many && !e.plural && e.sort === 'state') continue;
      let score = -1.1 * (here - s.sentence);
      if (s.subject) score += 1.6;
      if (s.speaker) score += 1.2;
      if (s.inner) score -= 1;
      if (s.quote > words[i]!.quote) score -= 2;
      if (e.sort === 'unknown' && e.kind === 'place') score -= 1;
      if (many && e.plural) score += 0.8;
      if (score > most) [best, most] = [e, score];
    }
    return best;
  }

  /** What a phrase means: an entity known by name, one spoken of before, or a new one. */
  function mean(phrase: Phrase): Entity | null {
    const before = meant.get(phrase.head);
    if (before) return before;
    const entity = meaningOf(phrase);
    if (entity) meant.set(phrase.head, entity);
    return entity;
  }

  function meaningOf(phrase: Phrase): Entity | null {
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
      const state = (owner ? roster.find(`state ${owner}`) : undefined) ?? back((e) => e.sort === 'state', 12);
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
          : lookBack(phrase);
      if (old) return old;
    } else if (sorts & SORT.document) {
      const old = phrase.determiner === 'the' && phrase.owners.length === 0 ? sameWord(phrase) : null;
      if (old) return old;
    }
    return describedEntity(phrase);
  }

  function describedEntity(phrase: Phrase): Entity {
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
    const side = sideOf(phrase);
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
    return entity;
  }

  function sideOf(phrase: Phrase): ReturnType<typeof ownersSide> {
    const role = phrase.item!.role!;
    const { sorts } = role;
    const sideWord = (sorts & SORT.side) !== 0;
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
    if (sideWord) {
      const group = phrase.owners.find(
        (o) =>
          o.how !== 'at' &&
          o.item &&
          named.get(o.item)?.party != null &&
          !['state', 'people'].includes(named.get(o.item)!.sort),
      );
      if (group) return ownersSide(context, phrase);
      return {
        party: sideName(phrase),
        made: made('mention/side-by-description', `roles.yaml: ${role.word}`),
      };
    }
    const side = ownersSide(context, phrase);
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

  /** What a side without a name is called: "Maravetian rebels" of "many Maravetian rebels in the north". */
  function sideName(phrase: Phrase): string {
    const nation = phrase.owners.find((o) => o.how === 'modifier' && o.item?.kind === 'name');
    const first = phrase.roles.find((r) => r.role!.sorts & (SORT.side | SORT.opposition))?.first ?? phrase.item!.first;
    const text = textOf(context, first, phrase.head + 1);
    return nation?.item && nation.item.last === first
      ? `${textOf(context, nation.item.first, nation.item.last)} ${text.toLowerCase()}`
      : text.toLowerCase();
  }

  /** Somebody spoken of before (or, failing that, named later) whom "the minister", "the group" may mean. */
  function lookBack(phrase: Phrase): Entity | null {
    const role = phrase.item!.role!;
    const { sorts } = role;
    if (phrase.plural && !(sorts & SORT.home))
      return (
        sameWord(phrase) ??
        (sorts & SORT.side && phrase.owners.length === 0 && phrase.determiner === 'the' ? onlyGroup() : null)
      );
    const side = phrase.owners.length > 0 || phrase.possessive >= 0 ? ownersSide(context, phrase) : null;
    const party = side?.party ?? null;
    const fits = (e: Entity): boolean =>
      party === null ? phrase.owners.length === 0 || !side || side.made.rule === 'mention/no-side' : e.party === party;
    const formerly = phrase.cut === 'former';
    const special = spelledOut(context, phrase);
    if (sorts & WHO && !(sorts & SORT.movement && sorts & BODY && !(sorts & SORT.office)) && !phrase.plural) {
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
              (o) =>
                lexicon.wider.get(o)?.has(role.word) || role.offices.some((mine) => lexicon.wider.get(o)?.has(mine)),
            );
      const isPerson = (e: Entity): boolean => e.kind === 'person' && !e.plural && e.sort !== 'document';
      const test = formerly
        ? (e: Entity): boolean => isPerson(e) && e.named && (strict(e) || wide(e)) && e.party === null
        : (e: Entity): boolean => isPerson(e) && fits(e);
      const found =
        back((e) => test(e) && strict(e)) ??
        back((e) => test(e) && wide(e) && e.named) ??
        (phrase.determiner === 'the' || phrase.determiner === 'none'
          ? (ahead((e) => test(e) && strict(e)) ?? ahead((e) => test(e) && wide(e)))
          : null);
      if (found) return found;
      const chief = [...role.offices, ...special].some((o) => lexicon.stateOffices.has(o) || o === 'leader');
      const office = [...role.offices, ...special].includes('foreign minister') ? 'foreign minister' : 'leader';
      if (chief && party !== null && !formerly)
        return back(
          (e) =>
            isPerson(e) &&
            e.named &&
            e.party === party &&
            e.offices.size === 0 &&
            (e.listed === office || (e.listed === null && office === 'leader')),
        );
      if (role.word === 'politician' && phrase.determiner === 'the') {
        for (let k = seen.length - 1; k >= 0 && k > seen.length - 25; k--) {
          const s = seen[k]!;
          if (s.speaker && isPerson(s.entity) && s.entity.named && fits(s.entity)) return s.entity;
        }
      }
      if (role.word === 'politician' || sorts & SORT.private)
        return phrase.owners.length === 0 && phrase.determiner === 'the'
          ? back(
              (e) =>
                isPerson(e) &&
                e.named &&
                (role.word === 'politician' ? e.party !== null : e.party === null && e.offices.size === 0),
              25,
            )
          : null;
      return null;
    }
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
    const found = back((e) => (sameBody(e) || named_(e)) && (party === null || e.party === party));
    if (found && (found.party !== null || found.named || !(sorts & SORT.standIn))) return found;
    if (phrase.owners.length > 0) return found;
    if (sorts & SORT.standIn && phrase.determiner === 'the') {
      const sort = sorts & SORT.privateBody ? ['civil', 'media', 'unknown'] : ['group', 'body', 'civil', 'unknown'];
      return back((e) => sort.includes(e.sort) && e.kind === 'organisation', 20) ?? found;
    }
    return found ?? ahead((e) => named_(e) && e.sort === 'civil');
  }

  /** Whether a name or one of its other forms has this word. */
  function nameHas(entity: Entity, key: string): boolean {
    const stem = key.replace(/s$/u, '');
    for (const name of [entity.name, ...entity.aliases])
      if (
        name
          .toLowerCase()
          .split(/[\s-]+/u)
          .some((w) => w === key || w === stem)
      )
        return true;
    return (stem === 'monitor' || stem === 'monitoring') && /observatory|monitor/iu.test(entity.name);
  }

  /** The one armed group or movement of the report: "the rebels" are it. */
  function onlyGroup(): Entity | null {
    if (roster.all.length > 300) return null;
    const groups = roster.all.filter(
      (e) =>
        e.sort === 'group' ||
        (e.sort === 'unknown' && e.party === e.name && e.kind === 'organisation' && e.name.includes(' ')),
    );
    return groups.length === 1 ? groups[0]! : null;
  }

  function sameWord(phrase: Phrase): Entity | null {
    const { word } = phrase.item!.role!;
    const party = phrase.owners.length > 0 ? ownersSide(context, phrase).party : null;
    return back(
      (e) =>
        e.words.has(word) &&
        e.plural === phrase.plural &&
        (phrase.owners.length === 0 || (party !== null && e.party === party)),
    );
  }

  function back(test: (entity: Entity) => boolean, window = WINDOW): Entity | null {
    for (let k = seen.length - 1; k >= 0 && k > seen.length - window * 3; k--)
      if (test(seen[k]!.entity)) return seen[k]!.entity;
    return null;
  }

  /** The first entity of the report that fits, wherever it is named. */
  function ahead(test: (entity: Entity) => boolean): Entity | null {
    if (roster.all.length > 300) return null;
    return roster.all.find((e) => e.named && test(e)) ?? null;
  }

  /** "I" and "we" inside a quotation are whoever is said to speak it, before or after it in the sentence. */
  function firstPersons(): void {
    const speakers = seen.filter((s) => s.speaker && s.quote === 0);
    let k = 0;
    for (let i = 0; i < words.length; i++) {
      if (!FIRST.has(keys[i]!) || words[i]!.tag !== 'PRON' || meant.has(i)) continue;
      const sentence = items.sentence[i]!;
      while (k + 1 < speakers.length && speakers[k + 1]!.sentence <= sentence - 2) k++;
      let best: Seen | null = null;
      for (let m = k; m < speakers.length && speakers[m]!.sentence <= sentence + 1; m++) {
        const s = speakers[m]!;
        if (s.sentence < sentence - 2) continue;
        if (!best || Math.abs(s.sentence - sentence) <= Math.abs(best.sentence - sentence)) best = s;
      }
      if (best) meant.set(i, best.entity);
    }
  }
}
