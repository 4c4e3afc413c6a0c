import type { Act, Segmented, Word } from '../record.ts';
import type { ActInput, WordRange } from './act-signs.ts';
import { ACTS } from './cue-lexicon.ts';

/** A statement read by a person: where it stands, and the acts that would be right, the best first. */
export interface GoldAct {
  /** Which report it is from. */
  readonly report: number;
  readonly input: ActInput;
  readonly acts: readonly Act[];
}

/** Words of a report, as a gold reading gives them: the words, or the words and which of their places is meant. */
type Quoted = string | { readonly words: string; readonly nth?: number };

interface GoldStatement {
  readonly content: Quoted | readonly Quoted[];
  readonly cue?: Quoted | readonly Quoted[] | null;
  readonly speaker?: { readonly words?: Quoted | readonly Quoted[] | null; readonly party?: string | null } | null;
  readonly act: Act | readonly Act[];
}

const list = <T>(x: T | readonly T[] | null | undefined): readonly T[] =>
  x === null || x === undefined ? [] : Array.isArray(x) ? (x as readonly T[]) : [x as T];

/** The words that a quoted stretch covers; `null` where it is not in the text, or where none of its words is read. */
function rangeOf(text: string, words: readonly Word[], quoted: Quoted): WordRange | null {
  const { words: wanted, nth = 1 } = typeof quoted === 'string' ? { words: quoted } : quoted;
  let start = -1;
  for (let n = 0; n < nth; n++) {
    start = text.indexOf(wanted, start + 1);
    if (start < 0) return null;
  }
  const end = start + wanted.length;
  // The first word that ends after the stretch's start, by halving.
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < words.length && words[last]!.start < end) last++;
  return last > low ? [low, last] : null;
}

/**
 * The statements of a gold reading (its form is that of the scorer's gold files) as the choice of acts is given them.
 * Statements whose words cannot be found are left out.
 */
export function goldActs(reading: unknown, report: number, text: string, segmented: Segmented): GoldAct[] {
  const { words, sentences } = segmented;
  const statements = (reading as { statements?: readonly GoldStatement[] }).statements ?? [];
  const found: GoldAct[] = [];
  for (const s of statements) {
    const ranges = list(s.content)
      .map((q) => rangeOf(text, words, q))
      .filter((r) => r !== null);
    const acts = list(s.act).filter((a) => ACTS.includes(a));
    const first = ranges[0];
    if (!first || acts.length === 0) continue;
    const cueWords = list(s.cue)[0];
    const speakerWords = list(s.speaker?.words)[0];
    const cue = cueWords === undefined ? null : rangeOf(text, words, cueWords);
    const at = cue ? cue[0] : first[0];
    const sentence = sentences.find((x) => x.last > at);
    const input: ActInput = {
      words,
      content: ranges,
      cue,
      speaker: speakerWords === undefined ? null : rangeOf(text, words, speakerWords),
      sentence: sentence ? [sentence.first, sentence.last] : first,
      party: s.speaker?.party ?? null,
    };
    found.push({ report, input, acts });
  }
  return found;
}
