/**
 * Puts all modules of the reader, dist/run/reader.js, into that one file: Node takes longer to find and link the two hundred
 * of them than to run them. They stand in dist one by one as well, for all else that imports them. The packages that the
 * program depends on stay outside. Run by `npm run build`.
 */
import { renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('../dist/run', import.meta.url));

await build({
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: `${folder}/reader.js`,
    // Beside the others, since data is found from where the code stands.
    outDir: `${folder}/bundle`,
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rollupOptions: { output: { format: 'es', entryFileNames: 'reader.js', codeSplitting: false } },
  },
});
renameSync(`${folder}/bundle/reader.js`, `${folder}/reader.js`);
rmSync(`${folder}/bundle`, { recursive: true });
