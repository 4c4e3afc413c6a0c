/** Denials without a verb of denial: what is said calls an account false, or says that nothing shows it. */
import { longestAt } from '../phrases.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { aboutOf, rangesOf } from './account.ts';
import { accusedIn } from './accused.ts';
import { accusesIn, type DisputeTools, type Pair, sameVoice, saysFalse, told } from './denials.ts';
import type { DisputeLexicon } from './lexicon.ts';
import { sentenceBefore } from './pointed.ts';

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
    const lacks = ranges.some((r) => lacksAll(scene, lexicon, r));
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
      answers || (s.act === 'deny' && about.size < 2 && lexicon.pointers.has(scene.words[first.first]!.lower));
    const before = points ? sentenceBefore(scene, scene.sentenceOf[first.first]!) : null;
    const accused =
      accusedIn(scene, lexicon, {
        who,
        party,
        ranges,
        at: first.first,
        pointing: answers || about.size < 2,
        accusation: ranges.some((r) => accusesIn(scene, lexicon, r)),
        own: sameVoice(scene, who, new Set([index])),
      }) ?? (before?.who === who ? null : before);
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
