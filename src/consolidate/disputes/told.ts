import type { Evidence, ItemOf } from '../../case.ts';
import type { DisputeKind } from '../../record.ts';
import { evidenceOf } from '../evidence.ts';
import type { MergingLexicon } from '../join/lexicon.ts';
import { plainWords, topicOf } from '../join/words.ts';

/** One account, with the words of one report that carry it. */
export interface ToldSide {
  readonly who: string | null;
  readonly party: string | null;
  readonly evidence: Evidence;
  /** The id of the statement; `null` where the reporter tells it. */
  readonly statement: string | null;
}

/** A dispute as one report has it, or as two reports together show it. */
export interface ToldDispute {
  readonly evidence: Evidence;
  readonly kind: DisputeKind;
  /** The contested account first. */
  readonly sides: readonly ToldSide[];
  /** Ids of the items of the events that it is about. */
  readonly about: readonly string[];
  /** What shows it, where that is no dispute of a report; `null` for one. */
  readonly mark: string | null;
}

export function toldDisputeOf(item: ItemOf<'dispute'>): ToldDispute {
  const evidence = evidenceOf(item);
  return {
    evidence,
    kind: item.record.kind,
    sides: item.record.sides.map(({ who, party, content, statement }, i) => ({
      who,
      party,
      evidence: {
        ...evidence,
        words: item.sideWords[i] ?? '',
        spans: content,
        by: who === null && party === null ? null : { name: who, party },
      },
      statement,
    })),
    about: item.record.events,
    mark: null,
  };
}

/** Whether the record of a report holds accounts that differ: the same words of the same giver, or of nobody, are one account. */
export function isContested({ record, sideWords }: ItemOf<'dispute'>): boolean {
  if (record.sides.length < 2) return true;
  const words = new Set(sideWords.map(plainWords));
  const givers = new Set(record.sides.map(giverOf));
  return words.size > 1 || (givers.size > 1 && !givers.has(null));
}

/** A denial by its rival account is one dispute with a plain denial; numbers and doubts are others. */
export const kindGroup = (kind: DisputeKind): string => (kind === 'counterclaim' ? 'denial' : kind);

/** Who gives an account: its party, else its name. */
export const giverOf = ({
  party,
  who,
}: {
  readonly party: string | null;
  readonly who: string | null;
}): string | null => party ?? who;

/** Whoever contests: the givers of all accounts but the first. */
export const contestersOf = ({ sides }: ToldDispute): ReadonlySet<string> =>
  new Set(sides.slice(1).flatMap((side) => giverOf(side) ?? []));

export const giversOf = ({ sides }: ToldDispute): ReadonlySet<string> =>
  new Set(sides.flatMap((side) => giverOf(side) ?? []));

/** What is looked at again and again when disputes are compared. */
export interface KnownDispute {
  readonly told: ToldDispute;
  readonly topic: ReadonlySet<string>;
  readonly plain: string;
  readonly contesters: ReadonlySet<string>;
  readonly givers: ReadonlySet<string>;
}

export function knownDisputeOf(told: ToldDispute, lexicon: MergingLexicon): KnownDispute {
  const words = told.sides.map(({ evidence }) => evidence.words).join(' ');
  return {
    told,
    topic: topicOf(words, lexicon),
    plain: plainWords(words),
    contesters: contestersOf(told),
    givers: giversOf(told),
  };
}
