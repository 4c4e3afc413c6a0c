import type { NounPhrase } from '../grammar/chunks.ts';
import type { Scene } from '../scene.ts';

/** Among so many first words of a sentence its subject stands, and so long may be what stands in commas behind it. */
const HEAD = 12;
const LONGEST = 16;

const OPENS = new Set(['which', 'who', 'whose']);

/**
 * The subject of a verb beyond what stands in commas behind it: "The Teyl Front, a movement which holds the north, called
 * for". Only in the reporter's own words, and only a name of a party that begins the sentence, so that no list is taken for one; `null` for none.
 */
export function subjectBeyond(scene: Scene, verb: number): NounPhrase | null {
  const { words, sentences, sentenceOf, statementOf, mentions, mentionOf } = scene;
  if (words[verb - 1]?.text !== ',' || statementOf[verb]! >= 0) return null;
  const { first } = sentences[sentenceOf[verb]!]!;
  let comma = first;
  while (comma < verb - 1 && comma < first + HEAD && words[comma]!.text !== ',') comma++;
  const open = words[comma + 1];
  if (words[comma]!.text !== ',' || comma >= verb - 2 || verb - comma > LONGEST || !open) return null;
  if (open.tag !== 'DET' && !OPENS.has(open.lower)) return null;
  for (let i = comma + 1; i < verb - 1; i++)
    if (words[i]!.text === ',' || words[i]!.quote !== words[verb]!.quote) return null;
  const mention = mentions[mentionOf[comma - 1] ?? -1];
  if (!mention || mention.form === 'pronoun' || mention.last !== comma || mention.first > first + 1) return null;
  return { first: mention.first, last: comma, head: comma - 1 };
}
