/** The candidates of gold readings with what a careful reader made of them: what positions are learned from. */
import { loadGrammar } from '../../data/grammar.ts';
import type { GoldScene } from '../../data/interpret-gold.ts';
import { loadIssues, loadPositionLexicon } from '../../data/positions.ts';
import type { GoldPosition, GoldReading } from '../../learn/gold.ts';
import { type Span, STANCES } from '../../record.ts';
import { rangeOf, type Scene } from '../scene.ts';
import { type Features, featuresOf } from './features.ts';
import { givenHeld, givenIssues, givenStances } from './given.ts';
import { type Ground, groundOf, isFaint, isOtherAct, isUnreal } from './ground.ts';
import { hashesOf } from './model.ts';
import { signsOf } from './signs.ts';
import { hullOf, type Unit, type UnitResources } from './unit.ts';
import { unitsOf } from './units.ts';

/** One candidate with the right answers. */
export interface GoldUnit {
  readonly document: number;
  readonly unit: Unit;
  readonly features: Features;
  /** On what it rests; `null` for nothing, so that nothing is learned from it but its stance. */
  readonly ground: Ground | null;
  readonly held: number;
  readonly issues: Float64Array;
  readonly stances: Float64Array;
  /** Numbers of the issues that are right; empty where it is no position. */
  readonly rightIssues: readonly number[];
  readonly rightStances: readonly number[];
  /** The gold position that it meets best, by its place in the reading; -1 for none. */
  readonly gold: number;
  /** Whether it is a gold position's own words, given to teach issues and stances only. */
  readonly taught: boolean;
}

const fold = (s: string): string =>
  s
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two names are of one party, by the reading's list of names. */
export function sameParty(gold: GoldReading, a: string, b: string): boolean {
  const usual = (name: string): string => {
    const f = fold(name);
    for (const [party, aliases] of gold.parties) if ([party, ...aliases].some((x) => fold(x) === f)) return fold(party);
    return f;
  };
  const x = usual(a);
  const y = usual(b);
  return x !== '' && y !== '' && (` ${x} `.includes(` ${y} `) || ` ${y} `.includes(` ${x} `));
}

const common = (a: Span, spans: readonly Span[]): number =>
  spans.reduce((n, s) => n + Math.max(0, Math.min(a.end, s.end) - Math.max(a.start, s.start)), 0);

/** Shares at least so much of the shorter's characters with a gold position's words. */
const TOUCH = 0.3;

/** All candidates of a gold reading with their answers. */
function unitsOfGold(gold: GoldReading, document: number, scene: Scene, resources: UnitResources): GoldUnit[] {
  const { taxonomy, lexicon } = resources;
  const codes = taxonomy.issues.map(({ code }) => code);
  const hashes = hashesOf(codes);
  const made = (unit: Unit, right: readonly GoldPosition[], taught: boolean): GoldUnit => {
    const signs = signsOf(scene, unit, resources);
    const ground = groundOf(scene, unit, signs, resources);
    return {
      ground,
      document,
      unit,
      features: featuresOf(scene, unit, signs, ground, resources, hashes),
      held: givenHeld(unit, signs, lexicon),
      issues: givenIssues(signs),
      stances: givenStances(unit, signs),
      rightIssues: [...new Set(right.flatMap((p) => p.issues.map((i) => codes.indexOf(i)).filter((i) => i >= 0)))],
      rightStances: [...new Set(right.flatMap((p) => p.stances.map((s) => STANCES.indexOf(s))))],
      gold: right[0] ? gold.positions.indexOf(right[0]) : -1,
      taught,
    };
  };
  const found = unitsOf(scene, resources)
    .filter((unit) => {
      const signs = signsOf(scene, unit, resources);
      return !isUnreal(scene, unit, signs, lexicon) && !isFaint(signs) && !isOtherAct(scene, unit, signs, resources);
    })
    .map((unit) => {
      const { first, last } = hullOf(unit);
      const whole: Span = { start: scene.words[first]!.start, end: scene.words[last - 1]!.end };
      const right = gold.positions
        .map((p) => {
          const shared = common(whole, p.content);
          const shorter = Math.min(
            whole.end - whole.start,
            p.content.reduce((most, s) => Math.max(most, common(whole, [s]) > 0 ? s.end - s.start : 0), 1),
          );
          return { p, shared, share: shared / shorter };
        })
        .filter(({ p, shared, share }) => shared > 0 && share >= TOUCH && sameParty(gold, p.holder, unit.holder))
        .sort((a, b) => b.shared - a.shared)
        .map(({ p }) => p);
      return made(unit, right, false);
    });
  const taught = gold.positions.flatMap((p): GoldUnit[] => {
    const content = p.content.map((s) => rangeOf(scene, s)).filter((r) => r.last > r.first);
    if (content.length === 0) return [];
    const own = found.find((u) => u.gold >= 0 && gold.positions[u.gold] === p)?.unit;
    return [
      made(
        {
          holder: own?.holder ?? p.holder,
          holderSpan: null,
          content,
          cue: own?.cue ?? null,
          source: own?.source ?? 'verb',
          voice: p.voices[0] ?? 'self',
          by: null,
          statement: own?.statement ?? -1,
          act: own?.act ?? null,
          form: own?.form ?? null,
          listed: own?.listed ?? false,
        },
        [p],
        true,
      ),
    ];
  });
  return [...found, ...taught];
}

/** The candidates of all gold readings. */
export function goldUnits(scenes: readonly GoldScene[]): GoldUnit[] {
  const resources: UnitResources = { taxonomy: loadIssues(), lexicon: loadPositionLexicon(), grammar: loadGrammar() };
  return scenes.flatMap(({ gold, scene }, i) => unitsOfGold(gold, i, scene, resources));
}
