/** Sums of money, at the gift or sanction that they belong to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

const CASES: readonly (readonly [text: string, ...figures: string[]])[] = [
  ['Halvia sent military aid worth $61bn (£49bn) to Maravet on Monday.', '61000000000..61000000000 $61bn'],
  ['Halvia froze assets of the bank worth more than EUR 260 billion.', '260000000000..null more than EUR 260 billion'],
  ['Cantara sent aid worth €1.5m to Nerith.', '1500000..1500000 €1.5m'],
  ['Cantara sent aid worth almost three million dollars to Nerith.', 'null..3000000 almost three million dollars'],
  // Not money, or of another kind of event.
  ['Cantara sent aid to Nerith, 12 kilometres from Lorn.'],
  ['Halvian guns shelled Nerith on Monday and burned $3 million.'],
];

for (const [text, ...figures] of CASES) {
  test(`money: ${text}`, () => {
    const events = readEvents(sceneFrom(text, '2031-05-14'), testResources().interpret.events);
    assert.ok(events.length > 0);
    assert.deepEqual(
      events.flatMap((e) => e.figures.map((f) => `${f.low}..${f.high} ${text.slice(f.span.start, f.span.end)}`)),
      figures,
    );
  });
}
