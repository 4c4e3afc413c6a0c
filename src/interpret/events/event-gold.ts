import type { GoldEvent } from '../../learn/gold.ts';
import type { LinearExample } from '../../learn/train-act.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import type { Scene } from '../scene.ts';
import { together } from './aggregate.ts';
import { taxonomyScores } from './event-model.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { emitLink } from './link.ts';
import { emitSigns } from './signs.ts';
import { tellAll } from './tell-all.ts';
import type { Telling } from './telling.ts';
import { type Candidate, findCandidates } from './triggers.ts';

/** The candidates of a report with what a careful reader made of them. */
export interface GoldCandidates {
  readonly scene: Scene;
  readonly candidates: readonly Candidate[];
  /** For each candidate, the classes that are right, 0 for none; empty where the reading does not tell. */
  readonly right: readonly (readonly number[])[];
}

/** Sets the gold events beside the candidates of a report. */
export function goldCandidates(scene: Scene, golds: readonly GoldEvent[], lexicon: EventLexicon): GoldCandidates {
  const candidates = findCandidates(scene, lexicon);
  const marked = new Set<string>();
  for (const e of golds) {
    for (const c of candidates) {
      const { start, end, lemma } = scene.words[c.head]!;
      if (c.kind === 'verb' || !e.content.some((s) => s.start <= start && end <= s.end)) continue;
      for (const t of e.types) marked.add(`${EVENT_TYPES.indexOf(t)} ${lemma}`);
    }
  }
  const right = candidates.map((c) => {
    const word = scene.words[c.head]!;
    const touched = golds.filter((e) => e.content.some((s) => s.start <= word.start && word.end <= s.end));
    if (touched.length === 0) {
      // Readers need not mark every mention: the same noun, marked elsewhere in the report, may be one here too.
      const again = c.kind === 'noun' ? c.family.types.filter((t) => marked.has(`${t} ${word.lemma}`)) : [];
      return [0, ...again.map((t) => t + 1)];
    }
    const types = new Set(touched.flatMap((e) => e.types.map((t) => EVENT_TYPES.indexOf(t))));
    // Words of another type inside a gold event ("sanctions over its invasion") tell nothing of themselves.
    const type = c.family.types.find((t) => types.has(t));
    return type === undefined ? [] : [type + 1];
  });
  return { scene, candidates, right };
}

/** The candidates of a report as the learner takes them. */
export function eventExamples(
  gold: GoldCandidates,
  document: number,
  lexicon: EventLexicon,
  grammar: Grammar,
): LinearExample[] {
  return gold.candidates.flatMap((c, i) => {
    const right = gold.right[i]!;
    if (right.length === 0) return [];
    const features: string[] = [];
    emitSigns(gold.scene, c, lexicon, grammar, (kind, name) => features.push(`${kind}: ${name}`));
    return [{ document, features, base: taxonomyScores(c), right }];
  });
}

/** Pairs as the learners of links take them: class 0 for one event, 1 for two. */
export interface LinkExamples {
  /** Two mentions of one sentence. */
  readonly near: readonly LinearExample[];
  /** What one sentence tells of an event, and what earlier ones told. */
  readonly far: readonly LinearExample[];
}

/** The pairs of a report, from the events of a gold reading. */
export function linkExamples(
  gold: GoldCandidates,
  golds: readonly GoldEvent[],
  document: number,
  lexicon: EventLexicon,
  figures: FigureLexicon,
  grammar: Grammar,
): LinkExamples {
  const { scene, candidates, right } = gold;
  const chosen = candidates.flatMap((candidate, i) => {
    const type = right[i]![0];
    return type ? [{ candidate, chosen: { type: type - 1, share: 1 } }] : [];
  });
  const tellings = tellAll(scene, chosen, lexicon, figures, grammar);
  // The narrowest gold words that hold the trigger tell whose mention it is; several events may share them.
  const events = tellings.map((t) => {
    const word = scene.words[t.head]!;
    const holding = golds.flatMap((e, i) =>
      e.types.includes(EVENT_TYPES[t.type]!)
        ? e.content.filter((s) => s.start <= word.start && word.end <= s.end).map((s) => ({ i, size: s.end - s.start }))
        : [],
    );
    const least = Math.min(...holding.map((h) => h.size));
    return new Set(holding.filter((h) => h.size === least).map((h) => h.i));
  });
  const same = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => [...a].some((x) => b.has(x));
  const near: LinearExample[] = [];
  const far: LinearExample[] = [];
  const put = (out: LinearExample[], t: Telling, e: Telling, order: number, one: boolean): void => {
    const features: string[] = [];
    emitLink(scene, t, e, order, (kind, name) => features.push(`${kind}: ${name}`));
    out.push({ document, features, base: new Float64Array(2), right: [one ? 0 : 1] });
  };
  const units: { members: Telling[]; events: ReadonlySet<number> }[] = [];
  const groups: { members: Telling[]; events: ReadonlySet<number> }[] = [];
  tellings.forEach((t, i) => {
    const here = units.filter((u) => u.members[0]!.sentence === t.sentence);
    for (let u = here.length - 1; u >= 0; u--) {
      const unit = here[u]!;
      if (unit.members[0]!.type !== t.type) continue;
      for (const e of unit.members) put(near, t, e, here.length - 1 - u, same(events[i]!, unit.events));
    }
    const own = here.find((u) => u.members[0]!.type === t.type && same(u.events, events[i]!));
    if (own) own.members.push(t);
    else units.push({ members: [t], events: events[i]! });
  });
  for (const unit of units) {
    const whole = together(unit.members);
    for (let g = groups.length - 1; g >= 0; g--) {
      const group = groups[g]!;
      if (group.members[0]!.type !== whole.type) continue;
      put(far, whole, together(group.members), groups.length - 1 - g, same(unit.events, group.events));
    }
    const own = groups.find((g) => g.members[0]!.type === whole.type && same(g.events, unit.events));
    if (own) own.members.push(...unit.members);
    else groups.push({ members: [...unit.members], events: unit.events });
  }
  return { near, far };
}
