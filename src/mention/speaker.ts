import type { Producer, Span } from '../record.ts';
import { type Context, textOf } from './context.ts';
import type { Entity } from './entities.ts';
import type { Item } from './items.ts';
import { SORT } from './lexicon.ts';
import { describe } from './nominals.ts';
import { made, TOLD } from './party.ts';
import { mayBegin } from './phrase-base.ts';
import { type Phrase, readPhrase } from './phrases.ts';
import { phraseSide } from './sides.ts';
import { isS } from './writing.ts';

/** Who a stretch of words names as a source. */
export interface Source {
  /** The fullest name of a person; a body as named; the description of somebody unnamed, without its article. */
  readonly name: string | null;
  /** The side it speaks for; "A and B" where two speak in one voice; `null` for none. */
  readonly party: string | null;
  /** The referent's id, where the source is one that the mention stage knows. */
  readonly referent: string | null;
  /** What decided: first who it is, then its side. */
  readonly made: readonly Producer[];
}

/** A source before its referent has an id. */
export interface Named {
  readonly name: string | null;
  readonly party: string | null;
  readonly entity: Entity | null;
  readonly made: readonly Producer[];
  /** Those who speak with one voice, where there are several. */
  readonly parts?: readonly Named[];
}

const NOBODY: Named = { name: null, party: null, entity: null, made: [made('mention/unresolved')] };
const PARTITIVE: ReadonlySet<string> = new Set([
  'one',
  'some',
  'many',
  'several',
  'few',
  'most',
  'all',
  'both',
  'two',
  'three',
  'none',
  'each',
  'members',
  'part',
  'majority',
  'dozens',
  'hundreds',
  'number',
]);
const FIRST: ReadonlySet<string> = new Set(['i', 'me']);

/** First and last word that a span touches. */
export function wordsIn(context: Context, span: Span): readonly [number, number] {
  const { words } = context.items;
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < words.length && words[last]!.start < span.end) last++;
  return [low, last];
}

/** Joins the sides of several speakers with one voice. */
function joint(parts: readonly Named[]): Named {
  const parties = [...new Set(parts.map((p) => p.party).filter((p) => p !== null))];
  const list = (names: readonly string[]): string | null =>
    names.length === 0
      ? null
      : names.length === 1
        ? names[0]!
        : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
  return {
    name: list(parts.map((p) => p.name).filter((n) => n !== null)),
    party: list(parties),
    entity: parts.length === 1 ? parts[0]!.entity : null,
    made: [made('mention/joint'), ...parts.flatMap((p) => p.made)],
    parts,
  };
}

/** Who the words `[first, last)` name. */
export function sourceOf(context: Context, first: number, last: number, depth = 0): Named {
  const { items, meant } = context;
  const { words, keys } = items;
  while (first < last && words[first]!.tag === 'PUNCT') first++;
  // "Maravet's demands": whose they are is Maravet.
  while (last > first && (words[last - 1]!.tag === 'PUNCT' || isS(words[last - 1]!.text))) last--;
  if (first >= last || depth > 6) return NOBODY;
  // "Maravet on Thursday said": a day speaks for nobody; who stands before it does.
  if (last - first === 1 && context.lexicon.times.weekdays.has(keys[first]!)) {
    const end = keys[first - 1] === 'on' ? first - 1 : first;
    const item = items.at[end - 1];
    return item && item.kind !== 'word' ? sourceOf(context, item.first, end, depth + 1) : NOBODY;
  }
  const alone = meant.get(first);
  if (last - first === 1 && items.at[first]!.kind === 'word')
    return alone
      ? ofEntity(alone, made(isIssuer(context, alone, first) ? 'mention/issuer' : 'mention/pronoun'))
      : words[first]!.tag === 'PRON'
        ? NOBODY
        : describedWord(first);
  // "He and Sael Otray, who leads the Front": a pronoun speaks for whom it means, and so does the other.
  if (alone && words[first]!.tag === 'PRON' && keys[first + 1] === 'and' && first + 2 < last) {
    const rest = sourceOf(context, first + 2, last, depth + 1);
    return joint([ofEntity(alone, made('mention/pronoun')), ...(rest.parts ?? [rest])]);
  }
  // Two or more in one voice: "Halvia and Maravet", "Putin and Kremlin officials".
  const list = bareList(first, last);
  if (list.length > 1) {
    const rest = sourceOf(context, list.at(-1)!.last + 1, last, depth + 1);
    return joint([
      ...list.map((item) => sourceOf(context, item.first, item.last, depth + 1)),
      ...(rest.parts ?? [rest]),
    ]);
  }
  const phrase = firstPhrase(first, last);
  if (!phrase)
    return alone && (words[first]!.tag === 'PRON' || words[first]!.tag === 'DET')
      ? ofEntity(alone, made('mention/pronoun'))
      : describedWord(first, last);
  let next = phrase.last;
  if (keys[next] === '(' && next < last) {
    while (next < last && keys[next] !== ')') next++;
    next++;
  }
  const listed =
    keys[next] === ',' &&
    phrase.item?.kind === 'name' &&
    !phrase.person &&
    next + 1 < last &&
    items.at[next + 1]!.kind === 'name';
  if (
    next + 1 < last &&
    (keys[next] === 'and' || keys[next] === '&' || keys[next] === 'or' || listed) &&
    !(keys[next + 1] === 'others' && next + 2 === last)
  ) {
    const one = ofPhrase(phrase, last);
    const rest = sourceOf(context, next + 1, last, depth + 1);
    return joint([one, ...(rest.parts ?? [rest])]);
  }
  return ofPhrase(phrase, last);

  /** "Halvia Cantara and Maravet": the states before the "and" of a list that has lost its commas. */
  function bareList(from: number, to: number): Item[] {
    const out: Item[] = [];
    for (let i = keys[from] === 'the' ? from + 1 : from; i < to; ) {
      const item = items.at[i]!;
      if (item.kind !== 'name' || item.first !== i || !item.names.some((e) => e.kind === 'state')) break;
      out.push(item);
      if (keys[item.last] === 'and' && item.last + 1 < to) return out;
      i = item.last;
    }
    return [];
  }

  function firstPhrase(from: number, to: number): Phrase | null {
    for (let i = from; i < to; i++) {
      if (!mayBegin(items, i)) {
        if (meant.has(i) && words[i]!.tag === 'PRON') return null;
        continue;
      }
      const found = readPhrase(items, context.lexicon, i, to);
      if (found && (found.item || found.owners.length > 0)) return found;
      if (found) i = Math.max(i, found.last - 1);
    }
    return null;
  }

  function describedWord(at: number, to = at + 1): Named {
    return {
      name: textOf(context, at, to).replace(/^(?:the|an?) /iu, ''),
      party: null,
      entity: null,
      made: [made('mention/description')],
    };
  }

  function ofPhrase(p: Phrase, limit: number): Named {
    const after = p.last;
    const role = p.item?.role ?? null;
    // "Halvia's foreign minister, Aldren Voss": the name stands beside the role.
    if (!p.person && role && after + 1 < limit && (keys[after] === ',' || keys[after] === '(')) {
      const beside = readPhrase(items, context.lexicon, after + 1, limit);
      const name =
        beside?.person ?? (beside?.item?.kind === 'run' && !(role.sorts & SORT.privateBody) ? beside.item : null);
      const entity = name ? context.named.get(name) : undefined;
      if (entity && role.sorts & (SORT.office | SORT.alone | SORT.private | SORT.standIn | SORT.institution))
        return ofEntity(entity, made('mention/apposition'));
    }
    // "one of the officials", "members of the Front"
    if (!p.person && p.inner.length > 0 && PARTITIVE.has(keys[p.head]!) && p.owners.some((o) => o.how === 'of')) {
      const inner = p.owners.find((o) => o.how === 'of')!.phrase!;
      const whole = ofPhrase(inner, limit);
      return {
        name: describe(context, p),
        party: whole.party,
        entity: null,
        made: [made('mention/part-of'), ...whole.made],
      };
    }
    const entity =
      (p.person ? context.named.get(p.person) : undefined) ??
      meant.get(p.head) ??
      (p.item && p.item.kind !== 'role' ? context.named.get(p.item) : undefined);
    if (!p.person && (p.item?.kind === 'name' ? isSomeOf(p) : isSomeCountries(p)))
      return {
        name: describe(context, p),
        party: null,
        entity: null,
        made: [made('mention/description'), made('mention/private-person')],
      };
    if (entity) {
      // A state or body is called as the report calls it here; somebody known by a fuller name is called by that.
      if (
        p.item?.kind === 'name' &&
        !p.person &&
        entity.sort !== 'civil' &&
        !(p.item.names[0]!.entry === TOLD && entity.sort === 'group')
      )
        return { ...ofEntity(entity, made('mention/name')), name: describe(context, p) };
      if (!entity.named)
        return {
          ...ofEntity(entity, made('mention/description')),
          name:
            entity.kind === 'person' || entity.sort === 'document' || (p.determiner === 'the' && entity.count > 1)
              ? entity.name
              : describe(context, p),
        };
      return ofEntity(entity, made(p.person || p.item?.kind === 'run' ? 'mention/name' : 'mention/same-referent'));
    }
    const side = role === null && p.item === null ? unknownHead(p) : phraseSide(context, p);
    return {
      name: describe(context, p),
      party: side.party,
      entity: null,
      made: [made('mention/description'), side.made],
    };
  }

  /** "One Maravetian living near Nerith", "many Halvians": some of a people, who speak for themselves. */
  function isSomeOf(p: Phrase): boolean {
    if (!p.item!.names.some((e) => e.kind === 'people')) return false;
    // "a Maravetian source": a word follows that tells what they are.
    const next = p.item!.last;
    if (items.at[next]?.role || words[next]?.tag === 'NOUN') return false;
    const one = keys[p.first] === 'one' && p.item!.first === p.first + 1;
    return one || (p.roles.length === 0 && (p.determiner === 'a' || p.determiner === 'some'));
  }

  /** "some NATO countries", "several European states": they do not speak for the body that they are members of. */
  function isSomeCountries(p: Phrase): boolean {
    const head = p.item?.role?.word;
    if (p.determiner !== 'some' || !p.plural || head === undefined || !context.lexicon.countries.has(head))
      return false;
    return p.owners.some(({ item }) => item?.names.some((e) => e.entry.startsWith('bodies.yaml')));
  }

  /** "Moscow's troops", "Ukrainian marines": a noun that no lexicon has goes with its owner when it is of several people. */
  function unknownHead(p: Phrase): { party: string | null; made: Producer } {
    if (p.roles.some((r) => r.role!.sorts & (SORT.private | SORT.privateBody)))
      return { party: null, made: made('mention/private-person') };
    // "Maravet's coast", "Halvia's invasion": nobody speaks there.
    if (context.lexicon.territory.has(words[p.head]!.lemma)) return { party: null, made: made('mention/no-side') };
    return phraseSide(context, p);
  }
}

const ofEntity = (entity: Entity, rule: Producer): Named => ({
  name: entity.name,
  party: entity.party,
  entity,
  made: entity.partyMade ? [rule, entity.partyMade] : [rule],
});

export const isFirstPerson = (key: string): boolean => FIRST.has(key);

/** "We demand": whether a pronoun outside quotations stands for whoever put the report out. */
export const isIssuer = ({ issuer, items }: Context, entity: Entity, at: number): boolean =>
  entity === issuer && items.words[at]!.quote === 0 && items.keys[at] === 'we';
