import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { BODY, PARAGRAPHS } from '../formats/testing.ts';
import { articleIn } from './article.ts';

const { pages } = loadIngestLexicon();
const prose = PARAGRAPHS.map((p) => `<p>${p}</p>`).join('');

test('a page without its outermost element is read as others are', () => {
  const head = '<head><title>Guns</title><meta property="article:published_time" content="2031-02-05"></head>';
  for (const html of [
    `<!DOCTYPE html>${head}<body><article>${prose}</article></body>`,
    `${head}<body><article>${prose}</article></body></html>`,
  ]) {
    const { text, meta } = articleIn(html, null, pages);
    assert.deepEqual([text, meta.title, meta.published], [BODY, 'Guns', '2031-02-05'], html.slice(0, 30));
  }
  assert.equal(articleIn(prose, null, pages).text, BODY);
});
