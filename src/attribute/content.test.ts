import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadAttributeLexicon } from '../data/attribution.ts';
import { slice } from '../text/span.ts';
import { formOf, spanOf, trimmed } from './content.ts';
import { sample } from './testing.ts';

const lexicon = loadAttributeLexicon();

/** What is left of the stretch in square brackets. */
function left(written: string): string | null {
  const s = sample(written);
  return s.words(trimmed(s.segmented.words, s.content[0]!, lexicon));
}

test('marks at either end are outside, marks inside stay', () => {
  const cases: [written: string, left: string | null][] = [
    ['[“ The/DET boats stay/VERB , ”] said/VERB Voss', 'The boats stay'],
    ['[: “ The/DET boats , ” he/PRON wrote/VERB , “ stay/VERB . ”]', 'The boats , ” he wrote , “ stay'],
    ['[— the/DET boats stay/VERB —]', 'the boats stay'],
    ['[- the/DET boats stay/VERB -]', 'the boats stay'],
    ["['the/DET boats ']", "'the boats"],
    ['[… stay/VERB …]', 'stay'],
    ['[« Stay/VERB ! »]', 'Stay !'],
    ['[Will/AUX they/PRON stay/VERB ?]', 'Will they stay ?'],
    ['[a/DET truce ( or/CCONJ not/PART )]', 'a truce ( or not )'],
    ['[boats]', 'boats'],
    ['[“ ”]', null],
    ['[, — .]', null],
  ];
  for (const [written, expected] of cases) assert.equal(left(written), expected, written);
});

test('a "that" or "as" that only joins is left out, one that means something is kept', () => {
  const cases: [written: string, left: string][] = [
    ['said/VERB [that/SCONJ the/DET boats stay/VERB]', 'the boats stay'],
    ['said/VERB [that/SCONJ , “ the/DET boats stay/VERB ”]', 'the boats stay'],
    ['said/VERB [“ that/SCONJ the/DET boats stay/VERB ”]', 'the boats stay'],
    ['saw/VERB it/PRON [as/ADP a/DET threat]', 'a threat'],
    ['rejected/VERB [that/DET deal]', 'that deal'],
    ['said/VERB [that/PRON is/AUX no/DET answer]', 'that is no answer'],
    ['said/VERB [the/DET boats that/SCONJ stay/VERB]', 'the boats that stay'],
    ['said/VERB [as/ADV many/ADJ boats]', 'as many boats'],
  ];
  for (const [written, expected] of cases) assert.equal(left(written), expected, written);
});

test('a quotation keeps its first word', () => {
  assert.equal(left('[“ That/DET deal is/AUX dead/ADJ . ”]'), 'That deal is dead');
});

test('only the first joining word is left out', () => {
  assert.equal(left('[that/SCONJ that/DET deal is/AUX dead/ADJ]'), 'that deal is dead');
  assert.equal(left('[that/SCONJ that/SCONJ stays/VERB]'), 'that stays');
});

test('a trimmed range lies in the range given, begins and ends with words, and is its own trimmed range', () => {
  const word = fc.constantFrom('boats', 'that/SCONJ', 'as/ADP', 'that/DET', '“', '”', ',', '—', '.', '(', 'stay/VERB');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (written) => {
      const { segmented, content } = sample(`[${written.join(' ')}]`);
      const [from, to] = content[0]!;
      const range = trimmed(segmented.words, content[0]!, lexicon);
      if (range === null) return;
      const [first, last] = range;
      assert.ok(from <= first && first < last && last <= to);
      for (const at of [first, last - 1]) assert.doesNotMatch(segmented.words[at]!.text, /^[“”,—.]$/u);
    }),
  );
});

test('the span of a range is its words as they stand', () => {
  const s = sample('Voss said/VERB [the/DET boats stay/VERB] .');
  assert.equal(slice(s.text, spanOf(s.segmented.words, s.content[0]!)), 'the boats stay');
});

test('form: all quoted is direct, a part mixed, nothing indirect', () => {
  const cases: [written: string, form: string][] = [
    ['“ [the/DET boats stay/VERB] ” said/VERB Voss', 'direct'],
    ['“ [the/DET boats] , ” said/VERB Voss , “ [stay/VERB] . ”', 'direct'],
    ['Voss said/VERB [the/DET boats stay/VERB]', 'indirect'],
    ['Voss said/VERB [the/DET boats “ stay/VERB ”]', 'mixed'],
    ['Voss said/VERB [the/DET boats stay/VERB] “ [for/ADP ever/ADV] ”', 'mixed'],
    // Marks between are neither quoted nor not.
    ['“ [No/INTJ ” , “ no/INTJ] ”', 'direct'],
    ['Voss said/VERB [we/PRON stay/VERB]', 'indirect'],
    ['— [We/PRON stay/VERB] — said/VERB Voss', 'direct'],
    ['— [The/DET boats stay/VERB] — said/VERB Voss', 'indirect'],
  ];
  for (const [written, form] of cases) {
    const s = sample(written);
    assert.equal(formOf(s.segmented.words, s.content, lexicon), form, written);
  }
});
