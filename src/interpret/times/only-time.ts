/** The time of a sentence that tells only one. */
import type { Range, Scene } from '../scene.ts';

/** The only time of a sentence, where it is not when something was said. */
export function onlyTime(
  { timeOf, times, statementOf, cueOf, sentences, sentenceOf }: Scene,
  head: number,
): Range | null {
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
  return found;
}
