/** Positions of parties: what each wants, offers, accepts or refuses, issue by issue (docs/codebook.md, "Position"). */
import type { Position } from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import { type Scene, spanOf } from '../scene.ts';
import { featuresOf } from './features.ts';
import { givenIssues, givenStances } from './given.ts';
import { STANCES } from './lexicon.ts';
import { hashesOf, type PositionModel, sharesOf } from './model.ts';
import { signsOf } from './signs.ts';
import { type UnitResources, unitsOf } from './units.ts';

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

/** Reads the positions of a report. Pure. */
export function readPositions(scene: Scene, resources: PositionResources): readonly Position[] {
  const { taxonomy, lexicon, model } = resources;
  const codes = hashesOf(taxonomy.issues.map(({ code }) => code));
  const out: Position[] = [];
  for (const unit of unitsOf(scene, resources)) {
    const signs = signsOf(scene, unit, lexicon, taxonomy);
    const features = featuresOf(scene, unit, signs, lexicon, codes);
    const held = sharesOf(model.held, features.held, null)[1]!;
    if (held < model.threshold) continue;
    const issues = sharesOf(model.issue, features.issue, givenIssues(signs));
    const issue = best(issues);
    const share = held * issues[issue]!;
    if (share < model.threshold) continue;
    const stance = STANCES[best(sharesOf(model.stance, features.stance, givenStances(unit, signs)))]!;
    const content = unit.content.map((r) => spanOf(scene, r));
    out.push({
      id: idOf(
        scene.document.text_sha256,
        unit.holder,
        ...content.flatMap((s) => [s.start, s.end]),
        taxonomy.issues[issue]!.code,
      ),
      holder: unit.holder,
      holderSpan: unit.holderSpan,
      issues: [taxonomy.issues[issue]!.code],
      stance,
      content,
      objects: [],
      condition: null,
      precondition: false,
      movement: null,
      movementSpan: null,
      voice: unit.voice,
      by: unit.by,
      statement: scene.statements[unit.statement]?.id ?? null,
      confidence: Math.round(share * 1000) / 1000,
      made: [
        {
          stage: 'interpret',
          rule: 'interpret/position-stated',
          model: model.version,
          confidence: Math.round(held * 1000) / 1000,
        },
        { stage: 'interpret', rule: 'interpret/position-issue', model: model.version },
        { stage: 'interpret', rule: 'interpret/position-stance', model: model.version },
      ],
    });
  }
  return out;
}
