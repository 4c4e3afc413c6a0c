import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Item } from '../../src/case.ts';
import type { Offset, Span } from '../../src/record.ts';
import { reportOf } from '../fixture/keld.ts';
import { items, wholeOf } from '../fixture/whole.ts';
import { contextsOf, pieces } from './marks.ts';

const span = (start: number, end: number): Span => ({ start: start as Offset, end: end as Offset });

test('a text is cut where marks begin and end', () => {
  assert.deepEqual(
    pieces(0, 10, [
      { start: 2, end: 6, of: 'a' },
      { start: 4, end: 8, of: 'b' },
    ]),
    [
      { start: 0, end: 2, marks: [] },
      { start: 2, end: 4, marks: ['a'] },
      { start: 4, end: 6, marks: ['a', 'b'] },
      { start: 6, end: 8, marks: ['b'] },
      { start: 8, end: 10, marks: [] },
    ],
  );
});

test('marks outside, and marks without length, cut nothing', () => {
  const one = [{ start: 5, end: 9, marks: [] }];
  assert.deepEqual(pieces(5, 9, [{ start: 0, end: 5, of: 'a' }]), one);
  assert.deepEqual(pieces(5, 9, [{ start: 9, end: 12, of: 'a' }]), one);
  assert.deepEqual(pieces(5, 9, [{ start: 7, end: 7, of: 'a' }]), one);
});

test('pieces join to the whole, and each lies under exactly its marks', () => {
  const mark = fc.record({ start: fc.nat(40), end: fc.nat(40), of: fc.nat() });
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.array(mark, { maxLength: 8 }), (start, length, marks) => {
      const end = start + length + 1;
      const cut = pieces(start, end, marks);
      assert.equal(cut[0]!.start, start);
      assert.equal(cut.at(-1)!.end, end);
      cut.forEach((piece, i) => {
        if (i > 0) assert.equal(piece.start, cut[i - 1]!.end);
        const over = marks.filter((m) => m.start < m.end && m.start <= piece.start && m.end >= piece.end);
        assert.deepEqual(
          piece.marks,
          over.map((m) => m.of),
        );
      });
    }),
  );
});

const whole = wholeOf(reportOf('2031-03-26-lpa').head.id)!;
const offer = items.find((i) => i.report.id === whole.row.id && i.words.startsWith('to stop boarding'))!;

test('evidence stands in its whole sentence, with the words and their condition marked', () => {
  const [context, ...more] = contextsOf(whole, offer.spans, offer);
  assert.deepEqual(more, []);
  const text = (of: string): string =>
    context!.pieces
      .filter((p) => (p.marks as readonly string[]).includes(of))
      .map((p) => whole.text.slice(p.start, p.end))
      .join('');
  assert.match(whole.text.slice(context!.start, context!.end), /^DRENHOLM.*Ombra Point\.$/s);
  assert.equal(text('words'), offer.words);
  assert.equal(text('condition'), 'once Maravet has taken its guns off Ombra Point');
  assert.equal(context!.paragraph, 1);
});

test('words apart get a context each; words of one sentence share theirs', () => {
  const at = (words: string): Span => span(whole.text.indexOf(words), whole.text.indexOf(words) + words.length);
  const none = undefined as Item | undefined;
  assert.equal(contextsOf(whole, [at('Nobody will be stopped'), at('a chair, a flag')], none).length, 2);
  assert.equal(contextsOf(whole, [at('unarmed observers'), at('within a week')], none).length, 1);
  assert.deepEqual(contextsOf(whole, [], none), []);
});

test('of a sentence without end only what stands around the words is shown', () => {
  const text = `Halvia rejects ${'the offer and '.repeat(2000)} stops.`;
  const endless = {
    ...whole,
    text,
    reading: { ...whole.reading, sentences: [span(0, text.length)], blocks: [] },
  };
  const [context] = contextsOf(endless, [span(14_000, 14_010)], undefined);
  assert.ok(context!.start > 12_000 && context!.end < 20_000);
  assert.equal(context!.paragraph, null);
});
