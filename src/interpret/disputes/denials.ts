/** Denials: one side says that an account is false. */
import type { Event } from '../../record.ts';
import { argumentsOf } from '../grammar/arguments.ts';
import { clauseOf } from '../grammar/clauses.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { longestAt } from '../phrases.ts';
import { type Range, rangeOf, type Scene, spanOf } from '../scene.ts';
import { type Account, aboutOf, accountIn, rangesOf } from './account.ts';
import { accusedIn, type Contested, doneBy, toldBefore } from './accused.ts';
import type { DisputeLexicon } from './lexicon.ts';

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
function accusesIn({ words }: Scene, { accusations }: DisputeLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) if (accusations.has(words[i]!.lemma)) return true;
  return false;
}

/** Whether the words of a range say of something that it is false. */
export function saysFalse({ words }: Scene, lexicon: DisputeLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) if (longestAt(lexicon.false, words, i, last)) return true;
  return false;
}

/** Denials by a verb: "denied", "rejected the claims". */
export function deniedByVerb(scene: Scene, { lexicon, grammar }: DisputeTools, events: readonly Event[]): Pair[] {
  const { words, sentences, sentenceOf, cueOf, statementOf, statements } = scene;
  const found: Pair[] = [];
  for (let i = 0; i < words.length; i++) {
    const { tag } = words[i]!;
    if (tag !== 'VERB') continue;
    const sentence = sentences[sentenceOf[i]!]!;
    const match = longestAt(lexicon.denials, words, i, sentence.last);
    if (!match) continue;
    const group = verbGroupAt(scene, i, grammar);
    if (group.negated || group.frame !== 'fact' || group.conditional || group.tense === 'future') continue;
    const { subject, object, agent, passive } = argumentsOf(scene, group, grammar);
    const by = cueOf[i]!;
    // "Accused Halvia of lying and denied it": who has spoken so far goes on.
    const goesOn = by < 0 && statementOf[i]! >= 0 && words[group.first - 1]?.tag === 'CCONJ';
    const doer = passive ? agent : goesOn ? null : subject;
    const named = doer ? scene.resolve(spanOf(scene, doer)) : null;
    const speaker = by >= 0 ? statements[by]!.speaker : goesOn ? statements[statementOf[i]!]!.speaker : null;
    const who = speaker?.name ?? named?.name ?? null;
    const party = speaker?.name ? speaker.party : (named?.party ?? null);
    if (who === null || (!speaker?.name && party === null && !isNamed(scene, named?.referent ?? null))) continue;
    const clause = clauseOf(scene, i, grammar);
    const behind: Range = {
      first: match.end,
      last: Math.max(match.end, endOf(scene, clause, match.end, sentence.last)),
    };
    const denied: Range[] =
      passive && subject ? [subject] : by >= 0 ? rangesOf(scene, statements[by]!.content) : [behind];
    // A statement that only says who spoke has no words of its own.
    if (denied.length === 0) continue;
    // "The accusation that the Front has denied": the object stands before.
    if (!passive && object && object.last <= i) denied.splice(0, denied.length, object);
    denied.splice(0, denied.length, ...denied.map((d) => cutPointing(scene, lexicon, d)));
    const head = words[passive ? (subject?.head ?? i) : (object?.head ?? i)]!;
    const noun = accountWord(scene, lexicon, denied[0]!);
    // "Denied it": what was told right before.
    const pronoun =
      !passive &&
      lexicon.pointers.has(words[match.end]?.lower ?? '') &&
      !GOES_ON.has(words[match.end + 1]?.tag ?? 'PUNCT');
    if (!passive && isWithheld(scene, match.end)) continue;
    const account = pronoun || noun >= 0 || lexicon.accounts.has(head.lemma);
    if (!account && lexicon.things.has(head.lemma)) continue;
    const falsely = denied.some((d) => saysFalse(scene, lexicon, d)) || saysFalse(scene, lexicon, behind);
    if (match.value === 'with_false' && !falsely) continue;
    if (match.value === 'of_account' && !account) continue;
    const about = aboutOf(scene, lexicon, denied);
    const own = new Set(by >= 0 ? [by] : []);
    const contested: Contested = {
      who,
      party,
      ranges: denied,
      at: i,
      pointing: pronoun || (account && about.size < 2),
      accusation: denied.some((d) => accusesIn(scene, lexicon, d)),
      own: sameVoice(scene, who, own),
    };
    const accused =
      accusedIn(scene, lexicon, contested) ??
      doneBy(scene, lexicon, events, contested) ??
      toldBefore(scene, lexicon, grammar, contested);
    if (!accused && pronoun) continue;
    // With nobody's account found, what is denied must tell something: "the election" alone does not.
    if (!accused && (about.size < 2 || !(account || denied.some((d) => tellsIn(scene, d))))) continue;
    const first = accused ?? told(scene, denied);
    const words0 = Math.min(i, denied[0]!.first, group.first, doer && doer.last <= i ? doer.first : i);
    const words1 = Math.max(match.end, ...denied.map((d) => d.last), agent?.last ?? 0);
    const inside = statementOf[i]! >= 0 && by < 0 ? statementOf[i]! : by;
    const second = accountIn(scene, within(sentence, { first: words0, last: words1 }), {
      who,
      party,
      statement: inside,
    });
    found.push({
      rule: 'interpret/dispute-denial',
      accounts: [first, second],
      at: i,
      confidence: accused ? 0.8 : 0.6,
    });
  }
  return found;
}

/** Whether words tell something, with a verb or behind "that". */
function tellsIn({ words }: Scene, { first, last }: Range): boolean {
  if (words[first]?.tag === 'SCONJ' || words[first - 1]?.tag === 'SCONJ') return true;
  for (let i = first; i < last; i++) if (words[i]!.tag === 'VERB' || words[i]!.tag === 'AUX') return true;
  return false;
}

/** "Denied Tesk one of her aims", "denied them a berth": what somebody is not given, and no account. */
function isWithheld({ words, mentions, mentionOf }: Scene, at: number): boolean {
  const mention = mentions[mentionOf[at]!];
  const person = mention && mention.first === at && (mention.kind === 'person' || mention.form === 'pronoun');
  if (!person) return false;
  const next = words[mention.last];
  return next?.tag === 'DET' || next?.tag === 'NUM';
}

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
function sameVoice({ statements }: Scene, who: string, own: ReadonlySet<number>): Set<number> {
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
  return last;
}

/** What the report tells as denied, with nobody named who says it. */
const told = (scene: Scene, ranges: readonly Range[]): Account => ({
  who: null,
  party: null,
  content: ranges.map((r) => spanOf(scene, r)),
  statement: -1,
});

/** How many words may stand between a word for an account and what says that it is false. */
const APART = 14;

/** "The accusations that ... were mere speculation", "a story that ... That is wrong": an account, and then that it is false. */
function callsFalse({ words }: Scene, lexicon: DisputeLexicon, { first, last }: Range): boolean {
  let account = -1;
  let verb = false;
  for (let i = first; i < last; i++) {
    const { lemma, tag } = words[i]!;
    if (lexicon.accounts.has(lemma)) {
      account = i;
      verb = false;
    } else if (tag === 'AUX') verb = true;
    if (account >= 0 && verb && i - account <= APART && longestAt(lexicon.false, words, i, last)) return true;
  }
  return false;
}

/** How many words before a word for an account may say that it has nothing to show for it. */
const LACKS = 6;

/** "Unfounded accusations", "no evidence of these claims": what stands before says that it is false, or nothing shows it. */
function lacksAll(
  { words }: Scene,
  { accounts, false: falsely, lacking }: DisputeLexicon,
  { first, last }: Range,
): boolean {
  for (let noun = first + 1; noun < last; noun++) {
    if (words[noun]!.tag !== 'NOUN' || !accounts.has(words[noun]!.lemma)) continue;
    if (longestAt(falsely, words, noun - 1, noun)) return true;
    for (let i = Math.max(first, noun - LACKS); i < noun; i++) if (longestAt(lacking, words, i, noun)) return true;
  }
  return false;
}

/** How many words may stand between "is" and "false". */
const PREDICATE = 4;

/** "That is absolutely wrong": false is said of something, and not merely a word for it ("disinformation"). */
function isFalse({ words }: Scene, lexicon: DisputeLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) {
    if (words[i]!.tag === 'NOUN' || !longestAt(lexicon.false, words, i, last)) continue;
    for (let k = Math.max(first, i - PREDICATE); k <= i; k++) if (words[k]!.tag === 'AUX') return true;
  }
  return false;
}

/** Denials by what somebody is told to say: "That is absolutely wrong", "the accusations were mere speculation". */
export function deniedByWords(scene: Scene, { lexicon }: DisputeTools, used: ReadonlySet<number>): Pair[] {
  const { statements } = scene;
  const found: Pair[] = [];
  statements.forEach((s, index) => {
    if (used.has(index) || s.speaker.name === null) return;
    if (s.act !== 'deny' && s.act !== 'claim' && s.act !== 'assess' && s.act !== 'accuse') return;
    const ranges = rangesOf(scene, s.content);
    const first = ranges[0];
    if (!first || first.last <= first.first) return;
    const lacks = ranges.some((r) => lacksAll(scene, lexicon, r));
    if (!lacks && !ranges.some((r) => saysFalse(scene, lexicon, r))) return;
    const account = ranges.some((r) => callsFalse(scene, lexicon, r));
    // A verb of denial has been read already, and may have been turned down.
    if (s.cue && hasDenial(scene, lexicon, rangeOf(scene, s.cue))) return;
    if (!account && !lacks && !(s.act === 'deny' && ranges.some((r) => isFalse(scene, lexicon, r)))) return;
    const { name: who, party } = s.speaker;
    const about = aboutOf(scene, lexicon, ranges);
    const accused = accusedIn(scene, lexicon, {
      who,
      party,
      ranges,
      at: first.first,
      pointing: about.size < 2,
      accusation: ranges.some((r) => accusesIn(scene, lexicon, r)),
      own: sameVoice(scene, who, new Set([index])),
    });
    // Only an account told near, or one called false, shows what is denied.
    if (!accused && (!account || s.act !== 'deny' || about.size < 2)) return;
    found.push({
      rule: 'interpret/dispute-denial-by-words',
      accounts: [accused ?? told(scene, ranges), { who, party, content: s.content, statement: index }],
      at: first.first,
      confidence: accused ? 0.7 : 0.5,
    });
  });
  return found;
}

/** Whether a range holds a verb of denial. */
function hasDenial({ words }: Scene, { denials }: DisputeLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) if (longestAt(denials, words, i, last)) return true;
  return false;
}
