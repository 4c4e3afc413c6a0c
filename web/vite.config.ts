/**
 * How the desk is built: from this folder into `web/dist`, which the server hands out. Nothing is put into the page
 * itself and nothing is loaded from elsewhere, so that the strictest content policy holds.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative, so that the desk works below any path.
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // A data: image would be allowed, a data: style would not.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    // The outlines of the world are large; only the map loads them.
    chunkSizeWarningLimit: 900,
  },
});
