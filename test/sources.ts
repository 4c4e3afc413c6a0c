/** The source files of the project, for tests that look at the code itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export interface SourceFile {
  /** Relative to the root, with forward slashes: `src/clean/title.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below some folders of the root, in order of path. */
export const sourcesIn = (...folders: readonly string[]): readonly SourceFile[] =>
  folders
    .flatMap((folder) =>
      readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/').slice(ROOT.length)),
    )
    .sort()
    .map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));

/**
 * Takes comments away, and leaves strings, so that what looks like an import in a comment is none. Templates and
 * regular expressions that hold comment signs are rare enough that their tails may be lost.
 */
export const withoutComments = (text: string): string =>
  text.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g,
    (_, kept) => kept ?? '',
  );

/** What a file imports: module names as written. Type imports count, as do re-exports and `import()`. */
export function importsOf(text: string): readonly string[] {
  const code = withoutComments(text);
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
  ];
  return found.map((m) => m[1]!);
}
