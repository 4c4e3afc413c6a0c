/** Whom somebody says to have done it: "accused Halvia of shelling", "blamed the strike on the Front". */
import type { Participant } from '../../record.ts';
import { nounPhrasesIn } from '../grammar/chunks.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { type Around, actorOf, argumentsAt } from './participants.ts';
import type { Candidate } from './triggers.ts';

/** How far before the deed the verb of blame may stand. */
const REACH = 26;

/** Whom somebody blames for the deed whose words begin at `at`, after "of" or "for". */
export function blamedFor(around: Around, at: number): Participant | null {
  const { scene, lexicon, grammar } = around;
  const { words } = scene;
  const s = scene.sentences[scene.sentenceOf[at]!]!;
  const before = words[at - 1]?.lower;
  // "accused Halvia of shelling the port and killing nine": what is said of the first deed holds for the second.
  if (words[at - 1]?.tag === 'CCONJ' || before === ',') {
    for (let i = at - 2; i > Math.max(s.first, at - REACH); i--) {
      const { tag, lower } = words[i]!;
      const over = words[i - 1]!.lower;
      if (tag === 'VERB' && lower.endsWith('ing') && lexicon.accusedOf.has(over)) return blamedFor(around, i);
    }
  }
  if (at - 1 < s.first || !lexicon.accusedOf.has(before ?? '')) return null;
  for (let i = at - 2; i >= Math.max(s.first, at - REACH); i--) {
    if (!lexicon.blame.has(words[i]!.lemma)) continue;
    if (verbGroupAt(scene, i, grammar).passive) return actorOf(around, argumentsAt(around, i).subject);
    return actorOf(around, nounPhrasesIn(scene, i + 1, at - 1, grammar)[0] ?? null);
  }
  return null;
}

/** Whom somebody blames for a deed that a noun tells, its phrase beginning at `from`. */
export function blamedByNoun(around: Around, c: Candidate, from: number): Participant | null {
  const by = blamedFor(around, from);
  if (by) return by;
  const { scene, lexicon, grammar } = around;
  const { words } = scene;
  const s = scene.sentences[scene.sentenceOf[c.head]!]!;
  const before = words[from - 1]?.lower ?? '';
  const second = words[from - 2]?.lower ?? '';
  // "The Front claimed responsibility for | the bombing"
  if (
    lexicon.accusedOf.has(before) &&
    lexicon.responsibility.has(second) &&
    lexicon.owning.has(words[from - 3]?.lemma ?? '')
  )
    return from - 3 > s.first ? actorOf(around, argumentsAt(around, from - 3).subject) : null;
  const behind = lexicon.behind.has(before) || (lexicon.accusedOf.has(before) && lexicon.answersFor.has(second));
  if (from - 1 > s.first && behind)
    return actorOf(around, nounPhrasesIn(scene, s.first, from - 1, grammar).at(-1) ?? null);
  for (let i = from - 1; i >= Math.max(s.first, from - 2); i--) {
    if (!lexicon.blame.has(words[i]!.lemma)) continue;
    for (let k = c.last; k < Math.min(s.last, c.last + 12); k++) {
      if (lexicon.blamedOn.has(words[k]!.lower))
        return actorOf(around, nounPhrasesIn(scene, k + 1, s.last, grammar)[0] ?? null);
    }
  }
  return null;
}
