import type { Cleaned, Document, Mention, Mentioned, Referent, Segmented, Span } from '../record.ts';
import { idOf } from '../text/digest.ts';
import { span } from '../text/span.ts';
import { type Context, newContext } from './context.ts';
import type { Entity } from './entities.ts';
import { findSides } from './find-sides.ts';
import { fold } from './fold.ts';
import { findGroups } from './groups.ts';
import { itemise } from './items.ts';
import type { MentionLexicon, NameEntry } from './lexicon.ts';
import type { NameModel } from './name-model.ts';
import { nameEntities } from './naming.ts';
import { made } from './party.ts';
import { giveSides } from './people-sides.ts';
import { readPhrases } from './phrases.ts';
import { findPolities } from './polities.ts';
import { resolve } from './resolve.ts';
import { isIssuer, type Source, sourceOf, wordsIn } from './speaker.ts';
import { surveyOf } from './survey.ts';
import { findMeasures } from './times.ts';
import { NOTHING_TOLD } from './told.ts';
import type { Trie } from './trie.ts';

/** What the mention stage needs beside the report. */
export interface MentionResources {
  readonly lexicon: MentionLexicon;
  /** Tells unknown names apart; without it, rules alone do. */
  readonly names?: NameModel | null;
}

/** Names whoever a span of the report names as a source. */
export type SpeakerResolver = (source: Span) => Source;

/** What the stage finds, with the way to ask it about any stretch of words. */
export interface MentionReading {
  readonly mentioned: Mentioned;
  readonly resolveSpeaker: SpeakerResolver;
}

/** People, bodies, places and groups of a report: who is who, and whose side each is on. */
export const mention = (
  document: Document,
  cleaned: Cleaned,
  segmented: Segmented,
  resources: MentionResources,
): Mentioned => readMentions(document, cleaned, segmented, resources).mentioned;

/** As `mention`, with a function that resolves any source of a statement. Pure: the same report gives the same answers. */
export function readMentions(
  document: Document,
  cleaned: Cleaned,
  segmented: Segmented,
  resources: MentionResources,
): MentionReading {
  const { lexicon } = resources;
  const { words, sentences } = segmented;
  const survey = surveyOf(words, sentences);
  let items = itemise(words, sentences, lexicon, NOTHING_TOLD, survey);
  let phrases = readPhrases(items, lexicon);
  // States and other sides that only the report itself tells of are read again as those of the lexicons are.
  const { place } = cleaned.filing;
  const filed = place ? fold(document.text.slice(place.start, place.end)).replace(/\s+/gu, ' ') : null;
  const states = findPolities(items, phrases, lexicon, filed);
  const told = new Map([...findGroups(items, survey, lexicon, states), ...states]);
  if (told.size > 0) {
    items = itemise(words, sentences, lexicon, told, survey);
    phrases = readPhrases(items, lexicon);
  }
  const context = newContext(document, lexicon, items, phrases, resources.names ?? null, filedAt(filed));
  nameEntities(context);
  findSides(context);
  giveSides(context);
  resolve(context);
  /** Whose seat the place of filing is; nobody's, where it is a place known for something else. */
  function filedAt(key: string | null): Context['filed'] {
    if (key === null) return null;
    const known = told.get(key) ?? nameOf(lexicon, key);
    const agency = cleaned.filing.agency !== null;
    if (known === null) return { party: null, agency };
    return known.kind === 'capital' ? { party: known.party, agency } : null;
  }
  const ids = new Map<Entity, string>();
  const idFor = (entity: Entity): string => {
    let id = ids.get(entity);
    if (id === undefined) {
      id = idOf(document.text_sha256, 'referent', items.words[entity.first]!.start, entity.serial);
      ids.set(entity, id);
    }
    return id;
  };
  const mentioned = record(context, idFor);
  const resolveSpeaker = (source: Span): Source => {
    const [first, last] = wordsIn(context, source);
    const { name, party, entity, made: by } = sourceOf(context, first, last);
    return { name, party, referent: entity && ids.has(entity) ? idFor(entity) : null, made: by };
  };
  return { mentioned, resolveSpeaker };
}

/** The capital of this name in the lexicons, or whatever else it names there. */
function nameOf(lexicon: MentionLexicon, key: string): NameEntry | null {
  let node: Trie<readonly NameEntry[]> | undefined = lexicon.names;
  for (const word of key.split(' ')) node = node?.next?.get(word);
  return node?.value?.find((e) => e.kind === 'capital') ?? node?.value?.[0] ?? null;
}

/** Writes what was found as plain records, in the order of the text. */
function record(context: Context, idFor: (entity: Entity) => string): Mentioned {
  const { words } = context.items;
  const mentions: Mention[] = [];
  const used = new Set<Entity>();
  const add = (entity: Entity, first: number, last: number, form: Mention['form'], rule: string): void => {
    used.add(entity);
    mentions.push({
      span: span(words[first]!.start, words[last - 1]!.end),
      first,
      last,
      kind: entity.kind,
      form,
      referent: idFor(entity),
      made: made(rule),
    });
  };
  const taken = new Set<number>();
  for (const [item, entity] of context.named) {
    add(entity, item.first, item.last, 'name', item.kind === 'name' ? 'mention/lexicon-name' : 'mention/name');
    for (let i = item.first; i < item.last; i++) taken.add(i);
  }
  for (const phrase of context.all) {
    if (phrase.item?.kind !== 'role' || phrase.person) continue;
    const entity = context.meant.get(phrase.head);
    if (entity && !taken.has(phrase.head))
      add(entity, phrase.first, phrase.last, 'nominal', entity.named ? 'mention/same-referent' : 'mention/description');
  }
  for (const [i, entity] of context.meant)
    if (words[i]!.tag === 'PRON' || words[i]!.tag === 'DET')
      add(entity, i, i + 1, 'pronoun', isIssuer(context, entity, i) ? 'mention/issuer' : 'mention/pronoun');
  // Dates and amounts stand for nobody: they have no referent.
  for (const { first, last, kind } of findMeasures(words, context.items.keys, context.lexicon.times))
    mentions.push({
      span: span(words[first]!.start, words[last - 1]!.end),
      first,
      last,
      kind,
      form: kind === 'date' ? 'name' : 'nominal',
      referent: null,
      made: made(`mention/${kind}`, 'times.yaml'),
    });
  mentions.sort((a, b) => a.first - b.first || b.last - a.last);
  const referents: Referent[] = [];
  for (const entity of context.roster.all) {
    if (!used.has(entity)) continue;
    referents.push({
      id: idFor(entity),
      kind: entity.kind,
      name: entity.name,
      aliases: [...entity.aliases].filter((a) => a !== entity.name),
      role: entity.role,
      party: entity.party,
      partyMade: entity.partyMade,
      generic: entity.generic,
    });
  }
  return { mentions, referents, notes: [] };
}
