import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pack } from '../packed.ts';
import { Kept } from './kept.ts';

test('an entry is read again where its bytes are others, and the longest ago asked go first', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((what) => pack({ what }));
  const kept = new Kept(one!.length + two!.length + 1);
  const first = kept.of<{ what: string }>(1, one!);
  assert.deepEqual(first, { what: 'one' });
  assert.equal(kept.of(1, pack({ what: 'one' })), first);
  assert.deepEqual(kept.of(1, two!), { what: 'two' });
  const second = kept.of(2, one!);
  assert.equal(kept.of(2, one!), second);
  const again = kept.of(1, two!);
  kept.of(3, three!);
  assert.notEqual(kept.of(2, one!), second);
  assert.deepEqual(kept.of(1, two!), again);
});
