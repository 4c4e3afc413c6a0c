import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { PARAGRAPHS } from '../formats/testing.ts';
import { articleIn } from './article.ts';

const { pages } = loadIngestLexicon();
const prose = PARAGRAPHS.map((p) => `<p>${p}</p>`).join('');
const publishedOn = (body: string, language = 'en'): string | null =>
  articleIn(`<!doctype html><html lang="${language}"><body>${body}</body></html>`, null, pages).meta.published ?? null;

test('which of the dates that a page shows is that of its report', () => {
  const others = [6, 7, 8, 9].map((d) => `<div class="item"><time class="day">${d} February 2031</time> Ferry</div>`);
  const cards = [6, 7].map((d) => `<article>Ferry<footer><time>${d} February 2031</time></footer></article>`).join('');
  const report = (foot: string): string => `<article><h1>Guns</h1>${prose}${foot}</article>`;
  const cases: [string, string, string | null][] = [
    [
      'the foot of the report, not those of a list before it',
      `${others.join('')}${report('<footer class="footer-author"><time>5 February 2031</time></footer>')}`,
      '2031-02-05',
    ],
    ['no foot of a teaser', `${cards}${report('<footer><time>5 February 2031</time></footer>')}`, '2031-02-05'],
    [
      'a verb after the date',
      `<h1>Guns</h1>${prose}<footer>Dieser Beitrag wurde am 25/02/2031 von Ilse Dovrane in der Rubrik Ausland unter Nachrichten aus Cantara veröffentlicht.</footer>`,
      '2031-02-25',
    ],
    [
      'figures whose order another date of the page tells',
      `<h1>Guns</h1><p class="date">04/05/2031</p>${prose}<p>Until 25/02/2031 the strait was open to all ships.</p>`,
      '2031-05-04',
    ],
    ['figures whose order nothing tells', `<h1>Guns</h1><p class="date">04/05/2031</p>${prose}`, null],
  ];
  for (const [name, body, date] of cases) assert.equal(publishedOn(body), date, name);
});

test('names of months that mean another month elsewhere', () => {
  const dated = `<h1>Guns</h1><p>5. listopada 2031</p>${prose}`;
  assert.equal(publishedOn(dated, 'hr'), '2031-10-05');
  assert.equal(publishedOn(dated, 'pl'), '2031-11-05');
});
