import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaderKey, leaderLike } from './leaders.ts';

const leaders = new Map(
  ['Hun Sen', 'Volodymyr Zelensky', 'Moammar Gaddafi', 'Emmanuel Macron'].map((name) => [leaderKey(name), { name }]),
);

test('a leader is found under other spellings of the name, and nobody who only sounds a little like one', () => {
  const cases: [string, string | undefined][] = [
    ['hun sen', 'Hun Sen'],
    ['volodymyr zelenskiy', 'Volodymyr Zelensky'],
    ['wolodymyr zelenskyy', 'Volodymyr Zelensky'],
    ['muammar qaddafi', undefined],
    ['moammar gadhafi', 'Moammar Gaddafi'],
    ['khan sheikhoun', undefined],
    ['hans ohn', undefined],
    ['oumara tesk', undefined],
  ];
  for (const [name, leader] of cases) assert.equal(leaderLike(leaders, name)?.name, leader, name);
});
