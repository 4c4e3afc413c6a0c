import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { BODY, PARAGRAPHS } from '../formats/testing.ts';
import { articleIn } from './article.ts';

const { pages } = loadIngestLexicon();
const prose = PARAGRAPHS.map((p) => `<p>${p}</p>`).join('');
const textOf = (html: string): string => articleIn(html, null, pages).text;

test('a page without its outermost element is read as others are', () => {
  const head = '<head><title>Guns</title><meta property="article:published_time" content="2031-02-05"></head>';
  for (const html of [
    `<!DOCTYPE html>${head}<body><article>${prose}</article></body>`,
    `${head}<body><article>${prose}</article></body></html>`,
  ]) {
    const { text, meta } = articleIn(html, null, pages);
    assert.deepEqual([text, meta.title, meta.published], [BODY, 'Guns', '2031-02-05'], html.slice(0, 30));
  }
  assert.equal(textOf(prose), BODY);
});

test('a body that is a small part of the paragraphs of the page is not believed', () => {
  const notice = `<div class="article-body"><p>${'We name who pays for what you read here. '.repeat(14)}</p></div>`;
  const parts = PARAGRAPHS.map((p) => `<section><div><p>${p} ${p}</p></div></section>`).join('');
  const text = textOf(`<html><body>${notice}<div class="supplemental">${parts.repeat(3)}</div></body></html>`);
  for (const p of PARAGRAPHS) assert.ok(text.includes(p), p);
  // Short reports above paragraphs that lead to others are believed.
  const short = `<article><div class="article-body">${prose}</div></article>`;
  const others = `<p><a href="/1">${'Ferry sinks off the Point after a night of storms. '.repeat(3)}</a></p>`.repeat(
    20,
  );
  assert.equal(textOf(`<html><body>${short}<div>${others}</div></body></html>`), BODY);
});
