import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { load as parse } from 'js-yaml';
import { skeleton, within } from './fold.ts';
import { type MentionLexiconFiles, parseMentionLexicon } from './lexicon.ts';
import { pluralOf } from './lexicon-file.ts';

const read = (file: string): unknown =>
  parse(readFileSync(new URL(`../../data/lexicons/en/${file}.yaml`, import.meta.url), 'utf8'));
const files: MentionLexiconFiles = {
  states: read('states'),
  bodies: read('bodies'),
  groups: read('groups'),
  roles: read('roles'),
  names: read('names'),
  leaders: read('leaders'),
  times: read('times'),
};

/** The rows of a table, without comments. */
const rows = (raw: unknown): Map<string, string> => {
  const out = new Map<string, string>();
  for (const line of ((raw as { table: string }).table ?? '').split('\n'))
    if (line.trim() !== '' && !line.startsWith('#'))
      out.set(line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1));
  return out;
};

describe('the lexicons', () => {
  it('parse', () => assert.ok(parseMentionLexicon(files).names.next!.size > 1000));
  it('list leaders only of states that they list', () => {
    const states = rows(files.states);
    for (const state of rows(files.leaders).keys()) assert.ok(states.has(state), state);
  });
  it('give no two states one name or capital', () => {
    const seen = new Map<string, string>();
    for (const [state, row] of rows(files.states)) {
      const [, capitals = '', others = ''] = row.split(';');
      for (const name of new Set([state, ...capitals.split('/'), ...others.split('/')].map((s) => s.trim()))) {
        if (name === '') continue;
        assert.equal(seen.get(name), undefined, `${name}: ${state} and ${seen.get(name)}`);
        seen.set(name, state);
      }
    }
  });
  it('say in plain words what is wrong with an entry', () => {
    assert.throws(
      () => parseMentionLexicon({ ...files, states: {} }),
      /states\.yaml, table: expected a table; write "table: \|"/u,
    );
    assert.throws(
      () => parseMentionLexicon({ ...files, groups: { table: 'Front: TF\nFront: T' } }),
      /groups\.yaml, table, Front: it stands here twice/u,
    );
    assert.throws(() => parseMentionLexicon({ ...files, leaders: { table: 'no colon' } }), /needs a name and a colon/u);
  });
});

describe('spelling', () => {
  for (const [a, b] of [
    ['Zelensky', 'Zelenskyy'],
    ['Zełenski', 'Zelenskiy'],
    ['Ławrow', 'Lavrov'],
    ['Szoigu', 'Shoigu'],
    ['Khaddafi', 'Kaddafi'],
  ] as const)
    it(`${a} and ${b} sound alike`, () =>
      assert.equal(skeleton(a) === skeleton(b) || within(skeleton(a), skeleton(b), 1), true));
  for (const [a, b] of [
    ['Voss', 'Tesk'],
    ['Putin', 'Biden'],
    ['Lavrov', 'Peskov'],
  ] as const)
    it(`${a} and ${b} do not`, () => assert.notEqual(skeleton(a), skeleton(b)));
  for (const [one, many] of [
    ['minister', 'ministers'],
    ['ministry', 'ministries'],
    ['spokesman', 'spokesmen'],
    ['minister of defence', 'ministers of defence'],
  ] as const)
    it(`${one}, ${many}`, () => assert.equal(pluralOf(one), many));
});
