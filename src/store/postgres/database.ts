import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Database, Queries, Value, Writing } from '../database.ts';
import { StoreError } from '../error.ts';
import { POSTGRESQL } from '../sql/dialect.ts';
import { faultOf, shownOf } from './faults.ts';
import { Occupied } from './occupied.ts';

export interface PostgresOptions {
  /** Each case has a schema of its own: its tables never meet another's. */
  readonly schema: string;
  readonly readOnly?: boolean;
  /** Whether the schema is made where there is none, unless it is only read; it is unless told. */
  readonly make?: boolean;
  /** Connections that read at once. */
  readonly readers?: number;
}

/**
 * One writer of a case at a time, over all machines, or several that write beside each other; the number names the lock. Whoever
 * waits for it is served in the order of coming, so that none waits for ever.
 */
const lockOf = (schema: string): string =>
  createHash('sha256').update(`rapporteur/${schema}`).digest().readBigInt64BE(0).toString();

/** What each connection is told. Where the way to us is cut, the server must not keep our lock for hours; in seconds. */
const SETTINGS = [
  'timezone=UTC',
  'client_min_messages=warning',
  'tcp_keepalives_idle=20',
  'tcp_keepalives_interval=5',
  'tcp_keepalives_count=4',
  'tcp_user_timeout=60s',
];

/** int8 as a number: what is counted here stays far below 2^53; a value beyond is told, not rounded. */
const INT8 = 20;
const asNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large a number for this program.`);
  return number;
};
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? asNumber : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** `?` as `$1`, `$2` ... Our SQL has no question mark but for values. */
function numbered(sql: string): string {
  let n = 0;
  return sql.replace(/\?/g, () => `$${++n}`);
}

const sent = (value: Value): unknown =>
  value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;

/** Lists of values that one INSERT takes; PostgreSQL numbers values up to 65,535. */
const TOGETHER = 250;
const SHORT = 8;
const ONE_ROW = /^(INSERT INTO [^)]+\)\s+VALUES\s+)(\((?:[^()]|\([^()]*\))*\))(\s+ON CONFLICT [^?]*)?$/s;
/** A row that is known by what it holds. */
const ONE_GONE = /^DELETE FROM (\w+) WHERE (\w+ = \?(?: AND \w+ = \?)+)$/;
/** So many commands may be on their way at once: what they hold stands in memory until the server has it. */
const MOST_SENT = 256;

/** One command for so many lists of values; `null` where each needs a command of its own. */
function manyOf(sql: string): ((length: number) => string) | null {
  const repeated = (row: string, length: number): string => Array.from({ length }, () => row).join(', ');
  const row = ONE_ROW.exec(sql);
  if (row) return (length) => `${row[1]}${repeated(row[2]!, length)}${row[3] ?? ''}`;
  const gone = ONE_GONE.exec(sql);
  if (!gone) return null;
  const columns = gone[2]!.replaceAll(' = ?', '').split(' AND ');
  const values = `(${columns.map(() => '?').join(', ')})`;
  return (length) => `DELETE FROM ${gone[1]} WHERE (${columns.join(', ')}) IN (${repeated(values, length)})`;
}

class Connection implements Queries {
  readonly dialect = POSTGRESQL;
  readonly beside: boolean;
  readonly #client: pg.PoolClient;
  readonly #statements: Map<string, { readonly name: string; readonly text: string }>;
  /** Commands whose answers nobody waits for yet. None of these fails: the first fault is kept. */
  #sent: Promise<unknown>[] = [];
  #fault: { readonly error: unknown } | null = null;

  constructor(
    client: pg.PoolClient,
    statements: Map<string, { readonly name: string; readonly text: string }>,
    beside: boolean,
  ) {
    this.#client = client;
    this.#statements = statements;
    this.beside = beside;
  }

  #query<R extends object>(sql: string, values: readonly Value[]): Promise<pg.QueryResult<R>> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = { name: createHash('sha256').update(sql).digest('hex').slice(0, 32), text: numbered(sql) };
      this.#statements.set(sql, statement);
    }
    return this.#client.query<R>({ ...statement, values: values.map(sent) });
  }

  /** After a fault the server refuses all that follows: what is told is the fault itself. */
  async #answered<T>(query: Promise<T>): Promise<T> {
    try {
      return await query;
    } catch (error) {
      throw this.#fault ? this.#fault.error : error;
    }
  }

  async #send(query: Promise<unknown>): Promise<void> {
    this.#sent.push(
      query.catch((error: unknown) => {
        this.#fault ??= { error };
      }),
    );
    if (this.#sent.length >= MOST_SENT) await this.settle();
  }

  /** Waits until the server has done all that was sent. */
  async settle(): Promise<void> {
    const sent = this.#sent;
    this.#sent = [];
    await Promise.all(sent);
    if (this.#fault) throw this.#fault.error;
  }

  async all<R extends object>(sql: string, values: readonly Value[] = []): Promise<readonly R[]> {
    return (await this.#answered(this.#query<R>(sql, values))).rows;
  }

  async first<R extends object>(sql: string, values: readonly Value[] = []): Promise<R | undefined> {
    return (await this.#answered(this.#query<R>(sql, values))).rows[0];
  }

  run(sql: string, values: readonly Value[] = []): Promise<void> {
    return this.#send(this.#query(sql, values));
  }

  async each(sql: string, lists: Iterable<readonly Value[]>): Promise<void> {
    const many = manyOf(sql);
    let held: (readonly Value[])[] = [];
    const flush = async (): Promise<void> => {
      const { length } = held;
      if (length === 0 || !many) return;
      if (length === 1) {
        const [only] = held.splice(0);
        return this.run(sql, only);
      }
      const values = held.flat();
      held = [];
      const text = many(length);
      // Full and short ones come again often enough to be prepared.
      await this.#send(
        length === TOGETHER || length <= SHORT
          ? this.#query(text, values)
          : this.#client.query(numbered(text), values.map(sent)),
      );
    };
    for (const values of lists) {
      if (!many) await this.run(sql, values);
      else if (held.push(values) === TOGETHER) await flush();
    }
    await flush();
  }

  async script(sql: string): Promise<void> {
    await this.#answered(this.#client.query(sql));
  }
}

/** Opens a database server's schema of a case, and makes the schema where it is not there and may be written. */
export async function openPostgres(
  url: string,
  { schema, readOnly = false, make = true, readers = 8 }: PostgresOptions,
): Promise<Database> {
  const shown = shownOf(url, schema);
  const quoted = pg.escapeIdentifier(schema);
  const connecting = {
    connectionString: url,
    application_name: 'rapporteur',
    connectionTimeoutMillis: 10_000,
    // Dates and numbers are text and numbers of ours; times of the server never come in.
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    // A server that gave us up while the way was cut could not say so: without asking, its answer would be waited for
    // without end.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
  // Commands go without waiting for the answers to those before: a report takes a hundred.
  const pool = new pg.Pool({ ...connecting, max: readers + 1, pipeline: true, types });
  const occupied = new Occupied(() => new pg.Client(connecting), schema);
  // A connection that breaks while nobody uses it is replaced; one in use tells its user.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    // A connection that breaks in use tells it to the query under way as well.
    client.on('error', () => {});
    client.query(`SET search_path TO ${quoted}`).catch(() => {});
  });
  const statements = new Map<string, { readonly name: string; readonly text: string }>();
  let closed = false;

  async function within<T>(
    begin: string,
    work: (queries: Queries) => Promise<T>,
    end: string,
    beside = false,
  ): Promise<T> {
    if (closed) throw new StoreError('closed', `${shown} is closed already.`);
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      throw faultOf(error, shown);
    }
    let broken = false;
    try {
      await client.query(begin);
      const connection = new Connection(client, statements, beside);
      const value = await work(connection);
      await connection.settle();
      await client.query(end);
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true;
      });
      throw faultOf(error, shown);
    } finally {
      client.release(broken);
    }
  }

  const database: Database = {
    dialect: POSTGRESQL,
    read: (work) => within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work, 'COMMIT'),
    write: (work, { unchanged, beside = false }: Writing = {}) =>
      readOnly
        ? Promise.reject(new StoreError('read-only', `${shown} was opened to be read, not to be changed.`))
        : within(
            `BEGIN; SELECT pg_advisory_xact_lock${beside ? '_shared' : ''}(${lockOf(schema)})`,
            work,
            // Whoever keeps counts in memory learns from this mark that they may be old; where nothing that anybody
            // counts was changed, no process has to forget.
            unchanged ? 'COMMIT' : 'UPDATE written SET mark = mark + 1; COMMIT',
            beside,
          ),
    occupied: {
      take: (holder, force) =>
        occupied.take(holder, force).catch((error: unknown) => {
          throw faultOf(error, shown);
        }),
      leave: () => occupied.leave(),
    },
    // Its own tools look after its files; what is ours is checked by the store.
    check: async () => [],
    backup: async () => {
      throw new StoreError(
        'not-found',
        `${shown} is backed up by the server's own tools: pg_dump --schema=${schema} URL > FILE. Or write the case into one file: rapporteur export.`,
      );
    },
    async close() {
      closed = true;
      await occupied.close();
      await pool.end();
    },
  };
  if (!readOnly && make) {
    try {
      const client = await pool.connect();
      try {
        // Under the lock: of two that make it at once the server lets one fail, "if not exists" or not.
        const known = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
        if (known.rowCount === 0) {
          await client.query(
            `BEGIN; SELECT pg_advisory_xact_lock(${lockOf(schema)}); CREATE SCHEMA IF NOT EXISTS ${quoted}; COMMIT`,
          );
        }
      } finally {
        client.release();
      }
    } catch (error) {
      await pool.end();
      throw faultOf(error, shown);
    }
  }
  return database;
}
