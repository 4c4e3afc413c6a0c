/** Numbers that somebody says are higher or lower than another voice told. */
import type { Word } from '../../record.ts';
import { longestAt } from '../phrases.ts';
import type { Scene } from '../scene.ts';
import { accountOf, rangesOf } from './account.ts';
import { decidingIn } from './deciding.ts';
import type { DisputeTools, Pair } from './denials.ts';
import { DECIDES } from './lexicon.ts';

/** How many sentences back the number may stand that another voice calls too low or too high. */
const BACK = 3;

/** How many words behind "as high as" the number may stand. */
const GIVEN = 8;
/** By how many digits more a number is of something else. */
const DIGITS = 2;

/** The digits of the longest number among words; one written in letters counts for two; 0 for none. */
const digitsIn = (words: readonly Word[]): number =>
  Math.max(0, ...words.map((w) => (w.tag !== 'NUM' ? 0 : /\d/.test(w.text) ? w.text.replace(/\D/gu, '').length : 2)));

/** "Other monitors say the number is much higher": a number that somebody tells to be another, without giving one. */
export function disputedNumbers(scene: Scene, { lexicon }: DisputeTools): Pair[] {
  const { words, sentences, sentenceOf, statementOf, statements } = scene;
  const found: Pair[] = [];
  const deciding = decidingIn(scene, lexicon);
  for (let i = 0; i < words.length; i++) {
    const at = statementOf[i]!;
    if (
      (deciding[i]! & DECIDES.higher) === 0 ||
      at < 0 ||
      !longestAt(lexicon.higher, words, i, sentences[sentenceOf[i]!]!.last)
    )
      continue;
    const { name } = statements[at]!.speaker;
    let best = -1;
    let nearest = -1;
    statements.forEach((s, index) => {
      if (index === at || s.speaker.name === name || s.speaker.name === null) return;
      const ranges = rangesOf(scene, s.content);
      const first = ranges[0]?.first ?? -1;
      if (first < 0 || first >= i || first <= nearest || sentenceOf[i]! - sentenceOf[first]! > BACK) return;
      const longest = Math.max(...ranges.map((r) => digitsIn(words.slice(r.first, r.last))));
      // A toll of hundreds of thousands is none of an attack that killed five.
      if (longest === 0 || digitsIn(words.slice(i, i + GIVEN)) > longest + DIGITS) return;
      nearest = first;
      best = index;
    });
    if (best < 0) continue;
    found.push({
      rule: 'interpret/dispute-number',
      accounts: [accountOf(scene, best), accountOf(scene, at)],
      at: i,
      confidence: 0.6,
    });
  }
  return found;
}
