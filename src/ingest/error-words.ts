import { IngestError } from './error.ts';

/** What went wrong with a file, in plain words with the remedy. */
export function inPlainWords(error: unknown): { code: string; message: string } {
  if (error instanceof IngestError) return { code: error.code, message: error.message };
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return { code: 'not-found', message: 'There is no such file or folder. Check the spelling of the path.' };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'not-allowed',
        message: 'You are not allowed to read it. Change its permissions, or read it as somebody who may.',
      };
    case 'EISDIR':
      return { code: 'folder', message: 'This is a folder, not a file.' };
    case 'EMFILE':
    case 'ENFILE':
      return {
        code: 'too-many-open',
        message: 'Too many files are open on this machine. Close some, or raise the limit (ulimit -n).',
      };
    case 'ELOOP':
      return { code: 'not-found', message: 'The link leads round in a circle. Give the file itself.' };
    default:
      return { code: 'unreadable', message: `It cannot be read: ${message}.` };
  }
}
