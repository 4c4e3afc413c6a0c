import { readFileSync } from 'node:fs';
import { parseTalkModel, type TalkModel } from '../interpret/talks/accept.ts';
import { parseTalkLexicon, type TalkLexicon } from '../interpret/talks/lexicon.ts';
import { parse } from './yaml.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Reads the words that tell of talks from data/lexicons/en/talks.yaml. */
export const loadTalkLexicon = (): TalkLexicon => parseTalkLexicon(parse(read('data/lexicons/en/talks.yaml')));

/** Reads the learned choice of what is a talk from models/talks.json. */
export const loadTalkModel = (): TalkModel => parseTalkModel(JSON.parse(read('models/talks.json')));
