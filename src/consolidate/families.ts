import { deedsFamily } from './deeds/deeds.ts';
import { disputesFamily } from './disputes/disputes.ts';
import { eventsFamily } from './events/events.ts';
import type { Family } from './family.ts';
import type { MergingLexicon, QuadTable } from './join/lexicon.ts';
import { talksFamily } from './talks/talks.ts';

/** The families of talks, events, disputes, words and deeds: for `ConsolidationOptions.families`. */
export const toldFamilies = (lexicon: MergingLexicon, quads: QuadTable): readonly Family[] => [
  talksFamily(lexicon),
  eventsFamily(lexicon, quads),
  disputesFamily(lexicon, quads),
  deedsFamily(quads),
];
