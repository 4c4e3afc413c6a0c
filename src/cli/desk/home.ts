/** Where cases are kept that were not given a folder of their own. */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { oneLine } from '../../export/harmless.ts';
import { WrongUse } from '../arguments.ts';
import { CASE_FILE } from '../case/folder.ts';
import { makeFolder, whyNot } from '../case/make-folder.ts';

/** The usual place for a program's data, by system: the XDG base directories, or what stands for them. */
export function dataHome(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  const own = env['RAPPORTEUR_HOME'];
  if (own) return own;
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Rapporteur');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Rapporteur');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'rapporteur');
}

/**
 * Makes the folder of cases where there is none.
 *
 * @throws WrongUse where it cannot be one
 */
export function makeHome(home: string): void {
  try {
    makeFolder(home);
  } catch (error) {
    const why = whyNot(error);
    throw new WrongUse(
      `The folder of cases ${oneLine(home)} cannot be made (${why}). Name another: --home, home in the file of settings, or RAPPORTEUR_HOME.`,
    );
  }
}

/** Names of folders below `home` that hold a case. */
export function casesIn(home: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(home, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
  } catch {
    return [];
  }
  return names.filter((name) => readdirSync(join(home, name)).includes(CASE_FILE)).sort();
}
