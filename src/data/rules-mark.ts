import { readdirSync, readFileSync } from 'node:fs';
import { idOf } from '../text/digest.ts';

/** Data that consolidation goes by. */
const DATA = [
  'lexicons/en/merging.yaml',
  'lexicons/en/spellings.yaml',
  'lexicons/en/subjects.yaml',
  'taxonomies/quads.yaml',
  'taxonomies/undertakings.yaml',
  'words/consolidate.yaml',
];

/**
 * A mark of how records are put together: a digest of the code of consolidation and of its data. What was made under
 * another mark is made again, and what no release changed is left as it is. Nobody needs to remember to raise a number.
 */
export function consolidationMark(): string {
  const code = new URL('../consolidate/', import.meta.url);
  const files = readdirSync(code, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.[jt]s$/.test(name) && !/\.d\.ts$|\.test\.|(?:^|\/)testing\./.test(name))
    .sort();
  const read = (name: string, base: URL): string => `${name}\n${readFileSync(new URL(name, base), 'utf8')}`;
  const data = new URL('../../data/', import.meta.url);
  return idOf([...files.map((name) => read(name, code)), ...DATA.map((name) => read(name, data))].join('\n'));
}
