/** The parts of the dossier of a case. As JSON it is what `rapporteur dossier --format json` prints. */
import type { PositionPoint, WordsAndDeeds } from '../../case.ts';
import type { Entry } from './evidence.ts';

export interface Issue {
  readonly code: string;
  readonly name: string;
}

/** Two things side by side: then and now, or two voices. */
export interface Pair {
  readonly said: string;
  readonly a: Entry;
  readonly b: Entry;
}

/** What one party holds on one issue. */
export interface PositionEntry {
  readonly id: string;
  readonly party: string;
  readonly issue: Issue;
  readonly stance: PositionPoint['stance'];
  readonly day: string | null;
  readonly support: string;
  /** Whether the record asserts it; what is less sure is only possible, and stands apart. */
  readonly sure: boolean;
  readonly now: Entry;
  readonly earlier: readonly Entry[];
  /** Older points that are left out. */
  readonly left: number;
  readonly claimed: readonly Entry[];
  readonly observed: readonly Pair[];
  readonly split: readonly Pair[];
  readonly scopes: readonly Entry[];
}

export interface FigureEntry {
  readonly what: string;
  readonly by: string;
  /** The number in words, and the words of the source, by day. */
  readonly told: readonly { readonly said: string; readonly entry: Entry; readonly day: string | null }[];
}

export interface TalkEntry {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly support: string;
  /** Whether the record asserts it; what is less sure is only possible, and stands apart. */
  readonly sure: boolean;
  readonly steps: readonly Entry[];
  readonly outcome: Entry | null;
}

export interface EventEntry {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly support: string;
  /** Whether the record asserts it; what is less sure is only possible, and stands apart. */
  readonly sure: boolean;
  /** Who is said to have done it, and to whom. */
  readonly said: readonly Entry[];
  readonly accounts: Entry;
  readonly figures: readonly FigureEntry[];
  readonly background: Entry | null;
}

export interface DisputeEntry {
  readonly id: string;
  readonly title: string;
  readonly support: string;
  /** Whether the record asserts it; what is less sure is only possible, and stands apart. */
  readonly sure: boolean;
  readonly accounts: readonly (Entry & { readonly party: string | null })[];
  readonly figures: readonly FigureEntry[];
}

/** What a party said that it would do or not do, and what it did after it on the issue. */
export interface UndertakingEntry {
  /** Of the point of its position. */
  readonly id: string;
  readonly party: string;
  readonly issue: Issue;
  readonly day: string | null;
  readonly sure: boolean;
  readonly said: Entry;
  /** By day. */
  readonly after: readonly Entry[];
  /** Deeds that are not named. */
  readonly left: number;
}

export interface ReportEntry {
  readonly number: number;
  readonly digest: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** ISO 8601; `XXXX-03-22` where no year is known. */
  readonly day: string | null;
  readonly url: string | null;
}

export interface CaseDossier {
  readonly title: string;
  readonly lede: string;
  /** What it is narrowed to, in words; `null` for the whole case. */
  readonly narrowed: string | null;
  readonly parties: readonly string[];
  readonly issues: readonly Issue[];
  readonly overview: {
    readonly sticking: readonly {
      readonly issue: Issue;
      readonly sure: boolean;
      readonly reasons: readonly string[];
      readonly lines: Entry;
    }[];
    readonly agreed: readonly Entry[];
    readonly unanswered: readonly Entry[];
  };
  readonly positions: readonly PositionEntry[];
  /** `null`: left out, since they have no issue and the dossier is of one. */
  readonly talks: readonly TalkEntry[] | null;
  readonly events: readonly EventEntry[] | null;
  readonly disputes: readonly DisputeEntry[] | null;
  readonly deeds: readonly WordsAndDeeds[] | null;
  /** Those on whose issue something was done after; left out with `deeds`. */
  readonly undertakings?: readonly UndertakingEntry[] | null;
  readonly reports: readonly ReportEntry[];
  /** Parts that were not asked for: they are passed over, not told to be empty. */
  readonly leftOut?: readonly string[];
}
