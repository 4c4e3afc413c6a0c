import { readFileSync } from 'node:fs';
import { type EventModel, parseEventModel } from '../interpret/events/event-model.ts';
import type { EventResources } from '../interpret/events/events.ts';
import { type FigureLexicon, parseFigureLexicon } from '../interpret/events/figure-lexicon.ts';
import { type EventLexicon, parseEventLexicon } from '../interpret/events/lexicon.ts';
import type { Grammar } from '../interpret/grammar/lexicon.ts';
import { parse } from './yaml.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Reads the types of events and the words that tell of them from data/taxonomies/events.yaml. */
export const loadEventLexicon = (): EventLexicon => parseEventLexicon(parse(read('data/taxonomies/events.yaml')));

/** Reads how numbers are told from data/lexicons/en/figures.yaml. */
export const loadFigureLexicon = (): FigureLexicon => parseFigureLexicon(parse(read('data/lexicons/en/figures.yaml')));

/** Reads the learned part of the finding of events from models/events.json. */
export const loadEventModel = (): EventModel => parseEventModel(JSON.parse(read('models/events.json')));

/** All that the reading of events rests on. */
export const loadEventResources = (grammar: Grammar): EventResources => ({
  lexicon: loadEventLexicon(),
  figures: loadFigureLexicon(),
  grammar,
  model: loadEventModel(),
});
