/**
 * What the parts of interpretation look at: the report's words with what earlier stages found about each. Made once for
 * a report; all look-ups by word are arrays, so that asking costs nothing.
 */
import type {
  Block,
  Cleaned,
  Document,
  Filing,
  Mention,
  Mentioned,
  Place,
  Producer,
  Quotation,
  Referent,
  Segmented,
  Sentence,
  Span,
  Statement,
  Time,
  Word,
} from '../record.ts';
import { span } from '../text/span.ts';

/** Who a stretch of words names, as the mention stage answers. */
export interface Named {
  readonly name: string | null;
  readonly party: string | null;
  readonly referent: string | null;
  readonly made: readonly Producer[];
}

/** Words `[first, last)` of the report. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

export interface Scene {
  readonly document: Document;
  readonly blocks: readonly Block[];
  readonly filing: Filing;
  /** The report's day as its metadata say, else as it writes itself; ISO 8601, `null` where neither gives a whole one. */
  readonly day: string | null;
  /** As `Reading.filed`. */
  readonly filed: string | null;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly statements: readonly Statement[];
  readonly mentions: readonly Mention[];
  readonly referents: ReadonlyMap<string, Referent>;
  /** For each word, the index of its sentence. */
  readonly sentenceOf: Int32Array;
  /** For each word, the index of the innermost statement whose content holds it; -1: the reporter's own words. */
  readonly statementOf: Int32Array;
  /** For each word, the index of the statement whose cue it is part of; -1 for none. */
  readonly cueOf: Int32Array;
  /** For each word, the index of the longest mention that covers it, dates and amounts left out; -1 for none. */
  readonly mentionOf: Int32Array;
  /** In the order of the text. */
  readonly times: readonly Time[];
  /** For each word, the index of the time that it helps to tell; -1 for none. */
  readonly timeOf: Int32Array;
  readonly places: readonly Place[];
  /** For each word, the index of the place that it helps to name; -1 for none. */
  readonly placeOf: Int32Array;
  /** Names whoever a stretch of the report names, with the party. */
  readonly resolve: (words: Span) => Named;
}

/** The first word that ends after `offset`. */
export function wordAfter(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words that a span touches. */
export function rangeOf({ words }: Pick<Scene, 'words'>, { start, end }: Span): Range {
  const first = wordAfter(words, start);
  let last = first;
  while (last < words.length && words[last]!.start < end) last++;
  return { first, last };
}

/** The stretch of text from the first to the last word of a range, which must hold a word. */
export const spanOf = ({ words }: Pick<Scene, 'words'>, { first, last }: Range): Span =>
  span(words[first]!.start, words[last - 1]!.end);

/** The referent of the longest mention that covers a word. */
export function referentAt(scene: Scene, word: number): Referent | null {
  const id = scene.mentions[scene.mentionOf[word] ?? -1]?.referent;
  return (id && scene.referents.get(id)) || null;
}

/** Sets every stage's findings beside the words. */
export function sceneOf(
  document: Document,
  cleaned: Cleaned,
  { words, sentences, quotations }: Segmented,
  { mentions, referents }: Mentioned,
  statements: readonly Statement[],
  resolve: Scene['resolve'],
): Scene {
  const filled = (): Int32Array => new Int32Array(words.length).fill(-1);
  const sentenceOf = filled();
  sentences.forEach((s, i) => {
    sentenceOf.fill(i, s.first, s.last);
  });
  const statementOf = filled();
  const cueOf = filled();
  const size = ({ content }: Statement): number => content.reduce((n, s) => n + s.end - s.start, 0);
  const longestFirst = statements.map((s, i) => ({ s, i, size: size(s) })).sort((a, b) => b.size - a.size || a.i - b.i);
  for (const { s, i } of longestFirst) {
    for (const stretch of s.content) {
      const { first, last } = rangeOf({ words }, stretch);
      statementOf.fill(i, first, last);
    }
    if (s.cue) {
      const { first, last } = rangeOf({ words }, s.cue);
      cueOf.fill(i, first, last);
    }
  }
  const mentionOf = filled();
  mentions.forEach((m, i) => {
    if (m.kind === 'date' || m.kind === 'quantity') return;
    for (let w = m.first; w < m.last; w++) {
      const other = mentions[mentionOf[w]!];
      if (!other || m.last - m.first > other.last - other.first) mentionOf[w] = i;
    }
  });
  return {
    document,
    blocks: cleaned.blocks,
    filing: cleaned.filing,
    day: document.published?.slice(0, 10) ?? null,
    filed: null,
    words,
    sentences,
    quotations,
    statements,
    mentions,
    referents: new Map(referents.map((r) => [r.id, r])),
    sentenceOf,
    statementOf,
    cueOf,
    mentionOf,
    times: [],
    timeOf: filled(),
    places: [],
    placeOf: filled(),
    resolve,
  };
}

/** The scene with the times that its report tells. */
export function withTimes(scene: Scene, times: readonly Time[]): Scene {
  const timeOf = new Int32Array(scene.words.length).fill(-1);
  times.forEach((t, i) => {
    const { first, last } = rangeOf(scene, t.span);
    timeOf.fill(i, first, last);
  });
  return { ...scene, times, timeOf };
}

/** The scene with the places that its report names. */
export function withPlaces(scene: Scene, places: readonly Place[]): Scene {
  const placeOf = new Int32Array(scene.words.length).fill(-1);
  places.forEach((p, i) => {
    for (const s of p.spans) {
      const { first, last } = rangeOf(scene, s);
      placeOf.fill(i, first, last);
    }
  });
  return { ...scene, places, placeOf };
}
