import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressIn, batchesOf } from './dropped.ts';

const file = (size: number) => ({ file: { size } });

test('much is handed over in parts, in order, none left out', () => {
  const given = [10, 10, 10, 50, 1, 1].map(file);
  const parts = batchesOf(given, 3, 25);
  assert.deepEqual(
    parts.map((p) => p.map((g) => g.file.size)),
    [[10, 10], [10], [50], [1, 1]],
  );
  assert.deepEqual(parts.flat(), given);
  assert.deepEqual(batchesOf([]), []);
  assert.equal(
    batchesOf(
      Array.from({ length: 10 }, () => file(0)),
      4,
      25,
    ).length,
    3,
  );
});

test('a link is an address that stands alone, and nothing else is', () => {
  assert.equal(addressIn('https://wire.example/a?b=1\r\n'), 'https://wire.example/a?b=1');
  assert.equal(addressIn('# as browsers write it\nhttp://wire.example/'), 'http://wire.example/');
  for (const none of [
    '',
    'ftp://wire.example/a',
    'See https://wire.example/a',
    'https://a.example/ https://b.example/',
    'https://a.example/\nhttps://b.example/',
    'javascript:alert(1)',
    'https://',
  ])
    assert.equal(addressIn(none), null, none);
});
