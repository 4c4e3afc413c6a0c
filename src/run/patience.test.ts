import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOver, Patience } from './patience.ts';

test('a batch is given up when both the clock and the processor say so, or the clock alone by far', () => {
  const cases: readonly (readonly [clock: number, processor: number, over: boolean])[] = [
    [59, 59, false],
    [60, 60, true],
    // Other threads of the process have used more than the clock; this one may be just beginning.
    [30, 90, false],
    // The machine did other things.
    [300, 12, false],
    [300, 61, true],
    // It waits for what does not come.
    [1200, 0, true],
  ];
  for (const [clock, processor, over] of cases)
    assert.equal(isOver(60, { clock, processor }), over, `${clock} ${processor}`);
});

test('patience that was ended tells nobody, another does', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });

  const [ended, other] = [new Patience(0), new Patience(0)];
  ended.end();
  t.mock.timers.tick(1);
  assert.deepEqual([ended.signal.aborted, other.signal.aborted], [false, true]);
});
