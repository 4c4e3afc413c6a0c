import type { Account, CaseDispute, EntryRow, Evidence, Happening } from '../../case.ts';
import { compare } from '../family.ts';
import type { Named } from '../join/bundle.ts';
import { hasDay } from '../join/days.ts';
import { confidenceOf, eachOnce, supportOf } from '../support.ts';
import { giverOf, type ToldDispute, type ToldSide } from './told.ts';

/** No list of evidence is longer; `support` counts all. */
const MOST_EVIDENCE = 200;

/** One dispute over all reports. `happenings`: those that it is about, by first evidence. */
export function disputeOf({ id, bundle }: Named<ToldDispute>, happenings: readonly Happening[]): CaseDispute {
  const { told } = bundle;
  const accounts = accountsOf(told);
  const counter = told.some(({ kind }) => kind === 'counterclaim');
  const kind = told[0]!.kind;
  const evidence = eachOnce(told.flatMap(({ sides }) => sides.map((side) => side.evidence)));
  const givers = new Set(accounts.flatMap((account) => [account.who, account.party]));
  return {
    id,
    kind: counter && kind === 'denial' ? 'counterclaim' : kind,
    accounts,
    happenings: happenings.map((happening) => happening.id),
    common: commonOf(happenings),
    figures: kind === 'figures' ? happenings.flatMap(({ figures }) => figures.filter(({ by }) => givers.has(by))) : [],
    // It stands as sure as the less sure of what stands against each other.
    confidence: accounts.reduce((least, account) => Math.min(least, confidenceOf(account.evidence)), 1),
    support: supportOf(evidence),
  };
}

/** Accounts by who gives them; the contested ones first, those of nobody named last, then by their first report. */
function accountsOf(told: readonly ToldDispute[]): readonly Account[] {
  const by = new Map<string, { sides: ToldSide[]; contested: boolean }>();
  for (const { sides } of told) {
    for (const [i, side] of sides.entries()) {
      const key = `${i === 0 ? 0 : 1} ${giverOf(side) ?? ''}`;
      const known = by.get(key);
      if (known) known.sides.push(side);
      else by.set(key, { sides: [side], contested: i === 0 });
    }
  }
  return [...by.values()]
    .sort((a, b) => Number(b.contested) - Number(a.contested) || rank(a.sides) - rank(b.sides))
    .map(({ sides }) => {
      const fullest = sides.reduce((a, b) => (b.evidence.words.length > a.evidence.words.length ? b : a));
      const named = sides.map(({ who }) => who).filter((who) => who !== null);
      return {
        who: named.sort(compare)[0] ?? null,
        party: sides[0]!.party,
        words: fullest.evidence.words,
        evidence: eachOnce(sides.map(({ evidence }) => evidence)).slice(0, MOST_EVIDENCE),
      };
    });
}

const rank = ([first]: readonly ToldSide[]): number => (first && giverOf(first) !== null ? 0 : 1);

/** What happened, where and when, as far as the record of it says: slots, no sentence of our own. */
function commonOf(happenings: readonly Happening[]): string | null {
  const [first] = happenings;
  if (!first) return null;
  const day = first.when?.start ?? null;
  return [first.type, first.place?.name ?? null, day].filter((slot) => slot !== null).join(', ');
}

export function disputeRow(dispute: CaseDispute, happenings: readonly Happening[]): EntryRow {
  const evidence: readonly Evidence[] = dispute.accounts.flatMap((account) => account.evidence);
  const when = happenings[0]?.when ?? null;
  return {
    kind: 'dispute',
    id: dispute.id,
    entry: dispute,
    parties: [...new Set(dispute.accounts.flatMap(({ party }) => party ?? []))].sort(compare),
    issue: null,
    status: null,
    type: dispute.kind,
    first: hasDay(when?.start ?? null) ? when!.start!.slice(0, 10) : dispute.support.first,
    last: dispute.support.last,
    reports: [...new Set(evidence.map(({ report }) => report))].sort(compare),
  };
}
