/**
 * The features of a candidate, for both models (whether it is a position, its stance), as hashes. One
 * function makes them for training and reading, so that they cannot drift apart. No name of a party, person or place is
 * among them: each is told only by its role, so that a conflict never heard of reads like the others.
 */
import { hashString, mix } from '../../learn/hash.ts';
import type { Word } from '../../record.ts';
import type { Scene } from '../scene.ts';
import type { Ground } from './ground.ts';
import { partyAt } from './referents.ts';
import { roleFeatures } from './roles.ts';
import type { Signs } from './signs.ts';
import type { Unit, UnitResources } from './unit.ts';

/** The features of one candidate, for each model. */
export interface Features {
  /** Whether it is a position at all. */
  readonly held: number[];
  readonly stance: number[];
}

/** How many words of content are looked at one by one. */
const READ = 60;

const K = (name: string): number => hashString(name);
const KIND = {
  source: K('source'),
  voice: K('voice'),
  act: K('act'),
  form: K('form'),
  cueWord: K('cue word'),
  cueFamily: K('cue family'),
  top: K('top issue'),
  actTop: K('act and top issue'),
  strength: K('strength'),
  actStrength: K('act and strength'),
  family: K('family'),
  headFamily: K('family at the head'),
  mood: K('mood'),
  actMood: K('act and mood'),
  verb: K('verb'),
  verbForm: K('verb form'),
  subject: K('subject'),
  actSubject: K('act and subject'),
  length: K('length'),
  quoted: K('quoted'),
  word: K('word'),
  block: K('block'),
  nested: K('nested'),
  marks: K('marks'),
  tense: K('tense'),
  ground: K('ground'),
} as const;

const H = (name: string): number => hashString(name);
const ROLE = { own: H('<own>'), other: H('<other>'), person: H('<person>'), organisation: H('<organisation>') };
const PLACE = H('<place>');
const NAME = H('<name>');
const NUMBER = H('<number>');

const CONTENT_TAGS = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN', 'NUM']);

/** What stands for a word among the features: its base form, or its role if it is a name. */
function tokenOf(scene: Scene, at: number, word: Word, holder: string): number {
  const mention = scene.mentions[scene.mentionOf[at] ?? -1];
  if (mention && mention.form === 'name') {
    const party = partyAt(scene, at);
    if (party !== null) return party === holder ? ROLE.own : ROLE.other;
    if (mention.kind === 'person') return ROLE.person;
    if (mention.kind === 'place') return PLACE;
    return ROLE.organisation;
  }
  if (word.tag === 'NUM') return NUMBER;
  if (word.tag === 'PROPN') return word.text === word.lower ? hashString(word.lemma) : NAME;
  return hashString(word.lemma);
}

const lengthClass = (n: number): number => (n < 3 ? 1 : n < 6 ? 2 : n < 12 ? 3 : n < 25 ? 4 : n < 50 ? 5 : 6);
const strengthClass = (s: number): number => (s <= 0 ? 0 : s < 3 ? 1 : s < 4 ? 2 : s < 7 ? 3 : 4);

/** The place of the largest score, and whether any is above 0. */
export function topIssue(scores: Float64Array): number {
  let best = -1;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > 0 && (best < 0 || scores[i]! > scores[best]!)) best = i;
  return best;
}

/** The features of a candidate. `codes` are the hashes of the issues' codes, in the taxonomy's order. */
export function featuresOf(
  scene: Scene,
  unit: Unit,
  signs: Signs,
  ground: Ground | null,
  resources: UnitResources,
  codes: Int32Array,
): Features {
  const held: number[] = [];
  const stance: number[] = [];
  const { words } = scene;
  const act = H(unit.act ?? 'none');
  const top = topIssue(signs.issues);
  const code = top < 0 ? 0 : codes[top]!;
  const strength = strengthClass(top < 0 ? 0 : signs.issues[top]!);

  held.push(
    mix(KIND.source, H(unit.source)),
    mix(KIND.voice, H(unit.voice)),
    mix(KIND.act, act),
    mix(KIND.form, H(unit.form ?? 'none')),
    mix(KIND.top, code),
    mix(mix(KIND.actTop, act), code),
    mix(KIND.strength, strength),
    mix(mix(KIND.actStrength, act), strength),
    mix(KIND.subject, H(signs.subject)),
    mix(mix(KIND.actSubject, act), H(signs.subject)),
    mix(KIND.nested, (signs.nested ? 1 : 0) + (signs.hypothetical ? 2 : 0)),
    mix(KIND.length, lengthClass(signs.length)),
    mix(KIND.quoted, signs.quoted === 0 ? 0 : signs.quoted < signs.length ? 1 : 2),
  );
  stance.push(
    mix(KIND.act, act),
    mix(KIND.top, code),
    mix(mix(KIND.actTop, act), code),
    mix(KIND.subject, H(signs.subject)),
    mix(mix(KIND.actSubject, act), H(signs.subject)),
  );

  const tense = mix(KIND.tense, H(signs.tense));
  held.push(tense, mix(tense, act), mix(mix(tense, act), H(signs.subject)));

  const rests = mix(KIND.ground, H(ground ?? 'none'));
  held.push(rests, mix(rests, act));
  // What rests on a deed alone, or on nothing, depends on the matter and the tense.
  if (ground === 'deed' || ground === null) held.push(mix(rests, code), mix(mix(rests, tense), 1));

  const block = scene.blocks[scene.sentences[scene.sentenceOf[unit.content[0]!.first]!]?.block ?? -1]?.kind;
  held.push(mix(KIND.block, block === 'title' || block === 'heading' ? 1 : 0));

  for (const p of signs.cue) {
    const f = mix(mix(KIND.cueFamily, H(p.predicate.name)), p.negated ? 1 : 0);
    held.push(f, mix(f, act));
    stance.push(f, mix(f, code));
  }
  if (unit.cue) {
    for (let i = unit.cue.first; i < unit.cue.last && i < unit.cue.first + 6; i++) {
      const word = words[i]!;
      if (!CONTENT_TAGS.has(word.tag)) continue;
      const f = mix(KIND.cueWord, H(word.lemma));
      held.push(f);
      stance.push(f);
    }
  }
  signs.predicates.forEach((p, i) => {
    const name = mix(H(p.predicate.name), p.negated ? 1 : 0);
    if (i < 4) {
      held.push(mix(KIND.family, name));
      stance.push(mix(KIND.family, name));
    }
    if (i === 0) {
      held.push(mix(KIND.headFamily, name), mix(mix(KIND.headFamily, name), act));
      stance.push(mix(KIND.headFamily, name), mix(mix(KIND.headFamily, name), H(signs.subject)));
    }
  });
  for (const mood of resources.lexicon.moods) {
    if (((signs.moods >> mood.at) & 1) === 0) continue;
    const f = mix(KIND.mood, mood.at + 1);
    held.push(f, mix(f, act));
    stance.push(f);
  }
  for (const { mark } of signs.marks) {
    const f = mix(KIND.marks, H(mark.kind));
    held.push(f);
  }
  if (signs.verb >= 0) {
    const form = signs.verbNegated ? 1 : 0;
    held.push(mix(KIND.verbForm, form), mix(mix(KIND.verb, H(words[signs.verb]!.lemma)), form));
    stance.push(
      mix(KIND.verbForm, form),
      mix(mix(KIND.verb, H(words[signs.verb]!.lemma)), form),
      mix(mix(KIND.verbForm, form), H(signs.subject)),
      mix(mix(KIND.verbForm, form), code),
    );
  } else {
    held.push(mix(KIND.verbForm, 2));
    stance.push(mix(KIND.verbForm, 2));
  }

  let read = 0;
  for (const { first, last } of unit.content) {
    for (let i = first; i < last && read < READ; i++) {
      const word = words[i]!;
      if (!CONTENT_TAGS.has(word.tag)) continue;
      read++;
      const token = tokenOf(scene, i, word, unit.holder);
      held.push(mix(KIND.word, token));
    }
  }
  if (top >= 0) held.push(...roleFeatures(scene, unit, top, resources));
  // Each counts once, however often it stands there.
  return { held: [...new Set(held)], stance: [...new Set(stance)] };
}
