/** Positions of parties: what each wants, offers, accepts or refuses, issue by issue (docs/codebook.md, "Position"). */
import { type Position, type Producer, type Span, STANCES, type Stance } from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import { byPosition, overlaps, span } from '../../text/span.ts';
import { type Scene, spanOf } from '../scene.ts';
import { askedBy } from './asked.ts';
import { withoutConditions } from './conditions.ts';
import { conditionOf, movementOf, objectsOf } from './extras.ts';
import { featuresOf } from './features.ts';
import { givenHeld, givenIssues, givenStances, issueShare } from './given.ts';
import { groundOf, isFaint, isLinks, isOtherAct, isUnreal } from './ground.ts';
import type { Issue } from './issues.ts';
import { type Cluster, merged, type Weighed } from './merge.ts';
import { confidenceOf, hashesOf, type PositionModel, sharesOf, thresholdOf } from './model.ts';
import { type Signs, signsOf } from './signs.ts';
import type { UnitResources } from './unit.ts';
import { unitsOf } from './units.ts';

/** What positions are read with. */
export interface PositionResources extends UnitResources {
  readonly model: PositionModel;
}

/** The place of the largest share. */
function best(shares: Float64Array): number {
  let at = 0;
  for (let i = 1; i < shares.length; i++) if (shares[i]! > shares[at]!) at = i;
  return at;
}

/** Who promises new sanctions wants them; who promises to lift them offers something. */
function promisedStance({ predicates }: Signs, { promised }: Issue, stance: Stance): Stance {
  if (stance !== 'offers' || promised === null) return stance;
  return predicates.some(({ predicate }) => predicate.yields) ? stance : promised;
}

/** The candidates that are surer than the model's thresholds, with issue and stance. */
function weigh(scene: Scene, resources: PositionResources): Weighed[] {
  const { taxonomy, lexicon, model } = resources;
  const hashes = hashesOf(taxonomy.issues.map(({ code }) => code));
  const out: Weighed[] = [];
  for (const unit of unitsOf(scene, resources)) {
    const signs = signsOf(scene, unit, resources);
    if (isUnreal(scene, unit, signs, lexicon) || isFaint(signs) || isLinks(scene, unit)) continue;
    if (isOtherAct(scene, unit, signs, resources)) continue;
    const ground = groundOf(scene, unit, signs, resources);
    const least = thresholdOf(model.thresholds, unit.act, ground);
    const issues = givenIssues(signs);
    const issue = best(issues);
    const clear = issueShare(issues, issue);
    // The features cost most, and are not needed where no issue is clear enough.
    if (clear < least) continue;
    const features = featuresOf(scene, unit, signs, ground, resources, hashes);
    const given = Float64Array.of(0, givenHeld(unit, signs, lexicon));
    const share = clear * sharesOf(model.held, features.held, given)[1]!;
    if (share < least) continue;
    const likeliest = STANCES[best(sharesOf(model.stance, features.stance, givenStances(unit, signs)))]!;
    const stance = promisedStance(signs, taxonomy.issues[issue]!, likeliest);
    const main = { ...unit, content: withoutConditions(scene, unit.content, signs.conditions) };
    const confidence = confidenceOf(model.calibration, share, ground);
    const weighed: Weighed = { unit: main, signs, issue, stance, share, confidence, asked: false };
    out.push(weighed, ...askedBy(scene, weighed, resources));
  }
  return out;
}

/** The words of all mentions, in order; those that touch as one. */
function contentOf(scene: Scene, cluster: Cluster): Span[] {
  const spans = cluster.flatMap(({ unit }) => unit.content.map((r) => spanOf(scene, r))).sort(byPosition);
  const out: Span[] = [];
  for (const s of spans) {
    const before = out.at(-1);
    if (before && overlaps(before, s)) out[out.length - 1] = span(before.start, Math.max(before.end, s.end));
    else out.push(s);
  }
  return out;
}

const RULES = {
  statement: 'interpret/position-stated',
  verb: 'interpret/position-told',
  noun: 'interpret/position-noun',
  deed: 'interpret/position-deed',
} as const;

const rounded = (x: number): number => Math.round(x * 1000) / 1000;

function positionOf(scene: Scene, cluster: Cluster, { taxonomy, lexicon, model }: PositionResources): Position {
  const [{ unit, issue, stance }] = cluster;
  const content = contentOf(scene, cluster);
  const { code } = taxonomy.issues[issue]!;
  const confidence = rounded(cluster[0].confidence);
  const made = (rule: string): Producer => ({ stage: 'interpret', rule, model: model.version });
  return {
    id: idOf(scene.document.text_sha256, unit.holder, code, ...content.flatMap((s) => [s.start, s.end])),
    holder: unit.holder,
    holderSpan: unit.holderSpan,
    issues: [code],
    stance,
    content,
    objects: objectsOf(
      scene,
      cluster.flatMap((m) => m.unit.content),
    ),
    ...conditionOf(scene, cluster, lexicon),
    ...movementOf(scene, cluster),
    voice: unit.voice,
    by: unit.by,
    statement: scene.statements[unit.statement]?.id ?? null,
    confidence,
    made: [
      { ...made(RULES[unit.source]), confidence },
      { stage: 'interpret', rule: 'interpret/position-issue' },
      cluster[0].asked ? made('interpret/position-asked') : made('interpret/position-stance'),
    ],
  };
}

/** Reads the positions of a report, in the order of the text. Pure. */
export function readPositions(scene: Scene, resources: PositionResources): readonly Position[] {
  return merged(scene, weigh(scene, resources)).map((cluster) => positionOf(scene, cluster, resources));
}
