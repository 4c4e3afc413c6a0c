/** Denials without a verb of denial: what is said calls an account false, or says that nothing shows it. */
import { longestAt } from '../phrases.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { type Account, aboutOf, accountIn, rangesOf } from './account.ts';
import { accusedIn } from './accused.ts';
import { accusesIn, type DisputeTools, type Pair, sameVoice, saysFalse, told } from './denials.ts';
import type { DisputeLexicon } from './lexicon.ts';
import { sentenceAcross, sentenceBefore } from './pointed.ts';

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

/** "There was still no evidence": that nothing shows it, and no word of what. */
function lacksOnly(scene: Scene, lexicon: DisputeLexicon, range: Range): boolean {
  const { words } = scene;
  if (range.last - range.first > BARE) return false;
  for (let i = range.first; i < range.last; i++) {
    const found = longestAt(lexicon.lacking, words, i, range.last);
    if (found) return words.slice(found.end, range.last).every((w) => w.tag === 'PUNCT' || w.tag === 'ADV');
  }
  return false;
}

/** Most words of what says no more than that nothing shows it. */
const BARE = 8;

/** How many sentences back the account may stand that somebody tells of another and then calls false. */
const OWN_BACK = 2;

/**
 * What the same voice has just told as the account of others: "In their papers stand accusations that we arm the Front. There
 * is no evidence of that." The words behind the word for the account.
 */
function retold(scene: Scene, lexicon: DisputeLexicon, who: string, at: number): Account | null {
  const { words, sentences, sentenceOf, statementOf, statements } = scene;
  const floor = sentences[Math.max(0, sentenceOf[at]! - OWN_BACK)]!.first;
  for (let i = at - 1; i >= floor; i--) {
    if (statements[statementOf[i]!]?.speaker.name !== who || words[i]!.tag !== 'NOUN') continue;
    if (!lexicon.accounts.has(words[i]!.lemma) || words[i + 1]?.lower !== 'that') continue;
    let { last } = sentences[sentenceOf[i]!]!;
    while (last > i && (words[last - 1]!.tag === 'PUNCT' || statementOf[last - 1] !== statementOf[i])) last--;
    if (last - i > SHORTEST) return accountIn(scene, { first: i + 2, last }, { who: null, party: null, statement: -1 });
  }
  return null;
}

/** Fewer words behind a word for an account tell nothing. */
const SHORTEST = 4;

/** How many words may stand between "is" and "false". */
const PREDICATE = 4;

/** "That is absolutely wrong": false is said of something, and not merely a word for it ("disinformation"). */
function isFalse({ words, sentences, sentenceOf }: Scene, lexicon: DisputeLexicon, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) {
    // "If Maravet thinks so, it is wrong" tells of no account that anybody gave.
    if (words[i]!.lower === 'if') i = sentences[sentenceOf[i]!]!.last;
    if (i >= last) return false;
    if (words[i]!.tag === 'NOUN' || !longestAt(lexicon.false, words, i, last)) continue;
    // "It had nothing to do with it" is a sentence of its own.
    if (words[i]!.lemma === 'have') return true;
    for (let k = Math.max(first, i - PREDICATE); k <= i; k++) if (words[k]!.tag === 'AUX') return true;
  }
  return false;
}

/** How many words after "it" the word for false may end: "it is absolutely not true". */
const OPENING = 5;

/** Whether words begin with "it is not true", "that is a lie". */
function opensFalse({ words }: Scene, { pointers, false: falsely }: DisputeLexicon, { first, last }: Range): boolean {
  if (!pointers.has(words[first]!.lower) || words[first + 1]?.tag !== 'AUX') return false;
  const end = Math.min(last, first + 1 + OPENING);
  for (let i = first + 2; i < end; i++) if (longestAt(falsely, words, i, end)) return true;
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
    const bare = lacksOnly(scene, lexicon, first);
    const lacks = bare || ranges.some((r) => lacksAll(scene, lexicon, r));
    if (!lacks && !ranges.some((r) => saysFalse(scene, lexicon, r))) return;
    const account = ranges.some((r) => callsFalse(scene, lexicon, r));
    // A verb of denial has been read already, and may have been turned down.
    if (s.cue && hasDenial(scene, lexicon, rangeOf(scene, s.cue))) return;
    // "It is not true. Our men are still there": whatever else it tells, it begins by saying that what was told is false.
    const answers = opensFalse(scene, lexicon, first);
    const denies = answers || s.act === 'deny';
    if (!account && !lacks && !(denies && ranges.some((r) => isFalse(scene, lexicon, r)))) return;
    const { name: who, party } = s.speaker;
    const about = aboutOf(scene, lexicon, ranges);
    // "That is not true", with nothing else to tell what is not: the sentence before.
    const points =
      answers || bare || (s.act === 'deny' && about.size < 2 && lexicon.pointers.has(scene.words[first.first]!.lower));
    const before = points ? sentenceBefore(scene, scene.sentenceOf[first.first]!) : null;
    const accused =
      accusedIn(scene, lexicon, {
        who,
        party,
        ranges,
        at: first.first,
        pointing: answers || bare || about.size < 2,
        accusation: ranges.some((r) => accusesIn(scene, lexicon, r)),
        own: sameVoice(scene, who, new Set([index])),
      }) ??
      retold(scene, lexicon, who!, first.first) ??
      (before?.who === who ? null : before);
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

/**
 * "Our envoy was beaten, they say. It is not true. He fell": a sentence that says no more than that what was told right before
 * is false, wherever in a statement it stands, or in a quotation of which nobody knows who says it.
 */
export function deniedOutright(scene: Scene, tools: DisputeTools, known: readonly Pair[]): Pair[] {
  const { lexicon } = tools;
  const { sentences, sentenceOf, statements, statementOf, words } = scene;
  const found: Pair[] = [];
  const told = new Set(known.map(({ at }) => sentenceOf[at]!));
  sentences.forEach((sentence, index) => {
    // A quotation mark or a dash may stand before it.
    let first = sentence.first;
    while (first < sentence.last && words[first]!.tag === 'PUNCT') first++;
    let { last } = sentence;
    while (last > first + 1 && words[last - 1]!.tag === 'PUNCT') last--;
    if (last - first > OUTRIGHT || first + 1 >= sentence.last || told.has(index)) return;
    if (!opensFalse(scene, lexicon, { first, last: sentence.last })) return;
    const at = statementOf[first]!;
    const { name: who = null, party = null } = statements[at]?.speaker ?? {};
    const before = sentenceBefore(scene, index) ?? sentenceAcross(scene, index);
    if (!before) return;
    const ranges = rangesOf(scene, before.content);
    const account =
      (who === null
        ? null
        : (retold(scene, lexicon, who, first) ??
          accusedIn(scene, lexicon, {
            who,
            party,
            ranges,
            at: first,
            pointing: true,
            accusation: false,
            own: sameVoice(scene, who, new Set([at])),
          }))) ??
      (before.who !== null && before.who === who ? { ...before, who: null, party: null, statement: -1 } : before);
    found.push({
      rule: 'interpret/dispute-denied-outright',
      accounts: [account, accountIn(scene, { first, last }, { who, party, statement: at })],
      at: first,
      confidence: 0.6,
    });
  });
  return found;
}

/** Most words of a sentence that says no more than that something is false. */
const OUTRIGHT = 9;
