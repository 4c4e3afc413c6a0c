import type { Sentence, Word } from '../record.ts';
import { fold } from './fold.ts';
import { isLetter, isUpper } from './writing.ts';

/** What the writing of a report's words tells, whatever the lexicons know. */
export interface Survey {
  /** Folded words. */
  readonly keys: readonly string[];
  /** The sentence of each word. */
  readonly sentence: Int32Array;
  /** 1 for the words that open a sentence or quotation. */
  readonly opens: Uint8Array;
  /** 1 for the sentences in which nearly every word has a capital. */
  readonly headline: Uint8Array;
  /** Words that have a capital inside other sentences. */
  readonly proper: ReadonlySet<string>;
}

/** Looks over the words once. */
export function surveyOf(words: readonly Word[], sentences: readonly Sentence[]): Survey {
  const n = words.length;
  const keys = words.map((word) => fold(word.lower));
  const sentence = new Int32Array(n);
  const opens = new Uint8Array(n + 1);
  sentences.forEach((s, index) => {
    sentence.fill(index, s.first, s.last);
    for (let i = s.first; i < s.last; i++) {
      if (!isLetter(words[i]!.text)) continue;
      opens[i] = 1;
      break;
    }
    // What opens a quotation begins a sentence of its own.
    for (let i = s.first + 1; i < s.last; i++) if (words[i]!.quote > words[i - 1]!.quote) opens[i] = 1;
  });
  // Where nearly every word of a sentence has a capital, a capital tells nothing; names are those that have one elsewhere.
  const headline = new Uint8Array(sentences.length);
  const proper = new Set<string>();
  sentences.forEach((s, index) => {
    let upper = 0;
    let all = 0;
    for (let i = s.first; i < s.last; i++) {
      if (!isLetter(words[i]!.text) || words[i]!.text.length < 4) continue;
      all++;
      if (isUpper(words[i]!)) upper++;
    }
    if (all >= 4 && upper / all > 0.75) headline[index] = 1;
    else for (let i = s.first; i < s.last; i++) if (!opens[i] && isUpper(words[i]!)) proper.add(keys[i]!);
  });
  return { keys, sentence, opens, headline, proper };
}
