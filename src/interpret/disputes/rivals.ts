/** Rival accounts: one side answers another's account with its own. */
import { clauseOf } from '../grammar/clauses.ts';
import { longestAt } from '../phrases.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { accountIn, accountOf, rangesOf } from './account.ts';
import { accusedIn } from './accused.ts';
import type { DisputeTools, Pair } from './denials.ts';

/** "Maravet countered that ...", "conversely, Halvia says ...". */
export function rivalAccounts(scene: Scene, { lexicon }: DisputeTools): Pair[] {
  const { words, sentences, sentenceOf, statements } = scene;
  const found: Pair[] = [];
  for (let i = 0; i < words.length; i++) {
    const sentence = sentences[sentenceOf[i]!]!;
    if (!longestAt(lexicon.counters, words, i, sentence.last)) continue;
    // "A centre for countering disinformation": a verb answers nobody unless it reports what is said.
    if (words[i]!.tag === 'VERB' && scene.cueOf[i]! < 0) continue;
    // The statement that it reports, or else the first of the rest of its sentence.
    const by =
      scene.cueOf[i]! >= 0
        ? scene.cueOf[i]!
        : statements.findIndex((s) => {
            const first = s.content[0] ? rangeOf(scene, s.content[0]).first : -1;
            return first > i && first < sentence.last;
          });
    const rival = statements[by];
    if (!rival || rival.speaker.name === null) continue;
    const { name: who, party } = rival.speaker;
    const own = new Set([by]);
    statements.forEach((s, k) => {
      if (s.speaker.name === who) own.add(k);
    });
    const ranges = rangesOf(scene, rival.content);
    const answered = accusedIn(scene, lexicon, { who, party, ranges, at: i, pointing: true, accusation: true, own });
    if (answered)
      found.push({
        rule: 'interpret/dispute-counterclaim',
        accounts: [answered, accountOf(scene, by)],
        at: i,
        confidence: 0.7,
      });
  }
  return found;
}

/** "The two sides blame each other", "with differing accounts of the damage". */
export function mutualAccounts(scene: Scene, { lexicon, grammar }: DisputeTools): Pair[] {
  const { words, sentences, sentenceOf } = scene;
  const found: Pair[] = [];
  let done = -1;
  for (let i = 0; i < words.length; i++) {
    const at = sentenceOf[i]!;
    const sentence = sentences[at]!;
    const each = at === done ? null : longestAt(lexicon.mutual, words, i, sentence.last);
    const match = each ?? (at === done ? null : longestAt(lexicon.differing, words, i, sentence.last));
    if (!match) continue;
    done = at;
    const clause = clauseOf(scene, i, grammar);
    const range: Range = { first: clause.first, last: Math.max(match.end, clause.last) };
    const sides = each ? partiesNear(scene, range, sentence) : [];
    // Two that nobody names, in one and the same stretch of words, say nothing of who tells what.
    if (sides.length < 2 && each) continue;
    const account = (who: string | null) => accountIn(scene, range, { who, party: who, statement: -1 });
    found.push({
      rule: 'interpret/dispute-mutual',
      accounts: [account(sides[0] ?? null), account(sides[1] ?? null)],
      at: i,
      confidence: 0.7,
    });
  }
  return found;
}

/** The two parties named in the words, or else in the sentence; fewer where it names none or more. */
function partiesNear(scene: Scene, range: Range, sentence: Range): string[] {
  for (const { first, last } of [range, sentence]) {
    const parties = new Set<string>();
    for (let i = first; i < last; i++) {
      const id = scene.mentions[scene.mentionOf[i]!]?.referent;
      const party = id ? scene.referents.get(id)?.party : null;
      if (party) parties.add(party);
    }
    if (parties.size === 2) return [...parties];
  }
  return [];
}
