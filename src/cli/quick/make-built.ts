/** Puts the package aside for a quick start, behind whoever is working: started by a first `read` (`quick.ts`). */
import { rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeQuickStart } from './make.ts';
import { FOLDER } from './quick.ts';

setPriority(19);
const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
await makeQuickStart(beside('./aside.cjs'), [], beside('../main.js'));
rmSync(join(FOLDER, 'making'), { force: true });
