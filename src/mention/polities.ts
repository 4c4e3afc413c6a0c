import { adjectiveOf, isAdjective } from './demonyms.ts';
import type { Item, Items } from './items.ts';
import { type MentionLexicon, type NameEntry, SORT } from './lexicon.ts';
import { TOLD } from './party.ts';
import type { Phrase } from './phrases.ts';
import { framesOf } from './polity-frames.ts';
import { findSeats } from './seats.ts';
import type { Sign } from './sign.ts';
import { longest } from './trie.ts';
import { asWritten, isS } from './writing.ts';

/** Names of states, of their people and of their capitals that only the report itself tells, by their folded words. */
export type Polities = ReadonlyMap<string, NameEntry>;

/** Evidence from which a name is taken for a state. */
const ENOUGH = 3;

/** How surely an owner of this role is a state. */
function weightOf(lexicon: MentionLexicon, role: Item, near: boolean): number {
  const { sorts, offices, word } = role.role!;
  if (offices.some((o) => lexicon.stateOnlyOffices.has(o))) return 3;
  if (lexicon.stateOnlyBodies.has(word)) return near ? 3 : 2;
  if (offices.includes('president') || offices.includes('monarch')) return near ? 3 : 2;
  if (offices.some((o) => lexicon.stateOffices.has(o))) return 1;
  if (sorts & SORT.home) return 1;
  // "Halvia's army chief", "Halvia's negotiator"
  if (near && offices.includes('commander') && word.includes(' ')) return 2;
  if (near && (offices.includes('commander') || offices.includes('negotiator'))) return 1;
  return word === 'ministry' || word === 'embassy' || word === 'capital' ? 2 : 0;
}

/**
 * Finds the names that the report itself shows to be those of states, where no lexicon has them: what has ministers, a
 * government or a navy, what speaks and has an adjective made of its name. Adjectives are led back to the state, capitals to
 * whose they are said or seen to be; `filed` is where the report was filed, in folded words. Work grows with the text.
 */
export function findPolities(
  items: Items,
  phrases: readonly Phrase[],
  lexicon: MentionLexicon,
  filed: string | null = null,
): Polities {
  const { words, keys, at } = items;
  const signs = new Map<string, Sign>();
  const people = new Set<string>();
  const keyOf = (item: Item): string => keys.slice(item.first, item.last).join(' ');
  const isCandidate = (item: Item | null | undefined): item is Item =>
    item?.kind === 'run' && item.looks === 'unknown' && item.last - item.first <= 3;
  const signOf = (item: Item, key = keyOf(item)): Sign => {
    let sign = signs.get(key);
    if (!sign) {
      sign = {
        text: asWritten(words, item.first, item.last),
        state: 0,
        speaks: 0,
        stands: 0,
        before: 0,
        joined: 0,
        inside: 0,
        territory: 0,
        bare: 0,
        seated: 0,
        governs: '',
        count: 0,
      };
      signs.set(key, sign);
    }
    return sign;
  };
  const visit = (phrase: Phrase): void => {
    if (phrase.person)
      for (let i = phrase.person.first; i < phrase.person.last; i++)
        if (phrase.person.last - phrase.person.first > 1 || phrase.roles.length > 0) people.add(keys[i]!);
    const own = phrase.roles.some((r) => r.role!.sorts & SORT.privateBody);
    for (const owner of phrase.owners) {
      const item = owner.phrase ? owner.phrase.item : owner.item;
      if (!isCandidate(item) || own) continue;
      // "the government in Port Asker"
      if (owner.how === 'at') {
        if (phrase.roles.some((r) => lexicon.groups.seated.has(r.role!.word)) && phrase.determiner === 'the')
          signOf(item).seated++;
        continue;
      }
      const rules = phrase.item?.role?.word ?? '';
      if (owner.how === 'modifier' && lexicon.groups.seated.has(rules)) signOf(item).governs = rules;
      if (owner.how === 'possessor') signOf(item).joined += 0.5;
      const near = owner.how !== 'modifier';
      let most = 0;
      for (const role of phrase.roles)
        if (near || role.first > item.first) most = Math.max(most, weightOf(lexicon, role, near));
      // "the interior ministry of Halvia", but not "the Ministry of Industry"
      const portfolio = phrase.roles.some((r) => r.role!.sorts & SORT.portfolio);
      if (near && most === 2 && portfolio) most = ENOUGH;
      else if (owner.how === 'of' && !portfolio && rules === 'ministry') most = 0;
      signOf(item).state += most;
    }
    phrase.inner.forEach(visit);
  };
  phrases.forEach(visit);
  const look = (item: Item): void => {
    if (item.looks === 'person') for (let k = item.first; k < item.last; k++) people.add(keys[k]!);
    // "Halvian Navy": the first word may be an adjective of its own.
    if (item.looks === 'organisation' && item.last - item.first >= 2) {
      const body = longest(lexicon.roles, keys, words, item.first + 1, () => true);
      const role = body?.last === item.last ? body.value : null;
      if (role) {
        const sign = signOf({ ...item, last: item.first + 1 }, keys[item.first]!);
        sign.before++;
        if (lexicon.stateOnlyBodies.has(role.word)) sign.state += 2;
        else if (role.sorts & SORT.home) sign.state += 1;
      }
    }
    if (!isCandidate(item)) return;
    const sign = signOf(item);
    const before = words[item.first - 1];
    const after = words[item.last];
    sign.count++;
    if (before?.tag !== 'DET') sign.bare++;
    // "the border with Halvia", "Halvia's invasion of Maravet"
    const had = before?.tag === 'ADP' ? words[item.first - 2] : isS(after?.text) ? words[item.last + 1] : undefined;
    if (had && lexicon.territory.has(had.lemma)) sign.territory++;
    if (after && (after.tag === 'NOUN' || after.tag === 'ADJ' || at[item.last]!.kind === 'role')) sign.before++;
    if (before && lexicon.locatives.has(before.lower)) sign.inside++;
    // A title before a name makes a person of it.
    else if (at[item.first - 1]?.role && at[item.first - 1]!.role!.sorts & SORT.title) people.add(keys[item.last - 1]!);
    else if (before?.tag !== 'DET') {
      const does = doingOf(items, lexicon, item);
      if (does) sign[does]++;
    }
    sign.state += framesOf(items, lexicon, item);
    if (item.last + 1 < at.length && (keys[item.last] === 'and' || keys[item.last] === ',')) {
      const other = at[item.last + 1]!;
      if (isCandidate(other) && items.sentence[other.first] === items.sentence[item.first]) {
        sign.joined++;
        signOf(other).joined++;
      } else if (other.kind === 'name' && other.names[0]!.kind === 'state') sign.joined++;
    }
    if (item.last - item.first === 2) people.add(keys[item.last - 1]!);
  };
  for (let i = 0; i < at.length; i = Math.max(i + 1, at[i]!.last)) if (at[i]!.kind === 'run') look(at[i]!);
  return name(signs, people, items, phrases, lexicon, filed);
}

/** What a name does as the subject of a verb: it speaks, or takes a stand that those do who deal with others. */
function doingOf(items: Items, lexicon: MentionLexicon, item: Item): 'speaks' | 'stands' | null {
  const { words } = items;
  if (words[item.first - 1]?.tag === 'ADP') return null;
  let i = item.last;
  while (i < item.last + 3 && words[i] && (words[i]!.tag === 'AUX' || words[i]!.tag === 'ADV')) i++;
  const verb = words[i];
  if (verb?.tag !== 'VERB' && verb?.lower !== 'said' && verb?.lower !== 'says') return null;
  return lexicon.speech.has(verb.lemma) ? 'speaks' : lexicon.groups.stances.has(verb.lemma) ? 'stands' : null;
}

/** Whether a name can only be an adjective whose state the report does not name: "the Halvian navy". */
const isAlone = (key: string, sign: Sign): boolean =>
  key.endsWith('ian') && key.length >= 6 && sign.before >= sign.count && sign.speaks === 0;

/** Whether a name is an adjective that only tells whose government is meant: "the Cantaran government". */
const governs = (key: string, sign: Sign): boolean =>
  isAdjective(key) && sign.governs !== '' && sign.before >= sign.count && sign.speaks === 0;

/** What a territory shows at most: a province has borders too. */
const LAND = 2;

/** Draws the conclusions. */
function name(
  signs: Map<string, Sign>,
  people: ReadonlySet<string>,
  items: Items,
  phrases: readonly Phrase[],
  lexicon: MentionLexicon,
  filed: string | null,
): Polities {
  const found = new Map<string, NameEntry>();
  if (signs.size === 0) return found;
  const put = (key: string, kind: NameEntry['kind'], text: string, party: string): void => {
    found.set(key, { kind, name: text, party, entry: TOLD, writing: 'capital' });
  };
  // "President of Halvia Oumara Tesk", "Halvia Aldren Voss": a state and then a name, their comma or article lost.
  for (const [key, sign] of signs) {
    const first = key.includes(' ') ? signs.get(key.slice(0, key.indexOf(' '))) : undefined;
    if (!first || first.count < sign.count) continue;
    first.state += sign.state;
    signs.delete(key);
  }
  // "Halvias army", "Halvias navy": where texts have lost their apostrophes, the name alone may nowhere stand.
  for (const key of [...signs.keys()])
    for (const ending of key.endsWith('as') ? ['n', 'ns'] : []) {
      const bare = key.slice(0, -1);
      if (signs.has(bare) || !signs.has(bare + ending)) continue;
      const lost = signs.get(key)!;
      signs.set(bare, { ...lost, text: lost.text.slice(0, -1) });
      signs.delete(key);
    }
  // "Halvian" goes back to "Halvia" when the report has both.
  const bases = new Map<string, string>();
  for (const [key, sign] of signs) {
    if (key.includes(' ') || (sign.before === 0 && key.length < 7) || people.has(key)) continue;
    const base = adjectiveOf(key, (other) => signs.has(other) && other !== key && !lexicon.given.has(other));
    if (base !== null) bases.set(key, base);
  }
  const adjectives = new Map<string, number>();
  for (const [key, base] of bases) adjectives.set(base, (adjectives.get(base) ?? 0) + signs.get(key)!.state + 1);
  for (const [key, sign] of signs) {
    if (bases.has(key) || (key.endsWith('s') && signs.has(key.slice(0, -1)))) continue;
    const paired = adjectives.get(key) ?? 0;
    if (lexicon.given.has(key) || (people.has(key) && paired < ENOUGH)) continue;
    const land = Math.min(LAND, sign.territory);
    const score = sign.state + land + (paired > 0 ? 2 + paired : 0) + Math.min(2, sign.speaks);
    if (paired === 0 && (isAlone(key, sign) || governs(key, sign))) continue;
    if (score >= ENOUGH && (sign.state > 0 || paired > 0 || (land > 0 && sign.speaks > 0)))
      put(key, 'state', sign.text, sign.text);
  }
  // Beside a state that is known, less shows another: it speaks, and nothing ever is in it or takes it for a person.
  for (const [key, sign] of signs) {
    if (key.endsWith('s') && signs.has(key.slice(0, -1))) continue;
    if (found.has(key) || bases.has(key) || people.has(key) || key.includes(' ') || lexicon.given.has(key)) continue;
    if (
      found.size === 0 ||
      sign.inside > 0 ||
      sign.bare < sign.count ||
      sign.speaks + sign.stands === 0 ||
      sign.count < 2
    )
      continue;
    if (sign.speaks + 2 * sign.stands + sign.state + sign.joined + Math.min(1, (sign.count - 1) / 4) >= 2)
      put(key, 'state', sign.text, sign.text);
  }
  // "the Cantaran government", with nothing of Cantara's name: the words themselves.
  for (const [key, sign] of signs) {
    if (found.has(key) || bases.has(key) || people.has(key) || isAlone(key, sign)) continue;
    if (governs(key, sign)) put(key, 'people', sign.text, `${sign.text} ${sign.governs}`);
  }
  // An adjective alone names its state by the commonest rule of English.
  for (const [key, sign] of signs) {
    if (found.has(key) || bases.has(key) || sign.state < 2 || people.has(key) || !isAlone(key, sign)) continue;
    put(key, 'people', sign.text, sign.text.slice(0, -1));
  }
  // "the government in Port Asker": the seat of the one state of the report, or else the name that its side goes by.
  const parties = new Set([...found.values()].map((entry) => entry.party!));
  const [only] = parties;
  const known = items.at.some((item) => item.kind === 'name' && item.names[0]!.kind === 'state');
  if (parties.size < 2 && !known)
    for (const [key, sign] of signs)
      if (sign.seated > 0 && !found.has(key) && !bases.has(key) && !people.has(key))
        put(key, only ? 'capital' : 'state', sign.text, only ?? sign.text);
  for (const [key, base] of bases) {
    const state = found.get(base);
    if (state) put(key, 'people', signs.get(key)!.text, state.party!);
    // "Halvians" where "Halvian" stands too, or only in a longer name ("Halvian Ministry of Trade").
    const other = key.endsWith('s') ? key.slice(0, -1) : `${key}s`;
    if (state && !found.has(other)) put(other, 'people', signs.get(key)!.text, state.party!);
  }
  for (const [key, party] of findSeats(items, phrases, lexicon, found, signs, filed, people))
    put(key, 'capital', signs.get(key)!.text, party);
  return found;
}
