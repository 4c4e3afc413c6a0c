/** Disputes: two accounts that cannot both be right, or that one side contests. */
import type { Dispute, DisputeKind, Event, Position, Talk } from '../../record.ts';
import { idOf } from '../../text/digest.ts';
import { overlaps } from '../../text/span.ts';
import type { Scene } from '../scene.ts';
import { type Account, aboutOf, common, rangesOf, sideOf } from './account.ts';
import { deniedByWords, deniedOutright } from './by-words.ts';
import { type DisputeTools, deniedByVerb, type Pair } from './denials.ts';
import { differingFigures } from './figures.ts';
import type { DisputeLexicon } from './lexicon.ts';
import { deniedByNot } from './negated.ts';
import { disputedNumbers } from './numbers.ts';
import { opposedAccounts } from './opposed.ts';
import { differingAccounts, rivalAccounts } from './rivals.ts';
import { unverifiedAccounts } from './unverified.ts';

/** What the reading of disputes needs beside the report. */
export type DisputeResources = DisputeTools;

/** Denials that tell for sure what is denied: what stands right before. */
const OUTRIGHT = 'interpret/dispute-denied-outright';

const KINDS: Readonly<Record<string, DisputeKind>> = {
  'interpret/dispute-denial': 'denial',
  'interpret/dispute-denial-by-words': 'denial',
  'interpret/dispute-denied-by-not': 'denial',
  [OUTRIGHT]: 'denial',
  'interpret/dispute-counterclaim': 'counterclaim',
  'interpret/dispute-mutual': 'counterclaim',
  'interpret/dispute-opposed': 'counterclaim',
  'interpret/dispute-figures': 'figures',
  'interpret/dispute-number': 'figures',
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
  const verbs = deniedByVerb(scene, resources, events);
  const used = new Set(verbs.flatMap((p) => p.accounts.map((a) => a.statement)).filter((s) => s >= 0));
  const outright = deniedOutright(scene, resources, verbs);
  for (const { accounts } of outright) if (accounts[1]!.statement >= 0) used.add(accounts[1]!.statement);
  const figures = [...differingFigures(scene, resources, events), ...disputedNumbers(scene, resources)];
  const pairs: Pair[] = [
    ...verbs,
    ...deniedByWords(scene, resources, used),
    ...outright,
    ...deniedByNot(scene, resources, used),
    ...rivalAccounts(scene, resources),
    ...differingAccounts(scene, resources),
    ...opposedAccounts(scene, resources),
    ...figures,
    ...unverifiedAccounts(scene, resources, figures),
  ];
  return joined(scene, resources.lexicon, withoutDenied(pairs))
    .filter((pair) => kindOf(pair) !== 'counterclaim' || !isSameWords(pair))
    .sort((a, b) => a.at - b.at)
    .map((pair) => recordOf(scene, events, pair));
}

/** Two named sides whose accounts are one and the same words tell nothing of what each of them says. */
const isSameWords = ({ accounts: [a, b] }: Pair): boolean =>
  a !== undefined && b !== undefined && a.who !== null && b.who !== null && inside(a, b) && inside(b, a);

const inside = (a: Account, b: Account): boolean =>
  a.content.every((s) => b.content.some((t) => t.start <= s.start && s.end <= t.end));

const kindOf = ({ rule }: Pair): DisputeKind => KINDS[rule]!;

/** An account that somebody denies is contested already: that it came without evidence adds no dispute. */
const withoutDenied = (pairs: readonly Pair[]): Pair[] => {
  const denied = pairs.filter((p) => kindOf(p) === 'denial').map(({ accounts }) => accounts[0]!);
  const isDenied = (doubted: Account): boolean => denied.some((d) => touch(d, doubted));
  return pairs.filter((p) => kindOf(p) !== 'unverified' || !isDenied(p.accounts.at(-1)!));
};

const touch = (a: Account, b: Account): boolean => a.content.some((s) => b.content.some((t) => overlaps(s, t)));

/** Whether two accounts are of one voice: of one party, or of one speaker where no party is known. */
const voice = (a: Account, b: Account): boolean =>
  a.party !== null || b.party !== null ? a.party === b.party : a.who === b.who;

/** The words of both, without those that stand in both. */
const together = (a: Account, b: Account): Account => ({
  ...a,
  content: [...a.content, ...b.content.filter((s) => !a.content.some((t) => overlaps(s, t)))],
});

/**
 * Whether two pairs are one dispute: the same account contested by the same side, or a denial that names no account
 * beside one of the same side, in the same or the next sentence, that does.
 */
function one(scene: Scene, lexicon: DisputeLexicon, a: Pair, b: Pair): boolean {
  const [a0, a1] = a.accounts;
  const [b0, b1] = b.accounts;
  if (!a0 || !b0) return false;
  if ((kindOf(a) === 'unverified') !== (kindOf(b) === 'unverified')) return false;
  const near = Math.abs(scene.sentenceOf[a.at]! - scene.sentenceOf[b.at]!);
  if (kindOf(a) === 'unverified') return near <= 1 && (touch(a0, b0) || near === 0 || !a1 || !b1);
  if (!a1 || !b1 || !voice(a1, b1)) return false;
  if (touch(a0, b0)) return true;
  if (kindOf(a) !== 'denial' || kindOf(b) !== 'denial' || near > 1) return false;
  if ((a0.who !== null && b0.who !== null) || a.rule === OUTRIGHT || b.rule === OUTRIGHT) return false;
  const about = [a, b].map(({ accounts }) =>
    aboutOf(
      scene,
      lexicon,
      accounts.flatMap((x) => rangesOf(scene, x.content)),
    ),
  );
  return common(about[0]!, about[1]!) > 0;
}

/** Pairs that are one dispute become one. */
function joined(scene: Scene, lexicon: DisputeLexicon, pairs: readonly Pair[]): Pair[] {
  const out: Pair[] = [];
  for (const pair of pairs) {
    const known = out.findIndex((p) => one(scene, lexicon, p, pair));
    const other = out[known];
    if (!other) {
      out.push(pair);
      continue;
    }
    const [a, b] = [other.accounts, pair.accounts];
    const first = a[0]!.who === null && b[0]!.who !== null ? b[0]! : a[0]!;
    const lead = first === a[0] && voice(first, b[0]!) ? together(first, b[0]!) : first;
    const rest =
      a.length > 1 && b.length > 1 ? [together(a[1]!, b[1]!), ...a.slice(2)] : [...a.slice(1), ...b.slice(1)];
    out[known] = {
      ...other,
      accounts:
        kindOf(pair) === 'unverified' && a.length === 1 && b.length === 1 ? [together(a[0]!, b[0]!)] : [lead, ...rest],
    };
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
