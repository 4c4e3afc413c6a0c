/** The attribution stage: who said what, in which words. */
import type { Attributed, Cleaned, Document, Producer, Segmented, Statement } from '../record.ts';
import type { ActResources } from './act.ts';
import { type Draft, draftsAsMarked, draftsOf } from './draft.ts';
import type { AttributeLexicon } from './lexicon.ts';
import { addMissed } from './missed.ts';
import { type AttributionModel, find } from './model.ts';
import { withNested } from './nested.ts';
import { addQuoted } from './quoted.ts';
import { refine } from './refine.ts';
import type { RefineContext } from './refine-rule.ts';
import { sentenceFinder } from './sentence-finder.ts';
import { POLICIES } from './span-choice.ts';
import { type Resolve, statementOf } from './statement.ts';

export interface AttributeResources {
  readonly model: AttributionModel;
  readonly act: ActResources;
  readonly lexicon: AttributeLexicon;
  /**
   * `polnear` gives every attribution as the tagger marks it, by the guidelines of the corpus that it learned from; it is
   * there to score the learned part by itself. The record keeps to the codebook, which is the default.
   */
  readonly guideline?: 'codebook' | 'polnear';
}

/** Finds the statements of a report, in the order of their content. */
export function attribute(
  document: Document,
  cleaned: Cleaned,
  segmented: Segmented,
  resolve: Resolve,
  { model, act, lexicon, guideline }: AttributeResources,
): Attributed {
  const kinds = cleaned.blocks.map((b) => b.kind);
  const { codes, runs, attributions } = find(segmented, kinds, model, POLICIES[guideline ?? 'codebook']);
  const made: Producer = { stage: 'attribute', rule: 'attribute/tagged', model: model.version };
  const context: RefineContext = { segmented, cues: act.cues, lexicon, sentenceAt: sentenceFinder(segmented) };
  if (guideline === 'polnear') {
    const marked = draftsAsMarked(runs, attributions, made);
    return { statements: marked.map((d) => statementOf(document, context, d, resolve, act)), notes: [] };
  }
  const tagged = refine(context, draftsOf(segmented.words, runs, attributions, made, lexicon));
  const drafts = addMissed(context, addQuoted(context, tagged));
  const byDraft = new Map<Draft, Statement>();
  for (const { draft, within } of withNested(context, codes, drafts, model)) {
    const statement = statementOf(document, context, draft, resolve, act);
    byDraft.set(draft, { ...statement, within: (within && byDraft.get(within)?.id) ?? null });
  }
  return { statements: [...byDraft.values()], notes: [] };
}
