/** Builds the desk where it was not built yet, or where its sources are newer: before `npm start`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('../web', import.meta.url));
const built = join(web, 'dist', 'index.html');

const newestOf = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(join(web, 'dist')))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );

if (!existsSync(built) || newestOf(web) > statSync(built).mtimeMs) {
  console.error('Building the desk, which takes some seconds and is done once.');
  const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url));
  const { status } = spawnSync(process.execPath, [vite, 'build', web, '--logLevel', 'warn'], { stdio: 'inherit' });
  if (status !== 0) {
    console.error('The desk could not be built; the lines above say why.');
    process.exit(1);
  }
}
