/** Which words of a report tell of talks. */
import { longestAt, phraseEnd } from '../phrases.ts';
import type { Scene } from '../scene.ts';
import type { TalkTrigger } from './lexicon.ts';
import type { TalkMention } from './mention.ts';
import { nounTalk } from './noun-talk.ts';
import type { TalkTools } from './subject.ts';
import { verbTalk } from './verb-talk.ts';

const CAPITAL = /^\p{Lu}/u;

/** Every word that may tell of a talk, in order. One look-up for each word. */
export function talkMentions(scene: Scene, tools: TalkTools): TalkMention[] {
  const { words, sentences, sentenceOf } = scene;
  const { lexicon } = tools;
  const found: TalkMention[] = [];
  for (let i = 0; i < words.length; i++) {
    const { tag } = words[i]!;
    if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'VERB') continue;
    const stop = sentences[sentenceOf[i]!]!.last;
    let mention: TalkMention | null = null;
    const titled = tag === 'VERB' && CAPITAL.test(words[i]!.text) && i > 0 && CAPITAL.test(words[i - 1]!.text);
    if (tag !== 'VERB' || titled) {
      const match = longestAt(lexicon.nouns, words, i, stop);
      if (match && !isPartOf(scene, match.value, i, match.end) && !barred(scene, match.value, i, match.end, stop)) {
        const { value } = match;
        const last = words[match.end - 1]!;
        if (!value.plural || /s$/u.test(last.lower)) mention = nounTalk(scene, tools, value, i, match.end - 1);
      }
    }
    if (!mention && tag === 'VERB') {
      const match = longestAt(lexicon.verbs, words, i, stop);
      if (match && !barred(scene, match.value, i, match.end, stop)) mention = verbTalk(scene, tools, match.value, i);
    }
    // "Talks brokered by Cantara" have been read with the noun.
    const before = found.at(-1);
    if (mention && mention.kind === 'mediation' && before?.noun && before.words.last > i) continue;
    if (mention && before && isAim(scene, mention, before, lexicon)) continue;
    if (mention) found.push(mention);
  }
  return found;
}

/** How far before a deal the talks may stand that are held for it. */
const AIM_REACH = 8;

/** "Talks aimed at | a truce", "negotiations on | a ceasefire": what talks are for is no talk of its own. */
function isAim(
  { words, timeOf }: Scene,
  deal: TalkMention,
  talk: TalkMention,
  { small }: TalkTools['lexicon'],
): boolean {
  if (!deal.noun || !deal.trigger.outcome || !talk.noun || talk.trigger.outcome) return false;
  if (deal.phrase <= talk.head || deal.phrase - talk.head > AIM_REACH) return false;
  const next = words[talk.head + 1]!;
  const second = words[talk.head + 2];
  if (next.lower === 'to' && second?.tag === 'VERB') return true;
  if (timeOf[talk.head + 2]! >= 0) return false;
  return small.aims.has(next.lemma) || next.lower === 'for' || next.lower === 'on' || next.lower === 'over';
}

/**
 * Whether words only tell what kind of thing another noun names ("ceasefire | talks", "truce | violations"), or are part
 * of a name ("the Government of National | Accord").
 */
function isPartOf({ words, mentions, mentionOf, timeOf }: Scene, { outcome }: TalkTrigger, first: number, end: number) {
  if (!outcome) return false;
  const next = words[end];
  if (next?.tag === 'NOUN' && timeOf[end]! < 0) return true;
  const name = mentions[mentionOf[first]!];
  return name?.form === 'name' && name.kind === 'organisation' && name.first < first;
}

function barred({ words }: Scene, trigger: TalkTrigger, first: number, end: number, stop: number): boolean {
  return (
    trigger.notBefore.some((p) => phraseEnd(words, end, stop, p) >= 0) ||
    trigger.notAfter.some((p) => first >= p.length && phraseEnd(words, first - p.length, first, p) >= 0)
  );
}
