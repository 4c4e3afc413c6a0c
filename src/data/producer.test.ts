import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadResources } from './load.ts';
import { loadProducer } from './producer.ts';

test('the versions known without loading the models are those that readings carry', () => {
  assert.deepEqual(loadProducer(), loadResources().producer);
});
