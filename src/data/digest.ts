import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idOf, sha256 } from '../text/digest.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/**
 * A digest of all lexicons and taxonomies that come with the program, whatever their version says: whoever has changed a
 * word in one reads otherwise.
 */
export function loadDataDigest(folder: string = DATA): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  // By code point, and with the slashes of the web, so that every machine has the same order and names.
  const named = files.map((path) => ({ path, name: path.slice(folder.length).replaceAll('\\', '/') }));
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  return idOf(...named.flatMap(({ path, name }) => [name, sha256(readFileSync(path).toString('latin1'))]));
}
