/** From a candidate taken for an event to a telling: its slots, status, hedge and the words that carry it. */
import type { EventMode, EventStatus, Time } from '../../record.ts';
import { clauseOf } from '../grammar/clauses.ts';
import { hedgeAt } from '../grammar/hedges.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import type { Range, Scene } from '../scene.ts';
import type { Chosen } from './event-model.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { isDuring } from './misread.ts';
import { phraseStart } from './signs.ts';
import type { Telling } from './telling.ts';
import type { Candidate } from './triggers.ts';
import { placesOf, timeOf } from './where-when.ts';
import { whoOf } from './who.ts';

/** A deed that is told only to deny it may be a mention of one that others tell, but makes none. */
const DENIED = 0.45;

/** Reads what the report says of an event where a candidate tells it. */
export function tell(scene: Scene, c: Candidate, chosen: Chosen, lexicon: EventLexicon, grammar: Grammar): Telling {
  const { words, sentences, sentenceOf, blocks } = scene;
  const sentence = sentenceOf[c.head]!;
  const s = sentences[sentence]!;
  const clause = clauseOf(scene, c.head, grammar);
  const kind = blocks[s.block]?.kind;
  const from = c.kind === 'noun' ? phraseStart(words, c.first, s.first) : c.first;
  const range = rangeOf(scene, c, from, clause, grammar);
  const time = timeOf(scene, c, clause, lexicon, grammar);
  const who = whoOf({ scene, lexicon, grammar }, c);
  return {
    first: c.first,
    last: c.last,
    head: c.head,
    family: c.family,
    type: chosen.type,
    share: c.kind === 'verb' && who.standing.as === 'denied' ? Math.min(chosen.share, DENIED) : chosen.share,
    mode: EVENT_TYPES[chosen.type] === 'ASSAULT' ? modeOf(scene, c, clause, lexicon) : null,
    sentence,
    heading: kind === 'title' || kind === 'heading',
    range,
    ...who,
    places: placesOf(scene, c, clause, lexicon, grammar),
    time,
    status: statusOf(scene, c, from, time, lexicon, grammar),
    hedge: hedgeAt(scene, { first: c.first, last: c.last }, grammar),
    definite: c.kind === 'noun' && lexicon.definite.has(words[from]!.lower),
    number: numberOf(words, c),
    further: isFurther(words, from, s.first, lexicon),
    alike: hasWord(words, from, c.first, lexicon.alike) || lexicon.apart.has(words[s.first]!.lower),
    tallies: [],
    content: contentOf(words, range, c),
  };
}

const NAMING: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);

function contentOf(words: Scene['words'], { first, last }: Range, c: Candidate): ReadonlySet<string> {
  const content = new Set<string>();
  for (let i = first; i < last; i++) {
    const { tag, lemma, lower } = words[i]!;
    if (NAMING.has(tag) && (i < c.first || i >= c.last)) content.add(tag === 'NOUN' ? lemma : lower);
  }
  return content;
}

/** Of a noun that counts deeds: nouns of doing ("shelling", "fighting") count none. */
function numberOf(words: Scene['words'], c: Candidate): Telling['number'] {
  const { lower, lemma } = words[c.head]!;
  if (c.kind === 'verb' || c.family.scale !== 'plain' || lower.endsWith('ing')) return null;
  return lower.endsWith('s') && lemma !== lower ? 'several' : 'one';
}

function hasWord(words: Scene['words'], first: number, last: number, set: ReadonlySet<string>): boolean {
  for (let i = first; i < last; i++) if (set.has(words[i]!.lower)) return true;
  return false;
}

/** How far before a mention a word may stand that tells it as one more. */
const FURTHER = 3;

function isFurther(words: Scene['words'], from: number, first: number, lexicon: EventLexicon): boolean {
  for (let i = Math.max(first, from - FURTHER); i <= from; i++) if (lexicon.besides.has(words[i]!.lower)) return true;
  return lexicon.besides.has(words[first]!.lower);
}

/** How far a mode's word may stand from the trigger. */
const NEAR = 7;

function modeOf({ words }: Scene, c: Candidate, clause: Range, { modes }: EventLexicon): EventMode {
  const own = c.family.mode ?? 'other';
  if (own !== 'other' && own !== 'killing' && c.family.name !== 'bombing') return own;
  let best: EventMode | null = null;
  let least = NEAR + 1;
  for (let i = Math.max(clause.first, c.first - NEAR); i < Math.min(clause.last, c.last + NEAR); i++) {
    const found = modes.get(words[i]!.lower);
    const distance = Math.abs(i - c.head);
    if (!found || distance >= least) continue;
    best = found;
    least = distance;
  }
  return best ?? own;
}

/** Words that a stretch does not begin with. */
const isLead = ({ tag, lower }: Scene['words'][number]): boolean =>
  tag === 'PUNCT' || tag === 'CCONJ' || tag === 'SCONJ' || lower === 'that' || lower === 'after' || lower === 'as';

/** The words that carry the event: the clause of a verb; of a noun its phrase, or the clause that it opens. */
function rangeOf(scene: Scene, c: Candidate, from: number, clause: Range, grammar: Grammar): Range {
  const { words } = scene;
  let { first, last } = clause;
  while (first < c.first && isLead(words[first]!)) first++;
  if (c.kind === 'noun' && from > first + 1) {
    first = from;
    last = c.last;
    // What hangs on the noun: "on the port of Nerith", "by the Front".
    while (last < clause.last) {
      const { tag, lower } = words[last]!;
      if (tag === 'VERB' || tag === 'AUX' || (tag === 'PUNCT' && lower !== '-') || tag === 'CCONJ' || lower === 'that')
        break;
      last++;
    }
  }
  if (c.kind === 'verb') {
    const group = verbGroupAt(scene, c.first, grammar);
    first = Math.min(first, group.first);
  }
  return { first, last: Math.max(last, c.last) };
}

/** Days between two dates given to the day, the later less the earlier; `null` where one is not. */
function daysBetween(earlier: string | null, later: string | null): number | null {
  if (!earlier || !later) return null;
  const day = (iso: string): number =>
    Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7) || '1') - 1, Number(iso.slice(8, 10) || '1')) / 864e5;
  return day(later) - day(earlier);
}

/** What lies so many days before the report is no news of it. */
const NEWS = 45;

function statusOf(
  scene: Scene,
  c: Candidate,
  from: number,
  time: Time | null,
  lexicon: EventLexicon,
  grammar: Grammar,
): EventStatus {
  const { words, day, sentences, sentenceOf } = scene;
  const s = sentences[sentenceOf[c.head]!]!;
  const age = time ? daysBetween(time.end ?? time.start, day) : null;
  const near = (set: ReadonlySet<string>): boolean => {
    for (let i = Math.max(s.first, from - 2); i < Math.min(s.last, c.last + 2); i++)
      if (set.has(words[i]!.lower)) return true;
    return false;
  };
  if (c.kind === 'verb') {
    const { first, frame, tense, progressive, perfect } = verbGroupAt(scene, c.first, grammar);
    // "Broke the agreement by shelling the town": how something was done is no plan.
    const manner = grammar.doers.has(words[first - 1]?.lower ?? '');
    if (tense === 'future' || (!manner && (frame === 'plan' || frame === 'would'))) return 'planned';
    // "Have stopped ships since January": it goes on.
    if (perfect && tense === 'present' && time !== null && time.start !== null && time.end === null) return 'ongoing';
    if (age !== null && age > NEWS && !progressive) return 'background';
    // Without a day it holds on: a siege goes on, what was annexed stays so.
    if (age === null && c.family.name === 'siege') return 'ongoing';
    if (age === null && c.family.name === 'annexation') return 'background';
    if (progressive || (tense === 'present' && c.family.scale !== 'harm' && !sentenceIsHeading(scene, s.block)))
      return near(lexicon.ongoing) || progressive ? 'ongoing' : 'happened';
    if (near(lexicon.ongoing) || (c.family.name === 'closure' && isDuring(scene, c.first, lexicon))) return 'ongoing';
    return c.family.scale === 'war' ? 'background' : 'happened';
  }
  if (age !== null && age < 0) return 'planned';
  if (near(lexicon.planned) && age === null) return 'planned';
  if (c.family.scale === 'war') return 'background';
  if (age !== null && age > NEWS) return 'background';
  if (hasWord(words, Math.max(s.first, from - 2), c.last, lexicon.earlier)) return 'background';
  if (near(lexicon.ongoing)) return 'ongoing';
  const type = EVENT_TYPES[c.family.types[0]!]!;
  return type === 'SANCTION' || type === 'MOBILIZE' || c.family.name === 'siege' || c.family.name === 'aid'
    ? 'ongoing'
    : 'happened';
}

const sentenceIsHeading = ({ blocks }: Scene, block: number): boolean =>
  blocks[block]?.kind === 'title' || blocks[block]?.kind === 'heading';
