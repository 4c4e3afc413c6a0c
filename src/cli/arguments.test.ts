import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, parse, textValue, WrongUse, wholeNumber } from './arguments.ts';
import { COMMANDS, commandNamed } from './commands.ts';

const read = commandNamed('read')!;
const explain = commandNamed('explain')!;

test('options and paths are told apart', () => {
  const given = parse(read, ['a.txt', '--json', '-q', '--width=60', '-', '--', '--odd-name']);
  assert.deepEqual(given.positionals, ['a.txt', '-', '--odd-name']);
  assert.equal(given.values['json'], true);
  assert.equal(given.values['quiet'], true);
  assert.equal(wholeNumber(given, 'width', 30), 60);
  assert.equal(wholeNumber(parse(explain, ['a.txt', '--at', '0']), 'at', 0), 0);
  assert.equal(textValue(parse(explain, ['x', '--find', 'must leave']), 'find'), 'must leave');
  assert.equal(textValue(parse(explain, ['x']), 'find'), null);
});

test('wrong use is told in plain words, with the remedy', () => {
  const cases: [readonly string[], RegExp][] = [
    [['--jsn'], /no option --jsn.*Did you mean --json/],
    [['--zzzzzzzz'], /^read has no option --zzzzzzzz\.$/],
    [['--width'], /--width needs a value: --width N/],
    [['--json=yes'], /--json takes no value/],
    [['--width', '40', '--width', '50'], /--width was given twice/],
    [['--\u001b[31mx'], /‹U\+001B›/],
  ];
  for (const [args, message] of cases) {
    assert.throws(
      () => parse(read, args),
      (error) => error instanceof WrongUse && message.test(error.message),
    );
  }
  for (const bad of ['-1', '1.5', '1e3', 'ten', '', '99999999999999999']) {
    assert.throws(() => wholeNumber(parse(explain, ['x', `--at=${bad}`]), 'at', 0), WrongUse, bad);
  }
  assert.throws(() => wholeNumber(parse(read, ['--width=12']), 'width', 30), /30 or more/);
});

test('a mistyped word finds its neighbour, a different one none', () => {
  const names = COMMANDS.map((c) => c.name);
  assert.equal(nearest('raed', names), 'read');
  assert.equal(nearest('explian', names), 'explain');
  assert.equal(nearest('publish', names), undefined);
  assert.equal(nearest('x'.repeat(100_000), names), undefined);
});
