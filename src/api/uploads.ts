/** Files handed over by a browser, put into a folder of the case under names that can do no harm. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ApiProblem } from './problem.ts';

export interface UploadLimits {
  /** Of all files of one request, in bytes. */
  readonly bytes: number;
  readonly files: number;
}

export const UPLOAD_LIMITS: UploadLimits = { bytes: 256 * 1024 * 1024, files: 5000 };

/** Folders deeper than this are flattened. */
const DEPTH = 12;
const LONGEST = 150;

/**
 * The path below a folder under which a file of this name is kept: no way out of the folder, no name that a system
 * takes for something else. `index` keeps two files apart whose names become one.
 */
export function safePath(name: string, index: number): string {
  const parts = name
    .normalize('NFC')
    .split(/[\\/]+/)
    .map((part) =>
      [...part]
        .map((c) => (/[\p{L}\p{N}\p{M} ._()+,=@~-]/u.test(c) ? c : '_'))
        .join('')
        .replace(/^[. ]+|[. ]+$/g, ''),
    )
    .filter((part) => part !== '')
    .map((part) => (part.length > LONGEST ? `${part.slice(0, LONGEST / 2)}~${part.slice(-LONGEST / 2)}` : part));
  const kept = parts.slice(-DEPTH);
  return kept.length === 0 ? `file-${index + 1}` : kept.join('/');
}

/** Writes the files; answers under which names. */
export async function keepFiles(folder: string, files: readonly File[], limits: UploadLimits): Promise<string[]> {
  if (files.length === 0) throw new ApiProblem(400, 'no-files', 'No files', 'Send files in the field "files".');
  if (files.length > limits.files) {
    const detail = `These are ${files.length} files; ${limits.files} may be sent at once. Add the rest after these, or use "rapporteur add" on the folder.`;
    throw new ApiProblem(413, 'too-many', 'Too many files', detail);
  }
  const taken = new Set<string>();
  for (const [i, file] of files.entries()) {
    let path = safePath(file.name, i);
    // A name may not be a file here and a folder there, nor differ by case alone where the system does not tell.
    if (taken.has(path.toLowerCase())) path = `${dirname(path)}/${i + 1}-${path.split('/').at(-1)}`;
    taken.add(path.toLowerCase());
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, Buffer.from(await file.arrayBuffer()), { flag: 'wx' });
  }
  return [...taken];
}
