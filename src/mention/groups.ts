import { oneOfTwo } from './between.ts';
import { type GroupName, groupNames } from './group-names.ts';
import type { Items } from './items.ts';
import type { MentionLexicon, NameEntry } from './lexicon.ts';
import { TOLD } from './party.ts';
import type { Polities } from './polities.ts';
import type { Survey } from './survey.ts';

/** What a report shows of a name that may be a side's. */
interface Evidence {
  readonly name: GroupName;
  /** That it is called a side. */
  called: number;
  /** That it is seen to be one: it fights, has fighters, is at war or talks with another. */
  side: number;
  /** That it takes stands, as sides and others do. */
  acts: number;
  /** That it is something else. */
  other: number;
}

/** Least evidence by what the name's last word tells. */
const LEAST = { strong: 1, weak: 2, plural: 3, none: 3 } as const;
/** How far the noun of an apposition may stand, and how far it reaches, in words. */
const NEAR = 8;
const REACH = 14;

/**
 * Finds the names that the report itself shows to be those of sides that are no states: movements, armed groups, coalitions,
 * councils, unions. A name must be called a side, act as one, fight or treat with one; what reports, teaches, heals or
 * trades is none. Letters that stand for such a name are led back to it.
 */
export function findGroups(items: Items, survey: Survey, lexicon: MentionLexicon, states: Polities): Polities {
  const { words, keys, sentence } = items;
  const told = lexicon.groups;
  const found = new Map<string, NameEntry>();
  const names = groupNames(items, survey, lexicon).filter((name) => !states.has(name.key));
  const evidence = new Map<string, Evidence>();
  // Letters stand for the one name of several words that has them for its initials.
  const byLetters = new Map<string, GroupName | null>();
  for (const name of names)
    if (name.initials.length > 1 && name.head !== 'none') {
      const old = byLetters.get(name.initials);
      byLetters.set(name.initials, old === undefined || old?.key === name.key ? name : null);
    }
  const written = new Set(names.map((name) => name.key));
  const shortOf = (name: GroupName): GroupName =>
    name.head === 'none' && name.last === name.first + 1 && name.text === name.text.toUpperCase()
      ? (byLetters.get(name.key) ?? name)
      : name;
  const byWord = new Map<string, GroupName | null>();
  const within = new Set<number>();
  for (const name of names) {
    const whole = shortOf(name);
    const of = evidence.get(whole.key) ?? { name: whole, called: 0, side: 0, acts: 0, other: 0 };
    evidence.set(whole.key, of);
    if (name.letters !== '') of.side++;
    weigh(of, name.first, name.last);
    if (name.last > name.first + 1) for (let i = name.first; i < name.last; i++) within.add(i);
    if (name.head === 'strong' || name.head === 'weak') {
      const old = byWord.get(name.word);
      byWord.set(name.word, old === undefined || old?.key === name.key ? name : null);
    }
  }
  // "the council", "the Authority": what the short form does is done by the one name that it may stand for.
  if (byWord.size > 0)
    for (let i = 1; i < words.length; i++) {
      const name = byWord.get(keys[i]!);
      if (!name || keys[i - 1] !== 'the' || within.has(i) || i < name.first) continue;
      const of = evidence.get(name.key)!;
      of.acts += verbOf(i - 1, i + 1);
    }
  for (const { name, called, side, acts, other } of evidence.values()) {
    const body = name.head === 'strong' || name.head === 'weak';
    const shows = called + (name.head === 'none' ? 0 : side) + (body ? acts : 0);
    if (other > 0 || shows < LEAST[name.head] || told.never.has(name.word)) continue;
    put(name.key, name.text, name.text);
    // "the Sund Republic": "Sund" alone is it.
    const short = name.key.endsWith(` ${name.word}`) ? name.key.slice(0, -name.word.length - 1) : '';
    if (lexicon.countries.has(name.word) && written.has(short) && !states.has(short))
      put(short, name.text.slice(0, short.length), name.text);
    if (name.letters !== '') put(name.letters, name.letters.toUpperCase(), name.text);
    else if (byLetters.get(name.initials)?.key === name.key && written.has(name.initials))
      put(name.initials, name.initials.toUpperCase(), name.text);
  }
  return found;

  function put(key: string, text: string, party: string): void {
    if (!found.has(key)) found.set(key, { kind: 'group', name: text, party, entry: TOLD, writing: 'capital' });
  }

  /** Adds what stands around one mention. */
  function weigh(of: Evidence, first: number, end: number): void {
    const start = keys[first - 1] === 'the' ? first - 1 : first;
    const before = keys[first - 1] ?? '';
    const last = words[end]?.text === '(' && words[end + 2]?.text === ')' ? end + 3 : end;
    // "the rebel X", "rebel group X"
    const person = items.at[first]!.looks === 'person';
    if (told.kinds.has(before) && told.before.has(keys[first - 2] ?? '') && !person) of.called += 3;
    else if (told.before.has(before)) of.side += 3;
    // "a militia, X"; "a militia called X"
    const comma = words[start - 1]?.text === ',' || keys[start - 1] === 'called';
    if (comma && told.kinds.has(keys[start - 2] ?? '')) of.called += calledBefore(start - 2);
    // "X, a militia"; "X is a militia"
    const is = keys[last] === 'is' || keys[last] === 'was' || words[last]?.text === ',';
    const beside = is ? calledAfter(last + 1) : 0;
    if (beside < 0) of.other++;
    else of.called += beside;
    // "the Black Heron network": what a noun of sides calls so, but no people ("Halvian militias").
    const joined = keys.slice(first, end).includes('-');
    if (end > first + 1 && start < first && !joined && told.called.has(keys[end] ?? '')) of.called += 3;
    const pair = oneOfTwo(items, lexicon, start);
    of.side += pair === 'war' ? 3 : pair === 'dealing' ? 2 : 0;
    const owned = /^['’`]s?$/u.test(words[last]?.text ?? '') ? last + 1 : last;
    if (told.owned.has(words[owned]?.lemma ?? '') || (owned > last && told.owned.has(words[owned + 1]?.lemma ?? '')))
      of.side += 2;
    const preposition = keys[start - 1];
    if ((preposition === 'of' || preposition === 'for') && told.owned.has(words[start - 2]?.lemma ?? '')) of.side += 2;
    // "captured from X", "attacked by X", "accused X", "called on X"
    const doer = words[start - 1];
    if (doer?.tag === 'VERB' && (told.stances.has(doer.lemma) || told.deeds.has(doer.lemma))) of.acts++;
    if (preposition === 'by' && told.deeds.has(words[start - 2]?.lemma ?? '')) of.side++;
    if (preposition === 'on' && words[start - 2]?.lemma === 'call') of.acts++;
    // "Halvia's 36th Marine Brigade", "Halvia's Sovereign Council": a part of a state.
    const owner = words[first - 1]?.text ?? '';
    if (/^\d/u.test(owner) || (of.name.head === 'weak' && /^['’`]s$/u.test(owner))) of.other++;
    const verb = verbOf(start, last);
    of.acts += verb;
    if (verb === 3) of.side += 2;
  }

  /**
   * Whether the words from `from` on call what stands before them a side (3; 1 where others are called so too), something
   * else (-1), or nothing (0).
   */
  function calledAfter(from: number): number {
    if (words[from]?.tag !== 'DET' && keys[from] !== 'one') return 0;
    let kind = 0;
    let sided = false;
    for (let i = from + 1; i < from + NEAR && words[i] && sentence[i] === sentence[from]; i++) {
      const { tag } = words[i]!;
      if (told.private.has(keys[i]!) || told.never.has(keys[i]!)) return -1;
      sided ||= told.before.has(keys[i]!) || told.sided.has(keys[i]!);
      if (told.kinds.has(keys[i]!)) kind = sided || told.armed.has(keys[i]!) ? 3 : 1;
      if (tag === 'PUNCT' || tag === 'ADP' || tag === 'PRON' || tag === 'SCONJ' || (tag === 'VERB' && kind > 0)) break;
    }
    return kind;
  }

  /** The same of the words that end at `at`. */
  function calledBefore(at: number): number {
    let sided = told.armed.has(keys[at]!);
    for (let i = at; i > at - 4 && i >= 0 && sentence[i] === sentence[at]; i--) {
      if (told.private.has(keys[i]!)) return 0;
      sided ||= told.before.has(keys[i]!) || told.sided.has(keys[i]!);
      if (words[i]!.tag === 'DET') return sided ? 3 : 1;
    }
    return 0;
  }

  /** How much the verb that the words `[start, last)` are the subject of shows: a deed 3, a stand 2, speech 1. */
  function verbOf(start: number, last: number): number {
    const tag = words[start - 1]?.tag;
    if (tag === 'ADP' || tag === 'VERB' || tag === 'PART') return 0;
    let i = last;
    // "X, a militia that holds the north, said"
    if (words[i]?.text === ',' && words[i + 1]?.tag !== 'VERB')
      for (let k = i + 1; k < i + REACH && words[k] && sentence[k] === sentence[i]; k++)
        if (words[k]!.text === ',') {
          i = k + 1;
          break;
        }
    for (let k = 0; k < 3 && (words[i]?.tag === 'AUX' || words[i]?.tag === 'ADV'); k++) i++;
    const verb = words[i];
    if (verb?.tag !== 'VERB' || sentence[i] !== sentence[start]) return 0;
    const next = keys[i + 1];
    if (verb.lemma === 'call') return next === 'for' || next === 'on' ? 2 : 1;
    if (verb.lemma === 'rule') return next === 'out' ? 2 : 0;
    if (told.deeds.has(verb.lemma)) return 3;
    if (told.stances.has(verb.lemma)) return 2;
    return lexicon.speech.has(verb.lemma) ? 1 : 0;
  }
}
