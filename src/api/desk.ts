/** The desk's own files: the built web app. Any address that is no file is the app's, which finds its way by it. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Answers with a file of `root`, or with its index. Only files that stand below `root` are ever read. */
export function deskFiles(root: string): (c: Context) => Promise<Response> {
  const read = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const target = normalize(join(root, path));
    if (!target.startsWith(normalize(root) + sep)) return null;
    return readFile(target).then(
      (bytes) => new Uint8Array(bytes),
      () => null,
    );
  };
  return async (c) => {
    let path: string;
    try {
      path = decodeURIComponent(c.req.path);
    } catch {
      path = '/';
    }
    const type = TYPES[extname(path)];
    const file = type && !path.includes('\0') ? await read(path) : null;
    if (file && type) {
      // Built files carry a digest in their names; the index does not.
      const forever = path.startsWith('/assets/');
      return c.body(file, 200, {
        'content-type': type,
        'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    }
    const index = await read('index.html');
    if (!index) return c.text('The desk is not built. Run: npm run build:web', 503);
    return c.body(index, 200, { 'content-type': TYPES['.html']!, 'cache-control': 'no-cache' });
  };
}
