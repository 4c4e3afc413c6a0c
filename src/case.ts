/**
 * The types of a case: what many readings become together. `record.ts`, which this file builds on, has the types of one
 * report. Consolidation makes these from readings, store and exports keep them, api and desk show them.
 *
 * Rules as there: plain, immutable data; nothing that no words of a report carry; and nothing depends on the order in
 * which reports arrive. Days are ISO 8601 dates (`2031-03-04`) of the report that says so, unless they say otherwise.
 */
import type {
  Dispute,
  DisputeKind,
  Event,
  EventMode,
  EventStatus,
  EventType,
  FigureKind,
  Interval,
  Movement,
  Position,
  Reading,
  Span,
  Stance,
  Statement,
  Talk,
  TalkKind,
  TalkStatus,
  Voice,
} from './record.ts';

// ------------------------------------------------------------------------------------------------ the case file

/** A side, as the user may set it in `case.yaml`. Names are compared without case, accents and points. */
export interface PartyEntry {
  /** Its usual name, under which the record shows it. */
  readonly name: string;
  /** Its other names: `Port Asker`, `the Maravetian side`. */
  readonly aliases: readonly string[];
  /** People and bodies that speak for it. */
  readonly members: readonly string[];
}

/** What a user sets for a case; `rapporteur init` writes a first one from the reports. */
export interface CaseFile {
  readonly name: string;
  /** In the order in which they are shown. */
  readonly parties: readonly PartyEntry[];
  /** Names of one person or body that the reports do not show to be one. The first is the usual one. */
  readonly actors: readonly { readonly name: string; readonly aliases: readonly string[] }[];
  readonly places: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly latitude: number;
    readonly longitude: number;
  }[];
  /** GeoJSON files of its own, relative to the case file: regions, a line of contact. */
  readonly maps: readonly string[];
  /** Extra issues, in the form of data/taxonomies/issues.yaml. */
  readonly issues: readonly unknown[];
  /** Outlets: other names, the side they are known to stand on, whether they are an agency. */
  readonly sources: readonly {
    readonly outlet: string;
    readonly aliases: readonly string[];
    readonly side: string | null;
    readonly agency: boolean;
  }[];
}

// ------------------------------------------------------------------------------------------------ what goes in

/** What consolidation knows of a report. */
export interface ReportHead {
  /** `text_sha256`. */
  readonly id: string;
  /** As the source gives it, else as it stands above the text. */
  readonly title: string | null;
  /** Whether the title stands in the text alone. */
  readonly titleFromText: boolean;
  readonly outlet: string | null;
  /** The agency that it credits, under the case's name for it. */
  readonly agency: string | null;
  readonly url: string | null;
  /** As the source gives it. */
  readonly published: string | null;
  /** As `Reading.filed`: the day that the report writes of itself. */
  readonly filed: string | null;
  /** The day of `published`, else of `filed`, or where that is written as later; `null` where neither has a whole one. */
  readonly day: string | null;
}

/** Whoever says something. */
export interface Sayer {
  /** As the report resolves it; `null` where the report names nobody. */
  readonly name: string | null;
  /** The party it speaks for, under the case's name for it. */
  readonly party: string | null;
}

/** Words of a report, who says them, and whose they are: what an item and the evidence of an entry both have. */
export interface Quoted {
  /** The words that carry it: its spans cut from the text, joined by ` … `. */
  readonly words: string;
  readonly spans: readonly Span[];
  /** Who says so; `null` for the reporter. */
  readonly by: Sayer | null;
  /** "reportedly", as the report has it. */
  readonly hedge: string | null;
  /** The originator behind the words ("Littoral Press Agency"), and the earlier report that has them, if copied. */
  readonly originator: string;
  readonly copyOf: string | null;
}

/** Fields that every item has. */
export interface ItemHead extends Quoted {
  /** The id of the record in its reading. */
  readonly id: string;
  readonly report: ReportHead;
  /** Judged right by a user. */
  readonly accepted: boolean;
}

/** One record of one reading, with what is needed to set it beside others. Parties stand under the case's names. */
export type Item =
  | (ItemHead & {
      readonly kind: 'statement';
      readonly record: Statement;
      /** The places that its words name. */
      readonly places: readonly PlaceRef[];
      /** Of the speaker, as far as the report says: what it is, its office, and its other names there. */
      readonly speaker: {
        readonly kind: 'person' | 'organisation' | 'group' | 'place' | null;
        readonly office: string | null;
        readonly aliases: readonly string[];
        /** Whether it stands for nobody in particular ("observers"). */
        readonly generic: boolean;
      };
    })
  | (ItemHead & {
      readonly kind: 'position';
      readonly record: Position;
      /** The condition, and the words that claim movement, as written. */
      readonly condition: string | null;
      readonly movementWords: string | null;
      readonly said?: Pledge;
    })
  | (ItemHead & {
      readonly kind: 'talk';
      readonly record: Talk;
      readonly outcome: string | null;
      readonly at: PlaceRef | null;
    })
  | (ItemHead & {
      readonly kind: 'event';
      readonly record: Event;
      /** Of `record.figures`, in order: the words. */
      readonly figureWords: readonly string[];
      /** The entry of the gazetteer and the coordinates of `record.place`. */
      readonly at: PlaceRef | null;
    })
  | (ItemHead & {
      readonly kind: 'dispute';
      readonly record: Dispute;
      /** Of `record.sides`, in order: the words. */
      readonly sideWords: readonly string[];
      /** What tells when and where the events of `record.events` were, so that it can stand beside them. */
      readonly about: readonly EventBrief[];
    });

/** As much of an event as says which happening it may be. */
export type EventBrief = Pick<Event, 'id' | 'type' | 'status' | 'when'> & Pick<ItemOf<'event'>, 'at'>;

/** How words say what their party will do, where a statement does. */
export type Pledge = 'promise' | 'threaten';

export type ItemKind = Item['kind'];
export type ItemOf<K extends ItemKind> = Extract<Item, { readonly kind: K }>;

/** A place as far as the gazetteer knows it. */
export interface PlaceRef {
  readonly name: string;
  readonly entry: string | null;
  readonly country: string | null;
  /** The first-order administrative region. */
  readonly region: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: 'place' | 'region' | 'country' | null;
}

// ------------------------------------------------------------------------------------------------ evidence

/** One place of one report that carries an entry. Everything an entry asserts opens on these. */
export interface Evidence extends Quoted {
  /** `Item.id`. */
  readonly item: string;
  readonly kind: ItemKind;
  /** The report's id. */
  readonly report: string;
  readonly day: string | null;
  readonly outlet: string | null;
  /** The agency that the report credits: what it is named by where no outlet is known. */
  readonly agency: string | null;
  /** How sure the reading was of the record, from 0 to 1; 1 where a user judged it right. */
  readonly confidence: number;
}

/** How much stands behind an entry. */
export interface Support {
  readonly reports: number;
  readonly outlets: number;
  /** Those who did not take it from each other. */
  readonly originators: number;
  /** Of the reports, such as only take over words of others. */
  readonly copies: number;
  /** The first and last day of a report that says so. */
  readonly first: string | null;
  readonly last: string | null;
}

// ------------------------------------------------------------------------------------------------ position lines

/** What a party held on an issue at a day, as one or more reports have it in one way. */
export interface PositionPoint {
  /** The digest of its evidence. */
  readonly id: string;
  readonly day: string | null;
  readonly stance: Stance;
  readonly voice: Voice;
  /** Who says so; `null` for the reporter. */
  readonly by: Sayer | null;
  /** The words of the first of the evidence. */
  readonly words: string;
  /** What it is about: regions, terms. */
  readonly objects: readonly string[];
  readonly condition: string | null;
  readonly precondition: boolean;
  readonly said?: Pledge;
  /** How sure it is by all of its evidence, from 0 to 1 (`confidenceOf`); 1 where a user judged it right. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** A source says that a position moved. Never inferred. */
export interface ClaimedMovement {
  readonly movement: Movement;
  readonly day: string | null;
  readonly by: Sayer | null;
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

/**
 * Two dated statements of the party differ: its own, or where it has turned from one answer to the other, also such as
 * reporters tell of it. What that means is left to the reader: both are shown.
 */
export interface ObservedMovement {
  readonly from: PositionPoint;
  readonly to: PositionPoint;
  /** What differs. */
  readonly changed: readonly ('stance' | 'condition' | 'scope')[];
  /** Where the stance or a condition added or dropped tells a direction. */
  readonly direction: 'softer' | 'harder' | null;
}

/** What one party holds on one issue over time. */
export interface PositionLine {
  /** A digest of holder and issue. */
  readonly id: string;
  readonly holder: string;
  readonly issue: string;
  /** By day, undated ones last. */
  readonly points: readonly PositionPoint[];
  /**
   * The point that stands now: the party's own last words, else what the reporter, else what others say of it; what is only
   * possible stands where nothing surer is told.
   */
  readonly now: PositionPoint;
  /** How sure the stance of `now` is by all points that tell it (`confidenceOfStance`). */
  readonly confidence: number;
  readonly claimed: readonly ClaimedMovement[];
  readonly observed: readonly ObservedMovement[];
  /** Own voices of the party that contradict each other within a few days. */
  readonly split: readonly (readonly [PositionPoint, PositionPoint])[];
  /** Where reports give one demand different reach: one says two regions, another four. */
  readonly scopes: readonly { readonly objects: readonly string[]; readonly evidence: readonly Evidence[] }[];
  /** How many older points are left out here; they are asked by period. 0 for all but very long lines. */
  readonly earlier: number;
  readonly support: Support;
}

// ------------------------------------------------------------------------------------------------ talks

export interface TalkStep {
  readonly day: string | null;
  readonly status: TalkStatus;
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

/** One talk over all reports, from proposed to held or called off. */
export interface TalkLife {
  readonly id: string;
  readonly kind: TalkKind;
  /** The last one told. */
  readonly status: TalkStatus;
  readonly participants: readonly string[];
  readonly mediators: readonly string[];
  readonly place: string | null;
  /** When it is or was, as precise as told; `null`: no report says. */
  readonly when: Interval | null;
  readonly outcome: { readonly words: string; readonly evidence: Evidence } | null;
  /** By day. */
  readonly steps: readonly TalkStep[];
  readonly evidence: readonly Evidence[];
  /** As that of a position's point. */
  readonly confidence: number;
  readonly support: Support;
}

// ------------------------------------------------------------------------------------------------ events

/** What one claimant gives as a number, over time. A toll that rises is no dispute. */
export interface FigureRange {
  readonly what: FigureKind;
  /** Whoever gives it; `null` for reporters. */
  readonly by: string | null;
  /** By day; the last is what the claimant says now. */
  readonly told: readonly {
    readonly day: string | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly words: string;
    readonly evidence: Evidence;
  }[];
}

/** One event over all reports. */
export interface Happening {
  readonly id: string;
  readonly type: EventType;
  readonly mode: EventMode | null;
  readonly status: EventStatus;
  /** Who is said to have done it, each with who says so: rival names stand side by side. */
  readonly actors: readonly { readonly name: string; readonly evidence: readonly Evidence[] }[];
  readonly targets: readonly { readonly name: string; readonly evidence: readonly Evidence[] }[];
  readonly place: PlaceRef | null;
  readonly when: Interval | null;
  readonly figures: readonly FigureRange[];
  /** The fullest words first. */
  readonly evidence: readonly Evidence[];
  /** Later reports that mention it as background. */
  readonly background: readonly Evidence[];
  /** As that of a position's point. */
  readonly confidence: number;
  readonly support: Support;
}

// ------------------------------------------------------------------------------------------------ disputes

/** One account, over all reports that carry it. */
export interface Account {
  readonly who: string | null;
  readonly party: string | null;
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

/** Accounts that cannot both be right, within one report or across reports. */
export interface CaseDispute {
  readonly id: string;
  readonly kind: DisputeKind;
  /** The contested account first. */
  readonly accounts: readonly Account[];
  /** Ids of the happenings it is about. */
  readonly happenings: readonly string[];
  /** What the accounts agree on, in plain words made of slots (`ASSAULT, Nerith, 2031-03-14`); `null` for nothing known. */
  readonly common: string | null;
  /** As that of a position's point. */
  readonly confidence: number;
  readonly figures: readonly FigureRange[];
  readonly support: Support;
}

// ------------------------------------------------------------------------------------------------ actors

/** One person, body, group or party under all its names. */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'organisation' | 'group' | 'party';
  readonly name: string;
  readonly names: readonly { readonly name: string; readonly reports: number }[];
  /** Offices as reports write them, with the days of the first and last report that does. */
  readonly offices: readonly Held[];
  /** Parties it spoke for. */
  readonly parties: readonly Held[];
  readonly statements: number;
  readonly support: Support;
}

export interface Held {
  readonly name: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly reports: number;
}

// ------------------------------------------------------------------------------------------------ over the whole

/** An issue on which the parties stand against each other, with the reason in words. */
export interface StickingPoint {
  readonly issue: string;
  /** Whether the record asserts what both sides hold; those that are only possible stand behind the others. */
  readonly sure: boolean;
  /** Plain sentences, the weightiest first: who demands what another rejects, which conditions block each other. */
  readonly reasons: readonly string[];
  /** Lines that stand against each other. */
  readonly opposed: readonly { readonly a: string; readonly b: string; readonly evidence: readonly Evidence[] }[];
  /** Lines whose conditions wait for each other. */
  readonly blocked: readonly { readonly a: string; readonly b: string; readonly evidence: readonly Evidence[] }[];
  readonly support: Support;
  /** What orders them; no meaning of its own. */
  readonly weight: number;
}

export interface Agreed {
  readonly issue: string;
  readonly parties: readonly string[];
  readonly lines: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A demand or offer that no party has answered. */
export interface Unanswered {
  readonly line: string;
  readonly point: PositionPoint;
}

/** How many things a party said and did in a week, by PLOVER's four quads. */
export interface WordsAndDeeds {
  readonly party: string;
  /** The Monday. */
  readonly week: string;
  readonly verbalCooperation: number;
  readonly materialCooperation: number;
  readonly verbalConflict: number;
  readonly materialConflict: number;
}

export type Quad = 'verbalCooperation' | 'materialCooperation' | 'verbalConflict' | 'materialConflict';

/** An item that counts for a quad of a party in a week. */
export interface CountedItem extends Pick<WordsAndDeeds, 'party' | 'week'> {
  readonly quad: Quad;
  /** `Item.id`. */
  readonly item: string;
}

/** What a party said that it would do or not do, and what it did after that on the same issue: side by side, without a verdict. */
export interface Undertaking {
  /** Of the position line. */
  readonly line: string;
  readonly holder: string;
  readonly issue: string;
  readonly point: PositionPoint;
  /** Of its deeds of the weeks after, by day: those that name the same places or things, then the surest, then the first. */
  readonly deeds: readonly Happening[];
  /** All of its deeds of these weeks, and how many name the same. */
  readonly total: number;
  readonly alike: number;
}

export type EntryKind = 'line' | 'talk' | 'happening' | 'dispute' | 'actor';

/** What is new, changed or gone since a look. */
export interface Change {
  readonly what: 'new' | 'changed' | 'gone';
  readonly kind: EntryKind;
  readonly id: string;
  /** One plain sentence: what it is and what differs. */
  readonly words: string;
  readonly evidence: readonly Evidence[];
}

// ------------------------------------------------------------------------------------------------ judgements

/** What a judgement is about: an item of one report, or an entry of the case. */
export interface Target {
  readonly kind: ItemKind | EntryKind;
  readonly id: string;
  /** Of an item: its report and exact words, by which it is found again when a newer version reads the report. */
  readonly report: string | null;
  readonly words: string | null;
  /**
   * Of an entry: the key of its thread before any judgement, which the store sets when it takes the judgement. The
   * threads of what is merged become one (`Consolidation.threadOf`).
   */
  readonly thread?: string | null;
  /** Of an accepted entry: the items that it rested on, which the store sets: what comes later is not accepted by it. */
  readonly items?: readonly string[];
}

/** One line of the ledger: who decided what, when and why. Never changed; undone by another that names it. */
export interface Judgement {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  readonly why: string | null;
  readonly action:
    | { readonly do: 'accept' | 'reject'; readonly target: Target }
    /** Sets fields of an item; the spans stay as they are. */
    | { readonly do: 'edit'; readonly target: Target; readonly set: Readonly<Record<string, unknown>> }
    /** Two actors, talks, happenings or disputes are one. */
    | { readonly do: 'merge'; readonly targets: readonly Target[] }
    /** Items, or names of an actor, that do not belong to an entry. */
    | { readonly do: 'split'; readonly target: Target; readonly away: readonly string[] }
    | { readonly do: 'note'; readonly target: Target; readonly text: string }
    | { readonly do: 'undo'; readonly judgement: string };
}

/** Everything that a case holds, for small cases, tests and exports. Large cases are asked by page, from the store. */
export interface CaseRecord extends Whole {
  readonly name: string;
  readonly parties: readonly string[];
  readonly reports: readonly ReportHead[];
  readonly lines: readonly PositionLine[];
  readonly talks: readonly TalkLife[];
  readonly happenings: readonly Happening[];
  readonly disputes: readonly CaseDispute[];
  readonly actors: readonly Actor[];
  readonly wordsAndDeeds: readonly WordsAndDeeds[];
  readonly undertakings?: readonly Undertaking[];
}

// ------------------------------------------------------------------------------------------------ the work itself

/** An entry of the record, with what lists are narrowed by. */
export interface EntryRow {
  readonly kind: EntryKind;
  readonly id: string;
  readonly entry: PositionLine | TalkLife | Happening | CaseDispute | Actor;
  readonly parties: readonly string[];
  readonly issue: string | null;
  readonly status: string | null;
  readonly type: string | null;
  /** Days: of a talk or happening, when it is or was, else of its reports. */
  readonly first: string | null;
  readonly last: string | null;
  /** Reports that it rests on. */
  readonly reports: readonly string[];
}

/** Where the words of a report come from, by the links between copies. */
export type OriginOf = (report: string, spans: readonly Span[]) => Pick<Item, 'originator' | 'copyOf'>;

/** The report of this id, whose times copies take over that tell them less exactly; `null` where it is not there. */
export type OriginalOf = (report: string) => { readonly reading: Reading; readonly text: string } | null;

/**
 * Consolidation in steps, so that adding a report costs what it touches. All functions are pure and give the same for
 * the same set, in whatever order it is given. A store keeps what each step yields and calls only those whose input
 * changed:
 *
 * reading -> items -> (by `partsOf`) parts -> (by `threadOf`) threads -> entries -> the whole
 *
 * A part is small (one party, issue and month; one kind of event and day); a thread joins the parts of what may be one
 * entry (one party and issue).
 */
export interface Consolidation {
  /** A mark of rules and data: what was made with another is made again. */
  readonly version: string;
  itemsOf(reading: Reading, text: string, file: CaseFile, originOf: OriginOf, originalOf?: OriginalOf): readonly Item[];
  /**
   * Items as the ledger leaves them: rejected ones gone, edits made. An item is found by its id, else by its report and
   * exact words; a judgement about an item of a report in `items` that is found by neither is lost.
   */
  judged(items: readonly Item[], ledger: readonly Judgement[]): JudgedItems;
  /** The keys of the parts that an item belongs to; none for one that joins nothing. */
  partsOf(item: Item): readonly string[];
  /** What a part yields, as plain JSON. */
  part(key: string, items: readonly Item[]): unknown;
  /**
   * The key of the thread that a part belongs to. A merge that stands joins threads under the key of its first target's;
   * without a ledger it is the thread before any judgement, which is what `Target.thread` wants.
   */
  threadOf(part: string, ledger?: readonly Judgement[]): string;
  /** The entries of a thread; `parts` are all those whose `threadOf` with this ledger is `key`. */
  thread(
    key: string,
    parts: readonly { readonly key: string; readonly result: unknown }[],
    ledger: readonly Judgement[],
  ): Thread;
  /** One plain sentence for each entry that is new, changed in a way that a reader would see, or gone. */
  changes?(before: readonly ChangedEntry[], after: readonly ChangedEntry[]): readonly Change[];
  /** What the parties of these lines said that they would do or not do, the newest first, each beside those of the happenings. */
  undertakings?(lines: readonly PositionLine[], happenings: readonly Happening[]): readonly Undertaking[];
  /** Over the newest of all lines: what the parties are stuck on. */
  whole(lines: readonly PositionLine[]): Whole;
}

/** What a change needs of an entry. */
export type ChangedEntry = Pick<EntryRow, 'kind' | 'id' | 'entry'>;

export interface JudgedItems {
  readonly items: readonly Item[];
  /** Ids of judgements whose words are no longer there. */
  readonly lost: readonly string[];
}

export interface Thread {
  readonly entries: readonly EntryRow[];
  /** What the thread adds to the rows of parties and weeks; replaces what it added before. A row is the sum over threads. */
  readonly wordsAndDeeds: readonly WordsAndDeeds[];
  /** The item behind each count of them, the fullest words where there are several, so that a count opens on words. */
  readonly counted?: readonly CountedItem[];
}

export interface Whole {
  readonly stickingPoints: readonly StickingPoint[];
  readonly agreed: readonly Agreed[];
  readonly unanswered: readonly Unanswered[];
}
