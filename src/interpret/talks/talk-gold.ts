/** Mentions of talks in gold readings, each told to be one of a talk or not. */
import type { GoldReading } from '../../learn/gold.ts';
import { overlaps, span } from '../../text/span.ts';
import type { Scene } from '../scene.ts';
import { featuresOf } from './features.ts';
import type { TalkMention } from './mention.ts';
import { talkMentions } from './mentions.ts';
import type { TalkTools } from './subject.ts';

export interface TalkExample {
  readonly mention: TalkMention;
  readonly features: readonly string[];
  /** The index of the gold talk whose words hold it; -1 for none. */
  readonly talk: number;
}

/** Every mention that the lexicon finds in a report, beside the gold reading's talks. */
export function talkExamples(scene: Scene, gold: Pick<GoldReading, 'talks'>, tools: TalkTools): TalkExample[] {
  return talkMentions(scene, tools).map((mention) => {
    const word = scene.words[mention.head]!;
    const at = span(word.start, word.end);
    return {
      mention,
      features: featuresOf(scene, mention),
      talk: gold.talks.findIndex((t) => t.content.some((c) => overlaps(c, at))),
    };
  });
}
