import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readingOf, reportOf } from '../../test/sample.ts';
import type { Document } from '../record.ts';
import type { Added, Store } from '../store/store.ts';
import type { QueueError } from './error.ts';
import { token } from './names.ts';
import { openQueue, type Queue } from './queue.ts';
import { type NatsServer, natsServer, noServer } from './testing/server.ts';
import { type WorkerEvent, work } from './worker.ts';
import { giveReports, writeResults } from './writer.ts';

const VERSION = '1.0.0';
const NOW = (): string => '2031-04-02T08:00:00.000Z';

/** A store that counts how often each report was given to it. */
function memoryStore(): Pick<Store, 'add' | 'known' | 'consolidate'> & {
  readonly kept: Map<string, string>;
  times: number;
} {
  const kept = new Map<string, string>();
  const store = {
    kept,
    times: 0,
    known: async (reports: Parameters<Store['known']>[0]) =>
      new Set(reports.map((r) => (typeof r === 'string' ? r : r.text_sha256)).filter((digest) => kept.has(digest))),
    add: async (batch: Parameters<Store['add']>[0]) =>
      batch.map(({ document, reading }): Added => {
        store.times += 1;
        const report = document.text_sha256;
        if (kept.has(report)) return { report, outcome: 'known' };
        kept.set(report, JSON.stringify(reading));
        return { report, outcome: 'added' };
      }),
    consolidate: async () => ({ left: 0 }),
  };
  return store;
}

async function* reports(texts: readonly string[]): AsyncGenerator<Document> {
  for (const text of texts) yield reportOf(text);
}

const many = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Halvia has said no, for the ${i}th time.`);

async function withQueue(run: (queue: Queue, server: NatsServer) => Promise<void>): Promise<void> {
  const server = await natsServer();
  const queue = await openQueue(server.url);
  try {
    await run(queue, server);
  } finally {
    await queue.connection.close();
    await server.close();
  }
}

const give = (queue: Queue, texts: readonly string[], store = memoryStore(), version = VERSION): Promise<number> =>
  giveReports(queue, reports(texts), store, { caseName: 'keld strait', version, issues: [] });

const write = (queue: Queue, store: ReturnType<typeof memoryStore>): Promise<void> =>
  writeResults(queue, { caseName: 'keld strait', store, signal: AbortSignal.timeout(60_000), untilEmpty: true });

const workOff = (queue: Queue, more: Partial<Parameters<typeof work>[1]> = {}): Promise<void> =>
  work(queue, {
    version: VERSION,
    read: (document) => readingOf(document),
    signal: AbortSignal.timeout(60_000),
    now: NOW,
    pause: 10,
    untilEmpty: true,
    ...more,
  });

test('subjects hold no word that the server gives a meaning to', () => {
  for (const name of ['keld strait', 'a.b', '*', '>', 'Ümlaut', '']) assert.match(token(name), /^[A-Za-z0-9_=-]*$/);
  assert.notEqual(token('a.b'), token('a=b'));
});

test('every report is read once and written once', { skip: noServer }, async () => {
  await withQueue(async (queue) => {
    const store = memoryStore();
    const texts = many(50);
    assert.equal(await give(queue, texts, store), 50);
    // Given again before they are read: the server knows them.
    await give(queue, texts, store);
    assert.equal((await queue.counts()).waiting, 50);
    const told: string[] = [];
    await Promise.all([
      workOff(queue),
      workOff(queue),
      writeResults(queue, {
        caseName: 'keld strait',
        store,
        signal: AbortSignal.timeout(60_000),
        untilEmpty: true,
        onWritten: () => told.push('written'),
        onUpToDate: () => told.push('up to date'),
      }),
    ]);
    assert.equal(store.kept.size, 50);
    assert.equal(store.times, 50);
    // The last that is heard is that the record has it all.
    assert.equal(told[0], 'written');
    assert.equal(told.at(-1), 'up to date');
    for await (const document of reports(texts)) {
      assert.equal(store.kept.get(document.text_sha256), JSON.stringify(readingOf(document)));
    }
    assert.deepEqual(await queue.counts(), { waiting: 0, read: 0, dead: 0 });
    // Known to the store: not given again.
    assert.equal(await give(queue, texts, store), 0);
  });
});

test('texts of any kind and length come back as they went in', { skip: noServer }, async () => {
  await withQueue(async (queue) => {
    const store = memoryStore();
    const noise = Array.from({ length: 400_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join(
      '',
    );
    const texts = ['\u0000', '\ud800 alone', '\u202eright to left', noise];
    const seen: string[] = [];
    await give(queue, texts, store);
    await workOff(queue, {
      read: (document) => {
        seen.push(document.text);
        return readingOf(document);
      },
    });
    await write(queue, store);
    assert.deepEqual(new Set(seen), new Set(texts));
    assert.equal(store.kept.size, texts.length);
  });
});

test('a report that fails is tried again, then buried with the cause, and can be given back', {
  skip: noServer,
}, async () => {
  await withQueue(async (queue) => {
    const store = memoryStore();
    await give(queue, [...many(3), 'A bad one.'], store);
    const events: WorkerEvent[] = [];
    let broken = true;
    const read = (document: Document) => {
      if (broken && document.text === 'A bad one.') throw new Error('out of range');
      return readingOf(document);
    };
    await workOff(queue, { read, tries: 3, onEvent: (event) => events.push(event) });
    assert.equal(events.filter((event) => event.event === 'failed').length, 2);
    const dead = [];
    for await (const row of queue.dead()) dead.push(row);
    assert.deepEqual(
      dead.map((row) => [row.job.document.text, row.cause, row.version]),
      [['A bad one.', 'out of range', VERSION]],
    );
    await write(queue, store);
    assert.equal(store.kept.size, 3);
    broken = false;
    await queue.replay(dead[0]!.seq, VERSION);
    await workOff(queue, { read });
    await write(queue, store);
    assert.equal(store.kept.size, 4);
    assert.deepEqual(await queue.counts(), { waiting: 0, read: 0, dead: 0 });
    await assert.rejects(queue.replay(dead[0]!.seq, VERSION), /no message found|There is no dead report/);
  });
});

test('a worker of another version takes nothing, and says so', { skip: noServer }, async () => {
  await withQueue(async (queue) => {
    await give(queue, many(2), memoryStore(), '2.0.0');
    await assert.rejects(
      workOff(queue),
      (error: QueueError) => error.code === 'other-version' && /2 reports/.test(error.message),
    );
    assert.equal((await queue.counts()).waiting, 2);
  });
});

test('a worker that is too slow loses its report to another, and the report counts once', {
  skip: noServer,
}, async () => {
  await withQueue(async (queue) => {
    const store = memoryStore();
    await give(queue, many(1), store);
    let reads = 0;
    let wake = (): void => {};
    const frozen = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const slow = workOff(queue, {
      wait: 1000,
      read: async (document) => {
        reads += 1;
        if (reads === 1) await frozen;
        return readingOf(document);
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await workOff(queue, {
      wait: 1000,
      read: (document) => {
        reads += 1;
        return readingOf(document);
      },
    });
    wake();
    await slow;
    await write(queue, store);
    assert.equal(reads, 2);
    assert.equal(store.times, 1);
  });
});

test('what cannot be written waits, and is written when it can be', { skip: noServer }, async () => {
  await withQueue(async (queue) => {
    const store = memoryStore();
    await give(queue, many(5), store);
    await workOff(queue);
    let full = true;
    const troubles: string[] = [];
    const fills = {
      ...store,
      add: async (batch: Parameters<Store['add']>[0]) => {
        if (full) {
          full = false;
          throw new Error('disk full');
        }
        return store.add(batch);
      },
    };
    await writeResults(queue, {
      caseName: 'keld strait',
      store: fills,
      signal: AbortSignal.timeout(60_000),
      untilEmpty: true,
      onTrouble: (message) => troubles.push(message),
    });
    // On a busy machine the server may be late as well, which is told too.
    assert.ok(troubles.includes('disk full'), troubles.join('; '));
    assert.equal(store.kept.size, 5);
  });
});

const WORKER = fileURLToPath(new URL('./testing/worker.ts', import.meta.url));

const KILLS = 16;

test('workers and server are killed at random: nothing is lost, nothing counts twice', {
  skip: noServer,
}, async (t) => {
  await withQueue(async (queue, server) => {
    const store = memoryStore();
    const texts = many(400);
    const stopper = new AbortController();
    const workers: ChildProcess[] = [];
    let closing = false;
    const hire = (place: number): void => {
      const worker = spawn(process.execPath, [WORKER, server.url, VERSION], { stdio: 'ignore' });
      workers[place] = worker;
      // One that finds no server when it starts ends, and is started again, as whoever runs it would.
      worker.once('exit', (code) => {
        if (code !== null) setTimeout(() => !closing && hire(place), 200);
      });
    };
    t.after(() => {
      closing = true;
      for (const worker of workers) worker.kill('SIGKILL');
    });
    hire(0);
    hire(1);
    const writing = writeResults(queue, { caseName: 'keld strait', store, signal: stopper.signal });
    const giving = give(queue, texts, store);
    const began = Date.now();
    const late = (): boolean => Date.now() - began > 150_000;
    // So often; then they are left to come to the end, which on a busy machine they would not with a kill for every batch.
    for (let round = 0; round < KILLS && store.kept.size < texts.length && !late(); round += 1) {
      // On a busy machine a worker takes seconds to start: it is to be killed at work.
      const before = store.kept.size;
      while (store.kept.size === before && !late()) await new Promise((resolve) => setTimeout(resolve, 50));
      await new Promise((resolve) => setTimeout(resolve, (round * 97) % 300));
      workers[round % 2]!.kill('SIGKILL');
      hire(round % 2);
      if (round === 1 || round === 4) {
        await server.kill();
        await new Promise((resolve) => setTimeout(resolve, 200));
        await server.start();
      }
    }
    while (store.kept.size < texts.length && !late()) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.equal(await giving, texts.length);
    stopper.abort();
    await writing;
    assert.equal(store.kept.size, texts.length);
    for await (const document of reports(texts)) {
      assert.equal(store.kept.get(document.text_sha256), JSON.stringify(readingOf(document)));
    }
  });
});
