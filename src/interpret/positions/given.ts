/** The scores that are given to the models and not learned: what the taxonomy and the lexicon say. */
import { type Act, STANCES, type Stance } from '../../record.ts';
import type { PositionLexicon } from './lexicon.ts';
import type { Signs } from './signs.ts';
import type { Unit } from './unit.ts';

/** How much the words around a candidate count for its issue. */
const AROUND = 0.25;

/** The given scores of each issue. */
export function givenIssues(signs: Signs): Float64Array {
  return signs.issues.map((s, i) => s + AROUND * signs.around[i]! + (signs.before?.[i] ?? 0));
}

/** How sure the words must be of an issue to be taken for more likely than none that is listed. */
const NONE = 1;
/** How much a step of the score is worth. */
const SLOPE = 0.8;

/** How sure it is that an issue is the right one, 0 to 1, from the scores of all. */
export function issueShare(scores: Float64Array, issue: number): number {
  let sum = Math.exp(SLOPE * NONE);
  for (const s of scores) if (s > 0) sum += Math.exp(SLOPE * s);
  return scores[issue]! > 0 ? Math.exp(SLOPE * scores[issue]!) / sum : 0;
}

/** What an act says of the stance. */
const BY_ACT: Partial<Record<Act, Partial<Record<Stance, number>>>> = {
  demand: { demands: 3 },
  offer: { offers: 3 },
  promise: { offers: 2.5, demands: 0.5 },
  agree: { accepts: 3, offers: 1 },
  reject: { rejects: 4 },
  threaten: { demands: 2, offers: 1 },
  support: { accepts: 1, offers: 1 },
  accuse: { rejects: 1 },
  claim: { demands: 0.5 },
};

/** How much a predicate of the cue counts beside the act, and one of the content by its place. */
const CUE = 1;
/** The same where no statement has an act, and the reporter's verb alone tells: "offered to hold fire". */
const TOLD = 3.5;
const CONTENT = [1.5, 0.7, 0.4];
/** How much one counts inside what the cue says is accepted, offered or refused. */
const WITHIN = 0.3;
/** How much the holder's own verb counts where the words that report it tell nothing. */
const OWN_VERB = 2;
/** How much the verb counts that begins a piece behind the first: more than the act, which is the first one's. */
const ANEW = 6;

/** How much the announcement that the holder will come counts. */
const COMES = 7;

/** The given scores of each stance, in the order of `STANCES`. */
export function givenStances(unit: Unit, signs: Signs): Float64Array {
  const out = new Float64Array(STANCES.length);
  const add = (stance: Stance | null, much: number): void => {
    const i = stance === null ? -1 : STANCES.indexOf(stance);
    if (i >= 0) out[i] = out[i]! + much;
  };
  for (const [stance, much] of Object.entries(BY_ACT[unit.act ?? 'claim'] ?? {})) add(stance as Stance, much);
  for (const p of signs.cue) add(p.negated ? p.predicate.denied : p.predicate.stance, unit.act === null ? TOLD : CUE);
  // "agreed to resume talks aimed at ending the war": what is agreed to may itself tell of aims.
  const settled = signs.cue.some((p) => p.predicate.tells && !p.negated && p.predicate.stance !== 'demands');
  signs.predicates.slice(0, CONTENT.length).forEach((p, i) => {
    add(p.negated ? p.predicate.denied : p.predicate.stance, CONTENT[i]! * (settled ? WITHIN : 1));
  });
  // "does not rule out talks"
  const [head] = signs.predicates;
  const twice = head?.negated && head.predicate.stance === 'rejects' && head.predicate.denied !== 'rejects';
  if (twice) add('offers', 2);
  else if (signs.verbNegated) add('rejects', 1.5);
  // "refusing to pull back": what the holder does stands first.
  const start = unit.content[0]!.first;
  if (head?.predicate.tells && head.at <= start + 1 && PLAIN.has(unit.act ?? 'claim')) {
    add(head.negated ? head.predicate.denied : head.predicate.stance, 2);
  }
  // "offered to share data but | refuses to let inspectors in": another verb of the holder's own begins the piece.
  if (head?.predicate.tells && head.at === start && head.at === signs.verb && signs.tense !== 'infinitive') {
    add(head.negated ? head.predicate.denied : head.predicate.stance, ANEW);
  }
  // "said it had accepted an invitation": the holder's own verb says what it does, whatever the rest makes of it.
  if (head?.predicate.tells && head.at === signs.verb && signs.subject === 'own' && signs.cue.length === 0) {
    add(head.negated ? head.predicate.denied : head.predicate.stance, OWN_VERB);
  }
  // "the country will send": who announces an act of its own offers it.
  const acts = signs.subject === 'own' || signs.subject === 'first';
  const announces = acts && signs.tense === 'future' && !signs.verbNegated;
  if (unit.act === 'claim' && announces) add('offers', 2);
  // "will come to Lorn for the talks": who comes to what others called accepts it.
  if (announces && head?.at === signs.verb && head.predicate.stance === 'accepts') add('accepts', COMES);
  if (signs.refused) add('rejects', 4);
  return out;
}

/** How likely an act is to state a position, as a score; what hangs on a verb or noun has none. */
const HELD: Partial<Record<Act, number>> = {
  demand: 1.5,
  reject: 1.5,
  offer: 1.5,
  agree: 1.2,
  promise: 0.8,
  threaten: 0.3,
  support: -0.2,
  claim: -0.8,
  assess: -1,
  accuse: -1.8,
  deny: -4,
  admit: -2,
};
/** What a plain claim loses that shows no wish, duty, refusal or promise of the holder's. */
const UNMARKED = 1;
/** Acts that tell no position by themselves. */
export const PLAIN: ReadonlySet<Act> = new Set<Act>(['claim', 'assess', 'support', 'admit', 'accuse', 'deny']);

/** What a deed has, which mostly is no more than that. */
const DEED = -1.2;
/** What a denied predicate loses where its denial is no position. */
const DENIED = 4;
/** What a refusal, promise or threat loses that speaks of something else than the holder: "supplies will change nothing". */
const STRANGE = 1;
const OWNING: ReadonlySet<Act | null> = new Set(['offer', 'reject', 'agree', 'promise', 'threaten']);
/** What a position loses that is only possible, or that the reporter wants to be told. */
const HEDGED = 1.5;

/** Whether the words show a wish, duty, refusal or promise that may be the holder's. */
function isMarked(signs: Signs, mood: (name: string) => boolean): boolean {
  if (mood('obligation') || mood('importance')) return true;
  if (signs.subject === 'other') return false;
  const own = signs.subject === 'first' || signs.subject === 'own';
  if (signs.predicates.some((p, i) => p.predicate.tells && (own || i === 0))) return true;
  return own && (signs.verbNegated || mood('future'));
}

/** The given score of a candidate's being a position: by act, strength of its issue, subject and moods. */
export function givenHeld(unit: Unit, signs: Signs, lexicon: PositionLexicon): number {
  const mood = (name: string): boolean => {
    const at = lexicon.moods.findIndex((m) => m.name === name);
    return at >= 0 && ((signs.moods >> at) & 1) === 1;
  };
  let score = unit.act === null ? 0 : (HELD[unit.act] ?? 0);
  const top = signs.issues.reduce((most, s, i) => Math.max(most, s + (signs.before?.[i] ?? 0)), 0);
  score += top < 2 ? -2 : top < 3 ? -1 : top < 4 ? -0.3 : 0.3;
  const obliged = mood('obligation') || mood('importance');
  if (obliged) score += 0.7;
  const wish = signs.predicates.find((p) => p.predicate.tells);
  if (unit.source === 'statement') {
    if (signs.subject === 'other' && unit.act !== 'demand' && !obliged) score -= 1.5;
    if (signs.subject === 'thing' && OWNING.has(unit.act) && !obliged && !wish) score -= STRANGE;
    if ((signs.subject === 'own' || signs.subject === 'first') && wish) score += 1;
    if (PLAIN.has(unit.act ?? 'claim') && !isMarked(signs, mood)) score -= UNMARKED;
  } else {
    if (unit.source === 'noun') score += unit.listed ? 1.5 : -0.3;
    score += unit.source === 'deed' ? DEED : 0.3;
  }
  if (mood('report') && unit.source === 'statement' && PLAIN.has(unit.act ?? 'claim')) score -= 0.7;
  // "has not demanded", "did not rule out"
  if (signs.cue.some((p) => p.negated && p.predicate.denied === null)) score -= DENIED;
  if (signs.hedged) score -= HEDGED;
  if (mood('question')) score -= 1;
  if (signs.nested) score -= 1.5;
  if (signs.hypothetical) score -= 2;
  // Who speaks of change speaks of a position.
  if (signs.marks.some(({ mark }) => mark.kind === 'movement')) score += 0.7;
  return score;
}
