/**
 * Reads gold readings (made by docs/codebook.md) as training material: their words located in the text, two thirds to
 * learn from and every third, by name, kept aside to score on.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Act, Form, Span } from '../record.ts';
import { span } from '../text/span.ts';

type Words = string | { readonly words: string; readonly nth?: number };

export interface GoldStatement {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly speaker: readonly Span[];
  readonly names: readonly string[];
  readonly party: string | null;
  readonly form: Form;
  readonly acts: readonly Act[];
}

export interface GoldReading {
  readonly name: string;
  readonly text: string;
  readonly published: string | null;
  readonly statements: readonly GoldStatement[];
  /** Whether it is kept aside: never learned from. */
  readonly aside: boolean;
}

const list = <T>(x: T | readonly T[] | null | undefined): readonly T[] =>
  x === null || x === undefined ? [] : Array.isArray(x) ? (x as readonly T[]) : [x as T];

/** The place of the `nth` occurrence of some words. Throws where the text lacks them. */
function locate(text: string, words: Words, where: string): Span {
  const given = typeof words === 'string' ? { words, nth: 1 } : { nth: 1, ...words };
  let at = -1;
  for (let n = 0; n < given.nth && (n === 0 || at >= 0); n++) at = text.indexOf(given.words, at + 1);
  if (at < 0) throw new Error(`${where}: these words are not in the text: ${JSON.stringify(given.words)}`);
  return span(at, at + given.words.length);
}

/** Reads a folder of gold readings, in the order of their names. Texts are relative to the folder's parent. */
export function readGold(folder: string): GoldReading[] {
  const names = readdirSync(folder)
    .filter((f) => f.endsWith('.json'))
    .sort();
  return names.map((name, i) => {
    const raw = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const text = readFileSync(resolve(folder, '..', raw.text), 'utf8');
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
    return { name, text, published: raw.published ?? null, statements, aside: i % 3 === 2 };
  });
}
