/** Disputes: two accounts that cannot both be right, or that one side contests. */
import type { Dispute, DisputeKind, Event, Position, Talk } from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import { overlaps } from '../../text/span.ts';
import type { Scene } from '../scene.ts';
import { type Account, sideOf } from './account.ts';
import { type DisputeTools, deniedByVerb, deniedByWords, type Pair } from './denials.ts';
import { differingFigures } from './figures.ts';
import { mutualAccounts, rivalAccounts } from './rivals.ts';
import { unverifiedAccounts } from './unverified.ts';

/** What the reading of disputes needs beside the report. */
export type DisputeResources = DisputeTools;

const KINDS: Readonly<Record<string, DisputeKind>> = {
  'interpret/dispute-denial': 'denial',
  'interpret/dispute-denial-by-words': 'denial',
  'interpret/dispute-counterclaim': 'counterclaim',
  'interpret/dispute-mutual': 'counterclaim',
  'interpret/dispute-figures': 'figures',
  'interpret/dispute-unverified': 'unverified',
};

/** Reads the disputes of a report, in the order of the words that tell them. Pure. */
export function readDisputes(
  scene: Scene,
  events: readonly Event[],
  _talks: readonly Talk[],
  _positions: readonly Position[],
  resources: DisputeResources,
): readonly Dispute[] {
  const verbs = deniedByVerb(scene, resources);
  const used = new Set(verbs.flatMap((p) => p.accounts.map((a) => a.statement)).filter((s) => s >= 0));
  const pairs: Pair[] = [
    ...verbs,
    ...deniedByWords(scene, resources, used),
    ...rivalAccounts(scene, resources),
    ...mutualAccounts(scene, resources),
    ...differingFigures(scene, events),
    ...unverifiedAccounts(scene, resources),
  ];
  return joined(pairs)
    .sort((a, b) => a.at - b.at)
    .map((pair) => recordOf(scene, events, pair));
}

const kindOf = ({ rule }: Pair): DisputeKind => KINDS[rule]!;

/** Whether two accounts share words and are of one voice. */
const same = (a: Account, b: Account): boolean =>
  a.who === b.who && a.content.some((s) => b.content.some((t) => overlaps(s, t)));

/** Pairs about the same two accounts become one, in the order given. */
function joined(pairs: readonly Pair[]): Pair[] {
  const out: Pair[] = [];
  for (const pair of pairs) {
    const known = out.findIndex(
      (p) =>
        (kindOf(p) === kindOf(pair) || (kindOf(p) !== 'unverified' && kindOf(pair) !== 'unverified')) &&
        pair.accounts.every((a) => p.accounts.some((b) => same(a, b))),
    );
    if (known < 0) out.push(pair);
  }
  return out;
}

function recordOf(scene: Scene, events: readonly Event[], pair: Pair): Dispute {
  const kind = kindOf(pair);
  const sides = pair.accounts.map((a) => sideOf(scene, a));
  const spans = sides.flatMap((s) => s.content);
  const about = events.filter((e) => e.evidence.some((s) => spans.some((t) => overlaps(s, t))));
  return {
    id: idOf(scene.document.text_sha256, 'dispute', kind, ...spans.flatMap((s) => [s.start, s.end]), pair.at),
    kind,
    sides,
    events: about.map((e) => e.id),
    confidence: pair.confidence,
    made: [{ stage: 'interpret', rule: pair.rule, confidence: pair.confidence }],
  };
}
