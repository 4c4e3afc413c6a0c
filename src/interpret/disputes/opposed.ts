/** Two sides that tell the same thing otherwise without denying anything. */
import type { Statement } from '../../record.ts';
import { longestAt } from '../phrases.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { aboutOf, accountOf, common, names, rangesOf } from './account.ts';
import { isNegated } from './accused.ts';
import type { DisputeTools, Pair } from './denials.ts';
import type { DisputeLexicon } from './lexicon.ts';

/** How many sentences may lie between two accusations. */
const NEAR = 5;
/** How many statements ahead the other side's answer is looked for. */
const AHEAD = 8;
/** How many words behind a word of doubt say what is doubted. */
const DOUBTED = 3;

const TELLS: ReadonlySet<string> = new Set(['claim', 'accuse', 'assess', 'admit']);

/** A statement as it is compared: who gives it, its words, where it stands. */
interface Told {
  readonly index: number;
  readonly statement: Statement;
  readonly ranges: readonly Range[];
  readonly sentence: number;
}

function toldBy(scene: Scene): Told[] {
  return scene.statements.flatMap((statement, index) => {
    const ranges = rangesOf(scene, statement.content);
    const first = ranges[0];
    if (!first || first.last <= first.first || !TELLS.has(statement.act) || statement.speaker.party === null) return [];
    return [{ index, statement, ranges, sentence: scene.sentenceOf[first.first]! }];
  });
}

/** Whether a word that sets two accounts against each other stands between them, in one sentence: "..., while Maravet says". */
function isSetAgainst({ words, sentences }: Scene, { against, heads }: DisputeLexicon, a: Told, b: Told): boolean {
  if (a.sentence !== b.sentence) return false;
  if (heads.has(words[sentences[a.sentence]!.first]!.lower)) return true;
  const from = Math.max(...a.ranges.map((r) => r.last));
  const to = b.ranges[0]!.first;
  for (let i = from; i < to; i++) if (against.has(words[i]!.lower)) return true;
  return false;
}

/** What a content begins with, as far as it stands for the same in another: a pronoun, or the name of its subject. */
function subjectOf({ words, mentions, mentionOf }: Scene, { ranges }: Told): string | null {
  const { first } = ranges[0]!;
  const at = words[first]!.lower === 'that' || words[first]!.tag === 'DET' ? first + 1 : first;
  const word = words[at];
  if (!word) return null;
  if (word.tag === 'PRON') return word.lower;
  return mentions[mentionOf[at]!]?.referent ?? (word.tag === 'NOUN' ? word.lower : null);
}

/** Whether words doubt something that the other account names: "the so-called rounds". */
function doubts(scene: Scene, lexicon: DisputeLexicon, b: Told, a: Told): boolean {
  const { words } = scene;
  for (const { first, last } of b.ranges) {
    for (let i = first; i < last - 1; i++) {
      const doubt = longestAt(lexicon.doubted, words, i, last);
      if (!doubt) continue;
      const about = aboutOf(scene, lexicon, [{ first: doubt.end, last: Math.min(last, doubt.end + DOUBTED) }]);
      if (common(about, aboutOf(scene, lexicon, a.ranges)) > 0) return true;
    }
  }
  return false;
}

/** How many sentences may lie between two that say who did one thing. */
const ADJACENT = 1;

/** Whether an account says who did something: by a word of blame over it, or one for its cause. A condemnation does not. */
function blames(scene: Scene, { blaming }: DisputeLexicon, told: Told): boolean {
  return [cueOf(scene, told), ...told.ranges].some(({ first, last }) => {
    for (let i = first; i < last; i++) if (longestAt(blaming, scene.words, i, last)) return true;
    return false;
  });
}

/** The sides that an account names; those under arms who belong to no state count as one: "Halvian rebels". */
function sidesIn(
  { words, mentions, mentionOf, referents }: Scene,
  { irregulars }: DisputeLexicon,
  { ranges }: Told,
): Set<string> {
  const sides = new Set<string>();
  for (const { first, last } of ranges)
    for (let i = first; i < last; i++) {
      if (irregulars.has(words[i]!.lemma)) sides.add(IRREGULARS);
      const mention = mentions[mentionOf[i]!];
      const party = referents.get(mention?.referent ?? '')?.party;
      if (!mention || !party || mention.form === 'pronoun') continue;
      const noun = words.slice(i, Math.max(mention.last, i + 2)).some((w) => irregulars.has(w.lemma));
      if (!noun) sides.add(party);
    }
  return sides;
}

/** Stands for all of them; no name of a party is an empty word. */
const IRREGULARS = '';

/** Words before the noun of one deed that is told of: "the | chemical attack". */
function isOne({ words }: Scene, { alike, deeds, definite }: DisputeLexicon, { ranges }: Told): boolean {
  return ranges.some(({ first, last }) => {
    for (let i = first + 1; i < last; i++) {
      const { lemma, lower, tag } = words[i]!;
      if (tag !== 'NOUN' || !deeds.has(alike.get(lemma) ?? alike.get(lower) ?? lemma)) continue;
      let k = i - 1;
      while (k > first && (words[k]!.tag === 'ADJ' || words[k]!.tag === 'NOUN' || words[k]!.tag === 'PROPN')) k--;
      if (definite.has(words[k]!.lower)) return true;
    }
    return false;
  });
}

/**
 * Whether two sides say, one right behind the other, of one deed that others did it: "Halvia blamed the Front for the
 * blast. The Front says that Halvian gunners were behind it."
 */
function blameOthers(scene: Scene, lexicon: DisputeLexicon, a: Told, b: Told): boolean {
  if (b.sentence - a.sentence > ADJACENT || !blames(scene, lexicon, a) || !blames(scene, lexicon, b)) return false;
  if (!isOne(scene, lexicon, a) && !isOne(scene, lexicon, b)) return false;
  if (isNegated(scene, lexicon, a.ranges) || isNegated(scene, lexicon, b.ranges)) return false;
  const other = aboutOf(scene, lexicon, b.ranges);
  if (![...aboutOf(scene, lexicon, a.ranges)].some((word) => lexicon.deeds.has(word) && other.has(word))) return false;
  const [x, y] = [sidesIn(scene, lexicon, a), sidesIn(scene, lexicon, b)];
  return x.size > 0 && y.size > 0 && ([...y].some((side) => !x.has(side)) || [...x].some((side) => !y.has(side)));
}

/** Accounts of two sides that are set against each other, doubt each other, or blame each other. */
export function opposedAccounts(scene: Scene, { lexicon }: DisputeTools): Pair[] {
  const told = toldBy(scene);
  const found: Pair[] = [];
  const used = new Set<number>();
  told.forEach((a, i) => {
    for (const b of told.slice(i + 1, i + 1 + AHEAD)) {
      if (b.sentence - a.sentence > NEAR) break;
      if (a.statement.speaker.party === b.statement.speaker.party || used.has(b.index)) continue;
      // One told within the other is a part of it.
      if (a.ranges.some((r) => b.ranges.some((t) => r.first < t.last && t.first < r.last))) continue;
      const mutual =
        a.statement.act === 'accuse' &&
        b.statement.act === 'accuse' &&
        names(scene, [...a.ranges, cueOf(scene, a)], b.statement.speaker.party) &&
        names(scene, [...b.ranges, cueOf(scene, b)], a.statement.speaker.party);
      const shared = common(aboutOf(scene, lexicon, a.ranges), aboutOf(scene, lexicon, b.ranges));
      const subject = subjectOf(scene, a);
      // Two who accuse a third of the same do not contradict each other.
      const alike = a.statement.act === 'accuse' && b.statement.act === 'accuse';
      const parallel =
        !alike &&
        isSetAgainst(scene, lexicon, a, b) &&
        (shared > 0 || (subject !== null && subject === subjectOf(scene, b)));
      if (!(mutual && shared > 0) && !parallel && !blameOthers(scene, lexicon, a, b) && !doubts(scene, lexicon, b, a))
        continue;
      used.add(b.index);
      found.push({
        rule: 'interpret/dispute-opposed',
        accounts: [accountOf(scene, a.index), accountOf(scene, b.index)],
        at: b.ranges[0]!.first,
        confidence: 0.6,
      });
      break;
    }
  });
  return found;
}

const cueOf = (scene: Scene, { statement }: Told): Range =>
  statement.cue ? rangeOf(scene, statement.cue) : { first: 0, last: 0 };
