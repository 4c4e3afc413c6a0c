/** The account that a denial or rival account is about, among what the report has told around it. */
import type { Act, Event } from '../../record.ts';
import { clauseOf } from '../grammar/clauses.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { type Account, aboutOf, accountIn, accountOf, common, names, rangesOf } from './account.ts';
import type { DisputeLexicon } from './lexicon.ts';

/** How many sentences before and behind a denial the denied account may stand. */
const BACK = 10;
const AHEAD = 3;
/** How many sentences back "these accusations" may point. */
const POINTS = 6;
/** How many sentences back an accusation is taken for the one denied, whatever its words. */
const NEAR = 4;
/** What an account must score to be taken for the denied one. */
const ENOUGH = 3;

/** Acts by which somebody tells something as so. */
const TELLS: ReadonlySet<Act> = new Set<Act>(['claim', 'accuse', 'assess', 'admit', 'threaten']);

export interface Contested {
  /** Who contests it. */
  readonly who: string | null;
  readonly party: string | null;
  /** The words that say what is contested. */
  readonly ranges: readonly Range[];
  /** The word that contests it. */
  readonly at: number;
  /** Whether the words only point to an account told before: "these accusations". */
  readonly pointing: boolean;
  /** Whether they call it an accusation, which somebody has then made. */
  readonly accusation: boolean;
  /** Statements that are the contesting side's own. */
  readonly own: ReadonlySet<number>;
}

/** Whether any word of the ranges says "not". */
export const isNegated = ({ words }: Scene, { negators }: DisputeLexicon, ranges: readonly Range[]): boolean =>
  ranges.some(({ first, last }) => words.slice(first, last).some((w) => negators.has(w.lower)));

/** Whether a word stands between two of a sentence that sets the one against the other: ", while". */
const isSetAgainst = ({ words }: Scene, { against }: DisputeLexicon, from: number, to: number): boolean =>
  words.slice(from, to).some((w) => against.has(w.lower));

/** Of the report's statements, the account that is contested; `null` where none fits. */
export function accusedIn(scene: Scene, lexicon: DisputeLexicon, contested: Contested): Account | null {
  const { statements, sentenceOf } = scene;
  const about = aboutOf(scene, lexicon, contested.ranges);
  const at = sentenceOf[contested.at]!;
  let best = -1;
  let most = ENOUGH;
  const fits: { index: number; score: number; shared: number }[] = [];
  statements.forEach((s, index) => {
    if (contested.own.has(index) || !TELLS.has(s.act)) return;
    if (s.speaker.party !== null && s.speaker.party === contested.party) return;
    if (s.speaker.name !== null && s.speaker.name === contested.who) return;
    const ranges = rangesOf(scene, s.content);
    const sentence = sentenceOf[ranges[0]?.first ?? -1];
    if (sentence === undefined) return;
    const distance = at - sentence;
    if (distance > BACK || distance < -AHEAD) return;
    const shared = common(about, aboutOf(scene, lexicon, ranges));
    const named = names(scene, ranges, contested.party);
    const behind = (ranges[0]?.first ?? 0) > contested.at;
    // "Maravet denies arming the Front, while the monitors say that Maravetian guns have reached it": right behind, of the side.
    const answers = behind && distance >= -1 && named && s.act === 'claim' && !isNegated(scene, lexicon, ranges);
    const against = answers && distance === 0 && isSetAgainst(scene, lexicon, contested.at, ranges[0]!.first);
    if (behind && !against && (contested.pointing || shared < (answers ? 1 : 2) || (s.act !== 'accuse' && !answers)))
      return;
    // "Denied these accusations": the last one made, or else the account told right before.
    const blames = contested.accusation && s.act === 'accuse';
    const pointed = contested.pointing && distance <= (blames ? POINTS : 1);
    if (!named && shared === 0 && !pointed) return;
    // What stands far off must be about more than one thing of it.
    if (Math.abs(distance) > NEAR && shared < 2 && !blames) return;
    let score = Math.min(shared, 3) * 1.2 + (named ? 1.5 : 0) + 1 / (1 + Math.abs(distance));
    if (s.act === 'accuse') score += blames || named ? 2 : 1;
    if (distance === 0) score += 1;
    if (against) score += 2;
    if (pointed) score += distance <= 1 ? 3 : 1.5;
    // A heading only shortens what the body tells.
    const kind = scene.blocks[scene.sentences[sentence]!.block]?.kind;
    if (kind === 'title' || kind === 'heading') score -= 2;
    // Words of its own say what is denied: an account of something else is not it.
    if (!contested.pointing && shared === 0) score -= named && s.act === 'accuse' && distance <= NEAR ? 0.4 : 1.5;
    fits.push({ index, score, shared });
    if (score <= most) return;
    most = score;
    best = index;
  });
  if (best < 0) return null;
  const account = runOf(scene, best, contested);
  // The same side tells it elsewhere in much the same words.
  const again = fits.filter(
    (f) =>
      f.index !== best &&
      f.score >= ENOUGH &&
      f.shared > 0 &&
      statements[f.index]!.speaker.name === account.who &&
      account.who !== null,
  );
  return { ...account, content: [...account.content, ...again.flatMap((f) => statements[f.index]!.content)] };
}

/**
 * The account of a statement. Where a denial only points ("denied it") and the same side has spoken in the sentence before
 * too, both: "Halvia said that two boats were turned back. It had seen their logs. Maravet denied it."
 */
function runOf(scene: Scene, index: number, { pointing, accusation, own }: Contested): Account {
  const account = accountOf(scene, index);
  const first = scene.statements[index]!.content[0];
  if (!pointing || accusation || !first) return account;
  const at = scene.sentenceOf[rangeOf(scene, first).first]!;
  const before = scene.statements.findLastIndex(({ speaker, act, content }, i) => {
    if (i >= index || own.has(i) || !TELLS.has(act) || !content[0]) return false;
    const same = speaker.party !== null ? speaker.party === account.party : speaker.name === account.who;
    return same && account.who !== null && at - scene.sentenceOf[rangeOf(scene, content[0]).first]! === 1;
  });
  if (before < 0) return account;
  const earlier = accountOf(scene, before);
  return { ...earlier, content: [...earlier.content, ...account.content] };
}

/** How many sentences back a deed that nobody is named for may be told to be the one denied. */
const NOBODYS = 3;

/**
 * The reporter's own account, or anybody's, of an event that the contesting side is said to have done, or that nobody is
 * named for: "Nine were killed in shelling, the mayor said. Halvia denied firing on the town."
 */
export function doneBy(
  scene: Scene,
  lexicon: DisputeLexicon,
  events: readonly Event[],
  contested: Contested,
): Account | null {
  const { statements, statementOf, sentenceOf } = scene;
  const about = aboutOf(scene, lexicon, contested.ranges);
  const side = contested.party ?? contested.who;
  if (side === null || about.size === 0) return null;
  let best: Account | null = null;
  let most = 0;
  for (const { actor, evidence } of events) {
    if (actor !== null && actor !== side) continue;
    for (const span of evidence) {
      const range = rangeOf(scene, span);
      const distance = sentenceOf[contested.at]! - sentenceOf[range.first]!;
      // Words of the denial itself are no account of another.
      if (distance <= 0 || distance > (actor === null ? NOBODYS : BACK)) continue;
      const statement = statementOf[range.first]!;
      if (contested.own.has(statement)) continue;
      const score = common(about, aboutOf(scene, lexicon, [range])) + 1 / (1 + distance);
      if (score < 1 || score <= most) continue;
      most = score;
      const { name: who, party } = statements[statement]?.speaker ?? { name: null, party: null };
      best = { who, party, content: [span], statement };
    }
  }
  return best;
}

/** Whether a statement of the party is given in the words. */
function isOwn({ statements, statementOf, cueOf }: Scene, { first, last }: Range, party: string): boolean {
  for (let i = first; i < last; i++) {
    if (statements[statementOf[i]!]?.speaker.party === party || statements[cueOf[i]!]?.speaker.party === party)
      return true;
  }
  return false;
}

/** How many sentences back the reporter's own words may tell what is contested. */
const TOLD_BACK = 4;

/** The reporter's own words, near before, that tell of the contesting side what it contests: "a Halvian attack could come". */
export function toldBefore(
  scene: Scene,
  lexicon: DisputeLexicon,
  grammar: Grammar,
  { party, ranges, at }: Contested,
): Account | null {
  const about = aboutOf(scene, lexicon, ranges);
  if (party === null || about.size === 0) return null;
  const { words, sentences, sentenceOf } = scene;
  for (let s = sentenceOf[at]! - 1; s >= Math.max(0, sentenceOf[at]! - TOLD_BACK); s--) {
    const sentence = sentences[s]!;
    if (!names(scene, [sentence], party)) continue;
    for (let i = sentence.first; i < sentence.last; i++) {
      const { lemma, lower, tag } = words[i]!;
      if (
        (tag !== 'NOUN' && tag !== 'VERB') ||
        !about.has(lexicon.alike.get(lemma) ?? lexicon.alike.get(lower) ?? lemma)
      )
        continue;
      const clause = clauseOf(scene, i, grammar);
      // What the side itself says is no account against it.
      if (isOwn(scene, clause, party)) continue;
      if (names(scene, [clause], party)) return accountIn(scene, clause, { who: null, party: null, statement: -1 });
    }
  }
  return null;
}
