import { readFileSync } from 'node:fs';
import type { Reading } from '../record.ts';
import { sha256 } from '../text/digest.ts';

const bytesOf = (name: string): Buffer => readFileSync(new URL(`../../models/${name}`, import.meta.url));
const ofBytes = (name: string): string => `${name}@${sha256(bytesOf(`${name}.bin`)).slice(0, 8)}`;
const ofJson = (name: string): string =>
  (JSON.parse(bytesOf(`${name}.json`).toString('utf8')) as { version: string }).version;

/**
 * The version of the program and its models, as readings carry them, without loading the models: a store asks for it to
 * know which of its reports were read by this version.
 */
export function loadProducer(): Reading['producer'] {
  const own = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return {
    version: (JSON.parse(own) as { version: string }).version,
    models: {
      attribution: ofBytes('attribution'),
      names: ofBytes('names'),
      act: ofJson('act'),
      arguments: ofBytes('arguments'),
      positions: ofBytes('positions'),
      talks: ofJson('talks'),
      events: ofJson('events'),
    },
  };
}
