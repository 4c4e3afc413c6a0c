/** What may be a position: some words, whose they would be, and how they are told. */

import type { Act, Form, Span, Speaker, Voice } from '../../record.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import type { Range } from '../scene.ts';
import type { Taxonomy } from './issues.ts';
import type { PositionLexicon } from './lexicon.ts';

export interface Unit {
  /** The party whose position it would be. */
  readonly holder: string;
  /** The words that name the holder; `null` where it is told elsewhere. */
  readonly holderSpan: Span | null;
  /** The words that carry it, in order; at least one, and none empty. */
  readonly content: readonly Range[];
  /** The words outside the content that tell what the holder does with it: "demanded", "refusal". */
  readonly cue: Range | null;
  /** What it was found by: somebody's statement, a verb or noun of wanting, refusing, offering, or what a party does. */
  readonly source: 'statement' | 'verb' | 'noun' | 'deed';
  readonly voice: Voice;
  readonly by: Speaker | null;
  /** The statement it is part of, by its place among the scene's; -1 for the reporter's own words. */
  readonly statement: number;
  readonly act: Act | null;
  readonly form: Form | null;
  /** Whether a noun and its verb open a list of them: "its demands include". */
  readonly listed: boolean;
}

/** What candidates are found with. */
export interface UnitResources {
  readonly taxonomy: Taxonomy;
  readonly lexicon: PositionLexicon;
  readonly grammar: Grammar;
}

/** The first and last word of a unit's content, as one range. */
export const hullOf = ({ content }: Pick<Unit, 'content'>): Range => ({
  first: content[0]!.first,
  last: content[content.length - 1]!.last,
});
