import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { inZone, localDay, localTime, zoneOfAddress } from './local-day.ts';

const { zones } = loadIngestLexicon().pages;

test('the day where a report came out, beside an instant of another zone', () => {
  assert.equal(localDay('2031-02-05T02:00:00Z', '2031-02-04'), '2031-02-04');
  assert.equal(localDay('2031-02-05T02:00:00Z', '2031-02-05'), null);
  assert.equal(localDay('2031-02-05T02:00:00Z', '2031-01-04'), null);
  assert.equal(localDay('2031-02-05T02:00:00-05:00', '2031-02-04'), null);
  // No clock is a day behind in the afternoon of Greenwich, none a day before in its morning.
  assert.equal(localDay('2031-02-05T17:00:00Z', '2031-02-04'), null);
  assert.equal(localDay('2031-02-05T05:00:00Z', '2031-02-06'), null);
  assert.equal(localDay('2031-02-05T22:00:00Z', '2031-02-06'), '2031-02-06');
});

test('an instant told twice is had with the hours of its place', () => {
  const own = '2031-02-05T00:04:00+02:00';
  assert.equal(localTime('2031-02-04T22:04:00Z', ['2031-02-04', own]), own);
  assert.equal(localTime('2031-02-04T21:04:00Z', [own]), null);
});

test('zones by the ending of an address', () => {
  const cases: [string, number | undefined][] = [
    ['https://www.post.de/a', 1],
    ['https://post.com.ar', -3],
    ['https://post.com.co/x', -5],
    ['https://post.co/x', undefined],
    ['https://post.example/de', undefined],
    ['file:///x.de', undefined],
    ['', undefined],
  ];
  for (const [address, hours] of cases) assert.equal(zoneOfAddress(address, zones)?.hours, hours, address);
});

test('the day by the clocks of the country', () => {
  const [berlin, lima] = [zones.get('de')!, zones.get('pe')!];
  assert.equal(inZone('2031-02-05T23:30:00Z', berlin), '2031-02-06T00:30:00+01:00');
  assert.equal(inZone('2031-02-05T22:30:00Z', berlin), null);
  assert.equal(inZone('2031-07-05T22:30:00.000Z', berlin), '2031-07-06T00:30:00+02:00');
  assert.equal(inZone('2031-03-30T00:30:00Z', lima), '2031-03-29T19:30:00-05:00');
  assert.equal(inZone('2031-02-05T00:00:00Z', lima), null, 'a bare day');
  assert.equal(inZone('2031-02-05T02:30:00-05:00', lima), null, 'told with its own hours');
  assert.equal(inZone('2031-02-05', lima), null);
});

test('an instant stays the same instant', () => {
  const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 0, 1) });
  fc.assert(
    fc.property(instants, fc.constantFrom(...zones.values()), (at, zone) => {
      const given = new Date(at - (at % 1000)).toISOString();
      const there = inZone(given, zone);
      if (there !== null) assert.equal(Date.parse(there), Date.parse(given));
    }),
  );
});
