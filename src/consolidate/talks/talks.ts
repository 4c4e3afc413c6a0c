import type { Item } from '../../case.ts';
import type { Family, PartResult } from '../family.ts';
import { type Bundle, judgedBundles } from '../join/bundle.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { joinedTalksAcross, joinedTalksWithin } from './join.ts';
import { isRecalled, partOfTalk, threadOfTalk } from './keys.ts';
import { lifeOf, talkRow } from './life.ts';
import { type ToldTalk, toldTalkOf } from './told.ts';

/**
 * Talks over all reports, each from proposed to held or called off. A thread is a half of a year, calls apart from
 * meetings; a part one day of it.
 */
export function talksFamily(lexicon: MergingLexicon): Family {
  return {
    prefix: 'talk',
    partsOf: (item: Item) => (item.kind === 'talk' ? [partOfTalk(item)] : []),
    part: (key, items): readonly Bundle<ToldTalk>[] =>
      joinedTalksWithin(
        items.flatMap((item) => (item.kind === 'talk' ? [toldTalkOf(item)] : [])),
        isRecalled(key),
        lexicon,
      ),
    threadOf: threadOfTalk,
    thread(_key, parts, ledger) {
      const bundles = byThread(parts).flatMap((its) =>
        joinedTalksAcross(
          its.map(({ key, result }) => ({ recalled: isRecalled(key), bundles: result as readonly Bundle<ToldTalk>[] })),
          lexicon,
        ),
      );
      const entries = judgedBundles('talk', bundles, ledger).map((named) => talkRow(lifeOf(named)));
      return { entries, wordsAndDeeds: [] };
    },
  };
}

/** Parts by their thread before any judgement: what stands apart is joined by judgements alone. */
function byThread(parts: readonly PartResult[]): readonly (readonly PartResult[])[] {
  const threads = new Map<string, PartResult[]>();
  for (const part of parts) {
    const key = threadOfTalk(part.key);
    threads.set(key, [...(threads.get(key) ?? []), part]);
  }
  return [...threads.values()];
}
