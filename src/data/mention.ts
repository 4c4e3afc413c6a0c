import { readFileSync } from 'node:fs';
import { type MentionLexicon, parseMentionLexicon } from '../mention/lexicon.ts';
import { parse } from './yaml.ts';

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`../../data/lexicons/en/${file}`, import.meta.url), 'utf8'));

/** Reads the world's states, bodies, groups, leaders, roles and names from data/lexicons/en. */
export const loadMentionLexicon = (): MentionLexicon =>
  parseMentionLexicon({
    states: read('states.yaml'),
    bodies: read('bodies.yaml'),
    groups: read('groups.yaml'),
    roles: read('roles.yaml'),
    names: read('names.yaml'),
    leaders: read('leaders.yaml'),
    times: read('times.yaml'),
  });
