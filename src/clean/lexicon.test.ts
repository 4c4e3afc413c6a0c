import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCleanLexicon } from '../data/clean.ts';
import { parseCleanLexicon } from './lexicon.ts';
import { entryAt } from './patterns.ts';

const lexicon = loadCleanLexicon();
const words = { months: ['March'], weekdays: ['Monday'], agencies: ['LPA'] };

test('every entry of clean.yaml has a rule name of the usual form and is found under its place', () => {
  for (const [place, group] of Object.entries(lexicon.patterns)) {
    assert.ok(group.each.length > 0, place);
    for (const entry of group.each) {
      assert.match(entry.rule, /^clean\/[a-z]+(?:-[a-z]+)*$/);
      assert.equal(entry.where, place);
      assert.match(entry.entry, /^clean\.yaml: [a-z-]+ \d+$/);
    }
  }
});

test('no two entries bear one name', () => {
  const names = Object.values(lexicon.patterns).flatMap((g) => g.each.map((e) => e.entry));
  assert.deepEqual(names.length, new Set(names).size);
});

test('a lexicon that is not as it must be is refused with the entry and the remedy', () => {
  const cases: [unknown, RegExp][] = [
    [null, /the whole file.*not a table/],
    [{ ...words, patterns: 3 }, /patterns: not a list/],
    [{ ...words, months: [], patterns: [] }, /months: not a list of words/],
    [
      { ...words, patterns: [{ rule: 'x', kind: 'advert', where: 'nowhere', match: ['a'] }] },
      /entry 1: no place "nowhere".*line/,
    ],
    [
      { ...words, patterns: [{ rule: 'x', kind: 'paragraph', where: 'line', match: ['a'] }] },
      /entry 1: no kind "paragraph"/,
    ],
    [
      { ...words, patterns: [{ rule: 'x', kind: 'advert', where: 'line', match: ['('] }] },
      /match 1.*no regular expression/,
    ],
    [{ ...words, patterns: [{ kind: 'advert', where: 'line', match: ['a'] }] }, /no rule/],
  ];
  for (const [raw, message] of cases)
    assert.throws(() => parseCleanLexicon(raw), { name: 'CleanLexiconError', message });
});

test('dates are read whole, and what is no date is not', () => {
  const cases: [string, string | null][] = [
    ['Tuesday 4 March 2031', 'Tuesday 4 March 2031'],
    ['March 22 2031 and', 'March 22 2031'],
    ['12 March', '12 March'],
    ['04.03.2031', '04.03.2031'],
    ['2031-03-04', '2031-03-04'],
    ['Sept. 3, 2031 at 10:07 pm', 'Sept. 3, 2031 at 10:07 pm'],
    ['22 people', null],
    ['Marching on', null],
    ['March to the sea', null],
  ];
  for (const [given, expected] of cases) {
    lexicon.date.lastIndex = 0;
    assert.equal(lexicon.date.exec(given)?.[0] ?? null, expected, given);
  }
});

test('no pattern repeats a group without bound, so that none can take long over a long line', () => {
  for (const group of Object.values(lexicon.patterns)) {
    for (const { at, entry } of group.each) {
      const bare = at.source.replace(/\\./gu, 'x').replace(/\[[^\]]*\]/gu, 'x');
      assert.doesNotMatch(bare, /\)[*+]/u, entry);
    }
  }
});

test('what an entry matches by itself, its group matches too', () => {
  const lines = [
    '4 March 2031. Updated 5 March, 08.15',
    'Reporting by Tamsin Orrel; Editing by Jon Hask',
    'ADVERTISEMENT',
    'READ MORE: WHO IS ILSE DOVRANE?',
    'Photo: Maravet presidency',
    'By Jon Hask at the ferry terminal, and LPA',
    'Port Asker, Saturday 8 March. Post Staff.',
  ];
  for (const line of lines) {
    for (const [place, group] of Object.entries(lexicon.patterns)) {
      const alone = group.each.some((e) => {
        e.at.lastIndex = 0;
        return (e.at.exec(line)?.[0].length ?? 0) > 0;
      });
      assert.equal(entryAt(group, line, 0) !== null, alone, `${place}: ${line}`);
    }
  }
});
