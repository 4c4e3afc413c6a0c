/** A verb with its auxiliaries: its tense, and how what it says stands to fact. */
import type { Word } from '../../record.ts';
import type { Range, Scene } from '../scene.ts';
import { sentenceAt } from './chunks.ts';
import { conditionalAt } from './conditions.ts';
import { frameOver } from './frames.ts';
import { keptBy } from './kept.ts';
import type { Frame, Grammar, GrammarLexicon } from './lexicon.ts';
import { isParticiple } from './participle.ts';

export interface VerbGroup extends Range {
  /** The word index of the verb itself; auxiliaries, "to" and denials stand before it in the range. */
  readonly head: number;
  /** Whether it is the verb of a clause of its own: not "to sign", "signing", "signed by". */
  readonly finite: boolean;
  /** `null` where it is not finite. "is to", "is going to", "is set to" are future. */
  readonly tense: 'past' | 'present' | 'future' | null;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  /** Denied by itself, or by the verb over it: both "agreed not to sign" and "did not agree to sign". */
  readonly negated: boolean;
  readonly frame: Frame;
  /** Inside a clause of "if", "unless", "whether", "in case", or "should Halvia accept". */
  readonly conditional: boolean;
  /** The verb, noun or adjective over it: "refused | to sign", "strikes | carried out"; `null` where none is. */
  readonly governor: number | null;
}

const isVerb = (w: Word | undefined): boolean => w?.tag === 'VERB' || w?.tag === 'AUX';
const isComma = (w: Word | undefined): boolean => w?.text === ',';

/** What stands before a verb and belongs to it. */
export interface Auxiliaries {
  readonly first: number;
  /** Indices of auxiliaries and modals, nearest the verb first. */
  readonly chain: readonly number[];
  /** "to" right before the verb (adverbs passed over), else -1. */
  readonly to: number;
  readonly negated: boolean;
}

const isAuxiliary = (w: Word, g: GrammarLexicon): boolean =>
  g.be.has(w.lower) || g.have.has(w.lower) || g.do.has(w.lower) || g.modals.has(w.lower);

const isBare = ({ lower }: Word): boolean =>
  lower === 'be' || lower === 'have' || lower === 'been' || lower === 'being';

/** Collects the auxiliaries before word `verb`, reaching back to `floor`. */
export function auxiliariesOf(words: readonly Word[], verb: number, floor: number, g: GrammarLexicon): Auxiliaries {
  const chain: number[] = [];
  let first = verb;
  let to = -1;
  let negated = false;
  for (let i = verb - 1; i >= floor; i--) {
    const w = words[i]!;
    if (g.negations.has(w.lower)) negated = true;
    // "To be withdrawn", "to have left": nothing but "be" and "have" may stand between.
    else if (w.lower === 'to' && to < 0 && chain.every((k) => isBare(words[k]!))) to = i;
    else if (w.lower === 'longer' && words[i - 1]?.lower === 'no') negated = true;
    else if (w.lower === 'no' && words[i + 1]?.lower === 'longer') negated = true;
    else if (isAuxiliary(w, g) && to < 0 && w.tag !== 'NOUN' && !(w.text.length < 3 && w.tag === 'PART')) chain.push(i);
    else if (
      g.get.has(w.lower) &&
      chain.length === 0 &&
      to < 0 &&
      isVerb(w) &&
      /(?:ed|en|t)$/u.test(words[verb]!.lower)
    )
      chain.push(i);
    else if (w.tag === 'ADV' || (isComma(w) && isAside(words, i, floor, g))) continue;
    else break;
    // Adverbs count only where something of the verb's stands before them.
    first = i;
  }
  return { first, chain, to, negated };
}

/** A comma behind one adverb set off by commas: "has, however, refused". */
const isAside = (words: readonly Word[], i: number, floor: number, g: GrammarLexicon): boolean =>
  (i - 2 >= floor && words[i - 1]!.tag === 'ADV' && isComma(words[i - 2])) ||
  (words[i + 1]?.tag === 'ADV' && isComma(words[i + 2]) && i - 1 >= floor && isAuxiliary(words[i - 1]!, g));

/** The verb before this one that it shares its auxiliaries with: "will meet Voss and | sign"; -1 for none. */
function sharedWith(words: readonly Word[], verb: number, floor: number, g: GrammarLexicon): number {
  let i = verb - 1;
  while (i >= floor && words[i]!.tag === 'ADV') i--;
  const joint = words[i];
  if (!joint || i < floor || !(g.coordinators.has(joint.lower) || isComma(joint))) return -1;
  const base = words[verb]!.lemma === words[verb]!.lower;
  for (let j = i - 1; j >= floor; j--) {
    const w = words[j]!;
    if (w.text === ';' || w.text === ':') return -1;
    if (w.tag === 'VERB') {
      if (w.lower.endsWith('ing') !== words[verb]!.lower.endsWith('ing')) continue;
      return (w.lemma === w.lower) === base ? j : -1;
    }
  }
  return -1;
}

/** Whether an object follows right behind: the verb is then no passive. */
const objectFollows = (words: readonly Word[], verb: number, last: number): boolean => {
  const next = verb + 1 < last ? words[verb + 1]! : undefined;
  return next !== undefined && ['DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ'].includes(next.tag);
};

/** By the verb's word. */
const groupsKept = keptBy<number, VerbGroup>();

/** The group of the verb at word `verb`. Pure; linear in the sentence. */
export function verbGroupAt(scene: Scene, verb: number, g: Grammar): VerbGroup {
  const groups = groupsKept(scene, g);
  let group = groups.get(verb);
  if (!group) {
    group = groupAt(scene, verb, g, 0);
    groups.set(verb, group);
  }
  return group;
}

function groupAt(scene: Scene, verb: number, g: Grammar, depth: number): VerbGroup {
  const { words } = scene;
  const { first: floor, last: ceiling } = sentenceAt(scene, verb);
  const { lower, lemma } = words[verb]!;
  const aux = auxiliariesOf(words, verb, floor, g);
  const conditional = conditionalAt(scene, verb, g);
  const ing = lower.endsWith('ing') && lemma !== lower;
  const base = lemma === lower && !g.samePast.has(lower) && !g.pasts.has(lower);

  // Auxiliaries shared with a verb before: "was attacked and sunk", "will meet Voss and sign".
  if (aux.chain.length === 0 && aux.to < 0 && depth < 3) {
    const other = sharedWith(words, verb, floor, g);
    if (other >= 0) {
      const shared = groupAt(scene, other, g, depth + 1);
      const head = { first: aux.first, last: verb + 1, head: verb, conditional: conditional || shared.conditional };
      const asked = shared.tense === 'future' || shared.frame !== 'fact' || !shared.finite;
      if (base && asked && words[other]!.lower === words[other]!.lemma)
        return { ...shared, ...head, passive: false, negated: shared.negated || aux.negated };
      if (!base && !ing && shared.passive && shared.finite && !objectFollows(words, verb, ceiling))
        return { ...shared, ...head, negated: shared.negated || aux.negated };
      if (!base && !ing && shared.perfect && !shared.passive && (g.participles.has(lower) || other >= verb - 3))
        return { ...shared, ...head, negated: shared.negated || aux.negated };
    }
  }
  return ofAuxiliaries(scene, verb, g, aux, { conditional, ing, base, depth });
}

interface Seen {
  readonly conditional: boolean;
  readonly ing: boolean;
  readonly base: boolean;
  readonly depth: number;
}

/** The group by its own auxiliaries. */
function ofAuxiliaries(scene: Scene, verb: number, g: Grammar, aux: Auxiliaries, seen: Seen): VerbGroup {
  const { words } = scene;
  const { ing, base, conditional, depth } = seen;
  const { lower } = words[verb]!;
  const forms = aux.chain.map((i) => words[i]!.lower);
  const near = forms[0];
  const top = forms.at(-1);
  const modal = forms.map((f) => g.modals.get(f)).find((m) => m !== undefined);
  const participle = !ing && !base;
  const isBe = near !== undefined && (g.be.has(near) || g.get.has(near));
  const own = { first: aux.first, last: verb + 1, head: verb, conditional };
  const shape = {
    passive: participle && isBe && !g.pasts.has(lower) && !g.be.has(lower),
    progressive: (ing && isBe) || forms.includes('being'),
    perfect: forms.some((f) => g.have.has(f)) && !(modal === undefined && base),
  };
  if (aux.to >= 0 || (ing && !isBe)) {
    const over = frameOver(scene, verb, aux, g);
    const above = over.verb !== null && depth < 4 ? groupAt(scene, over.verb, g, depth + 1) : null;
    const negated = aux.negated || over.negated || (above?.negated ?? false);
    // "is to meet", "is going to meet", "has to meet" are verbs of their clause; so is a headline's "Halvia to meet".
    if (over.tense !== null)
      return {
        ...own,
        ...shape,
        first: over.first,
        finite: true,
        tense: over.tense,
        negated,
        frame: over.frame,
        governor: null,
      };
    return { ...own, ...shape, finite: false, tense: null, negated, frame: over.frame, governor: over.governor };
  }
  if (forms.length === 0) {
    const loose = participle && isParticiple(scene, verb, g);
    if (loose)
      return {
        ...own,
        ...shape,
        passive: true,
        finite: false,
        tense: null,
        negated: aux.negated,
        frame: 'fact',
        governor: null,
      };
    const tense = participle || g.pasts.has(lower) || g.samePast.has(lower) ? past(lower) : 'present';
    return { ...own, ...shape, finite: true, tense, negated: aux.negated, frame: 'fact', governor: null };
  }
  const nonFinite = top === 'having' || top === 'being' || top === 'been';
  const tense = modal === 'future' ? 'future' : top !== undefined && g.past.has(top) ? 'past' : 'present';
  const frame: Frame = modal === undefined || modal === 'future' ? 'fact' : modal;
  return {
    ...own,
    ...shape,
    finite: !nonFinite,
    tense: nonFinite ? null : tense,
    negated: aux.negated,
    frame,
    governor: null,
  };
}

/** The tense of a form without auxiliaries. */
const past = (lower: string): 'past' | 'present' => (/[^s]s$/u.test(lower) ? 'present' : 'past');
