import { StoreError } from '../error.ts';

/** SQLSTATE classes and codes (PostgreSQL, appendix A). */
const CONNECTION = /^(?:08(?:000|001|003|004|006)|57P0[123])/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'EAI_AGAIN']);

/** What PostgreSQL or the way to it says, as a fault in plain words; anything else as it is. */
export function faultOf(error: unknown, shown: string): unknown {
  const { code } = error as { code?: unknown };
  if (!(error instanceof Error) || typeof code !== 'string') {
    return error instanceof Error &&
      /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message)
      ? gone(error, shown)
      : error;
  }
  const fault = (kind: StoreError['code'], message: string): StoreError =>
    new StoreError(kind, message, { cause: error });
  if (NETWORK.has(code) || CONNECTION.test(code)) return gone(error, shown);
  switch (code) {
    case '28P01':
    case '28000':
      return fault('read-only', `${shown} does not let us in: ${error.message}. Check user and password.`);
    case '3D000':
      return fault('not-a-case', `${shown}: there is no such database. Make it with: createdb NAME`);
    case '42501':
      return fault(
        'read-only',
        `${shown}: this user may not do that (${error.message}). Give it the right, or use another.`,
      );
    case '25006':
      return fault('read-only', `${shown} was opened to be read, not to be changed.`);
    case '53100':
      return fault(
        'disk-full',
        `${shown}: the disk of the database is full. Nothing of this step was kept. Make room and run it again.`,
      );
    case '40001':
    case '40P01':
    case '55P03':
      return fault('busy', `${shown} is being written by another program. Try again in a moment.`);
    default:
      return error;
  }
}

const gone = (cause: Error, shown: string): StoreError =>
  new StoreError(
    'busy',
    `${shown} does not answer (${cause.message}). Nothing of this step was kept; it can be run again when the server is back.`,
    {
      cause,
    },
  );

/** The server and case as they may stand in messages: without a password. */
export function shownOf(url: string, schema: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `The database at ${host}${pathname}, ${schema}`;
  } catch {
    return `The database, ${schema}`;
  }
}
