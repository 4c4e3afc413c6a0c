/**
 * The path of one report, from its text to its reading: every stage in order, with what it needs and adds. Each is a
 * pure function over plain data, so a report gives the same reading wherever it is read.
 */
import { type AttributeResources, attribute } from './attribute/attribute.ts';
import { clean } from './clean/clean.ts';
import type { CleanLexicon } from './clean/lexicon.ts';
import { isReadable } from './ingest/document.ts';
import { type InterpretResources, interpret, type Watch } from './interpret/interpret.ts';
import { type MentionReading, type MentionResources, readMentions } from './mention/mention.ts';
import type { Attributed, Cleaned, Document, Interpreted, Note, Reading, Segmented } from './record.ts';
import { type SegmentTools, segment } from './segment/segment.ts';
import { emptyReading } from './text/document.ts';

/** Lexicons, models and tools of all stages, loaded once by `data/load.ts`. */
export interface Resources {
  readonly clean: CleanLexicon;
  readonly segment: SegmentTools;
  readonly mention: MentionResources;
  readonly attribute: AttributeResources;
  readonly interpret: InterpretResources;
  readonly producer: Reading['producer'];
}

/** The stages, in order. */
export interface Stages {
  /** Which stretches of the text are the report: adds blocks, repeats and the filing. */
  clean(document: Document): Cleaned;
  /** Needs blocks; adds sentences, words with tags, quotations. */
  segment(document: Document, cleaned: Cleaned): Segmented;
  /** Needs words; adds mentions, referents and their parties, and the way to ask who a stretch of words names. */
  mention(document: Document, cleaned: Cleaned, segmented: Segmented): MentionReading;
  /** Needs words and referents; adds statements. */
  attribute(document: Document, cleaned: Cleaned, segmented: Segmented, mentions: MentionReading): Attributed;
  /** Needs words, referents and statements; adds times, places, positions, talks, events, disputes. */
  interpret(
    document: Document,
    cleaned: Cleaned,
    segmented: Segmented,
    mentions: MentionReading,
    attributed: Attributed,
  ): Interpreted;
}

/** The stages. `watch` is called for each part of the interpretation, for whoever measures them. */
export const createStages = (resources: Resources, watch?: Watch): Stages => ({
  clean: (document) => clean(document, resources.clean),
  segment: (document, cleaned) => segment(document, cleaned, resources.segment),
  mention: (document, cleaned, segmented) => readMentions(document, cleaned, segmented, resources.mention),
  attribute: (document, cleaned, segmented, mentions) =>
    attribute(document, cleaned, segmented, mentions.resolveSpeaker, resources.attribute),
  interpret: (document, cleaned, segmented, { mentioned, resolveSpeaker }, { statements }) =>
    interpret(document, cleaned, segmented, mentioned, resolveSpeaker, statements, resources.interpret, watch),
});

/** A function that reads one report. One that is empty or not in English gets its notes and no records. */
export function createReader(
  resources: Resources,
  stages: Stages = createStages(resources),
): (document: Document) => Reading {
  const { producer } = resources;
  return (document) => {
    if (!isReadable(document)) return emptyReading(document, producer);
    const { text: _text, notes: given, ...head } = document;
    const cleaned = stages.clean(document);
    const segmented = stages.segment(document, cleaned);
    const mentions = stages.mention(document, cleaned, segmented);
    const attributed = stages.attribute(document, cleaned, segmented, mentions);
    const interpreted = stages.interpret(document, cleaned, segmented, mentions, attributed);
    const notes: Note[] = [
      ...given,
      ...cleaned.notes,
      ...segmented.notes,
      ...mentions.mentioned.notes,
      ...attributed.notes,
      ...interpreted.notes,
    ];
    return {
      document: head,
      filing: cleaned.filing,
      filed: interpreted.filed,
      statements: attributed.statements,
      positions: interpreted.positions,
      talks: interpreted.talks,
      events: interpreted.events,
      disputes: interpreted.disputes,
      times: interpreted.times,
      places: interpreted.places,
      referents: mentions.mentioned.referents,
      mentions: mentions.mentioned.mentions,
      repeats: cleaned.repeats,
      blocks: cleaned.blocks,
      sentences: segmented.sentences.map((s) => s.span),
      notes,
      producer,
    };
  };
}
