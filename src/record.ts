/**
 * Every type of the record, from the bytes of one report to its reading. This file imports nothing and is read first;
 * `reading.ts`, which lists the stages in order, is read second. `docs/codebook.md` says what each record means.
 *
 * Three rules hold throughout: all data is plain and immutable; every offset is a UTF-16 code unit index into
 * `Document.text` as it was given; and what no span supports is `null`, never guessed.
 */

declare const sourceOffset: unique symbol;

/** A UTF-16 code unit index into `Document.text`. Branded, so that an offset into a cleaned view cannot stand in. */
export type Offset = number & { readonly [sourceOffset]: true };

/** A half-open stretch `[start, end)` of `Document.text`. */
export interface Span {
  readonly start: Offset;
  readonly end: Offset;
}

// ------------------------------------------------------------------------------------------------ what made a record

/** The stages of the path, in order. */
export type Stage = 'ingest' | 'clean' | 'segment' | 'mention' | 'attribute' | 'interpret';

/** What made a record, so that it can be explained and disputed. */
export interface Producer {
  readonly stage: Stage;
  /** The rule's name, as documented where the rule is defined: `clean/advert-line`, `attribute/speaker-before-cue`. */
  readonly rule: string;
  /** The lexicon entry that fired (`cues.yaml: demand`), where one did. */
  readonly entry?: string;
  /** The model and its version (`attribution@1a2b3c4d`), where a learned part decided. */
  readonly model?: string;
  /** How sure the rule or model is, 0 to 1, where it can say. */
  readonly confidence?: number;
}

// ------------------------------------------------------------------------------------------------ ingest

/** What went wrong or deserves notice, where, and what to do about it. Never thrown: a note costs only itself. */
export interface Note {
  /** Stable and machine-readable: `empty`, `binary`, `not-english`, `mojibake`, `lone-surrogate`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Plain words: what is the matter, and the remedy. */
  readonly message: string;
  /** Where in the text, when it is about a place in it. */
  readonly span: Span | null;
  readonly stage: Stage;
}

/** Where a report came from. */
export interface Origin {
  /** The file as named by the user, or `-` for standard input. */
  readonly path: string;
  /** The line of a JSONL file (from 1) that held it; `null` where the whole file is the report. */
  readonly line: number | null;
  /**
   * Where in the file it stood, if the file holds several: the path inside an archive, the number of a record, message,
   * entry or row, joined by `!` from the outside in (`pages/lorn.html`, `day.warc.gz!record 12`). Absent where the
   * whole file is the report, and for lines of JSONL.
   */
  readonly within?: string;
}

/** One report as it was given. `text` is decoded once and never edited. */
export interface Document {
  readonly text: string;
  /** SHA-256 of the text in UTF-8, lower-case hexadecimal: the identity of a report. */
  readonly text_sha256: string;
  readonly origin: Origin;
  /**
   * SHA-256 of the bytes that the text was read from: the file, or the member of an archive. Absent where the report is
   * one line of a file that is read line by line.
   */
  readonly source_sha256?: string;
  /** Who wrote it, as the page or message says; absent where it does not. */
  readonly byline?: string;
  /** When the source says it was last changed, in the same form as `published`; absent where it does not. */
  readonly modified?: string;
  /** As the source's metadata gives them; what it does not give is `null`. */
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  /** ISO 8601 date or date and time, as precise as given. */
  readonly published: string | null;
  /** ISO 639-1: declared by the source, or identified; `null` where the text is too short to tell. */
  readonly language: string | null;
  readonly notes: readonly Note[];
}

// ------------------------------------------------------------------------------------------------ clean

/** What a block of the text is. Only `title`, `heading`, `paragraph`, `item` and `quotation` carry the report itself. */
export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quotation'
  | 'caption'
  | 'byline'
  | 'dateline'
  | 'advert'
  | 'link'
  | 'boilerplate';

/** One block: a line or paragraph of the text, or a piece of one that is not the report. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /**
   * The stretches of `span` to be read, in order, without Markdown marks, adverts glued into it, or repeats. Empty
   * where nothing of the block is read.
   */
  readonly runs: readonly Span[];
  readonly made: Producer;
}

/** Text that stands again in the same report; records come from the earlier copy only. */
export interface Repeat {
  readonly span: Span;
  /** The first copy. */
  readonly of: Span;
  /** Share of the words that agree, 0 to 1; 1 is word for word. */
  readonly likeness: number;
  readonly made: Producer;
}

/** Where and when a report was filed, and by whom, as a dateline or byline in the text says. */
export interface Filing {
  readonly place: Span | null;
  readonly agency: Span | null;
  readonly date: Span | null;
  readonly author: Span | null;
}

/** What cleaning adds: a view on the text, not a new text. Blocks are in order and do not overlap. */
export interface Cleaned {
  readonly blocks: readonly Block[];
  readonly repeats: readonly Repeat[];
  readonly filing: Filing;
  readonly notes: readonly Note[];
}

// ------------------------------------------------------------------------------------------------ segment

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export type Upos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One word or punctuation mark. */
export interface Word {
  readonly start: Offset;
  readonly end: Offset;
  /** As written. */
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  readonly tag: Upos;
  /** Whether white space stands before it in the view. */
  readonly spaced: boolean;
  /** How deep inside quotation marks it stands; the marks themselves count as outside. */
  readonly quote: number;
}

/** One sentence: words `[first, last)` of the report, and the block that holds it. */
export interface Sentence {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  /** Index into `Cleaned.blocks`. */
  readonly block: number;
}

/** A stretch in quotation marks. It may run over several sentences and paragraphs. */
export interface Quotation {
  /** The words inside the marks. */
  readonly span: Span;
  /** Words `[first, last)` inside the marks. */
  readonly first: number;
  readonly last: number;
  /** 1 for an outer quotation, 2 for one inside it. */
  readonly depth: number;
  /** Whether its closing mark was found, not inferred from the end of a paragraph. */
  readonly closed: boolean;
}

/** What segmenting adds. Words are those of the runs of all blocks, in order. */
export interface Segmented {
  readonly sentences: readonly Sentence[];
  readonly words: readonly Word[];
  readonly quotations: readonly Quotation[];
  readonly notes: readonly Note[];
}

// ------------------------------------------------------------------------------------------------ mention

export type MentionKind = 'person' | 'organisation' | 'place' | 'group' | 'date' | 'quantity';

/** A stretch of words that names or refers to something. */
export interface Mention {
  readonly span: Span;
  /** Words `[first, last)`. */
  readonly first: number;
  readonly last: number;
  readonly kind: MentionKind;
  /** A name ("Dmitry Peskov"), a description ("the ministry"), or a pronoun ("he"). */
  readonly form: 'name' | 'nominal' | 'pronoun';
  /** The referent's id, or `null` where the evidence leaves it open. */
  readonly referent: string | null;
  readonly made: Producer;
}

/** Somebody or something that a report speaks of, over all its mentions there. */
export interface Referent {
  /** A digest of the report and the first mention. */
  readonly id: string;
  readonly kind: MentionKind;
  /** The fullest name in the report ("Dmitry Peskov"), or the description where there is no name. */
  readonly name: string;
  /** The other names the report uses, as written. */
  readonly aliases: readonly string[];
  /** "Kremlin spokesman", as the report writes it. */
  readonly role: string | null;
  /** The side it speaks for, under the party's usual name; `null` for none or unknown. */
  readonly party: string | null;
  /** What made the party so: a lexicon entry, a nationality, an apposition. */
  readonly partyMade: Producer | null;
  /** Whether it stands for nobody in particular ("many", "observers"). */
  readonly generic: boolean;
}

/** What the mention stage adds. */
export interface Mentioned {
  readonly mentions: readonly Mention[];
  readonly referents: readonly Referent[];
  readonly notes: readonly Note[];
}

// ------------------------------------------------------------------------------------------------ attribute

export const FORMS = ['direct', 'indirect', 'mixed'] as const;
export type Form = (typeof FORMS)[number];

/** In the order in which models keep their scores: it never changes. */
export const ACTS = [
  'claim',
  'deny',
  'admit',
  'demand',
  'offer',
  'promise',
  'agree',
  'reject',
  'threaten',
  'accuse',
  'support',
  'assess',
] as const;
export type Act = (typeof ACTS)[number];

/** Who says it: the words that name the source, its resolved name, and its party. */
export interface Speaker {
  /** `null` where the source stands in no words of its own (a passive, a quotation left without one). */
  readonly span: Span | null;
  readonly name: string | null;
  readonly party: string | null;
  readonly referent: string | null;
}

/** Somebody other than the reporter is reported to say, write, think, want or signal something. */
export interface Statement {
  /** A digest of the report and the content's spans. */
  readonly id: string;
  /** The words that carry what is said, quotation marks outside; several spans where they are interrupted. */
  readonly content: readonly Span[];
  /** The words that report it; `null` where only quotation marks do. */
  readonly cue: Span | null;
  readonly speaker: Speaker;
  readonly form: Form;
  readonly act: Act;
  /** The id of the statement that holds this one, in a chain ("the agency quoted the minister as saying"). */
  readonly within: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** What found it, what chose its speaker, what chose its act: in this order. */
  readonly made: readonly Producer[];
}

/** What attribution adds. */
export interface Attributed {
  readonly statements: readonly Statement[];
  readonly notes: readonly Note[];
}

// ------------------------------------------------------------------------------------------------ interpret

/** An interval as far as the report fixes it, at the precision it states. Local time; nothing is converted. */
export interface Interval {
  /** ISO 8601, reduced to the precision stated (`2022`, `2022-03`, `2022-03-29`, `2022-03-29T04:00`); `null`: open. */
  readonly start: string | null;
  /** The last day, month ... that belongs to it, at the same precision; `null`: open ("since March"). */
  readonly end: string | null;
  /** What is known where the year, or more, is not fixed, in EDTF (ISO 8601-2): `XXXX-06-22`; a weekday: `XXXX-WXX-5`. */
  readonly pattern: string | null;
}

/** Words of the report that tell a time. */
export interface Time extends Interval {
  readonly span: Span;
  readonly precision: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'season' | 'quarter' | 'year' | 'decade' | 'vague';
  /** How the interval lies to the time named. A duration ("for two days") and a set ("every Monday") fix none. */
  readonly kind: 'point' | 'range' | 'since' | 'after' | 'until' | 'before' | 'duration' | 'set';
  /** What fixed it: the words and their report alone, or the report's own date. `null`: nothing did. */
  readonly anchor: 'text' | 'published' | null;
  readonly made: readonly Producer[];
}

/** When something was, is or will be. */
export interface When extends Interval {
  /** The words that tell it. */
  readonly span: Span;
}

/** A place that a report names, over all its mentions there. */
export interface Place {
  /** A digest of the report and the first mention. */
  readonly id: string;
  /** As the report writes it, in the fullest form. */
  readonly name: string;
  readonly spans: readonly Span[];
  /** The gazetteer's entry (`geonames:703448`, `state:UA`, `own:ombra-point`); `null` where it knows none. */
  readonly entry: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** The first-order administrative region. */
  readonly region: string | null;
  /** Degrees, WGS 84. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** What the coordinates stand for: the place, the middle of a region, the middle of a country. */
  readonly precision: 'place' | 'region' | 'country' | null;
  readonly made: readonly Producer[];
}

/** Where something was: the words, and the place of the reading. */
export interface Where {
  /** `Place.name`. */
  readonly name: string;
  /** `Place.id`. */
  readonly place: string;
  readonly span: Span;
}

/** Somebody's part in a talk or event. */
export interface Participant {
  /** The party's usual name, or that of a person or body of no known party. */
  readonly name: string;
  /** The words that name it there; `null` where the report says it elsewhere. */
  readonly span: Span | null;
}

/** In the order in which models number them: it never changes. */
export const STANCES = ['demands', 'offers', 'accepts', 'rejects'] as const;
export type Stance = (typeof STANCES)[number];
export const MOVEMENTS = ['unchanged', 'softer', 'harder', 'new', 'dropped'] as const;
export type Movement = (typeof MOVEMENTS)[number];
/** Whose word goes first where it is to be said what a party holds. */
export const VOICES = ['self', 'narrator', 'other'] as const;
/** Who says what a party wants: the party itself, the reporter, or somebody else. */
export type Voice = (typeof VOICES)[number];

/** From so sure on an entry is asserted, else possible. On reports kept aside 3 in 4 such positions were right, 4 in 5 events. */
const SURE = 0.8;
export const isSure = (entry: { readonly confidence: number }): boolean => entry.confidence >= SURE;
/** The confidence of an entry that is not to be asserted, however sure its words are. */
export const onlyPossible = (confidence: number): number => Math.min(confidence, SURE - 0.01);

/** What a party wants, offers, accepts or refuses on an issue. */
export interface Position {
  /** A digest of the report, the holder and the content. */
  readonly id: string;
  /** The party. */
  readonly holder: string;
  /** The words that name the holder; `null` where it is told elsewhere. */
  readonly holderSpan: Span | null;
  /** Codes of data/taxonomies/issues.yaml, the surest first; at least one. */
  readonly issues: readonly string[];
  readonly stance: Stance;
  readonly content: readonly Span[];
  /** Places or things named in it. */
  readonly objects: readonly string[];
  /** The words after *only if*, *unless*, *before*, *provided that*. */
  readonly condition: Span | null;
  /** Whether it must be met before the holder does something else. */
  readonly precondition: boolean;
  /** Only where a source speaks of change, never inferred. */
  readonly movement: Movement | null;
  /** The words that speak of it. */
  readonly movementSpan: Span | null;
  readonly voice: Voice;
  /** Whoever says so; `null` for the reporter. */
  readonly by: Speaker | null;
  /** The id of the statement it rests on; `null` where the reporter tells it. */
  readonly statement: string | null;
  /** How often positions like it were right, 0 to 1, where the model had not learned from their reports. */
  readonly confidence: number;
  readonly made: readonly Producer[];
}

export const TALK_KINDS = ['summit', 'negotiation', 'mediation', 'call', 'contact'] as const;
export type TalkKind = (typeof TALK_KINDS)[number];
export const TALK_STATUSES = [
  'proposed',
  'scheduled',
  'ongoing',
  'held',
  'stalled',
  'postponed',
  'cancelled',
  'refused',
] as const;
export type TalkStatus = (typeof TALK_STATUSES)[number];

/** A meeting, call, negotiation, mediation or contact about the conflict. One record over all its mentions. */
export interface Talk {
  readonly id: string;
  readonly kind: TalkKind;
  readonly status: TalkStatus;
  /** Parties by their usual names; people and bodies of no known party by their own. */
  readonly participants: readonly string[];
  /** Mediators and hosts. */
  readonly mediators: readonly string[];
  /** The words that name participants and mediators there. */
  readonly named: readonly Participant[];
  readonly place: Where | null;
  readonly when: When | null;
  /** The words that tell what came of it. */
  readonly outcome: Span | null;
  /** The words that carry it, the fullest mention first. */
  readonly evidence: readonly Span[];
  /** Ids of the statements that these words stand in; empty where the reporter tells it. */
  readonly statements: readonly string[];
  /** "reportedly", "is said to", as the report has it. */
  readonly hedge: Span | null;
  readonly confidence: number;
  readonly made: readonly Producer[];
}

/** PLOVER's names. */
export type EventType = (typeof EVENT_TYPES)[number];
/** PLOVER’s types, in the order in which models hold their weights. */
export const EVENT_TYPES = [
  'ASSAULT',
  'COERCE',
  'MOBILIZE',
  'RETREAT',
  'SANCTION',
  'AID',
  'COOPERATE',
  'PROTEST',
] as const;
export const EVENT_MODES = [
  'missile',
  'drone',
  'airstrike',
  'shelling',
  'ground',
  'bombing',
  'abduction',
  'killing',
  'other',
] as const;
/** How an ASSAULT was made. */
export type EventMode = (typeof EVENT_MODES)[number];
export const EVENT_STATUSES = ['happened', 'ongoing', 'planned', 'background'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];
export type FigureKind = 'killed' | 'wounded' | 'captured' | 'displaced' | 'weapons' | 'other';

/** A number told of an event, with its bounds and who gives it. */
export interface Figure {
  readonly what: FigureKind;
  /** "at least 9": low 9, high `null`; "up to 9": low `null`, high 9; "dozens": both `null`. */
  readonly low: number | null;
  readonly high: number | null;
  /** The number with its bounds and what it counts. */
  readonly span: Span;
  /** Whoever gives it; `null` for the reporter. */
  readonly by: string | null;
}

/** Something done on the ground or in the world by a party. One record over all its mentions. */
export interface Event {
  readonly id: string;
  readonly type: EventType;
  /** Of an ASSAULT; otherwise `null`. */
  readonly mode: EventMode | null;
  /** Who is said to have done it, under the party's usual name. */
  readonly actor: string | null;
  /** To whom or what. */
  readonly target: string | null;
  /** The words that name actor and target there. */
  readonly named: readonly Participant[];
  readonly place: Where | null;
  readonly when: When | null;
  readonly status: EventStatus;
  readonly figures: readonly Figure[];
  /** The words that carry it, the fullest mention first. */
  readonly evidence: readonly Span[];
  /** Ids of the statements that these words stand in; empty where the reporter tells it. */
  readonly statements: readonly string[];
  /** "reportedly", "allegedly", as the report has it; the words that accuse, where nothing else names the actor. */
  readonly hedge: Span | null;
  readonly confidence: number;
  readonly made: readonly Producer[];
}

export const DISPUTE_KINDS = ['denial', 'counterclaim', 'figures', 'unverified'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

/** One account in a dispute. */
export interface Side {
  /** Whoever gives it, by name; `null` where the report does not say. */
  readonly who: string | null;
  readonly party: string | null;
  readonly content: readonly Span[];
  /** The id of the statement; `null` where the reporter tells it. */
  readonly statement: string | null;
}

/** Two accounts that cannot both be right, or that one side contests. */
export interface Dispute {
  readonly id: string;
  readonly kind: DisputeKind;
  /** The contested account first. */
  readonly sides: readonly Side[];
  /** Ids of the events it is about. */
  readonly events: readonly string[];
  readonly confidence: number;
  readonly made: readonly Producer[];
}

/** What interpretation adds. */
export interface Interpreted {
  /** As `Reading.filed`. */
  readonly filed: string | null;
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly positions: readonly Position[];
  readonly talks: readonly Talk[];
  readonly events: readonly Event[];
  readonly disputes: readonly Dispute[];
  readonly notes: readonly Note[];
}

// ------------------------------------------------------------------------------------------------ the reading

/** The whole of what one report yields. As JSON, one a line, it is what `rapporteur read --json` prints. */
export interface Reading {
  readonly document: Omit<Document, 'text' | 'notes'>;
  readonly filing: Filing;
  /**
   * The day of `filing.date` as a value, in EDTF: `2031-03-22`, or `XXXX-03-22` where neither the text nor its metadata fix
   * the year. `null` where no day is written.
   */
  readonly filed: string | null;
  readonly statements: readonly Statement[];
  readonly positions: readonly Position[];
  readonly talks: readonly Talk[];
  readonly events: readonly Event[];
  readonly disputes: readonly Dispute[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly referents: readonly Referent[];
  readonly mentions: readonly Mention[];
  readonly repeats: readonly Repeat[];
  readonly blocks: readonly Block[];
  /** Where each sentence stands, in order. */
  readonly sentences: readonly Span[];
  readonly notes: readonly Note[];
  /** The program's version and its models', so that a reading can be made again. */
  readonly producer: { readonly version: string; readonly models: Readonly<Record<string, string>> };
}
