/** The time of a sentence that tells only one. */
import type { Range, Scene } from '../scene.ts';

/** How far from a time the verb that reports something may stand: "said late on Monday", "on Monday said". */
const SAID_BEFORE = 3;
const SAID_AFTER = 2;

/** Whether words `[first, last)` tell when something was said, by the verb right beside them. `verbs` are those that report. */
export function isSaidThen(
  { words, cueOf, sentences, sentenceOf }: Scene,
  first: number,
  last: number,
  verbs: ReadonlySet<string>,
): boolean {
  const s = sentences[sentenceOf[first]!]!;
  const reports = (i: number): boolean => cueOf[i]! >= 0 || (words[i]!.tag === 'VERB' && verbs.has(words[i]!.lemma));
  for (let i = first - 1; i >= Math.max(s.first, first - SAID_BEFORE); i--) {
    if (reports(i)) return true;
    if (words[i]!.tag !== 'ADP' && words[i]!.tag !== 'ADV' && words[i]!.tag !== 'ADJ') break;
  }
  for (let i = last; i < Math.min(s.last, last + SAID_AFTER); i++) {
    if (reports(i)) return true;
    if (words[i]!.text === ',' || words[i]!.tag === 'ADP') break;
  }
  return false;
}

/** The only time of a sentence, where it is not when something was said. */
export function onlyTime(scene: Scene, head: number, verbs: ReadonlySet<string>): Range | null {
  const { timeOf, times, statementOf, cueOf, sentences, sentenceOf } = scene;
  const { first, last } = sentences[sentenceOf[head]!]!;
  let only = -1;
  for (let i = first; i < last; i++) {
    const index = timeOf[i]!;
    if (index < 0 || (only >= 0 && timeOf[only] === index)) continue;
    if (only >= 0 || times[index]!.kind !== 'point' || statementOf[i] !== statementOf[head]) return null;
    only = i;
  }
  if (only < 0) return null;
  let end = only + 1;
  while (end < last && timeOf[end] === timeOf[only]) end++;
  const found: Range = { first: only, last: end };
  for (let i = Math.max(first, found.first - 2); i < Math.min(last, found.last + 2); i++)
    if (cueOf[i]! >= 0) return null;
  return isSaidThen(scene, found.first, found.last, verbs) ? null : found;
}
