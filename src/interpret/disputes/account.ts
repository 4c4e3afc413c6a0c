/** One side's account of something: its words, who gives it, and what it is about. */
import type { Side, Span } from '../../record.ts';
import { type Range, rangeOf, type Scene, spanOf } from '../scene.ts';
import type { DisputeLexicon } from './lexicon.ts';

export interface Account {
  readonly who: string | null;
  readonly party: string | null;
  readonly content: readonly Span[];
  /** The index of the statement that gives it; -1 where none does. */
  readonly statement: number;
}

export const sideOf = ({ statements }: Scene, { who, party, content, statement }: Account): Side => ({
  who,
  party,
  content,
  statement: statements[statement]?.id ?? null,
});

/** The account that a statement gives. */
export function accountOf(scene: Scene, statement: number): Account {
  const { speaker, content } = scene.statements[statement]!;
  return { who: speaker.name, party: speaker.party, content, statement };
}

/** The words of a range as an account told by nobody, or by whoever is given. */
export const accountIn = (
  scene: Scene,
  range: Range,
  by: { readonly who: string | null; readonly party: string | null; readonly statement: number },
): Account => ({ ...by, content: [spanOf(scene, range)] });

/** Tags of words that tell what something is about. */
const TELLING: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'PROPN']);

/** What words are about: base forms of common words, words for the same thing counted as one. */
export function aboutOf(
  scene: Scene,
  { plain, alike, accounts }: DisputeLexicon,
  ranges: readonly Range[],
): Set<string> {
  const about = new Set<string>();
  for (const { first, last } of ranges) {
    for (let i = first; i < last; i++) {
      const { tag, lemma, lower } = scene.words[i]!;
      if (!TELLING.has(tag) || lemma.length < 3 || plain.has(lemma) || accounts.has(lemma)) continue;
      if (tag === 'PROPN' && scene.mentionOf[i]! >= 0 && !alike.has(lower)) continue;
      about.add(alike.get(lemma) ?? alike.get(lower) ?? lemma);
    }
  }
  return about;
}

/** The ranges of words of a statement's content. */
export const rangesOf = (scene: Scene, spans: readonly Span[]): Range[] => spans.map((s) => rangeOf(scene, s));

/** How many things two accounts are both about. */
export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
}

/** Whether words name a party. */
export function names(scene: Scene, ranges: readonly Range[], party: string | null): boolean {
  if (party === null) return false;
  // Two that speak with one voice are named by either.
  const parties = new Set([party, ...party.split(/, | and /u)]);
  for (const { first, last } of ranges) {
    for (let i = first; i < last; i++) {
      const id = scene.mentions[scene.mentionOf[i]!]?.referent;
      const own = id ? scene.referents.get(id)?.party : null;
      if (own && parties.has(own)) return true;
    }
  }
  return false;
}
