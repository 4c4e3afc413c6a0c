/**
 * Candidates from deeds: a clause whose subject is a party and whose verb is one of offering, refusing, supporting,
 * punishing and the like, though it tells no position by itself: "Halvia suspended certification of the pipeline". They are
 * weaker than others: only where the clause names an issue clearly, and where nothing else tells of the same words.
 */
import { phraseEnd, phrasesOver } from '../../text/phrases.ts';
import { argumentsOf } from '../grammar/arguments.ts';
import type { Frame } from '../grammar/lexicon.ts';
import { type VerbGroup, verbGroupAt } from '../grammar/verb-group.ts';
import { type Range, type Scene, spanOf } from '../scene.ts';
import { addIssueScores } from './issues.ts';
import { partyAt } from './referents.ts';
import { complement, holdersIn, tellerOf } from './told.ts';
import { hullOf, type Unit, type UnitResources } from './unit.ts';

/** From this score on a clause names an issue clearly. */
const CLEAR = 3;
/** A sentence with more words is a list or a page's menu. */
const LONGEST = 120;

/** What somebody may or must do is not done, nor announced. */
const UNDONE: ReadonlySet<Frame> = new Set(['possible', 'obligation']);

/** Whether a sentence names a party, and an issue clearly. */
function isAbout(scene: Scene, { first, last }: Range, { taxonomy }: UnitResources, scores: Float64Array): boolean {
  const over = phrasesOver(scene.words, taxonomy.index);
  let named = false;
  let party = false;
  for (let i = first; i < last && !(named && party); i++) {
    named ||= (over[i]?.length ?? 0) > 0;
    party ||= scene.mentionOf[i]! >= 0 && partyAt(scene, i) !== null;
  }
  return named && party && isClear(scene, { first, last }, { taxonomy }, scores);
}

function isClear(
  scene: Scene,
  { first, last }: Range,
  { taxonomy }: Pick<UnitResources, 'taxonomy'>,
  scores: Float64Array,
): boolean {
  scores.fill(0);
  addIssueScores(scene, first, last, taxonomy, scores);
  return scores.some((s) => s >= CLEAR);
}

/** Whether a verb of the lexicon begins at a word, whatever it tells by itself. */
const isKnown = ({ words }: Scene, at: number, last: number, { lexicon }: UnitResources): boolean =>
  (phrasesOver(words, lexicon.index)[at] ?? []).some(
    (phrase) =>
      phrase.value.kind === 'predicate' && phrase.value.class === 'verb' && phraseEnd(words, at, last, phrase) >= 0,
  );

/** Whether what stands there is told as a deed, and not as what may, must or is asked to be. */
function isDeed(scene: Scene, at: number, { conditional, frame }: VerbGroup): boolean {
  if (conditional || UNDONE.has(frame) || scene.cueOf[at]! >= 0) return false;
  // "demands that Maravet lift the blockade"
  return scene.statements[scene.statementOf[at]!]?.act !== 'demand';
}

/** The candidates that hang on such verbs, in order; none that shares words with one already `found` of the same holder. */
export function actedUnits(scene: Scene, resources: UnitResources, found: readonly Unit[]): Unit[] {
  const { words, sentences } = scene;
  const { grammar } = resources;
  const out: Unit[] = [];
  const scores = new Float64Array(resources.taxonomy.issues.length);
  const isTaken = (holder: string, { first, last }: Range): boolean =>
    [found, out].some((units) =>
      units.some((unit) => {
        const hull = hullOf(unit);
        return unit.holder === holder && hull.first < last && first < hull.last;
      }),
    );
  for (const sentence of sentences) {
    const { first, last } = sentence;
    if (last - first > LONGEST || !isAbout(scene, sentence, resources, scores)) continue;
    for (let at = first; at < last; at++) {
      if (words[at]!.tag !== 'VERB' || !isKnown(scene, at, last, resources)) continue;
      const group = verbGroupAt(scene, at, grammar);
      if (!isDeed(scene, at, group)) continue;
      const { subject, agent, passive } = argumentsOf(scene, group, grammar);
      const doer = passive ? agent : subject;
      if (!doer || !(group.finite || passive)) continue;
      const holders = holdersIn(scene, doer, passive ? doer.last + 6 : group.first, true);
      if (holders.length === 0) continue;
      const end = Math.max(group.last, complement(scene, { first: at, last: at + 1 }, resources)?.last ?? 0);
      const content =
        passive && subject
          ? { first: Math.min(subject.first, at), last: Math.max(group.last, end) }
          : { first: group.first, last: end };
      if (!isClear(scene, content, resources, scores)) continue;
      for (const { party, phrase } of holders) {
        const teller = tellerOf(scene, at, party);
        if (!teller || isTaken(party, content)) continue;
        const [voice, by, statement] = teller;
        const holderSpan = spanOf(scene, phrase);
        out.push({
          holder: party,
          holderSpan,
          content: [content],
          cue: null,
          source: 'deed',
          voice,
          by,
          statement,
          act: null,
          form: null,
          listed: false,
        });
      }
    }
  }
  return out;
}
