/** A talk told of by a verb: "Voss met his Maravetian counterpart in Lorn". */
import type { TalkStatus } from '../../record.ts';
import type { Range, Scene } from '../scene.ts';
import type { TalkLexicon, TalkTrigger } from './lexicon.ts';
import type { TalkMention } from './mention.ts';
import { clauseAround, groupStart, listEnd, type Party, partiesIn, subjectOf } from './parties.ts';
import { placeIn, timeNear } from './setting.ts';
import { STATUS_OF_TENSE, signAround, tenseOf } from './status.ts';

/** Words after the verb that are read. */
const REACH = 30;

export function verbTalk(scene: Scene, lexicon: TalkLexicon, trigger: TalkTrigger, head: number): TalkMention | null {
  const { words } = scene;
  const { small } = lexicon;
  const clause = clauseAround(scene, lexicon, head);
  const stop = Math.min(clause.last, head + REACH);
  const objects: Party[] = [];
  let place: Range | null = null;
  let link: string | null = null;
  let last = head + 1;
  let i = head + 1;
  const take = (from: number, by: string): number => {
    const end = listEnd(scene, lexicon, from, clause.last);
    const list = partiesIn(scene, from, end);
    if (list.length > 0) {
      link ??= by;
      objects.push(...list);
      last = Math.max(last, list.at(-1)!.last);
    }
    return Math.max(end, from);
  };
  if (trigger.links.has('object')) i = take(i, 'object');
  while (i < stop) {
    const word = words[i]!;
    if (word.tag === 'VERB' && i > head + 1 && !small.support.has(word.lemma)) break;
    if (trigger.links.has(word.lower) || (small.with.has(word.lower) && objects.length === 0)) {
      i = take(i + 1, word.lower);
      continue;
    }
    if (small.places.has(word.lower)) {
      const end = listEnd(scene, lexicon, i + 1, clause.last);
      const named: Range | null = place ?? placeIn(scene, i + 1, end);
      if (named && !place) {
        place = named;
        last = Math.max(last, named.last);
      }
      i = Math.max(end, i + 1);
      continue;
    }
    i++;
  }
  if (trigger.links.has('to') && trigger.links.has('in') && objects.length > 0 && !place) {
    const target = objects.find((p) => p.kind === 'place');
    if (target) place = { first: target.first, last: target.last };
  }
  const group = groupStart(scene, head, clause.first);
  const subject = subjectOf(scene, lexicon, head, clause);
  const { tense, negated } = tenseOf(scene, lexicon, head, clause.first);
  const participants = [...subject, ...objects];
  const mediators: Party[] = trigger.kind === 'mediation' ? subject : [];
  const sign =
    tense === 'past' && group >= head - 2
      ? null
      : signAround(
          scene,
          lexicon,
          { first: head, last: head + 1 },
          { first: Math.max(clause.first, group - 3), last: Math.min(clause.last, head + 3) },
        );
  let status: TalkStatus = sign?.status ?? STATUS_OF_TENSE[tense];
  if (negated && (tense === 'future' || tense === 'modal')) status = 'refused';
  const left = Math.min(group, ...subject.filter((p) => p.first >= clause.first).map((p) => p.first));
  return {
    trigger,
    kind: trigger.kind,
    head,
    words: { first: left, last },
    clause,
    noun: false,
    determiner: 'verb',
    modifiers: new Set(),
    participants: trigger.kind === 'mediation' ? objects : participants,
    mediators,
    place,
    time: timeNear(scene, head, clause),
    status,
    sign: sign?.status ?? null,
    tense,
    negated,
    link,
    governor: null,
  };
}
