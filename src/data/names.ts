import { readFileSync } from 'node:fs';
import { readModelFile } from '../learn/model-file.ts';
import type { NameModel } from '../mention/name-model.ts';
import { sha256 } from '../text/digest.ts';

/** Reads the weights that tell people, organisations and places apart among unknown names. */
export function loadNameModel(path: string | URL = new URL('../../models/names.bin', import.meta.url)): NameModel {
  const bytes = readFileSync(path);
  const file = readModelFile(bytes, String(path));
  const part = file.part('weights');
  return {
    bits: Number(file.header['bits']),
    weights: new Int8Array(part.buffer, part.byteOffset, part.length),
    version: `names@${sha256(bytes).slice(0, 8)}`,
  };
}
