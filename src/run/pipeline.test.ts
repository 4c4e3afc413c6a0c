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

test('what is done is given while the next piece is waited for', { timeout: 20_000 }, async () => {
  let got: (n: number) => void = () => {};
  async function* slow(): AsyncGenerator<number> {
    for (let i = 0; i < 4; i++) {
      // The next piece comes only once somebody has the result of the one before.
      const before = new Promise<number>((resolve) => {
        got = resolve;
      });
      yield i;
      assert.equal(await before, i);
    }
  }
  const measure = { pieces: 16, size: 100, sizeOf: () => 1 };
  const out: number[] = [];
  for await (const one of inOrder(slow(), measure, 3, 1000, async (batch) => batch)) {
    out.push(one);
    got(one);
  }
  assert.deepEqual(out, [0, 1, 2, 3]);
});

test('a fault of the source reaches whoever asks', async () => {
  async function* torn(): AsyncGenerator<number> {
    yield 1;
    throw new Error('torn');
  }
  const measure = { pieces: 1, size: 100, sizeOf: () => 1 };
  await assert.rejects(all(inOrder(torn(), measure, 3, 1000, async (batch) => batch)), /torn/);
});
