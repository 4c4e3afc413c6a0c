/** What hangs on a word that tells of a talk: with whom, where, by whose arrangement. */
import type { Range, Scene } from '../scene.ts';
import type { TalkTrigger } from './lexicon.ts';
import { listEnd } from './lists.ts';
import { type Party, partiesIn } from './parties.ts';
import { placeIn } from './setting.ts';
import type { TalkTools } from './subject.ts';

/** Words behind the noun that are read. */
const REACH = 40;

/** How far behind the verb of the clause the sides may stand. */
const BETWEEN = 10;
/** Tags of a verb's group. */
const GROUP: ReadonlySet<string> = new Set(['AUX', 'PART', 'ADV', 'VERB']);
/** Tags that begin a noun phrase. */
const OWN: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'DET']);

export interface Tail {
  readonly participants: readonly Party[];
  readonly mediators: readonly Party[];
  readonly place: Range | null;
  /** The preposition that brought in the first side. */
  readonly link: string | null;
  /** The verb that follows, with its auxiliaries, where the noun is its subject. */
  readonly predicate: Range | null;
  /** One past the last word that belongs to it. */
  readonly last: number;
}

/** Whether a list of noun phrases holds a word for bringing sides together: "Cantaran mediation". */
function isArranged({ words }: Scene, { small }: TalkTools['lexicon'], from: number, end: number): boolean {
  for (let k = from; k < end; k++) if (small.arranged.has(words[k]!.lemma)) return true;
  return false;
}

/** The first verb in words `[from, to)` that has a subject of its own: an auxiliary, or a past form of no other noun; -1: none. */
function finiteBehind({ words }: Scene, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const { tag, lower } = words[i]!;
    if (tag === 'AUX') return i;
    if (tag === 'VERB' && words[i - 1]!.tag !== 'PART' && words[i - 1]!.tag !== 'ADP' && !lower.endsWith('ing')) {
      // "the war began", not "the offensive launched by"
      if (words[i + 1]?.lower !== 'by') return i;
    }
    if (words[i]!.tag === 'PUNCT' && !/^[-,'’]$/u.test(words[i]!.text)) return -1;
  }
  return -1;
}

/** Reads the prepositional phrases behind the noun at `head`. */
export function tailOf(scene: Scene, { lexicon }: TalkTools, trigger: TalkTrigger, head: number, clause: Range): Tail {
  const { words } = scene;
  const { small } = lexicon;
  const participants: Party[] = [];
  const mediators: Party[] = [];
  let place: Range | null = null;
  let link: string | null = null;
  let last = head + 1;
  let predicate: Range | null = null;
  let topic = false;
  let behind = -1;
  const take = (into: Party[], from: number, places: boolean, stop = -1): number => {
    const end = stop < 0 ? listEnd(scene, lexicon, from, clause.last) : stop;
    const list = partiesIn(scene, lexicon, from, end, places);
    into.push(...list);
    last = Math.max(last, list.at(-1)?.last ?? last);
    return Math.max(end, from);
  };
  for (let i = head + 1; i < Math.min(clause.last, head + REACH); ) {
    const { lower, tag, lemma } = words[i]!;
    const next = words[i + 1];
    // "Talks to end the war began", "talks aimed at a truce continued": the verb of the clause comes later.
    const aim = tag === 'VERB' && i === head + 1 && small.aims.has(lemma) && next !== undefined;
    const purpose = lower === 'to' && next?.tag === 'VERB';
    // "Talks on ending the war opened"
    const on = tag === 'ADP' && next?.tag === 'VERB' && next.lower.endsWith('ing') && i > head + 1;
    if (aim || purpose || on) {
      const finite = finiteBehind(scene, i + 2, Math.min(clause.last, head + REACH));
      if (finite > 0) {
        behind = i;
        i = finite;
        continue;
      }
    }
    // "Talks with Cantaran mediation", "under the Commission's auspices", "at Halvia's behest": whoever stands before
    // such a noun, or behind it, brings the sides together.
    if (tag === 'ADP' && small.bringing.has(lower)) {
      const end = listEnd(scene, lexicon, i + 1, clause.last);
      if (isArranged(scene, lexicon, i + 1, end)) {
        take(mediators, i + 1, false, end);
        last = Math.max(last, end);
        i = Math.max(end, i + 1);
        continue;
      }
    }
    // "Is a guarantor of the talks, along with Cantara": that is told of somebody else.
    // "Officials, including Otray": whoever is no known side is one of those named already.
    if (lower === 'including' && participants.length > 0) {
      const count = participants.length;
      i = take(participants, i + 1, false);
      const known = participants.splice(count).filter((p) => p.known);
      participants.push(...known);
      continue;
    }
    if (small.with.has(lower) && (words[i - 1]!.text === ',' || small.beside.has(words[i - 1]!.lower))) break;
    topic ||= small.topics.has(lower);
    if (
      small.with.has(lower) ||
      trigger.links.has(lower) ||
      (small.of.has(lower) && (i === head + 1 || lower !== 'of'))
    ) {
      const from = i + 1;
      const count = participants.length;
      i = take(participants, from, small.with.has(lower) || lower === 'of');
      if (participants.length > count) link ??= lower;
      if (small.places.has(lower)) place ??= placeIn(scene, lexicon, from, i);
      // "The visit of the envoy in Lorn", the place read with the name.
      for (let k = from + 1; k < i && !place; k++)
        if (small.at.has(words[k - 1]!.lower) && scene.placeOf[k]! >= 0) place = placeIn(scene, lexicon, k, i);
      if (place) last = Math.max(last, place.last);
      continue;
    }
    if (((tag === 'VERB' && small.mediators.has(lemma)) || small.brought.has(lower)) && next?.lower === 'by') {
      i = take(mediators, i + 2, true);
      continue;
    }
    if (small.places.has(lower)) {
      const end = listEnd(scene, lexicon, i + 1, clause.last);
      if (lower !== 'on' && lower !== 'to' && !place) {
        const found = placeIn(scene, lexicon, i + 1, end);
        // "Talks on the fighting in Halvia": what they are about is there; a town may be where they are.
        const exact = found && scene.places[scene.placeOf[found.first]!]!.precision === 'place';
        if (!topic || exact) place = found;
      }
      if (place) last = Math.max(last, place.last);
      i = Math.max(end, i + 1);
      continue;
    }
    if (tag === 'VERB' && words[i - 1]!.tag === 'ADP') break;
    if (tag === 'AUX' || (tag === 'VERB' && !small.mediators.has(lemma))) {
      // "Will resume talks in June, | and | has suggested": the second verb is its subject's, not the talks'.
      if (words[i - 1]!.tag === 'CCONJ') break;
      let verb = i;
      while (verb + 1 < clause.last && words[verb]!.tag !== 'VERB' && GROUP.has(words[verb + 1]!.tag)) verb++;
      predicate = { first: i, last: verb + 1 };
      break;
    }
    if (tag === 'ADP' || lower === 'to') {
      i = Math.max(listEnd(scene, lexicon, i + 1, clause.last), i + 1);
      continue;
    }
    // Another noun phrase begins: what follows is its verb.
    if (OWN.has(tag) && scene.timeOf[i]! < 0) break;
    i++;
  }
  if (predicate) {
    const stop = Math.min(clause.last, predicate.last + BETWEEN);
    for (let i = behind < 0 ? predicate.last : behind; i < stop; i++) {
      const { lower } = words[i]!;
      // "Talks are under way between Halvia and Maravet", "ended with the participation of Cantara"
      const between = lower === 'between' && participants.length < 2;
      const present = lower === 'of' && small.presence.has(words[i - 1]!.lemma);
      if (between || present) {
        const count = participants.length;
        const end = take(participants, i + 1, true);
        if (participants.length > count) link ??= lower;
        if (small.at.has(words[end]?.lower ?? '') && end < clause.last)
          place ??= placeIn(scene, lexicon, end + 1, clause.last);
        i = end - 1;
      } else if (!place && small.at.has(lower) && i < predicate.first + 2 && scene.placeOf[i + 1]! >= 0) {
        // "A deal | reached in Lorn"
        place = placeIn(scene, lexicon, i + 1, clause.last);
      } else if (small.bringing.has(lower)) {
        const end = listEnd(scene, lexicon, i + 1, clause.last);
        if (isArranged(scene, lexicon, i + 1, end)) {
          take(mediators, i + 1, false, end);
          last = Math.max(last, end);
        }
      }
    }
  }
  return { participants, mediators, place, link, predicate, last };
}
