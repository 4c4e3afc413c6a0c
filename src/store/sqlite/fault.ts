import { StoreError } from '../error.ts';

/** Primary result codes of SQLite (sqlite.org/rescode.html). */
const CODES = { busy: 5, locked: 6, readOnly: 8, io: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 };
/** Extended codes that say that a write, a sync or the growing of a file failed. */
const WRITE_FAILED = new Set([778, 1034, 1290, 1546, 4618, 4874]);

const DAMAGED =
  'Run `rapporteur doctor` on it, and go back to the last backup if it is not sound. The reports themselves can be added again.';

/** What SQLite says, as a fault in plain words; anything else as it is. */
export function faultOf(error: unknown, path: string): unknown {
  const errcode = (error as { errcode?: unknown }).errcode;
  if (!(error instanceof Error) || typeof errcode !== 'number') return error;
  const fault = (code: StoreError['code'], message: string) => new StoreError(code, message, { cause: error });
  switch (errcode & 0xff) {
    case CODES.full:
      return fault(
        'disk-full',
        `The disk is full: ${path} cannot grow. Nothing of this step was kept, and all that was there before is intact. Make room and run it again.`,
      );
    case CODES.readOnly:
      return fault(
        'read-only',
        `${path} cannot be written: the file or its folder is read-only. Change its permissions, or copy it to a folder of your own.`,
      );
    case CODES.cannotOpen:
      return fault(
        'read-only',
        `${path} cannot be opened or made. Look whether its folder is there and whether you may write in it.`,
      );
    case CODES.busy:
    case CODES.locked:
      return fault('busy', `${path} is being written by another program. Try again in a moment.`);
    case CODES.corrupt:
      return fault('damaged', `${path} is damaged (${error.message}). ${DAMAGED}`);
    case CODES.notADatabase:
      return fault('not-a-case', `${path} is no case of this program: it is another kind of file. Name another file.`);
    case CODES.io:
      return WRITE_FAILED.has(errcode)
        ? fault(
            'disk-full',
            `${path} could not be written (${error.message}): the disk is full or failing. Nothing of this step was kept. Make room and run it again.`,
          )
        : fault(
            'disk',
            `${path} could not be read (${error.message}). Look after the disk, then run \`rapporteur doctor\`.`,
          );
    default:
      return error;
  }
}
