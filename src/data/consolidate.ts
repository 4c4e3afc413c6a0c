import { readFileSync } from 'node:fs';
import { type NameLexicon, parseNameLexicon } from '../consolidate/names/lexicon.ts';
import { parseSubjectLexicon, type SubjectLexicon } from '../consolidate/positions/subject.ts';
import { type OurWords, parseWords } from './words.ts';
import { parse } from './yaml.ts';

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../../data/lexicons/en/${name}.yaml`, import.meta.url), 'utf8'));

/** Reads how spellings of one name are told from data/lexicons/en/spellings.yaml. */
export const loadNameLexicon = (): NameLexicon => parseNameLexicon(read('spellings'));

/** Reads which words say nothing of what a demand is about from data/lexicons/en/subjects.yaml. */
export const loadSubjectLexicon = (): SubjectLexicon => parseSubjectLexicon(read('subjects'));

/** Reads our sentences for reasons and changes from data/words/consolidate.yaml. */
export const loadConsolidationWords = (): OurWords => {
  const file = 'data/words/consolidate.yaml';
  return parseWords(parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')), file);
};

/** Reads the words that join conditions from data/lexicons/en/positions.yaml, the longest first. */
export function loadJoiningWords(): readonly string[] {
  const { conditions } = read('positions') as { readonly conditions: readonly { readonly words: string }[] };
  const words = conditions.flatMap((kind) => kind.words.split(',').map((word) => word.replace(/\s+/g, ' ').trim()));
  return [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
