/** Rival accounts: one side answers another's account with its own. */
import { clauseOf } from '../grammar/clauses.ts';
import { longestAt } from '../phrases.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { accountIn, accountOf, rangesOf } from './account.ts';
import { accusedIn } from './accused.ts';
import { decidingIn } from './deciding.ts';
import type { DisputeTools, Pair } from './denials.ts';
import { DECIDES } from './lexicon.ts';

/** "Maravet countered that ...", "conversely, Halvia says ...". */
export function rivalAccounts(scene: Scene, tools: DisputeTools): Pair[] {
  const { words, sentences, sentenceOf } = scene;
  const found: Pair[] = [];
  const deciding = decidingIn(scene, tools.lexicon);
  for (let i = 0; i < words.length; i++) {
    if ((deciding[i]! & DECIDES.counters) === 0) continue;
    if (!longestAt(tools.lexicon.counters, words, i, sentences[sentenceOf[i]!]!.last)) continue;
    const pair = rivalAt(scene, tools, i);
    if (pair) found.push(pair);
  }
  return found;
}

/** The account that the words at `i` answer, and that which they bring in. */
function rivalAt(scene: Scene, { lexicon }: DisputeTools, i: number): Pair | null {
  const { words, sentences, sentenceOf, statements } = scene;
  const sentence = sentences[sentenceOf[i]!]!;
  // "A centre for countering disinformation": a verb answers nobody unless it reports what is said.
  if (words[i]!.tag === 'VERB' && scene.cueOf[i]! < 0) return null;
  // The statement that it reports, or else the first of the rest of its sentence.
  const by =
    scene.cueOf[i]! >= 0
      ? scene.cueOf[i]!
      : statements.findIndex((s) => {
          const first = s.content[0] ? rangeOf(scene, s.content[0]).first : -1;
          return first > i && first < sentence.last;
        });
  const rival = statements[by];
  if (!rival || rival.speaker.name === null) return null;
  const { name: who, party } = rival.speaker;
  const own = new Set([by]);
  statements.forEach((s, k) => {
    if (s.speaker.name === who) own.add(k);
  });
  const ranges = rangesOf(scene, rival.content);
  const answered = accusedIn(scene, lexicon, { who, party, ranges, at: i, pointing: true, accusation: true, own });
  if (!answered) return null;
  return {
    rule: 'interpret/dispute-counterclaim',
    accounts: [answered, accountOf(scene, by)],
    at: i,
    confidence: 0.7,
  };
}

/**
 * "With differing accounts of the damage": two accounts that nobody is named for. "The two sides blame each other" is
 * none of them: one and the same words for both sides say nothing of what each tells.
 */
export function differingAccounts(scene: Scene, { lexicon, grammar }: DisputeTools): Pair[] {
  const { words, sentences, sentenceOf } = scene;
  const found: Pair[] = [];
  let done = -1;
  const deciding = decidingIn(scene, lexicon);
  for (let i = 0; i < words.length; i++) {
    if ((deciding[i]! & DECIDES.differing) === 0) continue;
    const at = sentenceOf[i]!;
    const match = at === done ? null : longestAt(lexicon.differing, words, i, sentences[at]!.last);
    if (!match) continue;
    done = at;
    const clause = clauseOf(scene, i, grammar);
    const range: Range = { first: clause.first, last: Math.max(match.end, clause.last) };
    const account = accountIn(scene, range, { who: null, party: null, statement: -1 });
    found.push({ rule: 'interpret/dispute-mutual', accounts: [account, account], at: i, confidence: 0.7 });
  }
  return found;
}
