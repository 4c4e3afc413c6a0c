import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as later } from 'node:timers/promises';
import { Turns } from './turns.ts';

test('work of one name waits for what came before, also where that failed; other names do not wait', async () => {
  const turns = new Turns();
  const done: string[] = [];
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const first = turns.take('keld', async () => {
    await gate;
    done.push('first');
    throw new Error('no');
  });
  const second = turns.take('keld', async () => done.push('second'));
  await turns.take('lorn', async () => done.push('other'));
  await later();
  assert.deepEqual(done, ['other']);
  open();
  await assert.rejects(first, /no/);
  await second;
  assert.deepEqual(done, ['other', 'first', 'second']);
  await turns.ended();
});
