/** Gold readings in the form that the attribution tagger learns from. */
import { clean } from '../clean/clean.ts';
import type { CleanLexicon } from '../clean/lexicon.ts';
import type { Span } from '../record.ts';
import { type SegmentTools, segment } from '../segment/segment.ts';
import { bareDocument } from '../text/document.ts';
import type { GoldReading, GoldStatement } from './gold.ts';
import { type LabelledText, labelWords } from './labels.ts';
import type { PolnearText, Role, RoleSpans } from './polnear.ts';

const size = (spans: readonly Span[]): number => spans.reduce((n, s) => n + s.end - s.start, 0);

/**
 * A gold reading as an annotated text, cleaned as it will be when read. The tagger gives each word one role, so of nested
 * statements the outer keeps its words, and content goes before cues and sources.
 */
export function goldLabelled(gold: GoldReading, lexicon: CleanLexicon, tools: SegmentTools): LabelledText {
  const document = bareDocument(gold.text, gold.name);
  const cleaned = clean(document, lexicon);
  const parts: RoleSpans[] = [];
  const add = (role: Role, spans: readonly Span[]): number[] => {
    if (spans.length === 0) return [];
    const same = parts.findIndex((p) => p.role === role && p.spans.every((s, i) => s.start === spans[i]?.start));
    if (same >= 0) return [same];
    parts.push({ role, spans });
    return [parts.length - 1];
  };
  const outerFirst = [...gold.statements].sort((a, b) => size(b.content) - size(a.content));
  const contents = outerFirst.map((s: GoldStatement) => add('content', s.content));
  const attributions = outerFirst.map((s, i) => ({
    content: contents[i]!,
    cue: add('cue', s.cue),
    source: add('source', s.speaker),
  }));
  const text: PolnearText = { name: gold.name, text: gold.text, parts, attributions };
  return labelWords(
    text,
    segment(document, cleaned, tools),
    cleaned.blocks.map((b) => b.kind),
  );
}
