/** The attribution stage: who said what, in which words. */
import { type PackedModel, packedEmissions } from '../learn/packed.ts';
import { FeatureBuffer, viterbi } from '../learn/sequence.ts';
import type {
  Attributed,
  Cleaned,
  Document,
  Producer,
  Segmented,
  Sentence,
  Span,
  Speaker,
  Statement,
} from '../record.ts';
import { idOf } from '../text/digest.ts';
import { type ActResources, actOf } from './act.ts';
import type { WordRange } from './act-signs.ts';
import { type CueLevels, codesOf } from './codes.ts';
import { formOf, spanOf } from './content.ts';
import { type Draft, draftsOf } from './draft.ts';
import { type LinkModel, link } from './link.ts';
import { type RefineContext, refine } from './refine.ts';
import { runsOf } from './runs.ts';
import { tagFeatures } from './tag-features.ts';

/** The learned parts of attribution. */
export interface AttributionModel {
  readonly tagger: PackedModel;
  readonly levels: CueLevels;
  readonly links: LinkModel;
  /** Name and digest, as it stands in `Producer.model`. */
  readonly version: string;
}

/** Who the words of a source stand for. */
export interface ResolvedSpeaker {
  readonly name: string | null;
  readonly party: string | null;
  readonly referent: string | null;
  readonly made: readonly Producer[];
}

export interface AttributeResources {
  readonly model: AttributionModel;
  readonly act: ActResources;
}

/** Finds the statements of a report. `resolve` tells who a source's words stand for (the mention stage's answer). */
export function attribute(
  document: Document,
  cleaned: Cleaned,
  segmented: Segmented,
  resolve: (source: Span) => ResolvedSpeaker,
  resources: AttributeResources,
): Attributed {
  const { words } = segmented;
  const { model } = resources;
  const codes = codesOf(
    segmented,
    cleaned.blocks.map((b) => b.kind),
    model.levels,
  );
  const buffer = new FeatureBuffer(model.tagger.bits, Math.max(16, words.length));
  tagFeatures(codes, buffer);
  const runs = runsOf(viterbi(model.tagger, buffer, packedEmissions(model.tagger, buffer)));
  const attributions = link(codes, runs, model.links);
  const made: Producer = { stage: 'attribute', rule: 'attribute/tagged', model: model.version };
  const sentenceAt = sentenceFinder(segmented);
  const context: RefineContext = { segmented, cues: resources.act.cues, sentenceAt };
  const drafts = refine(context, draftsOf(words, runs, attributions, made));
  return { statements: drafts.map((d) => finish(document, context, d, resolve, resources)), notes: [] };
}

function finish(
  document: Document,
  { segmented: { words }, sentenceAt }: RefineContext,
  draft: Draft,
  resolve: (source: Span) => ResolvedSpeaker,
  { act }: AttributeResources,
): Statement {
  const content = draft.content.map((r) => spanOf(words, r));
  const speaker: Speaker & { readonly made?: readonly Producer[] } = draft.source
    ? { span: spanOf(words, draft.source), ...resolve(spanOf(words, draft.source)) }
    : { span: null, name: null, party: null, referent: null };
  const anchor = draft.cue?.[0] ?? draft.content[0]![0];
  const sentence = sentenceAt(anchor);
  const within: WordRange = [sentence.first, sentence.last];
  const chosen = actOf(
    { words, content: draft.content, cue: draft.cue, speaker: draft.source, sentence: within, party: speaker.party },
    act,
  );
  const { span, name, party, referent } = speaker;
  return {
    id: idOf(document.text_sha256, 'statement', ...content.flatMap((s) => [s.start, s.end])),
    content,
    cue: draft.cue ? spanOf(words, draft.cue) : null,
    speaker: { span, name, party, referent },
    form: formOf(words, draft.content, false),
    act: chosen.act,
    within: null,
    confidence: draft.confidence,
    made: [draft.made, ...(speaker.made ?? []), chosen.made],
  };
}

/** The sentence that holds a word, by bisection. */
function sentenceFinder({ sentences }: Segmented): (word: number) => Sentence {
  return (word) => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (sentences[middle]!.first <= word) low = middle;
      else high = middle - 1;
    }
    return sentences[low]!;
  };
}
