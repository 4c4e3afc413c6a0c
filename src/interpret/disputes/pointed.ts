/** Denials of what stands right before them: "..., an accusation that Maravet denies", "... . Halvia denied it." */
import { type Range, rangeOf, type Scene, spanOf } from '../scene.ts';
import { type Account, accountIn } from './account.ts';
import type { Contested } from './accused.ts';
import type { DisputeLexicon } from './lexicon.ts';

/** How many words the noun phrase of an account may have: "an old and often heard accusation". */
const PHRASE = 4;

/**
 * Where words before the subject of a denial stand for what its sentence tells before them: "which", "a claim that"; `null`
 * where none do. `subject` is the first word of the subject. A proposal can be rejected as well as an account, so only where
 * `sure` is a bare "which" enough.
 */
export function aheadOf(
  { words, sentences, sentenceOf }: Scene,
  lexicon: DisputeLexicon,
  subject: number,
  sure: boolean,
): Range | null {
  const { first: floor } = sentences[sentenceOf[subject]!]!;
  let last = subject;
  if (lexicon.relatives.has(words[last - 1]?.lower ?? '')) last--;
  const noun = last - 1;
  const plain = sure && last < subject && words[noun]?.text === ',';
  if (plain && last - 2 > floor) return { first: last, last: subject };
  if (noun <= floor || words[noun]!.tag !== 'NOUN' || !lexicon.accounts.has(words[noun]!.lemma)) return null;
  for (let i = noun - 1; i > floor && noun - i <= PHRASE; i--) {
    if (lexicon.articles.has(words[i]!.lower)) return { first: i, last: subject };
    if (words[i]!.tag !== 'ADJ' && words[i]!.tag !== 'ADV') return null;
  }
  return null;
}

/** What the sentence tells before `ahead`: the last statement of another voice, up to there, or the words themselves. */
export function toldAhead(scene: Scene, floor: number, ahead: Range, { who, party, own }: Contested): Account | null {
  const { words, statements, statementOf } = scene;
  let last = ahead.first;
  while (last > floor && words[last - 1]!.tag === 'PUNCT') last--;
  if (last <= floor) return null;
  const at = statementOf[last - 1]!;
  const statement = statements[at];
  if (!statement || own.has(at))
    return accountIn(scene, { first: floor, last }, { who: null, party: null, statement: -1 });
  const { name, party: side } = statement.speaker;
  if (name === who || (side !== null && side === party)) return null;
  const within = rangeOf(scene, statement.content.find((span) => span.start < words[last - 1]!.end)!);
  const first = Math.max(floor, within.first);
  return first < last ? { who: name, party: side, content: [spanOf(scene, { first, last })], statement: at } : null;
}

/** Whether a word stands at the head of its sentence, but for one that sets it against what was told before. */
export function opens({ words }: Scene, { against }: DisputeLexicon, first: number, at: number): boolean {
  return at === first || (at === first + 1 && against.has(words[first]!.lower));
}

/** The last sentence of the paragraph before, where the two are parts of one quotation or speech; `null` where it is no text. */
export function sentenceAcross(scene: Scene, sentence: number): Account | null {
  const { sentences, blocks } = scene;
  const [before, own] = [sentences[sentence - 1], sentences[sentence]];
  if (!before || !own || own.block !== before.block + 1 || blocks[before.block]?.kind !== 'paragraph') return null;
  return accountOfSentence(scene, sentence - 1);
}

/** The sentence before, of the same paragraph, as an account of whoever gives it; `null` where it is too short to be one. */
export function sentenceBefore(scene: Scene, sentence: number): Account | null {
  const { sentences } = scene;
  const [before, own] = [sentences[sentence - 1], sentences[sentence]];
  return before && own && before.block === own.block ? accountOfSentence(scene, sentence - 1) : null;
}

/** A sentence as an account of whoever gives it; `null` where it is too short to be one. */
function accountOfSentence(scene: Scene, index: number): Account | null {
  const { words, sentences, statements, statementOf } = scene;
  const before = sentences[index]!;
  if (before.last - before.first < SHORTEST) return null;
  let last = before.last;
  while (last > before.first && words[last - 1]!.tag === 'PUNCT') last--;
  const at = statementOf[before.first]!;
  const { name: who = null, party = null } = statements[at]?.speaker ?? {};
  return accountIn(scene, { first: before.first, last }, { who, party, statement: at });
}

/** Fewer words tell nothing that could be denied. */
const SHORTEST = 4;
