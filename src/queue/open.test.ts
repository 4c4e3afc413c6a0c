import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HERE } from '../../test/place.ts';
import type { QueueError } from './error.ts';
import { JOBS } from './names.ts';
import { openQueue } from './queue.ts';
import { natsServer, noServer } from './testing/server.ts';

test('a server that is away, lets nobody in, or keeps no streams is told with the remedy', {
  skip: noServer,
}, async (t) => {
  await assert.rejects(
    openQueue('nats://127.0.0.1:1'),
    (error: QueueError) => error.code === 'no-server' && /Start one/.test(error.message),
  );
  const refuses = (url: string, options: { token?: string }, code: QueueError['code'], message: RegExp) =>
    assert.rejects(
      openQueue(url, options),
      (error: QueueError) => error.code === code && message.test(error.message),
      code,
    );
  const bare = await natsServer(HERE, { streams: false });
  t.after(() => bare.close());
  await refuses(bare.url, {}, 'no-jetstream', /Start it with JetStream/);
  const locked = await natsServer(HERE, { token: 'kittiwake' });
  t.after(() => locked.close());
  await refuses(locked.url, {}, 'refused', /Correct the token/);
  await refuses(locked.url, { token: 'puffin' }, 'refused', /Correct the token/);
  const queue = await openQueue(locked.url, { token: 'kittiwake' });
  // Somebody else's stream stands in the place of ours.
  await queue.manager.streams.delete(JOBS);
  await queue.manager.streams.add({ name: JOBS, subjects: ['other'] });
  await queue.close();
  await refuses(locked.url, { token: 'kittiwake' }, 'no-streams', /stream name already in use/);
});
