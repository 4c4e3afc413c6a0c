import type { Dialect } from './sql/dialect.ts';
import type { Value } from './sql/value.ts';

export type { Value } from './sql/value.ts';

/**
 * Questions and commands, inside a transaction. SQL is written with `?` for values, in what both dialects have. All is done in
 * the order in which it is called, also where an answer is not waited for.
 */
export interface Queries {
  readonly dialect: Dialect;
  /** Whether others may be writing beside this transaction (`Writing.beside`). */
  readonly beside: boolean;
  all<R extends object>(sql: string, values?: readonly Value[]): Promise<readonly R[]>;
  first<R extends object>(sql: string, values?: readonly Value[]): Promise<R | undefined>;
  /** A command. Its fault may come with what is asked next, or at the end: a server's answer is not waited for. */
  run(sql: string, values?: readonly Value[]): Promise<void>;
  /** The same command for each list of values; what INSERT would change if it is there must not come twice in them. */
  each(sql: string, lists: Iterable<readonly Value[]>): Promise<void>;
  /** Commands without values, several with semicolons. */
  script(sql: string): Promise<void>;
}

/** What changes whenever somebody has written. */
export type Mark = string | number;

/** Remembers what was read at a mark, and is told when something was written since that changes none of it. */
export interface Remembering {
  passOver(before: Mark, after: Mark): void;
}

/** How something is written. */
export interface Writing {
  /** Where the work changes nothing that anybody remembers, this does not have to forget it. */
  readonly unchanged?: Remembering;
  /**
   * Whether other programs may do such work at the same time, where the database can: each sees what others have ended, also
   * in the middle of its own work. What is not `beside` is alone.
   */
  readonly beside?: boolean;
}

/** On a server: what keeps a case for one process as long as that is connected, whatever machine it runs on. */
export interface Occupying {
  /** `false` where another process has it; `force` takes it all the same. `holder`: how the case names this process. */
  take(holder: string, force?: boolean): Promise<boolean>;
  /** Lets others have it. */
  leave(): Promise<void>;
}

/** A database as far as a store needs it. */
export interface Database {
  readonly dialect: Dialect;
  /** Sees the state of one moment throughout; waits for nobody. */
  read<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** All or nothing, one at a time, on disk when it returns. An error thrown inside undoes it. */
  write<T>(work: (queries: Queries) => Promise<T>, how?: Writing): Promise<T>;
  readonly occupied?: Occupying;
  /** What the database itself finds wrong; empty when nothing is. */
  check(): Promise<readonly string[]>;
  /** A sound copy while others write. */
  backup(path: string, progress?: (done: number, total: number) => void): Promise<void>;
  close(): Promise<void>;
}
