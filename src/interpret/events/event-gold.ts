import type { GoldEvent } from '../../learn/gold.ts';
import type { LinearExample } from '../../learn/train-act.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import type { Scene } from '../scene.ts';
import { taxonomyScores } from './event-model.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import { EVENT_TYPES, type EventLexicon } from './lexicon.ts';
import { emitLink } from './link.ts';
import { emitSigns } from './signs.ts';
import { tellAll } from './tell-all.ts';
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
  const right = candidates.map((c) => {
    const word = scene.words[c.head]!;
    const touched = golds.filter((e) => e.content.some((s) => s.start <= word.start && word.end <= s.end));
    if (touched.length === 0) return [0];
    const types = new Set(touched.flatMap((e) => e.types.map((t) => EVENT_TYPES.indexOf(t))));
    // Words of another type inside a gold event ("sanctions over its invasion") tell nothing of themselves.
    return c.family.types.filter((t) => types.has(t)).map((t) => t + 1);
  });
  return { scene, candidates, right };
}

/** The candidates of a report as the learner takes them. */
export function eventExamples(gold: GoldCandidates, document: number, lexicon: EventLexicon): LinearExample[] {
  return gold.candidates.flatMap((c, i) => {
    const right = gold.right[i]!;
    if (right.length === 0) return [];
    const features: string[] = [];
    emitSigns(gold.scene, c, lexicon, (kind, name) => features.push(`${kind}: ${name}`));
    return [{ document, features, base: taxonomyScores(c), right }];
  });
}

/** Pairs of mentions of gold events, as the learner of links takes them: class 0 for one event, 1 for two. */
export function linkExamples(
  gold: GoldCandidates,
  golds: readonly GoldEvent[],
  document: number,
  lexicon: EventLexicon,
  figures: FigureLexicon,
  grammar: Grammar,
): LinearExample[] {
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
  const out: LinearExample[] = [];
  tellings.forEach((t, i) => {
    // The order of events as they begin: how many have begun since this one.
    for (let k = i - 1; k >= 0; k--) {
      const e = tellings[k]!;
      if (e.type !== t.type) continue;
      const features: string[] = [];
      const since = new Set(
        events
          .slice(k + 1, i)
          .flatMap((s) => [...s])
          .filter((x) => !events[k]!.has(x)),
      );
      emitLink(scene, t, e, since.size, (kind, name) => features.push(`${kind}: ${name}`));
      const same = [...events[i]!].some((x) => events[k]!.has(x));
      out.push({ document, features, base: new Float64Array(2), right: [same ? 0 : 1] });
    }
  });
  return out;
}
