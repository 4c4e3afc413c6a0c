import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Between two tries to be connected again, in milliseconds. */
const AGAIN = 500;
/** A connection that was ended for us is waited for so often. */
const TRIES = 20;

const keyOf = (schema: string): bigint =>
  createHash('sha256').update(`rapporteur/${schema}/occupied`).digest().readBigInt64BE(0);

/**
 * Keeps a schema for one process as long as that is connected: the server lets go of it when the process, its machine or the way
 * to it has ended. A connection that was lost is made anew, where nobody has taken the schema meanwhile.
 */
export class Occupied {
  readonly #connect: () => pg.Client;
  readonly #schema: string;
  readonly #key: bigint;
  #client: pg.Client | null = null;
  #holder = '';
  #closed = false;

  constructor(connect: () => pg.Client, schema: string) {
    this.#connect = connect;
    this.#schema = schema;
    this.#key = keyOf(schema);
  }

  /** `false` where another process has it. `force` ends the connection by which it does. */
  async take(holder: string, force = false): Promise<boolean> {
    this.#holder = holder;
    if (this.#client) return true;
    const client = this.#connect();
    client.on('error', () => {});
    try {
      await client.connect();
      let held = await this.#try(client);
      for (let i = 0; !held && force && i < TRIES; i += 1) {
        await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
            AND (classid::bigint << 32 | objid::bigint) = $1 AND pid <> pg_backend_pid()`,
          [this.#key.toString()],
        );
        await sleep(AGAIN / 5);
        held = await this.#try(client);
      }
      if (!held || this.#closed) {
        await client.end();
        return false;
      }
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    this.#client = client;
    client.once('end', () => {
      if (this.#client !== client) return;
      this.#client = null;
      void this.#again();
    });
    return true;
  }

  async #try(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
      this.#key.toString(),
    ]);
    return rows[0]!.held;
  }

  /** Until it is ours again, or nothing of ours any more. */
  async #again(): Promise<void> {
    while (!this.#closed && !this.#client) {
      await sleep(AGAIN, undefined, { ref: false });
      try {
        if (!(await this.take(this.#holder))) continue;
        const { rowCount } = await (this.#client as pg.Client | null)!.query(
          `SELECT FROM ${pg.escapeIdentifier(this.#schema)}.cases WHERE holder = $1`,
          [this.#holder],
        );
        if (rowCount === 0) return await this.leave();
      } catch {
        // The server is still away.
      }
    }
  }

  /** Lets others have it. */
  async leave(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => {});
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.leave();
  }
}
