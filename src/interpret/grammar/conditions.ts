/** Which words stand under a condition: "if", "unless", "whether", "in case", "should Halvia accept". */
import type { Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import { sentenceAt } from './chunks.ts';
import { keptBy } from './kept.ts';
import type { GrammarLexicon, Phrases } from './lexicon.ts';

/** How many words of a phrase begin at `at`; 0 for none. */
export function phraseAt(words: readonly Word[], at: number, phrases: Phrases): number {
  for (const phrase of phrases.get(words[at]!.lower) ?? [])
    if (phrase.every((w, i) => words[at + i]?.lower === w)) return phrase.length;
  return 0;
}

const ENDS = /^(?:[;:—–]|--)$/u;

/** Whether the auxiliary at `i` opens a condition: it begins the clause and a noun phrase follows. */
function isInversion(words: readonly Word[], i: number, floor: number, { inversions }: GrammarLexicon): boolean {
  if (!inversions.has(words[i]!.lower)) return false;
  const before = words[i - 1];
  const opens = i === floor || before?.text === ',' || before?.text === '“' || before?.text === '"';
  const next = words[i + 1];
  return opens && next !== undefined && ['DET', 'PROPN', 'PRON', 'NOUN'].includes(next.tag);
}

/** By the first word of the sentence: for each of its words, whether a condition is open before it. */
const openKept = keptBy<number, Uint8Array>();

/** Whether word `at` stands in a conditional clause. Work grows with the sentence, once for all its words. */
export function conditionalAt(scene: Scene, at: number, g: GrammarLexicon): boolean {
  const { first, last } = sentenceAt(scene, at);
  const kept = openKept(scene, g);
  let open = kept.get(first);
  if (!open) {
    open = conditionsIn(scene.words, first, last, g);
    kept.set(first, open);
  }
  return open[at - first] === 1;
}

function conditionsIn(words: readonly Word[], first: number, last: number, g: GrammarLexicon): Uint8Array {
  const before = new Uint8Array(last - first);
  let open = false;
  let verbs = 0;
  for (let i = first; i < last; i++) {
    if (open) before[i - first] = 1;
    const w = words[i]!;
    if (
      g.conditionals.has(w.lower) ||
      phraseAt(words, i, g.conditionalPhrases) > 0 ||
      isInversion(words, i, first, g)
    ) {
      open = true;
      verbs = 0;
      continue;
    }
    if (!open) continue;
    if (w.tag === 'VERB' || w.tag === 'AUX') verbs++;
    // The comma after the clause's verb ends it, unless what follows goes on with "and" or "or".
    else if (ENDS.test(w.text) || w.lower === 'then') open = false;
    else if (w.text === ',' && verbs > 0)
      open = words[i + 1] !== undefined && /^(?:or|and)$/u.test(words[i + 1]!.lower);
  }
  return before;
}
