/**
 * Denials by a plain "not": a side says that what others tell did not or will not happen. "An attack by Halvia could come
 * within days, the envoy said. Voss said that Halvia would not attack anyone."
 */
import type { Act } from '../../record.ts';
import { argumentsOf } from '../grammar/arguments.ts';
import { clauseOf } from '../grammar/clauses.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import { type Account, aboutOf, accountIn, accountOf, common, names, rangesOf } from './account.ts';
import { isNegated } from './accused.ts';
import { decidingIn } from './deciding.ts';
import type { DisputeTools, Pair } from './denials.ts';
import { DECIDES, type DisputeLexicon } from './lexicon.ts';

/** Acts by which somebody says that something is so. */
const SAYS: ReadonlySet<Act> = new Set<Act>(['claim', 'deny', 'assess', 'promise', 'admit', 'reject']);
const TELLS: ReadonlySet<Act> = new Set<Act>(['claim', 'accuse', 'assess', 'admit', 'threaten']);

/** How many words behind "not" its verb may stand. */
const VERB = 5;
/** How many words behind "no" the noun of the deed may stand. */
const NOUN = 4;
/** How many sentences before and behind the other account may stand. */
const BACK = 8;
const AHEAD = 3;

/** What a side says is not so. */
interface Negation {
  readonly at: number;
  readonly clause: Range;
  readonly about: ReadonlySet<string>;
  /** Whose deed it would be. */
  readonly doer: string | null;
}

/** The deeds that words tell of: those that have other words for them in the lexicon. */
function deedsOf(scene: Scene, lexicon: DisputeLexicon, ranges: readonly Range[]): Set<string> {
  const about = aboutOf(scene, lexicon, ranges);
  for (const word of about) if (!lexicon.deeds.has(word)) about.delete(word);
  return about;
}

const cut = (a: Range, b: Range): Range => ({ first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) });

/** What "not" at word `i` says is not so; `null` where it is no deed. */
function negationAt(scene: Scene, { lexicon, grammar }: DisputeTools, i: number): Negation | null {
  const { words, sentences, sentenceOf } = scene;
  const end = Math.min(sentences[sentenceOf[i]!]!.last, i + VERB);
  // "There would be | no | invasion": a noun of a deed, and nobody named who does it.
  if (words[i]!.lower === 'no') {
    if (words[i - 1]?.tag !== 'AUX') return null;
    const clause = clauseOf(scene, i, grammar);
    const about = deedsOf(scene, lexicon, [{ first: i + 1, last: Math.min(clause.last, i + NOUN) }]);
    // Of what others may do it is a forecast, and denies nothing.
    const statement = scene.statements[scene.statementOf[i]!];
    const own = statement?.speaker.party ?? null;
    return about.size > 0 &&
      statement &&
      rangesOf(scene, statement.content).some((r) => names(scene, [cut(clause, r)], own))
      ? { at: i, clause, about, doer: own }
      : null;
  }
  for (let v = i + 1; v < end; v++) {
    const { tag } = words[v]!;
    if (tag === 'PUNCT') return null;
    if (tag !== 'VERB') continue;
    const group = verbGroupAt(scene, v, grammar);
    // "Is not going | to attack": the verb that follows tells the deed.
    if (!group.negated || group.conditional || group.frame !== 'fact') continue;
    const clause = clauseOf(scene, v, grammar);
    const about = deedsOf(scene, lexicon, [{ first: Math.max(clause.first, group.first), last: clause.last }]);
    if (about.size === 0) continue;
    const { subject, agent, passive } = argumentsOf(scene, group, grammar);
    const by = passive ? agent : subject;
    return { at: i, clause, about, doer: by ? scene.resolve(spanOf(scene, by)).party : null };
  }
  return null;
}

/** Whether a clause of the words tells of such a deed and names the side: "Russia's | invasion". */
function tellsOf(
  scene: Scene,
  { lexicon, grammar }: DisputeTools,
  ranges: readonly Range[],
  about: ReadonlySet<string>,
  side: string | null,
): boolean {
  for (const { first, last } of ranges) {
    for (let i = first; i < last; i++) {
      const { lemma, lower } = scene.words[i]!;
      if (!about.has(lexicon.alike.get(lemma) ?? lexicon.alike.get(lower) ?? lemma)) continue;
      const clause = clauseOf(scene, i, grammar);
      if (names(scene, [cut(clause, { first, last })], side)) return true;
    }
  }
  return false;
}

/** What others tell of the deed, as the deed of the same side. */
function toldOf(scene: Scene, tools: DisputeTools, own: number, { at, about, doer }: Negation): Account | null {
  const { statements, sentenceOf } = scene;
  const { name, party } = statements[own]!.speaker;
  const side = doer ?? party;
  let best = -1;
  let most = 0;
  statements.forEach((s, index) => {
    if (index === own || !TELLS.has(s.act)) return;
    if (s.speaker.name === name || (s.speaker.party !== null && s.speaker.party === party)) return;
    const ranges = rangesOf(scene, s.content);
    const first = ranges[0]?.first ?? -1;
    if (first < 0) return;
    const distance = sentenceOf[at]! - sentenceOf[first]!;
    if (distance > BACK || distance < -AHEAD || isNegated(scene, tools.lexicon, ranges)) return;
    // Whoever is blamed right before denies what he is blamed for, in whatever words it is told.
    const blamed = s.act === 'accuse' && distance >= 0 && distance <= 1 && names(scene, ranges, side);
    if (!blamed && !tellsOf(scene, tools, ranges, about, side)) return;
    const score =
      common(about, deedsOf(scene, tools.lexicon, ranges)) + 1 / (1 + Math.abs(distance)) + (blamed ? 1 : 0);
    if (score <= most) return;
    most = score;
    best = index;
  });
  return best >= 0 ? accountOf(scene, best) : null;
}

/** Every place where a side says so. `used` are statements whose dispute is known. */
export function deniedByNot(scene: Scene, tools: DisputeTools, used: ReadonlySet<number>): Pair[] {
  const { statements, statementOf } = scene;
  const found: Pair[] = [];
  const done = new Set(used);
  const deciding = decidingIn(scene, tools.lexicon);
  for (let i = 0; i < scene.words.length; i++) {
    if ((deciding[i]! & DECIDES.negators) === 0) continue;
    const own = statementOf[i]!;
    const statement = statements[own];
    if (!statement || done.has(own) || !SAYS.has(statement.act) || statement.speaker.party === null) continue;
    const negation = negationAt(scene, tools, i);
    if (!negation) continue;
    const account = toldOf(scene, tools, own, negation);
    if (!account) continue;
    done.add(own);
    const content = rangesOf(scene, statement.content).find((r) => r.first <= i && i < r.last) ?? negation.clause;
    const range = cut(negation.clause, content);
    const { name: who, party } = statement.speaker;
    found.push({
      rule: 'interpret/dispute-denied-by-not',
      accounts: [account, accountIn(scene, range, { who, party, statement: own })],
      at: i,
      confidence: 0.6,
    });
  }
  return found;
}
