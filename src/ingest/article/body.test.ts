import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { BODY, PARAGRAPHS } from '../formats/testing.ts';
import { articleIn } from './article.ts';
import { blocksOf } from './blocks.ts';

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

const page = (body: string): string => `<!doctype html><html><head></head><body>${body}</body></html>`;
const textOf = (body: string): string => articleIn(page(body), null, pages).text;

test('what is not shown belongs to the report only where it holds most of what the page tells', () => {
  const notice = 'Turn on the programs of this page to read what stands on it.';
  const cases: [string, string, string][] = [
    [
      'a body for those whose browser runs nothing',
      `<p>${notice}</p><noscript>${prose}</noscript>`,
      `${notice}\n\n${BODY}`,
    ],
    ['a picture for those', `<article>${prose}<noscript><p>${notice}</p></noscript></article>`, BODY],
    [
      'pages of a gallery',
      `<article><p>${PARAGRAPHS[0]}</p>${PARAGRAPHS.slice(1)
        .map((p) => `<div style="display: none;"><p>${p}</p></div>`)
        .join('')}</article>`,
      BODY,
    ],
  ];
  for (const [name, html, text] of cases) assert.equal(textOf(html), text, name);
});

test('a longer notice beside a marked body does not stand for it', () => {
  const notice =
    'Many of the ferry offers on this site are from firms that pay for them, as all of our readers know well. ';
  const long = PARAGRAPHS.map((p) => `<p>${`${p} `.repeat(4).trim()}</p>`).join('');
  const text = textOf(
    `<main><div class="top"><p>${notice.repeat(3).trim()}</p></div><div class="article-body">${long}</div></main>`,
  );
  assert.ok(text.includes('First the guns go') && !text.includes('ferry offers'), text);
});

test('words are read as they are seen', () => {
  const cases: [string, string][] = [
    ['<p>The com\u00admission meets on Fri\u00adday.</p>', 'The commission meets on Friday.'],
    ['<p>In <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby> they wait.</p>', 'In 港 they wait.'],
    ['<section><p>One.</p><caption>Two without a table.</caption></section>', 'One. Two without a table.'],
    ['<table><caption>Ships</caption><tr><td>Three ships came.</td></tr></table>', 'Three ships came.'],
  ];
  for (const [html, text] of cases)
    assert.equal(
      blocksOf(html)
        .map((block) => block.text)
        .join(' '),
      text,
    );
});

test('calls to the reader, credits and notes on the author are left out; a report that speaks of such things is not', () => {
  const said = '“Sign up here, support our work,” a poster of the Front says on every wall of Nerith.';
  const told = 'Voss spoke to Getty Images and three other agencies in Drenholm on Tuesday evening.';
  const frame = (extra: string): string =>
    `<article><h1>Guns</h1>${prose}${extra}<p>${said}</p><p>${told}</p></article>`;
  const whole = `${BODY}\n\n${said}\n\n${told}`;
  for (const extra of [
    '<p>If you are already a subscriber, you can log in for the whole of this story.</p>',
    '<p>© 2031 Nerith Post. This article is its property, and nobody may print it again without asking the Post first, in writing, and in good time before it is to be printed anywhere in the islands or beyond them.</p>',
    '<p>The battery at Ombra Point / Mira Lann / Getty Images</p>',
    '<div class="author-box"><p>Mira Lann leads the desk in Lorn.</p></div>',
    '<div class="wp-caption"><img alt=""><p class="wp-caption-text">The cutter Brannoch in port</p></div>',
  ])
    assert.equal(textOf(frame(extra)), whole, extra);
});

test('what players, counters and a note on the writer say is left out; what is told of a writer is not', () => {
  const by = '<meta name="author" content="Mira Lann and Jon Tarrel">';
  const told = '<p>Mira Lann was detained in Nerith on Monday while she filmed the battery.</p>';
  const html = `<html><head>${by}</head><body><article><h1>Guns</h1>${told}<p>3 of 24</p><p>Full Screen</p>${prose}<p>1,204 comments</p><p>Jon Tarrel covers the islands for the Post.</p><p>Contact Mira Lann at mira@post.example.</p></article></body></html>`;
  assert.equal(
    articleIn(html, null, pages).text,
    `Mira Lann was detained in Nerith on Monday while she filmed the battery.\n\n${BODY}`,
  );
});

test('a line between the paragraphs that leads to another report does not end this one', () => {
  const more = '<p>You may also like: <a href="/2">Ferry sinks off the Point</a></p>';
  const last = '<p>The envoy flew home.</p>';
  assert.equal(textOf(`<article>${prose}${more}${last}</article>`), `${BODY}\n\nThe envoy flew home.`);
  assert.equal(textOf(`<article>${prose}<h3>You may also like</h3>${last}</article>`), BODY);
});
