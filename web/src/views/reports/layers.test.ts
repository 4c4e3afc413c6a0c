import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../../../fixture/keld.ts';
import { wholeOf } from '../../../fixture/whole.ts';
import { inOrder, marksOf, paragraphsOf } from './layers.ts';

const whole = wholeOf(reportOf('2031-03-26-lpa').head.id)!;
const copy = wholeOf(reportOf('2031-03-16-courier').head.id)!;

test('nothing of a report is left out of its paragraphs, and nothing stands twice', () => {
  for (const report of [whole, copy]) {
    const paragraphs = paragraphsOf(report);
    paragraphs.forEach((p, i) => {
      assert.ok(p.start < p.end);
      assert.ok(i === 0 || p.start >= paragraphs[i - 1]!.end);
    });
    const shown = paragraphs.map((p) => report.text.slice(p.start, p.end)).join('');
    assert.equal(shown.replace(/\s/g, ''), report.text.replace(/\s/g, ''));
  }
});

test('repeats and copied words are greyed, with the reason', () => {
  const greyed = paragraphsOf(whole).filter((p) => p.grey);
  assert.ok(greyed.some((p) => p.grey!.startsWith('Repeats paragraph 1')));
  assert.ok(paragraphsOf(copy).some((p) => p.grey?.includes('Littoral Press Agency')));
  assert.equal(paragraphsOf(whole).find((p) => p.number === 4)!.grey, null);
});

test('records come in the order of the text, and conditions and figures are marked beside them', () => {
  const items = inOrder(whole.items);
  const starts = items.map((i) => i.spans[0]!.start);
  assert.deepEqual(
    starts,
    starts.toSorted((a, b) => a - b),
  );
  const layers = new Set(marksOf(items).map((m) => m.of.layer));
  for (const layer of ['position', 'condition', 'event', 'talk', 'dispute'] as const)
    assert.ok(layers.has(layer), layer);
});
