/** Whether somebody else has judged the same thing since it was looked at: then they are not passed over in silence. */
import type { Judgement, Target } from '../case.ts';
import type { Store } from '../store/store.ts';

/** What a judgement is about, as words that are the same for the same thing. */
function aboutOf({ action }: Pick<Judgement, 'action'>): readonly string[] {
  const named = ({ kind, id, report, words }: Target): string[] => [
    `${kind}/${id}`,
    ...(report === null || words === null ? [] : [`${kind}/${report}/${words}`]),
  ];
  switch (action.do) {
    case 'undo':
      return [`judgement/${action.judgement}`];
    case 'merge':
      return action.targets.flatMap(named);
    default:
      return named(action.target);
  }
}

/**
 * The newest judgement by another person about the same thing that came after the one that was `seen` (`null`: there was none).
 * Notes stand beside each other and hinder nobody.
 */
export async function judgedMeanwhile(
  store: Pick<Store, 'judgements'>,
  seen: string | null,
  mine: Pick<Judgement, 'action' | 'who'>,
): Promise<Judgement | null> {
  const about = new Set(aboutOf(mine));
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['judgements']>> = await store.judgements({ limit: 100, after });
    for (const { judgement, undone } of page.rows) {
      if (judgement.id === seen) return null;
      if (judgement.who === mine.who || undone !== null || judgement.action.do === 'note') continue;
      if (aboutOf(judgement).some((one) => about.has(one))) return judgement;
    }
    after = page.next;
  } while (after !== null);
  return null;
}
