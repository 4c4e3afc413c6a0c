/** What a party makes a condition of its own step is wanted itself: "will not meet before the guns are gone". */
import type { Scene } from '../scene.ts';
import { givenIssues, issueShare } from './given.ts';
import type { Weighed } from './merge.ts';
import { signsOf } from './signs.ts';
import type { UnitResources } from './unit.ts';

/** From this score on the words of a condition tell an issue. */
const CLEAR = 3;

/** The demands that stand as conditions in a position, in the order of the text. */
export function askedBy(scene: Scene, of: Weighed, resources: UnitResources): Weighed[] {
  const out: Weighed[] = [];
  for (const { mark, clause } of of.signs.conditions) {
    if (!mark.asks.includes(of.stance) || clause.last <= clause.first) continue;
    const unit = { ...of.unit, content: [clause] };
    const signs = signsOf(scene, unit, resources);
    // "will sell gas if it can": of itself it asks nothing, but where something must come first ("before it has guarantees").
    if (!mark.must && (signs.subject === 'own' || signs.subject === 'first')) continue;
    const issue = signs.issues.reduce((top, s, i) => (s > signs.issues[top]! ? i : top), 0);
    if (signs.issues[issue]! < CLEAR || issue === of.issue) continue;
    const clear = issueShare(givenIssues(signs), issue);
    const [share, confidence] = [of.share * clear, of.confidence * clear];
    out.push({ unit, signs, issue, stance: 'demands', share, confidence, asked: true });
  }
  return out;
}
