import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LogOptions, newLog } from './log.ts';

const told = (options: Partial<LogOptions>): string => {
  let text = '';
  const log = newLog({
    form: 'text',
    level: 'info',
    now: () => '2031-04-02T08:00:00.000Z',
    write: (some) => {
      text += some;
    },
    ...options,
  });
  log('debug', 'request', 'GET /');
  log('info', 'started', 'Reading.', { pid: 7 });
  log('warn', 'trouble', 'a\n{"level":"error"}\u001b[2J', { cause: 'busy\n' });
  return text;
};

test('for people a line each, in which nothing that others wrote ends a line or moves the terminal', () => {
  assert.equal(told({}), 'Reading.\nwarn: a {"level":"error"}‹U+001B›[2J\n');
  assert.equal(told({ level: 'debug' }).split('\n')[0], 'GET /');
  assert.equal(told({ level: 'error' }), '');
});

test('for programs a line of JSON each', () => {
  const lines = told({ form: 'json' }).trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    [
      { at: '2031-04-02T08:00:00.000Z', level: 'info', event: 'started', message: 'Reading.', pid: 7 },
      {
        at: '2031-04-02T08:00:00.000Z',
        level: 'warn',
        event: 'trouble',
        message: 'a\n{"level":"error"}\u001b[2J',
        cause: 'busy\n',
      },
    ],
  );
});
