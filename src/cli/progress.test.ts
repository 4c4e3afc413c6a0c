import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Progress, progressLine, waitInWords } from './progress.ts';

test('the line tells count, rate and time left', () => {
  assert.equal(progressLine(1, 2, null), '1 report, 0.5 a second');
  assert.equal(progressLine(1200, 4, 0.5), '1,200 reports, 300 a second, 4 s left');
  assert.equal(progressLine(1200, 4, 1), '1,200 reports, 300 a second');
  assert.equal(waitInWords(0.2), '1 s');
  assert.equal(waitInWords(600), '10 min');
  assert.equal(waitInWords(7500), '2 h 5 min');
});

test('a short run shows nothing, a longer one a line that is taken away', () => {
  let now = 0;
  const written: string[] = [];
  const progress = new Progress(
    (text) => written.push(text),
    () => now,
  );
  for (; now < 900; now += 100) progress.step();
  assert.equal(written.length, 0);
  for (; now < 2000; now += 10) progress.step();
  assert.ok(written.length >= 4 && written.length <= 7, `${written.length} lines in a second`);
  assert.ok(written[0]!.startsWith('\r') && written[0]!.endsWith('\u001b[K'));
  assert.match(written[0]!, /\d+ reports, \d+(\.\d)? a second/);
  progress.clear();
  progress.clear();
  assert.equal(written.filter((w) => w === '\r\u001b[K').length, 1);
});

test('time left comes from reports where they can be counted, else from bytes', () => {
  for (const amount of [
    { reports: 40, bytes: 10 },
    { reports: null, bytes: 400 },
  ]) {
    let now = 0;
    let last = '';
    const progress = new Progress(
      (text) => {
        last = text;
      },
      () => now,
    );
    progress.expect(amount);
    progress.bytes(100);
    for (; now < 2000; now += 200) progress.step();
    assert.match(last, /10 reports, .* 5 s left|10 reports, .* 6 s left/);
  }
});

test('nobody watching, nothing is written', () => {
  let now = 0;
  const progress = new Progress(null, () => now);
  now = 5000;
  progress.step();
  progress.clear();
  assert.equal(progress.seconds, 5);
});
