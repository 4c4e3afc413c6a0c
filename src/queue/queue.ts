/**
 * The queue between those who give reports, those who read them, and the one who writes them down: NATS JetStream. A
 * message is delivered at least once; as every result is known by the digest of its report, it counts once.
 */
import {
  AckPolicy,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import { type ObjectStore, Objm } from '@nats-io/obj';
import {
  AuthorizationError,
  connect,
  type NatsConnection,
  nanos,
  UserAuthenticationExpiredError,
} from '@nats-io/transport-node';
import type { Document, Reading } from '../record.ts';
import { idOf } from '../text/digest.ts';
import { QueueError } from './error.ts';
import { DEAD, deadSubject, JOBS, jobSubject, LARGE, READ, readSubject } from './names.ts';
import { type Payloads, payloadsOf } from './payload.ts';

/** A report to be read. */
export interface Job {
  readonly case: string;
  readonly document: Document;
  /** Issues of the case's own, as its file has them. */
  readonly issues: readonly unknown[];
}

/** What a worker made of it. */
export interface Done {
  readonly document: Document;
  readonly reading: Reading;
  /** How long what took, in milliseconds, by the name of the stage. */
  readonly times?: Readonly<Record<string, number>>;
}

/** A report that could not be read. */
export interface Dead {
  readonly job: Job;
  readonly cause: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly version: string;
}

export interface DeadRow extends Dead {
  /** Its number in the queue. */
  readonly seq: number;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly read: number;
  readonly dead: number;
}

export interface Queue {
  readonly connection: NatsConnection;
  readonly js: JetStreamClient;
  readonly manager: JetStreamManager;
  readonly payloads: Payloads;
  /** Puts a report in; `false` if it was put in a short time ago. Resolves when the server has it on its disk. */
  give(job: Job, version: string): Promise<boolean>;
  /** Puts a result in. */
  hand(done: Done, caseName: string, version: string): Promise<void>;
  bury(dead: Dead): Promise<void>;
  counts(): Promise<QueueCounts>;
  dead(): AsyncGenerator<DeadRow>;
  /** Gives a dead report back to be read by `version`. */
  replay(seq: number, version: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A report in its case for one version. The same text from another place is another one: which of them came first counts
 * when it is written.
 */
function nameOf({ published, outlet, title, url, text_sha256 }: Document, caseName: string, version: string): string {
  return `${caseName}/${text_sha256}/${idOf(JSON.stringify([published, outlet, title, url])).slice(0, 12)}/${version}`;
}

/** Within this time the server itself knows a message again; later the store does. */
const KNOWN_AGAIN = 10 * 60_000;
const PING = 15_000;
/** The status by which JetStream says that it is not ready (as HTTP). */
const UNAVAILABLE = 503;
const DEAD_KEPT = 90 * 24 * 3_600_000;

const STREAMS = [
  { name: JOBS, subjects: ['rapporteur.jobs.>'], retention: RetentionPolicy.Workqueue },
  { name: READ, subjects: ['rapporteur.read.>'], retention: RetentionPolicy.Workqueue },
  { name: DEAD, subjects: ['rapporteur.dead.>'], retention: RetentionPolicy.Limits, max_age: nanos(DEAD_KEPT) },
];

async function prepare(manager: JetStreamManager): Promise<void> {
  for (const { subjects, ...stream } of STREAMS) {
    await manager.streams.add({
      ...stream,
      subjects: [...subjects],
      storage: StorageType.File,
      duplicate_window: nanos(KNOWN_AGAIN),
    });
  }
}

export interface QueueOptions {
  /** Shown by the server's own tools. */
  readonly name?: string;
  readonly token?: string;
  readonly user?: string;
  readonly password?: string;
}

/**
 * Connects; makes the streams where there are none. Connects again by itself when the server comes back.
 *
 * @throws QueueError `no-server`, which may answer later; `refused`, `no-jetstream` and `no-streams`, which time does not mend
 */
export async function openQueue(servers: string | readonly string[], options: QueueOptions = {}): Promise<Queue> {
  const shown = [servers].flat().join(', ');
  const absent = (cause: unknown): QueueError =>
    new QueueError(
      'no-server',
      `No NATS server answers at ${shown}. Start one (nats-server -js), or check the address.`,
      { cause },
    );
  let connection: NatsConnection;
  try {
    const { name = 'rapporteur', token, user, password } = options;
    connection = await connect({
      servers: [...[servers].flat()],
      name,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
      // A server that is cut off says nothing: it counts as gone when it has not answered for so long, in milliseconds.
      pingInterval: PING,
      maxPingOut: 2,
      ...(token ? { token } : {}),
      ...(user ? { user, pass: password ?? '' } : {}),
    });
  } catch (cause) {
    if (cause instanceof AuthorizationError || cause instanceof UserAuthenticationExpiredError) {
      const message = `The NATS server at ${shown} does not let us in: ${cause.message}. Correct the token, or user and password, in the address: nats://TOKEN@HOST:4222, nats://USER:PASSWORD@HOST:4222`;
      throw new QueueError('refused', message, { cause });
    }
    throw absent(cause);
  }
  let manager: JetStreamManager;
  try {
    manager = await jetstreamManager(connection, { timeout: 10_000 });
    await prepare(manager);
  } catch (cause) {
    await connection.close();
    if (cause instanceof Error && cause.name === 'JetStreamNotEnabled') {
      const message = `The NATS server at ${shown} does not keep streams. Start it with JetStream: nats-server -js -sd FOLDER`;
      throw new QueueError('no-jetstream', message, { cause });
    }
    // A cluster that is still choosing who leads says that it is not available; what else it says is meant.
    if (cause instanceof JetStreamApiError && cause.status !== UNAVAILABLE) {
      const message = `The NATS server at ${shown} does not make the streams of the queue: ${cause.message}. See to its room and limits, or give it another folder (-sd).`;
      throw new QueueError('no-streams', message, { cause });
    }
    throw absent(cause);
  }
  const js = jetstream(connection, { timeout: 10_000 });
  let large: Promise<ObjectStore> | null = null;
  const payloads = payloadsOf(connection.info?.max_payload ?? 1024 * 1024, () => {
    large ??= new Objm(js).create(LARGE, { storage: StorageType.File });
    return large;
  });

  const deadAt = async (seq: number): Promise<DeadRow | null> => {
    const message = await manager.streams.getMessage(DEAD, { seq });
    return message ? { ...(await payloads.unpack<Dead>(message.data)), seq } : null;
  };

  const queue: Queue = {
    connection,
    js,
    manager,
    payloads,
    async give(job, version) {
      const id = nameOf(job.document, job.case, version);
      const packed = await payloads.pack(job, `job/${id}`);
      const { duplicate } = await js.publish(jobSubject(version, job.case), packed, { msgID: id, retries: 5 });
      return !duplicate;
    },
    async hand(done, caseName, version) {
      const id = nameOf(done.document, caseName, version);
      const packed = await payloads.pack(done, `read/${id}`);
      await js.publish(readSubject(caseName), packed, { msgID: id, retries: 5 });
    },
    async bury(dead) {
      const id = nameOf(dead.job.document, dead.job.case, dead.version);
      const packed = await payloads.pack(dead, `dead/${id}`);
      await js.publish(deadSubject(dead.job.case), packed, { msgID: `${id}/${dead.at}`, retries: 5 });
    },
    async counts() {
      const [jobs, read, dead] = await Promise.all([JOBS, READ, DEAD].map((name) => manager.streams.info(name)));
      return { waiting: jobs!.state.messages, read: read!.state.messages, dead: dead!.state.messages };
    },
    async *dead() {
      const { state } = await manager.streams.info(DEAD);
      for (let seq = state.first_seq; seq <= state.last_seq && state.messages > 0; seq += 1) {
        const row = await deadAt(seq).catch((error: unknown) => {
          // Numbers of what was replayed are gaps.
          if ((error as { code?: number }).code === 10037 || /no message found/i.test(String(error))) return null;
          throw error;
        });
        if (row) yield row;
      }
    },
    async replay(seq, version) {
      const row = await deadAt(seq);
      if (!row)
        throw new QueueError('lost', `There is no dead report number ${seq}. List them with: rapporteur queue dead`);
      const { job } = row;
      // With an id of its own: the first one may still be known, and this is meant.
      const id = `${nameOf(job.document, job.case, version)}/again-${seq}`;
      const packed = await payloads.pack(job, `job/${id}`);
      await js.publish(jobSubject(version, job.case), packed, { msgID: id, retries: 5 });
      await manager.streams.deleteMessage(DEAD, seq);
    },
    async close() {
      await connection.drain().catch(() => connection.close());
    },
  };
  return queue;
}

/** How a consumer of a work queue takes: one at a time is told that it has it; what is not answered comes again. */
export interface Taking {
  readonly stream: string;
  readonly durable: string;
  readonly subject: string;
  /** After this long without an answer, in milliseconds, a message is given to another. */
  readonly wait: number;
  /** How many may be with workers at once. */
  readonly ahead: number;
}

export async function consumerOf({ manager, js }: Queue, taking: Taking) {
  await manager.consumers.add(taking.stream, {
    durable_name: taking.durable,
    filter_subject: taking.subject,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(taking.wait),
    max_ack_pending: taking.ahead,
    // What is delivered too often is buried by those who take it, with the cause; the server must not drop it unseen.
    max_deliver: -1,
  });
  return js.consumers.get(taking.stream, taking.durable);
}
