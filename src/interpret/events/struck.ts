/** Whom or what an event befell, over all its mentions: a thing by its own name, a side, or people without their number. */
import type { Participant } from '../../record.ts';
import { type Scene, spanOf, wordAfter } from '../scene.ts';
import { amountAt } from './amounts.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import type { Telling } from './telling.ts';

/** Of words for people counted, those that say who they are: "14 soldiers" were soldiers, "14 people" nobody's. */
function uncounted(scene: Scene, who: Participant, figures: FigureLexicon): Participant | null {
  const { words, document } = scene;
  if (who.span === null || document.text.slice(who.span.start, who.span.end) !== who.name) return who;
  const first = wordAfter(words, who.span.start);
  const last = wordAfter(words, who.span.end - 1) + 1;
  let from = first;
  let counted = false;
  for (let i = first; i < last; i++) {
    const amount = amountAt(words, i, first, last, figures);
    // "the Group of Seven" is a name.
    if (amount && (amount.first <= from || figures.about.has(words[i - 1]!.lower))) {
      from = amount.last;
      i = from - 1;
      counted = true;
    } else if (i === from && (words[i]!.lower === 'of' || figures.about.has(words[i]!.lower))) from++;
    else break;
  }
  const head = words[last - 1]!.lower;
  if (from >= last) return counted ? null : who;
  if (figures.anybody.has(head)) return null;
  if (!counted) return who;
  const span = spanOf(scene, { first: from, last });
  return { name: document.text.slice(span.start, span.end), span };
}

/** "Struck | her": a ship as often as a woman, so that a pronoun alone does not say what was struck. */
const isPronoun = ({ words }: Scene, { span }: Participant): boolean =>
  span !== null && words[wordAfter(words, span.start)]?.tag === 'PRON';

/** What was struck comes before whom it harmed: "shells on a market killed 14 traders" hit the market. */
export function struckOf(
  scene: Scene,
  tellings: readonly Telling[],
  actor: Participant | null,
  figures: FigureLexicon,
): Participant | null {
  for (const harm of [false, true]) {
    for (const { family, target } of tellings) {
      if (target === null || (family.scale === 'harm') !== harm || target.name === actor?.name) continue;
      if (isPronoun(scene, target)) continue;
      const who = uncounted(scene, target, figures);
      if (who !== null && who.name !== actor?.name) return who;
    }
  }
  return null;
}
