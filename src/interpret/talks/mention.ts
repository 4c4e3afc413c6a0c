/** One mention of a talk: the words that tell of it, whom they name, and what they say of it. */
import type { TalkKind, TalkStatus } from '../../record.ts';
import { longestAt, phraseEnd } from '../phrases.ts';
import type { Range, Scene } from '../scene.ts';
import type { Modifier, TalkTrigger } from './lexicon.ts';
import { nounTalk } from './noun-talk.ts';
import type { Party } from './parties.ts';
import type { Stand } from './status.ts';
import type { TalkTools } from './subject.ts';
import { verbTalk } from './verb-talk.ts';

/** How the noun phrase stands: "the talks", "a meeting", "talks", "their meeting", "this meeting". */
export type Determiner = 'the' | 'a' | 'none' | 'own' | 'this' | 'other' | 'verb';

export interface TalkMention {
  readonly trigger: TalkTrigger;
  readonly kind: TalkKind;
  /** The word that tells of it. */
  readonly head: number;
  /** The words that belong to it, from the first side or word of its phrase to the last. */
  readonly words: Range;
  /** Where the noun's own phrase, or the verb, begins. */
  readonly phrase: number;
  readonly clause: Range;
  readonly noun: boolean;
  readonly determiner: Determiner;
  readonly modifiers: ReadonlySet<Modifier>;
  readonly participants: readonly Party[];
  readonly mediators: readonly Party[];
  /** Words that name where it is. */
  readonly place: Range | null;
  /** Words that tell when. */
  readonly time: Range | null;
  readonly status: TalkStatus;
  /** The sign in the lexicon that told the status; `null` where the tense did. */
  readonly sign: string | null;
  /** How the verb over it stands. */
  readonly stand: Stand;
  readonly negated: boolean;
  /** The preposition that brought in the other side; `null` for none. */
  readonly link: string | null;
  /** The base form of the verb that governs the noun; `null` for none. */
  readonly governor: string | null;
  /** The preposition between that verb and the noun: "said | in | a call". */
  readonly through: string | null;
  /** Whether it points back to a talk, or to sides, named before. */
  readonly pointing: boolean;
}

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
    if (mention) found.push(mention);
  }
  return found;
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
