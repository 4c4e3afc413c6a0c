/** Accounts of which the report says that nobody could confirm them. */
import { clauseOf } from '../grammar/clauses.ts';
import { longestAt } from '../phrases.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { type Account, accountIn, accountOf } from './account.ts';
import { decidingIn } from './deciding.ts';
import type { DisputeTools, Pair } from './denials.ts';
import { DECIDES } from './lexicon.ts';
import { sentenceBefore } from './pointed.ts';

/** Words of a sentence that are taken whole. */
const LONGEST = 30;
/** Sentences back in which the account may stand. */
const BACK = 2;

/** Every place where the report says so, with the account it is said of where a statement gives it. */
export function unverifiedAccounts(
  scene: Scene,
  { lexicon, grammar }: DisputeTools,
  figures: readonly Pair[] = [],
): Pair[] {
  const { words, sentences, sentenceOf, statementOf, statements } = scene;
  const found: Pair[] = [];
  let done = -1;
  const deciding = decidingIn(scene, lexicon);
  for (let i = 0; i < words.length; i++) {
    if ((deciding[i]! & DECIDES.unverified) === 0) continue;
    const sentence = sentences[sentenceOf[i]!]!;
    const told = longestAt(lexicon.unverified, words, i, sentence.last);
    const match = told ?? longestAt(lexicon.unclear, words, i, sentence.last);
    if (!match || sentenceOf[i] === done) continue;
    if (
      !told &&
      lexicon.ofSide.has(words[match.end - 1]!.lower) &&
      !namesSide(scene, { first: match.end, last: sentence.last })
    )
      continue;
    done = sentenceOf[i]!;
    const clause = clauseOf(scene, i, grammar);
    // What could not be confirmed often follows: "who fired", "whether any were hurt".
    const last = sentence.last - clause.first <= LONGEST ? sentence.last : Math.max(clause.last, match.end);
    const range: Range = { first: Math.max(clause.first, sentence.first), last };
    const at = statementOf[i]!;
    const speaker = at >= 0 ? statements[at]!.speaker : null;
    const accounts: Account[] = [
      accountIn(scene, range, { who: speaker?.name ?? null, party: speaker?.party ?? null, statement: at }),
    ];
    // "Neither figure could be confirmed": both of those told right before.
    const both = told && lexicon.neither.has(words[i]!.lower) ? twoBefore(scene, i, figures) : [];
    if (both.length > 0) accounts.unshift(...both);
    const claim = told && both.length === 0 ? claimNear(scene, i, at) : -1;
    // What nobody is read to say, right before, is nearer than what somebody said before that.
    const far = claim >= 0 && sentenceOf[i]! - sentenceOf[firstOf(scene, claim)]! > 1;
    const before = far ? sentenceBefore(scene, sentenceOf[i]!) : null;
    if (before && before.statement < 0) accounts.unshift(before);
    else if (claim >= 0) accounts.unshift(accountOf(scene, claim));
    found.push({ rule: 'interpret/dispute-unverified', accounts, at: i, confidence: 0.7 });
    i = match.end - 1;
  }
  return found;
}

const firstOf = (scene: Scene, statement: number): number =>
  rangeOf(scene, scene.statements[statement]!.content[0]!).first;

/** Whether any side is named. */
function namesSide({ mentions, mentionOf, referents }: Scene, { first, last }: Range): boolean {
  for (let i = first; i < last; i++) {
    const id = mentions[mentionOf[i]!]?.referent;
    if (id && referents.get(id)?.party) return true;
  }
  return false;
}

/** Sentences back in which the two accounts that "neither" stands for are looked for. */
const BOTH_BACK = 3;

/** The two accounts that "neither" at word `at` stands for: figures found to differ, told right before it. */
function twoBefore(scene: Scene, at: number, figures: readonly Pair[]): readonly Account[] {
  const { sentenceOf } = scene;
  const near = figures.findLast(({ accounts }) =>
    accounts.every(({ content }) => {
      const first = content[0] ? rangeOf(scene, content[0]).first : at;
      return first < at && sentenceOf[at]! - sentenceOf[first]! <= BOTH_BACK;
    }),
  );
  return near?.accounts.slice(-2) ?? [];
}

/** The last statement of a fact told before word `at`, in its sentence or the one before; -1 for none. */
function claimNear(scene: Scene, at: number, own: number): number {
  const { statements, sentenceOf } = scene;
  let best = -1;
  let nearest = -1;
  statements.forEach((s, index) => {
    if (index === own || (s.act !== 'claim' && s.act !== 'accuse' && s.act !== 'assess')) return;
    const first = s.content[0] ? rangeOf(scene, s.content[0]).first : -1;
    const distance = first < 0 ? BACK + 1 : sentenceOf[at]! - sentenceOf[first]!;
    // "Claimed without evidence that ..." has the account behind it.
    if (distance > BACK || distance < 0 || (first > at && nearest >= 0)) return;
    if (first > nearest) {
      nearest = first;
      best = index;
    }
  });
  return best;
}
