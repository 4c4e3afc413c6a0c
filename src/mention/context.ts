import type { Document } from '../record.ts';
import { type Apposition, findAppositions } from './appositions.ts';
import { type Entity, People, Roster } from './entities.ts';
import type { Item, Items } from './items.ts';
import type { MentionLexicon } from './lexicon.ts';
import type { NameModel } from './name-model.ts';
import type { Phrase } from './phrases.ts';

/** All that is known of one report while its mentions are gathered. Lives for one call of the stage. */
export interface Context {
  readonly document: Document;
  readonly lexicon: MentionLexicon;
  /** `null`: unknown names are told apart by rules alone. */
  readonly model: NameModel | null;
  readonly items: Items;
  /** Phrases that stand by themselves, in order. */
  readonly top: readonly Phrase[];
  /** All phrases, inner ones after the one that holds them. */
  readonly all: readonly Phrase[];
  readonly appositions: readonly Apposition[];
  readonly roster: Roster;
  readonly people: People;
  /** Who or what a name means, by its item. */
  readonly named: Map<Item, Entity>;
  /** Who or what a phrase or pronoun means, by its head word. */
  readonly meant: Map<number, Entity>;
  /** The party behind a name that no lexicon has, by its folded words; the name that it goes by. */
  readonly sides: Map<string, string>;
  /** Bodies of the report by the last word of their name ("the Commission"); `null` where two share it. */
  readonly bodies: Map<string, Entity | null>;
  /** Where the report was filed, if it is told: the party whose seat that is, `null` where nothing knows the place; whether an agency did. */
  readonly filed: { readonly party: string | null; readonly agency: boolean } | null;
  /** Who is said to lead what a phrase means ("who commands the coastguard"), while its side is unknown. */
  readonly follows: Map<Phrase, Entity>;
  /** The two states that the report is about, once they were asked for. */
  main: { readonly two: readonly [string, string] | null } | null;
  /** The last two states that the report has named in one breath ("Halvia and Maravet"). */
  pair: { readonly two: readonly [string, string]; readonly sentence: number } | null;
  /** Whoever puts the report out, where its title says so ("Statement of the Teyl Front"): "we" outside quotations is it. */
  issuer: Entity | null;
  /** The state whose government, army and parliament the report means when it names none. */
  home: string | null;
}

/** The words of an item as the text writes them, without a full stop or apostrophe at the end. */
export function textOf(context: Context, first: number, last: number): string {
  const { words } = context.items;
  return context.document.text.slice(words[first]!.start, words[last - 1]!.end).replace(/\s+/gu, ' ');
}

export const keyOf = (items: Items, item: Item): string => items.keys.slice(item.first, item.last).join(' ');

/** Flattens phrases, each before those inside it. */
export function flatten(phrases: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = [];
  const visit = (phrase: Phrase): void => {
    out.push(phrase);
    phrase.inner.forEach(visit);
  };
  phrases.forEach(visit);
  return out;
}

export function newContext(
  document: Document,
  lexicon: MentionLexicon,
  items: Items,
  top: readonly Phrase[],
  model: NameModel | null,
  filed: Context['filed'] = null,
): Context {
  return {
    document,
    lexicon,
    model,
    items,
    top,
    all: flatten(top),
    appositions: findAppositions(items, top),
    roster: new Roster(),
    people: new People(),
    named: new Map(),
    meant: new Map(),
    sides: new Map(),
    bodies: new Map(),
    filed,
    follows: new Map(),
    main: null,
    pair: null,
    issuer: null,
    home: null,
  };
}

/**
 * Whether the words `[first, last)` are the subject of a verb of saying, before or after it; strictly, of one that only
 * people and those who speak for others have ("said", not "wants").
 */
export function speaks(context: Context, first: number, last: number, strictly = false): boolean {
  const { words } = context.items;
  const speech = strictly ? context.lexicon.speechBeforeSubject : context.lexicon.speech;
  let next = last;
  while (next < words.length && next < last + 2 && (words[next]!.tag === 'ADV' || words[next]!.tag === 'AUX')) next++;
  const after = words[next];
  const before = words[first - 1];
  const earlier = before?.tag === 'ADP' || before?.tag === 'VERB';
  if (
    after &&
    (after.tag === 'VERB' || after.lower === 'said' || after.lower === 'says') &&
    speech.has(after.lemma) &&
    !earlier
  )
    return true;
  // "Voss: no talks without a truce", at the head of a line.
  const { sentence, sentences } = context.items;
  if (after?.text === ':' && sentences[sentence[first]!]!.first >= first - 2) return true;
  return (
    before !== undefined &&
    before.tag === 'VERB' &&
    context.lexicon.speechBeforeSubject.has(before.lemma) &&
    before.lower !== before.lemma &&
    !before.lower.endsWith('ing') &&
    after?.tag !== 'VERB'
  );
}
