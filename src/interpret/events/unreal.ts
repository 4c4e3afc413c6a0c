/** What the words themselves say was not, is only imagined, or stands under a condition. */
import { negatedNoun } from '../grammar/hedges.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import type { Scene } from '../scene.ts';
import type { EventLexicon } from './lexicon.ts';
import { isAttributive, phraseStart } from './signs.ts';
import type { Candidate } from './triggers.ts';

/** How far behind a noun its verb is looked for, and how far before a verb the word that opens its clause. */
const VERB_REACH = 6;
const OPENER_REACH = 12;

/** Whether a trigger is only a part of a joined word: "UK-supplied", "war-torn", "closed-door". */
function isJoined({ words }: Scene, c: Candidate): boolean {
  const before = words[c.first - 1];
  const after = words[c.last];
  const joins = (i: number): boolean => /^[-–]$/.test(words[i]?.text ?? '') && words[i]?.spaced === false;
  if (after && joins(c.last) && words[c.last + 1]?.spaced === false) return true;
  return c.kind === 'verb' && before !== undefined && joins(c.first - 1) && words[c.first]!.spaced === false;
}

/** Whether a noun is the subject of a verb that says only that it may come: "an attack could occur". */
function mayOccur(scene: Scene, c: Candidate, lexicon: EventLexicon, grammar: Grammar): boolean {
  const { last } = scene.sentences[scene.sentenceOf[c.head]!]!;
  for (let i = c.last; i < Math.min(last, c.last + VERB_REACH); i++) {
    const { tag, lemma, text } = scene.words[i]!;
    if (tag === 'PUNCT' || text === ',') return false;
    if (tag !== 'VERB' && !(tag === 'AUX' && lemma === 'be')) continue;
    const { frame } = verbGroupAt(scene, i, grammar);
    return lexicon.occurs.has(lemma) && (frame === 'possible' || frame === 'would');
  }
  return false;
}

/** Whether the clause of a verb of the present is what something else waits for: "once Halvia has withdrawn", "until". */
function isAwaited({ words, sentences, sentenceOf }: Scene, at: number, lexicon: EventLexicon): boolean {
  const { first } = sentences[sentenceOf[at]!]!;
  for (let i = at - 1; i >= Math.max(first, at - OPENER_REACH); i--) {
    const { lower, tag } = words[i]!;
    if (lexicon.awaiting.has(lower)) return true;
    if (tag === 'VERB' || lower === ',' || lower === 'that') return false;
  }
  return false;
}

/** Whether the words themselves say that it was not so, or only that it would be under a condition. */
export function isDenied(scene: Scene, c: Candidate, lexicon: EventLexicon, grammar: Grammar): boolean {
  if (isJoined(scene, c)) return true;
  if (c.kind === 'noun') {
    // "a strike on a concentration of troops" tells of the strike alone.
    if (c.family.people === 'moved') {
      const from = phraseStart(scene.words, c.first, scene.sentences[scene.sentenceOf[c.head]!]!.first);
      if (lexicon.aimed.has(scene.words[from - 1]?.lower ?? '')) return true;
    }
    return negatedNoun(scene, c.head, grammar) !== null || mayOccur(scene, c, lexicon, grammar);
  }
  const group = verbGroupAt(scene, c.first, grammar);
  const { negated, conditional, tense, frame, governor, finite } = group;
  if (negated || conditional) return true;
  // "the occupied regions": territory merely held.
  if (c.family.people === 'held' && isAttributive(scene.words, c, group)) return true;
  // "offered to stop boarding ships": the boarding is what ends.
  if (!finite && governor !== null && lexicon.ending.has(scene.words[governor]!.lemma)) return true;
  if (tense === 'present' && isAwaited(scene, group.first, lexicon)) return true;
  if (tense !== 'future' && frame !== 'would') return false;
  // "will strike if the talks fail"
  const { last } = scene.sentences[scene.sentenceOf[c.head]!]!;
  for (let i = c.last; i < last; i++) if (grammar.conditionals.has(scene.words[i]!.lower)) return true;
  return false;
}
