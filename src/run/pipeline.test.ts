import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOrder } from './pipeline.ts';

const all = async <T>(sources: AsyncIterable<T>): Promise<T[]> => {
  const out: T[] = [];
  for await (const one of sources) out.push(one);
  return out;
};
async function* from(sizes: readonly number[]): AsyncGenerator<number> {
  yield* sizes;
}

test('results come in order, however long each batch takes, and no more waits than told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(20), { maxLength: 60 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      async (sizes, pieces, ahead) => {
        let open = 0;
        let held = 0;
        const work = async (batch: readonly number[]): Promise<readonly number[]> => {
          open++;
          const size = batch.reduce((sum, n) => sum + n, 0);
          // Batches are full: one piece more than the size that is asked for, at most.
          assert.ok(batch.length <= pieces && (batch.length === 1 || size - batch.at(-1)! < 15));
          held += size;
          assert.ok(open <= ahead && (open === 1 || held - size < 40), `${open} open, ${held} held`);
          for (let i = 0; i < (size * 7) % 5; i++) await Promise.resolve();
          open--;
          held -= size;
          return batch;
        };
        const measure = { pieces, size: 15, sizeOf: (n: number) => n };
        assert.deepEqual(await all(inOrder(from(sizes), measure, ahead, 40, work)), sizes);
      },
    ),
    { numRuns: 200 },
  );
});

test('whoever stops early closes the source', async () => {
  let closed = false;
  async function* endless(): AsyncGenerator<number> {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      closed = true;
    }
  }
  const measure = { pieces: 2, size: 10, sizeOf: () => 1 };
  for await (const one of inOrder(endless(), measure, 2, 100, async (batch) => batch)) if (one === 3) break;
  assert.equal(closed, true);
});
