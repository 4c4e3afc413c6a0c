/**
 * YAML, read once for each version of a file: what a text says is kept as JSON in the folder where Node keeps our compiled
 * code, under the digest of the text. That spares every later start a tenth of a second.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sha256 } from '../text/digest.ts';

/** Changes when what is kept would be read otherwise. */
const VERSION = 1;
const require = module.createRequire(import.meta.url);

let held: Map<string, unknown> | null = null;

/** From here on, what was parsed in this process is not parsed again: for what is put aside and begun again (`cli/quick`). */
export function keepParsed(): void {
  held ??= new Map();
}

/** What a YAML text says. Throws js-yaml's `YAMLException` where it is no YAML. */
export function parse(text: string): unknown {
  if (!held) return parseFrom(text);
  const key = sha256(text);
  if (!held.has(key)) held.set(key, parseFrom(text));
  return held.get(key);
}

function parseFrom(text: string): unknown {
  const folder = module.getCompileCacheDir?.();
  return folder === undefined ? parsed(text) : parseKept(text, join(folder, 'rapporteur'));
}

/** The same, kept in `folder`. What cannot be read or written there is done without. */
export function parseKept(text: string, folder: string): unknown {
  const path = join(folder, `yaml-${VERSION}-${sha256(text).slice(0, 32)}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Not kept yet, or not whole.
  }
  const value = parsed(text);
  const json = JSON.stringify(value);
  // Dates and the like are not the same in JSON: a text that has them is parsed every time.
  if (json !== undefined && isDeepStrictEqual(JSON.parse(json), value)) keep(path, folder, json);
  return value;
}

function keep(path: string, folder: string, json: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    // Under another name first, so that nobody reads half of it.
    const whole = `${path}.${process.pid}`;
    writeFileSync(whole, json);
    renameSync(whole, path);
  } catch {
    // A folder that cannot be written to only costs time.
  }
}

/** Loaded when it is needed, which with a kept text it is not. */
const parsed = (text: string): unknown => (require('js-yaml') as typeof import('js-yaml')).load(text);
