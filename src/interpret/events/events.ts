/**
 * Events: what a report says was done on the ground or in the world, one record over all its mentions. Words of the
 * taxonomy make candidates, a learned choice tells events from talk of events, and mentions that agree become one.
 */
import {
  type Event,
  type EventMode,
  type EventStatus,
  type Figure,
  onlyPossible,
  type Participant,
  type Producer,
  type Span,
  type Speaker,
  type When,
} from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { type Scene, spanOf, wordAfter } from '../scene.ts';
import { onlyTime } from '../times/only-time.ts';
import { PLAIN_MODES } from './aggregate.ts';
import { type EventModel, weigh } from './event-model.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import { giverIn } from './giver.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { isWar, mergeTellings } from './merge.ts';
import { onOneDay } from './one-day.ts';
import { isDeed } from './participants.ts';
import { placeOf } from './place-of.ts';
import { struckOf } from './struck.ts';
import { withoutSums } from './sums.ts';
import { type Taken, tellAll } from './tell-all.ts';
import type { Telling } from './telling.ts';
import { findCandidates } from './triggers.ts';
import { isDating } from './where-when.ts';

/** What the reading of events needs beside the report. */
export interface EventResources {
  readonly lexicon: EventLexicon;
  readonly figures: FigureLexicon;
  readonly grammar: Grammar;
  readonly model: EventModel;
}

/** A mention below the threshold may still belong to an event that others tell surely: from this share of it on. */
const FAINT = 0.7;

/** Reads the events of a report. Pure. */
export function readEvents(scene: Scene, resources: EventResources): readonly Event[] {
  const { lexicon, figures, grammar, model } = resources;
  const taken: Taken[] = [];
  for (const candidate of findCandidates(scene, lexicon)) {
    const chosen = weigh(scene, candidate, lexicon, grammar, model);
    if (chosen.share >= model.threshold * FAINT) taken.push({ candidate, chosen });
  }
  if (taken.length === 0) return [];
  const tellings = withoutSums(tellAll(scene, taken, lexicon, figures, grammar), scene);
  const invader = invaderOf(tellings);
  const events = mergeTellings(scene, tellings, model)
    .filter((group) => isTold(group, model.threshold))
    .map((group) => recordOf(scene, group, invader, resources))
    .sort((a, b) => a.evidence[0]!.start - b.evidence[0]!.start);
  return onOneDay(scene, events);
}

/** Where nothing is told of who, whom, where, when or how many, the words must leave less doubt. */
const BARE = 0.85;
/** Where only one of these is told. */
const LONE = 0.7;

/** Whether the mentions together tell an event surely enough. */
function isTold(group: readonly Telling[], threshold: number): boolean {
  const any = (of: (t: Telling) => boolean): number => (group.some(of) ? 1 : 0);
  const details =
    any((t) => t.actor !== null) +
    any((t) => t.target !== null) +
    any((t) => t.places.length > 0) +
    any((t) => t.time !== null) +
    any((t) => t.tallies.length > 0);
  const least = details === 0 ? BARE : details === 1 ? Math.max(threshold, LONE) : threshold;
  return group.some((t) => t.share >= least);
}

/** How much a mention tells: the fullest comes first. */
const fullness = (t: Telling): number =>
  t.share +
  (t.places.length > 0 ? 1 : 0) +
  (t.time ? 1 : 0) +
  (t.actor ? 1 : 0) +
  (t.tallies.length > 0 ? 1 : 0) -
  (t.heading ? 1.5 : 0);

function recordOf(
  scene: Scene,
  group: readonly Telling[],
  invader: Participant | null,
  { lexicon, model, grammar, figures }: EventResources,
): Event {
  const { statements, statementOf, document } = scene;
  const byFullness = [...group].sort((a, b) => fullness(b) - fullness(a) || a.first - b.first);
  const first = byFullness[0]!;
  const surest = group.reduce((best, t) => (t.share > best.share ? t : best));
  const evidence: Span[] = [];
  for (const t of byFullness) {
    const span = spanOf(scene, t.range);
    if (!evidence.some((e) => e.start <= span.start && span.end <= e.end)) evidence.push(span);
  }
  const type = EVENT_TYPES[surest.type]!;
  const actor = actorOf(byFullness) ?? (group.some(isInvasion) ? invader : null);
  const accused = accusedBy(byFullness, actor);
  const target = struckOf(scene, byFullness, actor, figures);
  const held = new Set(group.map((t) => statementOf[t.head]!).filter((s) => s >= 0));
  // Whose doer is only accused of it is possible, and not asserted.
  const sure = accused === null ? surest.share : onlyPossible(surest.share);
  const confidence = Math.round(sure * 1000) / 1000;
  const made: Producer[] = [
    {
      stage: 'interpret',
      rule: 'interpret/event',
      entry: `events.yaml: ${surest.family.name}`,
      model: model.version,
      confidence,
    },
  ];
  if (group.length > 1)
    made.push({ stage: 'interpret', rule: 'interpret/event-mentions-joined', model: model.version });
  if (accused !== null) made.push({ stage: 'interpret', rule: 'interpret/event-accused' });
  return {
    id: idOf(document.text_sha256, 'event', first.first, type),
    type,
    mode: type === 'ASSAULT' ? modeOf(byFullness) : null,
    actor: actor?.name ?? null,
    target: target?.name ?? null,
    named: [actor, target].filter((p) => p !== null).filter((p) => p.span !== null),
    place: placeOf(scene, byFullness, actor, lexicon),
    when: whenOf(byFullness) ?? onlyWhen(scene, first, grammar.reporting, lexicon),
    status: statusOf(byFullness),
    figures: figuresOf(scene, group, lexicon),
    evidence,
    statements: [...held].sort((a, b) => a - b).map((s) => statements[s]!.id),
    hedge: told(byFullness, (t) => t.hedge) ?? accused,
    confidence,
    made,
  };
}

/** What the fullest mention that says it says. */
function told<T>(tellings: readonly Telling[], of: (t: Telling) => T | null): T | null {
  for (const t of tellings) {
    const found = of(t);
    if (found !== null) return found;
  }
  return null;
}

/** Of a whole war that one side brings over another, or of land that it holds. */
const isInvasion = ({ family }: Telling): boolean =>
  family.name === 'annexation' || (family.scale === 'war' && family.name !== 'war');

/** The only side that the report tells to have invaded or annexed: "the invasion", told without it, is its own. */
function invaderOf(tellings: readonly Telling[]): Participant | null {
  let only: Participant | null = null;
  for (const t of tellings) {
    if (t.actor === null || !isInvasion(t)) continue;
    if (only !== null && only.name !== t.actor.name) return null;
    only ??= t.actor;
  }
  return only;
}

/** The words by which a doer is accused, where nothing but accusations names them; `null` elsewhere. */
function accusedBy(tellings: readonly Telling[], actor: Participant | null): Span | null {
  if (actor === null) return null;
  const naming = tellings.filter((t) => t.actor?.name === actor.name);
  return naming.every(({ standing }) => standing.as === 'accused') ? (naming[0]?.standing.by ?? null) : null;
}

/** Who is named most often as the one who did it, by what is told before what somebody is accused of; of several, in the fullest mention. */
function actorOf(all: readonly Telling[]): Participant | null {
  const plain = all.filter(({ actor, standing }) => actor !== null && standing.as === 'told');
  const tellings = plain.length > 0 ? plain : all;
  const votes = new Map<string, number>();
  let best: Participant | null = null;
  for (const { actor } of tellings) if (actor) votes.set(actor.name, (votes.get(actor.name) ?? 0) + 1);
  for (const { actor } of tellings)
    if (actor && (!best || votes.get(actor.name)! > votes.get(best.name)!)) best = actor;
  return best;
}

function modeOf(tellings: readonly Telling[]): EventMode {
  return (
    tellings.find((t) => !PLAIN_MODES.has(t.mode))?.mode ?? tellings.find((t) => t.mode === 'killing')?.mode ?? 'other'
  );
}

/** The time told most often; of several, in the fullest mention. */
function whenOf(tellings: readonly Telling[]): When | null {
  const votes = new Map<string, number>();
  const key = ({ start, end, pattern }: When): string => `${start} ${end} ${pattern}`;
  const times = tellings.flatMap(({ time: t }) => (t && (t.start ?? t.end ?? t.pattern) !== null ? [t] : []));
  for (const t of times) votes.set(key(t), (votes.get(key(t)) ?? 0) + 1);
  let best: (typeof times)[number] | null = null;
  for (const t of times) if (!best || votes.get(key(t))! > votes.get(key(best))!) best = t;
  return best && { start: best.start, end: best.end, pattern: best.pattern, span: best.span };
}

/** The only time of the sentence that tells it most fully. */
function onlyWhen(
  scene: Scene,
  { first, head, family }: Telling,
  reporting: ReadonlySet<string>,
  lexicon: EventLexicon,
): When | null {
  if (isDating(scene, first, lexicon)) return null;
  const range = family.scale === 'war' ? null : onlyTime(scene, head, reporting);
  const time = range && scene.times[scene.timeOf[range.first]!];
  if (!time || (time.start ?? time.end ?? time.pattern) === null) return null;
  return { start: time.start, end: time.end, pattern: time.pattern, span: time.span };
}

/** A planned event that somebody says has happened has happened. */
function statusOf(tellings: readonly Telling[]): EventStatus {
  const body = tellings.filter((t) => t.share >= 0.5);
  const all = body.length > 0 ? body : tellings;
  const sure = all.find((t) => t.status !== 'planned');
  // The dead of a whole war are no news of a day.
  if (sure?.status === 'happened' && sure.family.scale === 'harm' && tellings.some(isWar)) return 'background';
  return sure?.status ?? 'planned';
}

/** Whether a speaker can give a count: not a place without a side ("the areas say"), so many of something, nor a deed ("the war claimed lives"). */
function canCount({ words, places, placeOf, timeOf }: Scene, { party, span }: Speaker, lexicon: EventLexicon): boolean {
  if (party !== null || span === null) return true;
  if (isDeed(lexicon, words[wordAfter(words, span.end - 1)]?.lower ?? '')) return false;
  const first = wordAfter(words, span.start);
  const place = places[placeOf[wordAfter(words, span.end - 1)] ?? -1];
  return timeOf[first]! < 0 && words[first]?.tag !== 'NUM' && !place?.entry && words[first]?.lower !== 'areas';
}

function figuresOf(scene: Scene, group: readonly Telling[], lexicon: EventLexicon): Figure[] {
  const { statements, statementOf } = scene;
  const found: (Figure & { readonly heading: boolean; readonly again: boolean })[] = [];
  for (const t of group) {
    for (const tally of t.tallies) {
      // Whoever denies a deed gives no figure of it, nor does the one who is accused.
      const giver = t.standing.as === 'denied' ? undefined : statements[statementOf[tally.core]!]?.speaker;
      const speaker = t.standing.as === 'accused' && giver?.party === t.actor?.name ? undefined : giver;
      found.push({
        what: tally.what ?? 'other',
        low: tally.low,
        high: tally.high,
        span: spanOf(scene, { first: tally.first, last: tally.end }),
        by:
          tally.giver ??
          (speaker && canCount(scene, speaker, lexicon) ? giverIn(scene, speaker.span, speaker, lexicon) : null),
        heading: t.heading,
        again: lexicon.definite.has(scene.words[tally.first - 1]?.lower ?? ''),
      });
    }
  }
  // A heading shortens what the body tells in full: "31 dead" for "at least 31".
  const full = found.filter((f) => !f.heading || !found.some((g) => !g.heading && g.what === f.what));
  const same = (a: Figure, b: Figure): boolean => a.what === b.what && a.low === b.low && a.high === b.high;
  return full
    .filter(
      (f, i) =>
        !full.some((g, k) => k < i && same(f, g) && (f.again || f.by === null || g.by === f.by || g.by === null)),
    )
    .map(({ heading: _, again: __, ...figure }) => figure);
}
