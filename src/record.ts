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
export type Stage = 'ingest' | 'clean' | 'segment' | 'mention' | 'attribute';

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
}

/** One report as it was given. `text` is decoded once and never edited. */
export interface Document {
  readonly text: string;
  /** SHA-256 of the text in UTF-8, lower-case hexadecimal: the identity of a report. */
  readonly text_sha256: string;
  readonly origin: Origin;
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

export type Form = 'direct' | 'indirect' | 'mixed';

export type Act =
  | 'claim'
  | 'deny'
  | 'admit'
  | 'demand'
  | 'offer'
  | 'promise'
  | 'agree'
  | 'reject'
  | 'threaten'
  | 'accuse'
  | 'support'
  | 'assess';

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

// ------------------------------------------------------------------------------------------------ the reading

/** The whole of what one report yields. As JSON, one a line, it is what `rapporteur read --json` prints. */
export interface Reading {
  readonly document: Omit<Document, 'text' | 'notes'>;
  readonly filing: Filing;
  readonly statements: readonly Statement[];
  readonly referents: readonly Referent[];
  readonly mentions: readonly Mention[];
  readonly repeats: readonly Repeat[];
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
  /** The program's version and its models', so that a reading can be made again. */
  readonly producer: { readonly version: string; readonly models: Readonly<Record<string, string>> };
}
