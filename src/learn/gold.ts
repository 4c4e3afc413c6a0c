/**
 * Reads gold readings (made by docs/codebook.md) as training material: their words located in the text, two thirds to
 * learn from and a third kept aside to score on.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type {
  Act,
  DisputeKind,
  EventMode,
  EventStatus,
  EventType,
  FigureKind,
  Form,
  Movement,
  Span,
  Stance,
  TalkKind,
  TalkStatus,
  Voice,
} from '../record.ts';
import { sha256 } from '../text/digest.ts';
import { span } from '../text/span.ts';

/** Words of the text: the first such words, or the `nth`, or a stretch given outright. */
type Words =
  | string
  | { readonly words: string; readonly nth?: number }
  | { readonly start: number; readonly end: number };

export interface GoldStatement {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly speaker: readonly Span[];
  readonly names: readonly string[];
  readonly party: string | null;
  readonly form: Form;
  readonly acts: readonly Act[];
}

export interface GoldPosition {
  readonly holder: string;
  readonly issues: readonly string[];
  /** Every stance, and every voice, that a careful reader may choose. */
  readonly stances: readonly Stance[];
  readonly content: readonly Span[];
  readonly condition: readonly Span[];
  readonly movement: Movement | null;
  readonly voices: readonly Voice[];
}

export interface GoldTalk {
  readonly kinds: readonly TalkKind[];
  readonly statuses: readonly TalkStatus[];
  readonly participants: readonly string[];
  readonly mediators: readonly string[];
  readonly places: readonly string[];
  readonly when: { readonly start: string | null; readonly end: string | null } | null;
  readonly content: readonly Span[];
}

export interface GoldEvent {
  readonly types: readonly EventType[];
  readonly modes: readonly EventMode[];
  readonly actor: string | null;
  readonly target: string | null;
  readonly places: readonly string[];
  readonly when: { readonly start: string | null; readonly end: string | null } | null;
  readonly statuses: readonly EventStatus[];
  readonly figures: readonly {
    readonly what: FigureKind;
    readonly low: number | null;
    readonly high: number | null;
    readonly by: string | null;
  }[];
  readonly content: readonly Span[];
}

export interface GoldDispute {
  readonly kinds: readonly DisputeKind[];
  readonly sides: readonly { readonly who: string | null; readonly content: readonly Span[] }[];
}

export interface GoldReading {
  readonly name: string;
  /** Where the text lies, as the gold file says. */
  readonly path: string;
  readonly text: string;
  readonly published: string | null;
  readonly statements: readonly GoldStatement[];
  readonly positions: readonly GoldPosition[];
  readonly talks: readonly GoldTalk[];
  readonly events: readonly GoldEvent[];
  readonly disputes: readonly GoldDispute[];
  /** The usual name of each party, and the other names that stand for it. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
  /** Whether it is kept aside: never learned from. */
  readonly aside: boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: gold files are JSON made by hand; what is wrong in them is found by use
const list = <T = any>(x: T | readonly T[] | null | undefined): readonly T[] =>
  x === null || x === undefined ? [] : Array.isArray(x) ? (x as readonly T[]) : [x as T];

/** The place of the `nth` occurrence of some words. Throws where the text lacks them. */
function locate(text: string, words: Words, where: string): Span {
  if (typeof words === 'object' && 'start' in words) {
    if (words.end <= text.length) return span(words.start, words.end);
    throw new Error(`${where}: the text ends before ${words.end}`);
  }
  const given = typeof words === 'string' ? { words, nth: 1 } : { nth: 1, ...words };
  let at = -1;
  for (let n = 0; n < given.nth && (n === 0 || at >= 0); n++) at = text.indexOf(given.words, at + 1);
  if (at < 0) throw new Error(`${where}: these words are not in the text: ${JSON.stringify(given.words)}`);
  return span(at, at + given.words.length);
}

/**
 * All readings that may be learned from: the gold readings under `shared`, then those of the folder `readings`, whose texts
 * lie under `shared` too. A third of each set is marked as kept aside. The second folder may be absent.
 */
export const readAllGold = (shared: string, readings: string): GoldReading[] => [
  ...readGold(join(shared, 'gold')),
  ...(existsSync(readings) ? readGold(readings, shared) : []),
];

/**
 * Reads a folder of gold readings, in the order of their names. Texts are relative to `texts`: the folder's parent, where
 * nothing else is said. A reading may say of itself whether it is kept aside; of the others every third, by name, is. One
 * that names the digest of its text is refused where the text is another.
 */
export function readGold(folder: string, texts: string = dirname(resolve(folder))): GoldReading[] {
  const names = readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .sort();
  return names.map((name, i) => {
    const raw = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const text = readFileSync(resolve(texts, raw.text), 'utf8');
    if (raw.text_sha256 !== undefined && raw.text_sha256 !== sha256(text))
      throw new Error(
        `${name}: ${raw.text} is not the text that was read. Fetch that text again, or remove the reading.`,
      );
    const spans = (x: Words | readonly Words[] | null | undefined): Span[] => list(x).map((w) => locate(text, w, name));
    const statements = list(raw.statements).map(
      (s): GoldStatement => ({
        content: spans(s.content),
        cue: spans(s.cue),
        speaker: spans(s.speaker?.words ?? s.speaker?.span),
        names: list(s.speaker?.names),
        party: s.speaker?.party ?? null,
        form: s.form,
        acts: list(s.act),
      }),
    );
    const positions = list(raw.positions).map(
      (p): GoldPosition => ({
        holder: p.holder,
        issues: list(p.issues),
        stances: list(p.stance),
        content: spans(p.content),
        condition: spans(p.condition),
        movement: p.movement ?? null,
        voices: list(p.voice),
      }),
    );
    const talks = list(raw.talks).map(
      (t): GoldTalk => ({
        kinds: list(t.kind),
        statuses: list(t.status),
        participants: list(t.participants),
        mediators: list(t.mediators),
        places: list(t.place),
        when: t.when ?? null,
        content: spans(t.content),
      }),
    );
    const events = list(raw.events).map(
      (e): GoldEvent => ({
        types: list(e.type),
        modes: list(e.mode),
        actor: e.actor ?? null,
        target: e.target ?? null,
        places: list(e.place),
        when: e.when ?? null,
        statuses: list(e.status),
        figures: list(e.figures),
        content: spans(e.content),
      }),
    );
    const disputes = list(raw.disputes).map(
      (d): GoldDispute => ({
        kinds: list(d.kind),
        sides: list(d.sides).map((side) => ({ who: side.who ?? null, content: spans(side.content) })),
      }),
    );
    return {
      name,
      path: raw.text,
      text,
      published: raw.published ?? null,
      statements,
      positions,
      talks,
      events,
      disputes,
      parties: new Map(Object.entries<string[]>(raw.parties ?? {})),
      aside: raw.aside ?? i % 3 === 2,
    };
  });
}
