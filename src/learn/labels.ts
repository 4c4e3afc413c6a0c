/** PolNeAR's spans as a label for every word: what the attribution tagger learns from. */

import type { Block, BlockKind, Cleaned, Producer, Segmented } from '../record.ts';
import { type SegmentTools, segment } from '../segment/segment.ts';
import { bareDocument, NO_FILING } from '../text/document.ts';
import { span } from '../text/span.ts';
import type { PolnearText, Role } from './polnear.ts';

/** Outside; begin and inside of source, cue and content. */
export const LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content'] as const;

export const BEGIN: Readonly<Record<Role, number>> = { source: 1, cue: 3, content: 5 };

/** Whether label `to` may follow `from` (-1 at the start): inside follows begin or inside of its own role. */
export const legal = (from: number, to: number): boolean =>
  to === 0 || to % 2 === 1 || (from > 0 && (from === to || from === to - 1));

const AS_GIVEN: Producer = { stage: 'clean', rule: 'train/as-given' };

/** Every line a paragraph and nothing left out, so that no annotated word is lost. */
export function linesOf(text: string): Cleaned {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((m) => {
    const line = span(m.index, m.index + m[0].length);
    return { kind: 'paragraph', span: line, runs: [line], made: AS_GIVEN };
  });
  return {
    blocks,
    repeats: [],
    filing: NO_FILING,
    notes: [],
  };
}

/** An annotated text: PolNeAR's, or a gold reading in the same form. */
export interface LabelledText {
  readonly text: PolnearText;
  readonly segmented: Segmented;
  /** The kinds of its blocks; none given means all are paragraphs. */
  readonly kinds: readonly BlockKind[];
  readonly labels: Uint8Array;
  /** For each word, the index of the annotated part that it belongs to, or -1. */
  readonly part: Int32Array;
}

/** Cuts a text into words and labels them. */
export const labelled = (text: PolnearText, tools: SegmentTools): LabelledText =>
  labelWords(text, segment(bareDocument(text.text, text.name), linesOf(text.text), tools), []);

/** Labels a text's words by its parts. A word belongs to the first part that touches it. */
export function labelWords(text: PolnearText, segmented: Segmented, kinds: readonly BlockKind[]): LabelledText {
  const { words } = segmented;
  const labels = new Uint8Array(words.length);
  const part = new Int32Array(words.length).fill(-1);
  text.parts.forEach(({ role, spans }, number) => {
    for (const s of spans) {
      let inside = false;
      for (let i = firstEndingAfter(segmented, s.start); i < words.length && words[i]!.start < s.end; i++) {
        if (part[i]! >= 0) continue;
        part[i] = number;
        labels[i] = BEGIN[role] + (inside ? 1 : 0);
        inside = true;
      }
    }
  });
  return { text, segmented, kinds, labels, part };
}

function firstEndingAfter({ words }: Segmented, offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How often each lemma is part of a cue, in five levels; lemmas met fewer than three times in cues are left out. */
export function cueLevelsOf(texts: readonly LabelledText[]): Map<string, number> {
  const seen = new Map<string, { cue: number; all: number }>();
  for (const { segmented, labels } of texts)
    segmented.words.forEach((w, i) => {
      const entry = seen.get(w.lemma) ?? { cue: 0, all: 0 };
      entry.all++;
      if (labels[i] === BEGIN.cue || labels[i] === BEGIN.cue + 1) entry.cue++;
      seen.set(w.lemma, entry);
    });
  const levels = new Map<string, number>();
  for (const [lemma, { cue, all }] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (cue < 3) continue;
    const share = cue / (all + 2);
    levels.set(lemma, share > 0.7 ? 5 : share > 0.4 ? 4 : share > 0.2 ? 3 : share > 0.08 ? 2 : 1);
  }
  return levels;
}
