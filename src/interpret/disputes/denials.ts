/** Denials: one side says that an account is false. */
import type { Event } from '../../record.ts';
import { argumentsOf } from '../grammar/arguments.ts';
import { clauseOf } from '../grammar/clauses.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { type Found, longestAt } from '../phrases.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import { type Account, aboutOf, accountIn, rangesOf } from './account.ts';
import { accusedIn, type Contested, doneBy, toldBefore } from './accused.ts';
import { decidingIn } from './deciding.ts';
import { DECIDES, type DisputeLexicon } from './lexicon.ts';
import { aheadOf, opens, sentenceBefore, toldAhead } from './pointed.ts';

/** A contested account and what contests it. */
export interface Pair {
  readonly rule: string;
  readonly accounts: readonly Account[];
  /** The word that decided. */
  readonly at: number;
  readonly confidence: number;
}

export interface DisputeTools {
  readonly lexicon: DisputeLexicon;
  readonly grammar: Grammar;
}

/** Words in which an account is looked for. */
const NEAR = 6;

/** Whether a word for an account stands among the first words of a range. */
function accountWord(scene: Scene, { accounts }: DisputeLexicon, { first, last }: Range): number {
  for (let i = first; i < Math.min(last, first + NEAR); i++) {
    const { lemma, tag } = scene.words[i]!;
    // "Calls by opposition figures": what a preposition brings in is not what is denied.
    if (tag === 'ADP' && i > first) return -1;
    if (accounts.has(lemma)) return i;
  }
  return -1;
}

/** Tags of words behind a word for an account that go on to say what it is. */
const GOES_ON: ReadonlySet<string> = new Set([
  'SCONJ',
  'ADP',
  'PRON',
  'DET',
  'PROPN',
  'NOUN',
  'PART',
  'VERB',
  'AUX',
  'ADJ',
]);

/** "Those allegations, but ...": where an account is only pointed to, the words end with it. */
function cutPointing(scene: Scene, lexicon: DisputeLexicon, range: Range): Range {
  const noun = accountWord(scene, lexicon, range);
  const next = noun >= 0 && noun + 1 < range.last ? scene.words[noun + 1]! : null;
  return next && !GOES_ON.has(next.tag) ? { first: range.first, last: noun + 1 } : range;
}

/** Whether words call an account an accusation. */
export function accusesIn({ words }: Scene, { accusations }: DisputeLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) if (accusations.has(words[i]!.lemma)) return true;
  return false;
}

/** Whether the words of a range say of something that it is false. */
export function saysFalse({ words }: Scene, lexicon: DisputeLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) if (longestAt(lexicon.false, words, i, last)) return true;
  return false;
}

/** Denials by a verb: "denied", "rejected the claims". */
export function deniedByVerb(scene: Scene, tools: DisputeTools, events: readonly Event[]): Pair[] {
  const { words, sentences, sentenceOf } = scene;
  const found: Pair[] = [];
  const deciding = decidingIn(scene, tools.lexicon);
  for (let i = 0; i < words.length; i++) {
    if ((deciding[i]! & DECIDES.denials) === 0 || words[i]!.tag !== 'VERB') continue;
    const match = longestAt(tools.lexicon.denials, words, i, sentences[sentenceOf[i]!]!.last);
    const pair = match ? denialAt(scene, tools, events, i, match) : null;
    if (pair) found.push(pair);
  }
  return found;
}

/** The denial by the verb at word `i`, which begins words that deny (`match`). Apart from the search for such words, which is quick and often run. */
function denialAt(
  scene: Scene,
  { lexicon, grammar }: DisputeTools,
  events: readonly Event[],
  i: number,
  match: Found<string>,
): Pair | null {
  const { words, sentences, sentenceOf, cueOf, statementOf, statements } = scene;
  const sentence = sentences[sentenceOf[i]!]!;
  const group = verbGroupAt(scene, i, grammar);
  if (group.negated || group.frame !== 'fact' || group.conditional || group.tense === 'future') return null;
  const { subject, object, agent, passive } = argumentsOf(scene, group, grammar);
  const by = cueOf[i]!;
  // "Accused Halvia of lying and denied it": who has spoken so far goes on.
  const goesOn = by < 0 && statementOf[i]! >= 0 && words[group.first - 1]?.tag === 'CCONJ';
  const doer = passive ? agent : goesOn ? null : subject;
  const named = doer ? scene.resolve(spanOf(scene, doer)) : null;
  const speaker = by >= 0 ? statements[by]!.speaker : goesOn ? statements[statementOf[i]!]!.speaker : null;
  const who = speaker?.name ?? named?.name ?? null;
  const party = speaker?.name ? speaker.party : (named?.party ?? null);
  if (who === null || (!speaker?.name && party === null && !isNamed(scene, named?.referent ?? null))) return null;
  const clause = clauseOf(scene, i, grammar);
  const behind: Range = {
    first: match.end,
    last: Math.max(match.end, endOf(scene, clause, match.end, sentence.last)),
  };
  const denied: Range[] =
    passive && subject ? [subject] : by >= 0 ? rangesOf(scene, statements[by]!.content) : [behind];
  // A statement that only says who spoke has no words of its own.
  if (denied.length === 0) return null;
  // "The accusation that the Front has denied": the object stands before.
  if (!passive && object && object.last <= i) denied.splice(0, denied.length, object);
  denied.splice(0, denied.length, ...denied.map((d) => cutPointing(scene, lexicon, d)));
  const head = words[passive ? (subject?.head ?? i) : (object?.head ?? i)]!;
  const noun = accountWord(scene, lexicon, denied[0]!);
  // "Denied it": what was told right before.
  const at = words[match.end]?.tag === 'SCONJ' ? match.end + 1 : match.end;
  const points = !passive && lexicon.pointers.has(words[at]?.lower ?? '');
  const pronoun = points && at === match.end && !GOES_ON.has(words[at + 1]?.tag ?? 'PUNCT');
  // "Denied that | this was a retreat": so does the subject of what is denied.
  const subjectPoints = points && at > match.end && words[at + 1]?.tag === 'AUX';
  const ahead = !passive && doer && doer.last <= i ? aheadOf(scene, lexicon, doer.first, match.value === 'sure') : null;
  if (!passive && isWithheld(scene, match.end)) return null;
  const account = pronoun || ahead !== null || noun >= 0 || lexicon.accounts.has(head.lemma);
  if (!account && lexicon.things.has(head.lemma)) return null;
  const falsely = denied.some((d) => saysFalse(scene, lexicon, d)) || saysFalse(scene, lexicon, behind);
  if (match.value === 'with_false' && !falsely) return null;
  if (match.value === 'of_account' && !account) return null;
  const about = aboutOf(scene, lexicon, denied);
  const own = new Set(by >= 0 ? [by] : []);
  const contested: Contested = {
    who,
    party,
    ranges: denied,
    at: i,
    pointing: pronoun || subjectPoints || (account && about.size < 2),
    accusation: denied.some((d) => accusesIn(scene, lexicon, d)),
    own: sameVoice(scene, who, own),
  };
  const accused =
    (ahead && toldAhead(scene, sentence.first, ahead, contested)) ??
    (subjectPoints ? null : accusedIn(scene, lexicon, contested)) ??
    doneBy(scene, lexicon, events, contested) ??
    toldBefore(scene, lexicon, grammar, contested) ??
    // What stands at the head of its sentence answers the sentence before.
    ((pronoun || subjectPoints) && doer && opens(scene, lexicon, sentence.first, doer.first)
      ? sentenceBefore(scene, sentenceOf[i]!)
      : null);
  if (!accused && (pronoun || ahead || subjectPoints)) return null;
  // With nobody's account found, what is denied must tell something: "the election" alone does not.
  if (!accused && (about.size < 2 || !(account || denied.some((d) => tellsIn(scene, d))))) return null;
  const first = accused ?? told(scene, denied);
  const words0 = ahead?.first ?? Math.min(i, denied[0]!.first, group.first, doer && doer.last <= i ? doer.first : i);
  const words1 = ahead ? match.end : Math.max(match.end, ...denied.map((d) => d.last), agent?.last ?? 0);
  const inside = statementOf[i]! >= 0 && by < 0 ? statementOf[i]! : by;
  const second = accountIn(scene, within(sentence, { first: words0, last: words1 }), {
    who,
    party,
    statement: inside,
  });
  return {
    rule: 'interpret/dispute-denial',
    accounts: [first, second],
    at: i,
    confidence: accused ? 0.7 : 0.6,
  };
}

/** Whether words tell something, with a verb or behind "that". */
function tellsIn({ words }: Scene, { first, last }: Range): boolean {
  if (words[first]?.tag === 'SCONJ' || words[first - 1]?.tag === 'SCONJ') return true;
  for (let i = first; i < last; i++) if (words[i]!.tag === 'VERB' || words[i]!.tag === 'AUX') return true;
  return false;
}

/**
 * "Denied Tesk one of her aims", "denied President Tesk the berth", "denied them a berth": what somebody is not given, and
 * no account.
 */
function isWithheld({ words, mentions, mentionOf }: Scene, at: number): boolean {
  let next = at;
  while (next < at + WITHHELD && (words[next]?.tag === 'PROPN' || (next > at && words[next]?.tag === 'NOUN'))) next++;
  const mention = mentions[mentionOf[at]!];
  if (next === at && mention?.first === at && (mention.kind === 'person' || mention.form === 'pronoun'))
    next = mention.last;
  return next > at && (words[next]?.tag === 'DET' || words[next]?.tag === 'NUM');
}

/** Most words of a name, with what stands before it, to whom something is not given. */
const WITHHELD = 6;

const within = ({ first, last }: Range, range: Range): Range => ({
  first: Math.max(first, range.first),
  last: Math.min(last, Math.max(range.last, range.first + 1)),
});

/** Whether a referent is somebody with a name: "chemical weapons" deny nothing. */
function isNamed({ referents }: Scene, id: string | null): boolean {
  const referent = id === null ? undefined : referents.get(id);
  return referent !== undefined && !referent.generic && /^\p{Lu}/u.test(referent.name);
}

/** All statements of one voice, with those given. */
export function sameVoice({ statements }: Scene, who: string, own: ReadonlySet<number>): Set<number> {
  const all = new Set(own);
  statements.forEach((s, i) => {
    if (s.speaker.name === who) all.add(i);
  });
  return all;
}

/** The end of the words behind a verb: of its clause, but not before a whole clause that it takes. */
function endOf(scene: Scene, clause: Range, from: number, limit: number): number {
  let last = Math.max(clause.last, from);
  while (last < limit && !/^[,;:—–.!?]$/u.test(scene.words[last]!.text)) last++;
  // "Denied arming the Front | and called it its neighbour": another thing that the same side did.
  if (scene.words[from]?.tag === 'SCONJ') return last;
  for (let i = from + 1; i + 1 < last; i++)
    if (
      scene.words[i]!.tag === 'CCONJ' &&
      scene.words[i + 1]!.tag === 'VERB' &&
      scene.words[i + 1]!.lower.endsWith('ed')
    )
      return i;
  return last;
}

/** What the report tells as denied, with nobody named who says it. */
export const told = (scene: Scene, ranges: readonly Range[]): Account => ({
  who: null,
  party: null,
  content: ranges.map((r) => spanOf(scene, r)),
  statement: -1,
});
