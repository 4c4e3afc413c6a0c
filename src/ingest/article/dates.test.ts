import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { dateInAddress, isoDate, monthInAddress, orderIn, writtenDate } from './dates.ts';

const { months } = loadIngestLexicon().pages;

test('dates as programs write them', () => {
  const cases: [string, string | null][] = [
    ['2031-02-05', '2031-02-05'],
    ['2031-02-05T17:40:00Z', '2031-02-05T17:40:00Z'],
    ['2031-02-05 17:40:00.123 +0100', '2031-02-05T17:40:00+01:00'],
    ['2031-2-5', '2031-02-05'],
    ['20310205', '2031-02-05'],
    ['20310205T174000Z', '2031-02-05T17:40:00Z'],
    ['Wed, 05 Feb 2031 17:40:00 GMT', '2031-02-05T17:40:00Z'],
    ['Wed, 5 Feb 2031 17:40:00 -0500', '2031-02-05T17:40:00-05:00'],
    ['1927734000', '2031-02-01T17:40:00Z'],
    ['1927734000000', '2031-02-01T17:40:00Z'],
    ['2031-02', '2031-02'],
    ['2031-13-05', null],
    ['2031-02-30', null],
    ['2031', null],
    ['12345', null],
    ['yesterday', null],
    ['', null],
  ];
  for (const [words, iso] of cases) assert.equal(isoDate(words, months), iso, words);
});

test('dates as people write them, in several languages', () => {
  const cases: [string, string | null][] = [
    ['5 February 2031', '2031-02-05'],
    ['February 5, 2031 at 5:40 pm', '2031-02-05T17:40'],
    ['Feb. 5th, 2031', '2031-02-05'],
    ['Wednesday, 5th of February 2031, 17:40 GMT', '2031-02-05T17:40Z'],
    ['5. März 2031, 08:05 Uhr', '2031-03-05T08:05'],
    ['le 1er août 2031 à 9h30', '2031-08-01T09:30'],
    ['5 de febrero de 2031', '2031-02-05'],
    ['05.02.2031', '2031-02-05'],
    ['05.02.31', '2031-02-05'],
    ['2031/02/05', '2031-02-05'],
    ['25/02/2031', '2031-02-25'],
    ['02/25/2031', '2031-02-25'],
    ['04/05/2031', null],
    ['Call 555 2031 2222', null],
    ['2031年2月5日 17:40', '2031-02-05'],
    ['2031년 2월 5일', '2031-02-05'],
    ['25 | 02 | 2031', '2031-02-25'],
    ['04 | 05 | 2031', null],
    ['5. helmikuuta 2031', '2031-02-05'],
    ['5 лютого 2031', '2031-02-05'],
    ['5 φεβρουαρίου 2031', '2031-02-05'],
    ['5. 2. 2031', '2031-02-05'],
    ['05. 02. 2031, 17:40', '2031-02-05T17:40'],
    ['5.2.31 17:40', '2031-02-05'],
    ['firmware 5.2.31', null],
    ['05.Feb.31', '2031-02-05'],
    ['5-Feb-31', '2031-02-05'],
    ['5 February 31', null],
    ['25/02/31', '2031-02-25'],
    ['02/25/31', '2031-02-25'],
    ['04/05/31', null],
    ['2031. február 5.', '2031-02-05'],
    ['2031 m. vasario 5 d.', '2031-02-05'],
    ["5 d'abril de 2031", '2031-04-05'],
    ['5 de març del 2031', '2031-03-05'],
    ['5. februára 2031', '2031-02-05'],
    ['5. veljače 2031.', '2031-02-05'],
    ['5 февруари 2031', '2031-02-05'],
    ['٥ شباط ٢٠٣١', '2031-02-05'],
    ['5 كانون الثاني 2031', '2031-01-05'],
    ['۵ فوریه ۲۰۳۱', '2031-02-05'],
    ['5 फरवरी 2031', '2031-02-05'],
    ['২৫ ফেব্রুয়ারি ২০৩১', '2031-02-25'],
    ['5 בפברואר 2031', '2031-02-05'],
    ['ngày 5 tháng 2 năm 2031', '2031-02-05'],
    ['Feb 5, 2031, 5:40 PM UTC', '2031-02-05T17:40Z'],
    ['16 February 2031 • 2:15pm', '2031-02-16T14:15'],
    ['version 1.2.2031.4', null],
    ['28.09.1912:44', null],
    ['40 February 2031', null],
    ['in 2031', null],
  ];
  for (const [words, iso] of cases) assert.equal(writtenDate(words, months)?.date ?? null, iso, words);
});

test('days in addresses', () => {
  const cases: [string, string | null][] = [
    ['https://x.example/2031/02/05/guns', '2031-02-05'],
    ['https://x.example/news/2031-02-05-guns.html', '2031-02-05'],
    ['https://x.example/20310205/guns', '2031-02-05'],
    ['https://x.example/world/2031/feb/05/guns', '2031-02-05'],
    ['https://x.example/2031/02/guns', null],
    ['https://x.example/article/20319999', null],
    ['https://x.example/12031/02/056/guns', null],
  ];
  for (const [address, day] of cases) assert.equal(dateInAddress(address, months), day, address);
});

test('months in addresses', () => {
  const cases: [string, string | null][] = [
    ['https://x.example/2031/02/guns-first/', '2031-02'],
    ['https://x.example/2031/02/05/', null],
    ['https://x.example/2031/13/guns', null],
    ['https://x.example/news/12031/02/guns', null],
    ['https://x.example/guns', null],
  ];
  for (const [address, month] of cases) assert.equal(monthInAddress(address), month, address);
});

test('figures with strokes, where it is known that the day comes first', () => {
  const cases: [string, string | null][] = [
    ['04/05/2031', '2031-05-04'],
    ['02/25/2031', '2031-02-25'],
    ['25/02/2031', '2031-02-25'],
    ['04 | 05 | 2031', '2031-05-04'],
    ['30/30/2031', null],
    ['04/05/31', '2031-05-04'],
  ];
  for (const [words, iso] of cases) assert.equal(writtenDate(words, months, true)?.date ?? null, iso, words);
});

test('figures with strokes, where it is known that the month comes first', () => {
  const cases: [string, string | null][] = [
    ['04/05/2031', '2031-04-05'],
    ['25/02/2031', '2031-02-25'],
    ['04.05.2031', '2031-05-04'],
    ['04/05/31', '2031-04-05'],
  ];
  for (const [words, iso] of cases) assert.equal(writtenDate(words, months, false)?.date ?? null, iso, words);
});

test('dates that can be read in one way tell how the others of a page are meant', () => {
  const cases: [string, boolean | undefined][] = [
    ['04/05/2031 and 25/02/2031', true],
    ['04/05/2031 and 02/25/2031', false],
    ['25/02/2031 and 02/25/2031', undefined],
    ['04/05/2031', undefined],
    ['page 25/02/7', undefined],
  ];
  for (const [text, first] of cases) assert.equal(orderIn(text), first, text);
});

test('whatever is written, what comes out is a day or an instant that there is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789./-: TZ,aprilMay'), maxLength: 40 }), (words) => {
      for (const date of [isoDate(words, months), writtenDate(words, months)?.date ?? null]) {
        if (date !== null) assert.ok(!Number.isNaN(Date.parse(date)), `${words}: ${date}`);
      }
    }),
    { numRuns: 2000 },
  );
});
