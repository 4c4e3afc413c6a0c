import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { AckPolicy, jetstream, jetstreamManager, RetentionPolicy } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { leftoverWatch } from './leftover.ts';
import { natsServer, noServer } from './testing/server.ts';

const STREAM = 'told';
const DURABLE = 'writer';
const WATCHED = { stream: STREAM, durable: DURABLE, subject: 'told.keld' };

/**
 * A server that has the state of one that forgot: a stream that keeps its messages after all are done, as a work queue does
 * not, and a consumer that has been through them.
 */
async function server(t: TestContext) {
  const nats = await natsServer();
  const connection = await connect({ servers: nats.url });
  t.after(async () => {
    await connection.close();
    await nats.close();
  });
  const manager = await jetstreamManager(connection);
  const js = jetstream(connection);
  await manager.streams.add({ name: STREAM, subjects: ['told.*'], retention: RetentionPolicy.Limits });
  const hire = () =>
    manager.consumers.add(STREAM, {
      durable_name: DURABLE,
      filter_subject: WATCHED.subject,
      ack_policy: AckPolicy.Explicit,
    });
  await hire();
  const take = async (): Promise<string[]> => {
    const seen: string[] = [];
    const consumer = await js.consumers.get(STREAM, DURABLE);
    for await (const message of await consumer.fetch({ max_messages: 10, expires: 1000 })) {
      seen.push(message.string());
      await message.ackAck();
    }
    return seen;
  };
  const there = async (): Promise<boolean> => (await manager.streams.info(STREAM)).state.consumer_count === 1;
  return { manager, js, hire, take, there };
}

test('messages that a consumer counts as done are given again, once they were seen twice in a row', {
  skip: noServer,
}, async (t) => {
  const { manager, js, hire, take, there } = await server(t);
  await js.publish('told.keld', 'one');
  await js.publish('told.other', 'another case');
  assert.deepEqual(await take(), ['one']);
  const look = leftoverWatch({ manager }, WATCHED, 0);
  await look();
  assert.equal(await there(), true, 'once may be chance: one that is just being done');
  await look();
  assert.equal(await there(), false);
  await hire();
  assert.deepEqual(await take(), ['one']);
});

test('messages that wait, or that somebody has in hand, leave the consumer as it is', { skip: noServer }, async (t) => {
  const { manager, js, take, there } = await server(t);
  const look = leftoverWatch({ manager }, WATCHED, 0);
  const looks = async (): Promise<void> => {
    for (let n = 0; n < 4; n += 1) await look();
    assert.equal(await there(), true);
  };
  await looks();
  await js.publish('told.keld', 'one');
  await looks();
  const held = await (await js.consumers.get(STREAM, DURABLE)).next();
  assert.equal(held?.string(), 'one');
  await looks();
  await held?.ackAck();
  // One look that sees them, then one that sees one on its way: not two in a row.
  await look();
  await js.publish('told.keld', 'two');
  await look();
  assert.deepEqual(await take(), ['two']);
  await look();
  assert.equal(await there(), true);
  // Not asked more often than told: these would have been two more.
  const seldom = leftoverWatch({ manager }, WATCHED, 60_000);
  for (let n = 0; n < 4; n += 1) await seldom();
  assert.equal(await there(), true);
});
