/**
 * Gold readings: what a careful reader wrote down from a report by docs/codebook.md, as words of the report. Here the
 * words are located in the text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Act, Form } from '../src/record.ts';
import { sha256 } from '../src/text/digest.ts';
import { type GoldRecords, parseRecords } from './gold-records.ts';
import { fold, listOf, type Stretch } from './likeness.ts';

export interface GoldStatement {
  readonly content: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly speaker: {
    readonly span: readonly Stretch[];
    /** Every name that is right for the speaker. */
    readonly names: readonly string[];
    readonly party: string | null;
  };
  readonly form: Form;
  /** Every act that a careful reader may choose. */
  readonly acts: readonly Act[];
}

export interface GoldReading extends GoldRecords {
  /** The gold file's name. */
  readonly name: string;
  /** The report's file. */
  readonly path: string;
  readonly text: string;
  readonly textDigest: string;
  /** Digest of the gold file and the text: what floors were measured on. */
  readonly digest: string;
  /** The usual name of each party, and the other names that stand for it. */
  readonly parties: ReadonlyMap<string, readonly string[]>;
  /** Whether statements and repeats were read at all: a reading of the other records alone is not scored on them. */
  readonly stated: boolean;
  readonly statements: readonly GoldStatement[];
  readonly repeats: readonly Stretch[];
  /** Kept aside, so that models and rules have not seen it: as the reading says, else every third by name. */
  readonly aside: boolean;
}

/** Words of the text: the first such words, or the `nth`, or a stretch given outright. */
export type Words = string | { readonly words: string; readonly nth?: number } | Stretch;

/** Where words stand. Throws where the text lacks them. */
export function locate(text: string, given: Words, where: string): Stretch {
  if (typeof given === 'object' && 'start' in given) return given;
  const { words, nth = 1 } = typeof given === 'string' ? { words: given } : given;
  let at = -1;
  for (let n = 0; n < nth; n++) {
    at = text.indexOf(words, at + 1);
    if (at < 0) throw new Error(`${where}: these words are not in the text: ${JSON.stringify(words)}`);
  }
  return { start: at, end: at + words.length };
}

/** A statement as a gold file gives it. */
interface Given {
  readonly content: Words | readonly Words[];
  readonly cue?: Words | readonly Words[] | null;
  readonly speaker?: {
    readonly words?: Words | readonly Words[] | null;
    readonly span?: Words | readonly Words[] | null;
    readonly names?: string | readonly string[] | null;
    readonly party?: string | null;
  } | null;
  readonly form: Form;
  readonly act: Act | readonly Act[];
}

/** A gold reading from its JSON and the report's text. */
export function parseGold(json: string, text: string, at: { name: string; path: string; aside: boolean }): GoldReading {
  const raw = JSON.parse(json);
  const spans = (given: Words | readonly Words[] | null | undefined): Stretch[] =>
    listOf(given).map((w) => locate(text, w, at.name));
  return {
    ...at,
    text,
    textDigest: sha256(text),
    digest: sha256(`${json}\u001f${text}`),
    parties: new Map(Object.entries<string[]>(raw.parties ?? {})),
    stated: raw.statements !== undefined,
    statements: listOf<Given>(raw.statements).map((s) => ({
      content: spans(s.content),
      cue: spans(s.cue),
      speaker: {
        span: spans(s.speaker?.words ?? s.speaker?.span),
        names: listOf(s.speaker?.names),
        party: s.speaker?.party ?? null,
      },
      form: s.form,
      acts: listOf(s.act),
    })),
    repeats: spans(raw.repeats),
    ...parseRecords<Words>(raw, spans),
  };
}

/** All gold readings of a folder, by name. Each names its text relative to `texts`: the folder's parent, if not told. */
export const readGold = (folder: string, texts: string = resolve(folder, '..')): readonly GoldReading[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name, i) => {
      const json = readFileSync(join(folder, name), 'utf8');
      const raw = JSON.parse(json);
      const path = resolve(texts, raw.text);
      return parseGold(json, readFileSync(path, 'utf8'), { name, path, aside: raw.aside ?? i % 3 === 2 });
    });

/** The party that a name stands for in a gold reading; a name it does not list stands for itself. */
export function partyOf(gold: Pick<GoldReading, 'parties'>, name: string | null | undefined): string | null {
  const wanted = fold(name);
  if (wanted === '') return null;
  for (const [party, others] of gold.parties)
    if ([party, ...others].some((other) => fold(other) === wanted)) return party;
  return name!;
}
