/** A draft as a statement of the record: exact spans, speaker, form, act, and what made each. */
import type { Document, Producer, Span, Speaker, Statement } from '../record.ts';
import { idOf } from '../text/digest.ts';
import { type ActResources, actOf } from './act.ts';
import { formOf, spanOf } from './content.ts';
import type { Draft } from './draft.ts';
import type { RefineContext } from './refine-rule.ts';

/** Who the words of a source stand for. */
export interface ResolvedSpeaker {
  readonly name: string | null;
  readonly party: string | null;
  readonly referent: string | null;
  /** What decided: who it is, then its side. */
  readonly made: readonly Producer[];
}

/** Tells who a source's words stand for: the mention stage's answer. */
export type Resolve = (source: Span) => ResolvedSpeaker;

const NOBODY: Speaker = { span: null, name: null, party: null, referent: null };

export function statementOf(
  document: Document,
  { segmented: { words }, lexicon, sentenceAt }: RefineContext,
  draft: Draft,
  resolve: Resolve,
  act: ActResources,
): Statement {
  const { cue, source } = draft;
  const content = draft.content.map((r) => spanOf(words, r));
  const span = source && spanOf(words, source);
  const resolved = span && resolve(span);
  const speaker: Speaker =
    span && resolved ? { span, name: resolved.name, party: resolved.party, referent: resolved.referent } : NOBODY;
  const { first, last } = sentenceAt(cue?.[0] ?? draft.content[0]![0]);
  const chosen = actOf(
    { words, content: draft.content, cue, speaker: source, sentence: [first, last], party: speaker.party },
    act,
  );
  return {
    id: idOf(document.text_sha256, 'statement', ...content.flatMap((s) => [s.start, s.end])),
    content,
    cue: cue && spanOf(words, cue),
    speaker,
    form: formOf(words, draft.content, lexicon),
    act: chosen.act,
    within: null,
    confidence: draft.confidence,
    made: [draft.made, ...(resolved?.made ?? []), chosen.made],
  };
}
