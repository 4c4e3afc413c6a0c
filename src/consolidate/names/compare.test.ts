import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NAMES } from '../testing.ts';
import { fitsLone, isLone, newNameReader, sameFullName } from './compare.ts';
import { NameLexiconError, parseNameLexicon } from './lexicon.ts';

const reader = newNameReader(NAMES);
const same = (a: string, b: string) => sameFullName(reader.person(a), reader.person(b));

test('full names that are spellings of one are one', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Oumara Tesk', 'Umara Tesk'],
    ['Ilse Dovrane', 'Ilse Dovranne'],
    ['President Oumara Tesk', 'Oumara Tesk'],
    ['Volodymyr Zelensky', 'Volodymyr Zelenskyy'],
    ['Volodymyr Zelenskiy', 'Vladimir Zelensky'],
    ['Sergei Ryabkov', 'Sergey Riabkov'],
    ['Bashar al-Assad', 'Bashar el Assad'],
    ['Łukasz Brăn', 'Lukasz Bran'],
    ["Sana'a O’Daly", 'Sanaa ODaly'],
    ['Jean-Marc Orrel', 'Jean Marc Orrel'],
    ['Joe Vane', 'Joseph Vane'],
    ['Sergei Lavrov', 'Sergey Ławrow'],
    ['Dr. Amsel Rook', 'Amsel Rook'],
  ];
  for (const [a, b] of cases) assert.equal(same(a, b), 'surely', `${a} / ${b}`);
});

test('others are not', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Aldren Voss', 'Maud Voss'],
    ['Aldren Voss', 'Voss'],
    ['Voss', 'Voss'],
    ['Aldren Voss', 'Aldren Vane'],
    ['Anna Lee', 'Anna Loy'],
    ['Joss Robert Wexel', 'Joss Adam Wexel'],
    ['Sefa Lorrim', 'Sael Otray'],
  ];
  for (const [a, b] of cases) assert.equal(same(a, b), 'no', `${a} / ${b}`);
  assert.equal(same('Recep Tayyip Amon', 'Tayyip Amon'), 'perhaps');
  // A name given twice, from either side.
  assert.equal(same('Tayyip Tayyip Amon', 'Recep Tayyip Amon'), 'perhaps');
  assert.equal(same('Recep Tayyip Amon', 'Tayyip Tayyip Amon'), 'perhaps');
});

test('a family name alone, or with an initial, fits full names that have it', () => {
  const fits = (lone: string, full: string) => fitsLone(reader.person(lone), reader.person(full));
  assert.ok(
    isLone(reader.person('Mr. Voss')) && isLone(reader.person('A. Voss')) && !isLone(reader.person('Aldren Voss')),
  );
  for (const lone of ['Voss', 'Mr Voss', 'A. Voss', 'Foreign Minister Voss'])
    assert.ok(fits(lone, 'Aldren Voss'), lone);
  for (const lone of ['Vane', 'T. Voss']) assert.ok(!fits(lone, 'Aldren Voss'), lone);
});

test('a description or an office is no name', () => {
  for (const name of ['Voss', 'Edda Roan', 'Ursula von der Marck', 'Bashar al-Assad'])
    assert.ok(reader.isPersonal(name), name);
  for (const name of ['Halvian minister', 'Their lawyer', 'President', 'Two officials', 'Prime Minister', 'a man']) {
    assert.ok(!reader.isPersonal(name), name);
  }
  for (const name of ['Littoral Commission', 'the Front', 'Maravet’s harbour ministry'])
    assert.ok(reader.isProper(name), name);
  for (const name of ['Her office', 'Two diplomats', 'Officials', 'no one in the room'])
    assert.ok(!reader.isProper(name), name);
  assert.equal(reader.office('Its envoy'), 'envoy');
  assert.equal(reader.office('former envoy'), 'former envoy');
});

test('parties that speak in one voice are told from one party with "and" in its name', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Halvia and Maravet', ['Halvia', 'Maravet']],
    ['Halvia, Maravet and the Teyl Front', ['Halvia', 'Maravet', 'the Teyl Front']],
    ['Halvia', ['Halvia']],
    ['Bosnia and Herzegovina', ['Bosnia and Herzegovina']],
    ['and Halvia', ['and Halvia']],
    ['Drenholm, Halvia', ['Drenholm, Halvia']],
  ];
  for (const [party, sides] of cases) assert.deepEqual(reader.sidesOf(party), sides, party);
});

test('comparing is the same both ways, and a name is one with itself', () => {
  const name = fc.stringMatching(/^[A-Z][a-zé'-]{1,9}( [A-Z][a-zü'-]{1,9}){1,2}$/);
  fc.assert(
    fc.property(name, name, (a, b) => {
      assert.equal(same(a, b), same(b, a));
      if (!isLone(reader.person(a))) assert.equal(same(a, a), 'surely');
    }),
  );
});

test('a bad list of spellings is refused in plain words', () => {
  const good = {
    titles: 'mr',
    particles: 'al',
    openers: 'a',
    joins: 'and',
    undivided: 'a and b',
    letters: { ł: 'l' },
    sounds: { ph: 'f' },
    given: 'a / b',
  };
  assert.ok(parseNameLexicon(good));
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [null, /must hold titles/],
    [{ ...good, titles: '' }, /"titles" must be words/],
    [{ ...good, titles: 'Mr' }, /"Mr" in "titles" is not in small letters/],
    [{ ...good, sounds: { PH: 'f' } }, /"PH" in "sounds"/],
    [{ ...good, given: 'a / b\nb / c' }, /"b" stands in two groups/],
  ];
  for (const [raw, message] of cases) {
    assert.throws(
      () => parseNameLexicon(raw),
      (e) => e instanceof NameLexiconError && message.test(e.message),
    );
  }
});
