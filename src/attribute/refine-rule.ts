import type { Segmented, Sentence } from '../record.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { Draft } from './draft.ts';
import type { AttributeLexicon } from './lexicon.ts';

/** What the rules look at. */
export interface RefineContext {
  readonly segmented: Segmented;
  readonly cues: CueLexicon;
  readonly lexicon: AttributeLexicon;
  /** The sentence that holds a word. */
  readonly sentenceAt: (word: number) => Sentence;
}

/** Mends drafts of statements; gives those that it leaves alone as they are. */
export type Rule = (context: RefineContext, drafts: readonly Draft[]) => readonly Draft[];
