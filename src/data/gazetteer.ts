import { readFileSync } from 'node:fs';
import { type Gazetteer, readGazetteer } from '../interpret/places/gazetteer.ts';
import { type PlaceLexicon, parsePlaceLexicon } from '../interpret/places/lexicon.ts';
import { parse } from './yaml.ts';

const path = (name: string): URL => new URL(`../../data/gazetteers/${name}`, import.meta.url);

/** Reads the places of the world from data/gazetteers/places.bin. The bytes are kept and searched as they are. */
export const loadGazetteer = (file: string | URL = path('places.bin')): Gazetteer =>
  readGazetteer(readFileSync(file), 'data/gazetteers/places.bin');

/** Reads the words around names of places from data/gazetteers/words.yaml. */
export const loadPlaceLexicon = (): PlaceLexicon => parsePlaceLexicon(parse(readFileSync(path('words.yaml'), 'utf8')));
