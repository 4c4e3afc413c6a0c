/** Words of events that mean something else where they stand: by what they are done to, as habits, or as mishaps. */
import { EVENT_TYPES, type EventType } from '../../record.ts';
import type { VerbGroup } from '../grammar/verb-group.ts';
import type { Scene } from '../scene.ts';
import type { EventLexicon } from './lexicon.ts';
import { type Around, argumentsAt } from './participants.ts';
import { phraseStart } from './signs.ts';
import { type Candidate, setsOf } from './triggers.ts';

const numberOf = (type: EventType): number => EVENT_TYPES.indexOf(type);

/**
 * The type that the object alone decides: ships that are seized are held, without a fight for ground; ports, markets and airspace closed
 * to somebody are cut trade, and so is a ban on them. `null` where it decides nothing.
 */
export function typeOfObject(around: Around, c: Candidate): number | null {
  const { scene, lexicon } = around;
  const { words } = scene;
  const { name } = c.family;
  if (name === 'closure' && c.kind === 'noun') {
    const kind = words[c.first - 1];
    const isOf = kind?.tag === 'NOUN' && (setsOf(kind, lexicon) & lexicon.doors) !== 0;
    return isOf ? numberOf('SANCTION') : null;
  }
  if (c.kind !== 'verb' || (name !== 'closure' && name !== 'capture')) return null;
  const { subject, object: own, passive } = argumentsAt(around, c.first);
  const object = passive ? subject : own;
  if (object === null) return null;
  let bits = 0;
  for (let i = object.first; i < object.last; i++) bits |= setsOf(words[i]!, lexicon);
  if (name === 'capture') return (bits & lexicon.vessels) === 0 ? null : numberOf('COERCE');
  const closedTo = words[Math.max(object.last, c.last)]?.lower === 'to';
  return closedTo && (bits & lexicon.doors) !== 0 ? numberOf('SANCTION') : null;
}

/** Whether what is taken is carried or led somewhere: "had taken ships past the Point". */
export function isCarried(around: Around, c: Candidate): boolean {
  if (c.family.name !== 'take-ground') return false;
  const { object } = argumentsAt(around, c.first);
  return object !== null && around.lexicon.paths.has(around.scene.words[object.last]?.lower ?? '');
}

/** Whether a sentence says of any such thing what it is: "A truce with a gun on the table is not a truce." */
export function isAnySuch({ words, sentences, sentenceOf }: Scene, c: Candidate, lexicon: EventLexicon): boolean {
  const { first, last } = sentences[sentenceOf[c.head]!]!;
  const from = phraseStart(words, c.first, first);
  const opens = from === first || (from === first + 1 && words[first]!.tag === 'PUNCT');
  if (!opens || !lexicon.anySuch.has(words[from]!.lower)) return false;
  const verb = words.slice(c.last, last).find(({ tag }) => tag === 'VERB' || tag === 'AUX');
  return verb !== undefined && verb.lemma === 'be' && lexicon.being.has(verb.lower);
}

/** How far before a verb the word that opens its clause may stand. */
const CLAUSE = 8;

/** Whether a clause says during what something else is done: "while the ports were closed". */
export function isDuring({ words, sentences, sentenceOf }: Scene, at: number, { during }: EventLexicon): boolean {
  const { first } = sentences[sentenceOf[at]!]!;
  for (let i = at - 1; i >= Math.max(first, at - CLAUSE); i--) {
    const { lower, tag } = words[i]!;
    if (during.has(lower)) return true;
    if (tag === 'VERB' || lower === ',') return false;
  }
  return false;
}

/** "Which used to send a boat every ten days": a habit that is over, nothing that happened on a day. */
export function isHabit({ words }: Scene, { first, governor }: VerbGroup, { habits }: EventLexicon): boolean {
  if (governor === null || !habits.has(words[governor]!.lower) || words[first]!.lower !== 'to') return false;
  // "Missiles were used to strike the port."
  return words[governor - 1]?.tag !== 'AUX';
}

/**
 * Whether people were hurt by a fire, a crash or another mishap, of which nobody is said to have done it: the sentence or the one
 * before it tells of one, and neither of anything armed.
 */
export function isOfMishap({ words, sentences, sentenceOf }: Scene, c: Candidate, lexicon: EventLexicon): boolean {
  if (c.family.scale !== 'harm') return false;
  const at = sentenceOf[c.head]!;
  const own = sentences[at]!;
  const before = sentences[at - 1];
  const from = before?.block === own.block ? before.first : own.first;
  let told = false;
  for (let i = from; i < own.last; i++) {
    const { lower } = words[i]!;
    if (
      lexicon.mishaps.has(lower) ||
      (lexicon.outbreaks.has(words[i + 1]?.lower ?? '') && isMeans(words[i]!, lexicon))
    ) {
      told = true;
      continue;
    }
    if (isMeans(words[i]!, lexicon) || isAttack(lower, lexicon)) return false;
  }
  return told;
}

const isMeans = (word: Scene['words'][number], lexicon: EventLexicon): boolean =>
  (setsOf(word, lexicon) & lexicon.means) !== 0;

/** Whether a word may tell of an attack itself, and not only of those whom one hurt. */
const isAttack = (lower: string, { nouns, verbs }: EventLexicon): boolean =>
  [...(nouns.get(lower) ?? []), ...(verbs.get(lower) ?? [])].some(
    ({ family }) => family.types[0] === 0 && family.scale !== 'harm' && family.weight >= ATTACK,
  );

/** From this weight on a word speaks for an attack without a second one beside it. */
const ATTACK = 0.5;
